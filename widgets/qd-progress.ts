import {
  css,
  html,
  nothing,
  svg,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {compareDecimals, toBaseUnits} from '../src/decimal.js';
import {displayText} from '../src/display-text.js';
import {localize} from '../src/locale.js';
import type {Observation, Qualifier, Report} from '../src/schema.js';
import './templates.js';
import type {IndicatorTag} from './attribute-types.js';
import {cardStyles, crowdStyles} from './card-styles.js';
import {define} from './define.js';
import type {Fault} from './fault.js';
import {figureLanguage} from './figure-language.js';
import {drawFigure, figureStyles, type DrawnFigure} from './figure.js';
import {findObservation} from './find-observation.js';
import {renderFrame} from './frame.js';
import {ReportElement, type ReadyDetail} from './report-element.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import {typedNumber} from './typed-number.js';
import {defineWords, dotted} from './words.js';

/** How the end of the bar draws the source's hedge. */
type End = 'exact' | 'about' | 'more' | 'less';
const ENDS: Record<Qualifier, End> = {
  about: 'about',
  over: 'more',
  'at-least': 'more',
  nearly: 'less',
  under: 'less',
  'at-most': 'less',
};

/** Circumference of the ring's circle, in the units of its drawing. */
const ROUND = 100;

/**
 * A share of a whole, or a value against a target, as a meter: a thin line is the whole, a thick one the part,
 * and its end is open or soft where the source hedges. Where the source gives no whole it refuses, in words.
 *
 * @customElement qd-progress
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
 * @csspart unit - What is counted.
 * @csspart qualifier - The source's hedge.
 * @csspart meter - The bar or ring.
 * @csspart also - The second measure.
 * @csspart change - The change against another period.
 * @csspart trend - The line over the periods.
 * @csspart source - The button that opens the sentence.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the bar takes it.
 */
export class QdProgress extends ReportElement {
  static override properties: PropertyDeclarations = {
    indicator: {},
    target: {},
    variant: {},
    label: {},
    framed: {type: Boolean, reflect: true},
    change: {},
    trend: {type: Boolean},
    also: {},
  };

  protected static override crowdStyles = crowdStyles;

  static override styles = [
    tokens,
    figureStyles,
    cardStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 11rem;
      }
      .meter {
        margin-block-start: calc(var(--_unit) * 4);
      }
      .bar {
        position: relative;
        display: block;
        height: calc(var(--_thick) * 3.5);
        overflow: hidden;
        border-block-end: var(--_thin) solid var(--_line-strong);
      }
      .bar i {
        position: absolute;
        top: 0;
        bottom: 0;
        left: 0;
        width: calc(var(--v) * 1%);
        background: var(--_accent);
      }
      .bar.about i {
        width: calc(var(--v) * 1% + 1em);
        -webkit-mask: linear-gradient(90deg, #000 calc(100% - 2em), transparent);
        mask: linear-gradient(90deg, #000 calc(100% - 2em), transparent);
      }
      .bar.more i::after {
        content: '';
        position: absolute;
        top: 0;
        bottom: 0;
        left: 100%;
        width: 1.5em;
        background: inherit;
        clip-path: polygon(0 0, 33% 50%, 0 100%, 25% 100%, 58% 50%, 25% 0, 42% 0, 75% 50%, 42% 100%, 0 100%);
      }
      .bar.less i {
        width: calc(var(--v) * 1% - 0.5em);
      }
      .bar.less b {
        position: absolute;
        top: 0;
        bottom: 0;
        left: calc(var(--v) * 1% - 2px);
        width: 2px;
        background: var(--_accent);
      }
      .bar u {
        position: absolute;
        top: 0;
        bottom: 0;
        right: 0;
        width: 2px;
        background: var(--_ink);
      }
      .ends {
        display: flex;
        justify-content: space-between;
        margin-block-start: var(--_unit);
        font-size: var(--_caption);
        line-height: 1.5;
        color: var(--_ink-2);
        font-variant-numeric: tabular-nums;
      }
      .ends span + span {
        margin-inline-start: 1em;
        text-align: end;
      }
      .ring {
        grid-template-rows: auto auto auto 1fr auto;
      }
      .dial {
        position: relative;
        width: 9em;
        max-width: 100%;
      }
      .dial::before {
        content: '';
        display: block;
        padding-block-start: 100%;
      }
      .dial svg {
        position: absolute;
        top: 0;
        left: 0;
        width: 100%;
        height: 100%;
        transform: rotate(-90deg);
        overflow: visible;
        fill: none;
      }
      .dial .box {
        align-self: stretch;
        position: absolute;
        top: 0;
        bottom: 0;
        left: 12%;
        right: 12%;
        display: flex;
        align-items: center;
        justify-content: center;
      }
      .dial .f {
        --_max: calc(var(--_base) * var(--_r-tile));
        --_q: 0.5;
        --_s: 0.6;
      }
      .whole {
        stroke: var(--_line-strong);
        stroke-width: 0.35;
      }
      .part {
        stroke: var(--_accent);
        stroke-width: 3.2;
      }
      .part.soft {
        opacity: 0.45;
      }
      .part.softer {
        opacity: 0.18;
      }
      .arrow {
        fill: none;
        stroke: var(--_accent);
        stroke-width: 0.9;
      }
      @media print {
        .bar i,
        .bar b,
        .bar u {
          -webkit-print-color-adjust: exact;
          print-color-adjust: exact;
        }
      }
      @media (forced-colors: active) {
        .bar i,
        .bar b,
        .bar u {
          forced-color-adjust: none;
          background: CanvasText;
        }
        .part,
        .arrow {
          stroke: CanvasText;
        }
      }
    `,
  ];

  /** Which figure of the report to draw. */
  indicator?: IndicatorTag | null;

  /**
   * The value to reach, where the editor gives one: a number in the figure's unit (`500`), or with its scale
   * (`50万`). It is shown as the editor's.
   */
  target?: string | null;

  /** `bar` or `ring`. */
  variant: 'bar' | 'ring' = 'bar';

  /** The name of the figure, instead of the report's. */
  label?: string | null;

  /** Draws a hairline box, for use inside foreign pages. */
  framed = false;

  /** A period to compare with: `2023`, `previous` (also with an empty attribute) or `next`. */
  change?: string | null;

  /** Draws a line over the periods of the report's series, where three or more can be compared. */
  trend?: boolean;

  /** A second measure of the same thing: another indicator of the report. */
  also?: IndicatorTag | null;

  #observation?: Observation;
  #drawn?: DrawnFigure;
  #drawnFor?: string;
  #drawnOf?: Observation;
  /** Part of the whole, in percent, as far as the drawing goes. */
  #percent = 0;
  #isBeyond = false;
  #whole = '';
  #attained = '';

  protected override get isPlain(): boolean {
    return !this.framed && this.variant !== 'ring';
  }

  protected override get heading(): string {
    return displayText(this.label || localize(this.#observation?.label, this.language), this.language);
  }

  protected override get readyKey(): unknown {
    return this.#observation;
  }

  protected override get readyDetail(): ReadyDetail {
    return {...super.readyDetail, indicator: this.indicator};
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | 'loading' | undefined {
    const found = findObservation(report!, this.indicator);
    if (found.code) return found;
    const {kind, value, scale, of, unit} = found;
    const {language} = this;
    const words = progressWords(language);
    const target = this.target ?? undefined;
    const notAShare: Fault = {code: 'not-a-share', what: this.indicator ?? '', why: target};
    let reached: number;
    this.#attained = '';
    if (target !== undefined) {
      const goal = typedNumber(String(target));
      if (!goal || kind === 'rank' || kind === 'tier' || kind === 'rating') return notAShare;
      const goalBase = toBaseUnits(goal.value, goal.scale);
      const base = toBaseUnits(value, scale);
      // For the drawing and a rounded share only; the figures themselves stay decimals.
      reached = (Number(base) / Number(goalBase)) * 100;
      this.#isBeyond = compareDecimals(base, goalBase) > 0;
      this.#attained = words.attained(
        Number.isInteger(reached)
          ? `${reached}%`
          : `${language === 'en' ? 'about ' : '约'}${reached.toFixed(1)}%`,
      );
      const figure = {...goal, unit, label: found.label, printed: String(target).trim() + unit};
      const parts = figureLanguage(language)!.parts(figure);
      this.#whole = words.target(parts.map((part) => part.value).join(''));
    } else {
      reached = Number(value);
      if (kind !== 'share' || unit !== '%' || !(reached >= 0 && reached <= 100)) return notAShare;
      this.#isBeyond = false;
      this.#whole = words.whole(displayText(localize(of?.label, language), language));
    }
    this.#observation = found;
    // A meter's value may not leave its range, so an exceeded target tops out here and is told in words.
    this.#percent = Math.min(Math.max(reached, 0), 100);
    return this.prepareExtras(report!, found);
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Messages of prepare() are in the language of this update.
    super.willUpdate(changed);
    const observation = this.#observation;
    if (this.state !== 'ready' || !observation) return;
    if (this.#drawnFor === this.language && this.#drawnOf === observation) return;
    this.#drawnFor = this.language;
    this.#drawnOf = observation;
    this.#drawn = drawFigure(observation, this.language);
  }

  protected renderReady(): TemplateResult {
    const words = progressWords(this.language);
    const isRing = this.variant === 'ring';
    const notes = [this.#isBeyond ? words.beyondTarget : '', this.#attained].filter(Boolean);
    return renderFrame(
      this,
      isRing ? 'm ring' : 'm',
      html`<p part="label" class="label" id="label">${this.heading}</p>
        ${isRing ? nothing : html`<div class="box">${this.#drawn!.element}</div>`}
        <div>
          <div
            part="meter"
            class="meter"
            role="meter"
            aria-labelledby="label"
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=${Math.round(this.#percent * 100) / 100}
            aria-valuetext=${[this.#drawn!.spoken, this.#attained, this.#whole].filter(Boolean).join(', ')}
          >
            ${isRing ? this.#renderRing() : this.#renderBar()}
          </div>
          ${
            isRing
              ? html`<p class="note">${this.#whole}</p>`
              : html`<p class="ends" aria-hidden="true"><span>0</span><span>${this.#whole}</span></p>`
          }
          ${notes.length ? html`<p part="note" class="note">${dotted(...notes)}</p>` : nothing} ${this.extras}
        </div>
        <p class="foot">
          ${renderSourceButton({
            host: this,
            report: this.outcome.report!,
            observation: this.#observation!,
            label: this.heading,
            language: this.language,
            look: this.look,
          })}
        </p>`,
    );
  }

  get #end(): End {
    const {qualifier} = this.#observation!;
    return qualifier ? ENDS[qualifier] : 'exact';
  }

  #renderBar(): TemplateResult {
    const hasTarget = Boolean(this.#attained);
    return html`<span class="bar ${this.#end}" .style=${`--v:${this.#percent}`}
      ><i></i>${this.#end === 'less' ? html`<b></b>` : nothing}${hasTarget ? html`<u></u>` : nothing}</span
    >`;
  }

  #renderRing(): TemplateResult {
    const v = this.#percent;
    const end = this.#end;
    const r = ROUND / (2 * Math.PI);
    const arc = (from: number, to: number, name: string) => {
      // A negative length would make it no dash, but a full circle.
      const start = Math.max(from, 0);
      return svg`<circle class=${name} cx="20" cy="20" r=${r} stroke-dasharray="0 ${start} ${Math.max(to - start, 0)} ${ROUND}"></circle>`;
    };
    const turn = `rotate(${v * 3.6} 20 20)`;
    return html`<div class="dial">
      <svg viewBox="0 0 40 40" aria-hidden="true">
        <circle class="whole" cx="20" cy="20" r=${r}></circle>
        ${
          end === 'about'
            ? [arc(0, v - 2, 'part'), arc(v - 2, v, 'part soft'), arc(v, v + 2, 'part softer')]
            : end === 'less'
              ? [arc(0, v - 1.6, 'part'), arc(v - 0.5, v, 'part')]
              : arc(0, v, 'part')
        }
        ${
          end === 'more'
            ? svg`<g class="arrow" transform=${turn}>
              <path d="M34.4 20.7l1.5 1.5 1.5-1.5M34.4 22.3l1.5 1.5 1.5-1.5"></path>
            </g>`
            : nothing
        }
      </svg>
      <div class="box">${this.#drawn!.element}</div>
    </div>`;
  }
}

const progressWords = defineWords<{
  whole: (label: string) => string;
  target: (figure: string) => string;
  attained: (percent: string) => string;
  beyondTarget: string;
}>('progress', {
  'zh-CN': {
    whole: (label) => (label ? `${label} 100%` : '100%'),
    target: (figure) => `目标 ${figure}`,
    attained: (percent) => `按编者所给目标计算：${percent}`,
    beyondTarget: '已超过目标',
  },
  en: {
    whole: (label) => (label ? `${label} 100%` : '100%'),
    target: (figure) => `Target ${figure}`,
    attained: (percent) => `Worked out from the editor’s target: ${percent}`,
    beyondTarget: 'beyond the target',
  },
});

define('qd-progress', QdProgress);

declare global {
  interface HTMLElementTagNameMap {
    'qd-progress': QdProgress;
  }
}
