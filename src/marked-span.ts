import type {Observation} from './schema.js';

/** Where the figure stands in its sentence with its hedge and unit: the printed figure reaches beyond the number, 超…元. */
export function markedSpan({printed, provenance}: Observation): [from: number, to: number] {
  const {quote, start, figureStart, figureEnd} = provenance;
  const from = figureStart - start;
  for (let at = quote.indexOf(printed); at >= 0; at = quote.indexOf(printed, at + 1)) {
    if (at <= from && at + printed.length >= figureEnd - start) return [at, at + printed.length];
  }
  return [from, figureEnd - start];
}
