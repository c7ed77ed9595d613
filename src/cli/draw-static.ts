import {pathToFileURL} from 'node:url';
import type {EmbedRequest} from '../embed/embed-snippet.js';
import {staticTag} from '../embed/static-tag.js';
import {distPath} from './package-files.js';

/** What `static/render-static.js` exports: it brings a server's renderer, so it is loaded only when asked for. */
interface Renderer {
  renderStatic(
    tag: string,
    attributes: Record<string, string>,
    options: {report?: unknown; children: {readonly text: string}},
  ): Promise<{html: string; styleHashes: string[]}>;
}

/**
 * The tag as HTML that shows without a script, its link inside, after a comment with what a strict policy lists.
 *
 * @throws RangeError when the report lacks what is named. As a rejected promise.
 */
export async function drawStatic(request: EmbedRequest): Promise<string> {
  const {tag, attributes, children} = staticTag(request);
  const module = pathToFileURL(distPath('static/render-static.js')).href;
  const {renderStatic} = (await import(module)) as Renderer;
  const drawn = await renderStatic(tag, attributes, {
    report: request.isBundled === false ? request.report : undefined,
    children,
  });
  return `<!-- a strict policy lists it: style-src ${drawn.styleHashes.join(' ')} -->\n${drawn.html}`;
}
