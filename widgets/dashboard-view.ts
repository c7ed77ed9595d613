import {css, html, isServer, nothing, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Area, Observation, Report} from '../src/schema.js';
import {chartGroup, leadContext, leadOf} from './area-figures.js';
import {areaTitle} from './area-title.js';
import {say} from './define.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {drawFigure, figureStyles, type DrawnFigure} from './figure.js';
import {formatDate} from '../src/format-date.js';
import {headingLevel} from './heading-level.js';
import {itemNumber} from './item-number.js';
import {arrived, late} from './late.js';
import {periodName} from '../src/period-name.js';
import './area-view.js';
import './chart-view.js';
import type {QdDashboard} from './qd-dashboard.js';
import './source-view.js';
import './table-view.js';
import type {QrCode} from './qr-code.js';
import {renderPhrases} from './render-phrases.js';
import {safeLink} from './safe-link.js';
import {View} from './view.js';
import {defineWords} from './words.js';

/** One area in the navigation: its name and the figure that leads it. */
interface Entry {
  area: Area;
  name: string;
  lead?: Observation;
  figure?: DrawnFigure;
}

/** Areas that stand side by side, each with its figure; more are a row to scroll. */
const FEW = 7;

type WallView = Awaited<ReturnType<typeof late.wall>>;

/** What draws a `<qd-dashboard>`. */
export class DashboardView extends View<QdDashboard> {
  static override styles = [
    figureStyles,
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
      .page {
        container-type: inline-size;
        background: var(--_bg);
      }
      .wrap {
        max-width: 80em;
        margin-inline-start: auto;
        margin-inline-end: auto;
        box-sizing: border-box;
        --_k: 1;
        --qd-base: calc(var(--_base) * var(--_k));
        --_u-k: calc(var(--_unit) * var(--_k));
        --_thin-k: calc(var(--_thin) * var(--_k));
        --_thick-k: calc(var(--_thick) * var(--_k));
        font-size: var(--qd-base);
      }
      /* Sections have their true height from the start, so that a reader who is led to one arrives there. */
      .in > * * {
        contain: none;
        content-visibility: visible;
      }
      .in {
        --_skip: visible;
        padding: calc(var(--_u-k) * 8) calc(var(--_u-k) * 5);
        --_base: var(--qd-base);
        --_caption: calc(var(--_base) * var(--_r-caption));
        --_unit: var(--_u-k);
        --_thin: var(--_thin-k);
        --_thick: var(--_thick-k);
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
      dl,
      dd {
        margin: 0;
      }
      .over {
        color: var(--_ink-2);
        margin-block-end: calc(var(--_unit) * 4);
      }
      .title {
        font-size: 2.125em;
        line-height: 1.3;
        letter-spacing: 0.01em;
        text-autospace: no-autospace;
        text-wrap: balance;
      }
      .title:lang(en) {
        line-height: 1.3;
        letter-spacing: -0.01em;
      }
      .title span {
        display: block;
      }
      .lede {
        max-width: 36em;
        margin-block-start: calc(var(--_unit) * 6);
        font-size: 1.0625em;
        line-height: 1.8;
        text-wrap: pretty;
      }
      .facts {
        margin-block-start: calc(var(--_unit) * 8);
      }
      .facts div {
        display: grid;
        grid-template-columns: 5em minmax(0, 1fr);
        border-block-start: var(--_thin) solid var(--_line);
        padding-block-start: calc(var(--_unit) * 2);
        padding-block-end: calc(var(--_unit) * 2);
      }
      .facts div:lang(en) {
        grid-template-columns: 6.5em minmax(0, 1fr);
      }
      dt {
        color: var(--_ink-2);
      }
      .double {
        display: block;
        height: calc(var(--_thin) * 3);
        border: solid var(--_ink);
        border-width: var(--_thick) 0 var(--_thin);
      }
      .standings {
        margin-block-start: calc(var(--_unit) * 12);
      }
      .standings qd-standings {
        margin-block-start: calc(var(--_unit) * 6);
      }

      /* The areas: a thin line is the whole, its thick part is where the reader is. */
      .areas {
        position: -webkit-sticky;
        position: sticky;
        top: 0;
        z-index: 5;
        margin-block-start: calc(var(--_unit) * 8);
        background: var(--_bg);
        overflow-x: auto;
        scrollbar-width: none;
      }
      .areas ol {
        list-style: none;
        margin: 0;
        padding: 0;
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: max-content;
        min-width: 100%;
        width: -moz-max-content;
        width: max-content;
      }
      .areas a {
        display: block;
        color: var(--_ink);
        text-decoration: none;
        line-height: 1.5;
      }
      .areas a:focus-visible {
        outline-offset: -3px;
      }
      .key {
        display: none;
        flex-direction: column;
        justify-content: flex-end;
        min-height: calc(var(--_base) * 6.5);
        container-type: inline-size;
        padding-inline-end: calc(var(--_unit) * 4);
        box-sizing: border-box;
      }
      .key .f {
        --_s: 0.6;
        --_u: 0.5;
        --_q: 0.5;
        --_max: calc(var(--_base) * var(--_r-tile));
        line-height: 1.2;
        margin: 0;
      }
      /* Room for two lines, so that figures stand on one. */
      .key small {
        display: block;
        min-height: 3.6em;
        margin-block-start: var(--_unit);
        font-size: var(--_caption);
        line-height: 1.4;
        color: var(--_ink-2);
      }
      .to {
        display: flex;
        align-items: center;
        min-height: var(--_tap);
        padding: calc(var(--_unit) * 2) 0;
        padding-inline-end: calc(var(--_unit) * 6);
        border-block-start: var(--_thin) solid var(--_rule);
        word-break: keep-all;
        position: relative;
      }
      .to b {
        font-size: 1.15em;
        margin-inline-end: 0.5em;
      }
      .phrases {
        word-break: keep-all;
      }
      .areas a:hover .to {
        color: var(--_accent);
      }
      [aria-current] .to {
        font-weight: 700;
      }
      [aria-current] .to::before {
        content: '';
        position: absolute;
        top: calc(var(--_thin) * -1);
        left: 0;
        right: 0;
        border-block-start: var(--_thick) solid var(--_accent);
      }
      .area {
        padding-block-start: calc(var(--_unit) * 12);
        scroll-margin-block-start: calc(var(--_base) * 2);
      }
      .five {
        display: block;
        height: var(--_thick);
        margin-block-end: calc(var(--_unit) * 6);
        border-block-start: var(--_thin) solid var(--_rule);
        box-sizing: border-box;
      }
      .five i {
        display: block;
        height: var(--_thick);
        margin-block-start: calc(var(--_thin) * -1);
        width: calc(100% / var(--count));
        margin-inline-start: calc(100% / var(--count) * var(--at));
        background: var(--_accent);
      }

      .section {
        padding-block-start: calc(var(--_unit) * 16);
        scroll-margin-block-start: calc(var(--_base) * 2);
      }
      .section > .double {
        margin-block-end: calc(var(--_unit) * 6);
      }
      .rail {
        margin-block-end: calc(var(--_unit) * 6);
      }
      .name {
        font-size: 1.75em;
        line-height: 1.4;
      }
      .intro {
        max-width: 42em;
        margin-block-start: calc(var(--_unit) * 2);
        line-height: 1.7;
        color: var(--_ink-2);
        text-wrap: pretty;
      }
      .sub {
        font-weight: 700;
        margin-block-start: calc(var(--_unit) * 6);
        margin-block-end: calc(var(--_unit) * 3);
      }
      /* What a server has drawn without knowing the page's address; without a script it would wait for ever. */
      qd-qr[state='loading']:not(:defined) {
        --qd-display: none;
      }
      .end {
        margin-block-start: calc(var(--_unit) * 16);
        border-block-start: var(--_thin) solid var(--_line);
        padding-block-start: calc(var(--_unit) * 8);
      }
      .from {
        margin-block-start: calc(var(--_unit) * 6);
        font-size: var(--_caption);
        line-height: 1.7;
        color: var(--_ink-2);
        overflow-wrap: anywhere;
      }
      .from a {
        display: inline-block;
        min-height: 24px;
        color: var(--_accent);
        text-underline-offset: 0.25em;
      }

      @container (min-width: 30em) {
        .in {
          padding: calc(var(--_unit) * 12) calc(var(--_unit) * 8);
        }
        .title {
          font-size: 3.25em;
        }
        .facts {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          column-gap: calc(var(--_unit) * 8);
        }
        .area {
          padding-block-start: calc(var(--_unit) * 16);
        }
        .section {
          padding-block-start: calc(var(--_unit) * 24);
        }
      }
      @container (min-width: 46em) {
        .few {
          top: calc(var(--_base) * -6.5);
          overflow: visible;
        }
        .few ol {
          grid-auto-columns: minmax(0, 1fr);
          width: auto;
        }
        .few .key {
          display: flex;
        }
        .few .to {
          padding-inline-end: 0;
        }
      }
      @container (min-width: 62em) {
        .in {
          padding-inline-start: calc(var(--_unit) * 16);
          padding-inline-end: calc(var(--_unit) * 16);
        }
        .top {
          display: grid;
          grid-template-columns: minmax(0, 8fr) minmax(0, 4fr);
          column-gap: calc(var(--_unit) * 16);
          align-items: end;
        }
        .title {
          font-size: 3.75em;
        }
        .facts {
          display: block;
        }
        .cols {
          display: grid;
          grid-template-columns: minmax(0, 3fr) minmax(0, 9fr);
          column-gap: calc(var(--_unit) * 8);
        }
        .end {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          column-gap: calc(var(--_unit) * 8);
          align-items: center;
        }
        .from {
          margin-block-start: 0;
        }
      }
      /* Large screens: everything grows, so that a line of text keeps its length. */
      @container (min-width: 112em) {
        .wrap {
          --_k: 1.25;
        }
      }
      @container (min-width: 150em) {
        .wrap {
          --_k: 1.625;
        }
      }
      @container (min-width: 220em) {
        .wrap {
          --_k: 2.375;
        }
      }
      @media print {
        .areas {
          display: none;
        }
        .page {
          background: none;
        }
        .five i,
        .double {
          -webkit-print-color-adjust: exact;
          print-color-adjust: exact;
        }
      }
      @media (forced-colors: active) {
        .five i {
          forced-color-adjust: none;
          background: CanvasText;
        }
        [aria-current] .to::before {
          border-color: Highlight;
        }
      }
    `,
  ];

  #entries: Entry[] = [];
  #charted: Observation[] = [];
  #preparedFor: unknown[] = [];
  /** The area that the reader is in. */
  #current = 0;
  #observer?: IntersectionObserver;
  #observed: Element[] = [];

  #wall?: WallView;
  #code?: QrCode;
  #codeFor?: string;
  #isMissing = false;

  override disconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#observed = [];
  }

  private get isWall(): boolean {
    return this.host.mode === 'wall';
  }

  override settle(): void {
    const report = this.outcome.report!;
    const key = [report, this.language, this.host.leads];
    if (key.every((value, at) => value === this.#preparedFor[at])) return;
    this.#preparedFor = key;
    const {observations, areas = []} = report;
    this.#charted = chartGroup(observations);
    const context = leadContext(observations, this.#leadIds);
    this.#entries = areas.map((area) => {
      const lead = leadOf(
        observations.filter((observation) => observation.area === area.id),
        context,
      );
      const short = displayText(localize(area.short, this.language), this.language);
      return {
        area,
        name: short || areaTitle(area, this.language).name,
        lead,
        figure: lead && drawFigure(lead, this.language),
      };
    });
  }

  get #leadIds(): string[] {
    return (this.host.leads ?? '').split(/[\s,]+/).filter(Boolean);
  }

  prepare(report: Report | undefined): Fault | 'loading' | undefined {
    if (!this.isWall) return undefined;
    this.#wall ??= arrived.wall;
    if (!this.#wall) {
      this.#loadWall();
      // Without the wall the page says the same.
      return this.#isMissing ? undefined : 'loading';
    }
    const url = safeLink(report!.source.url);
    if (url && this.#codeFor !== url && !this.#isMissing) {
      if (!arrived.qr) {
        this.#loadCode(url);
        return 'loading';
      }
      this.#drawCode(url, arrived.qr);
    }
    return undefined;
  }

  async #loadWall(): Promise<void> {
    if (this.#isMissing) return;
    try {
      this.#wall = await late.wall();
    } catch {
      this.#miss();
    }
    this.host.requestUpdate();
  }

  #drawCode(url: string, {qrCode}: NonNullable<typeof arrived.qr>): void {
    this.#code = qrCode(url);
    this.#codeFor = url;
  }

  async #loadCode(url: string): Promise<void> {
    try {
      this.#drawCode(url, await late.qr());
    } catch {
      this.#code = undefined;
      this.#miss();
    }
    this.host.requestUpdate();
  }

  #miss(): void {
    this.#isMissing = true;
    say('a file of the package is missing beside the others.', 'error');
  }

  override updated(): void {
    if (this.host.state !== 'ready') return;
    if (!this.isWall) this.#observe();
  }

  render(): TemplateResult {
    return this.isWall && this.#wall ? this.#renderWall(this.#wall) : this.#renderPage();
  }

  // The wall

  #renderWall({renderWall}: WallView): TemplateResult {
    const {language, look} = this;
    const report = this.outcome.report!;
    const margin = this.#pageMargin;
    return html`<div
      part="base"
      class="qd wall${margin ? ' whole' : ''}"
      lang=${language}
      data-theme=${look.theme}
      data-text="standard"
      .style=${margin ? `--_wm:${margin}` : ''}
    >
      ${renderWall({
        host: this.host,
        report,
        language,
        title: this.#titleLines(report),
        leads: this.#leadIds,
        headingLevel: headingLevel(this.host.headingLevel),
        code: this.#codeFor === safeLink(report.source.url) ? this.#code : undefined,
      })}
    </div>`;
  }

  /** A wall that is all a page has covers the margin that browsers give a page. */
  get #pageMargin(): string {
    if (isServer) return '';
    const {body} = this.host.ownerDocument;
    const around = [...body.children].filter((child) => !child.matches('script, style, link, template'));
    let [only] = around;
    if (around.length !== 1) return '';
    while (only?.localName === 'qd-report') only = only.firstElementChild ?? undefined;
    if (only !== this.host) return '';
    const {marginTop, marginRight, marginBottom, marginLeft} = getComputedStyle(body);
    return [marginTop, marginRight, marginBottom, marginLeft]
      .map((side) => `-${parseFloat(side) > 0 ? side : '0px'}`)
      .join(' ');
  }

  // The page

  #titleLines(report: Report): string[] {
    const {language} = this;
    const title = displayText(localize(report.title, language), language);
    return title ? [title] : dashboardWords(language).title(periodName(report.period, language));
  }

  #renderPage(): TemplateResult {
    const {language, look} = this;
    const report = this.outcome.report!;
    const words = dashboardWords(language);
    const level = headingLevel(this.host.headingLevel);
    const section = Math.min(level + 1, 6);
    const sub = Math.min(level + 2, 6);
    const {issues = [], plans = [], documents = [], platforms = [], observations} = report;
    const hasStandings = observations.some(
      ({kind}) => kind === 'rank' || kind === 'tier' || kind === 'rating',
    );
    const chartArea = this.#chartArea;
    const chart = html`<qd-chart
      slot=${chartArea ? 'more' : nothing}
      indicators=${this.#charted.map(({indicator}) => indicator).join(' ')}
      heading-level=${sub}
    ></qd-chart>`;
    return this.renderFrame(
      'page',
      html`<qd-report
        .given=${this.outcome}
        lang=${language}
        data-qd-theme=${look.theme}
        data-qd-text=${look.text}
      >
        <div class="wrap">
          <div class="in">
            ${this.#renderHead(report, level)}
            ${
              hasStandings
                ? html`<div part="section" class="standings">
                    <i class="double"></i><qd-standings heading-level=${section}></qd-standings>
                  </div>`
                : nothing
            }
            ${this.#entries.length ? this.#renderNavigation() : nothing}
            ${this.#entries.map(
              ({area}, at) =>
                html`<div part="section" class="area" id=${`area-${at}`} tabindex="-1">
                  <i class="five" .style=${`--count:${this.#entries.length};--at:${at}`}><i></i></i>
                  <qd-area area=${area.id} leads=${this.host.leads ?? nothing} heading-level=${section}
                    >${area === chartArea ? chart : nothing}</qd-area
                  >
                </div>`,
            )}
            ${!chartArea && this.#charted.length ? this.#renderSection(section, words.comparison, '', chart) : nothing}
            ${
              issues.length || plans.length
                ? this.#renderSection(
                    section,
                    issues.length ? (plans.length ? words.issuesAndPlans : words.issues) : words.plans,
                    issues.length && plans.length ? words.issuesIntro(issues.length, plans.length) : '',
                    html`${issues.length ? html`<qd-issue-list heading-level=${sub}></qd-issue-list>` : nothing}
                    ${
                      plans.length
                        ? html`${
                              issues.length
                                ? html`<p class="sub" role="heading" aria-level=${sub}>
                                    ${words.allPlans(plans.length)}
                                  </p>`
                                : nothing
                            }<qd-plan-list heading-level=${Math.min(sub + 1, 6)}></qd-plan-list>`
                        : nothing
                    }`,
                    true,
                  )
                : nothing
            }
            ${
              observations.length
                ? this.#renderSection(
                    section,
                    words.table,
                    words.tableIntro(observations.length),
                    html`<qd-table heading-level=${sub}></qd-table>`,
                  )
                : nothing
            }
            ${
              documents.length
                ? this.#renderSection(
                    section,
                    words.documents,
                    words.documentsIntro(
                      documents.filter(({status}) => status === 'issued').length,
                      documents.filter(({status}) => status === 'planned').length,
                    ),
                    html`<qd-document-list heading-level=${sub}></qd-document-list>`,
                  )
                : nothing
            }
            ${
              platforms.length
                ? this.#renderSection(
                    section,
                    words.platforms,
                    words.platformsIntro(platforms.length),
                    html`<qd-platform-list heading-level=${sub}></qd-platform-list>`,
                  )
                : nothing
            }
            ${this.#renderSection(
              section,
              words.source,
              words.sourceIntro,
              html`<qd-source heading-level=${sub}></qd-source>`,
            )}
            ${this.#renderEnd(report)}
          </div>
        </div>
      </qd-report>`,
    );
  }

  /** The area that all figures of the chart belong to. */
  get #chartArea(): Area | undefined {
    const [first] = this.#charted;
    if (!first || this.#charted.some(({area}) => area !== first.area)) return undefined;
    return this.#entries.find(({area}) => area.id === first.area)?.area;
  }

  #renderHead(report: Report, level: number): TemplateResult {
    const {language} = this;
    const words = dashboardWords(language);
    const {areas = [], documents = [], issues = [], plans = [], observations, source} = report;
    const items = areas.reduce((sum, area) => sum + area.items.length, 0);
    const issued = documents.filter(({status}) => status === 'issued').length;
    const facts: Array<[name: string, value: string | undefined | false | 0]> = [
      [words.period, periodName(report.period, language)],
      [words.published, source.published && formatDate(source.published, language)],
      [words.work, items && words.workCount(areas.length, items)],
      [words.figures, words.figureCount(observations.length)],
      [words.documents, issued && words.documentCount(issued)],
      [words.issues, issues.length && words.issueCount(issues.length)],
      [words.plans, plans.length && words.planCount(plans.length)],
    ];
    const opening = this.#opening(report);
    return html`<div part="section" class="top">
      <div>
        <p class="over">${displayText(localize(report.publisher, language), language)}</p>
        <p class="title song" role="heading" aria-level=${level}>
          ${this.#titleLines(report).map((line) => html`<span>${line}</span>`)}
        </p>
        ${opening ? html`<p class="lede" lang=${report.language}>${opening}</p>` : nothing}
      </div>
      <dl class="facts">
        ${facts.map(([name, value]) =>
          value
            ? html`<div>
                <dt>${name}</dt>
                <dd>${value}</dd>
              </div>`
            : nothing,
        )}
      </dl>
    </div>`;
  }

  /** The sentence before the first heading, for readers of the report's own language. */
  #opening({passages = [], areas = [], language}: Report): string {
    if (this.language !== language) return '';
    const from = Math.min(...areas.map(({start = Infinity}) => start));
    const first = passages.find(({quote}) => /[。.]$/.test(quote));
    return first && first.end <= from ? displayText(first.quote, language) : '';
  }

  #renderNavigation(): TemplateResult {
    const {language} = this;
    const words = dashboardWords(language);
    return html`<div
      class="areas${this.#entries.length > FEW ? '' : ' few'}"
      role="navigation"
      aria-label=${words.areas}
    >
      <ol role="list">
        ${this.#entries.map(
          ({area, name, lead, figure}, at) =>
            html`<li>
              <a
                href="#${area.id}"
                aria-current=${at === this.#current ? 'true' : nothing}
                @click=${(event: MouseEvent) => this.#onArea(event, at)}
                ><span class="key"
                  >${figure?.element}${
                    lead
                      ? html`<small
                          >${renderPhrases(displayText(localize(lead.label, language), language), language)}</small
                        >`
                      : nothing
                  }</span
                ><span class="to"><b class="song">${itemNumber(area.number, language)}</b>${name}</span></a
              >
            </li>`,
        )}
      </ol>
    </div>`;
  }

  #renderSection(
    level: number,
    name: string,
    intro: string,
    content: TemplateResult,
    isWide = false,
  ): TemplateResult {
    return html`<div part="section" class="section">
      <i class="double"></i>
      <div class=${isWide ? '' : 'cols'}>
        <div class="rail${isWide ? ' cols' : ''}">
          <p class="name song" role="heading" aria-level=${level}>${name}</p>
          ${intro ? html`<p class="intro">${intro}</p>` : nothing}
        </div>
        <div>${content}</div>
      </div>
    </div>`;
  }

  #renderEnd({publisher, source}: Report): TemplateResult {
    const {language} = this;
    const words = dashboardWords(language);
    const link = safeLink(source.url);
    return html`<div part="section" class="end">
      <qd-qr></qd-qr>
      <p class="from">
        <span>${words.from(displayText(localize(publisher, language), language))}</span>
        ${link ? html`<a href=${link} rel="noopener">${link}</a>` : nothing}
      </p>
    </div>`;
  }

  /** An id inside a shadow root is no place for an address to lead to. */
  #onArea(event: MouseEvent, at: number): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const area = this.host.renderRoot.querySelector<HTMLElement>(`#area-${at}`);
    area?.scrollIntoView({block: 'start'});
    area?.focus({preventScroll: true});
    this.#setCurrent(at);
  }

  #setCurrent(at: number): void {
    if (at === this.#current) return;
    this.#current = at;
    this.host.requestUpdate();
  }

  /** Follows the reader through the areas. */
  #observe(): void {
    const areas = [...this.host.renderRoot.querySelectorAll('.area')];
    if (areas.every((area, at) => area === this.#observed[at]) && areas.length === this.#observed.length)
      return;
    this.#observer?.disconnect();
    this.#observed = areas;
    if (typeof IntersectionObserver !== 'function') return;
    // What crosses a line a third down the window is being read.
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const {isIntersecting, target} of entries) {
          if (isIntersecting) this.#setCurrent(this.#observed.indexOf(target));
        }
      },
      {rootMargin: '-33% 0px -66% 0px'},
    );
    for (const area of areas) this.#observer.observe(area);
  }
}

const dashboardWords = defineWords<{
  title: (period: string) => string[];
  period: string;
  published: string;
  work: string;
  workCount: (areas: number, items: number) => string;
  figures: string;
  figureCount: (count: number) => string;
  documents: string;
  documentCount: (count: number) => string;
  documentsIntro: (issued: number, planned: number) => string;
  issues: string;
  issueCount: (count: number) => string;
  plans: string;
  planCount: (count: number) => string;
  areas: string;
  comparison: string;
  issuesAndPlans: string;
  issuesIntro: (issues: number, plans: number) => string;
  allPlans: (count: number) => string;
  table: string;
  tableIntro: (count: number) => string;
  platforms: string;
  platformsIntro: (count: number) => string;
  source: string;
  sourceIntro: string;
  from: (publisher: string) => string;
}>('dashboard', {
  'zh-CN': {
    title: (period) => [period, '工作报告'],
    period: '报告期',
    published: '发布',
    work: '工作',
    workCount: (areas, items) => `${areas}个领域，${items}项`,
    figures: '数字',
    figureCount: (count) => `${count}个，每个都有出处`,
    documents: '文件',
    documentCount: (count) => `${count}份`,
    documentsIntro: (issued, planned) =>
      [issued && `报告期内${issued}份`, planned && `拟印发${planned}份`].filter(Boolean).join('，') +
      (issued || planned ? '。' : ''),
    issues: '问题',
    issueCount: (count) => `${count}个`,
    plans: '打算',
    planCount: (count) => `${count}项`,
    areas: '工作领域',
    comparison: '比一比',
    issuesAndPlans: '问题与打算',
    issuesIntro: (issues, plans) =>
      `报告列出${issues}个问题、${plans}项打算。实线表示打算直接回应问题，虚线表示只是主题相近；对应关系由编辑标注，不是报告原文。`,
    allPlans: (count) => `全部${count}项打算`,
    table: '全部数字',
    tableIntro: (count) => `${count}个数字，限定词单独成列，可排序、可下载。`,
    platforms: '平台与系统',
    platformsIntro: (count) => `报告提到${count}个，各列出有关的数字。`,
    source: '报告原文',
    sourceIntro: '标出的数字都能点回对应的卡片。',
    from: (publisher) => `数字和引文取自${publisher}公开发布的报告，未作改动。`,
  },
  en: {
    title: (period) => ['Work report', period],
    period: 'Period',
    published: 'Published',
    work: 'Work',
    workCount: (areas, items) => `${items} items in ${areas} areas`,
    figures: 'Figures',
    figureCount: (count) => `${count}, each with its source`,
    documents: 'Documents',
    documentCount: (count) => `${count}`,
    documentsIntro: (issued, planned) =>
      [issued && `${issued} in the period`, planned && `${planned} to be issued`].filter(Boolean).join(', ') +
      (issued || planned ? '.' : ''),
    issues: 'Problems',
    issueCount: (count) => `${count}`,
    plans: 'Plans',
    planCount: (count) => `${count}`,
    areas: 'Areas of work',
    comparison: 'Side by side',
    issuesAndPlans: 'Problems and plans',
    issuesIntro: (issues, plans) =>
      `The report names ${issues} problems and ${plans} plans. A solid arrow means that the plan takes up the problem, a dashed one that it shares the topic; the links are the editor’s, not the report’s.`,
    allPlans: (count) => `All ${count} plans`,
    table: 'All figures',
    tableIntro: (count) =>
      `${count} figures with their hedges in a column of their own, to sort and to download.`,
    platforms: 'Platforms and systems',
    platformsIntro: (count) => `The report names ${count}, each here with its figures.`,
    source: 'The report’s text',
    sourceIntro: 'Every marked figure leads back to its card.',
    from: (publisher) =>
      `Figures and quotations are taken unchanged from the report published by: ${publisher}.`,
  },
});
