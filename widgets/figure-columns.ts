import type {FigurePart} from '../src/figure-part.js';

/** A figure in the three columns of a table. */
export interface FigureColumns {
  /** The hedge in front of the number. */
  qualifier: string;
  value: string;
  /** Scale, unit, and the hedge that stands between or after them, in the order of the language. */
  unit: Array<{type: FigurePart['type']; value: string}>;
}

const NUMBER = ['integer', 'decimal', 'fraction', 'ordinal'];

/** Sorts the parts of a figure into columns; read across, they are the figure. */
export function figureColumns(parts: readonly FigurePart[]): FigureColumns {
  const columns: FigureColumns = {qualifier: '', value: '', unit: []};
  const hasNumber = parts.some(({type}) => NUMBER.includes(type));
  let isPast = false;
  for (const {type, value} of parts) {
    if (NUMBER.includes(type) && !columns.unit.length) {
      isPast = true;
      columns.value += value;
    } else if (isPast) {
      // A space between number and word is what the gap between the columns is for.
      if (columns.unit.length || value.trim()) columns.unit.push({type, value});
    } else if (type === 'qualifier') columns.qualifier += value;
    // A sign of currency and a minus belong to the number: ¥92.
    else if (type === 'unit' || /^[-−]$/.test(value) || !hasNumber) columns.value += value;
    else columns.qualifier += value.trim();
  }
  return columns;
}
