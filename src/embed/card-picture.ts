import {displayText} from '../display-text.js';
import {figureParts} from '../figure-parts.js';
import {figurePieces, figureWidths, type Piece} from '../figure-pieces.js';
import {formatDate} from '../format-date.js';
import {localize, toLocale} from '../locale.js';
import {periodName} from '../period-name.js';
import type {Observation, Qualifier, Report} from '../schema.js';
import {brandAccent} from './brand-accent.js';
import {figureNote} from './figure-note.js';
import {
  autospaced,
  breakLines,
  drawable,
  estimateWidth,
  lineWidth,
  type Measure,
  type TextRun,
} from './text-lines.js';

/** A line of text, a rectangle, one that fades to the right, or an outline; in CSS pixels, in drawing order. */
export type PictureShape =
  | {type: 'text'; x: number; y: number; align: 'start' | 'end'; runs: TextRun[]}
  | {type: 'rect'; x: number; y: number; width: number; height: number; colour: string}
  | {type: 'fade'; x: number; y: number; width: number; height: number; colour: string}
  | {type: 'polygon'; points: Array<[x: number, y: number]>; colour: string};

/** What to draw, in CSS pixels: shapes on a ground. `y` of a text is its baseline. */
export interface CardPicture {
  width: number;
  height: number;
  background: string;
  shapes: PictureShape[];
}

/** How the picture is to look. */
export interface CardPictureLook {
  theme?: 'light' | 'dark' | undefined;
  /** `zh-CN` or `en`; the report's language when absent. */
  locale?: string | undefined;
  /** `#rrggbb`, which the accent is derived from; the widgets' own blue when absent. */
  brand?: string | undefined;
  /** Width in CSS pixels, the padding included: 400 when absent, at least 240. */
  width?: number | undefined;
  /** Gives the width of a text; estimated when absent. */
  measure?: Measure | undefined;
}

/** The widgets' colours on the surface of a framed card. */
const COLOURS = {
  light: {
    surface: '#ffffff',
    ink: '#15202a',
    ink2: '#46535e',
    rule: '#15202a',
    line: '#d3dae0',
    whole: '#76838d',
    accent: '#1d5b96',
  },
  dark: {
    surface: '#18222b',
    ink: '#e9eef2',
    ink2: '#b7c2cb',
    rule: '#8795a1',
    line: '#2d3a45',
    whole: '#70808d',
    accent: '#8cbcf0',
  },
};
type Colours = (typeof COLOURS)['light'];

const BASE = 16;
const CAPTION = 14;
const NUMERAL = 44;
/** From the edge of the picture, its border included. */
const SIDE = 25;

/** Where the baseline stands below the middle of a line, in ems: between what the fonts of the systems say. */
const BELOW_MIDDLE = 0.43;

/**
 * The card of a figure as a picture: label, figure with its hedge, basis and whole, who published it, for which
 * period, when and where. The same look as `<qd-metric framed>`; a share has the bar of `<qd-progress>`.
 *
 * Long labels take more lines, long figures get smaller, so that nothing reaches beyond the width.
 */
export function cardPicture(
  report: Report,
  observation: Observation,
  {theme = 'light', locale: asked, brand, width: wide = 400, measure = estimateWidth}: CardPictureLook = {},
): CardPicture {
  const locale = toLocale(asked ?? report.language);
  const colours = {...COLOURS[theme]};
  colours.accent = (brand && brandAccent(brand, theme)) || colours.accent;
  const width = Math.max(Math.round(wide), 240);
  const inner = width - 2 * SIDE;
  const shapes: PictureShape[] = [];
  const rect = (x: number, y: number, w: number, h: number, colour: string) =>
    shapes.push({type: 'rect', x, y, width: w, height: h, colour});
  const shown = (text: string) => drawable(displayText(text, locale));
  const plain = (text: string, size: number, colour: string): TextRun[] => {
    const run: TextRun = {text, size, weight: 400, colour, family: 'sans'};
    return locale === 'en' ? [run] : autospaced(run);
  };

  // From here on `y` is the top of what comes next.
  let y = 17;
  const lines = (runs: TextRun[], leading: number, x = SIDE, w = inner) => {
    for (const line of breakLines(runs, w, measure)) {
      const size = Math.max(...line.map((run) => run.size), 0);
      shapes.push({type: 'text', x, y: baseline(y, leading, size), align: 'start', runs: line});
      y += leading;
    }
  };

  lines(plain(shown(localize(observation.label, locale)), BASE, colours.ink), BASE * 1.5);
  y += 12;

  const figure = figureLines(observation, locale, inner, colours, measure);
  for (const runs of figure.lines) {
    shapes.push({
      type: 'text',
      x: SIDE,
      y: baseline(y, figure.size * 1.1, figure.size),
      align: 'start',
      runs,
    });
    y += figure.size * 1.1;
  }

  const percent = sharePercent(observation);
  if (percent !== undefined) {
    y += 16;
    shapes.push(...barShapes(percent, observation.qualifier, {x: SIDE, y, width: inner}, colours));
    y += 19;
    const whole = shown(`${localize(observation.of?.label, locale)} 100%`.trim());
    shapes.push({
      type: 'text',
      x: SIDE,
      y: baseline(y, CAPTION * 1.5, CAPTION),
      align: 'start',
      runs: plain('0', CAPTION, colours.ink2),
    });
    const ends = breakLines(plain(whole, CAPTION, colours.ink2), inner - CAPTION * 2, measure);
    for (const runs of ends) {
      shapes.push({
        type: 'text',
        x: width - SIDE,
        y: baseline(y, CAPTION * 1.5, CAPTION),
        align: 'end',
        runs,
      });
      y += CAPTION * 1.5;
    }
  }

  const note = drawable(figureNote(observation, locale));
  if (note) {
    y += 12;
    lines(plain(note, CAPTION, colours.ink2), CAPTION * 1.6);
  }

  y += 12;
  const words = locale === 'en' ? 'Source' : '出处';
  const mark: TextRun = {text: words, size: CAPTION, weight: 400, colour: colours.accent, family: 'sans'};
  const markWidth = bracketShapes(shapes, mark, y, measure);
  const beside = SIDE + markWidth + 12;
  const top = y;
  // On one line with the word.
  y -= 0.4;
  for (const text of sourceLines(report, locale)) {
    lines(plain(shown(text), CAPTION, colours.ink2), CAPTION * 1.6, beside, width - SIDE - beside);
  }
  y = Math.max(y, top + 23) + 13;

  const height = Math.ceil(y);
  rect(0, height - 1, width, 1, colours.line);
  rect(0, 0, 1, height, colours.line);
  rect(width - 1, 0, 1, height, colours.line);
  rect(0, 0, width, 1, colours.rule);
  return {width, height, background: colours.surface, shapes};
}

/** Who says it and for which period; what the report is called; when and where it was published. */
function sourceLines({publisher, period, title, source}: Report, locale: string): string[] {
  const isEnglish = locale === 'en';
  const date = source.published && formatDate(source.published, locale);
  const published = date && (isEnglish ? `Published ${date}` : `${date}发布`);
  const dotted = (...parts: Array<string | undefined>) => parts.filter(Boolean).join('\u00a0· ');
  return [
    dotted(localize(publisher, locale), periodName(period, locale)),
    localize(title, locale),
    dotted(published, hostOf(source.url)),
  ].filter(Boolean);
}

/** The host of an address. */
function hostOf(url: string | undefined): string {
  return /^https?:\/\/([^\s/?#@\\:]+)/.exec(url ?? '')?.[1] ?? '';
}

function baseline(top: number, leading: number, size: number): number {
  // Feet stand on whole pixels of the PNG, which has two for one.
  return Math.floor((top + leading / 2 + size * BELOW_MIDDLE) * 2) / 2;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The word in its corner brackets, as every card has it; gives the width. */
function bracketShapes(shapes: PictureShape[], run: TextRun, top: number, measure: Measure): number {
  const {size, colour} = run;
  const height = round(size * 1.6);
  const width = round(lineWidth([run], measure) + size * 0.9);
  const [right, bottom] = [SIDE + width, top + height];
  const [across, down] = [round(size * 0.38), round(size * 0.46)];
  const rect = (x: number, y: number, w: number, h: number) =>
    shapes.push({type: 'rect', x: round(x), y: round(y), width: w, height: h, colour});
  rect(SIDE, top, across, 1.5);
  rect(SIDE, top, 1.5, down);
  rect(right - across, bottom - 1.5, across, 1.5);
  rect(right - 1.5, bottom - down, 1.5, down);
  const y = baseline(top + size * 0.12, size * 1.3, size);
  shapes.push({type: 'text', x: round(SIDE + size * 0.45), y, align: 'start', runs: [run]});
  return width;
}

/** The figure at the largest size that fits on a line; broken where even the smallest does not. */
function figureLines(
  observation: Observation,
  locale: string,
  inner: number,
  colours: Colours,
  measure: Measure,
): {lines: TextRun[][]; size: number} {
  const {kind} = observation;
  const parts = figureParts(observation, locale);
  const text = parts.map(({value}) => value).join('');
  const isPlace = kind === 'rank' || kind === 'tier' || kind === 'rating';
  const isWord = isPlace && (kind === 'tier' || !/\d/.test(text));
  const pieces: Piece[] = (isWord ? [{class: 'w' as const, text}] : figurePieces(parts)).map((piece) => ({
    ...piece,
    text: drawable(piece.text),
  }));
  const floor = locale === 'en' ? CAPTION * 1.3 : CAPTION;
  const largest = inner <= 13 * BASE ? NUMERAL * 0.82 : NUMERAL;
  const {numeral, rest} = figureWidths(pieces);
  const fitted = Math.min(largest, inner / (numeral + rest * 0.5), (inner - rest * CAPTION) / numeral);
  let size = round(Math.max(floor, fitted));
  const draw = () => figureRuns(pieces, size, isPlace, locale, colours);
  // What the widget estimates is measured here.
  while (size > floor && lineWidth(draw(), measure) > inner) size = round(Math.max(floor, size - 0.5));
  const runs = draw();
  return {lines: lineWidth(runs, measure) > inner ? breakLines(runs, inner, measure) : [runs], size};
}

/** The runs of a figure, with the sizes and gaps that the widgets' style sheet gives them. */
function figureRuns(
  pieces: Piece[],
  size: number,
  isPlace: boolean,
  locale: string,
  {ink, ink2, accent}: Colours,
): TextRun[] {
  const runs: TextRun[] = [];
  const isEnglish = locale === 'en';
  // What the piece before asks for behind itself.
  let owed = 0;
  pieces.forEach(({class: kind, text}, at) => {
    const isFirst = at === 0;
    const before = pieces.slice(0, at).map((piece) => piece.class);
    const previous = before[before.length - 1];
    const family = isPlace || kind === 'w' ? 'serif' : 'sans';
    const run: TextRun = {text, size, weight: 700, colour: ink, family, gap: owed};
    owed = 0;
    let [ahead, behind, rise] = [0, 0, 0];
    if (kind === 'n') run.tracking = -0.012 * size;
    else if (isPlace || kind === 'w') run.tracking = 0.01 * size;
    if (kind === 's') {
      run.size = Math.max(size * 0.5, CAPTION);
      [ahead, behind, rise] = isFirst ? [0, 0.12, 0.05] : [0.2, 0, 0.05];
    } else if (kind === 'u') {
      run.size = Math.max(size * 0.4, CAPTION);
      Object.assign(run, {weight: 400, colour: ink2});
      ahead = isFirst ? 0 : previous === 's' ? 0.1 : previous === 'q' ? 0.12 : 0.2;
      rise = 0.06;
      if (text === '%') {
        Object.assign(run, {size: size * 0.55, weight: 700, colour: ink});
        [ahead, rise] = [isFirst ? 0 : 0.06, 0];
      } else if (/^[A-Z]+$/.test(text)) Object.assign(run, {weight: 700}, (rise = 0));
    } else if (kind === 'q') {
      run.size = Math.max(size * 0.4, CAPTION);
      run.colour = accent;
      [ahead, behind] = before.includes('n') || before.includes('s') ? [0.16, 0] : [0, 0.24];
      rise = 0.06;
    }
    if (isPlace && (kind === 's' || kind === 'u')) {
      Object.assign(run, {size: size * 0.5, weight: 700, colour: ink});
      rise = 0.04;
    }
    // English has typed spaces between the pieces, a little narrower than in a sentence.
    if (isEnglish) [ahead, behind, rise] = [0, 0, 0];
    if (isEnglish && /^\s+$/.test(text)) run.tracking = -0.1 * size;
    run.gap = round((run.gap ?? 0) + ahead * run.size);
    run.rise = round(rise * run.size);
    run.size = round(run.size);
    run.tracking = round(run.tracking ?? 0);
    owed = behind * run.size;
    runs.push(run);
  });
  return runs;
}

/** Percent of the whole where the figure is one; what is beyond 0 to 100 has no bar. */
function sharePercent({kind, unit, value}: Observation): number | undefined {
  const percent = kind === 'share' && unit === '%' ? Number(value) : Number.NaN;
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

/** The bar of `<qd-progress>`: thin is the whole, thick the part, its end soft or open where the source hedges. */
function barShapes(
  percent: number,
  qualifier: Qualifier | undefined,
  {x, y, width}: {x: number; y: number; width: number},
  {accent, whole}: Colours,
): PictureShape[] {
  const HEIGHT = 14;
  const reach = Math.round((width * percent) / 100);
  const part = (from: number, to: number): PictureShape => ({
    type: 'rect',
    x: round(x + Math.max(from, 0)),
    y,
    width: round(Math.max(Math.min(to, width) - Math.max(from, 0), 0)),
    height: HEIGHT,
    colour: accent,
  });
  const base: PictureShape = {type: 'rect', x, y: y + HEIGHT, width, height: 1, colour: whole};
  if (qualifier === 'about') {
    const from = Math.max(reach - BASE, 0);
    const fade = Math.max(Math.min(reach + BASE, width) - from, 0);
    return [
      part(0, from),
      {type: 'fade', x: round(x + from), y, width: fade, height: HEIGHT, colour: accent},
      base,
    ];
  }
  if (qualifier === 'over' || qualifier === 'at-least') {
    const arrow = [0, 33, 0, 25, 58, 25, 42, 75, 42].map((across) => x + reach + across * 0.24);
    const down = [0, 7, 14, 14, 7, 0, 0, 7, 14].map((offset) => y + offset);
    const points = arrow.map((px, at) => [round(Math.min(px, x + width)), down[at]!] as [number, number]);
    return [part(0, reach), {type: 'polygon', points: [...points, points[2]!], colour: accent}, base];
  }
  if (qualifier) return [part(0, reach - BASE / 2), part(reach - 2, reach), base];
  return [part(0, reach), base];
}
