import {defineWords} from './words.js';

/** What every card says. */
export const frameWords = defineWords<{source: string; sourceOf: (label: string) => string}>('frame', {
  'zh-CN': {source: '出处', sourceOf: (label) => `${label}，出处`},
  en: {source: 'Source', sourceOf: (label) => `${label}, source`},
});
