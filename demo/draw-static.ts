import type {EmbedRequest} from '../src/embed/embed-snippet.js';
import {staticTag} from '../src/embed/static-tag.js';
import type {StaticAnswer, StaticQuestion} from '../widgets/static/static-worker.js';
import {trustedScriptUrl} from './trusted-html.js';

/** A tag as static HTML, and what a strict policy lists in `style-src`; or why there is none. */
export type {StaticAnswer};

let worker: Worker | undefined;
/** Who waits for an answer, in the order of the questions. */
const waiting: Array<(answer: StaticAnswer) => void> = [];

/** The worker's script stands in the one-file edition, and beside the page otherwise. */
function start(version: string): Worker {
  const inside = document.querySelector('#static-worker');
  const address = inside
    ? URL.createObjectURL(new Blob([inside.textContent], {type: 'text/javascript'}))
    : `./static-worker.js?v=${version}`;
  const started = new Worker(trustedScriptUrl(address));
  started.addEventListener('message', ({data}: MessageEvent<StaticAnswer>) => waiting.shift()?.(data));
  started.addEventListener('error', (event) => {
    // It did not come, or this browser cannot read it: the next question tries again.
    event.preventDefault();
    worker = undefined;
    for (const answer of waiting.splice(0)) answer({fault: event.message ?? ''});
  });
  return started;
}

/** Draws a tag as `qd embed --form static` does, by the same program; it is loaded when first asked for. */
export function drawStatic(request: EmbedRequest): Promise<StaticAnswer> {
  try {
    worker ??= start(request.version);
    const {tag, attributes, children} = staticTag(request);
    const question: StaticQuestion = {tag, attributes, report: request.report, children: children.text};
    worker.postMessage(question, []);
  } catch (error) {
    return Promise.resolve({fault: (error as Error).message});
  }
  return new Promise((resolve) => waiting.push(resolve));
}
