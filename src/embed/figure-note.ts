import {formatDate} from '../format-date.js';
import {displayText} from '../display-text.js';
import {localize, toLocale} from '../locale.js';
import type {Observation} from '../schema.js';

const BASIS: Record<string, [zh: string, en: string]> = {
  cumulative: ['累计', 'Cumulative'],
  'year-to-date': ['本年累计', 'Year to date'],
  point: ['时点数', 'At a point in time'],
};

/**
 * The line below a figure, as `<qd-metric>` has it: basis and whole, where the source says so (2024年以来;
 * 全国城市 · 共333个). Empty where it says neither.
 */
export function figureNote({basis = '', of, kind}: Observation, locale: string): string {
  const isEnglish = toLocale(locale) === 'en';
  const whole = kind === 'share' ? undefined : of;
  const label = displayText(localize(whole?.label, locale), locale);
  const count = whole?.value
    ? isEnglish
      ? `${whole.value} in all`
      : `共${whole.value}${whole.unit ?? ''}`
    : '';
  // A middle dot never begins a line.
  return [basisWords(basis, isEnglish), label, count].filter(Boolean).join('\u00a0· ');
}

function basisWords(basis: string, isEnglish: boolean): string {
  if (!basis.startsWith('since-')) return BASIS[basis]?.[isEnglish ? 1 : 0] ?? '';
  const date = basis.slice(6);
  if (isEnglish) return `Since ${formatDate(date, 'en')}`;
  const parts = date.split('-').map((part, at) => Number(part) + '年月日'.charAt(at));
  return `${parts.join('')}以来`;
}
