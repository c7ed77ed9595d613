import {figureParts} from './figure-parts.js';
import type {Figure} from './schema.js';

/**
 * A figure in three pieces: the number itself, and what stands before and after it. A hedge may be in either:
 * 约25% has it in `prefix`, 30%以上 in `suffix`. In Chinese the three join to what the report prints.
 * Where there are no digits, as in 首位 or 非常高, the word that stands for them is the value.
 */
export function formatObservation(
  figure: Figure,
  locale: string,
): {prefix: string; value: string; suffix: string} {
  const parts = figureParts(figure, locale);
  const isNumber = (type: string) => type === 'integer' || type === 'decimal' || type === 'fraction';
  const first = parts.findIndex((part) => isNumber(part.type));
  const at =
    first < 0
      ? Math.max(
          0,
          parts.findIndex((part) => part.type !== 'qualifier'),
        )
      : first;
  let end = at + 1;
  while (first >= 0 && end < parts.length && isNumber(parts[end]!.type)) end++;
  const join = (from: number, to: number) =>
    parts
      .slice(from, to)
      .map((part) => part.value)
      .join('');
  return {prefix: join(0, at), value: join(at, end), suffix: join(end, parts.length)};
}
