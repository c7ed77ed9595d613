/**
 * SHA-256 of a text's UTF-8 bytes, in lower-case hex. Written out because a check is synchronous, which the
 * browser's own digest is not. FIPS 180-4.
 */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const blocks = new Uint8Array(((bytes.length + 72) >> 6) << 6);
  blocks.set(bytes);
  blocks[bytes.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(blocks.length - 4, bytes.length << 3);

  const hash = Uint32Array.from(primeFractions(8, 1 / 2));
  const words = new Uint32Array(64);
  for (let block = 0; block < blocks.length; block += 64) {
    for (let i = 0; i < 64; i++) {
      words[i] =
        i < 16
          ? view.getUint32(block + i * 4)
          : words[i - 16]! + words[i - 7]! + mix(words[i - 15]!, 7, 18, 3) + mix(words[i - 2]!, 17, 19, 10);
    }
    let [a, b, c, d, e, f, g, h] = hash as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + ROUNDS[i]! + words[i]!) | 0;
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
      [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] = hash[i]! + word));
  }
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('');
}

const ROUNDS = primeFractions(64, 1 / 3);

/** The first 32 bits of the fractions of the primes' roots, which the standard takes its constants from. */
function primeFractions(count: number, power: number): number[] {
  const fractions: number[] = [];
  for (let n = 2; fractions.length < count; n++) {
    let isPrime = true;
    for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) isPrime = false;
    // Exact roots, as Math.pow may differ in the last bit between engines.
    if (isPrime) fractions.push(((power === 1 / 2 ? Math.sqrt(n) : Math.cbrt(n)) % 1) * 0x100000000);
  }
  return fractions.map(Math.floor);
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function mix(word: number, first: number, second: number, shift: number): number {
  return turn(word, first) ^ turn(word, second) ^ (word >>> shift);
}
