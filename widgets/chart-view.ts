import {css, html, nothing, type CSSResult, type TemplateResult} from 'lit';
import type {Report} from '../src/schema.js';
import {adoptOnce} from './adopt-once.js';
import {cardStyles} from './card-styles.js';
import {chartData, indicatorIds, type ChartData, type ChartPoint, type ChartType} from './chart-data.js';
import type {ChartDrawing, ChartInks, ChartShape, ChartSize} from './chart-shape.js';
import {chartStyles} from './chart-styles.js';
import {chartWords} from './chart-words.js';
import {say} from './define.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {formatDate} from '../src/format-date.js';
import {headingLevel} from './heading-level.js';
import {markedSpan} from '../src/marked-span.js';
import {stopWaiting, whenNear} from './near-viewport.js';
import type {QdChart} from './qd-chart.js';
import {safeLink} from './safe-link.js';
import {renderSourceButton} from './source-button.js';
import {View} from './view.js';

type Library = typeof import('./chart-library.js');

/** What a drawing is made from, as the page has it at a moment. */
interface Measured {
  shape: ChartShape;
  inks: ChartInks;
  size: ChartSize;
}

/** chart.js, once a chart has come near the viewport. */
let library: Library | undefined;
/** The same on its way: one promise for all that wait, so that they go on, and are drawn, together. */
let coming: Promise<Library> | undefined;
let hasSaid = false;
let forced: MediaQueryList | undefined;

/** Whether a browser has what a chart needs. Where not, nothing is loaded. */
function canDraw(): boolean {
  return typeof ResizeObserver === 'function' && typeof CanvasRenderingContext2D === 'function';
}

/** Width of a text in em: Han 1, digits .6. */
function widthOf(text: string): number {
  let sum = 0;
  for (const char of text) sum += char > '\u2e7f' ? 1 : /[.,:\s]/.test(char) ? 0.32 : 0.62;
  return sum;
}

/**
 * About how high charts are, by the most rows of each, for a browser that does not lay out what is far away: were it taken
 * for much lower, it would lay out more of them than come near, and what stands below would not be where it seems.
 */
const heights: Array<[rows: number, styles: CSSResult]> = [
  [
    3,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 20rem;
      }
    `,
  ],
  [
    6,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 28rem;
      }
    `,
  ],
  [
    11,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 40rem;
      }
    `,
  ],
  [
    20,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 55rem;
      }
    `,
  ],
  [
    Infinity,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 100rem;
      }
    `,
  ],
];

function heightStyles({shape, points}: ChartData): CSSResult {
  // Columns and a ring are as high for any number.
  const rows = shape && shape.form !== 'rows' ? 6 : points.length;
  return heights.find(([most]) => rows <= most)![1];
}

/** What draws a `<qd-chart>`. */
export class ChartView extends View<QdChart> {
  static override styles = [cardStyles, chartStyles];

  #data?: ChartData;
  /** What {@link #data} was made from. */
  #madeFrom: unknown[] = [];
  /** Another one for other figures; the same for the same figures in another language. */
  #shown = {};
  #isTable = false;
  #hasSources = false;
  /** The point that the keyboard or the pointer is at; -1 for none. */
  #current = -1;
  #said = '';
  /** What was made without a template, and what of. */
  #unseen?: UnseenTable;
  #names?: Names;
  /** What the canvas fills. */
  #box?: Element;
  #drawing?: ChartDrawing;
  /** What the drawing shows now. */
  #drawn?: Measured;
  #isNear = false;
  #isFailed = false;
  #isPrinting = false;

  override connected(): void {
    this.#isFailed = false;
    if (!views.size) {
      window.addEventListener('beforeprint', ChartView.#onBeforePrint);
      window.addEventListener('afterprint', ChartView.#onAfterPrint);
    }
    views.add(this);
  }

  override disconnected(): void {
    views.delete(this);
    if (!views.size) {
      window.removeEventListener('beforeprint', ChartView.#onBeforePrint);
      window.removeEventListener('afterprint', ChartView.#onAfterPrint);
    }
    stopWaiting(this.host);
    this.#isNear = this.#isPrinting = false;
    this.#current = -1;
    this.#stop();
  }

  override get heading(): string {
    return displayText(this.host.label || this.#data?.title || '', this.language);
  }

  override get readyKey(): unknown {
    return this.#shown;
  }

  override get readyDetail(): object {
    return {indicators: indicatorIds(this.host.indicators)};
  }

  prepare(report: Report | undefined): Fault | 'absent' | undefined {
    const type: ChartType =
      this.host.type === 'line' || this.host.type === 'doughnut' ? this.host.type : 'bar';
    const from = [report, this.host.indicators, type, this.language];
    if (this.#data && from.every((part, i) => part === this.#madeFrom[i])) return undefined;
    this.#data = undefined;
    const made = chartData(report!, this.host.indicators, type, this.language);
    if (typeof made !== 'object' || made.code) return made;
    if (this.#madeFrom[0] !== report || this.#madeFrom[1] !== this.host.indicators) this.#shown = {};
    this.#data = made;
    this.#madeFrom = from;
    this.#current = -1;
    this.#said = '';
    return undefined;
  }

  override updated(): void {
    if (!this.host.isConnected) return;
    if (this.host.state === 'ready') adoptOnce(this.host, heightStyles(this.#data!));
    this.#mark();
    if (this.host.state !== 'ready' || !this.#hasChart) {
      stopWaiting(this.host);
      this.#stop();
    } else if (!this.#isNear) whenNear(this.host, () => void this.#approach());
    else if (library && !this.#isPrinting) this.#drawSoon();
  }

  render(): TemplateResult {
    const {language} = this;
    const data = this.#data!;
    const words = chartWords(language);
    const hasChart = this.#hasChart;
    const isTable = this.#isTable || !hasChart;
    return this.renderFrame(
      this.#isDrawn ? 'chart drawn' : 'chart',
      html`<div class="head">
          <div class="titles">
            <p part="label" class="title" role="heading" aria-level=${headingLevel(this.host.headingLevel)}>
              ${this.heading}
            </p>
            ${data.subtitle ? html`<p part="unit" class="sub">${data.subtitle}</p>` : nothing}
          </div>
          ${
            hasChart
              ? html`<div part="switch" class="switch" role="group" aria-label=${words.view}>
                  <button type="button" aria-pressed=${String(!isTable)} @click=${this.#showChart}>
                    ${words.chart}
                  </button>
                  <button type="button" aria-pressed=${String(isTable)} @click=${this.#showTable}>
                    ${words.table}
                  </button>
                </div>`
              : nothing
          }
        </div>
        ${hasChart ? this.#renderChart(data, isTable) : nothing}
        <div class=${isTable ? 'sheet' : 'sheet unseen'}>
          ${isTable ? this.#renderTable(data) : this.#drawTable(data)}
        </div>
        ${this.#renderFoot(data, isTable)}`,
    );
  }

  /** The words of the chart. What they say stands in the table too, for those who don't see where they stand. */
  #renderChart(data: ChartData, isTable: boolean): TemplateResult {
    const {points, shape, summary} = data;
    const words = chartWords(this.language);
    const {form, marks} = shape!;
    const isRing = form === 'ring';
    const room = Math.max(...points.map(({shown}) => widthOf(shown))) * 1.04 + 0.9;
    return html`<div part="chart" class="view" ?hidden=${isTable}>
      <div
        class="plot ${form} ${marks}"
        .style=${`--n:${points.length};--room:${room.toFixed(2)}`}
        @pointermove=${this.#onPointer}
        @pointerleave=${() => this.#moveTo(-1)}
      >
        <div class="ink">
          <canvas
            role="img"
            aria-label="${this.heading}. ${summary}"
            aria-describedby=${this.#isDrawn ? 'keys' : nothing}
            tabindex=${this.#isDrawn ? 0 : nothing}
            @keydown=${this.#onKey}
            @blur=${() => this.#moveTo(-1)}
          ></canvas>
          ${isRing && points.length === 1 ? html`<b class="share" aria-hidden="true">${points[0]!.shown}</b>` : nothing}
        </div>
        ${this.#drawNames(data)}
      </div>
      <p class="unseen" id="keys">${words.keys}</p>
      <p class="unseen" role="status">${this.#said}</p>
      <i class="probe" aria-hidden="true"></i>
      <i class="probe watch" aria-hidden="true" @transitionend=${this.#onColour}></i>
    </div>`;
  }

  /**
   * The words at the marks, made with as little as can be, since a long page has many charts that nobody has come near
   * yet: all rows are cloned at once, and only what differs is put in. Where as many others come, they are put into the
   * same rows.
   */
  #drawNames(data: ChartData): HTMLElement {
    const {language} = this;
    const last = this.#names;
    if (last?.data === data) return last.list;
    const {points, shape} = data;
    const {form, accent} = shape!;
    const {length} = points;
    const isKept = last?.data.shape!.form === form && last.data.points.length === length;
    const names = isKept ? last : someNames(form, length);
    const isOther = names.language !== language;
    const isSparse = form === 'columns' && length > 1;
    points.forEach((point, i) => {
      const {line, label, value} = names.rows[i]!;
      const old = names.data?.points[i];
      if (isOther || point.name !== old?.name || !point.cited !== !old.cited) {
        // A period may break after its year.
        const year = isSparse ? point.name.indexOf('年') + 1 : 0;
        label.textContent = point.name.slice(0, year) || point.name;
        if (year) label.append(make('wbr', {}), point.name.slice(year));
        if (point.cited) {
          const mark = make('small', {});
          mark.textContent = chartWords(language).cited;
          label.append(' ', mark);
        }
      }
      if (value && point.shown !== old?.shown) value.data = point.shown;
      if ((i === accent) !== (i === names.data?.shape!.accent)) line.classList.toggle('first');
    });
    if (names.rest && isOther) names.rest.data = chartWords(language).rest;
    this.#names = {...names, data, language};
    return names.list;
  }

  #renderTable({points, isSeries, unit}: ChartData): TemplateResult {
    const words = chartWords(this.language);
    return html`<table part="table">
      <caption class="unseen">
        ${this.heading}
      </caption>
      <thead>
        <tr>
          <th scope="col">${isSeries ? words.period : words.indicator}</th>
          <th scope="col" class="number">${words.figure}</th>
          <th scope="col" class="from">${words.source}</th>
        </tr>
      </thead>
      <tbody>
        ${points.map(
          (point) =>
            html`<tr>
              <th scope="row">${point.name}</th>
              <td class="number">
                <b>${point.printed}</b>${
                  point.converted && unit ? html` <span>${words.equals(point.converted)}</span>` : nothing
                }
              </td>
              <td class="from">${this.#renderWhence(point)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /**
   * The same table where it is not seen: for those who hear it, who search the page, and for paper. Every chart of
   * a page has one, so it is made with as little as can be. There is nothing to click in it.
   */
  #drawTable(data: ChartData): HTMLTableElement {
    const {heading, language} = this;
    const last = this.#unseen;
    if (last?.data === data && last.heading === heading) return last.table;
    const {points, isSeries, unit} = data;
    const words = chartWords(language);
    const unseen = last?.data.points.length === points.length ? last : someTable(points.length);
    const {caption, heads, rows} = unseen;
    if (unseen.heading !== heading) caption.data = heading;
    [isSeries ? words.period : words.indicator, words.figure, words.source].forEach((name, i) => {
      if (heads[i]!.data !== name) heads[i]!.data = name;
    });
    points.forEach((point, i) => {
      const {name, printed, from} = rows[i]!;
      const whence = this.#whence(point);
      if (name.data !== point.name) name.data = point.name;
      if (printed.data !== point.printed) printed.data = point.printed;
      if (from.data !== whence) from.data = whence;
      const number = printed.parentNode!;
      while (number.nextSibling) number.nextSibling.remove();
      if (point.converted && unit) {
        const span = make('span', {});
        span.textContent = words.equals(point.converted);
        number.parentElement!.append(' ', span);
      }
    });
    this.#unseen = {...unseen, data, heading};
    return unseen.table;
  }

  /** Where a figure is from, in words. */
  #whence({observation, cited}: ChartPoint): string {
    const {language} = this;
    const words = chartWords(language);
    if (observation) return words.own;
    const {url, published} = cited!.source;
    const host = /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? '';
    return words.citedFrom(host, published ? formatDate(published, language) : '');
  }

  #renderWhence(point: ChartPoint): TemplateResult | string {
    const {language} = this;
    const {name, observation, cited} = point;
    if (observation) {
      return renderSourceButton({
        host: this.host,
        report: this.outcome.report!,
        observation,
        label: name,
        language,
        look: this.look,
      });
    }
    const whence = this.#whence(point);
    const link = safeLink(cited!.source.url);
    return link ? html`<a href=${link} target="_blank" rel="noopener">${whence}</a>` : whence;
  }

  #renderFoot({points, notes, chartNotes, tableNotes}: ChartData, isTable: boolean): TemplateResult {
    const {language} = this;
    const words = chartWords(language);
    const own = points.filter(({observation}) => observation);
    const [only] = own;
    const sources = isTable
      ? nothing
      : own.length === 1
        ? renderSourceButton({
            host: this.host,
            report: this.outcome.report!,
            observation: only!.observation,
            label: only!.name,
            language,
            look: this.look,
          })
        : html`<button
            part="source"
            class="source"
            type="button"
            aria-expanded=${this.#hasSources ? 'true' : 'false'}
            aria-controls="sources"
            @click=${this.#onSources}
          >
            ${words.sources(own.length)}
          </button>`;
    const isOpen = this.#hasSources && !isTable && own.length > 1;
    const said = [...(isTable ? tableNotes : chartNotes), ...notes];
    if (sources === nothing && !said.length) return html``;
    return html`<div class="bottom">
        ${sources}${
          said.length
            ? html`<div class="notes">${said.map((note) => html`<p part="note">${note}</p>`)}</div>`
            : nothing
        }
      </div>
      <ul id="sources" class="sources" ?hidden=${!isOpen}>
        ${isOpen ? own.map((point) => this.#renderQuote(point)) : nothing}
      </ul>`;
  }

  #renderQuote({name, observation}: ChartPoint): TemplateResult {
    const {quote} = observation!.provenance;
    const [from, to] = markedSpan(observation!);
    const {language, look} = this;
    const report = this.outcome.report!;
    return html`<li>
      <div class="of">
        <span>${name}</span
        >${renderSourceButton({host: this.host, report, observation, label: name, language, look})}
      </div>
      <blockquote lang=${report.language}>
        「${quote.slice(0, from)}<mark>${quote.slice(from, to)}</mark>${quote.slice(to)}」
      </blockquote>
    </li>`;
  }

  /** Whether there is anything to draw, and what to draw it with. */
  get #hasChart(): boolean {
    return Boolean(this.#data?.shape) && !this.#isFailed && canDraw();
  }

  /** Whether it stands in the page as a chart, and not yet as a table for paper alone. */
  get #isDrawn(): boolean {
    return this.#isNear && this.#hasChart && Boolean(library);
  }

  // Drawing

  async #approach(): Promise<void> {
    stopWaiting(this.host);
    if (this.host.state !== 'ready' || !this.#hasChart) return;
    this.#isNear = true;
    if (!library) {
      try {
        library = await (coming ??= import('./chart-library.js'));
      } catch (error) {
        coming = undefined;
        this.#fail(error);
        return;
      }
    }
    if (this.#isNear) this.host.requestUpdate();
  }

  /** With all that are to be drawn in this turn: what is measured for one must not undo what is set for another. */
  #drawSoon(): void {
    if (!waiting.size) {
      queueMicrotask(() => {
        const all = [...waiting];
        waiting.clear();
        ChartView.#drawAll(all);
      });
    }
    waiting.add(this);
  }

  /** Draws, or draws again what has changed, at the size and in the colours of this moment. */
  static #drawAll(all: ChartView[]): void {
    const measured = all.map((view) => view.#measure());
    all.forEach((view, i) => measured[i] && view.#draw(measured[i]));
  }

  /** Nothing where it cannot be seen now; the observer tells when it can. */
  #measure(): Measured | undefined {
    const shape = this.host.state === 'ready' && this.#hasChart ? this.#data!.shape : undefined;
    const canvas = this.host.renderRoot.querySelector('canvas');
    if (!library || !this.#isNear || !shape || !canvas) return undefined;
    const box = canvas.parentElement!;
    try {
      if (this.#box !== box) {
        this.#stop();
        this.#box = box;
        observeSize(box, this);
      }
      const {clientWidth: width, clientHeight: height} = box;
      if (!width || !height) return undefined;
      const pixelRatio = this.#isPrinting ? 3 : window.devicePixelRatio || 1;
      const isStacked = shape.form === 'rows' && !box.offsetLeft;
      return {shape, inks: this.#inks(), size: {width, height, pixelRatio, isStacked}};
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #draw(measured: Measured): void {
    const {shape, inks, size} = measured;
    const last = this.#drawn;
    if (last?.shape === shape && isSame(last.inks, inks) && isSame(last.size, size)) return;
    try {
      const canvas = this.#box!.querySelector('canvas')!;
      this.#drawing ??= library!.startDrawing(canvas);
      const places = this.#drawing.draw(shape, inks, size);
      this.#drawn = measured;
      const plot = canvas.closest('.plot')!;
      plot.querySelectorAll<HTMLElement>('.names .track').forEach((track, i) => {
        track.style.setProperty('--x', places[i]!.x.toFixed(4));
        track.style.setProperty('--y', places[i]!.y.toFixed(4));
      });
      const isCrowded =
        shape.form === 'columns' && size.width / shape.points.length < this.#widest() * inks.em;
      plot.classList.toggle('sparse', isCrowded);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Width of the widest words of a column, in em. */
  #widest(): number {
    const {points} = this.#data!;
    return Math.max(...points.map(({name, shown}) => Math.max(widthOf(shown), widthOf(name) / 2 + 0.5)));
  }

  /** The colours that the page gives now; on paper those of the light theme. */
  #inks(): ChartInks {
    const base = this.host.renderRoot.querySelector<HTMLElement>('[part="base"]')!;
    const theme = base.dataset.theme;
    if (this.#isPrinting) base.dataset.theme = 'light';
    const style = getComputedStyle(this.host.renderRoot.querySelector('.probe')!);
    const inks = {
      accent: style.color,
      slate: style.backgroundColor,
      ink: style.borderTopColor,
      line: style.borderBottomColor,
      paper: style.borderLeftColor,
      isForced: Boolean((forced ??= window.matchMedia?.('(forced-colors: active)'))?.matches),
      em: parseFloat(style.fontSize),
      thin: parseFloat(style.borderTopWidth) || 1,
      thick: parseFloat(style.borderBottomWidth) || 4,
    };
    if (this.#isPrinting) {
      base.dataset.theme = theme;
      // Chromium would keep the light ones where it skips what is far away.
      void style.color;
    }
    return inks;
  }

  #stop(): void {
    const drawing = this.#drawing;
    if (this.#box) observeSize(this.#box, undefined);
    this.#box = this.#drawing = this.#drawn = undefined;
    try {
      drawing?.destroy();
    } catch {
      // The page has broken what chart.js needs; the canvas goes all the same.
    }
  }

  /** From now on the table stands alone. */
  #fail(error: unknown): void {
    this.#isFailed = true;
    if (!hasSaid) say(`charts cannot be drawn in this page, their tables stand alone (${String(error)}).`);
    hasSaid = true;
    this.#stop();
    if (this.host.isConnected) this.host.requestUpdate();
  }

  // Events

  #showChart = (): void => this.#show(false);

  #showTable = (): void => this.#show(true);

  #show(isTable: boolean): void {
    this.#isTable = isTable;
    this.#current = -1;
    this.host.requestUpdate();
  }

  #moveTo(index: number): void {
    if (index === this.#current) return;
    this.#current = index;
    if (index < 0) this.#said = '';
    this.host.requestUpdate();
  }

  /** Marks the point that the keyboard or the pointer is at. */
  #mark(): void {
    const {list} = this.#names ?? {};
    const now = list?.children[this.#current];
    const last = list?.querySelector('.current');
    if (now === (last ?? undefined)) return;
    last?.classList.remove('current');
    now?.classList.add('current');
  }

  #onSources = (): void => {
    this.#hasSources = !this.#hasSources;
    this.host.requestUpdate();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const {points} = this.#data!;
    const last = points.length - 1;
    const at = this.#current;
    const targets: Record<string, number> = {
      ArrowRight: Math.min(at + 1, last),
      ArrowDown: Math.min(at + 1, last),
      ArrowLeft: at < 0 ? last : Math.max(at - 1, 0),
      ArrowUp: at < 0 ? last : Math.max(at - 1, 0),
      Home: 0,
      End: last,
      Escape: -1,
    };
    const target = targets[event.key];
    if (target === undefined || (target < 0 && at < 0)) return;
    event.preventDefault();
    const point = points[target];
    const cited = point?.cited ? ` ${chartWords(this.language).cited}` : '';
    this.#moveTo(target);
    this.#said = point ? `${point.name}${cited} ${point.spoken}` : '';
    this.host.requestUpdate();
  };

  #onPointer = (event: PointerEvent): void => {
    const {form, points} = this.#data!.shape!;
    if (form === 'ring' || event.pointerType === 'touch') return;
    const plot = event.currentTarget as HTMLElement;
    const {left, top, width} = plot.getBoundingClientRect();
    const {height} = plot.querySelector('.names')!.getBoundingClientRect();
    const share = form === 'rows' ? (event.clientY - top) / height : (event.clientX - left) / width;
    const index = Math.floor(share * points.length);
    this.#moveTo(index >= 0 && index < points.length ? index : -1);
  };

  /** A colour of the page has changed, for whatever reason. */
  #onColour = (event: Event): void => {
    event.stopPropagation();
    if (this.#drawing) this.#drawSoon();
  };

  /** The boxes of these have another size. */
  static resized(all: ChartView[]): void {
    ChartView.#drawAll(all);
  }

  static #onBeforePrint = (): void => {
    const all = [...views];
    for (const view of all) {
      view.#isPrinting = true;
      if (view.#isDrawn || view.host.state !== 'ready' || !view.#hasChart) continue;
      if (!library) void view.#approach();
      else {
        // Paper takes what stands when this returns: no promise is waited for.
        stopWaiting(view.host);
        view.#isNear = true;
        view.host.requestUpdate();
        (view.host as unknown as {performUpdate(): void}).performUpdate();
      }
    }
    ChartView.#drawAll(all);
  };

  static #onAfterPrint = (): void => {
    const all = [...views];
    for (const view of all) view.#isPrinting = false;
    ChartView.#drawAll(all);
  };
}

/** All that are in a page: one listener to printing for all. */
const views = new Set<ChartView>();
/** Those that are drawn at the end of this turn. */
const waiting = new Set<ChartView>();

const boxes = new Map<Element, ChartView>();
let observer: ResizeObserver | undefined;

/** Follows the size of a drawing's box, or forgets it. One observer for all, there only while one is drawn. */
function observeSize(box: Element, view: ChartView | undefined): void {
  if (view) {
    observer ??= new ResizeObserver((entries) =>
      ChartView.resized(entries.flatMap(({target}) => boxes.get(target) ?? [])),
    );
    boxes.set(box, view);
    observer.observe(box);
    return;
  }
  boxes.delete(box);
  observer?.unobserve(box);
  if (boxes.size) return;
  observer?.disconnect();
  observer = undefined;
}

const isSame = (one: object, other: object) => Object.values(one).join() === Object.values(other).join();

/** The words at the marks, row by row, and what they were made of. */
interface Names {
  data: ChartData;
  language: string;
  list: HTMLElement;
  rows: Array<{line: Element; label: Element; value: Text | null}>;
  /** What the rest of a ring is called. */
  rest: Text | null;
}

/** The table that is not seen, and what it was made of. */
interface UnseenTable {
  data: ChartData;
  heading: string;
  table: HTMLTableElement;
  caption: Text;
  heads: Text[];
  rows: Array<{name: Text; printed: Text; from: Text}>;
}

/** Rows without words, by form and number, to be cloned. */
const blanks = new Map<string, HTMLElement>();

/** Of the patterns of a page that shows ever other numbers of points only some are kept. */
const MOST_BLANKS = 50;

function cloneOf(key: string, draw: () => HTMLElement): HTMLElement {
  let blank = blanks.get(key);
  if (!blank) {
    if (blanks.size >= MOST_BLANKS) blanks.clear();
    blanks.set(key, (blank = draw()));
  }
  return blank.cloneNode(true) as HTMLElement;
}

const noText = () => document.createTextNode('');

function someNames(
  form: ChartShape['form'],
  length: number,
): Omit<Names, 'data' | 'language'> & Partial<Names> {
  const isRing = form === 'ring';
  const list = cloneOf(`${form} ${length}`, () => {
    const made = make('ul', {class: 'names', 'aria-hidden': 'true'});
    for (let i = 0; i < length; i++) {
      const isEnd = form === 'columns' && length > 1 && (i === 0 || i === length - 1);
      const track = make('span', {class: 'track'});
      if (!isRing || length > 1) track.append(make('b', {class: 'value'}, noText()));
      const line = make('li', {class: isEnd ? 'name end' : 'name'}, make('span', {class: 'label'}), track);
      if (isRing) line.prepend(make('i', {class: 'key'}));
      made.append(line);
    }
    if (isRing) {
      made.append(make('li', {class: 'name'}, make('i', {class: 'key rest'}), make('span', {}, noText())));
    }
    return made;
  });
  const rows: Names['rows'] = [];
  let line = list.firstElementChild;
  for (; rows.length < length; line = line!.nextElementSibling) {
    const track = line!.lastElementChild!;
    rows.push({
      line: line!,
      label: track.previousElementSibling!,
      value: (track.firstChild?.firstChild ?? null) as Text | null,
    });
  }
  return {list, rows, rest: (line?.lastChild?.firstChild ?? null) as Text | null};
}

function someTable(length: number): Omit<UnseenTable, 'data' | 'heading'> & Partial<UnseenTable> {
  const table = cloneOf(`table ${length}`, () => {
    const made = make('tbody', {});
    for (let i = 0; i < length; i++) {
      made.append(
        make(
          'tr',
          {},
          make('th', {scope: 'row'}, noText()),
          make('td', {class: 'number'}, make('b', {}, noText())),
          make('td', {class: 'from'}, noText()),
        ),
      );
    }
    const heads = make(
      'tr',
      {},
      make('th', {scope: 'col'}, noText()),
      make('th', {scope: 'col', class: 'number'}, noText()),
      make('th', {scope: 'col', class: 'from'}, noText()),
    );
    const caption = make('caption', {class: 'unseen'}, noText());
    return make('table', {part: 'table'}, caption, make('thead', {}, heads), made);
  }) as HTMLTableElement;
  const [caption, head, body] = table.childNodes;
  const heads = [...head!.firstChild!.childNodes].map((cell) => cell.firstChild as Text);
  const rows: UnseenTable['rows'] = [];
  for (let row = body!.firstChild; row; row = row.nextSibling) {
    const name = row.firstChild!;
    const number = name.nextSibling!;
    rows.push({
      name: name.firstChild as Text,
      printed: number.firstChild!.firstChild as Text,
      from: number.nextSibling!.firstChild as Text,
    });
  }
  return {table, caption: caption!.firstChild as Text, heads, rows};
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: Node[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
