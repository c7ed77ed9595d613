import {compareDecimals, isDecimal, toBaseUnits} from '../src/decimal.js';
import type {Observation} from '../src/schema.js';

const baseOf = ({value, scale}: Observation) => (isDecimal(value) ? toBaseUnits(value, scale) : '0');

/** Whether a figure says how much or how many, not where something stands or what part it is. */
export const isQuantity = ({kind}: Observation) => kind === 'count' || kind === 'amount';

/** Whether a figure can be drawn as a part of a whole. */
export const isShare = ({kind, unit, value}: Observation) =>
  kind === 'share' && unit === '%' && Number(value) >= 0 && Number(value) <= 100;

/** Largest first, in base units; equal ones in the order given. For arranging only: units are not compared. */
export function bySize(figures: readonly Observation[]): Observation[] {
  return figures
    .map((figure, at) => ({figure, base: baseOf(figure), at}))
    .sort((a, b) => compareDecimals(b.base, a.base) || a.at - b.at)
    .map(({figure}) => figure);
}

/**
 * The figures of a report that a chart can set side by side: counts of the same thing, each so large that it
 * is counted in thousands or more (万, 亿). Such a unit says what is counted (条, records), while the units of
 * small counts (个, 家, 项) are those of everything. The largest group of three or more; none if there is none.
 */
export function chartGroup(observations: readonly Observation[]): Observation[] {
  const groups = new Map<string, Observation[]>();
  for (const observation of observations) {
    if (observation.kind !== 'count' || observation.scale < 3 || !observation.unit) continue;
    const group = groups.get(observation.unit);
    if (group) group.push(observation);
    else groups.set(observation.unit, [observation]);
  }
  let largest: Observation[] = [];
  for (const group of groups.values()) if (group.length > largest.length) largest = group;
  return largest.length < 3 ? [] : largest;
}

/** Ranks by the figure they rank: the quantity just before them in the same sentence. */
export function placesOf(observations: readonly Observation[]): Map<Observation, Observation> {
  const places = new Map<Observation, Observation>();
  let last: Observation | undefined;
  const inOrder = [...observations].sort((a, b) => a.provenance.figureStart - b.provenance.figureStart);
  for (const observation of inOrder) {
    const isPlace = observation.kind === 'rank' || observation.kind === 'tier';
    if (isPlace && last && last.provenance.start === observation.provenance.start) {
      places.set(last, observation);
    }
    last = isQuantity(observation) && observation.area ? observation : undefined;
  }
  return places;
}

/** What the choice of leading figures needs to know of a report. */
export interface LeadContext {
  /** Indicators an editor chose, in order. */
  leads: readonly string[];
  charted: ReadonlySet<Observation>;
  places: ReadonlyMap<Observation, Observation>;
}

export function leadContext(
  observations: readonly Observation[],
  leads: readonly string[] = [],
): LeadContext {
  return {leads, charted: new Set(chartGroup(observations)), places: placesOf(observations)};
}

/**
 * The figure that leads an area: the one an editor chose; else the one whose rank the report states in the
 * same sentence; else the largest quantity that is not in the chart; else the largest quantity.
 */
export function leadOf(
  figures: readonly Observation[],
  {leads, charted, places}: LeadContext,
): Observation | undefined {
  for (const lead of leads) {
    const chosen = figures.find(({indicator}) => indicator === lead);
    if (chosen) return chosen;
  }
  const quantities = figures.filter(isQuantity);
  return (
    quantities.find((figure) => places.has(figure)) ??
    bySize(quantities.filter((figure) => !charted.has(figure)))[0] ??
    bySize(quantities)[0] ??
    figures[0]
  );
}
