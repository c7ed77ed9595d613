import {css, html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Report, ReportDocument} from '../src/schema.js';
import {drawing} from './drawing.js';
import {areaAbsence} from './area-absence.js';
import {areaFault} from './area-fault.js';
import {cardStyles} from './card-styles.js';
import type {AreaTag} from './attribute-types.js';
import {renderFrame} from './frame.js';
import {define} from './define.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {inArea} from './in-area.js';
import {itemNumber} from './item-number.js';
import {ListElement} from './list-element.js';
import {listStyles} from './list-styles.js';
import {sentenceAround} from './sentence-around.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import {defineWords} from './words.js';

/** Issued first, then what is planned, then what is only named; each in the order of the report. */
const ORDER: ReadonlyArray<ReportDocument['status']> = ['issued', 'planned', 'named'];

/**
 * The documents that a report names, each with the report's own verb: 印发 is not 编制. What is only planned
 * is marked so; what is named without being issued stands apart at the end.
 *
 * @customElement qd-document-list
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The list.
 * @csspart document - One document.
 * @csspart verb - What was done to it, or is planned.
 * @csspart title - Its title.
 * @csspart note - Which plan it belongs to, or that it is only named.
 * @csspart source - The button that opens the sentence.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the verb of a planned document takes it.
 */
export class QdDocumentList extends ListElement<ReportDocument> {
  static override properties: PropertyDeclarations = {
    area: {},
  };

  static override styles = [
    tokens,
    cardStyles,
    listStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 36rem;
      }
      .document {
        line-height: 1.6;
      }
      .verb::first-letter {
        text-transform: uppercase;
      }
      .planned .verb {
        color: var(--_accent);
      }
      .named {
        border-block-start-style: dashed;
        border-block-start-color: var(--_line-strong);
      }
      .named .name {
        color: var(--_ink-2);
      }
      .name {
        text-wrap: pretty;
      }
      /* 《 is empty on its left: it hangs, so that the letters line up. */
      .what:lang(zh),
      .to:lang(zh) {
        padding-inline-start: calc(var(--_base) * 0.5);
      }
      .name:lang(zh) {
        text-indent: -1em;
      }
      @supports (text-spacing-trim: trim-start) {
        .name:lang(zh) {
          text-indent: -0.5em;
        }
      }
      .to {
        margin-block-start: var(--_unit);
      }
      @container (min-width: 18em) {
        .document {
          display: grid;
          grid-template-columns: 5.5em minmax(0, 1fr);
          column-gap: calc(var(--_unit) * 4);
          align-items: baseline;
        }
        .document:lang(en) {
          grid-template-columns: 7em minmax(0, 1fr);
        }
        .to {
          grid-column: 2;
        }
      }
      @container (min-width: 34em) {
        .document {
          grid-template-columns: 5.5em minmax(0, 1fr) auto;
        }
        .document:lang(en) {
          grid-template-columns: 8em minmax(0, 1fr) auto;
        }
        .to {
          grid-column: 3;
          margin-block-start: 0;
        }
      }
    `,
  ];

  /** Id of an area of work; without it, the documents of the whole report. */
  area?: AreaTag | null;

  /** Numbers of the plans, by their ids. */
  #plans = new Map<string | undefined, string>();

  protected readonly rowName: [string, string] = ['row document', 'document'];

  protected override get absence(): string {
    return (
      areaAbsence(this.outcome.report, this.area, this.language) || documentWords(this.language).noDocuments
    );
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | undefined {
    const documents = inArea(report!.documents ?? [], this.area);
    this.items = ORDER.flatMap((status) => documents.filter((document) => document.status === status));
    this.#plans = new Map((report!.plans ?? []).map(({id, number}) => [id, number]));
    return areaFault(report!, this.area) ?? (this.items.length ? undefined : 'absent');
  }

  protected renderReady(): TemplateResult {
    return renderFrame(
      this,
      'list',
      html`<ul class="rows" role="list" aria-label=${documentWords(this.language).list}>
        ${this.rows}
      </ul>`,
      this.isBusy,
    );
  }

  protected fillRow(row: HTMLElement, document: ReportDocument): void {
    const {language} = this;
    const report = this.outcome.report!;
    const words = documentWords(language);
    const {status} = document;
    const title = displayText(words.title(localize(document.title, language)), language);
    const verb = localize(document.verb, language);
    const note = this.#noteOf(document);
    row.className = `row document ${status}`;
    drawing.fill(row, [
      html`<p part="verb" class="tag verb">${status === 'planned' ? words.planned(verb) : verb}</p>
        <div class="what">
          <p part="title" class="name">${title}</p>
          ${note ? html`<p part="note" class="tag">${note}</p>` : nothing}
        </div>
        <p class="to">
          ${renderSourceButton({
            host: this,
            report,
            // Looked for when the button is pressed.
            get passage() {
              return sentenceAround(report, document.provenance);
            },
            mark: document.provenance,
            label: title,
            language,
            look: this.look,
          })}
        </p>`,
    ]);
  }

  #noteOf({status, plan}: ReportDocument): string {
    const words = documentWords(this.language);
    if (status === 'named') return words.onlyNamed;
    const of = status === 'planned' && this.#plans.get(plan);
    return of ? words.ofPlan(of) : '';
  }
}

const documentWords = defineWords<{
  list: string;
  title: (title: string) => string;
  planned: (verb: string) => string;
  ofPlan: (number: string) => string;
  onlyNamed: string;
  noDocuments: string;
}>('documentList', {
  'zh-CN': {
    list: '文件',
    title: (title) => (/^《.*》$/.test(title) ? title : `《${title}》`),
    planned: (verb) => (/^[拟将]/.test(verb) ? verb : `拟${verb}`),
    ofPlan: (number) => `列入打算${itemNumber(number, 'zh-CN')}`,
    onlyNamed: '报告只是提到',
    noDocuments: '报告没有列出文件',
  },
  en: {
    list: 'Documents',
    title: (title) => title,
    planned: (verb) => (/^to be /i.test(verb) ? verb : `planned: ${verb}`),
    ofPlan: (number) => `Part of plan ${itemNumber(number, 'en')}`,
    onlyNamed: 'Only mentioned in the report',
    noDocuments: 'The report lists no documents',
  },
});

define('qd-document-list', QdDocumentList);

declare global {
  interface HTMLElementTagNameMap {
    'qd-document-list': QdDocumentList;
  }
}
