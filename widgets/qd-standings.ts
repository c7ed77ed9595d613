import {css, html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {groupDigits} from '../src/decimal.js';
import {localize} from '../src/locale.js';
import type {Observation, Report} from '../src/schema.js';
import {areaAbsence} from './area-absence.js';
import {areaFault} from './area-fault.js';
import {cardStyles} from './card-styles.js';
import type {AreaTag} from './attribute-types.js';
import {renderFrame} from './frame.js';
import {define} from './define.js';
import {findObservation} from './find-observation.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {drawing} from './drawing.js';
import {drawFigure, figureStyles} from './figure.js';
import {headingLevel} from './heading-level.js';
import {inArea} from './in-area.js';
import {ListElement} from './list-element.js';
import {listStyles} from './list-styles.js';
import {rankTicks, renderRankTicks, type RankTicks} from './rank-ticks.js';
import {drawPhrases} from './render-phrases.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import {defineWords} from './words.js';

/** One standing, ready to be drawn. */
interface Standing {
  figure: HTMLElement;
  note: string;
  ticks?: RankTicks;
}

/**
 * Ranks, tiers, ratings and firsts, in the order of the report. A rank is drawn as a place on a line only
 * where the report says among how many; all others are words.
 *
 * @customElement qd-standings
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The list.
 * @csspart standing - One rank, tier or rating.
 * @csspart label - What is ranked or rated.
 * @csspart figure - The place, in words or numbers.
 * @csspart value - The numeral.
 * @csspart scale - 万, 亿, million.
 * @csspart unit - What is counted.
 * @csspart note - Among what, where the report says so.
 * @csspart source - The button that opens the sentence.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the mark of the place takes it.
 */
export class QdStandings extends ListElement<Observation> {
  static override properties: PropertyDeclarations = {
    area: {},
    indicators: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  static override styles = [
    tokens,
    figureStyles,
    cardStyles,
    listStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 26rem;
      }
      /* Each standing has a hairline above and one at its side; the outermost ones are cut off. */
      .rows {
        --_gap: calc(var(--_unit) * 8);
        --_block: 120rem;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16em), 1fr));
        column-gap: calc(var(--_gap) * 2);
        clip-path: inset(var(--_thin) -8px -8px -8px);
        margin-block-start: calc(var(--_thin) * -1);
      }
      .standing {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto auto 1fr auto;
        border-block-start: var(--_thin) solid var(--_line);
        padding-block-start: calc(var(--_unit) * 4);
        margin-block-end: calc(var(--_unit) * 6);
        break-inside: avoid;
      }
      .standing::before {
        content: '';
        position: absolute;
        top: calc(var(--_unit) * 4);
        bottom: 0;
        left: calc(var(--_gap) * -1);
        border-inline-start: var(--_thin) solid var(--_line);
      }
      .label {
        padding-block-end: 0;
      }
      .box {
        margin-block-start: calc(var(--_unit) * 3);
        margin-block-end: calc(var(--_unit) * 2);
      }
      .f {
        --_s: 0.5;
        --_u: 0.5;
        --_max: calc(var(--_base) * var(--_r-standing, 3.25));
        line-height: 1.2;
      }
      .f .n {
        font-size: 1.12em;
        line-height: 1;
      }
      .range {
        container-type: inline-size;
      }
      .note {
        margin-block-start: 0;
      }
      .range + .note {
        margin-block-start: var(--_unit);
      }
      .foot {
        align-self: end;
        grid-row-end: auto;
      }
      .ticks {
        display: block;
        width: 100%;
        height: calc(var(--_base) * 1.125);
        overflow: visible;
      }
      .ticks path {
        fill: none;
        stroke: var(--_line-strong);
        stroke-width: 1;
        vector-effect: non-scaling-stroke;
      }
      .ticks .mark {
        stroke: var(--_accent);
        stroke-width: 4;
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
      @container (max-width: 17em) {
        .ticks .minor {
          display: none;
        }
      }
      @container (min-width: 40em) {
        .rows {
          --_gap: calc(var(--_unit) * 4);
          --_block: 45rem;
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
      }
      @container (min-width: 56em) {
        .rows {
          --_gap: calc(var(--_unit) * 8);
        }
      }
      @supports (grid-template-rows: subgrid) {
        .standing {
          grid-row: span 4;
          grid-template-rows: subgrid;
          row-gap: 0;
        }
      }
      @media (forced-colors: active) {
        .ticks path {
          stroke: CanvasText;
        }
        .ticks .mark {
          stroke: Highlight;
        }
      }
    `,
  ];

  /** Id of an area of work; without it, the standings of the whole report. */
  area?: AreaTag | null;

  /** Only these standings: ids, separated by spaces or commas. */
  indicators?: string | null;

  /** Level of the headings, 2 to 6, so that they fit the page's outline. */
  headingLevel = 3;

  protected readonly rowName: [string, string] = ['standing', 'standing'];

  protected override get rowKey(): unknown {
    return headingLevel(this.headingLevel);
  }

  protected override get absence(): string {
    return (
      areaAbsence(this.outcome.report, this.area, this.language) || standingWords(this.language).noStandings
    );
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | undefined {
    const only = (this.indicators ?? '').split(/[\s,]+/).filter(Boolean);
    for (const indicator of only) {
      const found = findObservation(report!, indicator);
      if (found.code) return {...found, attribute: 'indicators'};
    }
    this.items = inArea(report!.observations, this.area)
      .filter(({kind}) => kind === 'rank' || kind === 'tier' || kind === 'rating')
      .filter(({indicator}) => !only.length || only.includes(indicator))
      .sort((a, b) => a.provenance.figureStart - b.provenance.figureStart);
    return areaFault(report!, this.area) ?? (this.items.length ? undefined : 'absent');
  }

  protected renderReady(): TemplateResult {
    const words = standingWords(this.language);
    return renderFrame(
      this,
      'list',
      html`<ul class="rows" role="list" aria-label=${words.list}>
        ${this.rows}
      </ul>`,
      this.isBusy,
    );
  }

  protected fillRow(row: HTMLElement, observation: Observation): void {
    const {language} = this;
    const {figure, note, ticks} = aStanding(observation, language);
    const label = displayText(localize(observation.label, language), language);
    drawing.fill(row, [
      html`<p part="label" class="label" role="heading" aria-level=${headingLevel(this.headingLevel)}>
          ${drawPhrases(label, language)}
        </p>
        <div class="box">${figure}</div>
        <div>
          ${ticks ? this.#renderRange(ticks, observation) : nothing}
          ${note ? html`<p part="note" class="note">${note}</p>` : nothing}
        </div>
        <p class="foot">
          ${renderSourceButton({
            host: this,
            report: this.outcome.report!,
            observation,
            label,
            language,
            look: this.look,
          })}
        </p>`,
    ]);
  }

  #renderRange(ticks: RankTicks, {value, of}: Observation): TemplateResult {
    const {language} = this;
    const last = language === 'zh-CN' ? of!.value! : groupDigits(of!.value!);
    return html`<div class="range">
      ${renderRankTicks(ticks, standingWords(language).place(value, last))}
      <p class="ends" aria-hidden="true"><span>1</span><span>${last}</span></p>
    </div>`;
  }
}

/** Draws one: as a place on a line, in the report's own words, or both. */
function aStanding(observation: Observation, language: string): Standing {
  const {kind, value, qualifier, of, printed, provenance} = observation;
  const {element} = drawFigure(observation, language);
  // A hedged rank, 前10位, is no place on a line.
  const ticks =
    kind === 'rank' && of?.value && !qualifier ? rankTicks(Number(value), Number(of.value)) : undefined;
  const whole = localize(of?.label, language);
  // 全省首位: where the report prints them together, they are one phrase.
  if (language === 'zh-CN' && whole && !of?.value && provenance.quote.includes(whole + printed)) {
    const scope = drawing.create('span');
    scope.className = 'w';
    scope.textContent = displayText(whole, language);
    element.prepend(scope);
    const width = Number(element.style.getPropertyValue('--n')) + whole.length;
    element.style.setProperty('--n', width.toFixed(2));
    return {figure: element, note: ''};
  }
  return {figure: element, ticks, note: amongNote(observation, Boolean(ticks), language)};
}

/** Among what: 全国333个城市, as the report puts it; or the list that the rank is of. */
function amongNote({of, provenance, label}: Observation, hasTicks: boolean, language: string): string {
  const whole = localize(of?.label, language);
  if (!of?.value || hasTicks) {
    if (whole === localize(label, language)) return '';
    const isTitle = language === 'zh-CN' && provenance.quote.includes(`《${whole}》`);
    return displayText(isTitle ? `《${whole}》` : whole, language);
  }
  const words = standingWords(language);
  if (language !== 'zh-CN') return words.among(groupDigits(of.value), whole);
  const count = of.value + (of.unit ?? '');
  for (let at = 0; at <= whole.length; at++) {
    const phrase = whole.slice(0, at) + count + whole.slice(at);
    if (provenance.quote.includes(phrase)) return displayText(phrase, language);
  }
  return displayText(words.among(count, whole), language);
}

const standingWords = defineWords<{
  list: string;
  place: (place: string, total: string) => string;
  among: (count: string, whole: string) => string;
  noStandings: string;
}>('standings', {
  'zh-CN': {
    list: '位次与评价',
    place: (place, total) => `从1到${total}，位于第${place}`,
    among: (count, whole) => (whole ? `${whole}，共${count}` : `共${count}`),
    noStandings: '报告没有给出位次或评价',
  },
  en: {
    list: 'Ranks and ratings',
    place: (place, total) => `Place ${place} on a line from 1 to ${total}`,
    among: (count, whole) => `Of ${count}${whole && ` ${whole}`}`,
    noStandings: 'The report gives no ranks or ratings',
  },
});

define('qd-standings', QdStandings);

declare global {
  interface HTMLElementTagNameMap {
    'qd-standings': QdStandings;
  }
}
