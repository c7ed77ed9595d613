import {EMBED_NAMES, needsPart, partAttribute, type EmbedName} from './embed-path.js';
import {comparable, findEmbeds, readEmbedAddress} from './find-embeds.js';
import {elementsIn, readMarkup, textOf, type MarkupNode} from './read-markup.js';

/** What can be left of a snippet. */
export type MarkupPart =
  | 'link'
  | 'class'
  | 'tag'
  | 'attributes'
  | 'iframe'
  | 'picture'
  | 'script'
  | 'marker'
  | 'address'
  | 'words'
  | 'code';

/** What readers get of it, the best that is left. */
export type MarkupOutcome =
  'card' | 'inline' | 'frame' | 'picture' | 'marker' | 'foreign' | 'address' | 'words' | 'code' | 'nothing';

/** What there is to do, or to know. */
export type MarkupAdvice =
  | 'load-script'
  | 'own-block'
  | 'list-host'
  | 'copy-rich'
  | 'paste-source'
  | 'use-link'
  | 'open-tags'
  | 'empty-tag'
  | 'frame-scripts'
  | 'picture-lost'
  | 'article-script'
  | 'expand-markers';

/** What is left of a snippet, and what that means. */
export interface MarkupVerdict {
  outcome: MarkupOutcome;
  /** Whether the reader gets the figure in one of our forms. */
  works: boolean;
  left: MarkupPart[];
  advice: MarkupAdvice[];
}

/** The snippet as it was before. */
export interface ExpectedMarkup {
  /** Label and figure. */
  words: string;
  /** Address of the link. */
  address: string;
}

const BLOCK =
  /^(?:#root|address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const CODE = /<\/?(?:qd-[a-z]|script\b|iframe\b|p class="?qd-|a href=)/i;

const hostOf = (address: string) => /^(?:https?:)?\/\/([^/?#]+)/i.exec(address.trim())?.[1]?.toLowerCase();

/** Whether nothing else is to be read in the block around it. */
function isAlone(link: MarkupNode): boolean {
  let block = link.parent;
  while (block?.parent && !BLOCK.test(block.name!) && !block.name!.startsWith('qd-')) block = block.parent;
  const plain = (node: MarkupNode) => textOf(node).replace(/[\s\u200b-\u200d\ufeff]+/g, '');
  return !block || block.name === '#root' || plain(block) === plain(link);
}

function tagName({name}: MarkupNode): EmbedName | undefined {
  return EMBED_NAMES.find((known) => name === `qd-${known}`);
}

/** Whether the tag still says what to show. */
function isComplete(tag: MarkupNode): boolean {
  const name = tagName(tag)!;
  const attribute = partAttribute(name);
  return Boolean(tag.attributes['report'] && (!needsPart(name) || (attribute && tag.attributes[attribute])));
}

/**
 * What an editor, a content management system or a filter has left of a snippet, and what readers get of that.
 * The markup is what came back: source text, or the HTML that a copy of the page put on the clipboard.
 */
export function judgeMarkup(markup: string, expected: ExpectedMarkup): MarkupVerdict {
  const root = readMarkup(markup);
  const elements = elementsIn(root);
  const text = textOf(root);
  const left = new Set<MarkupPart>();
  const advice = new Set<MarkupAdvice>();

  const tags = elements.filter(tagName);
  const complete = tags.filter(isComplete);
  const links = elements.filter(
    ({name, attributes}) => name === 'a' && readEmbedAddress(attributes['href'] ?? ''),
  );
  const frames = elements.filter(
    ({name, attributes}) => name === 'iframe' && readEmbedAddress(attributes['src'] ?? ''),
  );
  const pictures = elements.filter(
    ({name, attributes}) =>
      name === 'img' && /\/embed\/.+\/card(?:-dark)?\.png$/.test(attributes['src'] ?? ''),
  );
  const host = hostOf(expected.address);
  const isForeign = ({attributes}: MarkupNode) => {
    const own = hostOf(attributes['href'] ?? attributes['src'] ?? '');
    return Boolean(own && host && own !== host);
  };
  const isCode = CODE.test(text);
  const bare = findEmbeds(text, []);

  if (tags.length) left.add('tag');
  if (complete.length) left.add('attributes');
  if (links.length) left.add('link');
  if (elements.some(({attributes}) => /(?:^|\s)qd-/.test(attributes['class'] ?? ''))) left.add('class');
  if (frames.length) left.add('iframe');
  if (pictures.length) left.add('picture');
  if (elements.some(({name}) => name === 'script')) left.add('script');
  if (bare.some(({by}) => by === 'marker')) left.add('marker');
  if (!links.length && bare.some(({by}) => by === 'link')) left.add('address');
  if (expected.words && comparable(text).includes(comparable(expected.words))) left.add('words');
  if (isCode) left.add('code');

  const outcome = ((): MarkupOutcome => {
    if (isCode && !complete.length) return 'code';
    if (complete.length) return 'card';
    const own = links.filter((link) => !isForeign(link));
    const cards = own.filter((link) => !pictures.some((picture) => elementsIn(link).includes(picture)));
    if (cards.length) return cards.some(isAlone) ? 'card' : 'inline';
    if (pictures.length) return 'picture';
    if (frames.length) return 'frame';
    if (own.length) return 'card';
    if (links.length) return 'foreign';
    if (left.has('marker')) return 'marker';
    if (left.has('address')) return 'address';
    return left.has('words') ? 'words' : 'nothing';
  })();

  if (outcome === 'card' || outcome === 'inline') advice.add('load-script');
  if (outcome === 'inline') advice.add('own-block');
  if (outcome === 'foreign') advice.add('list-host');
  if (outcome === 'code') advice.add('copy-rich').add('paste-source');
  if (outcome === 'words' || outcome === 'nothing') advice.add('copy-rich');
  if (outcome === 'address') advice.add('copy-rich');
  if (outcome === 'marker') advice.add('expand-markers');
  if (tags.length && !complete.length) advice.add('use-link').add('open-tags');
  if (complete.some((tag) => !textOf(tag).trim())) advice.add('empty-tag');
  if (frames.some(({attributes}) => 'sandbox' in attributes && !/allow-scripts/.test(attributes['sandbox']!)))
    advice.add('frame-scripts');
  if (
    elements.some(
      ({name, attributes}) => name === 'img' && /^image\/\w+;base64/.test(attributes['src'] ?? ''),
    )
  )
    advice.add('picture-lost');
  if (left.has('script')) advice.add('article-script');

  const works = !['foreign', 'address', 'words', 'code', 'nothing'].includes(outcome);
  return {outcome, works, left: [...left], advice: [...advice]};
}
