import {pathToFileURL} from 'node:url';
import {embedPath, partAttribute} from '../embed/embed-path.js';
import type {EmbedRequest} from '../embed/embed-snippet.js';
import {embedWords} from '../embed/embed-words.js';
import {html} from '../markup.js';
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
export async function drawStatic({
  report,
  target,
  look = {},
  base,
  isBundled,
}: EmbedRequest): Promise<string> {
  const {name, part} = target;
  const {variant, theme, text, locale} = look;
  const words = embedWords(report, target, locale);
  const given = {
    report: isBundled === false ? undefined : report.id,
    src: isBundled === false ? `${base}embed/reports/${report.id}.json` : undefined,
    [partAttribute(name) ?? '']: part,
    variant,
    theme,
    text,
    locale,
  };
  const attributes = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const module = pathToFileURL(distPath('static/render-static.js')).href;
  const {renderStatic} = (await import(module)) as Renderer;
  const drawn = await renderStatic(`qd-${name}`, Object.fromEntries(attributes), {
    report: isBundled === false ? report : undefined,
    children: html`<a href="${base}${embedPath(target)}">${words}</a>`,
  });
  return `<!-- a strict policy lists it: style-src ${drawn.styleHashes.join(' ')} -->\n${drawn.html}`;
}
