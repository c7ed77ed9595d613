import type {Locale} from '../src/locale.js';

/**
 * The words of one part of the family in each language. Each module keeps its own, so that a page loads only
 * the words of what it shows.
 */
export type Words<T> = Record<Locale, T>;

const UTC = {timeZone: 'UTC'} as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** A date to the day, month or year as far as it is given: `2024-07-18`, `2024-07`, `2024`. */
export function formatDate(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-');
  const key = `${locale} ${month ? 'm' : ''}${day ? 'd' : ''}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
      ...UTC,
      year: 'numeric',
      month: month ? 'long' : undefined,
      day: day ? 'numeric' : undefined,
    });
    formats.set(key, format);
  }
  return format.format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
}

/** Non-empty parts with a middle dot between them. */
export function dotted(...parts: Array<string | undefined | false>): string {
  return parts.filter(Boolean).join(' · ');
}
