import {digitParts, part, type FigurePart} from './figure-part.js';
import {printedFigureParts, spokenPrinted} from './printed-figure.js';
import type {Figure, Qualifier} from './schema.js';

/**
 * A figure's pieces in Chinese: as printed, or composed from value, scale, unit and qualifier where no report
 * printed it.
 */
export function chineseFigureParts(figure: Figure): FigurePart[] {
  return figure.printed ? printedFigureParts(figure) : composedParts(figure).filter(({value}) => value);
}

/** What a screen reader is to say: the characters, with signs turned into words; -3.2% is 负3.2%. */
export function spokenChineseFigure(figure: Figure): string {
  return spokenPrinted(
    chineseFigureParts(figure)
      .map(({value}) => value)
      .join(''),
  );
}

const CHINESE_BEFORE: Partial<Record<Qualifier, string>> = {
  over: '超',
  nearly: '近',
  about: '约',
  under: '不足',
};
const CHINESE_AFTER: Partial<Record<Qualifier, string>> = {'at-least': '以上', 'at-most': '以下'};

function composedParts({value, scale, unit, qualifier, kind}: Figure): FigurePart[] {
  const isTier = kind === 'tier';
  const isRanked = isTier || kind === 'rank';
  return [
    part('qualifier', (qualifier && CHINESE_BEFORE[qualifier]) ?? ''),
    part('ordinal', isRanked ? '第' : ''),
    ...digitParts(value),
    part('scale', ' 十百千'.charAt(scale % 4).trim() + (scale % 8 > 3 ? '万' : '') + '亿'.repeat(scale / 8)),
    part('unit', unit || (isTier ? '梯队' : isRanked ? '位' : '')),
    part('qualifier', (qualifier && CHINESE_AFTER[qualifier]) ?? ''),
  ];
}
