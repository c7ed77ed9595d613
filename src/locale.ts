import type {LocalizedText} from './schema.js';

/** The languages that figures and messages are complete in. */
export type Locale = 'zh-CN' | 'en';

/**
 * The language to write in for a BCP 47 tag: Chinese for any `zh`, also as `zh_CN` is often written, English for any other tag.
 * Absent or empty: Chinese, the language of the bundled reports.
 */
export function toLocale(tag: string | null | undefined): Locale {
  return !tag || /^zh(_|\b)/i.test(tag) ? 'zh-CN' : 'en';
}

/** A text in the asked language, or in another that it has. Empty when there is none at all. */
export function localize(text: LocalizedText | undefined, locale: string): string {
  if (!text) return '';
  return text[locale] ?? text[/^zh/.test(locale) ? 'zh-CN' : 'en'] ?? Object.values(text)[0] ?? '';
}
