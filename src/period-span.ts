/** The first and the last day of a period. */
export interface Span {
  start: string;
  end: string;
}

/**
 * First and last day of `2023`, `2025-06`, `2024-H1` or `2024-Q3`, so that periods of any length can be put in
 * order. `undefined` for anything else.
 */
export function periodSpan(period: string): Span | undefined {
  const [, year, part] = /^(\d{4})(?:-(0[1-9]|1[0-2]|H[12]|Q[1-4]))?$/.exec(period) ?? [];
  if (!year) return undefined;
  const number = Number(part?.slice(-1));
  const [first, last] = !part
    ? [1, 12]
    : part.charAt(0) === 'H'
      ? [number * 6 - 5, number * 6]
      : part.charAt(0) === 'Q'
        ? [number * 3 - 2, number * 3]
        : [Number(part), Number(part)];
  const month = (number: number) => `${year}-${String(number).padStart(2, '0')}`;
  const days = new Date(Date.UTC(Number(year), last!, 0)).getUTCDate();
  return {start: `${month(first!)}-01`, end: `${month(last!)}-${days}`};
}
