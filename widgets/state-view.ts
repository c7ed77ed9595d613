import {css, html, nothing, type ReactiveElement, type TemplateResult} from 'lit';
import {reportIds} from '../src/report-registry.js';
import './templates.js';
import {adoptOnce} from './adopt-once.js';
import {closestAcross} from './context.js';
import {say} from './define.js';
import {faultWords} from './fault-words.js';
import {renderFrame} from './frame.js';
import {reasonOf, whyRefused, type Fault, type FaultError} from './fault.js';
import type {ReportElement} from './report-element.js';
import {defineWords} from './words.js';

/** What an element that has nothing to show says of itself. */
export interface StateHost
  extends ReactiveElement, Pick<ReportElement, 'state' | 'src' | 'report' | 'outcome' | 'reload'> {
  language: string;
  heading: string;
  /** Why there is nothing, if not that the report lacks the figure. */
  absence?: string;
}

/** Draws a card that waits, lacks its data or has failed; loaded only when there is one. */
export function renderState(host: StateHost, fault: Fault | undefined): TemplateResult {
  const {state} = host;
  return renderFrame(host, `state ${state}`, stateOf(host, fault), state === 'loading');
}

function stateOf(host: StateHost, fault: Fault | undefined): TemplateResult {
  const {state, language, heading, absence} = host;
  adoptOnce(host, stateStyles);
  if (state === 'error') return renderFault(fault!, host);
  if (state === 'absent') {
    return html`${heading ? html`<p part="label" class="label">${heading}</p>` : nothing}
      <p class="dash" aria-hidden="true">—</p>
      <p part="note" class="note">${absence ?? stateWords(language).notInReport}</p>`;
  }
  if (hasFallback(host)) return html`<div class="fallback"><slot></slot></div>`;
  return html`<span class="hidden" role="status">${stateWords(language).loading}</span><i class="bone"></i
    ><i class="bone big"></i><i class="bone"></i>`;
}

function renderFault(fault: Fault, host: StateHost): TemplateResult {
  const words = faultWords(host.language);
  const retry = () => {
    keepFocus(host);
    sourceOf(host).reload();
  };
  const told = explained(fault, host);
  const canRetry = told.code === 'load-failed' || told.code === 'timeout';
  return html`<div class="fallback"><slot></slot></div>
    <p class="flag bad" role="alert">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.5"></circle>
        <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="currentColor" stroke-width="1.5"></path></svg
      ><span>${words.sentence(told, host.localName)}</span>
    </p>
    ${canRetry ? html`<p><button class="button" type="button" @click=${retry}>${words.retry}</button></p>` : nothing}`;
}

/**
 * Holds the focus of a button that is about to go, and gives it on to what comes: the figure's source, or the same
 * button when it failed again. Who has moved on meanwhile is left alone.
 */
function keepFocus(host: StateHost): void {
  const root = host.renderRoot as ShadowRoot;
  const base = root.querySelector<HTMLElement>('[part="base"]');
  if (!base || !root.activeElement) return;
  base.tabIndex = -1;
  base.focus({preventScroll: true});
  const following = {
    hostUpdated() {
      if (host.state === 'loading') return;
      host.removeController(following);
      // What was removed with the focus on it leaves it to the page.
      if (root.activeElement || document.activeElement === document.body) {
        root.querySelector<HTMLElement>('button, a[href], [tabindex="0"]')?.focus({preventScroll: true});
      }
      base.removeAttribute('tabindex');
    },
  };
  host.addController(following);
}

/** The element that names the report: the tag itself, or the `<qd-report>` around that it takes it from. */
function sourceOf(host: StateHost): StateHost {
  if (host.src || host.report) return host;
  const parent = host.parentElement ?? (host.getRootNode() as ShadowRoot).host;
  const around = parent && (closestAcross(parent, 'qd-report') as StateHost | null);
  return around?.outcome ? sourceOf(around) : host;
}

/** The flag of a figure that waits for a newer one. */
export function renderLate(host: ReactiveElement, language: string): TemplateResult {
  adoptOnce(host, stateStyles);
  return html`<p class="flag">
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M8 1.5L15 14.5H1z"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
      ></path>
      <path d="M8 6v4m0 1.5v1.5" stroke="currentColor" stroke-width="1.5"></path></svg
    ><span>${stateWords(language).late}</span>
  </p>`;
}

const stateWords = defineWords<{loading: string; notInReport: string; late: string}>('state', {
  'zh-CN': {loading: '正在读取数据', notInReport: '报告未给出这个数字', late: '数字待更新'},
  en: {
    loading: 'Loading data',
    notInReport: 'The report does not give this figure',
    late: 'Figure to be updated',
  },
});

/** Says a fault where programs listen, once: one event on the element, one line in the console. Without one, the next is new. */
export function tellFault(host: StateHost, fault: Fault | undefined): void {
  if (!fault) {
    occasions.delete(host);
    return;
  }
  const tag = host.localName;
  const told = explained(fault, host);
  const occasion = `${told.code} ${told.what} ${told.attribute} ${reasonOf(told, 'en')}`;
  if (occasions.get(host) === occasion) return;
  occasions.set(host, occasion);
  say(`<${tag}> ${faultWords('en').sentence(told, tag)}`, 'error');
  const detail = {code: told.code, message: faultWords(host.language).sentence(told, tag)};
  host.dispatchEvent(new CustomEvent('qd-error', {detail, bubbles: true, composed: true}));
}

/** The fault each element has told, so that it is told once. */
const occasions = new WeakMap<HTMLElement, string>();

function hasFallback(host: HTMLElement): boolean {
  for (let node = host.firstChild; node; node = node.nextSibling) {
    // By its type: old libraries put a function of their own in the place of Element.
    const isElement = node.nodeType === 1;
    if (isElement ? !(node as Element).matches('script,style,template') : node.textContent?.trim())
      return true;
  }
  return false;
}

/** A fault with what its sentence needs: code and reason of what was thrown, and ids that may be meant. */
function explained(fault: Fault, host: StateHost): Fault {
  const {error} = fault;
  if (!error) return withNearest(fault);
  const {name, fault: own} = Object(error) as FaultError;
  if (name === 'FaultError') return withNearest(own);
  const {src, report} = sourceOf(host);
  return {
    code: name === 'ReportError' ? 'invalid-report' : 'load-failed',
    what: src ?? (typeof report === 'string' ? report : ''),
    why: whyRefused(error),
  };
}

/** Of all that is known, the three an author may have meant: a mistyped id is mostly near to the right one. */
function withNearest(fault: Fault): Fault {
  const {
    what,
    code,
    known = code === 'unknown-report' && what !== undefined ? reportIds() : undefined,
  } = fault;
  if (!known || known.length <= 3) return {...fault, known};
  if (!what) return {...fault, known: known.slice(0, 3)};
  // Compare only as much as an author could have typed.
  const asked = String(what).slice(0, 100).toLowerCase();
  const ranked = known
    .slice(0, 2_000)
    .map((id) => ({id, distance: editDistance(asked, id)}))
    .sort((a, b) => a.distance - b.distance);
  return {...fault, known: ranked.slice(0, 3).map(({id}) => id)};
}

/** Levenshtein's distance. */
function editDistance(a: string, b: string): number {
  let row = [0];
  for (let j = 1; j <= b.length; j++) row.push(j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

const stateStyles = css`
  .qd {
    --_warn: #855600;
    --_bad: #b3261e;
    --_skeleton: #e6eaed;
  }
  @media screen {
    .qd[data-theme='dark'],
    .qd[data-theme='wall'] {
      --_bad: #f29b92;
      --_skeleton: #26323c;
    }
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .stale {
    border-block-start-style: dashed;
    border-block-start-color: var(--_warn);
  }
  .stale .n,
  .stale .s,
  .stale .w {
    color: var(--_ink-2);
  }
  .fallback {
    padding-block-end: calc(var(--_unit) * 2);
  }
  /* In a sentence the fallback stands as if the tag were not there, and the fault after it. */
  :host([variant='inline']) .state,
  :host([variant='inline']) .fallback {
    display: inline;
    padding: 0;
    border: 0;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    line-height: inherit;
  }
  :host([variant='inline']) p {
    display: inline;
  }
  :host([variant='inline']) .bone {
    display: inline-block;
    width: 5em;
    margin: 0;
  }
  :host([variant='inline']) .bone:not(.big) {
    display: none;
  }
  .dash {
    font-size: calc(var(--_base) * var(--_r-card));
    line-height: 1.1;
    color: var(--_ink-2);
  }
  .state {
    border-block-start: var(--_thin) solid var(--_rule);
    padding-block-start: calc(var(--_unit) * 3);
    height: auto;
  }
  .absent {
    border-block-start-color: var(--_line-strong);
  }
  .error {
    border-block-start-color: var(--_bad);
  }
  .flag {
    display: flex;
    align-items: flex-start;
    font-size: var(--_caption);
    line-height: var(--_leading-note);
    color: var(--_warn);
    margin-block-start: calc(var(--_unit) * 2);
  }
  .bad {
    color: var(--_bad);
  }
  .flag svg {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    margin-block-start: 0.22em;
    margin-inline-end: 0.5em;
  }
  .button {
    margin-block-start: calc(var(--_unit) * 2);
    border: var(--_thin) solid var(--_line-strong);
    border-radius: 2px;
    background: var(--_surface, #fff);
    color: var(--_ink);
    font-size: var(--_caption);
    line-height: 1.4;
    min-height: var(--_tap);
    padding: 0.5em 1em;
  }
  .button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .bone {
    display: block;
    height: 0.9em;
    width: 55%;
    margin-block-end: calc(var(--_unit) * 3);
    border-radius: 2px;
    background: var(--_skeleton);
  }
  .bone.big {
    height: calc(var(--_base) * var(--_r-card));
    width: 75%;
  }
  @media (prefers-reduced-motion: no-preference) {
    .qd:not([data-theme='wall']) .bone {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
  }
  @keyframes breathe {
    to {
      opacity: 0.55;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
      background: Canvas;
    }
  }
`;
