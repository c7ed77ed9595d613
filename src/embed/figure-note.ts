import {displayText} from '../display-text.js';
import {localize} from '../locale.js';
import type {Observation} from '../schema.js';

const BASES: Record<string, [zh: string, en: string]> = {
  cumulative: ['累计', 'Cumulative'],
  'year-to-date': ['本年累计', 'Year to date'],
  point: ['时点数', 'At a point in time'],
};

/**
 * What a figure covers and what it is a part of, as far as the source says: 2024年以来; 全国城市，共333个. Empty
 * where it says neither.
 */
export function figureNote({basis, of, kind}: Observation, locale: string): string {
  const isEnglish = locale === 'en';
  const since = basis?.startsWith('since-') ? basis.slice(6) : '';
  const span = since
    ? isEnglish
      ? `Since ${since}`
      : `${since
          .split('-')
          .map((part, at) => Number(part) + '年月日'.charAt(at))
          .join('')}以来`
    : BASES[basis ?? '']?.[isEnglish ? 1 : 0];
  const label = displayText(localize(of?.label, locale), locale);
  if (kind === 'share') {
    const whole = label && (isEnglish ? `Of: ${label}` : `占${label}`);
    return [span, whole].filter(Boolean).join(' · ');
  }
  const count = of?.value && (isEnglish ? `${of.value} in all` : `共${of.value}${of.unit ?? ''}`);
  return [span, label, count].filter(Boolean).join(' · ');
}
