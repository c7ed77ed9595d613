import type {Area, Item, Observation, ReportDocument} from '../src/schema.js';
import {bySize, isQuantity, isShare, type LeadContext} from './area-figures.js';

/** Cards that an area shows; each is an element with a life of its own. */
const MAX_CARDS = 240;
/** Columns of the grid that an area's items stand in. */
const GRID = 12;

/** One work item, or the figures of an area that belong to none, with the room it takes. */
export interface AreaBlock {
  item?: Item;
  /** Shares that stand side by side above the other figures. */
  shares: Observation[];
  /** The other figures; the first may be wide. */
  figures: Observation[];
  isWide: boolean;
  /** Its text stands open beside or in place of figures, because there is room. */
  isOpen: boolean;
  /** Columns of the grid it takes, 4, 8 or 12, and cards in a row. */
  span: 4 | 8 | 12;
  columns: 1 | 2 | 3 | 4;
}

export interface AreaLayout {
  blocks: AreaBlock[];
  documents: ReportDocument[];
  documentSpan: number;
  /** Figures for which there is no card. */
  left: number;
}

/** As many cards in a row as leave the fewest holes. */
function columnsFor(cells: number): 3 | 4 {
  const holes = (columns: number) => (columns - (cells % columns)) % columns;
  return holes(4) < holes(3) ? 4 : 3;
}

function blockOf(item: Item | undefined, own: Observation[], lead: Observation | undefined): AreaBlock {
  const drawable = own.filter(isShare);
  const shares = drawable.length > 1 ? drawable : [];
  const rest = own.filter((figure) => !shares.includes(figure));
  const isWide = lead !== undefined && rest.includes(lead);
  const figures = isWide ? [lead, ...rest.filter((figure) => figure !== lead)] : rest;
  const cells = figures.length + (isWide ? 1 : 0);
  const isFull = shares.length > 0 || cells > 2;
  return {
    item,
    shares,
    figures,
    isWide,
    isOpen: !own.length,
    span: isFull ? GRID : cells === 2 ? 8 : 4,
    columns: isFull ? columnsFor(cells) : cells === 2 ? 2 : 1,
  };
}

/**
 * How the items of an area share its width, in the order of the report: an item is as wide as its cards, and
 * where the next one does not fit beside it, it takes the rest of the row: for a wider first figure, or for its
 * text.
 */
export function areaLayout(
  area: Area,
  observations: readonly Observation[],
  allDocuments: readonly ReportDocument[],
  lead: Observation | undefined,
  {places}: LeadContext,
): AreaLayout {
  const hung = new Set(places.values());
  const items = new Set(area.items.map(({id}) => id));
  const figuresOf = new Map<string | undefined, Observation[]>();
  // A rank is shown on the card of the figure that it ranks.
  const all = observations.filter((observation) => observation.area === area.id && !hung.has(observation));
  for (const observation of all.slice(0, MAX_CARDS)) {
    const key = observation.item && items.has(observation.item) ? observation.item : undefined;
    const figures = figuresOf.get(key);
    if (figures) figures.push(observation);
    else figuresOf.set(key, [observation]);
  }
  const blocks: AreaBlock[] = [];
  const others = figuresOf.get(undefined);
  if (others) blocks.push(blockOf(undefined, others, lead));
  for (const item of area.items) blocks.push(blockOf(item, figuresOf.get(item.id) ?? [], lead));

  const documents = allDocuments.filter((document) => document.area === area.id);
  let used = 0;
  blocks.forEach((block, at) => {
    used = (used + block.span > GRID ? 0 : used) + block.span;
    const next = blocks[at + 1]?.span ?? (documents.length ? 4 : GRID);
    const left = GRID - used;
    if (!left || next <= left) return;
    if (block.figures.length > 1) {
      const first = bySize(block.figures.filter(isQuantity))[0] ?? block.figures[0]!;
      block.figures = [first, ...block.figures.filter((figure) => figure !== first)];
      block.isWide = true;
      block.columns = 3;
    } else if (block.item && left === 8) block.isOpen = true;
    else return;
    block.span = (block.span + left) as AreaBlock['span'];
    used = GRID;
  });
  return {blocks, documents, documentSpan: GRID - (used % GRID), left: Math.max(0, all.length - MAX_CARDS)};
}
