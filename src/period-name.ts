import type {Report} from './schema.js';
import {formatDate} from './format-date.js';

const HALVES: Record<string, [string, string]> = {
  '01-01 12-31': ['', ''],
  '01-01 06-30': ['上半年', 'First half of '],
  '07-01 12-31': ['下半年', 'Second half of '],
  '01-01 03-31': ['第一季度', 'First quarter of '],
  '04-01 06-30': ['第二季度', 'Second quarter of '],
  '07-01 09-30': ['第三季度', 'Third quarter of '],
  '10-01 12-31': ['第四季度', 'Fourth quarter of '],
};

/** The period of a report in words: 2024年上半年, First half of 2024; otherwise its two dates. */
export function periodName({start, end}: Report['period'], locale: string): string {
  const [year, otherYear] = [start.slice(0, 4), end.slice(0, 4)];
  const known = year === otherYear ? HALVES[`${start.slice(5)} ${end.slice(5)}`] : undefined;
  if (known) return locale === 'en' ? known[1] + year : `${year}年${known[0]}`;
  return `${formatDate(start, locale)}${locale === 'en' ? ' – ' : '—'}${formatDate(end, locale)}`;
}
