import {adoptStyles, isServer, type CSSResult, type LitElement} from 'lit';
import type {ReportElement} from './report-element.js';

const adopted = new WeakMap<LitElement, Set<CSSResult>>();

/** Adds a style sheet to an element's own, once: after those that were added, or before them. */
export function adoptOnce(host: LitElement, sheet: CSSResult, isFirst = false): void {
  const own = (host.constructor as typeof LitElement).elementStyles;
  // A server writes out what all elements of the kind wear.
  if (isServer) {
    // After the tokens, which all have.
    if (!own.includes(sheet)) own.splice(isFirst ? 1 : own.length, 0, sheet);
    return;
  }
  const others = adopted.get(host) ?? new Set();
  if (others.has(sheet)) return;
  const sheets = new Set(isFirst ? [sheet, ...others] : [...others, sheet]);
  adopted.set(host, sheets);
  // Looks may come before what they are for.
  (host as Partial<ReportElement>).openRoot?.();
  adoptStyles(host.renderRoot as ShadowRoot, [...own, ...sheets]);
}
