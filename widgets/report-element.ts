import {adoptStyles, type CSSResult, type CSSResultOrNative} from '@lit/reactive-element';
import type {PropertyDeclaration, PropertyDeclarations, PropertyValues, TemplateResult} from 'lit';
import {findReport, isPromise, onRegister} from '../src/report-registry.js';
import type {Observation, Report} from '../src/schema.js';
import type {LocaleTag, ReportTag} from './attribute-types.js';
import './bundled-reports.js';
import {closestAcross, joinContext, leaveContext, nearestAttribute, resolveTheme} from './context.js';
import {say} from './define.js';
import {drawing} from './drawing.js';
import {DrawnElement, type Drawing} from './drawn-element.js';
import type {ExtraAttributes, ExtrasHost} from './extras.js';
import type {Fault, FaultCode} from './fault.js';
import {addEnglish, figureLanguage} from './figure-language.js';
import {lazy, type Lazy} from './lazy.js';
import type {StateHost} from './state-view.js';
import {languageOf} from './words.js';

/** What the host attribute `state` says. */
export type State = 'loading' | 'ready' | 'absent' | 'error';

/** Where a report comes from, and a key that tells one source from another. */
type Source = {key: unknown; load: () => Report | Promise<Report> | Outcome; isBundled?: boolean};

/** A report, or the fault it is without; neither while it is on its way. */
export type Outcome = {report?: Report; fault?: Fault};
const NOTHING: Outcome = {};
const LOOK = {theme: 'light', text: 'standard'};

/** `detail` of `qd-ready`: what is shown. */
export interface ReadyDetail {
  /** Id of the report; absent where a tag shows something without one. */
  report?: string;
  /** Of a tag that shows one figure. */
  indicator?: string | null;
  /** Of a chart. */
  indicators?: string[];
  /** Of a tag that shows one area of work. */
  area?: string | null;
  /** Of a code: the address it opens. */
  href?: string;
}

/** `detail` of `qd-error`: what is wrong and how to mend it. */
export interface ErrorDetail {
  code: FaultCode;
  /** Names the tag, the attribute and the remedy, in the page's language. */
  message: string;
}

/** A `<qd-report>` as the tags inside it see it. */
export interface ReportProvider extends HTMLElement {
  /** Absent while the element is not defined. */
  readonly outcome?: Outcome;
}

/** Parts of the package that came late: once for all elements, so that the next one has them at once. */
export const parts: {[Name in keyof Lazy]?: Awaited<ReturnType<Lazy[Name]>>} = {};

let registered = 0;

/** How long tags are drawn in one go, in ms; and how many, also where a machine is slow: what a screen shows comes at once. */
const SLICE = 100;
const SLICE_COUNT = 100;
let sliceEnd: number;
let drawnInTurn: number;
/** The next turn of the page's work, while tags of this one have been drawn. */
let turn: Promise<void> | undefined;

/** Tags in the page that are skipped whole: the first that came. */
let whole = 0;

/** Tags that wait for a report that is on its way, by what tells them from those that need something else. */
const waiting = new Map<string, Set<ReportElement>>();

/** Where all tags that wait for their data are drawn. */
let nowhere: DocumentFragment | null = null;
onRegister(() => {
  registered++;
  sources.clear();
});

/** Reports that were asked for by their ids. */
const sources = new Map<string, Source>();

function byId(id: string): Source {
  const source: Source = sources.get(id) ?? {
    // Another key once a report is registered that may be the one.
    key: `id ${id} ${registered}`,
    load: () => findReport(id) ?? {fault: {code: 'unknown-report', what: id}},
    isBundled: true,
  };
  sources.set(id, source);
  return source;
}

/** Draws those that have waited for a report, no more at a time than what fits into a slice. */
async function drawTogether(tags: Set<ReportElement>, key: unknown, outcome: Outcome): Promise<void> {
  let begun = 0;
  for (const tag of tags) {
    tag.begin(key, outcome);
    // An error of one is told by its own promise.
    if (++begun % SLICE_COUNT === 0) await tag.updateComplete.catch(() => {});
  }
}

/**
 * What every tag shares: where its report comes from, in which language and theme it is drawn, and what it
 * shows while there is no report. A base class, although functions are the rule here, because all tags have
 * these attributes and one life cycle; and `static properties` instead of decorators, whose helpers weigh more
 * than a page with one card should carry.
 *
 * Children are the fallback: shown until the data are there, and again when they cannot be had. Nothing
 * depends on whether attributes and properties are set before or after the element is connected.
 *
 * @attr {State} [state='loading'] - `loading`, `ready`, `absent` or `error`. Set by the element.
 * @fires {CustomEvent<ReadyDetail>} qd-ready - The data are shown. `detail`: `{report, indicator}`.
 * @fires {CustomEvent<ErrorDetail>} qd-error - They cannot be shown. `detail`: `{code, message}`.
 */
export abstract class ReportElement extends DrawnElement {
  static override properties: PropertyDeclarations = {
    report: {},
    src: {},
    locale: {},
    theme: {},
    text: {},
  };

  /** What properties are while nothing else is said: cheaper than to set each of them for each element, of which a page may have many. */
  protected static defaults: Readonly<Record<PropertyKey, unknown>> = {};

  /** @internal */
  static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor {
    const standard = this.defaults[name];
    return {
      get(this: Record<PropertyKey, unknown>) {
        return this[key] ?? standard;
      },
      set(this: Record<PropertyKey, unknown> & ReportElement, value: unknown) {
        const before = this[name];
        this[key] = value;
        this.requestUpdate(name, before, options);
      },
      configurable: true,
      enumerable: true,
    };
  }

  /** Whether elements are no longer made of tags that stood in the page before the script: set by `define`. */
  private static isDefined?: boolean;

  /** What elements wear besides, beyond so many in a page that a screen may show all of them. */
  protected static crowdStyles?: CSSResult;

  /** @internal */
  static override finalize(): void {
    super.finalize();
    // Before its first update Lit would ask every element for all of its properties, for the sake of decorators.
    Object.defineProperty(this.elementProperties, 'size', {value: 0});
  }

  /** Id of a bundled or registered report, or (property only) a report as an object. */
  report?: ReportTag | object | null;

  /** Address of a report's JSON. Fetched once a page, checked whole. */
  src?: string | null;

  /** `zh-CN` or `en`; otherwise the nearest `lang` decides. */
  locale?: LocaleTag | null;

  /** `light`, `dark`, `auto` or `wall`; otherwise the nearest `data-qd-theme` decides. */
  theme?: 'light' | 'dark' | 'auto' | 'wall' | null;

  /** `standard` or `large` (大字版); otherwise the nearest `data-qd-text` decides. */
  text?: 'standard' | 'large' | null;

  #state: State = 'loading';

  /**
   * `loading`, `ready`, `absent` or `error`. Set by the element.
   *
   * @default 'loading'
   */
  get state(): State {
    return this.#state;
  }

  set state(state: State) {
    this.#state = state;
    if (this.getAttribute('state') !== state) this.setAttribute('state', state);
  }

  /**
   * The report and the fault it is without.
   *
   * @internal
   */
  outcome: Outcome = NOTHING;

  /** The language the element is drawn in. */
  protected language: string = 'zh-CN';

  /** What the style sheet draws by. */
  protected look = LOOK;

  #key: unknown;
  /** Those that wait for the same report, while it does. */
  private waits?: Set<ReportElement>;
  /** Whether it is skipped whole where nobody looks. */
  private isWhole?: boolean;
  /** Whether it came after the script, so that its root is there before it has any style. */
  private isFresh?: boolean;
  /** Whether the report is known to be the one that is asked for. */
  private isGiven?: boolean;
  #fault?: Fault;
  #ready?: unknown;
  #states?: (typeof parts)['states'] | null;
  #hasNoView = false;

  /** Whether the tag draws nothing without a report; a card typed by hand does. */
  protected get needsReport(): boolean {
    return true;
  }

  /**
   * Its style sheets, where they are not those of all elements of its kind.
   *
   * @internal
   */
  worn?: CSSResultOrNative[];

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    if (this.shadowRoot) {
      // What a server has drawn stays until what takes its place is there.
      this.shouldUpdate = () => this.late('served')?.takeOver(this) as false;
      return this.shadowRoot;
    }
    // Until its data are there, a tag that was in the page stands as it stood before the script.
    if (!this.renderRoot) return (nowhere ??= new DocumentFragment());
    const {crowdStyles, elementStyles} = this.constructor as typeof ReportElement;
    if (!crowdStyles || this.isWhole) return super.createRenderRoot();
    const root = this.attachShadow({mode: 'open'});
    adoptStyles(root, (this.worn = [...elementStyles, crowdStyles]));
    return root;
  }

  /**
   * Makes the shadow root, when there is something to draw in it.
   *
   * @internal
   */
  openRoot(): void {
    if (this.renderRoot === nowhere) (this as {renderRoot: unknown}).renderRoot = this.createRenderRoot();
  }

  override connectedCallback(): void {
    if (this.isWhole === undefined) {
      const {crowdStyles, isDefined} = this.constructor as typeof ReportElement;
      const {shadowRoot, variant} = this as {shadowRoot: unknown; variant?: string};
      this.isFresh = !!crowdStyles && !!isDefined && !shadowRoot && variant !== 'inline';
      this.isWhole = this.isFresh || whole < SLICE_COUNT;
      if (this.isFresh) {
        (this as {renderRoot: unknown}).renderRoot = nowhere ??= new DocumentFragment();
        this.openRoot();
      }
    }
    if (this.isWhole) whole++;
    joinContext(this);
    if (this.#joinWaiting()) return;
    super.connectedCallback();
    this.contextChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.isWhole) whole--;
    this.waits?.delete(this);
    this.waits = undefined;
    leaveContext(this);
    // A late answer must not reach an element that has gone; it is asked for again on return.
    if (!this.outcome.report) this.#key = undefined;
  }

  /**
   * Puts off its first update until its report is there: tags that need the same, and are many in a page, are drawn
   * once, together. Says whether it has.
   */
  #joinWaiting(): boolean | undefined {
    const {report, theme, text, locale} = this;
    if (this.hasUpdated || (this.shadowRoot && !this.isFresh) || typeof report !== 'string') return;
    if (!(this.constructor as typeof ReportElement).crowdStyles || this.src || this.firstElementChild) return;
    const {key, load} = byId(report);
    const alike = [key, this.isPlain, theme, text, locale, this.#hasExtras].join();
    let tags = waiting.get(alike);
    if (!tags) {
      const pending = load();
      if (!isPromise(pending)) return;
      waiting.set(alike, (tags = new Set()));
      const draw = (outcome: Outcome) => {
        waiting.delete(alike);
        void drawTogether(tags!, key, outcome);
      };
      pending.then(
        (report) => draw({report}),
        (error: unknown) => draw({fault: {code: 'load-failed', error}}),
      );
      // What all of them need besides comes meanwhile.
      this.#lookAround();
      if (this.#hasExtras) this.late('extras');
    }
    tags.add(this);
    this.waits = tags;
    this.state = 'loading';
    if (this.isFresh) this.show(this.#slot);
    return true;
  }

  /**
   * Ends the wait for a report: when it has come or has failed, or when there may be another to wait for.
   *
   * @internal
   */
  begin(key?: unknown, outcome?: Outcome): void {
    this.waits!.delete(this);
    this.waits = undefined;
    if (outcome) {
      this.#key = key;
      this.outcome = outcome;
      this.isGiven = true;
    }
    super.connectedCallback();
  }

  override requestUpdate(...change: Parameters<DrawnElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    this.isGiven = false;
    if (this.waits) this.begin();
  }

  /**
   * The page around changed its language, theme, text size, or the report it gives.
   *
   * @internal
   */
  contextChanged(): void {
    if (this.isConnected) this.requestUpdate();
  }

  /** Loads again after a fault. */
  reload(): void {
    this.#key = undefined;
    this.requestUpdate();
  }

  /**
   * A page with thousands of tags draws them in slices, from the top down: between two of them it paints, and answers
   * its reader. Up to some hundred tags fit into one slice, and are drawn at once.
   */
  protected override scheduleUpdate(isLate?: boolean): void | Promise<unknown> {
    // A page may have a clock of its own; one that stands still makes one slice of all.
    const now = Date.now();
    turn ??= new Promise((resolve) => {
      sliceEnd = now + SLICE;
      drawnInTurn = 0;
      setTimeout(() => resolve((turn = undefined)));
    });
    if (++drawnInTurn <= SLICE_COUNT || now <= sliceEnd) return super.scheduleUpdate();
    if (this.isFresh && !this.hasUpdated && !isLate) this.show(this.#slot);
    return turn.then(() => this.scheduleUpdate(true));
  }

  /** The fallback; in a root that was there before its data with about the room that the card will take. */
  get #slot(): HTMLElement {
    const slot = drawing.create('slot');
    if (this.isFresh) slot.className = 'wait';
    return slot;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const isBundled = this.isGiven || this.#resolve();
    this.isGiven = false;
    const {report} = this.outcome;
    const hasParts = this.#lookAround(report);

    let fault = this.needsReport ? this.outcome.fault : undefined;
    let state: State = fault ? 'error' : 'loading';
    if (!fault && (report || !this.needsReport) && (hasParts || this.state !== 'loading')) {
      const prepared = this.prepare(report);
      if (typeof prepared === 'object') {
        fault = prepared;
        state = 'error';
      } else state = prepared ?? 'ready';
    }
    this.#fault = fault;
    // The fallback stays while what says the fault is on its way.
    if (state !== 'ready' && !(state === 'loading' && isBundled)) {
      if ((this.#states = this.late('states')) === undefined) state = 'loading';
    }
    // A fault is told once, so it waits for the page's language.
    if (!hasParts && this.state === 'loading') state = 'loading';
    this.state = state;
  }

  /** Takes the language and the look asked for; says whether they are in the page, and brings them if not. */
  #lookAround(report?: Report): unknown {
    const {language: before, look: lookBefore} = this;
    const language = (this.language = languageOf(
      this.locale || nearestAttribute(this, 'lang') || report?.language,
    ));
    const look = (this.look = {
      theme: resolveTheme(this.theme || nearestAttribute(this, 'data-qd-theme')),
      text: (this.text || nearestAttribute(this, 'data-qd-text')) === 'large' ? 'large' : 'standard',
    });
    if (!figureLanguage(language)) addEnglish(this.late('english'));
    const isPlain =
      this.isPlain && language === 'zh-CN' && look.theme === 'light' && look.text === 'standard';
    const looks = isPlain ? null : this.late('looks');
    looks?.addLooks(this);
    const hasParts = looks !== undefined && figureLanguage(language);
    // Until they are there, what is shown already stays as it was.
    if (!hasParts) [this.language, this.look] = [before, lookBefore];
    return hasParts;
  }

  /** Whether the element is drawn in the form that the first styles know. */
  protected get isPlain(): boolean {
    return true;
  }

  /** A part of the package that comes late: `undefined` while it is on its way, `null` where it is missing. */
  protected late<Name extends keyof Lazy>(name: Name) {
    if (!parts[name] && !this.#hasNoView) {
      lazy[name]().then(
        (part) => {
          parts[name] = part as (typeof parts)[Name];
          this.contextChanged();
        },
        () => {
          // The page's server does not have it.
          this.#hasNoView = true;
          say('a file of the package is missing.', 'error');
          this.contextChanged();
        },
      );
    }
    return parts[name] ?? (this.#hasNoView ? null : undefined);
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.isConnected) return;
    const {state} = this;
    this.#states?.tellFault(this as unknown as StateHost, state === 'error' ? this.#fault : undefined);
    if (state !== 'ready' && state !== 'absent') this.#ready = undefined;
    else if (this.#ready !== (this.#ready = this.readyKey)) {
      this.dispatchEvent(
        new CustomEvent('qd-ready', {detail: this.readyDetail, bubbles: true, composed: true}),
      );
    }
  }

  /** Changes when other data are shown; then `qd-ready` fires again. */
  protected get readyKey(): unknown {
    return this.outcome.report ?? this;
  }

  protected get readyDetail(): ReadyDetail {
    return {report: this.outcome.report?.id};
  }

  /**
   * Takes from the report what is to be drawn. Gives nothing when it is there, `absent` when the report does
   * not say it, `loading` when a part is on its way, or the fault that keeps it from being shown.
   */
  protected abstract prepare(report: Report | undefined): Fault | 'absent' | 'loading' | undefined;

  /** What the tag shows below its figure, where it has the attributes for it and is asked to. */
  protected extras?: TemplateResult;

  get #hasExtras(): boolean {
    const {change, trend, also} = this as ExtraAttributes;
    return (change ?? also ?? (trend || null)) !== null;
  }

  /** Draws the {@link extras}, once the part that can is there. Gives what {@link prepare} is to give. */
  protected prepareExtras(report: Report, observation: Observation): Fault | 'loading' | undefined {
    this.extras = undefined;
    if (!this.#hasExtras) return undefined;
    const part = this.late('extras');
    // What is shown already stays as it is until then.
    if (part === undefined && this.state !== 'ready') return 'loading';
    const extras = part?.drawExtras(this as unknown as ExtrasHost, report, observation);
    if (extras?.code) return extras;
    this.extras = extras;
    return undefined;
  }

  /** Draws what {@link prepare} found. */
  protected abstract renderReady(): Drawing;

  protected override render(): Drawing {
    const isReady = this.state === 'ready';
    const states = this.#states;
    if (!isReady && !states) return this.renderRoot === nowhere ? undefined : this.#slot;
    this.openRoot();
    return isReady ? this.renderReady() : states!.renderState(this as unknown as StateHost, this.#fault);
  }

  /** Why there is nothing to show, if not that the report lacks the figure. */
  protected get absence(): string | undefined {
    return undefined;
  }

  /** The label above the content, where it is known without data. */
  protected get heading(): string {
    return '';
  }

  /**
   * Finds the report and follows it. The latest source wins; a late answer of an earlier one is dropped. Says
   * whether the report is one of the package's own, which are there in no time.
   */
  #resolve(): boolean | undefined {
    const source = this.#source();
    if (!source) {
      this.outcome = {};
      return false;
    }
    if (source.key === this.#key) return source.isBundled;
    this.#key = source.key;
    this.outcome = {};
    const settle = (outcome: Outcome) => {
      if (source.key !== this.#key) return;
      this.outcome = outcome;
      this.contextChanged();
    };
    const given = source.load();
    if (isPromise(given)) {
      given.then(
        (report) => settle({report}),
        // What draws the fault reads it from the error.
        (error: unknown) => settle({fault: {code: 'load-failed', error}}),
      );
    } else this.outcome = (given as Report).format ? {report: given as Report} : (given as Outcome);
    return source.isBundled;
  }

  #source(): Source | undefined {
    const {report, src} = this;
    const inline = this.#inline();
    const object = typeof report === 'object' && report;
    if (!(src || inline !== undefined || object)) {
      if (typeof report === 'string') return byId(report);
      const source = this.#around();
      if (source || !this.needsReport) return source;
    }
    return {
      key: object || (src ? `src ${src}` : `inline ${inline}`),
      load: async () => (await lazy.sources()).ownReport(this, inline),
    };
  }

  /** The report of the nearest `<qd-report>` around, also out of shadow roots. */
  #around(): Source | undefined {
    const parent = this.parentElement ?? (this.getRootNode() as ShadowRoot).host;
    const provider = (parent && closestAcross(parent, 'qd-report')) as ReportProvider | null;
    if (!provider) return undefined;
    const {outcome} = provider;
    if (outcome) return {key: outcome, load: () => outcome, isBundled: !outcome.fault};
    // A page that imports this widget alone has no <qd-report> defined, but its attribute is there.
    const id = provider.getAttribute('report');
    return id === null ? undefined : byId(id);
  }

  /** The JSON inside the tag, once the page's parser has gone past it. */
  #inline(): string | undefined {
    const script = this.firstElementChild && this.querySelector(':scope > script[type="application/json"]');
    if (!script || (document.readyState === 'loading' && !this.nextSibling)) return undefined;
    return script.textContent ?? '';
  }
}

declare global {
  interface HTMLElementEventMap {
    'qd-ready': CustomEvent<ReadyDetail>;
    'qd-error': CustomEvent<ErrorDetail>;
  }
}
