import {html, type Markup} from '../markup.js';
import {embedPath, partAttribute} from './embed-path.js';
import {reportAddress, type EmbedRequest} from './embed-snippet.js';
import {embedWords} from './embed-words.js';

/** A tag to be drawn as static HTML, as `renderStatic` takes it. */
export interface StaticTag {
  tag: string;
  attributes: Record<string, string>;
  /** The link that readers have whose browser shows no shadow root. */
  children: Markup;
}

/**
 * What is drawn for a static form.
 *
 * @throws RangeError when the report lacks what is named.
 */
export function staticTag(request: EmbedRequest): StaticTag {
  const {report, target, look = {}, base, isBundled} = request;
  const {name, part} = target;
  const {variant, theme, text, locale} = look;
  const words = embedWords(report, target, locale);
  const given = {
    report: isBundled === false ? undefined : report.id,
    src: isBundled === false ? reportAddress(request) : undefined,
    [partAttribute(name) ?? '']: part,
    variant,
    theme,
    text,
    locale,
  };
  const attributes = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return {
    tag: `qd-${name}`,
    attributes: Object.fromEntries(attributes),
    children: html`<a href="${base}${embedPath(target)}">${words}</a>`,
  };
}
