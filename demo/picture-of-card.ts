import {cardPicture} from '../src/embed/card-picture.js';
import {drawPicture, measureWith} from '../src/embed/draw-picture.js';
import type {EmbedLook} from '../src/embed/embed-snippet.js';
import type {Observation, Report} from '../src/schema.js';

const PIXEL_RATIO = 2;

/** The card of a figure on a canvas, twice as many pixels as it is wide, so that it is sharp on any screen. */
export function pictureOfCard(
  report: Report,
  observation: Observation,
  {theme, locale, brand}: EmbedLook,
): {canvas: HTMLCanvasElement; width: number; height: number} {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  const picture = cardPicture(report, observation, {
    theme: theme === 'dark' ? 'dark' : 'light',
    locale: locale ?? 'zh-CN',
    brand,
    measure: measureWith(context),
  });
  const {width, height} = picture;
  canvas.width = width * PIXEL_RATIO;
  canvas.height = height * PIXEL_RATIO;
  drawPicture(context, picture, PIXEL_RATIO);
  canvas.style.width = `${width}px`;
  canvas.style.maxWidth = '100%';
  return {canvas, width, height};
}

/** A canvas as a PNG file. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))));
  });
}

/** Gives something to the reader as a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Puts a picture on the clipboard. False where the browser cannot, as on a page without HTTPS. */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  try {
    // As a promise: Safari wants the item made while the click lasts.
    await navigator.clipboard.write([new ClipboardItem({'image/png': png})]);
    return true;
  } catch {
    return false;
  }
}
