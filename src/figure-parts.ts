import {chineseFigureParts} from './chinese-figure.js';
import {englishFigureParts} from './english-figure.js';
import type {FigurePart} from './figure-part.js';
import {toLocale} from './locale.js';
import type {Figure} from './schema.js';

export type {FigurePart} from './figure-part.js';

/**
 * The pieces of a figure in a language, in the manner of `Intl.NumberFormat.prototype.formatToParts`.
 *
 * In Chinese they join to `printed`, character for character; what the grammar can't tell apart is one
 * literal. Without `printed` they are composed from value, scale, unit and qualifier. In English the point
 * is moved and nothing is rounded: 921.61亿次 is 92.161 billion calls.
 */
export function figureParts(figure: Figure, locale: string): FigurePart[] {
  return toLocale(locale) === 'en' ? englishFigureParts(figure) : chineseFigureParts(figure);
}
