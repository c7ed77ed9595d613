import {encode} from 'uqr';

/** A code as one drawing. */
export interface QrCode {
  /** Modules along one side, the quiet zone included. */
  size: number;
  /** The dark modules, one unit each. */
  path: string;
}

/** Light modules that a reader needs around the code. */
const QUIET = 4;

/**
 * The code of a text. Throws where no code holds it. It withstands the loss of about a seventh of its area
 * (level M), so that a smudge or a fold of a printed page does not matter.
 */
export function qrCode(text: string): QrCode {
  const {data, size} = encode(text, {ecc: 'M', boostEcc: true, border: 0});
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      const width = x + 1 - from;
      path += `M${from + QUIET} ${y + QUIET}h${width}v1h-${width}z`;
    }
  });
  return {size: size + 2 * QUIET, path};
}
