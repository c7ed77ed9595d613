const HAN_DIGITS = '〇一二三四五六七八九';

/** 1 → 一, 12 → 十二; numbers from 100, and what is no whole number, stay in digits. */
export function hanNumber(number: number): string {
  if (!(number > 0 && number < 100 && number % 1 === 0)) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return (tens > 1 ? HAN_DIGITS[tens]! : '') + (tens ? '十' : '') + (ones ? HAN_DIGITS[ones]! : '');
}
