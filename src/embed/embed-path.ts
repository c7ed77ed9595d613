/** What an address can stand for: the tag, and the attribute that the address's last part fills. */
const TAGS = {
  metric: 'indicator',
  progress: 'indicator',
  chart: 'indicators',
  standings: 'area',
  table: 'area',
  source: 'area',
  'document-list': 'area',
  'platform-list': 'area',
  area: 'area',
  'issue-list': undefined,
  'plan-list': undefined,
  dashboard: undefined,
} as const;

/** A tag by its name in addresses: `metric` for `<qd-metric>`. */
export type EmbedName = keyof typeof TAGS;

/** One thing to embed, as its address names it. */
export interface EmbedTarget {
  /** The tag without `qd-`. */
  name: EmbedName;
  /** Id of the report. */
  report: string;
  /** Indicator or area, by what the tag takes; absent for the whole report. */
  part?: string | undefined;
}

/** Every name that an address can have, in the order of the documentation. */
export const EMBED_NAMES = Object.keys(TAGS) as EmbedName[];

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PATH = new RegExp(`/embed/(${EMBED_NAMES.join('|')})/(${ID})(?:/(${ID}))?/?(?:index\\.html)?$`);

/** The attribute that the last part of the address fills: `indicator`, `indicators`, `area`, or none. */
export function partAttribute(name: EmbedName): 'indicator' | 'indicators' | 'area' | undefined {
  return TAGS[name];
}

/** Whether the tag shows nothing without that part. */
export function needsPart(name: EmbedName): boolean {
  return name === 'metric' || name === 'progress' || name === 'chart' || name === 'area';
}

/** The address below the folder that carries the embed files: `embed/metric/qingdao-2024-h1/data-resource-calls`. */
export function embedPath({name, report, part}: EmbedTarget): string {
  return `embed/${name}/${report}${part ? `/${part}` : ''}`;
}

const match = (path: string) => {
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    // A stray percent sign: some other page's address.
  }
  return PATH.exec(plain);
};

/**
 * Reads the path of an address, as URL.pathname gives it. What editors do to it is forgiven: a slash at the end,
 * `index.html`, percent signs for letters. `undefined` for any path that does not end so.
 */
export function readEmbedPath(path: string): EmbedTarget | undefined {
  const [, name, report, part] = match(path) ?? [];
  if (!name || (!part && needsPart(name as EmbedName)) || (part && !TAGS[name as EmbedName]))
    return undefined;
  return {name: name as EmbedName, report: report!, part};
}

/**
 * Where the data of a report stand beside such a path: `/qd/embed/reports/qingdao-2024-h1.json` for
 * `/qd/embed/metric/qingdao-2024-h1/video-feeds`. To be set as URL.pathname, for it is not percent-encoded.
 */
export function reportDataPath(path: string): string {
  const found = match(path)!;
  return `${found.input.slice(0, found.index)}/embed/reports/${found[2]}.json`;
}
