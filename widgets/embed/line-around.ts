/** What editors wrap around a link without starting a new line. */
const INLINE = /^(?:SPAN|STRONG|B|EM|I|U|S|FONT|SMALL|BIG|MARK|INS|DEL|SUB|SUP|BDI|BDO|NOBR|TT)$/i;
/** What ends the line that a link stands in. */
const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DETAILS|DIR|DIV|DL|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|MAIN|MENU|NAV|OL|P|PRE|SECTION|TABLE|UL|QD-.+)$/i;
/** Elements whose content is a line of text and stays one. */
const TEXT_ONLY = /^(?:H[1-6]|DT|CAPTION|FIGCAPTION|LEGEND)$/i;
/** What may stand in a line without being seen. */
const UNSEEN = /^(?:BR|WBR|SCRIPT|STYLE|TEMPLATE|LINK|META)$/i;

/** A link or marker of ours, and the nodes that a card takes the place of. */
export interface Piece {
  own: Node;
  nodes: Node[];
}

const isBlock = (node: Node) =>
  BLOCK.test(node.nodeName) && (node as Element).getAttribute('variant') !== 'inline';

/** Whether a part of a line shows nothing. */
function isEmpty(node: Node): boolean {
  // Besides white space, \u200B and its like are what editors leave behind.
  if (node.nodeType === 3) return !/[^\s\u200B-\u200D\u2060]/.test((node as Text).data);
  if (node.nodeType !== 1 || UNSEEN.test(node.nodeName)) return true;
  return INLINE.test(node.nodeName) || /^A$/i.test(node.nodeName)
    ? [...node.childNodes].every(isEmpty)
    : false;
}

/** The links of ours in a part of a line; nothing when it holds anything else that is seen. */
function ownIn(node: Node, isOwn: (node: Node) => boolean): Node[] | undefined {
  if (isOwn(node)) return [node];
  if (isEmpty(node)) return [];
  if (!INLINE.test(node.nodeName)) return undefined;
  const all: Node[] = [];
  for (const child of node.childNodes) {
    const own = ownIn(child, isOwn);
    if (!own) return undefined;
    all.push(...own);
  }
  return all;
}

/**
 * The line that a link stands in: everything beside it between the block-level elements before and after it. Where
 * nothing but links of ours is in it, gives it cut into one piece for each link; otherwise nothing, for then the
 * link stands in a sentence.
 *
 * @param own - The link, or the text of a marker.
 * @param isOwn - Whether a node is another such.
 */
export function lineAround(own: Node, isOwn: (node: Node) => boolean): Piece[] | undefined {
  let top = own;
  while (top.parentNode && INLINE.test(top.parentNode.nodeName)) top = top.parentNode;
  if (!top.parentNode || TEXT_ONLY.test(top.parentNode.nodeName)) return undefined;
  // Outwards from the link: in a long text the nearest word settles it.
  let first = top;
  for (let at = top.previousSibling; at && !isBlock(at); at = at.previousSibling) {
    if (!ownIn(at, isOwn)) return undefined;
    first = at;
  }
  const pieces: Piece[] = [];
  const before: Node[] = [];
  for (let at: Node | null = first; at && !isBlock(at); at = at.nextSibling) {
    const found = ownIn(at, isOwn);
    if (!found) return undefined;
    // What is not seen goes with the link before it, so that a line break leaves no empty line.
    if (!found.length) (pieces.length ? pieces[pieces.length - 1]!.nodes : before).push(at);
    else for (const own of found) pieces.push({own, nodes: [found.length > 1 ? own : at]});
  }
  pieces[0]!.nodes.unshift(...before);
  return pieces;
}
