import {css, html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Plan, PlanLink, Report} from '../src/schema.js';
import {drawing} from './drawing.js';
import {cardStyles} from './card-styles.js';
import {renderFrame} from './frame.js';
import {define} from './define.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {headingLevel} from './heading-level.js';
import {itemNumber} from './item-number.js';
import {ListElement} from './list-element.js';
import {listStyles} from './list-styles.js';
import {drawPhrases} from './render-phrases.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import {defineWords} from './words.js';

/** A problem that an editor linked to a plan. */
interface ProblemLink {
  /** The problem's number in the report. */
  number: string;
  relation: PlanLink['relation'];
}

/**
 * The plans of a report, each with its text, the problems an editor linked to it, and its status: that the
 * report does not state one, unless the data say otherwise.
 *
 * @customElement qd-plan-list
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The list.
 * @csspart plan - One plan.
 * @csspart number - Its number.
 * @csspart relation - The problem it takes up, by the editor's link.
 * @csspart status - How far it is, or that the report does not say so.
 * @csspart source - The button that opens the passage.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the links to problems take it.
 */
export class QdPlanList extends ListElement<Plan> {
  static override properties: PropertyDeclarations = {
    compact: {type: Boolean, reflect: true},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  static override styles = [
    tokens,
    cardStyles,
    listStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 50rem;
      }
      :host([compact]) {
        contain-intrinsic-size: auto 10rem auto 20rem;
      }
      .rows {
        --_block: 144rem;
      }
      .plan {
        display: grid;
        grid-template-columns: 2.25em minmax(0, 1fr);
        border-block-start-color: var(--_rule);
        padding-block-start: calc(var(--_unit) * 5);
        padding-block-end: calc(var(--_unit) * 6);
        contain-intrinsic-size: auto 10rem auto 12rem;
      }
      .plan > * {
        grid-column: 2;
      }
      .plan > .song {
        grid-column: 1;
        grid-row: 1;
        font-size: calc(var(--_base) * 1.375);
        line-height: 1.4;
      }
      .title {
        text-wrap: balance;
      }
      .meta {
        margin-block-start: calc(var(--_unit) * 2);
      }
      .relation {
        position: relative;
        padding-inline-start: 1.75em;
        color: var(--_accent);
      }
      .relation i {
        display: inline-block;
        margin-inline-start: 0;
        color: var(--_ink-2);
      }
      /* As between problem and plan: solid where it takes up the problem, dashed where it shares the topic. */
      .relation::before {
        content: '';
        position: absolute;
        left: 0;
        top: calc(0.75em - var(--_thick) / 2);
        width: 1.25em;
        border-block-start: var(--_thick) solid var(--_accent);
      }
      .relation.related::before {
        top: calc(0.75em - 1px);
        border-block-start: 2px dashed var(--_line-strong);
      }
      .body {
        margin-block-start: calc(var(--_unit) * 3);
      }
      .foot {
        margin-block-start: calc(var(--_unit) * 3);
        grid-row-end: auto;
      }
      .compact .rows {
        --_block: 84rem;
      }
      .compact .plan {
        border-block-start-color: var(--_line);
        padding-block-start: calc(var(--_unit) * 3);
        padding-block-end: calc(var(--_unit) * 4);
        contain-intrinsic-size: auto 10rem auto 7rem;
      }
      .compact .title {
        font-size: var(--_base);
        line-height: 1.5;
        font-weight: 400;
      }
      .compact .plan > .song {
        font-size: calc(var(--_base) * 1.2);
        line-height: 1.25;
      }
      .compact .meta {
        margin-block-start: var(--_unit);
      }
      .compact .foot {
        margin-block-start: calc(var(--_unit) * 2);
      }
      .full .foot {
        align-self: start;
      }
      @container (min-width: 46em) {
        .full .plan {
          grid-template-columns: 2.25em minmax(0, 5fr) minmax(0, 7fr);
          column-gap: calc(var(--_unit) * 4);
          grid-template-rows: auto auto 1fr;
          align-items: baseline;
        }
        .full .body {
          grid-column: 3;
          grid-row: 1 / span 3;
          margin-block-start: 0;
        }
      }
      @container (min-width: 36em) {
        .compact .rows {
          --_block: 32rem;
          display: grid;
          grid-template-columns: repeat(3, minmax(0, 1fr));
          column-gap: calc(var(--_unit) * 6);
        }
        .compact .plan {
          grid-template-columns: minmax(0, 1fr);
          grid-template-rows: auto auto 1fr auto;
          border-block-start-color: var(--_rule);
        }
        .compact .plan > * {
          grid-column: 1;
        }
        .compact .foot {
          align-self: end;
        }
        @supports (grid-template-rows: subgrid) {
          .compact .plan {
            grid-row: span 4;
            grid-template-rows: subgrid;
            row-gap: 0;
            content-visibility: visible;
          }
          .compact .plan > .song {
            grid-row: auto;
          }
        }
      }
      @container (min-width: 64em) {
        .compact .rows {
          grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
        }
      }
      @media (forced-colors: active) {
        .relation::before {
          border-color: CanvasText;
        }
        .relation.related::before {
          border-color: CanvasText;
        }
      }
    `,
  ];

  /** Without the texts: a strip of titles where there is room. */
  compact = false;

  /** Level of the headings, 2 to 6, so that they fit the page's outline. */
  headingLevel = 3;

  #problems = new Map<string, ProblemLink[]>();

  protected readonly rowName: [string, string] = ['row plan', 'plan'];

  protected override get rowKey(): unknown {
    return [this.compact, headingLevel(this.headingLevel)];
  }

  protected override get absence(): string {
    return planWords(this.language).noPlans;
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | undefined {
    this.items = report!.plans ?? [];
    this.#problems = new Map();
    for (const {number, plans} of report!.issues ?? []) {
      for (const {id, relation} of plans) {
        this.#problems.set(id, [...(this.#problems.get(id) ?? []), {number, relation}]);
      }
    }
    return this.items.length ? undefined : 'absent';
  }

  protected renderReady(): TemplateResult {
    return renderFrame(
      this,
      this.compact ? 'list compact' : 'list full',
      html`<ol class="rows" role="list" aria-label=${planWords(this.language).list}>
        ${this.rows}
      </ol>`,
      this.isBusy,
    );
  }

  protected fillRow(row: HTMLElement, {id, number, title, text, status, provenance}: Plan): void {
    const {language} = this;
    const words = planWords(language);
    const name = displayText(localize(title, language), language);
    drawing.fill(row, [
      html`<b part="number" class="song">${itemNumber(number, language)}</b>
        <p class="title" role="heading" aria-level=${headingLevel(this.headingLevel)}>
          ${drawPhrases(name, language)}
        </p>
        <div class="meta">
          ${(this.#problems.get(id) ?? []).map((problem) => this.#renderRelation(problem))}
          <p part="status" class="tag">${words.status[status]}</p>
        </div>
        ${this.compact ? nothing : html`<p class="body">${displayText(localize(text, language), language)}</p>`}
        <p class="foot">
          ${renderSourceButton({
            host: this,
            report: this.outcome.report!,
            passage: provenance,
            label: name,
            language,
            look: this.look,
          })}
        </p>`,
    ]);
  }

  #renderRelation({number, relation}: ProblemLink): TemplateResult {
    const words = planWords(this.language);
    const meaning =
      relation === 'answers' ? words.answers : relation === 'related' ? words.related : words.linked;
    return html`<p part="relation" class="tag relation ${relation === 'answers' ? '' : 'related'}">
      ${meaning(number)}${' · '}<i>${words.byEditor}</i>
    </p>`;
  }
}

const planWords = defineWords<{
  list: string;
  answers: (number: string) => string;
  related: (number: string) => string;
  linked: (number: string) => string;
  byEditor: string;
  status: Record<Plan['status'], string>;
  noPlans: string;
}>('planList', {
  'zh-CN': {
    list: '工作打算',
    answers: (number) => `回应问题${itemNumber(number, 'zh-CN')}`,
    related: (number) => `与问题${itemNumber(number, 'zh-CN')}主题相近`,
    linked: (number) => `关联问题${itemNumber(number, 'zh-CN')}`,
    byEditor: '编者关联',
    status: {
      'not-stated': '报告未说明进展',
      planned: '计划开展',
      'in-progress': '正在推进',
      done: '已完成',
      dropped: '不再开展',
    },
    noPlans: '报告没有列出打算',
  },
  en: {
    list: 'Plans',
    answers: (number) => `Takes up problem ${itemNumber(number, 'en')}`,
    related: (number) => `Same topic as problem ${itemNumber(number, 'en')}`,
    linked: (number) => `Linked to problem ${itemNumber(number, 'en')}`,
    byEditor: 'linked by the editor',
    status: {
      'not-stated': 'Progress not stated in the report',
      planned: 'Planned',
      'in-progress': 'In progress',
      done: 'Done',
      dropped: 'Dropped',
    },
    noPlans: 'The report lists no plans',
  },
});

define('qd-plan-list', QdPlanList);

declare global {
  interface HTMLElementTagNameMap {
    'qd-plan-list': QdPlanList;
  }
}
