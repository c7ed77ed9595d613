import type {CardPicture, PictureShape} from './card-picture.js';
import {FAMILIES, runFont, type Measure} from './text-lines.js';

/** What is needed of a `CanvasRenderingContext2D`, of a browser or of a library for Node. */
export interface PictureContext {
  font: string;
  fillStyle: unknown;
  textBaseline: unknown;
  textAlign: unknown;
  letterSpacing?: string;
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  measureText(text: string): {width: number};
  beginPath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  fill(): void;
  createLinearGradient(
    x0: number,
    y0: number,
    x1: number,
    y1: number,
  ): {addColorStop(offset: number, colour: string): void};
}

/** Measures with a canvas, for `cardPicture`. */
export function measureWith(
  context: Pick<PictureContext, 'font' | 'measureText'>,
  families: typeof FAMILIES = FAMILIES,
): Measure {
  return (text, font) => {
    const family = font.endsWith(FAMILIES.serif) ? 'serif' : 'sans';
    context.font = font.replace(FAMILIES[family], families[family]);
    return context.measureText(text).width;
  };
}

/**
 * Draws a picture on a canvas of `width × pixelRatio` by `height × pixelRatio` pixels. `families` are the fonts to
 * draw with, in place of those of the widgets.
 */
export function drawPicture(
  context: PictureContext,
  {width, height, background, shapes}: CardPicture,
  pixelRatio = 2,
  families: typeof FAMILIES = FAMILIES,
): void {
  context.save();
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
  for (const shape of shapes) drawShape(context, shape, families);
  context.restore();
}

function drawShape(context: PictureContext, shape: PictureShape, families: typeof FAMILIES): void {
  if (shape.type === 'text') {
    drawLine(context, shape, families);
    return;
  }
  context.fillStyle = shape.colour;
  if (shape.type === 'polygon') {
    context.beginPath();
    shape.points.forEach(([x, y], at) => (at ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.closePath();
    context.fill();
    return;
  }
  const {x, y, width, height, colour} = shape;
  if (shape.type === 'fade') {
    const fade = context.createLinearGradient(x, y, x + width, y);
    fade.addColorStop(0, colour);
    fade.addColorStop(1, `${colour}00`);
    context.fillStyle = fade;
  }
  context.fillRect(x, y, width, height);
}

function drawLine(
  context: PictureContext,
  {x, y, align, runs}: Extract<PictureShape, {type: 'text'}>,
  families: typeof FAMILIES,
): void {
  const widths = runs.map((run) => {
    context.font = runFont(run, families);
    return context.measureText(run.text).width + (run.tracking ?? 0) * [...run.text].length;
  });
  const total = runs.reduce((sum, {gap = 0}, at) => sum + gap + widths[at]!, 0);
  let at = align === 'end' ? x - total : x;
  runs.forEach((run, index) => {
    const {text, colour, gap = 0, rise = 0, tracking = 0} = run;
    at += gap;
    context.font = runFont(run, families);
    context.fillStyle = colour;
    // Chromium knows it from 99 on: before, the gaps are a little wider.
    if ('letterSpacing' in context) context.letterSpacing = `${tracking}px`;
    context.fillText(text, at, y - rise);
    if ('letterSpacing' in context) context.letterSpacing = '0px';
    at += widths[index]!;
  });
}
