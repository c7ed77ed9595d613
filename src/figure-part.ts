/** A piece of a figure, in reading order. A minus sign belongs to the integer. */
export type FigurePart = {
  type: 'qualifier' | 'ordinal' | 'integer' | 'decimal' | 'fraction' | 'scale' | 'unit' | 'literal';
  value: string;
};

export function part(type: FigurePart['type'], value: string): FigurePart {
  return {type, value};
}

/** The pieces of a plain decimal. */
export function digitParts(number: string): FigurePart[] {
  const [whole = '', fraction] = number.split('.');
  if (fraction === undefined) return [part('integer', whole)];
  return [part('integer', whole), part('decimal', '.'), part('fraction', fraction)];
}
