import type {PropertyDeclarations} from 'lit';
import type {AreaTag} from './attribute-types.js';
import {define} from './define.js';
import {ViewElement} from './view-element.js';

/**
 * Every figure of a report in a table: hedge, value and unit in columns of their own, so that digits align; to
 * sort, to filter, and to take along as CSV or JSON with source and date.
 *
 * @customElement qd-table
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The whole.
 * @csspart table - The table.
 * @csspart source - The button that opens the sentence of a row.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; hedges and sources take it.
 */
export class QdTable extends ViewElement<'table'> {
  static override properties: PropertyDeclarations = {
    area: {},
    pageSize: {type: Number, attribute: 'page-size'},
  };

  /** The area of work whose figures are shown: its id. A reader may choose another. */
  area?: AreaTag | null;

  /** How many rows are shown at first, and how many more at a time. */
  pageSize = 50;

  protected readonly viewName = 'table';

  /** With all rows, also where they are drawn in slices. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    const whole = this.view?.whole;
    if (!whole) return isDone;
    await whole;
    return this.getUpdateComplete();
  }

  /** Scrolls to a figure's row and focuses its source. Says whether the table shows it. */
  showRow(indicator: string): boolean {
    return this.view?.showRow(indicator) ?? false;
  }
}

define('qd-table', QdTable);

declare global {
  interface HTMLElementTagNameMap {
    'qd-table': QdTable;
  }
}
