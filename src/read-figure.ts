import {HEDGE_LINK, hedgePattern, hedgesAfter, hedgesBefore} from './hedges.js';
import {readNumeral, type Numeral} from './read-numeral.js';
import {readUnit, type UnitFamily} from './read-unit.js';
import type {Qualifier} from './schema.js';

/** A figure as it stands in a text, with what it means. Offsets are UTF-16 code units, end exclusive. */
export type FigureReading = {
  /** The number with its scale: 9200万. */
  start: number;
  end: number;
  /** The whole figure, from hedge to unit: 超9200万元. */
  printed: string;
  printedStart: number;
  printedEnd: number;
  /** A decimal string; 首 is `1`. */
  value: string;
  /** Power of ten, and its words as written; 0 and empty when there are none. */
  scale: number;
  scaleText: string;
  unit: string;
  unitFamily?: UnitFamily;
  /** The hedge, and its word as written; absent and empty when the figure is exact. */
  qualifier?: Qualifier;
  qualifierText: string;
  /** What makes the number a place in an order; empty for a quantity. */
  ordinal: '第' | '首' | '前' | '';
  numeral: Numeral;
};

/**
 * The figure whose number, or the hedge or 第 in front of it, stands at an offset of a text; `undefined`
 * where none does. It is read by grammar, whether it is an indicator, a date or part of a name.
 */
export function readFigure(text: string, at = 0): FigureReading | undefined {
  LEAD.lastIndex = at;
  const start = at + LEAD.exec(text)![0].length;
  // Numerals such as 百 in 百分之三十 are part of the hedge's side only when something follows them.
  return readFigureAt(text, start) ?? (start === at ? undefined : readFigureAt(text, at));
}

/**
 * Like {@link readFigure}, for the offset of the number itself. `rareUnit` is taken for the unit where it
 * stands behind the number and no known unit does.
 */
export function readFigureAt(text: string, start: number, rareUnit = ''): FigureReading | undefined {
  const numeral = text.charAt(start) === '首' ? firstPlace(start) : readNumeral(text, start);
  if (!numeral) return undefined;

  const behind = text.slice(Math.max(0, start - WINDOW), start);
  const fractionOf = /[百千]分之$/.exec(behind)?.[0] ?? '';
  const ordinal = numeral.value && text.charAt(start) === '首' ? '首' : /第$/.test(behind) ? '第' : '';
  const front = behind.slice(0, behind.length - fractionOf.length - (ordinal === '第' ? 1 : 0));
  const inside =
    numeral.hedge || (isRound(numeral) ? (/^[余多来]/.exec(text.charAt(numeral.end))?.[0] ?? '') : '');
  const unitAt = numeral.end + (inside && !numeral.hedge ? 1 : 0);
  const isInsideHedge = inside && (numeral.hedge || isHedgeInside(text, numeral.end));
  const unitFrom = isInsideHedge ? unitAt : numeral.end;
  const unit = readUnit(text, unitFrom) ?? readRareUnit(text, unitFrom, rareUnit);
  const unitEnd = unit ? unit.end : unitFrom;

  let printedEnd = unitEnd;
  let printedStart = start - fractionOf.length - (ordinal === '第' ? 1 : 0);
  let qualifier: Qualifier | undefined;
  let qualifierText = '';
  const before = hedgeBefore(front, numeral, unit?.family);
  const after = isInsideHedge ? undefined : hedgeAfter(text, unitEnd, Boolean(unit));
  if (before) {
    printedStart -= before.length;
    ({qualifier, qualifierText} = before);
  } else if (isInsideHedge) {
    [qualifier, qualifierText] = ['over', inside];
  }
  if (after) {
    printedEnd += after.qualifierText.length;
    if (!before) ({qualifier, qualifierText} = after);
  }
  const isTop = !before && !ordinal && isTopOf(front, unit?.unit);
  if (isTop) {
    printedStart -= 1;
    [qualifier, qualifierText] = ['at-most', '前'];
  }
  return {
    start,
    end: numeral.end,
    printed: text.slice(printedStart, printedEnd),
    printedStart,
    printedEnd,
    value: numeral.value,
    scale: numeral.scale,
    scaleText: numeral.scaleText,
    unit: fractionOf
      ? fractionOf.charAt(0) === '百'
        ? '%'
        : '‰'
      : unit?.unit === '％'
        ? '%'
        : (unit?.unit ?? ''),
    ...(fractionOf ? {unitFamily: 'share' as const} : unit?.family && {unitFamily: unit.family}),
    ...(qualifier && {qualifier}),
    qualifierText,
    ordinal: isTop ? '前' : ordinal,
    numeral,
  };
}

/** No hedge with its link is longer. */
const WINDOW = 12;
const LEAD = new RegExp(`(?:(?:${hedgePattern(hedgesBefore)})${HEDGE_LINK}|[前上])?(?:[百千]分之)?第?`, 'y');
const BEFORE = new RegExp(`(?:${hedgesBefore.map((row) => `(${row[1]})`).join('|')})${HEDGE_LINK}$`);
const AFTER = new RegExp(`(?:${hedgesAfter.map((row) => `(${row[1]})`).join('|')})`, 'y');
/** Characters before which the word is another one: 节约200万元 hedges nothing, 附近3家 neither. */
const COMPOUNDS = new Map([
  ['约', '节签预合制条公违契简履大邀相特'],
  ['近', '最附邻就靠临贴亲远新晋'],
  ['超', '高反赶'],
  ['突破', '新'],
]);

function readRareUnit(
  text: string,
  at: number,
  unit: string,
): {end: number; unit: string; family?: undefined} | undefined {
  return unit && text.startsWith(unit, at) ? {end: at + unit.length, unit} : undefined;
}

function firstPlace(start: number): Numeral {
  return {
    start,
    end: start + 1,
    value: '1',
    scale: 0,
    scaleText: '',
    hedge: '',
    style: 'hanzi',
    isSequence: false,
    isBare: false,
  };
}

function hedgeBefore(
  front: string,
  numeral: Numeral,
  family: UnitFamily | undefined,
): {length: number; qualifier: Qualifier; qualifierText: string} | undefined {
  const match = BEFORE.exec(front);
  if (!match) {
    // 上百家, 上千万元; not 网上百姓.
    const isOver = numeral.isBare && /(?:^|[^网线以之路海身晚早])上$/.test(front);
    return isOver ? {length: 1, qualifier: 'over', qualifierText: '上'} : undefined;
  }
  const index = match.slice(1).findIndex(Boolean);
  const qualifierText = match[index + 1]!;
  if (COMPOUNDS.get(qualifierText)?.includes(front.charAt(match.index - 1) || ' ')) return undefined;
  // 近3年 are the last three, not nearly three.
  if (qualifierText === '近' && family === 'time') return undefined;
  return {length: match[0].length, qualifier: hedgesBefore[index]![0], qualifierText};
}

function hedgeAfter(
  text: string,
  at: number,
  hasUnit: boolean,
): {qualifier: Qualifier; qualifierText: string} | undefined {
  AFTER.lastIndex = at;
  const match = AFTER.exec(text);
  if (!match) return undefined;
  const index = match.slice(1).findIndex(Boolean);
  const qualifierText = match[0];
  const next = text.charAt(at + qualifierText.length);
  if (
    qualifierText.length === 1 &&
    (qualifierText !== '多' || !hasUnit || /[数种样元地个部家层次级方维媒点]/.test(next))
  )
    return undefined;
  if (qualifierText === '上下' && /[班游级联]/.test(next)) return undefined;
  return {qualifier: hedgesAfter[index]![0], qualifierText};
}

/** 余, 多 and 来 follow tens, hundreds, … only: 三多 and 1来 are words. */
function isRound(numeral: Numeral): boolean {
  return numeral.style === 'digits' || numeral.value.length > 1 || numeral.scale > 0;
}

function isHedgeInside(text: string, at: number): boolean {
  const word = text.charAt(at);
  if (word === '来') return Boolean(readUnit(text, at + 1));
  return word === '余' ? !/[额热量]/.test(text.charAt(at + 1)) : !/[元样边数]/.test(text.charAt(at + 1));
}

/** 前3位 are the top three; 目前3位 are three. */
function isTopOf(front: string, unit: string | undefined): boolean {
  return (
    /(?:^|列|居|排名?|进入?|入围|跻身|[国省市区球]|排在)前$/.test(front) && (!unit || /^[位名强]$/.test(unit))
  );
}
