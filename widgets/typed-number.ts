/** Powers of ten by the words an editor types for them. */
export const SCALES: Record<string, number> = {十: 1, 百: 2, 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12};

/** A number with a Chinese scale as an editor writes a target: `500`, `50万`. Not positive: `undefined`. */
export function typedNumber(text: string): {value: string; scale: number} | undefined {
  const match = /^\s*(\d{1,30}(?:\.\d{1,30})?)\s*(十|百|千|百万|千万|万亿|万|亿)?\s*$/.exec(text);
  if (!match || !Number(match[1])) return undefined;
  return {value: match[1]!, scale: SCALES[match[2] ?? ''] ?? 0};
}
