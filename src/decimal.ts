/**
 * Exact arithmetic on decimal strings such as `921.61`. No number passes through floating point.
 * Every function expects what {@link isDecimal} accepts; anything else gives a meaningless string.
 */

/** Whether a text is a plain decimal: digits, an optional fraction, an optional `-` in front. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/**
 * A value times ten to the power of `places`, which may be negative. Without a move the value comes back as
 * it is, its zeros included; otherwise without zeros that carry nothing: `1.50` moved by 1 is `15`.
 */
export function shiftPoint(value: string, places: number): string {
  if (!places) return value;
  const sign = value.charAt(0) === '-' ? '-' : '';
  const [whole = '', fraction = ''] = value.slice(sign.length).split('.');
  const point = whole.length + places;
  const digits = '0'.repeat(Math.max(0, -point)) + whole + fraction + '0'.repeat(Math.max(0, places));
  const cut = Math.max(0, point);
  return sign + trimZeros(`${digits.slice(0, cut)}.${digits.slice(cut)}`);
}

/** A printed value in base units, in its shortest form, for comparing and plotting: `9200`, 4 is `92000000`. */
export function toBaseUnits(value: string, scale: number): string {
  const moved = shiftPoint(value, scale);
  const sign = moved.charAt(0) === '-' ? '-' : '';
  const trimmed = trimZeros(moved.slice(sign.length));
  return trimmed === '0' ? '0' : sign + trimmed;
}

/** Which is larger: -1 where `a` is smaller than `b`, 0 where they are equal, 1 where `a` is larger. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const [first, second] = toIntegers(a, b);
  return first < second ? -1 : first > second ? 1 : 0;
}

/** `a` minus `b`, exactly, in its shortest form. */
export function subtractDecimals(a: string, b: string): string {
  const [first, second, decimals] = toIntegers(a, b);
  const difference = String(first - second);
  return toBaseUnits(difference, -decimals);
}

/** A value with commas between the thousands of its whole part: `13903` is `13,903`. */
export function groupDigits(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\d(?=(?:\d{3})+$)/g, '$&,');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An unsigned decimal without needless zeros: at least one digit before the point, none idle after it. */
function trimZeros(digits: string): string {
  const [whole = '', fraction = ''] = digits.split('.');
  const kept = trimEnd(fraction);
  return (whole.replace(/^0+(?=\d)/, '') || '0') + (kept && `.${kept}`);
}

function trimEnd(fraction: string): string {
  let end = fraction.length;
  while (end && fraction.charAt(end - 1) === '0') end--;
  return fraction.slice(0, end);
}

/** Both values as whole numbers of the finer one's last decimal, and how many decimals that is. */
function toIntegers(a: string, b: string): [bigint, bigint, number] {
  const decimals = Math.max((a.split('.')[1] ?? '').length, (b.split('.')[1] ?? '').length);
  return [BigInt(shiftPoint(a, decimals)), BigInt(shiftPoint(b, decimals)), decimals];
}
