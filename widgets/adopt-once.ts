import {adoptStyles, isServer, type CSSResult, type LitElement} from 'lit';

const adopted = new WeakMap<LitElement, Set<CSSResult>>();

/** Adds a style sheet to an element's own, once. */
export function adoptOnce(host: LitElement, sheet: CSSResult): void {
  const own = (host.constructor as typeof LitElement).elementStyles;
  // A server writes out what all elements of the kind wear.
  if (isServer) {
    if (!own.includes(sheet)) own.push(sheet);
    return;
  }
  let sheets = adopted.get(host);
  if (!sheets) adopted.set(host, (sheets = new Set()));
  if (sheets.has(sheet)) return;
  sheets.add(sheet);
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...sheets]);
}
