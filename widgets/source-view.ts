import {css, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Report} from '../src/schema.js';
import {areaAbsence} from './area-absence.js';
import {areaFault} from './area-fault.js';
import {bringIntoView} from './bring-into-view.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {findCard, showInList} from './find-card.js';
import {headingLevel} from './heading-level.js';
import {ignoredReasons} from './ignored-reasons.js';
import {itemNumber} from './item-number.js';
import {lazy} from './lazy.js';
import type {QdSource} from './qd-source.js';
import {
  reportOutline,
  type Mark,
  type OutlineLine,
  type OutlineSection,
  type ReportOutline,
} from '../src/report-outline.js';
import {safeLink} from './safe-link.js';
import {textRuns} from './text-line.js';
import type {TextPlace} from './text-view.js';
import {View} from './view.js';
import {defineWords} from './words.js';

/** What draws a `<qd-source>`. */
export class SourceView extends View<QdSource> {
  static override styles = [
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 32rem;
      }
      .text {
        --_sunken: #f4f6f7;
        overflow-wrap: anywhere;
      }
      @media screen {
        .text[data-theme='dark'],
        .text[data-theme='wall'] {
          --_sunken: #161f27;
        }
      }
      .frame {
        container-type: inline-size;
      }
      .told {
        font-size: var(--_caption);
        line-height: var(--_leading-note);
        color: var(--_ink-2);
        padding-block-end: calc(var(--_unit) * 3);
      }
      .section {
        border-block-start: var(--_thin) solid var(--_line);
      }
      .head,
      .head button {
        display: grid;
        grid-template-columns: 0.5em minmax(0, 1fr) auto;
        grid-column-gap: 0.8em;
        align-items: baseline;
        box-sizing: border-box;
        width: 100%;
        font-weight: 700;
        line-height: 1.6;
        color: var(--_ink);
      }
      .head {
        min-height: var(--_tap);
      }
      .head button {
        grid-column: 1 / -1;
        min-height: var(--_tap);
      }
      .head,
      .head button {
        padding-block-start: calc(var(--_unit) * 3);
        padding-block-end: calc(var(--_unit) * 3);
      }
      .head.opens {
        display: block;
        padding: 0;
      }
      .head button::before {
        content: '';
        width: 0.5em;
        height: 0.5em;
        box-sizing: border-box;
        border: solid var(--_accent);
        border-width: 0 2px 2px 0;
        transform: rotate(-45deg) translateY(-0.1em);
      }
      .head button[aria-expanded='true']::before {
        transform: rotate(45deg) translateY(-0.2em);
      }
      .head button:hover {
        color: var(--_accent);
      }
      .name {
        grid-column: 2;
      }
      .count {
        font-size: var(--_caption);
        font-weight: 400;
        color: var(--_ink-2);
        white-space: nowrap;
      }
      .inner {
        padding-block-start: calc(var(--_unit) * 2);
        padding-block-end: calc(var(--_unit) * 6);
        padding-inline-start: 1.3em;
      }
      .flat .inner {
        padding-inline-start: 0;
      }
      .line {
        position: relative;
        max-width: 38em;
        margin-block-end: calc(var(--_unit) * 4);
        font-size: calc(var(--_base) * 1.0625);
        line-height: 1.95;
        text-wrap: pretty;
        text-autospace: normal;
        text-spacing-trim: trim-start;
        font-variant-east-asian: normal;
      }
      .line[aria-current]::before {
        content: '';
        position: absolute;
        top: 0.5em;
        bottom: 0.5em;
        left: -0.75em;
        border-inline-start: var(--_thick) solid var(--_accent);
      }
      .line:focus {
        outline: none;
      }
      .line:focus-visible {
        outline: 3px solid var(--_accent);
      }
      .mark {
        color: inherit;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
        text-decoration: none;
        white-space: nowrap;
        padding: 0 0.04em;
        border-block-end: 1px solid var(--_accent);
        background: linear-gradient(var(--_accent-mark), var(--_accent-mark)) 0 100% / 100% 0.5em no-repeat;
        -webkit-box-decoration-break: clone;
        box-decoration-break: clone;
      }
      .mark:hover,
      .mark[aria-current] {
        background-size: 100% 100%;
      }
      .mark[aria-current] {
        box-shadow: 0 calc(var(--_thick) - 1px) 0 var(--_accent);
      }
      .mark.long {
        white-space: normal;
      }
      @media (prefers-reduced-motion: no-preference) {
        .mark {
          transition: background-size 120ms cubic-bezier(0.2, 0, 0.1, 1);
        }
      }
      .ignored {
        border-block-end: 1px dashed var(--_line-strong);
      }
      .why {
        font-size: var(--_caption);
        font-weight: 400;
        color: var(--_ink-2);
        background: var(--_sunken);
        margin-inline-start: 0.1em;
        margin-inline-end: 0.2em;
        -webkit-user-select: none;
        user-select: none;
      }
      .out {
        font-size: var(--_caption);
      }
      .out a,
      .acts button {
        display: inline-flex;
        align-items: center;
        min-height: var(--_tap);
        color: var(--_accent);
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 0.25em;
      }
      .out a:hover,
      .acts button:hover {
        text-decoration-thickness: 2px;
      }
      .acts {
        border-block-start: var(--_thin) solid var(--_line);
        padding-block-start: var(--_unit);
        font-size: var(--_caption);
      }
      .acts button {
        min-height: var(--_tap);
        margin-inline-end: calc(var(--_unit) * 6);
      }
      .acts button[aria-pressed='true'] {
        font-weight: 700;
        text-decoration-thickness: 2px;
      }
      @container (max-width: 20em) {
        .count {
          grid-column: 2;
        }
      }
      @media (forced-colors: active) {
        .mark {
          background: none;
          border-block-end-color: LinkText;
        }
        .mark[aria-current] {
          border-block-end: var(--_thick) solid Highlight;
        }
      }
      @media print {
        .body[hidden] {
          display: block !important;
          content-visibility: visible !important;
        }
        .head button::before {
          visibility: hidden;
        }
        .acts,
        .out {
          display: none;
        }
        .mark {
          background: none;
        }
        .line {
          max-width: none;
          break-inside: avoid;
        }
        .head {
          break-after: avoid;
        }
      }
    `,
  ];

  #outline?: ReportOutline;
  #outlineOf?: Report;
  #sections: OutlineSection[] = [];
  #open = new Set<string>();
  /** The figure or the line that was asked for last. */
  #current?: Mark | OutlineLine;

  /** Whether the figure or the passage is in the part of the text that is shown. */
  hasPlace(place: TextPlace): boolean {
    return this.host.state === 'ready' && Boolean(this.#find(place));
  }

  /** Opens the section a place stands in, scrolls to it and focuses it. Says whether the text has it. */
  async showPlace(place: TextPlace): Promise<boolean> {
    const found = this.#find(place);
    if (!found || this.host.state !== 'ready') return false;
    const {section, line, mark} = found;
    this.#open.add(section.key);
    this.#current = mark ?? line;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const target = this.host.renderRoot.querySelector<HTMLElement>('[aria-current]');
    if (target) bringIntoView(target, target);
    return Boolean(target);
  }

  override get absence(): string | undefined {
    return (
      areaAbsence(this.outcome.report, this.host.area, this.language) || sourceWords(this.language).nothing
    );
  }

  prepare(report: Report | undefined): Fault | 'absent' | undefined {
    if (report !== this.#outlineOf) {
      this.#outlineOf = report;
      this.#outline = reportOutline(report!);
      this.#current = undefined;
      this.#openFirst();
    }
    const fault = areaFault(report!, this.host.area);
    if (fault) return fault;
    const {sections} = this.#outline!;
    this.#sections = this.host.area
      ? sections.filter((section) => section.area?.id === this.host.area)
      : sections;
    return this.#sections.length ? undefined : 'absent';
  }

  override changed(changed: PropertyValues): void {
    if (changed.has('open') && this.#outline) this.#openFirst();
  }

  #openFirst(): void {
    const keys = this.#outline!.sections.map(({key}) => key);
    this.#open = new Set(this.host.open === 'all' ? keys : keys.filter((key) => key === this.host.open));
  }

  render(): TemplateResult {
    const sections = this.#sections;
    const words = sourceWords(this.language);
    return this.renderFrame(
      'text',
      html`${this.#outline!.isWhole ? nothing : html`<p class="told">${words.quotesOnly}</p>`}
        <div class=${this.#isFolding ? 'frame' : 'frame flat'}>
          ${sections.map((section, i) => this.#renderSection(section, i))}
        </div>
        ${this.#renderActs()}`,
    );
  }

  get #isFolding(): boolean {
    return this.#sections.length > 1;
  }

  #renderSection(section: OutlineSection, i: number): TemplateResult {
    const {key} = section;
    const hasBody = this.#bodyLines(section).length > 0;
    const isFolding = this.#isFolding && hasBody;
    const isOpen = !isFolding || this.#open.has(key);
    const onFold = () => this.#fold(key, !isOpen);
    const onFound = () => this.#fold(key, true);
    const heading = this.#renderHeading(section);
    const level = headingLevel(this.host.headingLevel);
    const isInPart =
      !this.host.area && section.kind === 'area' && this.#sections.some(({kind}) => kind === 'part');
    const isNameless = section.kind === 'opening' && !this.#isFolding;
    return html`<section part="section" class="section">
      ${
        isNameless
          ? nothing
          : html`<div
              class=${isFolding ? 'head opens' : 'head'}
              role="heading"
              aria-level=${Math.min(level + (isInPart ? 1 : 0), 6)}
            >
              ${
                isFolding
                  ? html`<button
                      type="button"
                      aria-expanded=${isOpen ? 'true' : 'false'}
                      aria-controls="body-${i}"
                      @click=${onFold}
                    >
                      ${heading}
                    </button>`
                  : heading
              }
            </div>`
      }
      ${
        hasBody
          ? html`<div
              class="body"
              id="body-${i}"
              hidden=${isOpen ? nothing : 'until-found'}
              @beforematch=${onFound}
            >
              <div class="inner">${this.#renderLines(section)} ${this.#renderOut(section)}</div>
            </div>`
          : nothing
      }
    </section>`;
  }

  #renderHeading(section: OutlineSection): TemplateResult {
    const {language} = this;
    const {heading, area, kind, count} = section;
    const words = sourceWords(language);
    const counted = count ? html`<span class="count">${words.figures(count)}</span>` : nothing;
    let name = kind === 'opening' ? words.opening : '';
    if (area && !(heading && this.#isOwnLanguage)) {
      const number = itemNumber(area.number, language);
      name = words.area(number, displayText(localize(area.title, language), language));
    } else if (heading && !this.#isOwnLanguage) name = this.#partName(section);
    return name || !heading
      ? html`<span class="name">${name}</span> ${counted}`
      : html`<span class="name" lang=${this.outcome.report!.language}
            >${this.#renderRuns(heading, false)}</span
          >
          ${counted}`;
  }

  get #isOwnLanguage(): boolean {
    return this.language.split('-')[0] === this.outcome.report!.language.split('-')[0];
  }

  /** What a part is about, where the report's outline says so. */
  #partName({lines}: OutlineSection): string {
    const {issues = [], plans = []} = this.outcome.report!;
    const words = sourceWords(this.language);
    const holds = (list: ReadonlyArray<{provenance: {start: number}}>) =>
      list.some(({provenance}) => lines.some(({passage}) => passage.start === provenance.start));
    return holds(issues) ? words.issues : holds(plans) ? words.plans : '';
  }

  /** What is under the heading: the heading's own words too where it is shown in another language or has a figure. */
  #bodyLines({heading, lines}: OutlineSection): OutlineLine[] {
    const isRepeated = heading && (heading.marks.length || (lines.length && !this.#isOwnLanguage));
    return isRepeated ? [heading, ...lines] : lines;
  }

  #renderLines(section: OutlineSection): TemplateResult[] {
    return this.#bodyLines(section).map((line) => {
      // White space in the line would be copied with it.
      // prettier-ignore
      return html`<p
        class="line"
        lang=${this.outcome.report!.language}
        tabindex="-1"
        aria-current=${this.#current === line ? 'true' : nothing}
      >${this.#renderRuns(line, true)}</p>`;
    });
  }

  #renderRuns(line: OutlineLine, isLinking: boolean): unknown[] {
    const {language} = this.outcome.report!;
    const shown = displayText(line.passage.quote, /^zh(_|\b)/i.test(language) ? 'zh-CN' : this.language);
    return textRuns(line, shown, this.host.annotated).map(({text, isLead, mark, ignored}) => {
      const drawn = mark
        ? isLinking
          ? this.#renderMark(text, mark)
          : text
        : ignored
          ? html`<span class="ignored">${text}</span
              ><small class="why" lang=${this.language}
                >${sourceWords(this.language).why(ignoredReasons(this.language)[ignored.reason])}</small
              >`
          : text;
      return isLead ? html`<b>${drawn}</b>` : drawn;
    });
  }

  #renderMark(text: string, mark: Mark): TemplateResult {
    const {language} = this;
    const labels = mark.observations.map(({label}) => displayText(localize(label, language), language));
    const onClick = (event: MouseEvent) => this.#onMark(event, mark);
    return html`<a
      part="mark"
      class=${text.length > 12 ? 'mark long' : 'mark'}
      href="#${mark.observations[0]!.indicator}"
      title=${labels.join(' · ')}
      aria-current=${this.#current === mark ? 'true' : nothing}
      @click=${onClick}
      >${text}</a
    >`;
  }

  /** To the section on the publisher's page, by the longest clause that stands in it as it does here. */
  #renderOut({heading, lines}: OutlineSection): TemplateResult | typeof nothing {
    const {url} = this.outcome.report!.source;
    const clauses = (heading ?? lines[0]!).passage.quote.split(/[^\p{L}\p{N}]+/u);
    clauses.sort((a, b) => b.length - a.length);
    const link = safeLink(url, clauses[0]);
    if (!link) return nothing;
    return html`<p class="out">
      <a href=${link} target="_blank" rel="noopener">${sourceWords(this.language).readAtPublisher}</a>
    </p>`;
  }

  #renderActs(): TemplateResult | typeof nothing {
    const words = sourceWords(this.language);
    const folding = this.#sections.filter((section) => this.#bodyLines(section).length);
    const isAllOpen = folding.every(({key}) => this.#open.has(key));
    const ignored = this.#sections
      .flatMap(({heading, lines}) => [heading, ...lines])
      .flatMap((line) => line?.ignored ?? []).length;
    const onAll = () => {
      this.#open = new Set(isAllOpen ? [] : folding.map(({key}) => key));
      this.host.requestUpdate();
    };
    const onAnnotate = () => (this.host.annotated = !this.host.annotated);
    if (!ignored && !this.#isFolding) return nothing;
    return html`<p class="acts">
      ${
        this.#isFolding
          ? html`<button type="button" @click=${onAll}>${isAllOpen ? words.foldAll : words.openAll}</button>`
          : nothing
      }
      ${
        ignored
          ? html`<button
              type="button"
              aria-pressed=${this.host.annotated ? 'true' : 'false'}
              @click=${onAnnotate}
            >
              ${words.annotate(ignored)}
            </button>`
          : nothing
      }
    </p>`;
  }

  #find(place: TextPlace): {section: OutlineSection; line: OutlineLine; mark?: Mark} | undefined {
    for (const section of this.#sections) {
      for (const line of this.#bodyLines(section)) {
        const {start, end} = line.passage;
        if (place.start !== undefined) {
          if (start <= place.start && place.start < end) return {section, line};
          continue;
        }
        const mark = line.marks.find(({observations}) =>
          observations.some(({indicator}) => indicator === place.indicator),
        );
        if (mark) return {section, line, mark};
      }
    }
    return undefined;
  }

  #fold(key: string, isOpen: boolean): void {
    if (isOpen) this.#open.add(key);
    else this.#open.delete(key);
    this.host.requestUpdate();
  }

  #onMark(event: MouseEvent, mark: Mark): void {
    // A click for a new tab or window is the browser's.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#current = mark;
    this.host.requestUpdate();
    const report = this.outcome.report!;
    for (const {indicator} of mark.observations) {
      const detail = {report: report.id, indicator};
      const show = new CustomEvent('qd-show', {detail, bubbles: true, composed: true, cancelable: true});
      if (!this.host.dispatchEvent(show)) return;
      const card = findCard(this.host, report, indicator);
      if (card) {
        const button = card.shadowRoot?.querySelector<HTMLElement>('[part~="source"]');
        bringIntoView(card, button ?? card.querySelector<HTMLElement>('a[href], button') ?? card);
        return;
      }
      if (showInList(report, indicator)) return;
    }
    void this.#openSentence(event.currentTarget as HTMLElement, mark);
  }

  /** Where the page has no card for a figure, its sentence says what it is. */
  async #openSentence(button: HTMLElement, {observations}: Mark): Promise<void> {
    const {language, look} = this;
    const observation = observations[0]!;
    const label = displayText(localize(observation.label, language), language);
    const {openSource} = await lazy.popover();
    openSource({host: this.host, button, report: this.outcome.report!, observation, label, language, look});
  }
}

const sourceWords = defineWords<{
  opening: string;
  issues: string;
  plans: string;
  area: (number: string, title: string) => string;
  figures: (count: number) => string;
  openAll: string;
  foldAll: string;
  annotate: (count: number) => string;
  why: (reason: string) => string;
  readAtPublisher: string;
  quotesOnly: string;
  nothing: string;
}>('sourceText', {
  'zh-CN': {
    opening: '开篇',
    issues: '存在问题',
    plans: '工作打算',
    area: (number, title) => `（${number}）${title}`,
    figures: (count) => `${count}个数字`,
    openAll: '全部展开',
    foldAll: '全部收起',
    annotate: (count) => `注明其余${count}个数为何不是指标`,
    why: (reason) => `〔${reason}〕`,
    readAtPublisher: '在发布页查看这一部分',
    quotesOnly: '这份报告没有附全文，下面是它引用过的原句。',
    nothing: '报告没有附原文',
  },
  en: {
    opening: 'Opening',
    issues: 'Problems',
    plans: 'Plans',
    area: (number, title) => `${number} ${title}`,
    figures: (count) => (count === 1 ? '1 figure' : `${count} figures`),
    openAll: 'Open all',
    foldAll: 'Close all',
    annotate: (count) =>
      count === 1
        ? 'Say why 1 other number is no indicator'
        : `Say why ${count} other numbers are no indicators`,
    why: (reason) => `[${reason}]`,
    readAtPublisher: 'Read this section at the publisher’s',
    quotesOnly: 'This report does not carry its text. These are the sentences that it quotes.',
    nothing: 'The report does not carry its text',
  },
});
