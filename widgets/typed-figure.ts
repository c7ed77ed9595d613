import {chineseFigureParts} from '../src/chinese-figure.js';
import type {Figure, Qualifier} from '../src/schema.js';
import {SCALES} from './typed-number.js';
import {defineWords} from './words.js';

/** What stands in the place of the source. */
export const typedWords = defineWords<{noSource: string}>('typed', {
  'zh-CN': {noSource: '未附报告出处'},
  en: {noSource: 'No report given as source'},
});

const QUALIFIERS: Record<string, Qualifier> = {
  超: 'over',
  超过: 'over',
  余: 'over',
  多: 'over',
  over: 'over',
  以上: 'at-least',
  'at-least': 'at-least',
  近: 'nearly',
  nearly: 'nearly',
  约: 'about',
  左右: 'about',
  about: 'about',
  不足: 'under',
  under: 'under',
  以下: 'at-most',
  不超过: 'at-most',
  'at-most': 'at-most',
};

/** What an editor writes on a tag that has no report. */
export interface TypedAttributes {
  label?: string | null;
  value?: string | null;
  scale?: string | number | null;
  unit?: string | null;
  qualifier?: string | null;
}

/**
 * The figure typed on a tag, its number taken letter by letter. `undefined` when there is no number; a word
 * such as 非常高 is shown as it is.
 */
export function typedFigure({label, value, scale, unit, qualifier}: TypedAttributes): Figure | undefined {
  const typed = String(value ?? '')
    .trim()
    .slice(0, 100);
  if (!typed) return undefined;
  const digits = typed.replace(/,/g, '');
  const isNumber = /^-?\d+(?:\.\d+)?$/.test(digits);
  const power = SCALES[String(scale ?? '').trim()] ?? Number(scale ?? 0);
  const figure: Figure = {
    kind: isNumber ? 'count' : 'rating',
    value: isNumber ? digits : typed,
    scale: isNumber && power >= 0 && power <= 24 ? Math.trunc(power) : 0,
    unit: String(unit ?? '').slice(0, 40),
    qualifier: QUALIFIERS[String(qualifier ?? '').trim()],
    label: label ? {'zh-CN': label, en: label} : undefined,
  };
  const printed = isNumber
    ? chineseFigureParts(figure)
        .map((part) => part.value)
        .join('')
    : typed + figure.unit;
  return {...figure, printed};
}
