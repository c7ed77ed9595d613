import type {PropertyDeclarations} from 'lit';
import type {ChartType} from './chart-data.js';
import {define} from './define.js';
import {ViewElement} from './view-element.js';

/**
 * Several indicators of one unit side by side, or one over its periods, with the same figures as a table. The
 * figures at the marks are the printed ones, moved to one scale where they are printed in several; open ends are
 * drawn where the source hedges. What must not be set side by side is refused, in words.
 *
 * chart.js comes when a chart comes near the viewport. Where it cannot draw, the table stands alone.
 *
 * @customElement qd-chart
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The chart with all that belongs to it.
 * @csspart label - The title.
 * @csspart unit - The unit below it.
 * @csspart switch - The two buttons, chart and table.
 * @csspart chart - The drawing with its words.
 * @csspart table - The table.
 * @csspart note - One note below.
 * @csspart source - A button that opens a sentence.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the first mark takes it.
 */
export class QdChart extends ViewElement<'chart'> {
  static override properties: PropertyDeclarations = {
    indicators: {},
    type: {},
    label: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Which figures of the report to draw: ids, separated by spaces or commas. One alone is drawn over its periods. */
  indicators?: string | null;

  /** `bar`, `line` or `doughnut`. */
  type: ChartType = 'bar';

  /** A title instead of the one made from the data. */
  label?: string | null;

  /** Level of the title as a heading, 2 to 6, so that it fits the page's outline. */
  headingLevel = 3;

  protected readonly viewName = 'chart';
}

define('qd-chart', QdChart);

declare global {
  interface HTMLElementTagNameMap {
    'qd-chart': QdChart;
  }
}
