import {groupDigits, isDecimal, shiftPoint} from './decimal.js';
import {digitParts, part, type FigurePart} from './figure-part.js';
import type {Figure, Qualifier} from './schema.js';

/** A figure's pieces in English. The point is moved and nothing is rounded: 921.61亿次 is 92.161 billion calls. */
export function englishFigureParts(figure: Figure): FigurePart[] {
  return parts(figure).filter(({value}) => value);
}

/** What a screen reader is to say, hedge included, as one phrase: `over 92 million yuan`, `ranked 9th`. */
export function spokenEnglishFigure(figure: Figure): string {
  const pieces = englishFigureParts(figure);
  const isRank = figure.kind === 'rank' && pieces.some((part) => part.type === 'ordinal');
  const isOne =
    pieces.some((part) => /^−?1$/.test(part.value)) &&
    !pieces.some((part) => /decimal|scale/.test(part.type));
  let phrase = isRank ? 'ranked ' : '';
  let ending = '';
  for (const {type, value} of pieces) {
    const words = type === 'unit' ? UNIT_WORDS.get(value) : undefined;
    if (!words) phrase += value;
    else ending = ` ${words.replace('*', isOne ? '' : 's')}`;
  }
  return phrase.trim().replace('−', 'minus ') + ending;
}

const ENGLISH_QUALIFIERS: Record<Qualifier, string> = {
  over: 'over',
  'at-least': 'at least',
  nearly: 'nearly',
  about: 'about',
  under: 'under',
  'at-most': 'at most',
};

const RATINGS = table(
  '非常高Very=high 高High 较高Fairly=high 中Medium 较低Fairly=low 低Low 优秀Excellent 良好Good 合格Pass 不合格Fail',
);
const CURRENCIES = table('元¥ 美元US$ 欧元€ 港元HK$');

/** English for what is counted: `*` takes the plural; nothing where the label says it already. */
const UNITS = table(
  '条record* 路feed* 架次flight* 年year* 个月month* 月month* 天day* 日day* 周week* 小时hour* 分钟minute* ' +
    '秒second* 个工作日working=day* 次time* 倍time* 人people 人次person-time* 户household* 场event* 套set* 辆vehicle* ' +
    '吨tonne* 笔transaction* 星级star* 亩mu 公顷hectare* 公里km 米m 平方米m² 平方公里km² 千瓦时kWh ' +
    '个百分点percentage=point* 百分点percentage=point* 个 项 家 种 位 名 件 项次 类 所 处 座 支 份 台',
);

/** Rows of Chinese and what it is in English, in which `=` is a space. */
function table(rows: string): Map<string, string> {
  return new Map(
    rows.split(' ').map((row) => {
      const start = row.search(/[!-~¥€]|$/);
      return [row.slice(0, start), row.slice(start).replace('=', ' ')];
    }),
  );
}

/** What 次 counts, where the label says it. */
const OCCASION = /\b(call|visit|view|download|inspection|check|trip|session|request|login|use)s?\b/i;

function parts(figure: Figure): FigurePart[] {
  const {value, scale, unit, qualifier, kind, printed = ''} = figure;
  if (!isDecimal(value)) return [part('literal', RATINGS.get(value) ?? value), ...englishUnit(figure, false)];

  const isTier = kind === 'tier';
  if (isTier || kind === 'rank' || (!kind && /第|首/.test(printed))) {
    const isTop = qualifier === 'at-most';
    return [
      ...hedgeParts(isTop ? 'top' : qualifier && ENGLISH_QUALIFIERS[qualifier]),
      part('integer', groupDigits(value)),
      part('ordinal', isTop ? '' : ordinalEnding(value)),
      ...(isTier || unit === '梯队' ? [part('literal', ' '), part('unit', 'tier')] : []),
    ];
  }

  const sign = value.charAt(0) === '-' ? '−' : '';
  const digits = value.slice(sign.length);
  const [exponent, word] = englishScale(digits, scale);
  const number = groupDigits(shiftPoint(digits, scale - exponent));
  const currency = CURRENCIES.get(unit);
  return [
    ...hedgeParts(qualifier && ENGLISH_QUALIFIERS[qualifier]),
    ...(currency ? [part('literal', sign), part('unit', currency)] : []),
    ...digitParts(currency ? number : sign + number),
    ...(word ? [part('literal', ' '), part('scale', word)] : []),
    ...(currency ? [] : englishUnit(figure, !word && number === '1')),
  ];
}

/** The power of ten to count in and its name. Below a million, and where the report spells it out, none. */
function englishScale(digits: string, scale: number): [exponent: number, word: string] {
  if (!scale) return [0, ''];
  const length = shiftPoint(digits, scale).split('.')[0]!.length;
  if (length > 12) return [12, 'trillion'];
  if (length > 9) return [9, 'billion'];
  return length > 6 ? [6, 'million'] : [0, ''];
}

function englishUnit({unit, label}: Figure, isOne: boolean): FigurePart[] {
  if (unit === '%' || unit === '‰') return [part('unit', unit)];
  const occasion = /^(?:人|项)?次$/.test(unit) && OCCASION.exec(label?.['en'] ?? '');
  const word = occasion ? `${occasion[1]!.toLowerCase()}*` : (UNITS.get(unit) ?? unit);
  return word ? [part('literal', ' '), part('unit', word.replace('*', isOne ? '' : 's'))] : [];
}

function ordinalEnding(value: string): string {
  const ending = ['th', 'st', 'nd', 'rd'][Number(value.slice(-1))] ?? 'th';
  return value.charAt(value.length - 2) === '1' ? 'th' : ending;
}

function hedgeParts(word: string | undefined): FigurePart[] {
  return word ? [part('qualifier', word), part('literal', ' ')] : [];
}

const UNIT_WORDS = new Map([
  ['%', 'percent'],
  ['‰', 'per mille'],
  ['¥', 'yuan'],
  ['US$', 'US dollar*'],
  ['€', 'euro*'],
  ['HK$', 'Hong Kong dollar*'],
  ['MB', 'megabyte*'],
  ['GB', 'gigabyte*'],
  ['TB', 'terabyte*'],
  ['PB', 'petabyte*'],
  ['EB', 'exabyte*'],
  ['km', 'kilometre*'],
  ['m', 'metre*'],
  ['m²', 'square metre*'],
  ['km²', 'square kilometre*'],
  ['kWh', 'kilowatt-hour*'],
]);
