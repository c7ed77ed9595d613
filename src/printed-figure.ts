import {isDecimal} from './decimal.js';
import {part, type FigurePart} from './figure-part.js';
import type {Figure} from './schema.js';

/**
 * The pieces of a figure as its report prints it. They join to `printed`, character for character; what the
 * grammar can't tell apart is one literal.
 */
export function printedFigureParts(figure: Figure): FigurePart[] {
  return printedParts(figure, figure.printed ?? figure.value).filter(({value}) => value);
}

/** What a screen reader is to say: the printed characters, with signs turned into words; -3.2% is 负3.2%. */
export function spokenPrinted(text: string): string {
  return text.replace(MINUS, '$1负').replace(/[↑↓≥≤≈>＞<＜]/g, (sign) => SIGN_WORDS[sign.normalize('NFKC')]!);
}

// Between two digits a hyphen is a range, not a sign.
const MINUS = /(^|[^\d０-９])[-−－](?=[\d０-９])/g;
const SIGN_WORDS: Record<string, string> = {
  '↑': '上升',
  '↓': '下降',
  '≥': '不低于',
  '≤': '不超过',
  '≈': '约',
  '>': '超过',
  '<': '低于',
};

const SCALE_WORDS = '十百千万亿兆';
const EXPONENTS = [1, 2, 3, 4, 8, 12];
// 百分之三十: the hundred in front is the unit, not the number.
const NUMBER =
  /^(.*?)(第?)([-−－+]?[\d０-９](?:[\d０-９,，]*[\d０-９])?(?:[.．][\d０-９]+)?|首|[〇零一二两三四五六七八九十百千万亿兆点]+)(?!.*分之)(.*)$/;

function printedParts({value, scale, unit, qualifier}: Figure, printed: string): FigurePart[] {
  const [, before = '', ordinal = '', number = '', after = ''] =
    (isDecimal(value) && NUMBER.exec(printed)) || [];
  if (!number) return [part('literal', printed)];

  const cut = scaleStart(number, scale);
  const [, whole = '', point = '', fraction = ''] = /^(.*?)(?:([.．点])(.*))?$/.exec(number.slice(0, cut))!;
  const parts = [
    part(qualifier ? 'qualifier' : 'literal', before),
    part('ordinal', ordinal),
    part(number === '首' ? 'ordinal' : 'integer', whole),
    part('decimal', point),
    part('fraction', fraction),
    part('scale', number.slice(cut)),
  ];

  // What is neither the scale nor the unit is the hedge, if the figure has one that is not in front.
  const rest = (text: string) => part(qualifier && !before && text.trim() ? 'qualifier' : 'literal', text);
  const unitAt = unit ? after.indexOf(unit) : -1;
  const head = unitAt < 0 ? after : after.slice(0, unitAt);
  const [, lead = head, word = '', tail = ''] = (scale && /^(.*?)([十百千万亿兆]+)(.*)$/.exec(head)) || [];
  parts.push(rest(lead), part('scale', word), rest(tail));
  return unitAt < 0 ? parts : [...parts, part('unit', unit), rest(after.slice(unitAt + unit.length))];
}

/** Where the scale begins in a Chinese numeral: 三千二百万 counted in 万 has it at 4. */
function scaleStart(number: string, scale: number): number {
  let start = number.length;
  for (let left = scale; left > 0; start--) {
    const index = SCALE_WORDS.indexOf(number.charAt(start - 1));
    if (index < 0 || !start) return number.length;
    left -= EXPONENTS[index]!;
  }
  return start;
}
