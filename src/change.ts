import {compareDecimals, isDecimal, shiftPoint, subtractDecimals, toBaseUnits} from './decimal.js';
import {periodSpan, type Span} from './period-span.js';
import type {Observation, Qualifier, Report, SeriesEntry} from './schema.js';

/** Why two figures are listed side by side and nothing is worked out between them. */
export type WhyListed =
  /** The data say that they must not be compared; their reason goes with it. */
  | 'not-comparable'
  /** Both are figures for the report's own period. */
  | 'same-period'
  /** They count in different units. */
  | 'unit'
  /** The report's figure covers a span of its own (since 2024, this year so far); the other one's is not known. */
  | 'basis'
  /** They are parts, or places, of different wholes. */
  | 'whole'
  /** One, or both, are hedged so that not even a bound of the change follows. */
  | 'hedged'
  | 'both-hedged';

/** An exact fraction of two decimals: the difference, and what it is measured from. */
export interface Rate {
  numerator: string;
  denominator: string;
}

/** From the earlier to the later of two figures. */
export type Change =
  | {
      type: 'difference';
      /** What it is counted in: the figures' unit, percentage points, or places of a rank. */
      measure: 'units' | 'points' | 'places';
      /** Which way the number goes. A rank that rises goes `down`: 9th to 7th. */
      direction: 'up' | 'down' | 'same';
      /** How far, in base units, without a sign. */
      size: string;
      /** Whether the size is exact, or the hedges of the two figures leave a bound only. */
      bound: 'exact' | 'at-least' | 'at-most';
      /** The size as a share of the earlier figure, where that means something. */
      rate?: Rate;
      /** Only where the data say which way is better. */
      verdict?: 'better' | 'worse';
    }
  /** A tier or a rating, which can only be the same or another. */
  | {type: 'place'; isSame: boolean}
  | {type: 'listed'; why: WhyListed};

type Compared = Pick<SeriesEntry, 'value' | 'scale' | 'unit' | 'qualifier' | 'of'>;

/** What a hedge says of the true value: more than the printed one, less, neither, or exactly it. */
const SIDES: Record<Qualifier, 'more' | 'less' | 'unknown'> = {
  over: 'more',
  'at-least': 'more',
  nearly: 'less',
  under: 'less',
  'at-most': 'less',
  about: 'unknown',
};

/** Whether an entry lies before the report's period, after it, or ends with it. */
export function entryOrder(
  {period}: Pick<SeriesEntry, 'period'>,
  reportPeriod: Span,
): 'earlier' | 'later' | 'same' {
  const end = periodSpan(period)?.end ?? '';
  return end < reportPeriod.end ? 'earlier' : end > reportPeriod.end ? 'later' : 'same';
}

/**
 * The entry of an indicator's series that is asked for: by its period as written there (`2023`), or the nearest
 * one before (`previous`) or after (`next`) the report's period.
 */
export function findEntry(
  {series, period: reportPeriod}: Pick<Report, 'series' | 'period'>,
  indicator: string,
  asked: string,
): SeriesEntry | undefined {
  const entries = (series ?? []).filter((entry) => entry.indicator === indicator);
  if (asked !== 'previous' && asked !== 'next') return entries.find(({period}) => period === asked);
  const isNext = asked === 'next';
  const end = (entry: SeriesEntry) => periodSpan(entry.period)!.end;
  return entries
    .filter((entry) => entryOrder(entry, reportPeriod) === (isNext ? 'later' : 'earlier'))
    .reduce<SeriesEntry | undefined>(
      (nearest, entry) =>
        !nearest || (isNext ? end(entry) < end(nearest) : end(entry) > end(nearest)) ? entry : nearest,
      undefined,
    );
}

/**
 * The change between a report's figure and the same indicator in another period, from the earlier one to the
 * later. Exact where both figures are; a bound where one hedge leaves one; otherwise why it is not worked out.
 *
 * An entry of a series has no basis of its own, and stands in the data as comparable unless it says otherwise. A
 * running total (`cumulative`) is therefore set against it; a figure for a span of its own (`since-…`,
 * `year-to-date`) is not, because half a year must not be measured against a whole one.
 */
export function changeBetween(observation: Observation, entry: SeriesEntry, reportPeriod: Span): Change {
  const why = whyNot(observation, entry, reportPeriod);
  if (why) return {type: 'listed', why};
  const {kind, better} = observation;
  if (kind === 'tier' || kind === 'rating' || !isDecimal(observation.value)) {
    if (observation.qualifier || entry.qualifier) return hedged(observation, entry);
    const isSame = [observation.value, entry.value].every(isDecimal)
      ? !compareDecimals(observation.value, entry.value)
      : observation.value === entry.value;
    return {type: 'place', isSame};
  }
  const [earlier, later] =
    entryOrder(entry, reportPeriod) === 'later' ? [observation, entry] : [entry, observation];
  if (!isDecimal(entry.value) || (kind === 'rank' && (earlier.qualifier || later.qualifier))) {
    return hedged(observation, entry);
  }

  const from = toBaseUnits(earlier.value, earlier.scale);
  const difference = subtractDecimals(toBaseUnits(later.value, later.scale), from);
  const sign = compareDecimals(difference, '0');
  const size = difference.replace('-', '');
  const side = boundSide(earlier.qualifier, later.qualifier);
  // A bound of zero says which way at most, and not how far.
  if (side === 'unknown' || (side !== 'exact' && !sign)) return hedged(observation, entry);
  // At least as much as a rise, or at most as much as a fall: the same bound from below.
  const bound = side === 'exact' ? 'exact' : (side === 'more') === sign > 0 ? 'at-least' : 'at-most';
  const direction = sign > 0 ? 'up' : sign < 0 ? 'down' : 'same';
  const isShare = earlier.unit === '%' || earlier.unit === '‰';
  const measure = kind === 'rank' ? 'places' : isShare ? 'points' : 'units';
  const isRated = measure === 'units' && sign && compareDecimals(from, '0') > 0;
  return {
    type: 'difference',
    measure,
    direction,
    size,
    bound,
    ...(isRated ? {rate: {numerator: size, denominator: from}} : {}),
    ...(better && sign && bound !== 'at-most'
      ? {verdict: (better === 'higher') === sign > 0 ? 'better' : 'worse'}
      : {}),
  };
}

/**
 * The entries of an indicator that make one line with the report's own figure, which is among them as
 * `undefined`: in the order of time, the report's own figure for its period. Empty where there are fewer than
 * three, and for what is no quantity.
 */
export function comparableEntries(
  observation: Observation,
  {series, period: reportPeriod}: Pick<Report, 'series' | 'period'>,
): Array<SeriesEntry | undefined> {
  const {kind, value} = observation;
  if (kind === 'rank' || kind === 'tier' || kind === 'rating' || !isDecimal(value)) return [];
  const line: Array<[end: string, entry?: SeriesEntry]> = [[reportPeriod.end]];
  for (const entry of series ?? []) {
    if (entry.indicator !== observation.indicator || !isDecimal(entry.value)) continue;
    if (whyNot(observation, entry, reportPeriod)) continue;
    const {end} = periodSpan(entry.period)!;
    // Of two entries that end on one day the first stands.
    if (!line.some(([other]) => other === end)) line.push([end, entry]);
  }
  if (line.length < 3) return [];
  return line.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/**
 * A rate in percent, to one decimal: to the nearest where it is exact, towards the side that stays true where it
 * is a bound. `isRounded` where digits were cut.
 */
export function ratePercent(
  {numerator, denominator}: Rate,
  bound: 'exact' | 'at-least' | 'at-most' = 'exact',
): {percent: string; isRounded: boolean} {
  const decimals = Math.max(...[numerator, denominator].map((text) => (text.split('.')[1] ?? '').length));
  const whole = (text: string, places: number) => BigInt(shiftPoint(text, decimals + places));
  // Tenths of a percent.
  const dividend = whole(numerator, 3);
  const divisor = whole(denominator, 0);
  const rest = dividend % divisor;
  const isRounded = Boolean(rest);
  const up = bound === 'at-most' ? isRounded : bound === 'exact' && rest + rest >= divisor;
  return {percent: toBaseUnits(String(dividend / divisor + BigInt(up ? 1 : 0)), -1), isRounded};
}

/**
 * A size in base units as a report would print it, in the scale of the two figures: 3800000000 beside 2202亿 is 38
 * in 8. One too small for that scale is counted in the next smaller one that Chinese has a name for.
 */
export function scaleSize(size: string, scale: number): {value: string; scale: number} {
  let fit = scale;
  while (fit && compareDecimals(shiftPoint(size, -fit), '1') < 0) fit = fit > 8 ? 8 : fit > 4 ? 4 : 0;
  return {value: toBaseUnits(size, -fit), scale: fit};
}

function whyNot(observation: Observation, entry: SeriesEntry, reportPeriod: Span): WhyListed | undefined {
  if (entry.notComparable) return 'not-comparable';
  if (entryOrder(entry, reportPeriod) === 'same') return 'same-period';
  if (entry.unit !== observation.unit) return 'unit';
  if (isOtherWhole(observation.of, entry.of)) return 'whole';
  if (/^(?:since|year)/.test(observation.basis ?? '')) return 'basis';
  return undefined;
}

/** Whether both say what they are part of, and say different things. */
function isOtherWhole(a: Compared['of'], b: Compared['of']): boolean {
  if (!a || !b) return false;
  if (a.value && b.value && compareDecimals(a.value, b.value)) return true;
  const languages = Object.keys(a.label ?? {}).filter((language) => b.label?.[language]);
  return languages.some((language) => a.label![language] !== b.label![language]);
}

/** On which side of the difference of the printed values the true one lies. */
function boundSide(
  earlier: Qualifier | undefined,
  later: Qualifier | undefined,
): 'exact' | 'more' | 'less' | 'unknown' {
  const raised = later ? SIDES[later] : 'exact';
  const from = earlier ? SIDES[earlier] : 'exact';
  // More to begin with is less of a change.
  const lowered = from === 'more' ? 'less' : from === 'less' ? 'more' : from;
  if (raised === 'exact') return lowered;
  return lowered === 'exact' || lowered === raised ? raised : 'unknown';
}

function hedged(a: Compared, b: Compared): Change {
  return {type: 'listed', why: a.qualifier && b.qualifier ? 'both-hedged' : 'hedged'};
}
