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
  | 'card'
  | 'inline'
  | 'frame'
  | 'picture'
  | 'marker'
  | 'link'
  | 'foreign'
  | 'address'
  | 'words'
  | 'code'
  | 'nothing';

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

/* As widgets/embed/line-around.ts has them, which decides on the page. */
const INLINE = /^(?:span|strong|b|em|i|u|s|font|small|big|mark|ins|del|sub|sup|bdi|bdo|nobr|tt)$/;
const BLOCK =
  /^(?:address|article|aside|blockquote|center|details|dir|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|main|menu|nav|ol|p|pre|section|table|ul|qd-.+)$/;
const TEXT_ONLY = /^(?:h[1-6]|dt|caption|figcaption|legend)$/;
const UNSEEN = /^(?:br|wbr|script|style|template|link|meta)$/;
const CODE = /<\/?(?:qd-[a-z]|script\b|iframe\b|p class="?qd-|a href=)/i;

const hostOf = (address: string) => /^(?:https?:)?\/\/([^/?#]+)/i.exec(address.trim())?.[1]?.toLowerCase();

/** Whether nothing but links of ours is to be seen in it. */
function isOwnOrEmpty(node: MarkupNode): boolean {
  if (!node.name) return !/[^\s\u200b-\u200d\u2060\ufeff]/.test(node.text);
  if (isEmbedLink(node) || UNSEEN.test(node.name)) return true;
  return (INLINE.test(node.name) || node.name === 'a') && node.children.every(isOwnOrEmpty);
}

/** Whether nothing but links of ours is to be seen between the blocks before and after it, as the upgrade asks. */
function isAlone(link: MarkupNode): boolean {
  let top = link;
  while (top.parent && INLINE.test(top.parent.name!)) top = top.parent;
  if (!top.parent || TEXT_ONLY.test(top.parent.name!)) return false;
  const {children} = top.parent;
  const own = children.indexOf(top);
  const isBlock = ({name}: MarkupNode) => Boolean(name && BLOCK.test(name));
  const last = children.findIndex((node, at) => at > own && isBlock(node));
  const first = children.reduce((found, node, at) => (at < own && isBlock(node) ? at + 1 : found), 0);
  return children.slice(first, last < 0 ? undefined : last).every(isOwnOrEmpty);
}

/** A link to something of ours. */
function isEmbedLink({name, attributes}: MarkupNode): boolean {
  return name === 'a' && Boolean(readEmbedAddress(attributes['href'] ?? ''));
}

/** Whether it stands inside a tag of ours, where it is only that tag's words. */
function isInTag(node: MarkupNode): boolean {
  for (let at = node.parent; at; at = at.parent) if (tagName(at)) return true;
  return false;
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
  const links = elements.filter(isEmbedLink);
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
    const own = links.filter((link) => !isForeign(link) && !isInTag(link));
    const isPicture = (link: MarkupNode) => elementsIn(link).some((element) => pictures.includes(element));
    const cards = own.filter((link) => !isPicture(link));
    if (cards.length) return cards.some(isAlone) ? 'card' : 'inline';
    if (pictures.length) return 'picture';
    if (frames.length) return 'frame';
    if (links.some((link) => !isForeign(link))) return 'link';
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

  const works = !['link', 'foreign', 'address', 'words', 'code', 'nothing'].includes(outcome);
  return {outcome, works, left: [...left], advice: [...advice]};
}
