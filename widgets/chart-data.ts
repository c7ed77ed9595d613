import {changeBetween} from '../src/change.js';
import {
  compareDecimals,
  groupDigits,
  isDecimal,
  shiftPoint,
  subtractDecimals,
  toBaseUnits,
} from '../src/decimal.js';
import type {FigurePart} from '../src/figure-part.js';
import {localize} from '../src/locale.js';
import {periodSpan, type Span} from '../src/period-span.js';
import type {Figure, Observation, Qualifier, Report, SeriesEntry} from '../src/schema.js';
import type {ChartEnd, ChartShape} from './chart-shape.js';
import {chartWords} from './chart-words.js';
import {displayText} from '../src/display-text.js';
import type {Fault} from './fault.js';
import {figureLanguage} from './figure-language.js';
import {findObservation, type NoFault} from './find-observation.js';
import {formatDate} from '../src/format-date.js';
import {periodName} from '../src/period-name.js';

export type ChartType = 'bar' | 'line' | 'doughnut';

/** One figure of a chart. */
export interface ChartPoint {
  /** Whose figure it is: the name of the indicator, or of the period. */
  name: string;
  /** The figure as printed: 1.1万亿条. */
  printed: string;
  /** The same as a screen reader should say it. */
  spoken: string;
  /** What stands at the mark: the printed figure without scale and unit, in the chart's scale: 11000, 超2240. */
  shown: string;
  /** What the mark stands for, with its scale and unit, where that is not how it is printed: 11000亿条. */
  converted?: string;
  end: ChartEnd;
  /** Length of the mark, for drawing only: 1 is the longest. */
  ratio: number;
  /** The report's own figure. */
  observation?: Observation;
  /** A figure of another period, cited from another page. */
  cited?: SeriesEntry;
}

/** A chart in words and in lengths. */
export interface ChartData {
  points: ChartPoint[];
  /** How it is drawn; absent where there is nothing to set side by side, and the table says it all. */
  shape?: ChartShape;
  /** Whether the points are periods of one indicator. */
  isSeries: boolean;
  title: string;
  /** Below the title: the unit, and what all figures share. */
  subtitle: string;
  /** The unit in the chart's scale: 亿条. */
  unit: string;
  notes: string[];
  /** Before them, where the chart is shown, and where the table is. */
  chartNotes: string[];
  tableNotes: string[];
  /** One sentence for those who do not see it. */
  summary: string;
}

const ENDS: Record<Qualifier, ChartEnd> = {
  about: 'about',
  over: 'more',
  'at-least': 'more',
  nearly: 'less',
  under: 'less',
  'at-most': 'less',
};

/** As many marks as are drawn; beyond, the table stands alone. */
const MOST_POINTS = 2_000;

const DRAWABLE = ['count', 'amount', 'share'];

/** A figure on its way into the chart. */
interface Entry {
  id: string;
  name: string;
  figure: Figure;
  observation?: Observation;
  cited?: SeriesEntry;
}

/** The ids in an attribute, each once: separated by spaces or commas. */
export function indicatorIds(attribute: string | null | undefined): string[] {
  return [...new Set(`${attribute ?? ''}`.split(/[\s,，、;；]+/).filter(Boolean))];
}

/**
 * What a chart of these indicators shows: several side by side, or one over its periods. A fault where they must
 * not be set side by side, naming what differs; `absent` where the report has the indicator in other periods only.
 */
export function chartData(
  report: Report,
  attribute: string | null | undefined,
  type: ChartType,
  language: string,
): (ChartData & NoFault) | Fault | 'absent' {
  const ids = indicatorIds(attribute);
  const observations: Observation[] = [];
  for (const id of ids.length ? ids : [undefined]) {
    const found = findObservation(report, id);
    if (found.code) {
      return report.series?.some(({indicator}) => indicator === id)
        ? 'absent'
        : {...found, attribute: 'indicators'};
    }
    observations.push(found);
  }
  const [only, another] = observations;
  if (!another && type !== 'doughnut') return seriesData(report, only!, type, language);

  const entries = observations.map((observation) => ({
    id: observation.indicator,
    name: displayText(localize(observation.label, language), language),
    figure: observation,
    observation,
  }));
  const why = type === 'doughnut' ? noWhole(entries, report.language) : notComparable(entries);
  if (why) return {code: 'not-comparable', what: ids.join(' '), why};
  return sideBySide(entries, type, language);
}

// What may be set side by side

/** The groups that differ, with the ids in each: 条 (a, b) ≠ PB (c). In the data's own words, so that it is told once. */
function difference(entries: Entry[], key: (entry: Entry) => string): string {
  const [first] = entries;
  if (entries.every((entry) => key(entry) === key(first!))) return '';
  const groups = new Map<string, string[]>();
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry.id]);
  return [...groups].map(([name, ids]) => `${name} (${ids.join(', ')})`).join(' ≠ ');
}

function notComparable(entries: Entry[]): string {
  const places = entries.filter(({figure}) => !isDrawable(figure));
  if (places.length) return places.map(({id, figure}) => `${figure.kind} ${figure.value} (${id})`).join(', ');
  return (
    difference(entries, ({figure}) => figure.kind!) || difference(entries, ({figure}) => figure.unit || '∅')
  );
}

/** Why these are not shares of one whole, if they are not. */
function noWhole(entries: Entry[], language: string): string {
  const others = entries.filter(
    ({figure: {kind, unit, value}}) =>
      kind !== 'share' || unit !== '%' || !isDecimal(value) || compareDecimals(value, '0') < 0,
  );
  if (others.length) {
    return others
      .map(({id, figure}) => `type="doughnut" ≠ ${figure.kind} ${figure.printed} (${id})`)
      .join(', ');
  }
  const wholes =
    entries.length > 1
      ? difference(entries, ({id, figure}) => localize(figure.of?.label, language) || `? ${id}`)
      : '';
  if (wholes) return wholes;
  const rest = entries.reduce((rest, {figure}) => subtractDecimals(rest, figure.value), '100');
  return compareDecimals(rest, '0') < 0
    ? `${entries.map(({figure}) => figure.value).join(' + ')} > 100%`
    : '';
}

function isDrawable({kind, value}: Figure): boolean {
  return DRAWABLE.includes(kind ?? '') && isDecimal(value);
}

// Several indicators

function sideBySide(entries: Entry[], type: ChartType, language: string): ChartData {
  const words = chartWords(language);
  const scaled = inOneScale(entries, language);
  const {points} = scaled;
  const bases = new Set(entries.map(({observation}) => basisName(observation!, language)));
  const [basis = ''] = bases;
  const wholes = new Set(entries.map(({figure}) => wholeName(figure, language)));
  const [whole = ''] = wholes;
  const isAlike = bases.size === 1 && wholes.size === 1;
  const isRing = type === 'doughnut';
  const leader = isAlike && !isRing ? leaderOf(entries, scaled.bases) : undefined;

  const notes: string[] = [];
  if (bases.size > 1) {
    notes.push(
      words.bases(grouped(entries, ({observation}) => basisName(observation!, language) || words.unstated)),
    );
  }
  if (wholes.size > 1) {
    notes.push(words.wholes(grouped(entries, ({figure}) => wholeName(figure, language) || words.unstated)));
  }
  const {kind, unit} = entries[0]!.figure;
  const measure = words.measure(kind!, unit);
  const title =
    entries.length === 1
      ? points[0]!.name
      : isRing
        ? words.shares(entries.length, whole)
        : words.compared(entries.length, measure, leader && points[entries.indexOf(leader)]!.name);
  const isDrawn = points.length <= MOST_POINTS;
  return {
    points,
    isSeries: false,
    title,
    unit: scaled.unit,
    subtitle: words.subtitle(scaled.unit, [
      bases.size === 1 ? basis : '',
      wholes.size === 1 && whole && !title.includes(whole) ? words.ofWhole(whole) : '',
    ]),
    notes,
    chartNotes: isRing && points.length > 1 ? [words.clockwise] : conversionNotes(points, language),
    tableNotes: isDrawn ? [] : [words.tooMany],
    summary: summary(points, isRing ? 'ring' : 'rows', language),
    shape: isDrawn
      ? {
          form: isRing ? 'ring' : 'rows',
          marks: type === 'line' ? 'point' : 'bar',
          accent: leader ? entries.indexOf(leader) : 0,
          hasWhole: scaled.hasWhole,
          points: shapePoints(points),
        }
      : undefined,
  };
}

/** The one that is certainly the largest, whatever the hedges hide. */
function leaderOf(entries: Entry[], bases: string[]): Entry | undefined {
  if (entries.some(({observation}) => observation?.better === 'lower')) return undefined;
  const sized = entries.map((entry, i) => {
    const {qualifier} = entry.figure;
    return {entry, base: bases[i]!, end: qualifier ? ENDS[qualifier] : 'exact'};
  });
  const most = sized.reduce((best, one) => (compareDecimals(one.base, best.base) > 0 ? one : best));
  const isCertain = sized.every(({base, end}, i) =>
    sized[i] === most
      ? end === 'exact' || end === 'more'
      : (end === 'exact' || end === 'less') && compareDecimals(most.base, base) > 0,
  );
  return isCertain ? most.entry : undefined;
}

function grouped(entries: Entry[], key: (entry: Entry) => string): Array<[name: string, labels: string[]]> {
  const groups = new Map<string, string[]>();
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry.name]);
  return [...groups];
}

/** What period a figure covers, where the source says so. */
function basisName({basis}: Observation, language: string): string {
  const words = chartWords(language);
  if (!basis?.startsWith('since-')) return words.basis[basis ?? ''] ?? '';
  return words.since(formatDate(basis.slice('since-'.length), language));
}

function wholeName({kind, of}: Figure, language: string): string {
  return kind === 'share' ? displayText(localize(of?.label, language), language) : '';
}

// One indicator over its periods

function seriesData(report: Report, own: Observation, type: ChartType, language: string): ChartData {
  const words = chartWords(language);
  const label = displayText(localize(own.label, language), language);
  const kept: Array<Entry & {span: Span}> = [
    {
      id: own.indicator,
      name: periodName(report.period, language),
      figure: own,
      observation: own,
      span: report.period,
    },
  ];
  const leftOut: string[] = [];
  for (const cited of report.series ?? []) {
    const span = cited.indicator === own.indicator && periodSpan(cited.period);
    if (!span) continue;
    const name = /-\d\d$/.test(cited.period)
      ? formatDate(cited.period, language)
      : periodName(span, language);
    const figure: Figure = {...cited, kind: own.kind, label: own.label};
    const why = whyLeftOut(own, cited, report.period, language);
    if (why) leftOut.push(words.leftOut(name, plainText(figure, language), why));
    else kept.push({id: own.indicator, name, figure, cited, span});
  }
  // By the day a period ends; of two that end on one day the longer one stands first.
  const order = ({span: {start, end}}: {span: Span}) => `${end} ${start}`;
  kept.sort((a, b) => (order(a) < order(b) ? -1 : 1));

  const {points, unit, hasWhole} = inOneScale(kept, language);
  // A thick line that measures nothing is not drawn.
  const hasMeaning = kept.every(({figure}) => isDrawable(figure)) && (points.length > 1 || hasWhole);
  const isDrawn = hasMeaning && points.length <= MOST_POINTS;
  const isLine = type === 'line';
  const ownAt = kept.findIndex(({observation}) => observation);

  const isCited = kept.some(({cited}) => cited);
  const chartNotes = isCited ? [isLine ? words.hollowPoints : words.hollowBars] : [];
  chartNotes.push(...conversionNotes(points, language));
  if (isLine && !isEven(kept.map(({span}) => span))) chartNotes.push(words.uneven);
  const tableNotes = isCited ? [words.unchecked] : [];
  if (hasMeaning && !isDrawn) tableNotes.push(words.tooMany);
  const notes: string[] = [];
  for (const {name, cited} of kept) {
    const note = displayText(localize(cited?.note, language), language);
    if (note) notes.push(words.noted(name, note));
  }
  if (leftOut.length) notes.push(words.leftOutList(leftOut));
  if (points.length === 1) notes.push(words.onlyOne);

  const whole = wholeName(own, language);
  const form = isLine ? 'columns' : 'rows';
  return {
    points,
    isSeries: true,
    title: words.overTime(label, kept[0]!.name, kept[kept.length - 1]!.name),
    unit,
    subtitle: isDrawn
      ? words.subtitle(unit, [
          basisName(own, language),
          whole && !label.includes(whole) ? words.ofWhole(whole) : '',
        ])
      : '',
    notes,
    chartNotes,
    tableNotes,
    summary: summary(points, form, language),
    shape: isDrawn
      ? {form, marks: isLine ? 'point' : 'bar', accent: ownAt, hasWhole, points: shapePoints(points)}
      : undefined,
  };
}

/** Why an entry is no point of the line, if so; a hedge is no reason. */
function whyLeftOut(own: Observation, cited: SeriesEntry, period: Span, language: string): string {
  const words = chartWords(language);
  const change = changeBetween(own, cited, period);
  if (change.type !== 'listed') return isDecimal(cited.value) || !isDecimal(own.value) ? '' : words.noNumber;
  switch (change.why) {
    case 'not-comparable':
      return displayText(localize(cited.notComparable, language), language);
    case 'same-period':
      return words.samePeriod;
    case 'unit':
      return words.otherUnit(own.unit, cited.unit);
    case 'whole':
      return words.otherWhole;
    case 'basis':
      return words.otherBasis;
    default:
      return '';
  }
}

/** Whether the periods follow each other at even distances, as they are drawn. */
function isEven(spans: Span[]): boolean {
  const months = spans.map(({end}) => Number(end.slice(0, 4)) * 12 + Number(end.slice(5, 7)));
  const steps = months.slice(1).map((month, i) => month - months[i]!);
  return steps.every((step) => step === steps[0]);
}

// Figures

const ENGLISH_SCALES: Record<string, number> = {million: 6, billion: 9, trillion: 12};

function partsOf(figure: Figure, language: string): FigurePart[] {
  return figureLanguage(language)!.parts(figure);
}

const joined = (parts: FigurePart[]) => parts.map(({value}) => value).join('');

const plainText = (figure: Figure, language: string) => joined(partsOf(figure, language));

/** The power of ten that a figure is counted in as the language prints it. */
function printedScale(figure: Figure, language: string): number {
  if (language === 'zh-CN') return figure.scale;
  return ENGLISH_SCALES[partsOf(figure, language).find(({type}) => type === 'scale')?.value ?? ''] ?? 0;
}

/** 亿, 万亿, billion; nothing for 0. */
function scaleWord(scale: number, language: string): string {
  if (language === 'zh-CN') {
    return ' 十百千'.charAt(scale % 4).trim() + (scale % 8 > 3 ? '万' : '') + '亿'.repeat(scale / 8);
  }
  return Object.keys(ENGLISH_SCALES).find((word) => ENGLISH_SCALES[word] === scale) ?? '';
}

/**
 * All figures in one scale, by moving the point only: the smallest that one of them is printed in, as long as no
 * number gets longer than a reader can take in. `hasWhole` where they are all shares, and 1 is 100%; `bases` are the
 * values in base units.
 */
function inOneScale(
  entries: Entry[],
  language: string,
): {points: ChartPoint[]; unit: string; hasWhole: boolean; bases: string[]} {
  const numbers = entries.filter(({figure}) => isDecimal(figure.value));
  const scales = [...new Set(numbers.map(({figure}) => printedScale(figure, language)))].sort(
    (a, b) => a - b,
  );
  const longest = (scale: number) =>
    Math.max(...numbers.map(({figure}) => shiftPoint(figure.value, figure.scale - scale).length));
  const scale =
    (scales.length > 1 ? scales.find((scale) => longest(scale) <= 9) : undefined) ??
    scales.reduce((best, scale) => (longest(scale) < longest(best) ? scale : best), scales[0] ?? 0);

  const unit = unitName(entries[0]!.figure, scale, language);
  const bases = entries.map(({figure: {value, scale}}) => toBaseUnits(value, scale));
  // For the drawing only; the figures themselves stay decimals.
  const sizes = bases.map(Number);
  const isShare = entries.every(({figure: {kind, unit}}) => kind === 'share' && unit === '%');
  const hasWhole = isShare && sizes.every((size) => size >= 0 && size <= 100);
  const full = hasWhole ? 100 : Math.max(...sizes.map(Math.abs)) || 1;

  const points = entries.map(({name, figure, observation, cited}, i) => {
    const isMoved = isDecimal(figure.value) && printedScale(figure, language) !== scale;
    const parts = partsOf(figure, language);
    const printed = joined(parts);
    const shown = shownText(figure, parts, isMoved ? scale : undefined, language);
    return {
      name,
      printed,
      spoken: figureLanguage(language)!.spoken(figure, printed),
      shown,
      converted: isMoved ? chartWords(language).withUnit(shown, unit) : undefined,
      end: figure.qualifier ? ENDS[figure.qualifier] : ('exact' as const),
      ratio: sizes[i]! / full,
      observation,
      cited,
    };
  });
  return {points, unit, hasWhole, bases};
}

/** A figure without its scale and unit, hedge kept; in another scale if one is given. */
function shownText(figure: Figure, parts: FigurePart[], scale: number | undefined, language: string): string {
  if (!parts.some(({type}) => type === 'integer')) return joined(parts);
  const moved = scale === undefined ? undefined : shiftPoint(figure.value, figure.scale - scale);
  const digits = moved === undefined || language === 'zh-CN' ? moved : groupDigits(moved);
  let isFirst = true;
  return parts
    .map(({type, value}) => {
      if (type === 'scale') return '';
      if (type === 'unit') return /^[%‰]$/.test(value) ? value : '';
      if (digits === undefined) return value;
      if (type === 'decimal' || type === 'fraction') return '';
      if (type !== 'integer' || !isFirst) return value;
      isFirst = false;
      return digits;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What the numbers at the marks count: 亿条, billion records. */
function unitName(figure: Figure, scale: number, language: string): string {
  const word = scaleWord(scale, language);
  if (language === 'zh-CN') return word + figure.unit;
  // In the plural.
  const parts = partsOf({...figure, value: '2', printed: undefined, kind: 'count', scale: 0}, language);
  const unit = parts.find(({type}) => type === 'unit')?.value ?? '';
  return (/^\W+$|\$$/.test(unit) ? [unit, word] : [word, unit]).filter(Boolean).join(' ');
}

function conversionNotes(points: ChartPoint[], language: string): string[] {
  const words = chartWords(language);
  const moved = points.filter(({converted}) => converted);
  if (moved.length > 3) return [words.convertedAll];
  return moved.map(({printed, converted}) => words.converted(printed, converted!));
}

function shapePoints(points: ChartPoint[]): ChartShape['points'] {
  return points.map(({ratio, end, cited}) => ({ratio, end, isCited: Boolean(cited)}));
}

function summary(points: ChartPoint[], form: ChartShape['form'], language: string): string {
  const words = chartWords(language);
  const said = (index: number) => `${points[index]!.name} ${points[index]!.spoken}`;
  const all = points.map((_point, index) => index);
  if (points.length <= 8) return words.summary(form, all.map(said));
  const most = all.reduce((best, i) => (points[i]!.ratio > points[best]!.ratio ? i : best), 0);
  const least = all.reduce((best, i) => (points[i]!.ratio < points[best]!.ratio ? i : best), 0);
  return words.longSummary(form, points.length, [said(0), said(points.length - 1)], said(most), said(least));
}
