import type {PropertyDeclarations} from 'lit';
import type {AreaTag} from './attribute-types.js';
import {define} from './define.js';
import type {TextPlace} from './text-view.js';
import {ViewElement} from './view-element.js';

/** `detail` of `qd-show`: the figure whose card a reader asks for. */
export interface ShowDetail {
  report: string;
  indicator: string;
}

/**
 * The report's text by its headings, with every figure marked. A figure leads to its card on the page, and a
 * card's source leads back to its place here. What a report does not carry is said: without its text, the
 * sentences that its figures stand in are shown.
 *
 * @customElement qd-source
 * @attr {string} report - Id of a bundled or registered report.
 * @attr {string} src - Address of a report's JSON.
 * @attr {string} locale - `zh-CN` or `en`.
 * @attr {string} theme - `light`, `dark`, `auto` or `wall`.
 * @attr {string} text - `standard` or `large`.
 * @slot - Fallback text.
 * @fires {CustomEvent<ShowDetail>} qd-show - A reader asks for a figure's card. `detail`: `{report, indicator}`. Unless it is prevented, the
 *   card on the page is scrolled into view and gets the focus.
 * @csspart base - The text.
 * @csspart section - One section with its heading.
 * @csspart mark - A figure in the text.
 * @cssprop [--qd-brand=#1d5b96] - The portal's colour; the marks take it.
 */
export class QdSource extends ViewElement<'source'> {
  static override properties: PropertyDeclarations = {
    area: {},
    open: {},
    annotated: {type: Boolean},
    headingLevel: {type: Number, attribute: 'heading-level'},
  };

  /** Shows one area of work only: its id. */
  area?: AreaTag | null;

  /** What is unfolded at first: the id of an area, or `all`. A text of one section always is. */
  open?: string | null;

  /** Also shows the numbers that are no indicator, each with its reason. */
  annotated = false;

  /** Level of the headings, 2 to 6, so that they fit the page's outline. */
  headingLevel = 3;

  protected readonly viewName = 'source';

  /** Whether the figure or the passage is in the part of the text that is shown. */
  hasPlace(place: TextPlace): boolean {
    return this.view?.hasPlace(place) ?? false;
  }

  /** Opens the section a figure stands in, scrolls to its mark and focuses it. Says whether the text has it. */
  showFigure(indicator: string): Promise<boolean> {
    return this.showPlace({indicator});
  }

  /** As {@link showFigure}, for a figure or for the passage that stands at an offset into the text. */
  async showPlace(place: TextPlace): Promise<boolean> {
    return this.view?.showPlace(place) ?? false;
  }
}

define('qd-source', QdSource);

declare global {
  interface HTMLElementEventMap {
    'qd-show': CustomEvent<ShowDetail>;
  }
  interface HTMLElementTagNameMap {
    'qd-source': QdSource;
  }
  interface HTMLElementEventMap {
    'qd-show': CustomEvent<{report: string; indicator: string}>;
  }
}
