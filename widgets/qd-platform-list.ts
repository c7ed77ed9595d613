import {css, html, type PropertyDeclarations, type TemplateResult} from 'lit';
import {localize} from '../src/locale.js';
import type {Observation, Platform, Report} from '../src/schema.js';
import {drawing} from './drawing.js';
import {areaAbsence} from './area-absence.js';
import {areaFault} from './area-fault.js';
import {cardStyles} from './card-styles.js';
import type {AreaTag} from './attribute-types.js';
import {renderFrame} from './frame.js';
import {define} from './define.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {drawFigure, figureStyles} from './figure.js';
import {inArea} from './in-area.js';
import {ListElement} from './list-element.js';
import {listStyles} from './list-styles.js';
import {sentenceAround} from './sentence-around.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import {defineWords} from './words.js';

/**
 * The platforms, systems and institutions that a report names, each with every figure that mentions it.
 *
 * @customElement qd-platform-list
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The list.
 * @csspart platform - One platform with its figures.
 * @csspart kind - Whether it is a platform, a system, an institution …
 * @csspart name - Its name.
 * @csspart label - The name of a figure.
 * @csspart figure - A figure; its button opens the sentence.
 * @csspart value - The numeral.
 * @csspart scale - 万, 亿, million.
 * @csspart unit - What is counted.
 * @csspart qualifier - The source's hedge.
 * @csspart source - A button that opens a sentence.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the marks of the figures take it.
 */
export class QdPlatformList extends ListElement<Platform> {
  static override properties: PropertyDeclarations = {
    area: {},
  };

  static override styles = [
    tokens,
    figureStyles,
    cardStyles,
    listStyles,
    css`
      :host {
        contain-intrinsic-size: auto 10rem auto 90rem;
      }
      .platform {
        line-height: 1.6;
      }
      .name {
        font-weight: 700;
        text-wrap: pretty;
      }
      .figures {
        list-style: none;
        margin: 0;
        padding: 0;
      }
      .figure {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
      }
      .figure > :first-child {
        flex: 1 1 8em;
        margin-inline-end: 1em;
      }
      .figure + .figure {
        margin-block-start: calc(var(--_unit) * 2);
      }
      .figure .inline {
        max-width: 100%;
      }
      /* The finger's target is larger than the drawing. */
      .open {
        position: relative;
      }
      .open::after {
        content: '';
        position: absolute;
        top: 50%;
        left: 50%;
        width: 100%;
        min-width: var(--_tap);
        height: 100%;
        min-height: 32px;
        transform: translate(-50%, -50%);
      }
      .to {
        margin-block-start: var(--_unit);
      }
      @container (min-width: 18em) {
        .platform {
          display: grid;
          grid-template-columns: minmax(0, 1fr) auto;
          column-gap: calc(var(--_unit) * 4);
          align-items: baseline;
        }
        .kind,
        .figures,
        .none {
          grid-column: 1 / -1;
        }
        .to {
          grid-column: 2;
          grid-row: 2;
          margin-block-start: 0;
        }
      }
      @container (min-width: 30em) {
        .platform {
          grid-template-columns: 5.5em minmax(0, 1fr) auto;
        }
        .kind {
          grid-column: 1;
        }
        .figures,
        .none {
          grid-column: 2 / -1;
        }
        .to {
          grid-column: 3;
          grid-row: 1;
        }
      }
      @container (min-width: 46em) {
        .platform {
          grid-template-columns: 5.5em minmax(0, 5fr) minmax(0, 7fr) auto;
        }
        .kind,
        .name,
        .figures,
        .none,
        .to {
          grid-column: auto;
          grid-row: 1;
        }
        .figures {
          margin-block-start: 0;
        }
      }
    `,
  ];

  /** Id of an area of work; without it, the platforms of the whole report. */
  area?: AreaTag | null;

  #known = new Map<string, Observation>();
  #knownOf?: Report;

  protected readonly rowName: [string, string] = ['row platform', 'platform'];

  protected override get isPlain(): boolean {
    return false;
  }

  protected override get absence(): string {
    return (
      areaAbsence(this.outcome.report, this.area, this.language) || platformWords(this.language).noPlatforms
    );
  }

  protected prepare(report: Report | undefined): Fault | 'absent' | undefined {
    if (report !== this.#knownOf) {
      this.#knownOf = report;
      this.#known = new Map(report!.observations.map((each) => [each.indicator, each]));
    }
    this.items = inArea(report!.platforms ?? [], this.area);
    return areaFault(report!, this.area) ?? (this.items.length ? undefined : 'absent');
  }

  protected renderReady(): TemplateResult {
    return renderFrame(
      this,
      'list',
      html`<ul class="rows" role="list" aria-label=${platformWords(this.language).list}>
        ${this.rows}
      </ul>`,
      this.isBusy,
    );
  }

  protected fillRow(row: HTMLElement, platform: Platform): void {
    const {language} = this;
    const report = this.outcome.report!;
    const words = platformWords(language);
    const name = displayText(localize(platform.name, language), language);
    const mentions = platform.indicators
      .map((indicator) => this.#known.get(indicator))
      .filter((observation) => observation !== undefined);
    drawing.fill(row, [
      html`<p part="kind" class="tag kind">${words.kind[platform.kind]}</p>
        <p part="name" class="name">${name}</p>
        ${
          mentions.length
            ? html`<ul class="figures" role="list">
                ${mentions.map((observation) => this.#renderMention(observation))}
              </ul>`
            : html`<p class="tag none">${words.noFigures}</p>`
        }
        <p class="to">
          ${renderSourceButton({
            host: this,
            report,
            // Looked for when the button is pressed.
            get passage() {
              return sentenceAround(report, platform.provenance);
            },
            mark: platform.provenance,
            label: name,
            language,
            look: this.look,
          })}
        </p>`,
    ]);
  }

  #renderMention(observation: Observation): TemplateResult {
    const {language} = this;
    const drawn = drawFigure(observation, language, 'span');
    const label = displayText(localize(observation.label, language), language);
    return html`<li class="figure">
      <span part="label">${label}</span>
      <span class="inline"
        >${renderSourceButton(
          {
            host: this,
            report: this.outcome.report!,
            observation,
            // What is seen stands in the name, so that it can be asked for by voice.
            label: `${label} ${drawn.plain}`,
            language,
            look: this.look,
          },
          drawn.element,
        )}</span
      >
    </li>`;
  }
}

const platformWords = defineWords<{
  list: string;
  kind: Record<Platform['kind'], string>;
  noFigures: string;
  noPlatforms: string;
}>('platformList', {
  'zh-CN': {
    list: '平台与系统',
    kind: {
      platform: '平台',
      system: '系统',
      institution: '机构',
      park: '园区',
      model: '模型',
      project: '项目',
      event: '活动',
    },
    noFigures: '报告没有给出数字',
    noPlatforms: '报告没有提到平台或系统',
  },
  en: {
    list: 'Platforms and systems',
    kind: {
      platform: 'Platform',
      system: 'System',
      institution: 'Institution',
      park: 'Park',
      model: 'Model',
      project: 'Project',
      event: 'Event',
    },
    noFigures: 'No figures in the report',
    noPlatforms: 'The report names no platforms or systems',
  },
});

define('qd-platform-list', QdPlatformList);

declare global {
  interface HTMLElementTagNameMap {
    'qd-platform-list': QdPlatformList;
  }
}
