import {html, nothing, type TemplateResult} from 'lit';
import type {Report} from '../src/schema.js';
import {cardStyles} from './card-styles.js';
import {chartData, indicatorIds, type ChartData, type ChartPoint, type ChartType} from './chart-data.js';
import type {ChartDrawing, ChartInks} from './chart-shape.js';
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

/** chart.js, once a chart has come near the viewport. */
let library: Library | undefined;
let hasSaid = false;

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
  #drawing?: ChartDrawing;
  #observer?: ResizeObserver;
  #isNear = false;
  #isFailed = false;
  #isPrinting = false;

  override connected(): void {
    this.#isFailed = false;
    window.addEventListener('beforeprint', this.#onBeforePrint);
    window.addEventListener('afterprint', this.#onAfterPrint);
  }

  override disconnected(): void {
    window.removeEventListener('beforeprint', this.#onBeforePrint);
    window.removeEventListener('afterprint', this.#onAfterPrint);
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
    const hasChart = this.host.state === 'ready' && this.#hasChart;
    if (!hasChart) {
      stopWaiting(this.host);
      this.#stop();
    } else if (this.#isNear) this.#draw();
    else whenNear(this.host, () => void this.#approach());
  }

  render(): TemplateResult {
    const {language} = this;
    const data = this.#data!;
    const words = chartWords(language);
    const hasChart = this.#hasChart;
    const isTable = this.#isTable || !hasChart;
    const button = (name: string, toTable: boolean) =>
      html`<button
        type="button"
        aria-pressed=${isTable === toTable ? 'true' : 'false'}
        @click=${() => this.#show(toTable)}
      >
        ${name}
      </button>`;
    return this.renderFrame(
      `chart ${this.#drawing ? 'drawn' : ''}`,
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
                  ${button(words.chart, false)}${button(words.table, true)}
                </div>`
              : nothing
          }
        </div>
        ${hasChart ? html`<div part="chart" class="view" ?hidden=${isTable}>${this.#renderChart(data)}</div>` : nothing}
        <div class=${isTable ? 'sheet' : 'sheet unseen'}>${this.#renderTable(data, isTable)}</div>
        ${this.#renderFoot(data, isTable)}`,
    );
  }

  /** The words of the chart. What they say stands in the table too, for those who don't see where they stand. */
  #renderChart({points, shape, summary}: ChartData): TemplateResult {
    const words = chartWords(this.language);
    const {form, marks} = shape!;
    const isRing = form === 'ring';
    const room = Math.max(...points.map(({shown}) => widthOf(shown))) * 1.04 + 0.9;
    const sparse = form === 'columns' && points.length > 1;
    return html`<div
        class="plot ${form} ${marks}"
        .style=${`--n:${points.length};--room:${room.toFixed(2)}`}
        @pointermove=${this.#onPointer}
        @pointerleave=${() => this.#moveTo(-1)}
      >
        <div class="ink">
          <canvas
            role="img"
            aria-label="${this.heading}. ${summary}"
            aria-describedby=${this.#drawing ? 'keys' : nothing}
            tabindex=${this.#drawing ? 0 : nothing}
            @keydown=${this.#onKey}
            @blur=${() => this.#moveTo(-1)}
          ></canvas>
          ${isRing && points.length === 1 ? html`<b class="share" aria-hidden="true">${points[0]!.shown}</b>` : nothing}
        </div>
        <ul class="names" aria-hidden="true">
          ${points.map((point, i) => this.#renderName(point, i, sparse))}
          ${isRing ? html`<li class="name"><i class="key rest"></i><span>${words.rest}</span></li>` : nothing}
        </ul>
      </div>
      <p class="unseen" id="keys">${words.keys}</p>
      <p class="unseen" role="status">${this.#said}</p>
      <i class="probe" aria-hidden="true"></i>
      <i class="probe watch" aria-hidden="true" @transitionend=${this.#onColour}></i>`;
  }

  #renderName({name, shown, cited}: ChartPoint, index: number, canBeSparse: boolean): TemplateResult {
    const {shape, points} = this.#data!;
    const isRing = shape!.form === 'ring';
    const isEnd = index === 0 || index === points.length - 1;
    const classes = [
      'name',
      index === this.#current ? 'current' : '',
      canBeSparse && isEnd ? 'end' : '',
      index === shape!.accent ? 'first' : '',
    ];
    const figure = isRing && points.length === 1 ? nothing : html`<b class="value">${shown}</b>`;
    return html`<li class=${classes.join(' ')}>
      ${isRing ? html`<i class="key"></i>` : nothing}<span class="label"
        >${canBeSparse ? this.#renderPeriod(name) : name}${cited ? html` <small>${chartWords(this.language).cited}</small>` : nothing}</span
      ><span class="track">${figure}</span>
    </li>`;
  }

  /** A period may break after its year. */
  #renderPeriod(name: string): TemplateResult {
    const year = name.indexOf('年') + 1;
    return html`${name.slice(0, year)}<wbr />${name.slice(year)}`;
  }

  #renderTable({points, isSeries, unit}: ChartData, isShown: boolean): TemplateResult {
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
              <td class="from">${this.#renderWhence(point, isShown)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** Nothing to click in a table that is not seen. */
  #renderWhence({name, observation, cited}: ChartPoint, isShown: boolean): TemplateResult | string {
    const {language} = this;
    const words = chartWords(language);
    if (observation) {
      if (!isShown) return words.own;
      return renderSourceButton({
        host: this.host,
        report: this.outcome.report!,
        observation,
        label: name,
        language,
        look: this.look,
      });
    }
    const {url, published} = cited!.source;
    const link = isShown && safeLink(url);
    const host = /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? '';
    const whence = words.citedFrom(host, published ? formatDate(published, language) : '');
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

  // Drawing

  async #approach(): Promise<void> {
    stopWaiting(this.host);
    if (this.host.state !== 'ready' || !this.#hasChart) return;
    try {
      library ??= await import('./chart-library.js');
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (!this.host.isConnected) return;
    this.#isNear = true;
    this.host.requestUpdate();
  }

  /** Draws, or draws again, at the size and in the colours of this moment. */
  #draw(): void {
    const shape = this.host.state === 'ready' && this.#hasChart ? this.#data!.shape : undefined;
    const canvas = this.host.renderRoot.querySelector('canvas');
    if (!library || !shape || !canvas) return;
    const box = canvas.parentElement!;
    const {clientWidth: width, clientHeight: height} = box;
    try {
      if (this.#drawing?.canvas !== canvas) {
        this.#stop();
        if (!canvas.getContext('2d')) throw new Error('no canvas');
        this.#drawing = library.startDrawing(canvas);
        this.#observer = new ResizeObserver(() => this.#draw());
        this.#observer.observe(box);
        // Now it can be read by keyboard.
        this.host.requestUpdate();
      }
      // Not to be seen now; the observer comes back.
      if (!width || !height) return;
      const pixelRatio = this.#isPrinting ? 3 : window.devicePixelRatio || 1;
      const places = this.#drawing!.draw(shape, this.#inks(), {
        width,
        height,
        pixelRatio,
        isStacked: shape.form === 'rows' && !box.offsetLeft,
      });
      this.host.renderRoot.querySelectorAll<HTMLElement>('.names .track').forEach((track, i) => {
        track.style.setProperty('--x', places[i]!.x.toFixed(4));
        track.style.setProperty('--y', places[i]!.y.toFixed(4));
      });
      const isCrowded = shape.form === 'columns' && width / shape.points.length < this.#widest();
      canvas.closest('.plot')!.classList.toggle('sparse', isCrowded);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Width of the widest words of a column, in px. */
  #widest(): number {
    const {points} = this.#data!;
    const em = parseFloat(getComputedStyle(this.host.renderRoot.querySelector('.probe')!).fontSize);
    return Math.max(...points.map(({name, shown}) => Math.max(widthOf(shown), widthOf(name) / 2 + 0.5))) * em;
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
      isForced: Boolean(window.matchMedia?.('(forced-colors: active)')?.matches),
      em: parseFloat(style.fontSize),
      thin: parseFloat(style.borderTopWidth) || 1,
      thick: parseFloat(style.borderBottomWidth) || 4,
    };
    if (this.#isPrinting) base.dataset.theme = theme;
    return inks;
  }

  #stop(): void {
    const drawing = this.#drawing;
    this.#observer?.disconnect();
    this.#observer = this.#drawing = undefined;
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
    if (this.#drawing) this.#draw();
  };

  #onBeforePrint = (): void => {
    this.#isPrinting = true;
    if (this.#drawing) this.#draw();
    else if (this.host.state !== 'ready' || !this.#hasChart) return;
    else if (!library) void this.#approach();
    else {
      // Paper takes what stands when this returns: no promise is waited for.
      stopWaiting(this.host);
      this.#isNear = true;
      this.#draw();
      (this.host as unknown as {performUpdate(): void}).performUpdate();
    }
  };

  #onAfterPrint = (): void => {
    this.#isPrinting = false;
    if (this.#drawing) this.#draw();
  };
}
