import {spokenChineseFigure} from './chinese-figure.js';
import {spokenEnglishFigure} from './english-figure.js';
import {toLocale} from './locale.js';
import type {Figure} from './schema.js';

/**
 * What a screen reader is to say for a figure, hedge included, as one phrase: `over 92 million yuan`,
 * `ranked 9th`. In Chinese the printed characters, with signs turned into words: -3.2% is 负3.2%.
 */
export function spokenFigure(figure: Figure, locale: string): string {
  return toLocale(locale) === 'en' ? spokenEnglishFigure(figure) : spokenChineseFigure(figure);
}
