import {CSSResult} from 'lit';
import {ReportElement} from '../report-element.js';

/** One piece of a style sheet, in its order; with a condition where it stands in `@container`. */
interface Piece {
  sheet: CSSStyleSheet;
  condition?: {isMin: boolean; em: number};
  /** Everything that the piece styles, to find the container around it. */
  selector?: string;
}

interface Pieces {
  pieces: Piece[];
  /** What the style sheet makes a container: `.list`. */
  containers: string[];
}

const texts = new WeakMap<CSSStyleSheet, string>();
const cut = new Map<string, Pieces>();

/** From a `{` to the place behind the `}` that closes it. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0) return i + 1;
  }
  return text.length;
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

function selectorOf(sheet: CSSStyleSheet): string {
  return Array.from(sheet.cssRules, (rule) => (rule as CSSStyleRule).selectorText)
    .filter(Boolean)
    .join();
}

function cutUp(css: string): Pieces {
  // The unit of a container's width, as a length that the container carries.
  const text = css
    .replace(/@supports\s*\(width:\s*1cq[iw]\)/g, '@supports (width: 1px)')
    .replace(/([\d.]+)cq[iw]\b/g, 'calc($1 * var(--_cq, 1vw))');
  const pieces: Piece[] = [];
  const query = /@container\s*\(\s*(min-width:|max-width:|width\s*[<>]=)\s*([\d.]+)em\)\s*\{/g;
  let end = 0;
  for (let match = query.exec(text); match; match = query.exec(text)) {
    if (match.index > end) pieces.push({sheet: sheetOf(text.slice(end, match.index))});
    end = closing(text, query.lastIndex - 1);
    const sheet = sheetOf(text.slice(query.lastIndex, end - 1));
    const condition = {isMin: /^min|>/.test(match[1]!), em: Number(match[2])};
    pieces.push({sheet, condition, selector: selectorOf(sheet)});
    query.lastIndex = end;
  }
  if (end < text.length) pieces.push({sheet: sheetOf(text.slice(end))});
  const containers = Array.from(
    text.matchAll(/([^{}]+)\{[^{}]*container-type:\s*inline-size/g),
    ([, selector]) => selector!.trim(),
  );
  return {pieces, containers};
}

function piecesOf(sheet: CSSStyleSheet): Pieces {
  const text = texts.get(sheet);
  // A sheet of no concern stays itself: others may change it.
  if (text === undefined || !/@container|container-type|\dcq[iw]\b/.test(text)) {
    return {pieces: [{sheet}], containers: []};
  }
  let pieces = cut.get(text);
  if (!pieces) cut.set(text, (pieces = cutUp(text)));
  return pieces;
}

/** Width of the content and size of the type, which a container's queries go by. */
const measured = new WeakMap<Element, {width: number; em: number}>();
const updates = new WeakMap<Element, () => void>();
let observer: ResizeObserver;

/** Reads all sizes before anything is written, or a page of many cards would be laid out once for each. */
function measure(entries: ResizeObserverEntry[]): void {
  const changed = new Set<() => void>();
  for (const {target, contentRect} of entries) {
    measured.set(target, {width: contentRect.width, em: parseFloat(getComputedStyle(target).fontSize)});
    changed.add(updates.get(target)!);
  }
  for (const {target, contentRect} of entries) {
    (target as HTMLElement).style.setProperty('--_cq', `${contentRect.width / 100}px`);
  }
  for (const update of changed) update();
}

/**
 * Keeps the style sheets of one shadow root to what its containers' widths ask for. Where a root has several of
 * one kind, as the cells of a grid, they are taken to be of one width.
 */
function follow(host: ReportElement, root: ShadowRoot): void {
  const native =
    Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets') ??
    Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets');
  if (!native?.set) return;
  let given: readonly CSSStyleSheet[] = [];
  let all: Pieces[] = [];
  let containers = '';
  let active: CSSStyleSheet[] = [];
  const watched = new Set<Element>();

  function holds({condition, selector}: Piece): boolean {
    if (!condition) return true;
    const [first] = watched;
    const styled = selector ? root.querySelector(selector) : null;
    const size = measured.get(styled?.parentElement?.closest(containers) ?? first!);
    // A hidden one has no width, and nothing to lay out.
    if (!size?.width) return false;
    const limit = condition.em * size.em;
    return condition.isMin ? size.width >= limit : size.width <= limit;
  }

  function update(): void {
    const next = all.flatMap(({pieces}) => pieces.filter(holds).map(({sheet}) => sheet));
    if (next.length === active.length && next.every((sheet, i) => sheet === active[i])) return;
    active = next;
    native!.set!.call(root, next);
  }

  function take(sheets: readonly CSSStyleSheet[]): void {
    given = sheets;
    all = sheets.map(piecesOf);
    containers = all.flatMap((pieces) => pieces.containers).join();
    update();
  }

  take(root.adoptedStyleSheets);
  Object.defineProperty(root, 'adoptedStyleSheets', {configurable: true, get: () => given, set: take});
  host.addController({
    hostUpdated() {
      const found = new Set(containers ? root.querySelectorAll(containers) : []);
      for (const element of watched) {
        if (found.has(element)) continue;
        watched.delete(element);
        observer.unobserve(element);
      }
      // Observed, a new one is measured before anything is painted.
      for (const element of found) {
        if (watched.has(element)) continue;
        watched.add(element);
        updates.set(element, update);
        observer.observe(element);
      }
    },
  });
}

/**
 * Container queries and their units for Chromium before 105, by style sheets that come and go: without them a
 * wide screen would get the layouts of a phone, and a long figure would not get smaller. To be called before a
 * tag is defined.
 */
export function fallBackForContainers(): void {
  if (CSS.supports('container-type: inline-size') || !window.ResizeObserver) return;
  observer = new ResizeObserver(measure);
  const own = Object.getOwnPropertyDescriptor(CSSResult.prototype, 'styleSheet')!;
  Object.defineProperty(CSSResult.prototype, 'styleSheet', {
    configurable: true,
    get(this: CSSResult) {
      const sheet = own.get!.call(this) as CSSStyleSheet | undefined;
      if (sheet) texts.set(sheet, this.cssText);
      return sheet;
    },
  });
  const prototype = ReportElement.prototype as unknown as {createRenderRoot(): ShadowRoot};
  const {createRenderRoot} = prototype;
  prototype.createRenderRoot = function (this: ReportElement) {
    const root = createRenderRoot.call(this);
    if (root.adoptedStyleSheets) follow(this, root);
    return root;
  };
}

fallBackForContainers();
