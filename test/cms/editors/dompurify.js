import DOMPurify from 'dompurify';
import {qdOptions} from '../settings/dompurify.js';

export async function start(isDocumented) {
  let kept = '';
  return {
    set: (html) => {
      kept = DOMPurify.sanitize(html, isDocumented ? qdOptions : undefined);
    },
    get: () => kept,
    focus: () => {},
  };
}
