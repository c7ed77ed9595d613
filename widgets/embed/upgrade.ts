import {EMBED_NAMES, embedPath, partAttribute, readEmbedPath} from '../../src/embed/embed-path.js';
import {reportIds} from '../../src/report-registry.js';
import type {ReportElement} from '../report-element.js';
import {lineAround} from './line-around.js';
import {plainHost, type OwnScript} from './own-script.js';
import {dataAddress, readAddress, type EmbedAddress} from './read-address.js';
import {wordsAround} from './words-around.js';

/** Where a link stays a link: inside our own tags, in menus and buttons, in an editor, and where the page asks. */
const OFF = `${EMBED_NAMES.map((name) => `qd-${name}`).join()},qd-qr,nav,button,label,summary,select,[contenteditable]:not([contenteditable=false i]),[data-qd-plain]`;
/** And where a text marker stays text. */
const LITERAL = `${OFF},a,code,pre,kbd,samp,script,style,textarea,title,noscript`;
const MARKER = /\[qd:([a-z-]+):([a-z0-9-]+)(?::([a-z0-9-]+))?\]/;
const HINT = /^qd-(variant|theme|text|locale)-([\w-]+)$/;

/** Whether an address stands for one figure, which can be told in a sentence. */
const isFigure = ({target: {name}}: EmbedAddress) => name === 'metric' || name === 'progress';

/** A tag that took the place of words, which are inside it. */
interface Made {
  own: Node;
  /** The words beside a figure in a sentence. */
  around: Text[];
}

/**
 * Makes cards of the links and text markers of the page, and of those that come later. The words they replace
 * stay inside the tag, which shows them again when it fails.
 */
export function startUpgrade({hosts, hasMarkers, address}: OwnScript): void {
  const made = new WeakMap<Node, Made>();
  const left = new WeakSet<Node>();

  /** What a link or the text of a marker stands for; nothing for any other node. */
  function read(node: Node): EmbedAddress | undefined {
    if (left.has(node) || document.designMode === 'on') return undefined;
    if (node.nodeType === 3) {
      const text = (node as Text).data.trim();
      const [marker] = MARKER.exec(text) ?? [];
      return hasMarkers && marker === text && !node.parentElement?.closest(LITERAL)
        ? readMarker(text)
        : undefined;
    }
    const link = node as HTMLAnchorElement;
    // The first test spares a page with thousands of links the work of the second.
    if (link.nodeName !== 'A' || !/embed|%/.test(link.href) || link.closest(OFF)) return undefined;
    const found = readAddress(link.getAttribute('href'), hosts);
    // A link of a page to itself is for its reader to click.
    const isHere =
      found && found.url.pathname === location.pathname && plainHost(found.url) === plainHost(location);
    return isHere ? undefined : found;
  }

  function readMarker(marker: string): EmbedAddress | undefined {
    const [, name, report, part] = MARKER.exec(marker)!;
    const target = readEmbedPath(`/embed/${name}/${report}${part ? `/${part}` : ''}`);
    return (
      target && readAddress(`${new URL('..', address || location.href).href}${embedPath(target)}`, hosts)
    );
  }

  function upgrade(own: Node): void {
    const found = read(own);
    if (!found || !own.parentNode) return;
    const line = lineAround(own, (node) => node === own || Boolean(read(node)));
    if (line) {
      // Read before the first is made: inside a tag nothing is ours any more.
      const all = line.map((piece) => ({...piece, found: read(piece.own)!}));
      for (const {own, nodes, found} of all) make(own, nodes, found);
    } else if (own.nodeType === 1) upgradeInSentence(own, found);
  }

  /** Of what shows one figure, the figure; a list has no place in a sentence, nor a figure that of a picture. */
  function upgradeInSentence(own: Node, found: EmbedAddress): void {
    if (!isFigure(found)) return;
    if (own.nodeType === 1 && (own as Element).querySelector('img,picture,svg,object,video,p,div')) return;
    const target = {...found.target, name: 'metric'} as const;
    const tag = make(own, [own], {...found, target}, 'inline');
    tag.addEventListener('qd-ready', () => (tag.state === 'ready' ? addAround(tag) : restore(tag)));
    tag.addEventListener('qd-error', () => dropAround(tag));
  }

  function make(own: Node, nodes: Node[], found: EmbedAddress, variant?: 'inline'): ReportElement {
    const {name, report, part} = found.target;
    const tag = document.createElement(`qd-${name}`) as ReportElement;
    made.set(tag, {own, around: []});
    if (reportIds().indexOf(report) >= 0) tag.setAttribute('report', report);
    else tag.setAttribute('src', dataAddress(found));
    if (part) tag.setAttribute(partAttribute(name)!, part);
    const parent = nodes[0]!.parentNode!;
    // A class on the link or around it, as far as its block, may say how the card is to look.
    for (let at: Node | null = own; at && at !== parent.parentNode; at = at.parentNode) {
      for (const hint of (at as Element).classList ?? []) {
        const [, key, value] = HINT.exec(hint) ?? [];
        if (key && !tag.hasAttribute(key)) tag.setAttribute(key, value!);
      }
    }
    if (variant) tag.setAttribute('variant', variant);
    parent.insertBefore(tag, nodes[0]!);
    for (const node of nodes) tag.appendChild(node);
    return tag;
  }

  /** Puts the words that a link had besides its figure back into the sentence. */
  function addAround(tag: ReportElement): void {
    dropAround(tag);
    const {own, around} = made.get(tag)!;
    const observation = tag.outcome.report?.observations.find(
      ({indicator}) => indicator === tag.getAttribute('indicator'),
    );
    if (!observation || !tag.parentNode || own.nodeType !== 1) return;
    const {language} = tag as unknown as {language: string};
    const [before, after] = wordsAround(own.textContent ?? '', observation, language);
    for (const [words, next] of [
      [before, tag],
      [after, tag.nextSibling],
    ] as const) {
      if (words) around.push(tag.parentNode.insertBefore(document.createTextNode(words), next));
    }
  }

  function dropAround(tag: Node): void {
    for (const text of made.get(tag)!.around.splice(0)) text.parentNode?.removeChild(text);
  }

  /** Takes a tag of ours away, and leaves its words as they were. */
  function restore(tag: Node): void {
    const {own} = made.get(tag)!;
    dropAround(tag);
    left.add(own);
    while (tag.parentNode && tag.firstChild) tag.parentNode.insertBefore(tag.firstChild, tag);
    tag.parentNode?.removeChild(tag);
  }

  function upgradeMarkers(root: Node): void {
    const texts: Text[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === 3 && MARKER.test((node as Text).data)) texts.push(node as Text);
    }
    for (const text of texts) {
      upgrade(text);
      // In a sentence each marker becomes a text of its own; from the end, so that the places before it hold.
      const found = [...text.data.matchAll(new RegExp(MARKER, 'g'))];
      for (let match; (match = found.pop()) && !left.has(text) && !text.parentElement?.closest(LITERAL);) {
        const {0: marker, index} = match;
        const target = readMarker(marker);
        if (!target || !isFigure(target)) continue;
        const own = index ? text.splitText(index) : text;
        if (own.data.length > marker.length) own.splitText(marker.length);
        upgradeInSentence(own, target);
      }
    }
  }

  /** Upgrades what is in a part of the page. */
  function scan(root: Node): void {
    if (!root.isConnected) return;
    if (root.nodeName === 'A') upgrade(root);
    const {querySelectorAll} = root as Partial<Document>;
    if (querySelectorAll) for (const link of querySelectorAll.call(root, 'a[href]')) upgrade(link);
    if (hasMarkers) upgradeMarkers(root);
  }

  function onChange(records: MutationRecord[]): void {
    if (isParsing(scanAll)) return;
    for (const {type, target, addedNodes, removedNodes} of records) {
      if (type === 'childList') {
        for (const node of addedNodes) scan(node);
        // A page that takes its link away means the card too.
        const own = removedNodes.length ? made.get(target)?.own : undefined;
        if (own && !target.contains(own)) {
          dropAround(target);
          target.parentNode?.removeChild(target);
        }
      } else {
        // The link leads elsewhere now: what it was made into is made anew.
        const around = (target as Element).closest?.(OFF);
        if (around && made.get(around)?.own === target) restore(around);
        left.delete(target);
        scan(target);
      }
    }
    // Our own changes are no news.
    observer.takeRecords();
  }

  const observer = new MutationObserver(onChange);
  const scanAll = () => scan(document);

  /** Whether the page is still on its way; calls back when it is there, for a line may go on. */
  function isParsing(then: () => void): boolean {
    if (document.readyState !== 'loading') return false;
    document.addEventListener('readystatechange', then, {once: true});
    return true;
  }

  const start = () => {
    observer.observe(document, {
      childList: true,
      subtree: true,
      attributeFilter: ['href', 'contenteditable'],
      characterData: hasMarkers,
    });
    scanAll();
    observer.takeRecords();
  };
  if (!isParsing(start)) start();
}
