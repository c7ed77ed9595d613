import type {FigurePart} from './figure-part.js';

/** The class of each piece of a figure: qualifier, numeral, scale, unit. */
const PIECE: Partial<Record<FigurePart['type'], 'q' | 'n' | 's' | 'u'>> = {
  qualifier: 'q',
  ordinal: 's',
  integer: 'n',
  decimal: 'n',
  fraction: 'n',
  scale: 's',
  unit: 'u',
};

/** What is drawn alike: a qualifier, numeral, scale or unit, a word that stands for a figure, or space. */
export interface Piece {
  class: 'q' | 'n' | 's' | 'u' | 'w' | '';
  text: string;
}

/** The parts of a figure joined into the pieces that are drawn alike. */
export function figurePieces(parts: FigurePart[]): Piece[] {
  const pieces: Piece[] = [];
  for (const {type, value} of parts) {
    const last = pieces[pieces.length - 1];
    // A sign of currency in front belongs to the numeral.
    const kind = value === '¥' ? 'n' : (PIECE[type] ?? (/^\s*$/.test(value) ? '' : 'w'));
    if (kind === 'n' && last?.class === kind) last.text += value;
    else pieces.push({class: kind, text: value});
  }
  return pieces;
}

/** Width of a piece in ems of its own size: digits .6, Han 1, Latin letters about .58. */
function width(text: string): number {
  let sum = 0;
  for (const char of text) {
    if (char >= '\u2e80') sum += 1;
    else if (char >= '0' && char <= '9') sum += 0.6;
    else if (/[.,:'\s]/.test(char)) sum += 0.3;
    else sum += /[A-Z%¥]/.test(char) ? 0.72 : 0.58;
  }
  return sum;
}

/** Widths of the numeral, and of the smaller pieces around it in ems of their own. */
export function figureWidths(pieces: Piece[]): {numeral: number; rest: number} {
  let numeral = 0;
  let rest = 0;
  for (const {class: kind, text} of pieces) {
    if (kind === 'n' || kind === 'w') numeral += width(text) * 1.02;
    else rest += width(text) + (kind ? 0.26 : 0);
  }
  return {numeral: Math.max(numeral, 0.5), rest};
}
