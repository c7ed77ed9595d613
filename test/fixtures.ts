import {waitUntil} from '@open-wc/testing';
import type {Issue, Observation, Plan, Report} from '../src/schema.js';
import type {ReportElement, State} from '../widgets/report-element.js';

/** An observation whose sentence and offsets follow from `printed`. */
export function anObservation(overrides: Partial<Observation> = {}): Observation {
  const printed = overrides.printed ?? '12个';
  const quote = `全市新建公园${printed}，较为集中。`;
  const [number] = /[\d.]+[万亿]*/.exec(printed) ?? [printed];
  const start = 100;
  const figureStart = start + quote.indexOf(number);
  return {
    indicator: 'parks',
    label: {'zh-CN': '新建公园', en: 'New parks'},
    kind: 'count',
    printed,
    value: '12',
    scale: 0,
    unit: '个',
    provenance: {
      quote,
      start,
      end: start + quote.length,
      figureStart,
      figureEnd: figureStart + number.length,
    },
    ...overrides,
  };
}

function passage(quote: string) {
  return {quote, start: 300, end: 300 + quote.length};
}

export function anIssue(overrides: Partial<Issue> = {}): Issue {
  return {
    id: 'few-benches',
    number: '2.1',
    title: {'zh-CN': '座椅不足', en: 'Too few benches'},
    text: {'zh-CN': '部分公园座椅不足。', en: 'Some parks have too few benches.'},
    provenance: passage('部分公园座椅不足。'),
    plans: [{id: 'more-benches', by: 'editor', relation: 'answers'}],
    ...overrides,
  };
}

export function aPlan(overrides: Partial<Plan> = {}): Plan {
  return {
    id: 'more-benches',
    number: '3.1',
    title: {'zh-CN': '增设座椅', en: 'More benches'},
    text: {'zh-CN': '下半年增设座椅。', en: 'Benches will be added.'},
    provenance: passage('下半年增设座椅。'),
    status: 'not-stated',
    ...overrides,
  };
}

/** A small valid report with one count, one share and one rank. */
export function aReport(overrides: Partial<Report> = {}): Report {
  return {
    format: 1,
    id: 'parks-2030',
    language: 'zh-CN',
    title: {'zh-CN': '园林工作报告', en: 'Report on parks'},
    publisher: {'zh-CN': '某市园林局', en: 'City parks office'},
    period: {start: '2030-01-01', end: '2030-06-30'},
    source: {
      text: 'parks-2030.txt',
      sha256: '0'.repeat(64),
      url: 'https://parks.example/report?id=1',
      published: '2030-07-18',
    },
    observations: [
      anObservation(),
      anObservation({
        indicator: 'green-share',
        label: {'zh-CN': '绿地占比', en: 'Share of green land'},
        kind: 'share',
        printed: '40%',
        value: '40',
        unit: '%',
      }),
      anObservation({
        indicator: 'park-rank',
        label: {'zh-CN': '公园排名', en: 'Rank of parks'},
        kind: 'rank',
        printed: '第3位',
        value: '3',
        unit: '位',
      }),
    ],
    ...overrides,
  };
}

/** A report with one share, printed and hedged as given. */
export function aShareReport(overrides: Partial<Observation>): Report {
  return aReport({
    observations: [
      anObservation({
        indicator: 'green-share',
        label: {'zh-CN': '绿地占比', en: 'Share of green land'},
        kind: 'share',
        printed: '40%',
        value: '40',
        unit: '%',
        ...overrides,
      }),
    ],
  });
}

/** Waits for a condition, looking often: most come within a few milliseconds. */
export function until(condition: () => unknown, message?: string): Promise<void> {
  return waitUntil(() => Boolean(condition()), message, {interval: 5, timeout: 10_000});
}

/** Waits until the host attribute `state` says so. */
export async function inState<T extends HTMLElement>(el: T, state: State): Promise<T> {
  await until(
    () => el.getAttribute('state') === state,
    `<${el.localName}> became ${state}; it says: ${el.getAttribute('state')} ${el.shadowRoot?.textContent}`,
  );
  await (el as unknown as ReportElement).updateComplete;
  return el;
}

/** The text that a widget itself draws, its white space made single, a space between its lines. */
export function textOf(el: Element): string {
  const copy = document.createElement('div');
  copy.append(...[...(el.shadowRoot ?? el).childNodes].map((node) => node.cloneNode(true)));
  for (const line of copy.querySelectorAll('p, div')) line.after(' ');
  return copy.textContent.replace(/\s+/g, ' ').trim();
}

export function part(el: Element, name: string): HTMLElement | null {
  return el.shadowRoot!.querySelector<HTMLElement>(`[part="${name}"]`);
}

export function base(el: Element): HTMLElement {
  return part(el, 'base')!;
}

/** Whether a reader can see a child of a widget, which is drawn only where a slot takes it. */
export function isShown(child: Element | null): boolean {
  return Boolean(child?.getClientRects().length);
}

export interface Told {
  events: Array<CustomEvent<{code: string; message: string}>>;
  ready: Array<CustomEvent<{report?: string; indicator?: string}>>;
  lines: string[];
  codes: () => string[];
  stop: () => void;
}

/** Hears what widgets tell the page, and keeps the console quiet meanwhile. */
export function listen(): Told {
  const told: Told = {
    events: [],
    ready: [],
    lines: [],
    codes: () => told.events.map((event) => event.detail.code),
    stop() {
      console.error = error;
      document.removeEventListener('qd-error', onError);
      document.removeEventListener('qd-ready', onReady);
    },
  };
  const {error} = console;
  console.error = (...line: unknown[]) => void told.lines.push(line.join(' '));
  const onError = (event: Event) => void told.events.push(event as Told['events'][number]);
  const onReady = (event: Event) => void told.ready.push(event as Told['ready'][number]);
  document.addEventListener('qd-error', onError);
  document.addEventListener('qd-ready', onReady);
  return told;
}

export interface FetchStub {
  /** The addresses asked for, in order. */
  asked: string[];
  inits: RequestInit[];
  stop: () => void;
}

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

/** Answers every request of the page itself. A pending answer ends, as a real one does, when it is aborted. */
export function stubFetch(answer: Answer): FetchStub {
  const real = window.fetch;
  const stub: FetchStub = {asked: [], inits: [], stop: () => void (window.fetch = real)};
  window.fetch = (input, init = {}) => {
    const url = String(input);
    stub.asked.push(url);
    stub.inits.push(init);
    return new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      Promise.resolve()
        .then(() => answer(url, init))
        .then(resolve, reject);
    });
  };
  return stub;
}

/** A JSON answer. */
export function json(value: unknown, init?: ResponseInit): Response {
  return new Response(JSON.stringify(value), {headers: {'content-type': 'application/json'}, ...init});
}

/** A promise and what settles it. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return {promise, resolve, reject};
}

let count = 0;

/** An address or id that no other test has used: answers are kept for the life of a page. */
export function fresh(name: string): string {
  return `${name}-${++count}`;
}

/** A closed shadow root, as a page of somebody else may have. */
export function aClosedRoot(host: Element): ShadowRoot {
  // oxlint-disable-next-line wc/no-closed-shadow-root
  return host.attachShadow({mode: 'closed'});
}

/** What makes tags that count as having stood in the page before the script. */
export function asBefore<T>(tag: string, make: () => T): T {
  const kind = customElements.get(tag)!;
  Object.assign(kind, {isDefined: false});
  try {
    return make();
  } finally {
    Object.assign(kind, {isDefined: true});
  }
}
