import {html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Figure, Observation, Report} from '../src/schema.js';
import {cardStyles} from './card-styles.js';
import type {IndicatorTag} from './attribute-types.js';
import {define} from './define.js';
import type {Fault} from './fault.js';
import {drawFigure, figureStyles, type DrawnFigure} from './figure.js';
import {findObservation} from './find-observation.js';
import {displayText} from '../src/display-text.js';
import {ReportElement, type ReadyDetail} from './report-element.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import {defineWords, dotted} from './words.js';

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
 * @cssprop [--qd-display=block] - With `--qd-rows`, puts the rows of a card on the lines of a grid around it, as the class `qd-grid` does.
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
    return /^(tile|hero|inline)$/.test(this.variant) ? this.variant : 'card';
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
    const {language, frame} = this;
    const figure = this.#figure!;
    const key = language + frame;
    if (key === this.#drawnFor && figure === this.#drawnOf) return;
    this.#drawnFor = key;
    this.#drawnOf = figure;
    this.#drawn = drawFigure(figure, language, frame === 'inline' ? 'span' : 'p');
  }

  protected renderReady(): TemplateResult {
    const drawn = this.#drawn!;
    const {language, look, frame} = this;
    const isKnown = this.#observation;
    const inline = frame === 'inline' && this.late('looks');
    if (inline) {
      return inline.renderInline(isKnown ? this.#renderSource(drawn) : drawn.element, language, look);
    }
    const note = this.#note;
    const noted = note ? html`<p part="note" class="note">${note}</p>` : nothing;
    const late = this.stale ? this.late('states')?.renderLate(this, language) : undefined;
    return html`<div
      part="base"
      class="qd m ${frame}${this.stale ? ' stale' : ''}"
      lang=${language}
      data-theme=${look.theme}
      data-text=${look.text}
    >
      <p part="label" class="label">${this.heading}</p>
      <div class="box">${drawn.element}</div>
      ${late || this.extras ? html`<div>${this.extras}${noted}${late}</div>` : noted}
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

const metricWords = defineWords<{
  since: (date: string) => string;
  basis: Record<string, string>;
  among: (count: string) => string;
}>('metric', {
  'zh-CN': {
    since: (date) =>
      `${date
        .split('-')
        .map((part, i) => Number(part) + '年月日'.charAt(i))
        .join('')}以来`,
    basis: {cumulative: '累计', 'year-to-date': '本年累计', point: '时点数'},
    among: (count) => `共${count}`,
  },
  en: {
    since: (date) => `Since ${date}`,
    basis: {cumulative: 'Cumulative', 'year-to-date': 'Year to date', point: 'At a point in time'},
    among: (count) => `${count} in all`,
  },
});

define('qd-metric', QdMetric);

declare global {
  interface HTMLElementTagNameMap {
    'qd-metric': QdMetric;
  }
}
