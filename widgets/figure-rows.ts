import {isDecimal, shiftPoint, toBaseUnits} from '../src/decimal.js';
import {localize} from '../src/locale.js';
import type {Observation, Report} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import {figureColumns, type FigureColumns} from './figure-columns.js';
import {figureLanguage} from './figure-language.js';

/** One observation as a row of a table. */
export interface FigureRow extends FigureColumns {
  observation: Observation;
  label: string;
  /** Title of the work item it is reported under. */
  item: string;
  /** The figure as it is read out. */
  spoken: string;
  /** What a filter looks in. */
  haystack: string;
  /** In base units, a whole number of the finest decimal in the table; absent for a rating. */
  size?: bigint;
}

export type SortColumn = 'label' | 'item' | 'qualifier' | 'value' | 'unit' | 'source';

export interface Sorting {
  column: SortColumn;
  isDescending: boolean;
}

/** The observations of a report, in its order, in the words of a language. */
export function figureRows(report: Report, language: string): FigureRow[] {
  const items = new Map(
    (report.areas ?? []).flatMap(({items}) => items.map((item) => [item.id, item.title])),
  );
  const figures = figureLanguage(language)!;
  const bases = report.observations.map(({value, scale}) =>
    isDecimal(value) ? toBaseUnits(value, scale) : undefined,
  );
  const decimals = Math.max(0, ...bases.map((base) => base?.split('.')[1]?.length ?? 0));
  return report.observations.map((observation, i) => {
    const parts = figures.parts(observation);
    const plain = parts.map(({value}) => value).join('');
    const title = items.get(observation.item ?? '');
    const base = bases[i];
    return {
      ...figureColumns(parts),
      observation,
      label: displayText(localize(observation.label, language), language),
      item: displayText(localize(title, language), language),
      spoken: figures.spoken(observation, plain),
      haystack: folded(
        [...Object.values(observation.label), ...Object.values(title ?? {}), observation.printed, plain].join(
          '\n',
        ),
      ),
      size: base === undefined ? undefined : BigInt(shiftPoint(base, decimals)),
    };
  });
}

/** The rows that contain every word, in any of the report's languages; ( and （ are alike. */
export function filterRows(rows: readonly FigureRow[], query: string): FigureRow[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return rows.filter(({haystack}) => words.every((word) => haystack.indexOf(word) >= 0));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The rows by a column; those that have nothing there stand last in both directions, equal ones stay in order. */
export function sortRows(
  rows: readonly FigureRow[],
  sorting: Sorting | undefined,
  language: string,
): FigureRow[] {
  if (!sorting) return [...rows];
  const {column, isDescending} = sorting;
  const sign = isDescending ? -1 : 1;
  const compare = comparison(language);
  const keyed = rows.map((row) => ({row, key: sortKey(row, column)}));
  keyed.sort(({key: a}, {key: b}) => {
    if (a === b) return 0;
    if (a === undefined || a === '') return 1;
    if (b === undefined || b === '') return -1;
    if (typeof a === 'string') return sign * compare(a, b as string);
    return a < (b as typeof a) ? -sign : sign;
  });
  return keyed.map(({row}) => row);
}

/** How texts of a language follow each other; by their signs where the page has taken `Intl` away. */
function comparison(language: string): (a: string, b: string) => number {
  try {
    return new Intl.Collator(language, {numeric: true}).compare;
  } catch {
    return (a, b) => (a < b ? -1 : Number(a > b));
  }
}

function sortKey(row: FigureRow, column: SortColumn): string | number | bigint | undefined {
  if (column === 'value') return row.size;
  if (column === 'source') return row.observation.provenance.figureStart;
  if (column === 'unit') return row.unit.map(({value}) => value).join('');
  return row[column];
}
