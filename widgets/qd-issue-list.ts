import {css, html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Issue, LocalizedText, Plan, PlanLink, Report} from '../src/schema.js';
import {cardStyles} from './card-styles.js';
import {renderFrame} from './frame.js';
import {define} from './define.js';
import {displayText} from '../src/display-text.js';
import {drawElement, drawing} from './drawing.js';
import {drawSourceButton, listenForSources, nameSourceButton} from './drawn-source.js';
import type {Fault} from './fault.js';
import {headingLevel} from './heading-level.js';
import {itemNumber} from './item-number.js';
import {ListElement} from './list-element.js';
import {listStyles} from './list-styles.js';
import {drawPhrases} from './render-phrases.js';
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
export class QdIssueList extends ListElement<Issue> {
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
      .rows {
        --_block: 400rem;
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
      /* A space stands before it, for those who hear it or copy it. */
      .plan .tag i {
        margin-inline-start: 0.5em;
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
        .rows {
          --_block: 180rem;
        }
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

  #plans = new Map<string, Plan>();
  #pattern?: HTMLElement;

  protected readonly rowName: [string, string] = ['row issue', 'issue'];

  protected override get rowKey(): unknown {
    return headingLevel(this.headingLevel);
  }

  protected override get absence(): string {
    return listWords(this.language).noIssues;
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | undefined {
    this.items = report!.issues ?? [];
    this.#plans = new Map((report!.plans ?? []).map((plan) => [plan.id, plan]));
    return this.items.length ? undefined : 'absent';
  }

  /** To the plans that the report has. */
  #linksOf({plans}: Issue): PlanLink[] {
    return plans.filter(({id}) => this.#plans.has(id));
  }

  protected fillRow(row: HTMLElement, issue: Issue): void {
    const words = listWords(this.language);
    const links = this.#linksOf(issue);
    if (!row.firstElementChild) {
      const plans = links.map(() => (this.#pattern ??= drawPlan()).cloneNode(true));
      row.append(
        drawProblem(),
        drawElement('div', '', '', ...(plans.length ? plans : [drawElement('p', 'tag', '')])),
      );
    }
    const [problem, side] = row.children;
    problem!.firstElementChild!.firstElementChild!.textContent = words.issue(issue.number);
    this.#fillText(problem!, 1, issue);
    const plans = side!.children;
    if (!links.length) plans[0]!.textContent = words.noPlan;
    links.forEach((link, i) => this.#fillPlan(plans[i]!, link, this.#plans.get(link.id)!));
  }

  #fillPlan(box: Element, link: PlanLink, plan: Plan): void {
    const words = listWords(this.language);
    const isRelated = link.relation === 'related';
    const meaning = isRelated ? words.related : link.relation === 'answers' ? words.answers : '';
    const [arrow, tag] = box.children;
    if (isRelated) arrow!.className = 'link related';
    const [name, by] = tag!.children;
    name!.textContent = words.plan(plan.number);
    by!.textContent = dotted(words.linkedByEditor, meaning);
    this.#fillText(box, 2, plan);
  }

  /** Title, text and source, which are the children of a box from one on. */
  #fillText(box: Element, from: number, {title, text}: Issue | Plan): void {
    const {language} = this;
    const [heading, body, source] = Array.from(box.children).slice(from);
    const name = displayName(title, language);
    heading!.setAttribute('aria-level', String(headingLevel(this.headingLevel)));
    heading!.textContent = '';
    heading!.append(drawPhrases(name, language));
    body!.textContent = displayText(localize(text, language), language);
    nameSourceButton(source!.firstElementChild!, name, language);
  }

  #sourceListener = listenForSources((button) => {
    const issue = this.items[this.standingRows.indexOf(button.closest('.issue')!)];
    if (!issue) return undefined;
    const plan = button.closest('.plan');
    const link = plan && this.#linksOf(issue)[indexIn(plan)];
    const {title, provenance} = link ? this.#plans.get(link.id)! : issue;
    const {language, look} = this;
    return {
      host: this,
      report: this.outcome.report!,
      passage: provenance,
      label: displayName(title, language),
      language,
      look,
    };
  });

  protected renderReady(): TemplateResult {
    return renderFrame(
      this,
      'list',
      html`<ol class="rows" role="list" @click=${this.#sourceListener}>
        ${this.rows}
      </ol>`,
      this.isBusy,
    );
  }
}

function displayName(title: LocalizedText, language: string): string {
  return displayText(localize(title, language), language);
}

function indexIn(element: Element): number {
  return Array.from(element.parentElement!.children).indexOf(element);
}

/** A problem without its words. */
function drawProblem(): HTMLElement {
  const problem = drawing.create('div');
  problem.append(drawElement('p', 'tag', '', drawing.create('b')), ...drawText());
  return problem;
}

/** A plan without its words. */
function drawPlan(): HTMLElement {
  const arrow = drawElement('i', 'link', '');
  arrow.setAttribute('aria-hidden', 'true');
  const tag = drawElement('p', 'tag', '', drawing.create('b'), ' ', drawing.create('i'));
  return drawElement('div', 'plan', 'plan', arrow, tag, ...drawText());
}

function drawText(): HTMLElement[] {
  const heading = drawElement('p', 'title', '');
  heading.setAttribute('role', 'heading');
  const source = drawing.create('p');
  source.append(drawSourceButton());
  return [heading, drawElement('p', 'body', ''), source];
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
