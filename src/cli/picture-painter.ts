import {readFile} from 'node:fs/promises';
import type {PicturePainter} from '../embed/card-pictures.js';
import {drawPicture, measureWith, type PictureContext} from '../embed/draw-picture.js';
import {FAMILIES} from '../embed/text-lines.js';

type Family = keyof typeof FAMILIES;

/** A font to draw with: a file of any format that browsers know, variable or not. */
export interface FontFile {
  path: string;
  family: Family;
}

/** Pictures cannot be made on this machine; the message says what to do about it. */
export class PictureError extends Error {
  override name = 'PictureError';
}

/** In CSS pixels: two in the file for each. */
const PIXEL_RATIO = 2;

/** Chinese fonts that Linux has under other names than those that the widgets ask for. */
const MORE_FAMILIES: Record<Family, string> = {
  sans: "'Noto Sans SC', 'Source Han Sans SC', 'Source Han Sans CN', 'Noto Sans CJK JP', 'WenQuanYi Zen Hei', SimHei",
  serif: "'Source Han Serif CN', 'Noto Serif CJK JP', 'AR PL UMing CN'",
};

/**
 * Makes PNG files of pictures, with the package `@napi-rs/canvas`: drawn with the fonts given, or else with the
 * Chinese fonts of the system. The same picture and fonts give the same bytes.
 *
 * @throws PictureError where the package is missing; `png` throws it for a character that no font has.
 */
export async function picturePainter(fonts: FontFile[] = []): Promise<PicturePainter> {
  const {createCanvas, GlobalFonts} = await loadCanvas();
  const names: Record<Family, string[]> = {sans: [], serif: []};
  for (const {path, family} of fonts) {
    // One name for each file: a chain of names is searched in order, and much faster than one name for a hundred.
    const name = `qd-${family}-${names[family].length}`;
    if (!GlobalFonts.register(await readFile(path), name)) throw new PictureError(`Not a font: ${path}`);
    names[family].push(name);
  }
  const families = {...FAMILIES};
  for (const family of ['sans', 'serif'] as const) {
    // Without a serif of its own, all is drawn in the one given.
    const own = names[family].length ? names[family] : names.sans;
    families[family] = own.length ? own.join(', ') : systemFamilies(family);
  }

  // A reference to the canvas is kept, or it would be freed with its context.
  const probe = createCanvas(24, 24);
  const context = probe.getContext('2d');
  const known = new Map<string, boolean>();
  const look = (text: string) => {
    context.clearRect(0, 0, 24, 24);
    context.font = `400 16px ${families.sans}`;
    context.fillText(text, 2, 18);
    return Buffer.from(context.getImageData(0, 0, 24, 24).data).toString('latin1');
  };
  const missing = look('\u{10fffd}');
  const hasGlyph = (char: string) => {
    if (!/\S/.test(char)) return true;
    if (!known.has(char)) known.set(char, look(char) !== missing);
    return known.get(char)!;
  };
  const measureContext = context as unknown as PictureContext;

  return {
    measure: measureWith(measureContext, families),
    async png(picture) {
      for (const shape of picture.shapes) {
        if (shape.type !== 'text') continue;
        for (const char of shape.runs.map(({text}) => text).join('')) {
          if (!hasGlyph(char)) throw new PictureError(missingGlyph(char));
        }
      }
      const canvas = createCanvas(picture.width * PIXEL_RATIO, picture.height * PIXEL_RATIO);
      drawPicture(canvas.getContext('2d') as unknown as PictureContext, picture, PIXEL_RATIO, families);
      return canvas.encode('png');
    },
  };
}

async function loadCanvas(): Promise<typeof import('@napi-rs/canvas')> {
  try {
    return await import('@napi-rs/canvas');
  } catch (error) {
    throw new PictureError(
      'PNG pictures need a package that is not installed, or not for this machine: npm install --save-dev @napi-rs/canvas',
      {cause: error},
    );
  }
}

function systemFamilies(family: Family): string {
  const [generic] = /[^,]+$/.exec(FAMILIES[family])!;
  return `${FAMILIES[family].slice(0, -generic.length)} ${MORE_FAMILIES[family]},${generic}`;
}

function missingGlyph(char: string): string {
  const code = char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return `No font of this machine has the character ${char} (U+${code}). Install a Chinese font, for example Noto Sans CJK SC (Debian, Ubuntu: apt install fonts-noto-cjk).`;
}
