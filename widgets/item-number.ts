import {hanNumber} from './han-number.js';

/** The last part of a heading's number, as the language counts headings: `3.2` is 二 in Chinese, 2 in others. */
export function itemNumber(number: string, language: string): string {
  const last = Number(number.split('.').pop());
  return language === 'zh-CN' ? hanNumber(last) : String(last);
}
