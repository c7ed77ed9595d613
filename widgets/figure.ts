import {css} from '@lit/reactive-element';
import {figurePieces, figureWidths, type Piece} from '../src/figure-pieces.js';
import type {Figure} from '../src/schema.js';
import {drawElement} from './drawing.js';
import {figureLanguage} from './figure-language.js';

const PART = {q: 'qualifier', n: 'value', s: 'scale', u: 'unit'};

/** A figure as it is going to be drawn. */
export interface FigureText {
  locale: string;
  /** As a screen reader should say it. */
  spoken: string;
  /** As it is copied. */
  plain: string;
  pieces: Piece[];
  /** What is alike in all figures of one form: the classes of the element and of its spans, and letters that no span holds. */
  form: string[];
  isNamed: boolean;
  /** How wide it is, for its style sheet. */
  style: string;
}

/** A figure, drawn once and kept until what it shows changes. */
export interface DrawnFigure extends FigureText {
  /** The drawing: inline spans without a space between them, so that it is read as one quantity. */
  element: HTMLElement;
}

/** Figures in pieces, in the language in which they were last drawn. */
const texts = new WeakMap<Figure, FigureText>();

/** Takes a figure to pieces, once. */
export function figureText(figure: Figure, locale: string): FigureText {
  const known = texts.get(figure);
  if (known?.locale === locale) return known;
  const language = figureLanguage(locale)!;
  const parts = language.parts(figure);
  const plain = parts.map(({value}) => value).join('');
  const spoken = language.spoken(figure, plain);
  const isPlace = figure.kind === 'rank' || figure.kind === 'tier' || figure.kind === 'rating';
  let pieces = figurePieces(parts);
  // 首位, 第一梯队, 1st tier: a place in words is one word.
  if (isPlace && (figure.kind === 'tier' || !/\d/.test(plain))) pieces = [{class: 'w', text: plain}];
  const form = [isPlace ? 'f place' : 'f'];
  for (const {class: kind, text} of pieces) {
    // Space stands as it is.
    form.push(
      !kind ? text : kind !== 'u' ? kind : text === '%' ? 'u a' : /^[A-Z]+$/.test(text) ? 'u l' : kind,
    );
  }
  const {numeral, rest} = figureWidths(pieces);
  // No size fits it on one line of a phone in large print.
  const fit = numeral + rest > 12 ? ';white-space:normal' : '';
  const style = `--n:${numeral.toFixed(2)};--r:${rest.toFixed(2)}${fit}`;
  const text = {locale, spoken, plain, pieces, form, isNamed: spoken !== plain, style};
  texts.set(figure, text);
  return text;
}

/** Draws an empty figure of a form, to be copied: `p` on a card, `span` in a sentence. */
export function drawFigureForm({form, pieces}: FigureText, tag: 'p' | 'span'): HTMLElement {
  const spans = pieces.map(({class: kind}, i) => {
    const name = form[i + 1]!;
    return kind ? drawElement('span', name, PART[name.charAt(0) as keyof typeof PART]) : name;
  });
  return drawElement(tag, form[0]!, 'figure', ...spans);
}

/** Puts the letters of a figure into one of its form. */
export function fillFigure(element: HTMLElement, {pieces, spoken, isNamed, style}: FigureText): void {
  let span = element.firstElementChild;
  for (const {class: kind, text} of pieces) {
    if (!kind) continue;
    span!.textContent = text;
    span = span!.nextElementSibling;
  }
  element.style.cssText = style;
  // Read from the letters where they say it; by a name where they don't (¥92 million).
  if (isNamed && element.localName === 'p') {
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', spoken);
  }
}

/** Draws a figure into a new element. */
export function drawFigure(figure: Figure, locale: string, tag: 'p' | 'span' = 'p'): DrawnFigure {
  const text = figureText(figure, locale);
  const element = drawFigureForm(text, tag);
  fillFigure(element, text);
  return {...text, element};
}

/**
 * Ink for the figure, accent for its hedge. Han characters hang lower than Latin digits and are lifted, so
 * that the feet line up.
 */
export const figureStyles = css`
  .box {
    container-type: inline-size;
    align-self: end;
  }
  .f {
    --_s: 0.5;
    --_u: 0.4;
    --_q: 0.4;
    --_max: var(--qd-metric-value-size, calc(var(--_base) * var(--_r-card)));
    font-size: var(--_max);
    font-weight: 700;
    font-variant-numeric: tabular-nums lining-nums;
    line-height: 1.1;
    text-autospace: no-autospace;
  }
  @container (max-width: 13em) {
    .card .f {
      --_max: var(--qd-metric-value-size, calc(var(--_base) * var(--_r-card) * 0.82));
    }
  }
  @container (min-width: 30em) {
    .card .f {
      --_s: 0.42;
      --_u: 0.31;
      --_q: 0.34;
      --_max: var(--qd-metric-value-size, calc(var(--_base) * var(--_r-feature, 4.75)));
      line-height: 1;
    }
  }
  @supports (width: 1cqi) {
    /* A long figure gets smaller; it never clips or overlaps. Its words stop shrinking at caption size. */
    .f {
      font-size: max(
        var(--_floor, var(--_caption)),
        min(
          var(--_max),
          100cqi / (var(--n) + var(--r) * var(--_s)),
          (100cqi - var(--r) * var(--_caption)) / var(--n)
        )
      );
      white-space: nowrap;
    }
  }
  .n {
    letter-spacing: -0.012em;
  }
  .s,
  .u,
  .q {
    display: inline-block;
    position: relative;
    line-height: 1;
  }
  .s {
    font-size: max(var(--_s) * 1em, var(--_caption));
    margin-inline-start: 0.2em;
    top: -0.05em;
  }
  .s:first-child {
    margin-inline-start: 0;
    margin-inline-end: 0.12em;
  }
  .u {
    font-size: max(var(--_u) * 1em, var(--_caption));
    margin-inline-start: 0.2em;
    top: -0.06em;
    font-weight: 400;
    color: var(--_ink-2);
  }
  .s + .u {
    margin-inline-start: 0.1em;
  }
  .u:first-child {
    margin-inline-start: 0;
  }
  .l {
    top: 0;
    font-weight: 700;
  }
  .a {
    font-size: calc(var(--_s) * 1.1em);
    font-weight: 700;
    color: inherit;
    top: 0;
    margin-inline-start: 0.06em;
  }
  .q {
    font-size: max(var(--_q) * 1em, var(--_caption));
    top: -0.06em;
    color: var(--_accent);
    margin-inline-end: 0.24em;
  }
  .n ~ .q,
  .s ~ .q {
    margin-inline-start: 0.16em;
    margin-inline-end: 0;
  }
  .q + .u {
    margin-inline-start: 0.12em;
  }
  .w,
  .place {
    white-space: normal;
    font-family: var(
      --qd-font-title,
      'Source Han Serif SC',
      'Noto Serif CJK SC',
      'Songti SC',
      STSong,
      SimSun,
      Georgia,
      serif
    );
    letter-spacing: 0.01em;
  }
  .place .s,
  .place .u {
    font-size: 0.5em;
    font-weight: 700;
    color: inherit;
    top: -0.04em;
  }
`;
