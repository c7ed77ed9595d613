import {localize} from '../src/locale.js';
import type {Report} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import {defineWords} from './words.js';

/** Why a list of one area is empty; empty itself where it is not of one area. */
export function areaAbsence(
  report: Report | undefined,
  area: string | null | undefined,
  language: string,
): string {
  const title = localize(report?.areas?.find(({id}) => id === area)?.title, language);
  return title && areaWords(language).nothing(displayText(title, language));
}

const areaWords = defineWords<{nothing: (title: string) => string}>('areaAbsence', {
  'zh-CN': {nothing: (title) => `“${title}”部分没有这项内容`},
  en: {nothing: (title) => `Nothing of this kind under “${title}”`},
});
