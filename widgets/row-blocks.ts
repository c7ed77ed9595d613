import {drawing} from './drawing.js';

/**
 * How many rows a browser skips, or lays out, together. One block for each row would cost more than its layout; the
 * larger the block, the more rows beyond the window are laid out with those in it.
 */
export const BLOCK = 20;

/** Rows of a table, drawn without templates and in blocks, of which the page holds nothing but the elements. */
export interface RowBlocks<Item> {
  /** What stands in the template in their place. */
  readonly content: Node;
  /** Whether all rows stand. */
  readonly isWhole: boolean;
  /**
   * Takes note of what is to be drawn. Rows that stand already, in the same order, stay where they are; in another
   * order they are taken along.
   *
   * @param root - Where the rows should stand by now, if they were drawn before.
   * @param words - Other rows are drawn for other words, also of items that stand already.
   */
  show(items: readonly Item[], words: unknown, root: ParentNode | undefined): void;
  /** Draws until all rows stand, or `isEnough` says so; it is asked after each block. */
  draw(isEnough?: (drawn: number) => boolean): void;
  /** After `content` was put in its place. Says whether it is there. */
  settle(root: ParentNode | undefined): boolean;
}

/**
 * @param create - A row for an item.
 * @param fill - Writes an item into a row that has held another language's words.
 */
export function rowBlocks<Item>(
  create: (item: Item) => HTMLElement,
  fill: (row: Element, item: Item) => void,
): RowBlocks<Item> {
  let content = drawing.create('') as Node as DocumentFragment;
  let items: readonly Item[] = [];
  let words: unknown;
  let first: HTMLElement | undefined;
  let last: HTMLElement | undefined;
  let isLive = false;
  /** Rows that stand, and as many of them as say what they should. */
  let standing = 0;
  let told = 0;
  /** The first row that does not. */
  let untold: Element | null = null;
  /** Rows of another order, by what they say. */
  let others: Map<Item, Element> | undefined;
  let isRetold = false;

  function isIn(root: ParentNode | undefined): boolean {
    return Boolean(first && root?.contains(first));
  }

  function startAnew(root: ParentNode | undefined, isOther: boolean): void {
    isRetold = isOther || told < standing;
    others = isIn(root) && standing ? rowsByItem() : undefined;
    content = drawing.create('') as Node as DocumentFragment;
    first = undefined;
    isLive = false;
    standing = told = 0;
    addBlock([]);
  }

  function rowsByItem(): Map<Item, Element> {
    const rows = new Map<Item, Element>();
    let row = first!.firstElementChild;
    for (let at = 0; at < standing && row; at++, row = rowAfter(row)) rows.set(items[at]!, row);
    return rows;
  }

  function addBlock(rows: Element[]): void {
    const block = drawing.create('tbody');
    block.setAttribute('role', 'rowgroup');
    block.append(...rows);
    // A fragment is empty once it has been put into its place.
    if (isLive) last!.after(block);
    else content.append(block);
    first ??= block;
    last = block;
  }

  function rowFor(item: Item): Element {
    const known = others?.get(item);
    if (!known) return create(item);
    if (isRetold) fill(known, item);
    return known;
  }

  return {
    get content() {
      return content;
    },
    get isWhole() {
      return told === items.length;
    },
    show(wanted, wantedWords, root) {
      const isSame =
        isIn(root) &&
        wanted.length >= items.length &&
        (wanted === items || items.every((item, i) => item === wanted[i]));
      if (!isSame) startAnew(root, wantedWords !== words);
      else if (wantedWords !== words) {
        told = 0;
        untold = first!.firstElementChild;
      }
      words = wantedWords;
      items = wanted;
    },
    draw(isEnough) {
      while (told < items.length) {
        if (told < standing) {
          for (let end = Math.min(told + BLOCK, standing); told < end; told++) {
            const row: Element = untold!;
            fill(row, items[told]!);
            untold = rowAfter(row);
          }
        } else {
          const rows = items.slice(told, told + BLOCK - (told % BLOCK)).map(rowFor);
          // The first block stands also where there is no row.
          if (told % BLOCK || !told) last!.append(...rows);
          else addBlock(rows);
          standing = told += rows.length;
          if (told % BLOCK === 0) last!.className = 'full';
        }
        if (isEnough?.(told)) return;
      }
      others = undefined;
    },
    settle: (root) => (isLive = isIn(root)),
  };
}

/** The next row, also of the next block. */
function rowAfter(row: Element): Element | null {
  return row.nextElementSibling ?? row.parentElement!.nextElementSibling?.firstElementChild ?? null;
}

/** Which row of its table it is, counted from 0. */
export function rowIndex(row: HTMLTableRowElement): number {
  let at = row.sectionRowIndex;
  for (let block = row.parentElement!.previousElementSibling; block?.localName === 'tbody';) {
    at += BLOCK;
    block = block.previousElementSibling;
  }
  return at;
}
