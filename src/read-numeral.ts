import {shiftPoint, subtractDecimals} from './decimal.js';

/** A number in a text, in digits or in Chinese numerals, with the scale it is counted in. */
export type Numeral = {
  /** Offsets of the number with its scale; a hedge inside it, as in 20多万, belongs to them. */
  start: number;
  end: number;
  /** A decimal string in half-width digits. */
  value: string;
  /** Power of ten, and the words for it as written. */
  scale: number;
  scaleText: string;
  /** 多, 余 or 来 between number and scale; else empty. */
  hedge: string;
  style: 'digits' | 'hanzi';
  /** Numerals without a unit of ten among them: 二〇二四, which may be a year or no number at all. */
  isSequence: boolean;
  /** Begins with a bare unit of ten: 百, 千万. As a number it wants a hedge or a unit; mostly it is a word. */
  isBare: boolean;
};

const DIGITS = /[\d０-９]{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|[\d０-９]+(?:[.．][\d０-９]+)?/y;
const HANZI = /[〇零一二两三四五六七八九十百千万亿兆]+(?:点[〇零一二三四五六七八九]+[万亿]*)?/y;
const SCALE_TAIL = /([多余来]?)([十百千万亿兆]+)/y;
const NEXT_TERM = /\d+[十百千万亿]*/y;
/** Longer runs are codes, not quantities. */
const MAX_LENGTH = 40;

const DIGIT_VALUES = new Map(
  '〇0零0一1二2两2三3四4五5六6七7八8九9'.match(/../g)!.map((pair) => [pair[0]!, Number(pair[1])]),
);
const EXPONENTS = new Map('十1百2千3万4亿8'.match(/../g)!.map((pair) => [pair[0]!, Number(pair[1])]));

/** The power of ten that words such as 千万 stand for. */
export function scaleExponent(words: string): number {
  return [...words].reduce((sum, word) => sum + (word === '兆' ? 12 : (EXPONENTS.get(word) ?? 0)), 0);
}

/**
 * The number that begins at an offset; `undefined` where none does, or where Chinese numerals stand in an
 * order that makes no number, as in 一五十百千万. A sign in front belongs to it, where it is no dash.
 */
export function readNumeral(text: string, at: number): Numeral | undefined {
  return readDigits(text, at) ?? readHanzi(text, at);
}

/** The end of the run of digits or Chinese numerals at an offset, number or not; `at` where there is none. */
export function numeralRunEnd(text: string, at: number): number {
  return at + (matchAt(DIGITS, text, at) ?? matchAt(HANZI, text, at) ?? [''])[0]!.length;
}

function readDigits(text: string, at: number): Numeral | undefined {
  const sign = /[-−－]/.test(text.charAt(at)) && !/[\w年月日号时%）)]/.test(text.charAt(at - 1)) ? 1 : 0;
  const match = matchAt(DIGITS, text, at + sign);
  if (!match) return undefined;
  const digits = match[0]
    .replace(/,/g, '')
    .replace(/[０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
  const value = (sign ? '-' : '') + digits;
  const from = at + sign + match[0].length;
  const tail = digits.length > MAX_LENGTH ? null : matchAt(SCALE_TAIL, text, from);
  const [, hedge = '', words = ''] = tail ?? [];
  const to = from + hedge.length + words.length;
  // 5百分点, 30千瓦 and 8万千克 end in a unit that begins like a scale.
  const isUnit = /^(?:百分[点之]|千[瓦克米卡帕])/.test(text.slice(to - 1, to + 2));
  const scaleText = isUnit ? words.slice(0, -1) : words;
  if (!scaleText) return numeral({start: at, end: from, value});
  const first = {start: at, end: from + hedge.length + scaleText.length, value, scaleText, hedge};
  return withTerms(text, first) ?? numeral({...first, scale: scaleExponent(scaleText)});
}

/** 3亿2000万: a number in several terms, in base units. */
function withTerms(
  text: string,
  first: {start: number; end: number; value: string; scaleText: string},
): Numeral | undefined {
  let {end} = first;
  let exponent = scaleExponent(first.scaleText);
  let sum = shiftPoint(first.value, exponent);
  let terms = 1;
  for (;;) {
    const term = matchAt(NEXT_TERM, text, end);
    const [, digits = '', words = ''] = (term && /^(\d+)(\D*)$/.exec(term[0])) || [];
    if (!digits || digits.length > MAX_LENGTH || /[.．]/.test(text.charAt(end + term![0].length))) break;
    if (!words || scaleExponent(words) >= exponent) break;
    exponent = scaleExponent(words);
    sum = subtractDecimals(sum, `-${shiftPoint(digits, exponent)}`);
    end += term![0].length;
    terms++;
  }
  return terms > 1 ? numeral({start: first.start, end, value: sum}) : undefined;
}

function readHanzi(text: string, at: number): Numeral | undefined {
  const match = matchAt(HANZI, text, at);
  if (!match || match[0].length > MAX_LENGTH) return undefined;
  const [, run = '', fraction = '', fractionScale = ''] =
    /^([^点]+)(?:点([^万亿]+)([万亿]*))?$/.exec(match[0]) ?? [];
  const end = at + match[0].length;
  const isBare =
    EXPONENTS.has(run.charAt(0)) && !/^十[一二三四五六七八九]?$/.test(run.replace(/[万亿]+$/, ''));
  if (fraction) {
    const whole = hanziValue(run);
    if (whole === undefined) return undefined;
    const value = `${whole}.${[...fraction].map((char) => DIGIT_VALUES.get(char)).join('')}`;
    return numeral({
      start: at,
      end,
      value,
      scale: scaleExponent(fractionScale),
      scaleText: fractionScale,
      style: 'hanzi',
    });
  }
  if (!/[十百千万亿兆]/.test(run)) {
    const value = [...run].map((char) => DIGIT_VALUES.get(char)).join('');
    return numeral({
      start: at,
      end,
      value,
      ...hanziTail(text, end),
      style: 'hanzi',
      isSequence: run.length > 1,
    });
  }
  const [, head = '', scaleText = ''] = /^(.*?)([万亿兆]*)$/.exec(run) ?? [];
  if (scaleText && head && !(scaleText === '亿' ? /亿/ : /[万亿]/).test(head)) {
    const value = hanziValue(head);
    if (value === undefined) return undefined;
    return numeral({
      start: at,
      end,
      value,
      scale: scaleExponent(scaleText),
      scaleText,
      style: 'hanzi',
      isBare,
    });
  }
  const value = hanziValue(run);
  if (value === undefined) return undefined;
  if (!head)
    return numeral({
      start: at,
      end,
      value: '1',
      scale: scaleExponent(run),
      scaleText: run,
      style: 'hanzi',
      isBare,
    });
  return numeral({start: at, end, value, ...hanziTail(text, end), style: 'hanzi', isBare});
}

/** 三千多万: the scale behind a hedge. */
function hanziTail(text: string, end: number): Partial<Numeral> {
  const tail = matchAt(SCALE_TAIL, text, end);
  if (!tail || !tail[1] || !/^[万亿]+$/.test(tail[2]!)) return {};
  return {end: end + tail[0].length, hedge: tail[1], scaleText: tail[2]!, scale: scaleExponent(tail[2]!)};
}

/** A Chinese numeral in base units; `undefined` where its signs stand in no order. */
function hanziValue(run: string): string | undefined {
  let total = '0';
  let section = 0;
  let digit = -1;
  let lastInSection = 4;
  let lastSection = Infinity;
  let isFirst = true;
  for (const char of run) {
    const exponent = EXPONENTS.get(char);
    if (exponent === undefined) {
      const value = DIGIT_VALUES.get(char);
      if (value === undefined || (digit > 0 && char !== '零' && char !== '〇')) return undefined;
      digit = value;
    } else if (exponent < 4) {
      if (exponent >= lastInSection || (digit < 0 && !isFirst && !(exponent === 1 && section === 0)))
        return undefined;
      if (digit === 0 && exponent !== 1) return undefined;
      section += (digit > 0 ? digit : 1) * 10 ** exponent;
      lastInSection = exponent;
      digit = -1;
    } else {
      if (exponent >= lastSection) return undefined;
      const coefficient = section + Math.max(0, digit);
      if (!coefficient && !isFirst) return undefined;
      total = subtractDecimals(total, `-${shiftPoint(String(coefficient || 1), exponent)}`);
      section = 0;
      digit = -1;
      lastInSection = 4;
      lastSection = exponent;
    }
    isFirst = false;
  }
  return subtractDecimals(total, `-${section + Math.max(0, digit)}`);
}

function numeral(given: Pick<Numeral, 'start' | 'end' | 'value'> & Partial<Numeral>): Numeral {
  return {scale: 0, scaleText: '', hedge: '', style: 'digits', isSequence: false, isBare: false, ...given};
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
