import {css, html, isServer, nothing, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Area, Observation, Report, ReportDocument} from '../src/schema.js';
import {isShare, leadContext, leadOf, type LeadContext} from './area-figures.js';
import {areaLayout, type AreaBlock, type AreaLayout} from './area-layout.js';
import {areaTitle} from './area-title.js';
import {cardStyles} from './card-styles.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {figureLanguage} from './figure-language.js';
import {headingLevel} from './heading-level.js';
import {itemNumber} from './item-number.js';
import './qd-metric.js';
import './qd-progress.js';
import './qd-report.js';
import {renderPhrases} from './render-phrases.js';
import type {QdArea} from './qd-area.js';
import {sentenceAround} from './sentence-around.js';
import {renderSourceButton} from './source-button.js';
import {View} from './view.js';
import {defineWords} from './words.js';

/** What draws a `<qd-area>`. */
export class AreaView extends View<QdArea> {
  static override styles = [
    cardStyles,
    css`
      /* The whole is never left out, only its parts: stronger than what every tag has. */
      :host {
        contain: none !important;
        content-visibility: visible !important;
      }
      /* Signs joined to a single one may be wider than any page; but a focus ring reaches out. */
      :host(:not(:focus-within)) {
        overflow-x: clip;
      }
      .area {
        container-type: inline-size;
      }
      .song {
        font-family: var(
          --qd-font-title,
          'Source Han Serif SC',
          'Noto Serif CJK SC',
          'Songti SC',
          STSong,
          SimSun,
          Georgia,
          serif
        );
        font-weight: 700;
      }
      .rail {
        margin-block-end: calc(var(--_unit) * 6);
      }
      .number {
        display: block;
        font-size: calc(var(--_base) * 1.375);
        line-height: 1.2;
        margin-block-end: calc(var(--_unit) * 2);
      }
      .number:lang(zh) {
        margin-inline-start: -0.5em;
      }
      @supports (text-spacing-trim: trim-start) {
        .number:lang(zh) {
          margin-inline-start: 0;
        }
      }
      .name {
        display: block;
        font-size: calc(var(--_base) * 1.75);
        line-height: 1.4;
        text-wrap: balance;
        text-autospace: no-autospace;
        word-break: keep-all;
      }
      .name:lang(en) {
        line-height: 1.3;
      }
      .aim {
        margin-block-start: calc(var(--_unit) * 2);
        line-height: 1.7;
        color: var(--_ink-2);
        text-wrap: pretty;
      }
      .aim::first-letter {
        text-transform: uppercase;
      }
      .item {
        margin-block-end: calc(var(--_unit) * 6);
      }
      .item-title {
        font-size: calc(var(--_base) * 1.0625);
        line-height: 1.5;
        font-weight: 700;
        text-wrap: pretty;
      }
      .plain,
      .text {
        margin-block-end: calc(var(--_unit) * 4);
      }
      summary {
        position: relative;
        display: block;
        list-style: none;
        cursor: pointer;
        padding-inline-end: 1.5em;
        min-height: 24px;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::after {
        content: '';
        position: absolute;
        top: 0.45em;
        right: 0.35em;
        width: 0.45em;
        height: 0.45em;
        border: solid var(--_accent);
        border-width: 0 2px 2px 0;
        transform: rotate(45deg);
      }
      [open] > summary::after {
        top: 0.7em;
        transform: rotate(225deg);
      }
      summary:hover .item-title {
        color: var(--_accent);
      }
      .quote {
        max-width: 38em;
        line-height: 1.85;
        color: var(--_ink-2);
        text-wrap: pretty;
      }
      .text .quote {
        padding-block-start: calc(var(--_unit) * 2);
      }
      .row > .quote {
        border-block-start: var(--_thin) solid var(--_line);
        padding-block-start: calc(var(--_unit) * 2.5);
        margin-block-end: calc(var(--_unit) * 8);
      }
      .plain + .quote {
        margin-block-end: calc(var(--_unit) * 8);
      }
      .row {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 11.25rem), 1fr));
        column-gap: calc(var(--_unit) * 4);
      }
      .cell {
        position: relative;
        display: block;
        min-width: 0;
        margin-block-end: calc(var(--_unit) * 8);
        scroll-margin-block-start: calc(var(--_base) * 6);
      }
      .cell > * {
        height: 100%;
      }
      .cell.target > *::part(base) {
        box-shadow: inset 0 var(--_thick) 0 var(--_accent);
      }
      .wide > * {
        --qd-metric-value-size: calc(var(--_base) * var(--_r-feature, 4.75));
      }
      .wide > *::part(label) {
        font-size: calc(var(--_base) * 1.1875);
        line-height: calc(var(--_base) * 1.5);
      }
      /* The rank hangs from the card's rule. */
      .ranked > *::part(label) {
        padding-inline-end: 6.5em;
      }
      .place {
        position: absolute;
        top: 0;
        right: 0;
        max-width: 100%;
        height: auto;
        font-size: var(--_caption);
        line-height: 1;
      }
      .place button {
        position: relative;
        display: flex;
        border: var(--_thin) solid var(--_accent);
      }
      .place button::after {
        content: '';
        position: absolute;
        top: 50%;
        left: 0;
        right: 0;
        height: var(--_tap);
        transform: translateY(-50%);
      }
      .place span,
      .place b {
        padding: 0.36em 0.5em 0.4em;
        word-break: keep-all;
      }
      .place b {
        background: var(--_accent);
        color: var(--_on-accent);
      }
      .place button:hover b,
      .place [aria-expanded='true'] b {
        background: var(--_ink);
        color: var(--_bg);
      }
      .documents {
        border-block-start: var(--_thin) solid var(--_rule);
        padding-block-start: calc(var(--_unit) * 3);
        margin-block-end: calc(var(--_unit) * 8);
      }
      .documents ul {
        list-style: none;
        margin: 0;
        padding: 0;
        margin-block-start: calc(var(--_unit) * 2);
      }
      .documents li {
        display: flex;
        align-items: flex-start;
        padding-block-start: var(--_unit);
        padding-block-end: var(--_unit);
        font-size: var(--_caption);
        line-height: 1.6;
      }
      .verb {
        flex: none;
        min-width: 2.5em;
        max-width: 50%;
        margin-inline-end: 0.75em;
        color: var(--_ink-2);
      }
      .verb:lang(en) {
        min-width: 5.5em;
      }
      .verb::first-letter {
        text-transform: uppercase;
      }
      .documents .open {
        min-height: 24px;
        color: var(--_ink);
        text-decoration: underline;
        text-decoration-color: var(--_line-strong);
        text-underline-offset: 0.3em;
        text-wrap: pretty;
      }
      .documents .open:hover,
      .documents [aria-expanded='true'] {
        color: var(--_accent);
        text-decoration-color: currentColor;
      }
      /* 《 is empty on its left: it hangs. */
      .documents .open:lang(zh) {
        margin-inline-start: -0.5em;
      }
      @supports (text-spacing-trim: trim-start) {
        .documents .open:lang(zh) {
          margin-inline-start: 0;
        }
      }
      .more::slotted(*) {
        grid-column: 1 / -1;
        margin-block-end: calc(var(--_unit) * 12) !important;
      }
      .rest {
        grid-column: 1 / -1;
        margin-block-end: calc(var(--_unit) * 8);
        color: var(--_ink-2);
      }
      @supports (grid-template-rows: subgrid) {
        .cell {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: subgrid;
          grid-row: span 4;
        }
        .cell > .card {
          --qd-display: grid;
          --qd-rows: subgrid;
          grid-row: 1 / -1;
          contain: none;
          content-visibility: visible;
        }
        .row > .quote {
          grid-row: span 4;
        }
      }
      @container (min-width: 18em) {
        .row {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        .wide,
        .row > .quote {
          grid-column: span 2;
        }
        .shares.row .cell:last-child:nth-child(odd) {
          grid-column: span 2;
        }
      }
      @container (min-width: 30em) {
        .row {
          column-gap: calc(var(--_unit) * 8);
        }
        .cell,
        .documents,
        .row > .quote,
        .plain + .quote {
          margin-block-end: calc(var(--_unit) * 12);
        }
      }
      @container (min-width: 46em) {
        .items {
          display: grid;
          grid-template-columns: repeat(12, minmax(0, 1fr));
          column-gap: calc(var(--_unit) * 8);
        }
        .s4 {
          grid-column: span 4;
        }
        .s8 {
          grid-column: span 8;
        }
        .s12 {
          grid-column: span 12;
        }
        .c1 > .row {
          grid-template-columns: minmax(0, 1fr);
        }
        .c3 > .row {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
        .c4 > .row {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
        .item > .shares.row {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        .s12 ul {
          columns: 2;
          column-gap: calc(var(--_unit) * 8);
        }
        .documents li {
          break-inside: avoid;
        }
      }
      @container (min-width: 62em) {
        .cols {
          display: grid;
          grid-template-columns: minmax(0, 3fr) minmax(0, 9fr);
          column-gap: calc(var(--_unit) * 8);
        }
        .rail {
          position: sticky;
          top: calc(var(--_base) * 5);
          align-self: start;
        }
      }
      @media print {
        .rail {
          position: static;
        }
        .item {
          break-inside: avoid;
        }
      }
      @media (forced-colors: active) {
        /* The plate that browsers lay behind a large numeral must not cover the line above. */
        .wide > *::part(label) {
          position: relative;
          z-index: 1;
        }
        .place b {
          border-inline-start: 1px solid;
        }
        .cell.target > *::part(base) {
          border-block-start: 4px solid Highlight;
        }
      }
    `,
  ];

  #area?: Area;
  #layout?: AreaLayout;
  #laidOutFor: unknown[] = [];
  #context?: LeadContext;
  /** The figure that the page's address points to. */
  #target = '';
  #shown?: string;

  override connected(): void {
    this.host.renderRoot.addEventListener('qd-ready', this.#onCardReady);
    addEventListener('hashchange', this.#onHash);
    this.#onHash();
  }

  override disconnected(): void {
    removeEventListener('hashchange', this.#onHash);
  }

  override get readyKey(): unknown {
    return this.#area;
  }

  prepare(report: Report | undefined): Fault | undefined {
    const areas = report!.areas ?? [];
    this.#area = areas.find(({id}) => id === this.host.area);
    if (!this.#area) {
      return {code: 'unknown-indicator', what: this.host.area || undefined, known: areas.map(({id}) => id)};
    }
    const key = [report, this.#area, this.host.leads];
    if (key.every((value, at) => value === this.#laidOutFor[at])) return undefined;
    this.#laidOutFor = key;
    const {observations, documents = []} = report!;
    this.#context = leadContext(observations, (this.host.leads ?? '').split(/[\s,]+/));
    const own = observations.filter(({area}) => area === this.host.area);
    const lead = leadOf(own, this.#context);
    this.#layout = areaLayout(this.#area, own, documents, lead, this.#context);
    return undefined;
  }

  override updated(): void {
    this.#showTarget();
  }

  render(): TemplateResult {
    const {language} = this;
    const area = this.#area!;
    const words = areaWords(language);
    const {name, aim} = areaTitle(area, language);
    const {blocks, documents, documentSpan, left} = this.#layout!;
    const hasMore = !isServer && this.host.querySelector(':scope > [slot="more"]');
    return this.renderFrame(
      'area',
      html`<qd-report
        .given=${this.outcome}
        lang=${language}
        data-qd-theme=${this.look.theme}
        data-qd-text=${this.look.text}
      >
        <div class="cols">
          <div class="rail">
            <p class="song" role="heading" aria-level=${headingLevel(this.host.headingLevel)} part="title">
              <span class="number">${words.number(itemNumber(area.number, language))}</span
              ><span class="name">${renderPhrases(name, language)}</span>
            </p>
            ${aim ? html`<p class="aim">${aim}</p>` : nothing}
          </div>
          <div class="body">
            <div class="items">
              ${blocks.map((block) => this.#renderBlock(block))}
              ${left ? html`<p class="rest">${words.rest(left)}</p>` : nothing}
              <slot name="more" class="more"></slot>
              ${documents.length ? this.#renderDocuments(documents, hasMore || left ? 12 : documentSpan) : nothing}
            </div>
          </div>
        </div>
      </qd-report>`,
    );
  }

  get #itemLevel(): number {
    return Math.min(headingLevel(this.host.headingLevel) + 1, 6);
  }

  #renderBlock({item, shares, figures, isWide, isOpen, span, columns}: AreaBlock): TemplateResult {
    const {language} = this;
    const level = this.#itemLevel;
    const quote = item && this.#renderQuote(item.quote);
    const name = item && displayText(localize(item.title, language), language);
    const isBeside = isOpen && figures.length > 0;
    return html`<div part="item" class="item s${span} c${isBeside ? 3 : columns}">
      ${
        !item
          ? nothing
          : isOpen
            ? html`<p class="plain item-title" role="heading" aria-level=${level}>${name}</p>
                ${isBeside ? nothing : quote}`
            : html`<details class="text">
                <summary><span class="item-title" role="heading" aria-level=${level}>${name}</span></summary>
                ${quote}
              </details>`
      }
      ${
        shares.length
          ? html`<div class="row shares">${shares.map((figure) => this.#renderCell(figure, false))}</div>`
          : nothing
      }
      ${
        figures.length
          ? html`<div class="row">
              ${figures.map((figure, at) => this.#renderCell(figure, isWide && !at))}
              ${isBeside ? quote : nothing}
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderQuote(quote: string): TemplateResult {
    const {language} = this.outcome.report!;
    const isChinese = /^zh(_|\b)/i.test(language);
    return html`<p part="quote" class="quote" lang=${language}>
      ${displayText(quote, isChinese ? 'zh-CN' : language)}
    </p>`;
  }

  #renderCell(figure: Observation, isWide: boolean): TemplateResult {
    const {indicator} = figure;
    const place = this.#context!.places.get(figure);
    const isTarget = this.#target === indicator;
    return html`<div
      class="cell${isWide ? ' wide' : ''}${place ? ' ranked' : ''}${isTarget ? ' target' : ''}"
      data-indicator=${indicator}
    >
      ${
        isShare(figure)
          ? html`<qd-progress part="card" class="card" indicator=${indicator}></qd-progress>`
          : html`<qd-metric part="card" class="card" indicator=${indicator}></qd-metric>`
      }
      ${place ? this.#renderPlace(place) : nothing}
    </div>`;
  }

  /** 全省 | 首位: scope and position; opens the sentence of the rank. */
  #renderPlace(place: Observation): TemplateResult {
    const {language, look} = this;
    const figures = figureLanguage(language)!;
    const text = figures
      .parts(place)
      .map(({value}) => value)
      .join('');
    const among = displayText(localize(place.of?.label, language), language);
    const label = displayText(localize(place.label, language), language);
    return html`<p class="place" part="place">
      ${renderSourceButton(
        {
          host: this.host,
          report: this.outcome.report!,
          observation: place,
          label: `${label} ${among ? `${among} ` : ''}${text}`,
          language,
          look,
        },
        html`${among ? html`<span>${among}</span> ` : nothing}<b class="song">${text}</b>`,
      )}
    </p>`;
  }

  #renderDocuments(documents: ReportDocument[], span: number): TemplateResult {
    const {language, look} = this;
    const words = areaWords(language);
    const report = this.outcome.report!;
    return html`<div part="documents" class="documents s${span}">
      <p role="heading" aria-level=${this.#itemLevel}>${words.documents}</p>
      <ul role="list">
        ${documents.map(({title, verb, provenance}) => {
          const name = displayText(words.title(localize(title, language)), language);
          return html`<li>
            <span class="verb">${localize(verb, language)}</span>
            <span
              >${renderSourceButton(
                {
                  host: this.host,
                  report,
                  passage: sentenceAround(report, provenance),
                  label: name,
                  language,
                  look,
                },
                name,
              )}</span
            >
          </li>`;
        })}
      </ul>
    </div>`;
  }

  #onHash = () => {
    let hash = location.hash.slice(1);
    try {
      hash = decodeURIComponent(hash);
    } catch {
      // Not an id of ours, then.
    }
    this.#target = hash && !document.getElementById(hash) ? hash : '';
    this.#shown = undefined;
    this.host.requestUpdate();
  };

  #onCardReady = () => {
    this.#showTarget();
  };

  /** Once for each address, when all cards have their size: the reader may scroll away. */
  #showTarget(): void {
    if (this.host.state !== 'ready' || !this.#target || this.#shown === this.#target) return;
    const target = this.host.renderRoot.querySelector('.target');
    const cards = [...this.host.renderRoot.querySelectorAll('.card')];
    if (!target || cards.some((card) => /^(?:loading)?$/.test(card.getAttribute('state') ?? ''))) return;
    this.#shown = this.#target;
    target.scrollIntoView({block: 'center'});
  }
}

const areaWords = defineWords<{
  number: (number: string) => string;
  documents: string;
  title: (title: string) => string;
  rest: (count: number) => string;
}>('areaView', {
  'zh-CN': {
    number: (number) => `（${number}）`,
    documents: '文件',
    title: (title) => (/^《.*》$/.test(title) ? title : `《${title}》`),
    rest: (count) => `另有${count}个数字没有列成卡片，见全部数字的表。`,
  },
  en: {
    number: (number) => number,
    documents: 'Documents',
    title: (title) => title,
    rest: (count) => `And ${count} more figures, in the table of all figures.`,
  },
});
