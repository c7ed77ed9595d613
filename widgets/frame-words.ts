import type {Words} from './words.js';

/** What every card says. */
export const frameWords: Words<{source: string; sourceOf: (label: string) => string}> = {
  'zh-CN': {source: '出处', sourceOf: (label) => `${label}，出处`},
  en: {source: 'Source', sourceOf: (label) => `${label}, source`},
};
