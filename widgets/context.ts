import {onRegister} from '../src/report-registry.js';

/** What an element takes from the page around it. */
export interface ContextListener extends HTMLElement {
  /** The page around changed its language, theme or text size. */
  contextChanged(): void;
}

const ATTRIBUTES = ['lang', 'data-qd-theme', 'data-qd-text'];
const connected = new Set<ContextListener>();
let observer: MutationObserver | undefined;
let unregister: (() => void) | undefined;
let observed = new WeakSet<Node>();

/** The nearest element that matches, from `start` upwards and out through shadow roots. */
export function closestAcross(start: Element, selector: string): Element | null {
  for (let at: Element | null = start; at;) {
    const found: Element | null = at.closest(selector);
    if (found) return found;
    const root: Node = at.getRootNode();
    at = (root as ShadowRoot).host ?? null;
  }
  return null;
}

/** What was last asked for around siblings in a page, until something changes there. */
let around: {parent: Element; known: Record<string, string | null>} | undefined;

/** The value of an attribute on the nearest element around that has it. */
export function nearestAttribute(start: Element, name: string): string | null {
  const own = start.getAttribute(name);
  if (own !== null) return own;
  const parent = start.parentElement;
  const nearest = () => closestAcross(parent ?? start, `[${name}]`)?.getAttribute(name) ?? null;
  // Outside of a page nobody says that something has changed.
  if (!parent || !start.isConnected) return nearest();
  if (around?.parent !== parent) around = {parent, known: {}};
  const {known} = around;
  return name in known ? known[name]! : (known[name] = nearest());
}

function changed(): void {
  around = undefined;
  for (const listener of [...connected]) listener.contextChanged();
}

/** All elements now in a page that listen; those inside `around` if given. */
export function listeners(around?: Node): ContextListener[] {
  const all = [...connected];
  return around ? all.filter((element) => containsAcross(around, element)) : all;
}

function containsAcross(around: Node, element: Element): boolean {
  for (let at: Node | null = element; at; at = (at.getRootNode() as ShadowRoot).host ?? null) {
    if (around.contains(at)) return true;
  }
  return false;
}

/** One observer for the whole page, there only while an element of ours is. */
export function joinContext(element: ContextListener): void {
  connected.add(element);
  around = undefined;
  if (!observer) {
    observer = new MutationObserver(changed);
    unregister = onRegister(changed);
  }
  for (let at: Node | null = element; at; at = (at as ShadowRoot).host ?? null) {
    at = at.getRootNode();
    if (!observed.has(at)) {
      observed.add(at);
      observer.observe(at, {subtree: true, attributes: true, attributeFilter: ATTRIBUTES});
    }
  }
}

export function leaveContext(element: ContextListener): void {
  connected.delete(element);
  around = undefined;
  if (connected.size) return;
  observer?.disconnect();
  unregister?.();
  observer = unregister = undefined;
  observed = new WeakSet();
}

export type Theme = 'light' | 'dark' | 'wall';

/** Absent on a server, and where a page has taken it away. */
const dark: MediaQueryList | undefined = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
// Not addEventListener, which Safari has from 14.
dark?.addListener(changed);

/**
 * The theme to draw in. `auto` follows the reader's system. With nothing said, a card is light unless the
 * page itself declares that it can be dark (`color-scheme`): a card has no background of its own, and light
 * letters on a white portal could not be read.
 */
export function resolveTheme(asked: string | null): Theme {
  if (/^(light|dark|wall)$/.test(asked!)) return asked as Theme;
  return dark?.matches && (asked === 'auto' || pageCanBeDark()) ? 'dark' : 'light';
}

function pageCanBeDark(): boolean {
  return (
    /\bdark\b/.test(getComputedStyle(document.documentElement).colorScheme) ||
    !!document.querySelector('[name=color-scheme][content~=dark]')
  );
}
