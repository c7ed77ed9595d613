import type {PropertyDeclarations, PropertyValues} from 'lit';
import {define} from './define.js';
import {late} from './late.js';
import './qd-area.js';
import './qd-chart.js';
import './qd-document-list.js';
import './qd-issue-list.js';
import './qd-plan-list.js';
import './qd-platform-list.js';
import './qd-qr.js';
import './qd-report.js';
import './qd-source.js';
import './qd-standings.js';
import './qd-table.js';
import {ViewElement} from './view-element.js';

/**
 * A whole report. As a page (the default): head, standings, areas with their figures, problems and plans, all
 * figures as a table, documents, platforms and the text, from 320 pixels to 4K. As a wall: the cockpit that
 * fills a screen of 16:9 without scrolling or motion, with a code that leads to the sources.
 *
 * On the wall each area has a row; the figure that leads it is chosen as `qd-area` does, and the largest stand
 * beside it: first those of the same item, then the others. Rows that are left over go to the areas with most
 * figures. Where the wall is all that a page has, it covers the page's margin too.
 *
 * @customElement qd-dashboard
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`; a wall is `wall` unless the tag itself says otherwise.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @csspart base - The whole.
 * @csspart section - One section of the page.
 * @csspart figure - A whole figure.
 * @csspart value - The numeral.
 * @csspart scale - 万, 亿, million.
 * @csspart unit - What is counted.
 * @csspart qualifier - The source's hedge.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; accents are derived from it.
 * @cssprop [--qd-base=1rem] - The size of body text, which all sizes follow.
 * @cssprop --qd-font-title - The typefaces of titles.
 */
export class QdDashboard extends ViewElement<'dashboard'> {
  static override properties: PropertyDeclarations = {
    mode: {},
    leads: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** `page` or `wall`. */
  mode: 'page' | 'wall' = 'page';

  /** Indicators that lead their areas, before the rule: ids with spaces between them. */
  leads?: string | null;

  /** Level of the title, 2 to 6, so that it fits the page's outline; sections are one deeper. */
  headingLevel = 2;

  protected readonly viewName = 'dashboard';

  protected override get isPlain(): boolean {
    return false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isWall = this.mode === 'wall';
    // Not one after the other.
    if (isWall && !this.view) for (const part of [late.wall, late.qr]) part().catch(() => {});
    super.willUpdate(changed);
    if (isWall && !this.theme) this.look = {...this.look, theme: 'wall'};
  }
}

define('qd-dashboard', QdDashboard);

declare global {
  interface HTMLElementTagNameMap {
    'qd-dashboard': QdDashboard;
  }
}
