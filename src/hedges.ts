import type {Qualifier} from './schema.js';

/**
 * How Chinese reports hedge a figure. Each row is a qualifier and the words for it, as alternatives of a
 * regular expression, a longer word before one that begins it.
 */

/** In front of the number: 超9200万. */
export const hedgesBefore: ReadonlyArray<[qualifier: Qualifier, words: string]> = [
  ['at-most', '不超过|不高于|不多于|不大于|至多|最多|≤'],
  ['at-least', '不低于|不少于|不小于|至少|最少|≥'],
  ['under', '不足|不到|未满|低于|少于|小于|[<＜]'],
  ['over', '超过|超出|超|逾|突破|高于|多于|大于|[>＞]'],
  ['nearly', '将近|接近|近'],
  ['about', '大约|大概|约|≈'],
];

/** Behind the number or its unit: 18万余, 30%以上. */
export const hedgesAfter: ReadonlyArray<[qualifier: Qualifier, words: string]> = [
  ['over', '[余多来]'],
  ['at-least', '及?以上'],
  ['at-most', '及?以下|以内|之内'],
  ['about', '左右|上下'],
];

/** A verb that may stand between a hedge and its number: 约为25%. */
export const HEDGE_LINK = '(?:为|达到?|有|占|了)?';

/** Every word of a list, as alternatives of a regular expression. */
export function hedgePattern(hedges: ReadonlyArray<[qualifier: Qualifier, words: string]>): string {
  return hedges.map((row) => row[1]).join('|');
}
