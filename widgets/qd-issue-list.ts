import {css, html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Issue, LocalizedText, Passage, Plan, PlanLink, Report} from '../src/schema.js';
import {cardStyles} from './card-styles.js';
import {renderFrame} from './frame.js';
import {define} from './define.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {headingLevel} from './heading-level.js';
import {itemNumber} from './item-number.js';
import {listStyles} from './list-styles.js';
import {renderPhrases} from './render-phrases.js';
import {ReportElement} from './report-element.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import {defineWords, dotted} from './words.js';

/**
 * The problems that a report names, each with the plans that an editor linked to it. The links are the
 * editor's and are marked so: a solid arrow where the plan takes up the problem, a dashed one where it only
 * shares the topic.
 *
 * @customElement qd-issue-list
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The list.
 * @csspart issue - One problem with its plans.
 * @csspart plan - One plan.
 * @csspart source - The button that opens the passage.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the arrows take it.
 */
export class QdIssueList extends ReportElement {
  static override properties: PropertyDeclarations = {
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  static override styles = [
    tokens,
    cardStyles,
    listStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 40rem;
      }
      .issue {
        border-block-start-color: var(--_rule);
        padding-block-start: calc(var(--_unit) * 6);
        padding-block-end: calc(var(--_unit) * 8);
        contain-intrinsic-size: auto 10rem auto 12rem;
      }
      .plan .tag b {
        color: var(--_accent);
      }
      .title {
        margin-block-start: var(--_unit);
        margin-block-end: calc(var(--_unit) * 2);
      }
      .body {
        margin-block-end: calc(var(--_unit) * 3);
      }
      .link {
        position: relative;
        display: block;
        height: var(--_thick);
        width: calc(var(--_base) * 2.5);
        margin: calc(var(--_unit) * 4) 0 calc(var(--_base) * 2.75) 8px;
        background: var(--_accent);
        transform: rotate(90deg);
        transform-origin: 0 50%;
      }
      .link::after {
        content: '';
        position: absolute;
        right: 0;
        top: 50%;
        width: 11px;
        height: 11px;
        box-sizing: border-box;
        border: solid var(--_accent);
        border-width: var(--_thick) var(--_thick) 0 0;
        transform: translateY(-50%) rotate(45deg);
      }
      .link.related {
        height: 2px;
        background: repeating-linear-gradient(90deg, var(--_line-strong) 0 6px, transparent 6px 11px);
      }
      .link.related::after {
        border-color: var(--_line-strong);
        border-width: 2px 2px 0 0;
        width: 9px;
        height: 9px;
      }
      .plan + .plan {
        margin-block-start: calc(var(--_unit) * 4);
      }
      @container (min-width: 46em) {
        .issue {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        .plan {
          position: relative;
          padding-inline-start: 5.5em;
        }
        .link {
          position: absolute;
          top: calc(var(--_base) * 2.75);
          left: calc(var(--_unit) * 4);
          right: auto;
          width: calc(5.5em - var(--_unit) * 8);
          margin: 0;
          transform: none;
        }
        .link.related {
          margin-block-start: 1px;
        }
      }
      @media (forced-colors: active) {
        .link:not(.related) {
          forced-color-adjust: none;
          background: CanvasText;
        }
        .link.related {
          background: none;
          border-block-start: 2px dashed CanvasText;
          height: 0;
        }
        .link::after {
          border-color: CanvasText;
        }
      }
      @media print {
        .link {
          -webkit-print-color-adjust: exact;
          print-color-adjust: exact;
        }
      }
    `,
  ];

  /** Level of the headings, 2 to 6, so that they fit the page's outline. */
  headingLevel = 3;

  #issues: readonly Issue[] = [];
  #plans = new Map<string, Plan>();

  protected override get absence(): string {
    return listWords(this.language).noIssues;
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | undefined {
    this.#issues = report!.issues ?? [];
    this.#plans = new Map((report!.plans ?? []).map((plan) => [plan.id, plan]));
    return this.#issues.length ? undefined : 'absent';
  }

  protected renderReady(): TemplateResult {
    return renderFrame(
      this,
      'list',
      html`<ol class="rows" role="list">
        ${this.#issues.map((issue) => this.#renderIssue(issue))}
      </ol>`,
    );
  }

  #renderIssue(issue: Issue): TemplateResult {
    const words = listWords(this.language);
    const links = issue.plans.filter(({id}) => this.#plans.has(id));
    return html`<li part="issue" class="row issue">
      <div>
        <p class="tag"><b>${words.issue(issue.number)}</b></p>
        ${this.#renderText(issue.title, issue.text, issue.provenance)}
      </div>
      <div>
        ${
          links.length
            ? links.map((link) => this.#renderPlan(link, this.#plans.get(link.id)!))
            : html`<p class="tag">${words.noPlan}</p>`
        }
      </div>
    </li>`;
  }

  #renderPlan(link: PlanLink, plan: Plan): TemplateResult {
    const words = listWords(this.language);
    const isRelated = link.relation === 'related';
    const meaning = isRelated ? words.related : link.relation === 'answers' ? words.answers : '';
    return html`<div part="plan" class="plan">
      <i class="link ${isRelated ? 'related' : ''}" aria-hidden="true"></i>
      <p class="tag">
        <b>${words.plan(plan.number)}</b>
        <i>${dotted(words.linkedByEditor, meaning)}</i>
      </p>
      ${this.#renderText(plan.title, plan.text, plan.provenance)}
    </div>`;
  }

  #renderText(title: LocalizedText, text: LocalizedText, passage: Passage): TemplateResult {
    const {language} = this;
    const name = displayText(localize(title, language), language);
    return html`<p class="title" role="heading" aria-level=${headingLevel(this.headingLevel)}>
        ${renderPhrases(name, language)}
      </p>
      <p class="body">${displayText(localize(text, language), language)}</p>
      <p>
        ${renderSourceButton({
          host: this,
          report: this.outcome.report!,
          passage,
          label: name,
          language,
          look: this.look,
        })}
      </p>`;
  }
}

const listWords = defineWords<{
  issue: (number: string) => string;
  plan: (number: string) => string;
  answers: string;
  related: string;
  linkedByEditor: string;
  noPlan: string;
  noIssues: string;
}>('issueList', {
  'zh-CN': {
    issue: (number) => `问题${itemNumber(number, 'zh-CN')}`,
    plan: (number) => `打算${itemNumber(number, 'zh-CN')}`,
    answers: '直接回应',
    related: '主题相近',
    linkedByEditor: '编者关联',
    noPlan: '编者未关联打算',
    noIssues: '报告没有列出问题',
  },
  en: {
    issue: (number) => `Problem ${itemNumber(number, 'en')}`,
    plan: (number) => `Plan ${itemNumber(number, 'en')}`,
    answers: 'takes up the problem',
    related: 'same topic',
    linkedByEditor: 'linked by the editor',
    noPlan: 'No plan linked by the editor',
    noIssues: 'The report lists no problems',
  },
});

define('qd-issue-list', QdIssueList);

declare global {
  interface HTMLElementTagNameMap {
    'qd-issue-list': QdIssueList;
  }
}
