import {adoptStyles, type CSSResult, type LitElement} from 'lit';

const adopted = new WeakMap<LitElement, Set<CSSResult>>();

/** Adds a style sheet to an element's own, once. */
export function adoptOnce(host: LitElement, sheet: CSSResult): void {
  let sheets = adopted.get(host);
  if (!sheets) adopted.set(host, (sheets = new Set()));
  if (sheets.has(sheet)) return;
  sheets.add(sheet);
  const own = (host.constructor as typeof LitElement).elementStyles;
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...sheets]);
}
