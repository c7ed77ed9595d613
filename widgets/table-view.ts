import {css, html, isServer, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Observation, Report} from '../src/schema.js';
import {areaAbsence} from './area-absence.js';
import {areaFault} from './area-fault.js';
import {bringIntoView} from './bring-into-view.js';
import {cardStyles} from './card-styles.js';
import {say} from './define.js';
import {displayText} from '../src/display-text.js';
import {drawElement, drawing} from './drawing.js';
import {drawSourceButton, listenForSources, nameSourceButton} from './drawn-source.js';
import {drawSlices, SLICE} from './draw-slices.js';
import type {Fault} from './fault.js';
import {
  figureRows,
  filterRows,
  haystacks,
  sortRows,
  type FigureRow,
  type HaystackOf,
  type RowOf,
  type SortColumn,
  type Sorting,
} from './figure-rows.js';
import {frameWords} from './frame-words.js';
import {late} from './late.js';
import type {QdTable} from './qd-table.js';
import {rowBlocks, rowIndex} from './row-blocks.js';
import {View} from './view.js';
import {defineWords} from './words.js';

/** The column headings, in their order. */
const COLUMNS: SortColumn[] = ['label', 'item', 'qualifier', 'value', 'unit', 'source'];

/** With more rows than this the browser is not asked to measure all of them for the columns. */
const MANY = 250;

/** In place of an area's id: the figures that belong to none. No id has this form. */
const NO_AREA = '-';

/** What draws a `<qd-table>`. */
export class TableView extends View<QdTable> {
  static override styles = [
    cardStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 40rem;
      }
      .figures {
        --_sunken: #f4f6f7;
        container-type: inline-size;
      }
      @media screen {
        .figures[data-theme='dark'],
        .figures[data-theme='wall'] {
          --_sunken: #161f27;
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
      .tools {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        font-size: var(--_caption);
        color: var(--_ink-2);
      }
      .tools label {
        display: block;
        flex: 0 1 20em;
        min-width: 0;
        max-width: 100%;
        margin-inline-end: calc(var(--_unit) * 4);
        margin-block-end: calc(var(--_unit) * 4);
      }
      input,
      select {
        display: block;
        box-sizing: border-box;
        width: 100%;
        margin: var(--_unit) 0 0;
        padding: 0.4em 0.7em;
        min-height: var(--_tap);
        border: var(--_thin) solid var(--_line-strong);
        border-radius: 2px;
        background: var(--_surface, #fff);
        color: var(--_ink);
        font: inherit;
        font-size: var(--_base);
      }
      /* With room for the focus rings at its edges, and for the tall target of the last row. */
      .scroll {
        overflow-x: auto;
        overflow-y: hidden;
        margin-block-start: -5px;
        margin-inline-start: -5px;
        padding: 5px 0 5px 5px;
      }
      .from button {
        outline-offset: -2px;
      }
      .from .source::after {
        left: auto;
        right: 0;
        transform: translateY(-50%);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        line-height: 1.5;
      }
      th {
        text-align: start;
        font-weight: 400;
      }
      thead th {
        border-block-start: var(--_thin) solid var(--_rule);
        border-block-end: var(--_thin) solid var(--_line-strong);
        padding: 0;
        padding-inline-end: calc(var(--_unit) * 4);
        vertical-align: bottom;
        font-size: var(--_caption);
        white-space: nowrap;
      }
      tbody th,
      td {
        border-block-end: var(--_thin) solid var(--_line);
        padding-block-start: calc(var(--_unit) * 2);
        padding-block-end: calc(var(--_unit) * 2);
        padding-inline-start: 0;
        padding-inline-end: calc(var(--_unit) * 4);
        vertical-align: baseline;
      }
      .item {
        font-size: var(--_caption);
        color: var(--_ink-2);
      }
      .hedge {
        text-align: end;
        white-space: nowrap;
        color: var(--_accent);
        padding-inline-end: 0.6em;
      }
      .value {
        width: 1%;
        text-align: end;
        font-variant-numeric: tabular-nums lining-nums;
        font-weight: 700;
        white-space: nowrap;
        padding-inline-end: 0.5em;
        text-autospace: no-autospace;
      }
      thead .value {
        font-weight: 400;
      }
      .unit {
        white-space: nowrap;
        color: var(--_ink-2);
      }
      .unit b {
        color: var(--_ink);
      }
      .unit i {
        font-style: normal;
        color: var(--_accent);
      }
      .from {
        width: 1%;
        white-space: nowrap;
        padding-inline-end: 0;
      }
      thead button {
        display: inline-flex;
        align-items: center;
        min-height: var(--_tap);
        font-size: var(--_caption);
        color: var(--_ink-2);
        white-space: nowrap;
      }
      thead button:hover,
      [aria-sort='ascending'] button,
      [aria-sort='descending'] button {
        color: var(--_accent);
      }
      thead svg {
        flex: none;
        width: 0.6em;
        height: 1.05em;
        margin-inline-start: 0.3em;
        fill: var(--_line-strong);
      }
      /* The digits stand under their heading, so the arrow is on its other side. */
      thead .hedge svg,
      thead .value svg {
        order: -1;
        margin-inline-start: 0;
        margin-inline-end: 0.3em;
      }
      [aria-sort='ascending'] .up,
      [aria-sort='descending'] .down {
        fill: var(--_accent);
      }
      [aria-sort='ascending'] .down,
      [aria-sort='descending'] .up {
        fill: none;
      }
      tbody tr:hover th,
      tbody tr:hover td {
        background: var(--_sunken);
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        padding-block-start: calc(var(--_unit) * 3);
        font-size: var(--_caption);
        color: var(--_ink-2);
      }
      .count {
        margin-inline-end: calc(var(--_unit) * 4);
        margin-block-end: calc(var(--_unit) * 2);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        margin-inline-end: calc(var(--_unit) * -2);
      }
      .button {
        border: var(--_thin) solid var(--_line-strong);
        border-radius: 2px;
        background: var(--_surface, #fff);
        color: var(--_ink);
        font-size: var(--_caption);
        line-height: 1.4;
        min-height: var(--_tap);
        padding: 0.5em 1em;
        margin-inline-end: calc(var(--_unit) * 2);
        margin-block-end: calc(var(--_unit) * 2);
      }
      .button:hover {
        border-color: var(--_accent);
        color: var(--_accent);
      }
      /* Narrow: rows of two lines, name and figure over work and source. */
      @container (max-width: 40em) {
        .tools label {
          flex-basis: 100%;
          margin-inline-end: 0;
        }
        table,
        thead,
        tbody {
          display: block;
        }
        thead tr {
          display: flex;
          flex-wrap: wrap;
          border-block-start: var(--_thin) solid var(--_rule);
          border-block-end: var(--_thin) solid var(--_line-strong);
        }
        .figures thead th {
          width: auto;
          border: 0;
          padding-inline-end: calc(var(--_unit) * 3);
        }
        tbody tr {
          display: grid;
          grid-template-areas: 'name hedge value unit' 'item from from from';
          grid-template-columns: minmax(0, 1fr) minmax(2.4em, auto) minmax(4.6em, auto) minmax(3.4em, auto);
          align-items: baseline;
          border-block-end: var(--_thin) solid var(--_line);
          padding-block-start: calc(var(--_unit) * 3);
          padding-block-end: calc(var(--_unit) * 3);
        }
        tbody {
          --_block: 111em;
        }
        tbody tr:hover {
          background: var(--_sunken);
        }
        .figures tbody th,
        .figures tbody td {
          width: auto;
          border: 0;
          padding: 0;
        }
        tbody .name {
          grid-area: name;
        }
        .figures tbody .item {
          grid-area: item;
          padding-block-start: calc(var(--_unit) * 2);
        }
        .figures tbody .hedge {
          grid-area: hedge;
          padding-inline-start: 0.4em;
        }
        .figures tbody .value {
          grid-area: value;
          padding-inline-start: 0.4em;
        }
        .figures tbody .unit {
          grid-area: unit;
          padding-inline-start: 0.4em;
        }
        .figures tbody .from {
          grid-area: from;
          text-align: end;
        }
        .figures:lang(en) tbody tr {
          grid-template-areas: 'name name name name' 'item item item item' 'hedge value unit from';
          grid-template-columns: minmax(3.8em, auto) minmax(4.6em, auto) minmax(0, 1fr) auto;
        }
        .figures:lang(en) tbody .unit {
          white-space: normal;
        }
        .figures:lang(en) tbody .item {
          padding-block-start: 0;
          padding-block-end: var(--_unit);
        }
      }
      /* Very many rows: columns of a width that is known, so that rows out of sight need no layout. */
      @container (min-width: 40.01em) {
        .many,
        .many thead,
        .many tbody {
          display: block;
        }
        .many tr {
          display: grid;
          grid-template-columns:
            minmax(0, 3fr) minmax(0, 2fr) calc(var(--_hedge, 3) * 1em + 1em) calc(
              var(--_value, 6) * 1em + 1em
            )
            calc(var(--_unit-width, 4) * 1em + 1em) 5em;
        }
        .many tbody {
          --_block: 52em;
        }
        .many .value,
        .many .from {
          width: auto;
        }
        .many .from {
          text-align: end;
        }
      }
      @container (max-width: 17em) {
        tbody tr {
          grid-template-areas: 'name name name name' 'item item item item' 'hedge value unit from';
          grid-template-columns: minmax(2.4em, auto) minmax(4.6em, auto) minmax(0, 1fr) auto;
        }
        .figures tbody .unit {
          white-space: normal;
        }
        .figures tbody .item {
          padding-block-start: 0;
          padding-block-end: var(--_unit);
        }
      }
      /* Blocks of rows out of sight need no layout, where they are boxes of their own. */
      .full:not(:focus-within) {
        content-visibility: auto;
        contain-intrinsic-size: auto 10rem auto var(--_block, 52em);
      }
      /* Its own test for WebKit, see the tokens. */
      @supports (background: -webkit-named-image(i)) {
        .full:not(:focus-within) {
          content-visibility: visible;
        }
      }
      @media print {
        .tools,
        .acts,
        thead svg,
        .from {
          display: none;
        }
        .scroll {
          overflow: visible;
        }
        tr {
          break-inside: avoid;
        }
        .full:not(:focus-within) {
          content-visibility: visible;
        }
      }
      @media (forced-colors: active) {
        thead svg {
          fill: CanvasText;
        }
        [aria-sort='ascending'] .up,
        [aria-sort='descending'] .down {
          fill: Highlight;
        }
      }
    `,
  ];

  #report?: Report;
  /** What rows are worked out by: another one for other words. */
  #rowOf!: RowOf;
  #rowsIn: unknown[] = [];
  #haystackOf?: HaystackOf;
  #widths?: ColumnWidths;
  /** What fits the conditions, in the order asked for. */
  #found: readonly Observation[] = [];
  /** Until when rows may be drawn in the task that has found them, as a time; 0 in another. */
  #sliceEnd = 0;
  #foundFor = '';
  #shown: readonly Observation[] = [];
  #blocks = rowBlocks<Observation>(
    (observation) => this.#createRow(observation),
    (row, observation) => fillRow(row, this.#rowFor(observation), this.language),
  );
  /** Rows to be copied, by what they have in common. */
  #patterns = new Map<string, HTMLElement>();
  /** Rows that were worked out for the columns, until they are drawn. */
  #known = new Map<Observation, FigureRow>();
  #slices = drawSlices(
    (isEnough) => this.#blocks.draw(isEnough),
    () => this.#blocks.isWhole,
    () => this.host.requestUpdate(),
  );
  #ready?: unknown;
  /** Whether a server's drawing stands in place of our own, or did until now. */
  #isServed?: boolean;
  #query = '';
  /** The area that the reader chose. */
  #chosen?: string;
  #sorting?: Sorting;
  #limit = 0;

  /** Settled once all rows stand that are to be shown; absent while they do. */
  get whole(): Promise<void> | undefined {
    return this.#slices.whole;
  }

  /** Scrolls to a figure's row and focuses its source. Says whether the table shows it. */
  showRow(indicator: string): boolean {
    const at = this.#found.findIndex((observation) => observation.indicator === indicator);
    if (this.host.state !== 'ready' || at < 0) return false;
    while (this.#limit <= at) this.#limit += this.#page;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      const row = this.host.renderRoot.querySelectorAll('tbody tr')[at];
      if (row) bringIntoView(row, row.querySelector('button'));
    });
    return true;
  }

  override get absence(): string | undefined {
    return (
      areaAbsence(this.outcome.report, this.#shownArea, this.language) || tableWords(this.language).noFigures
    );
  }

  prepare(report: Report | undefined): Fault | 'absent' | undefined {
    const {language} = this;
    const rowsIn = [report, language, frameWords(language).source];
    if (rowsIn.some((value, i) => value !== this.#rowsIn[i])) {
      if (report !== this.#report) this.#reset();
      this.#report = report;
      this.#rowsIn = rowsIn;
      this.#rowOf = figureRows(report!, language);
      this.#patterns.clear();
      this.#known.clear();
      this.#widths = this.#haystackOf = undefined;
      this.#foundFor = '';
    }
    const area = this.#shownArea;
    const fault = area === NO_AREA ? undefined : areaFault(report!, area);
    if (fault) return fault;
    const {observations} = report!;
    const inArea = area
      ? observations.filter((observation) => (observation.area ?? NO_AREA) === area)
      : observations;
    if (!inArea.length) return 'absent';
    const key = JSON.stringify([area, this.#query, this.#sorting]);
    if (key !== this.#foundFor) {
      this.#foundFor = key;
      this.#sliceEnd = Date.now() + SLICE;
      if (this.#query.trim()) this.#haystackOf ??= haystacks(report!, language);
      else this.#haystackOf = undefined;
      const fitting = this.#haystackOf ? filterRows(inArea, this.#query, this.#haystackOf) : inArea;
      this.#found = sortRows(fitting, this.#sorting, report!, language);
    }
    return undefined;
  }

  override changed(changed: PropertyValues): void {
    if (changed.has('area') || changed.has('pageSize')) this.#reset();
  }

  override settle(): void {
    const root = this.host.renderRoot as ShadowRoot | undefined;
    const found = this.#found;
    this.#shown = found.length > this.#limit ? found.slice(0, this.#limit) : found;
    this.#isServed ??= isServer || Boolean(root?.querySelector('tbody'));
    this.#blocks.show(this.#shown, this.#rowOf, root);
    if (this.#shown.length > MANY) {
      this.#widths ??= columnWidths(this.#report!.observations, (observation) => {
        const row = this.#rowFor(observation);
        this.#known.set(observation, row);
        return row;
      });
    }
    // What a server has drawn is whole, and so is what takes its place.
    const end = this.#sliceEnd || Date.now() + SLICE;
    this.#sliceEnd = 0;
    this.#blocks.draw(this.#isServed ? undefined : (drawn) => drawn >= MANY && Date.now() > end);
  }

  override updated(): void {
    const {renderRoot, state} = this.host;
    const table = renderRoot.querySelector<HTMLElement>('.many');
    if (table) {
      const {hedge, value, unit} = this.#widths!;
      table.style.setProperty('--_hedge', String(hedge));
      table.style.setProperty('--_value', String(value));
      table.style.setProperty('--_unit-width', String(unit));
    }
    if (state !== 'ready') return this.#slices.stop();
    this.#isServed = !this.#blocks.settle(renderRoot);
    if (this.#blocks.isWhole) this.#known.clear();
    this.#slices.drawOn();
  }

  override disconnected(): void {
    // It goes on when the element is drawn in its new place.
    this.#slices.stop();
  }

  /** Told of once it stands whole. */
  override get readyKey(): unknown {
    if (this.host.state !== 'ready' || this.#blocks.isWhole) this.#ready = super.readyKey;
    return this.#ready;
  }

  /** What the attribute says, or the reader. */
  get #shownArea(): string {
    return this.#chosen ?? this.host.area ?? '';
  }

  #reset(): void {
    this.#chosen = undefined;
    this.#limit = this.#page;
  }

  get #page(): number {
    return this.host.pageSize >= 1 ? Math.trunc(this.host.pageSize) : 50;
  }

  render(): TemplateResult {
    const {language} = this;
    const words = tableWords(language);
    const name = this.#name;
    const {length} = this.#shown;
    const isBusy = !this.#blocks.isWhole;
    return this.renderFrame(
      'figures',
      html`${this.#renderTools()}
        <div class="scroll" role="region" tabindex="0" aria-label=${name}>
          <table
            part="table"
            class=${length > MANY ? 'many' : ''}
            role="table"
            @click=${this.#sourceListener}
          >
            <caption class="hidden">
              ${name}
            </caption>
            <thead role="rowgroup">
              <tr role="row">
                ${COLUMNS.map((column) => this.#renderHeading(column))}
              </tr>
            </thead>
            ${this.#blocks.content}
          </table>
        </div>
        <div class="end">
          <p class="count" role="status">${isBusy ? words.drawing(length) : this.#renderCount()}</p>
          ${this.#renderActs(length)}
        </div>`,
      isBusy,
    );
  }

  #renderCount(): TemplateResult {
    const words = tableWords(this.language);
    const {length} = this.#shown;
    const rest = this.#found.length - length;
    const sorting = this.#sorting;
    return html`${words.count(length, this.#report!.observations.length)}${length ? '' : words.noMatch}${
        rest ? words.rest(rest) : ''
      }<span class="hidden"
        >${sorting ? words.sorted(words[sorting.column], sorting.isDescending) : ''}</span
      >`;
  }

  /** What the table holds: all figures, or those of an area. */
  get #name(): string {
    const {language} = this;
    const area = this.#shownArea;
    const words = tableWords(language);
    const found = this.outcome.report!.areas?.find(({id}) => id === area);
    if (area === NO_AREA) return words.captionOf(words.noArea);
    return found ? words.captionOf(displayText(localize(found.title, language), language)) : words.caption;
  }

  #renderTools(): TemplateResult {
    const {language} = this;
    const area = this.#shownArea;
    const words = tableWords(language);
    const {areas = [], observations} = this.outcome.report!;
    const measured = new Set(observations.map((observation) => observation.area ?? NO_AREA));
    const options = areas
      .filter(({id}) => measured.has(id))
      .map(({id, title}) => ({id, name: displayText(localize(title, language), language)}));
    if (measured.has(NO_AREA)) options.push({id: NO_AREA, name: words.noArea});
    return html`<div class="tools">
      <label
        >${words.search}<input
          type="search"
          autocomplete="off"
          spellcheck="false"
          .value=${this.#query}
          @input=${(event: Event) => this.#onSearch(event)}
      /></label>
      ${
        areas.length
          ? html`<label
              >${words.area}<select @change=${(event: Event) => this.#onArea(event)}>
                <option value="" .selected=${!area}>${words.allAreas}</option>
                ${options.map(({id, name}) => html`<option value=${id} .selected=${area === id}>${name}</option>`)}
              </select></label
            >`
          : nothing
      }
    </div>`;
  }

  #renderHeading(column: SortColumn): TemplateResult {
    const words = tableWords(this.language);
    const sorting = this.#sorting?.column === column ? this.#sorting : undefined;
    const direction = sorting ? (sorting.isDescending ? 'descending' : 'ascending') : 'none';
    const onClick = () => this.#sort(column);
    return html`<th scope="col" role="columnheader" class=${CLASSES[column]} aria-sort=${direction}>
      <button type="button" @click=${onClick}>
        ${words[column]}<svg viewBox="0 0 8 14" aria-hidden="true">
          <path class="up" d="M4 1l3 4H1z"></path>
          <path class="down" d="M4 13l3-4H1z"></path>
        </svg>
      </button>
    </th>`;
  }

  #rowFor(observation: Observation): FigureRow {
    return this.#known.get(observation) ?? this.#rowOf(observation);
  }

  /** A copy of a row with the same hedge and unit, in which only the rest is written: a third of the work. */
  #createRow(observation: Observation): HTMLElement {
    const figure = this.#rowFor(observation);
    const {qualifier, value, unit, spoken} = figure;
    let form = qualifier + (spoken === value);
    for (const part of unit) form += `\n${part.type}${part.value}`;
    let pattern = this.#patterns.get(form);
    if (!pattern) {
      fillRow((pattern = drawRow()), figure, this.language);
      // Where each is another, none is worth keeping.
      if (this.#patterns.size > MANY) this.#patterns.clear();
      this.#patterns.set(form, pattern);
    }
    const row = pattern.cloneNode(true) as HTMLElement;
    nameRow(row, figure, this.language);
    return row;
  }

  #sourceListener = listenForSources((button) => {
    const row = button.closest('tr');
    const observation = row && this.#shown[rowIndex(row)];
    if (!observation) return undefined;
    const {host, language, look} = this;
    return {
      host,
      report: this.outcome.report!,
      observation,
      label: nameOf(this.#rowOf(observation), language),
      language,
      look,
    };
  });

  #renderActs(shown: number): TemplateResult {
    const words = tableWords(this.language);
    const rest = this.#found.length - shown;
    const more = Math.min(rest, this.#page);
    const isNarrowed = Boolean(this.#query.trim() || this.#shownArea);
    const button = (name: string, onClick: () => void) =>
      html`<button class="button" type="button" @click=${onClick}>${name}</button>`;
    return html`<p class="acts">
      ${isNarrowed ? button(words.clear, () => this.#clear()) : nothing}
      ${rest > more ? button(words.more(more), () => this.#show(this.#limit + more)) : nothing}
      ${rest ? button(words.all, () => this.#show(this.#found.length)) : nothing}
      ${shown ? button(words.csv, () => this.#save('csv')) : nothing}
      ${shown ? button(words.json, () => this.#save('json')) : nothing}
    </p>`;
  }

  #onSearch(event: Event): void {
    this.#query = (event.target as HTMLInputElement).value;
    this.#show(this.#page);
  }

  #onArea(event: Event): void {
    this.#chosen = (event.target as HTMLSelectElement).value;
    this.#show(this.#page);
  }

  #clear(): void {
    this.#query = '';
    this.#chosen = '';
    this.#show(this.#page);
    // The button goes with what it cleared.
    this.host.renderRoot.querySelector('input')!.focus();
  }

  #sort(column: SortColumn): void {
    const sorting = this.#sorting;
    if (sorting?.column !== column) this.#sorting = {column, isDescending: false};
    else this.#sorting = sorting.isDescending ? undefined : {column, isDescending: true};
    this.host.requestUpdate();
  }

  /** Shows so many rows; the focus goes on with the first new one when the button that was asked has gone. */
  #show(limit: number): void {
    const before = this.#limit;
    const hadFocus =
      this.host.renderRoot instanceof ShadowRoot && this.host.renderRoot.activeElement?.matches('.button');
    this.#limit = limit;
    this.host.requestUpdate();
    if (!hadFocus || limit <= before) return;
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelectorAll('tbody tr')[before]?.querySelector('button')?.focus(),
    );
  }

  /** All rows that fit, in the order shown, also those not drawn yet. */
  #save(form: 'csv' | 'json'): void {
    const report = this.outcome.report!;
    const observations = this.#found;
    const name = [report.id, this.#shownArea === NO_AREA ? '' : this.#shownArea].filter(Boolean).join('-');
    void late.file().then(
      ({saveFigures}) => saveFigures(name, form, report, observations),
      () => say('a file of the package is missing.', 'error'),
    );
  }
}

const CLASSES: Record<SortColumn, string> = {
  label: 'name',
  item: 'item',
  qualifier: 'hedge',
  value: 'value',
  unit: 'unit',
  source: 'from',
};

/** An empty row. */
function drawRow(): HTMLElement {
  const row = drawing.create('tr');
  row.setAttribute('role', 'row');
  for (const column of COLUMNS) {
    const isName = column === 'label';
    const cell = drawElement(isName ? 'th' : 'td', CLASSES[column], '');
    cell.setAttribute('role', isName ? 'rowheader' : 'cell');
    if (isName) cell.setAttribute('scope', 'row');
    if (column === 'source') cell.append(drawSourceButton());
    row.append(cell);
  }
  return row;
}

function fillRow(row: Element, figure: FigureRow, language: string): void {
  const {qualifier, value, unit, spoken} = figure;
  const [, , hedge, digits, counted, from] = row.children;
  hedge!.textContent = qualifier;
  digits!.textContent = spoken === value ? value : '';
  // Down the column of values nobody is to hear a number without its hedge.
  if (spoken !== value) {
    const image = drawing.create('span');
    image.setAttribute('role', 'img');
    image.append(value);
    digits!.append(image);
  }
  counted!.textContent = '';
  counted!.append(...unit.map(drawUnit));
  nameSourceButton(from!.firstElementChild!, '', language);
  nameRow(row, figure, language);
}

/** Writes into a row what it does not share with others of the same hedge and unit. */
function nameRow(row: Element, figure: FigureRow, language: string): void {
  const {label, item, value, spoken} = figure;
  const {0: name, 1: work, 3: digits, 5: from} = row.children;
  setText(name!, label);
  setText(work!, item);
  const image = digits!.firstElementChild;
  setText(image ?? digits!, value);
  image?.setAttribute('aria-label', spoken);
  from!.firstElementChild!.setAttribute(
    'aria-label',
    frameWords(language).sourceOf(nameOf(figure, language)),
  );
}

/** A text that is there is changed: less work than another one. */
function setText(element: Element, text: string): void {
  const child = element.firstChild as Text | null;
  if (child) child.data = text;
  else element.textContent = text;
}

function nameOf({label, spoken}: FigureRow, language: string): string {
  return language === 'en' ? `${label}, ${spoken}` : `${label}，${spoken}`;
}

function drawUnit({type, value}: FigureRow['unit'][number]): Node | string {
  const isCode = /^[A-Z]+$/.test(value);
  const tag = type === 'scale' ? 'b' : type === 'qualifier' ? 'i' : isCode ? 'strong' : '';
  if (!tag) return value;
  const element = drawing.create(tag);
  element.append(value);
  return element;
}

interface ColumnWidths {
  hedge: number;
  value: number;
  unit: number;
}

/** How wide the three columns of figures are in ems, by the longest entry and not less than their headings. */
function columnWidths(observations: readonly Observation[], columnsOf: RowOf): ColumnWidths {
  const widths = {hedge: 4, value: 4, unit: 4};
  const widen = (column: keyof ColumnWidths, text: string) => {
    // No character is wider than 1 em.
    if (text.length > widths[column]) widths[column] = Math.max(widths[column], textWidth(text));
  };
  for (const observation of observations) {
    const {qualifier, value, unit} = columnsOf(observation);
    widen('hedge', qualifier);
    widen('value', value);
    let counted = '';
    for (const part of unit) counted += part.value;
    widen('unit', counted);
  }
  return widths;
}

/** Roughly, and rather too much: a Han character is 1 em, a letter in bold two thirds. */
function textWidth(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i) < 0x2e80 ? 0.67 : 1;
  return sum;
}

const tableWords = defineWords<
  Record<SortColumn, string> & {
    caption: string;
    captionOf: (area: string) => string;
    search: string;
    area: string;
    allAreas: string;
    noArea: string;
    count: (shown: number, all: number) => string;
    rest: (count: number) => string;
    drawing: (count: number) => string;
    noMatch: string;
    sorted: (column: string, isDescending: boolean) => string;
    more: (count: number) => string;
    all: string;
    clear: string;
    csv: string;
    json: string;
    noFigures: string;
  }
>('table', {
  'zh-CN': {
    label: '指标',
    item: '所属工作',
    qualifier: '限定',
    value: '数值',
    unit: '单位',
    source: '出处',
    caption: '全部数字',
    captionOf: (area) => `全部数字：${area}`,
    search: '查找指标、工作或数字',
    area: '工作领域',
    allAreas: '全部领域',
    noArea: '不属于某一领域',
    count: (shown, all) => `显示${shown}项，共${all}项`,
    rest: (count) => `，… 还有${count}行`,
    drawing: (count) => `正在显示${count}项……`,
    noMatch: '，没有符合条件的数字',
    sorted: (column, isDescending) => `，按${column}${isDescending ? '降序' : '升序'}排列`,
    more: (count) => `再显示${count}行`,
    all: '全部显示',
    clear: '清除条件',
    csv: '下载CSV',
    json: '下载JSON',
    noFigures: '报告没有数字',
  },
  en: {
    label: 'Indicator',
    item: 'Work',
    qualifier: 'Hedge',
    value: 'Value',
    unit: 'Unit',
    source: 'Source',
    caption: 'All figures',
    captionOf: (area) => `All figures: ${area}`,
    search: 'Find an indicator, work or figure',
    area: 'Area of work',
    allAreas: 'All areas',
    noArea: 'In no single area',
    count: (shown, all) => `${shown} of ${all} shown`,
    rest: (count) => `, … and ${count} more`,
    drawing: (count) => `Showing ${count} …`,
    noMatch: ', no figure matches',
    sorted: (column, isDescending) => `, sorted by ${column}, ${isDescending ? 'descending' : 'ascending'}`,
    more: (count) => `Show ${count} more`,
    all: 'Show all',
    clear: 'Clear',
    csv: 'Download CSV',
    json: 'Download JSON',
    noFigures: 'The report has no figures',
  },
});
