/**
 * Draws tags as static HTML in a browser, as a worker: there is no document in it, as there is none on a server, so
 * that the server's renderer runs as it is.
 */
import {renderStatic} from './render-static.js';

/** What is to be drawn. */
export interface StaticQuestion {
  tag: string;
  attributes: Record<string, string>;
  /** The whole report, for the worker has none. */
  report: unknown;
  /** HTML that stands inside the tag. */
  children: string;
}

/** What was drawn, or why nothing was. Answers come in the order of the questions. */
export type StaticAnswer = {html: string; styleHashes: string[]} | {fault: string};

interface WorkerScope {
  postMessage(answer: StaticAnswer, transfer: []): void;
  addEventListener(type: 'message', listener: (event: {data: StaticQuestion}) => void): void;
}

let before: Promise<void> = Promise.resolve();
const scope = globalThis as unknown as WorkerScope;
scope.addEventListener('message', ({data: {tag, attributes, report, children}}) => {
  // One after the other: what is drawn is drawn by what all tags share.
  before = before.then(async () => {
    try {
      scope.postMessage(await renderStatic(tag, attributes, {report, children: {text: children}}), []);
    } catch (error) {
      scope.postMessage({fault: (error as Error).message}, []);
    }
  });
});
