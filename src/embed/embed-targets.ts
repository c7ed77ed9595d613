import type {Report} from '../schema.js';
import type {EmbedTarget} from './embed-path.js';

/**
 * Everything of a report that has an address of its own, in the order of the report: each figure, as a measure
 * too where it is a share and as a chart where it is known of several periods; each area of work; each list,
 * of the report and of an area that has any of it. What a report does not hold has no page.
 */
export function embedTargets(report: Report): EmbedTarget[] {
  const {id, areas = [], observations} = report;
  const target = (name: EmbedTarget['name'], part?: string): EmbedTarget => ({name, report: id, part});
  const figures = observations.flatMap(({indicator, kind, unit}) => {
    const periods = report.series?.filter((row) => row.indicator === indicator && !row.notComparable) ?? [];
    return [
      target('metric', indicator),
      ...(kind === 'share' && unit === '%' ? [target('progress', indicator)] : []),
      ...(periods.length ? [target('chart', indicator)] : []),
    ];
  });
  const wide = (name: EmbedTarget['name'], rows: ReadonlyArray<{area?: string | undefined}> | undefined) => {
    if (!rows?.length) return [];
    const own = areas.filter((area) => rows.some((row) => row.area === area.id));
    return [target(name), ...own.map((area) => target(name, area.id))];
  };
  const standings = observations.filter(({kind}) => isStanding(kind));
  return [
    ...figures,
    ...wide('standings', standings),
    ...wide('table', observations),
    ...(report.passages?.length
      ? [target('source'), ...areas.map((area) => target('source', area.id))]
      : wide('source', observations)),
    ...wide('document-list', report.documents),
    ...wide('platform-list', report.platforms),
    ...areas.map((area) => target('area', area.id)),
    ...(report.issues?.length ? [target('issue-list')] : []),
    ...(report.plans?.length ? [target('plan-list')] : []),
    target('dashboard'),
  ];
}

/** Whether a figure is a place in an order or a verdict, rather than a quantity. */
export function isStanding(kind: string): boolean {
  return kind === 'rank' || kind === 'tier' || kind === 'rating';
}
