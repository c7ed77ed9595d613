import {adoptStyles, type CSSResult, type ReactiveElement} from '@lit/reactive-element';
import type {ReportElement} from './report-element.js';

const isServer = typeof document === 'undefined';
const adopted = new WeakMap<ReactiveElement, Set<CSSResult>>();

/** Adds style sheets to an element's own, each once: after those that were added, or before them. */
export function adoptOnce(host: ReactiveElement, added: CSSResult | CSSResult[], isFirst = false): void {
  const own = (host.constructor as typeof ReactiveElement).elementStyles;
  const others = adopted.get(host) ?? new Set();
  // A server writes out what all elements of the kind wear.
  const there = isServer ? new Set(own) : others;
  const missing = [added].flat().filter((sheet) => !there.has(sheet));
  if (!missing.length) return;
  if (isServer) {
    // After the tokens, which all have.
    own.splice(isFirst ? 1 : own.length, 0, ...missing);
    return;
  }
  const sheets = new Set(isFirst ? [...missing, ...others] : [...others, ...missing]);
  adopted.set(host, sheets);
  // Looks may come before what they are for.
  (host as Partial<ReportElement>).openRoot?.();
  adoptStyles(host.renderRoot as ShadowRoot, [...((host as Partial<ReportElement>).worn ?? own), ...sheets]);
}
