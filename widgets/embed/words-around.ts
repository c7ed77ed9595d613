import {displayText} from '../../src/display-text.js';
import {figureText} from '../../src/figure-text.js';
import {localize} from '../../src/locale.js';
import type {Observation} from '../../src/schema.js';

/**
 * What of a link's words stays around the figure that takes their place in a sentence: of
 * `数据资源调用 921.61亿次` the label. Words that do not say the figure, or another one, give way to the report's
 * label, for a figure without a label would change the sentence.
 *
 * @returns The words before the figure, and after it.
 */
export function wordsAround(words: string, observation: Observation, language: string): [string, string] {
  for (const locale of ['zh-CN', 'en']) {
    const signs = [...figureText(observation, locale).replace(/\s+/g, '')];
    const figure = signs.map((sign) => sign.replace(/[^\w一-鿿]/, '\\$&')).join('\\s*');
    // Not 58项 in 158项.
    const found = new RegExp(`(^|[^\\d.,])${figure}(?![\\d.,]*\\d)`).exec(words);
    if (found) {
      const end = found.index + found[0].length;
      return [words.slice(0, found.index) + found[1], words.slice(end)];
    }
  }
  return [`${displayText(localize(observation.label, language), language)} `, ''];
}
