import {defineWords} from './words.js';

interface FrameWords {
  source: string;
  sourceOf: (label: string) => string;
}

/** The words by language; the English ones come with the looks. */
export const frameTable: {'zh-CN': FrameWords; en?: FrameWords} = {
  'zh-CN': {source: '出处', sourceOf: (label) => `${label}，出处`},
};

/** What every card says. */
export const frameWords = defineWords('frame', frameTable);
