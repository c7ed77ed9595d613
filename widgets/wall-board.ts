import type {Area, Observation, Report} from '../src/schema.js';
import {bySize, isQuantity, leadContext, leadOf, type LeadContext} from './area-figures.js';

/** Rows that a wall has room for at full size, and as many as it shows at all. */
export const FULL_ROWS = 6;
const MAX_ROWS = 9;

/** One row of the wall. */
export interface WallRow {
  /** Absent on a row that goes on with the area above. */
  area?: Area;
  isContinued: boolean;
  lead?: Observation;
  /** The rank of the leading figure, where the report states one with it. */
  place?: Observation;
  beside: Observation[];
  /** Documents issued in the area, where there is a place left to say so. */
  documents: number;
}

/** What the wall shows of a report, and how many areas it has no room for. */
export interface WallBoard {
  rows: WallRow[];
  left: number;
}

/**
 * One row an area, and rows to spare for the areas that show the smallest part of their figures.
 *
 * The first row of an area holds the figure that leads it (see `leadOf`), and beside it the largest of the
 * same item, then of the others. A further row is led by the largest that is left, if possible of another
 * item; beside it stand shares, each after the figure it is a share with, then the largest.
 *
 * @param places - How many figures stand beside the leading one.
 */
export function wallBoard(report: Report, places: number, leads: readonly string[] = []): WallBoard {
  const {observations} = report;
  const areas = report.areas ?? [];
  const context = leadContext(observations, leads);
  const hung = new Set(context.places.values());
  const figuresOf = (id: string | undefined) =>
    observations.filter((figure) => (!id || figure.area === id) && !hung.has(figure));
  const shown = areas.slice(0, MAX_ROWS);
  const all: Array<Area | undefined> = shown.length ? shown : [undefined];
  const sets = all.map((area) => ({area, figures: figuresOf(area?.id), rows: 1}));
  for (let spare = FULL_ROWS - sets.length; spare > 0; spare--) {
    const needy = sets
      .filter(({figures, rows}) => figures.length > (places + 1) * (areas.length ? rows + 1 : rows))
      .sort((a, b) => b.figures.length / b.rows - a.figures.length / a.rows)[0];
    if (!needy) break;
    needy.rows++;
  }
  const rows = sets.flatMap(({area, figures, rows: count}) =>
    rowsOf(area, figures, count, places, context, report),
  );
  return {rows, left: areas.length - shown.length};
}

function rowsOf(
  area: Area | undefined,
  figures: Observation[],
  count: number,
  places: number,
  context: LeadContext,
  {documents = []}: Report,
): WallRow[] {
  const rows: WallRow[] = [];
  let left = figures;
  const items = new Set<string | undefined>();
  for (let at = 0; at < count && (left.length || !at); at++) {
    const fresh = left.filter(({item}) => !items.has(item));
    const lead = leadOf(fresh.some(isQuantity) ? fresh : left, context);
    const rest = left.filter((figure) => figure !== lead);
    const first = at
      ? withShares(rest, places)
      : bySize(rest.filter(({item}) => item && item === lead?.item));
    const beside = [...first, ...bySize(rest.filter((figure) => !first.includes(figure)))].slice(0, places);
    if (lead) items.add(lead.item);
    left = rest.filter((figure) => !beside.includes(figure));
    const issued = documents.filter((document) => document.status === 'issued' && document.area === area?.id);
    rows.push({
      area: at ? undefined : area,
      isContinued: at > 0,
      lead,
      place: lead && context.places.get(lead),
      beside,
      documents: area && !at && beside.length < places ? issued.length : 0,
    });
  }
  return rows;
}

/** Each share after the largest quantity of its sentence, as long as both have a place. */
function withShares(figures: Observation[], places: number): Observation[] {
  const pairs: Observation[] = [];
  for (const share of figures.filter(({kind}) => kind === 'share')) {
    const whole = bySize(
      figures.filter(
        (figure) =>
          isQuantity(figure) && figure.provenance.start === share.provenance.start && !pairs.includes(figure),
      ),
    )[0];
    const pair = whole ? [whole, share] : [share];
    if (pairs.length + pair.length <= places) pairs.push(...pair);
  }
  return pairs;
}
