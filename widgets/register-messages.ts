import {listeners} from './context.js';
import {addWords} from './words.js';

/**
 * Adds a language to the widgets' own words. Tags under that `lang` speak it at once;
 * what is missing is said in English. Figures are put as in English, and a report's own texts in that language
 * where it has them.
 *
 * @param language - BCP 47 tag, such as `fr`.
 * @param messages - Words by table and name, as in the tables of `widgets/*`: `{frame: {source: 'Source'}}`.
 */
export function registerMessages(language: string, messages: Record<string, object>): void {
  addWords(language, messages);
  for (const listener of listeners()) listener.contextChanged();
}
