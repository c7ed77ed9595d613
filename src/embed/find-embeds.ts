import {
  needsPart,
  partAttribute,
  readEmbedPath,
  EMBED_NAMES,
  type EmbedName,
  type EmbedTarget,
} from './embed-path.js';
import {embedWords} from './embed-words.js';
import {elementsIn, readMarkup, textOf} from './read-markup.js';
import type {Report} from '../schema.js';

/** A thing to embed that was found in a text. */
export interface FoundEmbed {
  target: EmbedTarget;
  /** By what it was found: a link or an address, our tag, a text marker, or only its words. */
  by: 'link' | 'tag' | 'marker' | 'words';
  /** The folder that carries `embed/` there; absent where no address says it. */
  base?: string | undefined;
}

const ADDRESS = /(?:https?:\/\/|\/)[^\s"'<>，。；、（）《》“”\]]+/g;
const NAMES = EMBED_NAMES.join('|');
const MARKER = new RegExp(`\\[qd:(${NAMES}):([a-z0-9-]+)(?::([a-z0-9-]+))?\\]`, 'g');

/** Stands for the site of a text that came without its address. */
const NOWHERE = 'http://here.invalid/';

/**
 * What an address names, and the folder that it stands in; `undefined` for any other address.
 *
 * @param page - The address of the page that names it.
 */
export function readEmbedAddress(
  address: string,
  page = NOWHERE,
): Pick<FoundEmbed, 'target' | 'base'> | undefined {
  let url: URL;
  try {
    url = new URL(address.trim(), page);
  } catch {
    return undefined;
  }
  const target = /^https?:$/.test(url.protocol) ? readEmbedPath(url.pathname) : undefined;
  if (!target) return undefined;
  const folder = url.pathname.slice(0, url.pathname.lastIndexOf('/embed/') + 1);
  return {target, base: url.host === 'here.invalid' ? undefined : `${url.origin}${folder}`};
}

/** White space and the forms of letters and signs do not tell two texts apart. */
export function comparable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/**
 * Everything to embed that a pasted text or page has, once each, in its order: addresses of embed pages (an address
 * alone is a text too), tags, markers, and label and figure of the given reports in plain words.
 *
 * @param page - Where the page stands, where that is known: what its links begin from.
 */
export function findEmbeds(text: string, reports: readonly Report[], page?: string): FoundEmbed[] {
  const root = readMarkup(text);
  const words = textOf(root);
  const found: FoundEmbed[] = [];
  for (const {name, attributes} of elementsIn(root)) {
    const link = readEmbedAddress(attributes['href'] ?? attributes['src'] ?? '', page);
    if (link) found.push({...link, by: 'link'});
    const tag = EMBED_NAMES.find((known) => name === `qd-${known}`);
    const target = tag && tagTarget(tag, attributes);
    if (target) found.push({target, by: 'tag'});
  }
  for (const [address] of words.matchAll(ADDRESS)) {
    const link = readEmbedAddress(address, page);
    if (link) found.push({...link, by: 'link'});
  }
  for (const [, name, report, part] of words.matchAll(MARKER)) {
    const tag = name as EmbedName;
    if (part || !needsPart(tag)) found.push({target: {name: tag, report: report!, part}, by: 'marker'});
  }
  const plain = comparable(words);
  for (const report of reports) {
    for (const {indicator} of report.observations) {
      const target: EmbedTarget = {name: 'metric', report: report.id, part: indicator};
      const isNamed = ['zh-CN', 'en'].some((locale) =>
        plain.includes(comparable(embedWords(report, target, locale))),
      );
      const isFound = found.some(
        (other) => other.target.report === report.id && other.target.part === indicator,
      );
      if (isNamed && !isFound) found.push({target, by: 'words'});
    }
  }
  const key = ({target: {name, report, part}}: FoundEmbed) => `${name} ${report} ${part}`;
  return found.filter((one, at) => found.findIndex((other) => key(other) === key(one)) === at);
}

function tagTarget(name: EmbedName, attributes: Record<string, string>): EmbedTarget | undefined {
  const report = attributes['report'];
  const attribute = partAttribute(name);
  const part = attribute && attributes[attribute]?.trim().split(/\s+/)[0];
  return report && (part || !needsPart(name)) ? {name, report, part: part || undefined} : undefined;
}
