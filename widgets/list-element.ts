import {isServer, type PropertyValues} from 'lit';
import type {Report} from '../src/schema.js';
import './templates.js';
import {drawSlices, SLICE} from './draw-slices.js';
import {drawElement, drawing} from './drawing.js';
import {frameWords} from './frame-words.js';
import {ReportElement} from './report-element.js';

/** With more rows than this, so many at a time are skipped while they are out of sight: whole lines of up to 4 columns. */
const MANY = 50;
const BLOCK = 12;

/**
 * A tag that is a list. Its rows are drawn once, and stay the same rows in other words; those that fill no window any
 * more are drawn in tasks of their own.
 */
export abstract class ListElement<Item extends object> extends ReportElement {
  /** What has a row each. */
  protected items: readonly Item[] = [];

  /** What stands in the list. */
  protected rows?: Node;

  #rowItems: readonly Item[] = [];
  #rowsOf?: Report;
  #rowsFor = '';
  /** The first and the last that stands in the list: a row, or a block of them. */
  #first?: Element;
  #last?: Element;
  /** How many rows say what they should. */
  #told = 0;
  #readyFor?: unknown;

  readonly #slices = drawSlices(
    (isEnough) => this.#drawRows(isEnough),
    () => !this.isBusy,
    () => this.requestUpdate(),
  );

  /** Whether rows are still to be drawn. */
  protected get isBusy(): boolean {
    return this.#told < this.#rowItems.length;
  }

  /** The class of a row, and the part that it is. */
  protected abstract readonly rowName: [className: string, part: string];

  /** What the words of a row depend on, but for the language. */
  protected get rowKey(): unknown {
    return '';
  }

  /** Writes an item into a row, which is empty or has held it in other words. */
  protected abstract fillRow(row: HTMLElement, item: Item): void;

  /** All rows that stand, in order. */
  protected get standingRows(): HTMLElement[] {
    return Array.from(this.renderRoot.querySelectorAll<HTMLElement>('.rows [role=listitem]'));
  }

  /** With all rows, also where they are drawn in slices. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isDone = await super.getUpdateComplete();
    const {whole} = this.#slices;
    if (!whole) return isDone;
    await whole;
    return this.getUpdateComplete();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // It goes on when the element is drawn in its new place.
    this.#slices.stop();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.state !== 'ready') return;
    const {items, language, look, renderRoot} = this;
    const {report} = this.outcome;
    const key = [language, frameWords(language).source, look.theme, look.text, this.rowKey].join();
    // What a server has drawn is whole, and so is what takes its place.
    const isServed = isServer || (!this.rows && renderRoot.querySelector('.rows'));
    // Once something else has been shown, they are no longer there.
    const stands =
      report === this.#rowsOf &&
      this.#isIn(renderRoot) &&
      items.length === this.#rowItems.length &&
      items.every((item, i) => item === this.#rowItems[i]);
    if (!stands) {
      this.rows = drawing.create('');
      this.#first = this.#last = undefined;
      this.#told = 0;
    } else if (key !== this.#rowsFor) this.#told = 0;
    [this.#rowItems, this.#rowsOf, this.#rowsFor] = [items, report, key];
    const end = Date.now() + SLICE;
    this.#drawRows(isServed ? undefined : () => this.#told >= MANY && Date.now() > end);
  }

  #isIn(root: ParentNode | undefined): boolean {
    return Boolean(this.#first && root?.contains(this.#first));
  }

  #drawRows(isEnough?: () => boolean): void {
    const items = this.#rowItems;
    const [name, part] = this.rowName;
    const isLong = items.length > MANY;
    const isLive = this.#isIn(this.renderRoot);
    const standing = isLive ? this.standingRows : [];
    while (this.#told < items.length) {
      const rows: HTMLElement[] = [];
      for (const item of items.slice(this.#told, this.#told + BLOCK)) {
        let row = standing[this.#told++];
        if (!row) {
          row = drawElement('li', name, part);
          // Said, since in a long list there is a block between the list and it.
          row.setAttribute('role', 'listitem');
          rows.push(row);
        }
        this.fillRow(row, item);
      }
      if (rows.length) {
        const added = isLong ? [drawElement('div', 'block', '', ...rows)] : rows;
        if (isLong) added[0]!.setAttribute('role', 'none');
        // A fragment is empty once it has been put into its place.
        if (isLive) this.#last!.after(...added);
        else (this.rows as DocumentFragment).append(...added);
        this.#first ??= added[0];
        this.#last = added[added.length - 1];
      }
      if (isEnough?.()) break;
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (this.state === 'ready') this.#slices.drawOn();
    else this.#slices.stop();
    super.updated(changed);
  }

  /** Told of once it stands whole. */
  protected override get readyKey(): unknown {
    if (!this.isBusy) this.#readyFor = super.readyKey;
    return this.#readyFor;
  }
}
