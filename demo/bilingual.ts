import {localize} from '../src/locale.js';
import type {LocalizedText} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import {html, Markup} from '../src/markup.js';

/** The same words in both languages; the language of the page shows one of them. */
export function both(zh: string | Markup, en: string | Markup): Markup {
  return html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;
}

export const zh = (text: LocalizedText | undefined) => displayText(localize(text, 'zh-CN'), 'zh-CN');
export const en = (text: LocalizedText | undefined) => localize(text, 'en');
export const say = (text: LocalizedText | undefined) => both(zh(text), en(text));
/** For headings: lines end between words. */
export const head = (text: LocalizedText | undefined) => both(phrases(zh(text)), en(text));

/**
 * A Chinese heading with the places where a line may end: between words, not before a sign that closes, and not
 * inside a short quotation. A single character belongs to the word before it (市场化), but for prepositions.
 */
export function phrases(text: string): Markup {
  const segmenter = new Intl.Segmenter('zh', {granularity: 'word'});
  const words = text.split(/(“[^”]{1,8}”)/).flatMap((piece) => {
    return piece.startsWith('“') ? piece : [...segmenter.segment(piece)].map(({segment}) => segment);
  });
  const begins = /^(?:[“（《各与和及在对将把为]|[^\d.].+)/;
  const holds = /[“（《\d各与和及在对将把为]$/;
  return html`${words.map((word, at) => {
    const mayBreak = at > 0 && begins.test(word) && !holds.test(words[at - 1]!);
    return html`${mayBreak ? new Markup('<wbr>') : ''}${word}`;
  })}`;
}
