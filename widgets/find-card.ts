import type {Report} from '../src/schema.js';
import {listeners} from './context.js';

/** A tag that shows one figure. */
interface Card extends HTMLElement {
  indicator?: string | null;
  variant?: string;
  outcome?: {report?: Report};
}

/** A tag that can show many figures, and bring one of them to its reader. */
interface FigureList extends Card {
  showRow(indicator: string): boolean;
}

const isShown = (element: Element) => element.getClientRects().length > 0;

/**
 * What on this page shows a figure: the element whose id is the indicator, in the tree of `start` or around it;
 * otherwise a card of that report, one that can be seen before one that can't, a card before a figure in a
 * sentence.
 */
export function findCard(start: Element, report: Report, indicator: string): HTMLElement | undefined {
  const cards = (listeners() as Card[]).filter(
    (card) => card !== start && card.indicator === indicator && card.outcome?.report?.id === report.id,
  );
  for (let root = start.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    const named = (root as ShadowRoot).getElementById?.(indicator);
    // The id may stand on a block around the card; on a card of another report it is not meant.
    if (named && named !== start) {
      const inside = cards.find((card) => named.contains(card));
      if (inside) return inside;
      if (!(named as Card).outcome) return named;
    }
    if (!(root as ShadowRoot).host) break;
  }
  const rank = (card: Card) => (isShown(card) ? 0 : 2) + (card.variant === 'inline' ? 1 : 0);
  return cards.sort((a, b) => rank(a) - rank(b))[0];
}

/** Lets a list of figures that is on the page show this one; says whether one did. */
export function showInList(report: Report, indicator: string): boolean {
  return (listeners() as Array<Partial<FigureList>>).some(
    (list) => list.showRow && list.outcome?.report?.id === report.id && list.showRow(indicator),
  );
}
