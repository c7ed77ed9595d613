import {dotted} from './words.js';
import {displayText} from '../src/display-text.js';
import {define} from './define.js';
import {localize} from '../src/locale.js';
import {renderSourceButton} from './source-button.js';
import {findObservation} from './find-observation.js';
import {drawElement, drawing} from './drawing.js';
import {drawFigure, figureStyles, type DrawnFigure} from './figure.js';
import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {cardStyles} from './card-styles.js';
import {tokens} from './tokens.js';
import {ReportElement, type ReadyDetail} from './report-element.js';
import {metricWords} from './metric-words.js';
import type {Figure, Observation, Report} from '../src/schema.js';
import type {IndicatorTag} from './attribute-types.js';
import type {Fault} from './fault.js';

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
    variant: {reflect: true, useDefault: true},
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

  static override styles = [tokens, figureStyles, cardStyles];

  /** Which figure of the report to show. */
  indicator?: IndicatorTag | null;

  /** `card`, `tile`, `hero` or `inline`. */
  variant: 'card' | 'tile' | 'hero' | 'inline' = 'card';

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

  /** Draws a hairline box, for use inside foreign pages. */
  framed = false;

  /** Marks a figure that waits for a newer one. */
  stale = false;

  /** A period to compare with: `2023`, `previous` (also with an empty attribute) or `next`. */
  change?: string | null;

  /** Draws a line over the periods of the report's series, where three or more can be compared. */
  trend?: boolean;

  /** A second measure of the same thing: another indicator of the report. */
  also?: IndicatorTag | null;

  #observation?: Observation;
  #figure?: Figure;
  #drawn?: DrawnFigure;
  /** Label and figure, and the note where nothing stands before it. */
  #lines?: HTMLElement;
  #noted: HTMLElement | string = '';
  #drawnFor = '';
  #drawnOf?: Figure;

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
    if (this.state !== 'ready') return;
    const {language, frame, heading} = this;
    const figure = this.#figure!;
    const note = this.#note;
    const key = [language, frame, this.#hasMore, heading, note] + '';
    // Once something else has been shown, it is no longer there.
    if (key === this.#drawnFor && figure === this.#drawnOf && this.#drawn!.element.isConnected) return;
    this.#drawnFor = key;
    this.#drawnOf = figure;
    const {element} = (this.#drawn = drawFigure(figure, language, frame === 'inline' ? 'span' : 'p'));
    if (frame === 'inline' && this.late('looks')) return;
    // Drawn here and not in the template, where each would bring a marker of its own.
    this.#noted = note && drawElement('p', 'note', 'note', note);
    this.#lines = drawing.create('');
    this.#lines.append(
      drawElement('p', 'label', 'label', heading),
      drawElement('div', 'box', '', element),
      ...(note && !this.#hasMore ? [this.#noted] : []),
    );
  }

  /** Whether more stands below the figure than its note. */
  get #hasMore(): unknown {
    return this.stale || this.extras;
  }

  protected renderReady(): TemplateResult {
    const drawn = this.#drawn!;
    const lines = this.#lines;
    const {language, look, frame} = this;
    const isKnown = this.#observation;
    const inline = frame === 'inline' && this.late('looks');
    if (inline) {
      return inline.renderInline(isKnown ? this.#renderSource(drawn) : drawn.element, language, look);
    }
    return html`<div
      part="base"
      class="qd m ${frame}${this.stale ? ' stale' : ''}"
      lang=${language}
      data-theme=${look.theme}
      data-text=${look.text}
    >
      ${
        this.#hasMore
          ? html`${lines}
              <div>
                ${this.extras}${this.#noted}${this.stale ? this.late('states')?.renderLate(this, language) : nothing}
              </div>`
          : lines
      }
      <p class="foot">
        ${isKnown ? this.#renderSource() : this.late('typed')!.typedWords(language).noSource}
      </p>
    </div>`;
  }

  #renderSource(drawn?: DrawnFigure): TemplateResult {
    const {heading, language, look} = this;
    return renderSourceButton(
      {
        host: this,
        report: this.outcome.report!,
        observation: this.#observation!,
        label: heading,
        // The sentence around says already what it is.
        name: drawn?.spoken,
        language,
        look,
      },
      drawn?.element,
    );
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

define('qd-metric', QdMetric);

declare global {
  interface HTMLElementTagNameMap {
    'qd-metric': QdMetric;
  }
}
