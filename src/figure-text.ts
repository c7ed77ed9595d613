import {figureParts} from './figure-parts.js';
import type {Figure} from './schema.js';

/** A figure as one text: in Chinese as the report prints it, in English as {@link figureParts} puts it. */
export function figureText(figure: Figure, locale: string): string {
  return figureParts(figure, locale)
    .map((part) => part.value)
    .join('');
}
