import type {PropertyDeclarations} from 'lit';
import type {AreaTag} from './attribute-types.js';
import type {ReadyDetail} from './report-element.js';
import {define} from './define.js';
import {ViewElement} from './view-element.js';

/**
 * One area of work: its title, its items in the order of the report, each with its text and its figures as
 * cards, and the documents that belong to it.
 *
 * One figure leads and is drawn wider: the one an editor names in `leads`; else the one whose rank the report
 * states in the same sentence; else the area's largest, counted in base units, apart from those counts of one
 * unit in 万 or more that a chart sets side by side. The rank of a figure hangs on its card. Where two or more
 * shares stand in one item they come first, as bars.
 *
 * An address that ends in `#data-resource-calls` leads to the card of that figure, unless the page has an
 * element of that id.
 *
 * @customElement qd-area
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @slot more - What stands below the items, such as a chart.
 * @csspart base - The area.
 * @csspart title - Its title.
 * @csspart item - One work item with its cards.
 * @csspart card - One card.
 * @csspart place - The rank that hangs on a card.
 * @csspart quote - The text of an item, as the report has it.
 * @csspart documents - The documents of the area.
 * @csspart source - The title of a document; it opens the sentence.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; accents are derived from it.
 */
export class QdArea extends ViewElement<'area'> {
  static override properties: PropertyDeclarations = {
    area: {},
    leads: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Id of the area of work to show. */
  area?: AreaTag | null;

  /** Indicators that lead, before the rule: ids with spaces between them. */
  leads?: string | null;

  /** Level of the heading, 2 to 6, so that it fits the page's outline; items are one deeper. */
  headingLevel = 3;

  protected readonly viewName = 'area';

  protected override get isPlain(): boolean {
    return false;
  }

  protected override get readyDetail(): ReadyDetail {
    return {...super.readyDetail, area: this.area};
  }
}

define('qd-area', QdArea);

declare global {
  interface HTMLElementTagNameMap {
    'qd-area': QdArea;
  }
}
