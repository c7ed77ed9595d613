/** A piece of pasted HTML: text, or an element with its attributes and pieces. */
export interface MarkupNode {
  /** Name in small letters; absent for text. */
  name?: string;
  attributes: Record<string, string>;
  children: MarkupNode[];
  parent?: MarkupNode | undefined;
  /** Of text only, entities read. */
  text: string;
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|wbr)$/;
const HIDDEN = /^(?:script|style|template|title|head)$/;
const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<!\w[^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+|<)/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const NAMED: Record<string, string> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0'};

/** The text that HTML stands for: `&lt;` is a less-than sign. Unknown entities stay as they are. */
export function readEntities(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (all, hex, digits, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? all;
    const code = hex ? parseInt(hex, 16) : Number(digits);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}

/**
 * Pasted HTML as a tree, without a DOM and whatever state it is in: what is not closed ends with what is around
 * it, what was never opened is passed over. Good enough to ask what is left; not for showing.
 */
export function readMarkup(markup: string): MarkupNode {
  const root: MarkupNode = {name: '#root', attributes: {}, children: [], text: ''};
  let at = root;
  let raw: string | undefined;
  for (const [, close, tag, rest, text] of markup.matchAll(PIECE)) {
    if (raw) {
      if (close && tag!.toLowerCase() === raw) {
        raw = undefined;
        at = at.parent ?? root;
      }
      continue;
    }
    if (text !== undefined) {
      at.children.push({attributes: {}, children: [], parent: at, text: readEntities(text)});
      continue;
    }
    if (!tag) continue;
    const name = tag.toLowerCase();
    if (close) {
      let open: MarkupNode | undefined = at;
      while (open && open.name !== name) open = open.parent;
      if (open?.parent) at = open.parent;
      continue;
    }
    const attributes: Record<string, string> = {};
    for (const [, key, quoted, single, bare] of (rest ?? '').matchAll(ATTRIBUTE)) {
      attributes[key!.toLowerCase()] ??= readEntities(quoted ?? single ?? bare ?? '');
    }
    const node: MarkupNode = {name, attributes, children: [], parent: at, text: ''};
    at.children.push(node);
    if (VOID.test(name) || /\/\s*$/.test(rest ?? '')) continue;
    at = node;
    if (name === 'script' || name === 'style') raw = name;
  }
  return root;
}

/** All elements inside, in the order of the text. */
export function elementsIn(node: MarkupNode): MarkupNode[] {
  return node.children.flatMap((child) => (child.name ? [child, ...elementsIn(child)] : []));
}

/** What a reader sees of it, without the code of scripts and style sheets. */
export function textOf(node: MarkupNode): string {
  if (!node.name) return node.text;
  if (HIDDEN.test(node.name)) return '';
  return node.children.map(textOf).join('');
}
