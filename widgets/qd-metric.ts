import type {PropertyDeclarations, PropertyValues} from 'lit';
import {displayText} from '../src/display-text.js';
import {localize} from '../src/locale.js';
import type {Figure, Observation, Report} from '../src/schema.js';
import type {IndicatorTag} from './attribute-types.js';
import {cardStyles, crowdStyles} from './card-styles.js';
import {define} from './define.js';
import {drawElement, drawing} from './drawing.js';
import type {Drawing} from './drawn-element.js';
import {drawSourceButton, listenForSources} from './drawn-source.js';
import type {Fault} from './fault.js';
import {
  drawFigure,
  drawFigureForm,
  figureStyles,
  figureText,
  fillFigure,
  type DrawnFigure,
  type FigureText,
} from './figure.js';
import {findObservation} from './find-observation.js';
import {frameWords} from './frame-words.js';
import {metricWords} from './metric-words.js';
import {ReportElement, type ReadyDetail} from './report-element.js';
import type {SourceRequest} from './source-popover.js';
import {tokens} from './tokens.js';
import {dotted} from './words.js';

/**
 * One figure from a report, as printed there, with its unit and its hedge; one click shows the sentence it
 * stands in.
 *
 * Its children are shown until the figure is there, and again when it cannot be had, so a page reads correctly
 * before this script arrives, and without it. With `value` and no report it shows a figure typed by hand, and
 * says that no report stands behind it.
 *
 * @customElement qd-metric
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The card.
 * @csspart label - The name of the indicator.
 * @csspart figure - The whole figure.
 * @csspart value - The numeral.
 * @csspart scale - 万, 亿, million.
 * @csspart unit - What is counted.
 * @csspart qualifier - The source's hedge.
 * @csspart note - Basis and whole, where the source says so.
 * @csspart also - The second measure.
 * @csspart change - The change against another period.
 * @csspart trend - The line over the periods.
 * @csspart source - The button that opens the sentence.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; accents are derived from it.
 * @cssprop [--qd-base=1rem] - The size of body text, which all sizes follow.
 * @cssprop --qd-metric-value-size - Type size of the numeral.
 * @cssprop --qd-font-sans - The typefaces of all text.
 * @cssprop [--qd-display=flow-root] - With `--qd-rows`, puts the rows of a card on the lines of a grid around it, as the class `qd-grid` does.
 * @cssprop [--qd-rows=none] - The grid rows of the card.
 */
export class QdMetric extends ReportElement {
  static override properties: PropertyDeclarations = {
    indicator: {},
    variant: {reflect: true},
    label: {},
    value: {},
    scale: {},
    unit: {},
    qualifier: {},
    framed: {type: Boolean, reflect: true},
    stale: {type: Boolean, reflect: true},
    change: {},
    trend: {type: Boolean},
    also: {},
  };

  protected static override defaults = {variant: 'card', framed: false, stale: false};

  protected static override crowdStyles = crowdStyles;

  static override styles = [tokens, figureStyles, cardStyles];

  /** Which figure of the report to show. */
  indicator?: IndicatorTag | null;

  /**
   * `card`, `tile`, `hero` or `inline`.
   *
   * @default 'card'
   */
  declare variant: 'card' | 'tile' | 'hero' | 'inline';

  /** The name of the figure, instead of the report's. */
  label?: string | null;

  /** A figure typed by hand, where there is no report: its number, as a decimal. */
  value?: string | null;

  /** Power of ten it is counted in: `4` or `万`, `8` or `亿`. */
  scale?: string | number | null;

  /** What it counts. */
  unit?: string | null;

  /** Its hedge: `over`, `at-least`, `nearly`, `about`, `under`, `at-most`, or 超, 以上, 近, 约 … */
  qualifier?: string | null;

  /**
   * Draws a hairline box, for use inside foreign pages.
   *
   * @default false
   */
  declare framed: boolean;

  /**
   * Marks a figure that waits for a newer one.
   *
   * @default false
   */
  declare stale: boolean;

  /** A period to compare with: `2023`, `previous` (also with an empty attribute) or `next`. */
  change?: string | null;

  /** Draws a line over the periods of the report's series, where three or more can be compared. */
  trend?: boolean;

  /** A second measure of the same thing: another indicator of the report. */
  also?: IndicatorTag | null;

  #observation?: Observation;
  #figure?: Figure;
  #drawn?: DrawnFigure;
  /** What the last drawing was made of. */
  #shown?: unknown[];
  /** The card, and what it was copied from. */
  #base?: HTMLElement;
  #pattern?: HTMLElement;
  /** What stands between its figure and its foot, where that is more than a note. */
  #more?: HTMLElement;

  protected override get needsReport(): boolean {
    return Boolean(this.indicator) || this.value === undefined || this.value === null;
  }

  protected override get readyKey(): unknown {
    return this.#figure ?? this;
  }

  protected override get readyDetail(): ReadyDetail {
    return {...super.readyDetail, indicator: this.indicator};
  }

  protected override get isPlain(): boolean {
    return this.frame === 'card' && !this.framed;
  }

  private get frame(): string {
    return /^(tile|hero|inline)$/.exec(this.variant)?.[0] ?? 'card';
  }

  protected override get heading(): string {
    return displayText(this.label || localize(this.#observation?.label, this.language), this.language);
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | 'loading' | undefined {
    this.#observation = this.#figure = this.extras = undefined;
    if (report && this.needsReport) {
      const found = findObservation(report, this.indicator);
      if (found.code) {
        // Known from other periods only: this report does not say it.
        if (report.series?.some(({indicator}) => indicator === this.indicator)) return 'absent';
        return found;
      }
      this.#observation = this.#figure = found;
      return this.prepareExtras(report, found);
    } else {
      const typed = this.late('typed');
      if (!typed) return 'loading';
      this.#figure = typed.typedFigure(this);
      if (!this.#figure) return 'absent';
    }
    return undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.state === 'ready') this.#draw();
  }

  /** Draws the card, or what has changed of it: its button stays, and with it the focus of who stands there. */
  #draw(): void {
    const {language, look, frame, heading, stale, extras} = this;
    const figure = this.#figure!;
    const isKnown = this.#observation;
    const note = this.#note;
    const hasMore = stale || extras;
    const shown = [!isKnown, figure, language, frame, look.theme, look.text, heading, note, stale, !hasMore];
    const before = this.#shown;
    this.#shown = shown;
    const isOther = !before || shown.some((one, i) => one !== before[i]);
    if (frame === 'inline' && this.late('looks')) {
      if (isOther) this.#drawn = drawFigure(figure, language, 'span');
      return;
    }
    if (isOther) this.#fill(hasMore ? '' : note, hasMore, before?.[0] === false);
    if (hasMore) {
      // One of its own: what Lit has put somewhere must stay there.
      const noted = note && drawElement('p', 'note', 'note', note);
      drawing.fill(this.#more!, [
        extras,
        noted,
        stale ? this.late('states')?.renderLate(this, language) : '',
      ]);
    }
  }

  /** Fills the card, or a copy of an empty one of its form. */
  #fill(note: string, hasMore: unknown, hadButton: boolean): void {
    const {language, look, frame, heading, stale} = this;
    const isKnown = this.#observation;
    const text = figureText(this.#figure!, language);
    const name = `qd m ${frame}${stale ? ' stale' : ''}`;
    const key = [name, language, look.theme, look.text, !note, !hasMore, text.isNamed, text.form].join();
    let pattern = patterns.get(key);
    if (!pattern) {
      patterns.set(key, (pattern = drawPattern(text, note)));
      dress(pattern, name, language, look);
    }
    const isSame = pattern === this.#pattern;
    this.#pattern = pattern;
    // One typed by hand has no button to keep.
    const kept = hadButton && isKnown ? this.#base! : undefined;
    const base = kept ?? (pattern.cloneNode(true) as HTMLElement);
    this.#base = base;
    const foot = base.lastElementChild!;
    if (kept && !isSame) {
      const {children} = pattern.cloneNode(true) as HTMLElement;
      while (base.firstElementChild !== foot) base.firstElementChild!.remove();
      while (children[1]) base.insertBefore(children[0]!, foot);
      dress(base, name, language, look);
    }
    const label = base.firstElementChild!;
    const box = label.nextElementSibling!;
    label.textContent = heading;
    fillFigure(box.firstElementChild as HTMLElement, text);
    if (note) box.nextElementSibling!.textContent = note;
    if (hasMore && !(kept && isSame)) base.insertBefore((this.#more ??= drawing.create('div')), foot);
    if (isKnown) {
      const button = foot.firstElementChild!;
      button.setAttribute('aria-label', frameWords(language).sourceOf(heading));
      if (!kept) button.addEventListener('click', openSource);
    } else foot.textContent = this.late('typed')!.typedWords(language).noSource;
  }

  protected renderReady(): Drawing {
    const inline = this.frame === 'inline' && this.late('looks');
    if (!inline) return this.#base!;
    const {language, look} = this;
    const {spoken, element} = this.#drawn!;
    // The sentence around says already what it is.
    const request = this.#observation && {...this.sourceRequest, name: spoken};
    return inline.renderInline(language, look, element, request);
  }

  /**
   * What the button asks for.
   *
   * @internal
   */
  get sourceRequest(): Omit<SourceRequest, 'button'> {
    const {heading, language, look} = this;
    return {
      host: this,
      report: this.outcome.report!,
      observation: this.#observation!,
      label: heading,
      language,
      look,
    };
  }

  /** Basis and whole, where the source says so: 2024年以来; 全国城市，共333个. */
  get #note(): string {
    const {language} = this;
    const words = metricWords(language);
    const {basis, of, kind} = this.#observation ?? {};
    const whole = kind === 'share' ? undefined : of;
    const label = displayText(localize(whole?.label, language), language);
    const count = whole?.value
      ? words.among(whole.value + (language === 'en' ? '' : (whole.unit ?? '')))
      : '';
    const since = basis?.startsWith('since-') && words.since(basis.slice(6));
    return dotted(since || words.basis[basis ?? ''], label, count);
  }
}

/** Empty cards by their form: to copy one costs a browser less than to put it together. */
const patterns = new Map<string, HTMLElement>();

function drawPattern(text: FigureText, note: string): HTMLElement {
  return drawElement(
    'div',
    '',
    'base',
    drawElement('p', 'label', 'label'),
    drawElement('div', 'box', '', drawFigureForm(text, 'p')),
    ...(note ? [drawElement('p', 'note', 'note')] : []),
    drawElement('p', 'foot', '', drawSourceButton()),
  );
}

function dress(base: Element, name: string, language: string, look: {theme: string; text: string}): void {
  const attributes = {class: name, lang: language, 'data-theme': look.theme, 'data-text': look.text};
  for (const [name, value] of Object.entries(attributes)) {
    // What is set again is styled again.
    if (base.getAttribute(name) !== value) base.setAttribute(name, value);
  }
  base.lastElementChild!.firstElementChild!.textContent = frameWords(language).source;
}

/** One for all cards. */
const openSource = listenForSources(
  (button) => ((button.getRootNode() as ShadowRoot).host as QdMetric).sourceRequest,
);

define('qd-metric', QdMetric);

declare global {
  interface HTMLElementTagNameMap {
    'qd-metric': QdMetric;
  }
}
