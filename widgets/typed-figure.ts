import {chineseFigureParts} from '../src/chinese-figure.js';
import {hedgesAfter, hedgesBefore} from '../src/hedges.js';
import type {Figure, Qualifier} from '../src/schema.js';
import {SCALES} from './typed-number.js';
import {defineWords} from './words.js';

/** What stands in the place of the source. */
export const typedWords = defineWords<{noSource: string}>('typed', {
  'zh-CN': {noSource: '未附报告出处'},
  en: {noSource: 'No report given as source'},
});

/** The Chinese word for a qualifier given by its name. */
const NAMES = new Map<string, string>([
  ['over', '超'],
  ['at-least', '以上'],
  ['nearly', '近'],
  ['about', '约'],
  ['under', '不足'],
  ['at-most', '以下'],
]);

const SCALE_POWERS = new Map(Object.entries(SCALES));

function hedgeIn(rows: typeof hedgesBefore, word: string): Qualifier | undefined {
  return rows.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0];
}

/** What an editor writes on a tag that has no report. */
export interface TypedAttributes {
  label?: string | null;
  value?: string | null;
  scale?: string | number | null;
  unit?: string | null;
  qualifier?: string | null;
}

/**
 * The figure typed on a tag: its number, its hedge and a scale in words letter by letter. A word such as 非常高 is
 * shown as it is, and so is what can't be read as a number, a scale or a hedge. `undefined` when there is no number.
 */
export function typedFigure(attributes: TypedAttributes): Figure | undefined {
  const {label, value, scale, unit, qualifier} = attributes;
  const key = [label, value, scale, unit, qualifier].join('\n');
  let kept = read.get(attributes);
  if (kept?.key !== key) read.set(attributes, (kept = {key, figure: readTyped(attributes)}));
  return kept.figure;
}

/** What was read from a tag, so that the same attributes give the same figure. */
const read = new WeakMap<TypedAttributes, {key: string; figure: Figure | undefined}>();

function readTyped({label, value, scale, unit, qualifier}: TypedAttributes): Figure | undefined {
  const typed = String(value ?? '').trim();
  // What a page's own program prints where it has no number.
  if (!typed || /^(?:NaN|undefined|null|-?Infinity|\[object \w+\])$|^[-+.\d]+e[-+]?\d+$/i.test(typed)) {
    return undefined;
  }
  const isNumber = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(typed);
  const scaleWord = isNumber ? String(scale ?? '').trim() : '';
  const power = SCALE_POWERS.get(scaleWord) ?? Number(scaleWord);
  const isScale = Number.isInteger(power) && power >= 0 && power <= 24;
  // A number of another power would be read as part of the figure.
  if (!isScale && /\d/.test(scaleWord)) return undefined;

  const given = String(qualifier ?? '').trim();
  const hedge = NAMES.get(given) ?? given;
  const after = hedgeIn(hedgesAfter, hedge);
  const known = after ?? hedgeIn(hedgesBefore, hedge);
  const isInside = /^[余多来]$/.test(hedge);
  const unitText = String(unit ?? '');
  const printedScale = isScale ? scaleText(power) : scaleWord;
  const printed = after
    ? typed + printedScale + (isInside ? hedge + unitText : unitText + hedge)
    : hedge + typed + printedScale + unitText;

  const isRead = isNumber && isScale && (known || !hedge);
  return {
    kind: isRead ? 'count' : 'rating',
    value: isRead ? typed.replace(/,/g, '') : printed,
    scale: isRead ? power : 0,
    unit: isRead ? unitText : '',
    qualifier: isRead ? known : undefined,
    label: label ? {'zh-CN': label, en: label} : undefined,
    printed,
  };
}

/** 4 → 万, 8 → 亿. */
function scaleText(scale: number): string {
  const parts = chineseFigureParts({value: '1', scale, unit: ''});
  return parts.find(({type}) => type === 'scale')?.value ?? '';
}
