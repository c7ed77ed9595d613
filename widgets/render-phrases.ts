import {html, type TemplateResult} from 'lit';

let words: Intl.Segmenter | undefined;

/**
 * A title that breaks between Chinese words, not within them: 加快推进数字 / 青岛规划落地. The text stays as it is;
 * browsers that know no words break it anywhere. Wants `word-break: keep-all` on `.phrases`.
 */
export function renderPhrases(text: string, language: string): TemplateResult | string {
  // Chromium before 87, Firefox before 125.
  if (language !== 'zh-CN' || typeof Intl === 'undefined' || !Intl.Segmenter) return text;
  words ??= new Intl.Segmenter('zh-CN', {granularity: 'word'});
  const phrases: string[] = [];
  let wasWord = false;
  for (const {segment, isWordLike = false} of words.segment(text)) {
    // A sign of punctuation stays with its neighbours, a single character (市场化) with what is before it.
    if (isWordLike && wasWord && segment.length > 1) phrases.push(segment);
    else phrases.push((phrases.pop() ?? '') + segment);
    wasWord = isWordLike;
  }
  return html`<span class="phrases">${phrases.map((phrase) => html`${phrase}<wbr />`)}</span>`;
}
