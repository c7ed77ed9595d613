import {isDecimal, shiftPoint, toBaseUnits} from '../src/decimal.js';
import {localize} from '../src/locale.js';
import type {LocalizedText, Observation, Report} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import {figureColumns, type FigureColumns} from './figure-columns.js';
import {figureLanguage} from './figure-language.js';

/** One observation as a row of a table. */
export interface FigureRow extends FigureColumns {
  label: string;
  /** Title of the work item it is reported under. */
  item: string;
  /** The figure as it is read out. */
  spoken: string;
}

export type SortColumn = 'label' | 'item' | 'qualifier' | 'value' | 'unit' | 'source';

export interface Sorting {
  column: SortColumn;
  isDescending: boolean;
}

/** Works out a row when it is asked for: a report may have thousands, and none is kept. */
export type RowOf = (observation: Observation) => FigureRow;

/** The observations of a report in the words of a language. */
export function figureRows(report: Report, language: string): RowOf {
  const labelOf = labels(language);
  const itemOf = items(report, language);
  const figures = figureLanguage(language)!;
  return (observation) => {
    const parts = figures.parts(observation);
    let plain = '';
    for (const {value} of parts) plain += value;
    const {qualifier, value, unit} = figureColumns(parts);
    return {
      qualifier,
      value,
      unit,
      label: labelOf(observation),
      item: itemOf(observation),
      spoken: figures.spoken(observation, plain),
    };
  };
}

const labels = (language: string) => (observation: Observation) =>
  displayText(localize(observation.label, language), language);

function items(report: Report, language: string): (observation: Observation) => string {
  const titles = new Map<string | undefined, string>(
    itemTitles(report).map(([id, title]) => [id, displayText(localize(title, language), language)]),
  );
  return ({item}) => titles.get(item) ?? '';
}

function itemTitles(report: Report): Array<[id: string, title: LocalizedText]> {
  return (report.areas ?? []).flatMap(({items}) =>
    items.map(({id, title}): [string, LocalizedText] => [id, title]),
  );
}

/** The columns of a figure alone, which is less work than its row. */
export function columnsIn(language: string): (observation: Observation) => FigureColumns {
  const figures = figureLanguage(language)!;
  return (observation) => figureColumns(figures.parts(observation));
}

/** What a filter looks in, observation by observation. */
export type HaystackOf = (observation: Observation) => string;

/** The texts of a report's observations in all its languages, and the figures in one; those that were asked for are kept. */
export function haystacks(report: Report, language: string): HaystackOf {
  const titles = new Map<string | undefined, LocalizedText>(itemTitles(report));
  const figures = figureLanguage(language)!;
  const known = new Map<Observation, string>();
  return (observation) => {
    let text = known.get(observation);
    if (text === undefined) {
      const {label, item, printed} = observation;
      const plain = figures
        .parts(observation)
        .map(({value}) => value)
        .join('');
      text = folded(
        [...Object.values(label), ...Object.values(titles.get(item) ?? {}), printed, plain].join('\n'),
      );
      known.set(observation, text);
    }
    return text;
  };
}

/** The observations whose text contains every word; ( and （ are alike. */
export function filterRows(
  observations: readonly Observation[],
  query: string,
  haystackOf: HaystackOf,
): readonly Observation[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (!words.length) return observations;
  return observations.filter((observation) => {
    const haystack = haystackOf(observation);
    return words.every((word) => haystack.indexOf(word) >= 0);
  });
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The observations by a column; those that have nothing there stand last in both directions, equal ones stay in order. */
export function sortRows(
  observations: readonly Observation[],
  sorting: Sorting | undefined,
  report: Report,
  language: string,
): readonly Observation[] {
  if (!sorting) return observations;
  const {column, isDescending} = sorting;
  const sign = isDescending ? -1 : 1;
  const compare = comparison(language);
  const keys = sortKeys(observations, column, report, language);
  const keyed = observations.map((observation, i) => ({observation, key: keys[i]}));
  keyed.sort(({key: a}, {key: b}) => {
    if (a === b) return 0;
    if (a === undefined || a === '') return 1;
    if (b === undefined || b === '') return -1;
    if (typeof a === 'string') return sign * compare(a, b as string);
    return a < (b as typeof a) ? -sign : sign;
  });
  return keyed.map(({observation}) => observation);
}

/** How texts of a language follow each other; by their signs where the page has taken `Intl` away. */
function comparison(language: string): (a: string, b: string) => number {
  try {
    return new Intl.Collator(language, {numeric: true}).compare;
  } catch {
    return (a, b) => (a < b ? -1 : Number(a > b));
  }
}

/** What a column is sorted by. Not by whole rows: of ten thousand they take longer than to sort them. */
function sortKeys(
  observations: readonly Observation[],
  column: SortColumn,
  report: Report,
  language: string,
): ReadonlyArray<string | number | bigint | undefined> {
  if (column === 'value') return sizes(observations);
  if (column === 'source') return observations.map(({provenance}) => provenance.figureStart);
  if (column === 'label') return observations.map(labels(language));
  if (column === 'item') return observations.map(items(report, language));
  const columnsOf = columnsIn(language);
  return observations.map((observation) => {
    const {qualifier, unit} = columnsOf(observation);
    return column === 'unit' ? unit.map(({value}) => value).join('') : qualifier;
  });
}

/** In base units, as whole numbers of the finest decimal among them; a rating has none. */
function sizes(observations: readonly Observation[]): Array<bigint | undefined> {
  const bases = observations.map(({value, scale}) =>
    isDecimal(value) ? toBaseUnits(value, scale) : undefined,
  );
  // Not by spreading: there may be more than a call takes arguments.
  const decimals = bases.reduce((most, base) => Math.max(most, base?.split('.')[1]?.length ?? 0), 0);
  return bases.map((base) => (base === undefined ? undefined : BigInt(shiftPoint(base, decimals))));
}
