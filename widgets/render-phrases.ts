import {html, type TemplateResult} from 'lit';
import {drawElement, drawing} from './drawing.js';

let words: Intl.Segmenter | undefined;

/** A Chinese text cut where a line may end; absent where the browser knows no words, or in other languages. */
function phrasesOf(text: string, language: string): string[] | undefined {
  // Chromium before 87, Firefox before 125.
  if (language !== 'zh-CN' || typeof Intl === 'undefined' || !Intl.Segmenter) return undefined;
  words ??= new Intl.Segmenter('zh-CN', {granularity: 'word'});
  const phrases: string[] = [];
  let wasWord = false;
  for (const {segment, isWordLike = false} of words.segment(text)) {
    // A sign of punctuation stays with its neighbours, a single character (市场化) with what is before it.
    if (isWordLike && wasWord && segment.length > 1) phrases.push(segment);
    else phrases.push((phrases.pop() ?? '') + segment);
    wasWord = isWordLike;
  }
  return phrases;
}

/**
 * A title that breaks between Chinese words, not within them: 加快推进数字 / 青岛规划落地. The text stays as it is;
 * browsers that know no words break it anywhere. Wants `word-break: keep-all` on `.phrases`.
 */
export function renderPhrases(text: string, language: string): TemplateResult | string {
  const phrases = phrasesOf(text, language);
  if (!phrases) return text;
  return html`<span class="phrases">${phrases.map((phrase) => html`${phrase}<wbr />`)}</span>`;
}

/** As {@link renderPhrases}, drawn without templates, for rows. */
export function drawPhrases(text: string, language: string): Node | string {
  const phrases = phrasesOf(text, language);
  if (!phrases) return text;
  const content = phrases.flatMap((phrase) => [phrase, drawing.create('wbr')]);
  return drawElement('span', 'phrases', '', ...content);
}
