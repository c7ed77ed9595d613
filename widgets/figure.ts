import {css} from '@lit/reactive-element';
import {figurePieces, figureWidths, type Piece} from '../src/figure-pieces.js';
import type {Figure} from '../src/schema.js';
import {drawElement} from './drawing.js';
import {figureLanguage} from './figure-language.js';

const PART = {q: 'qualifier', n: 'value', s: 'scale', u: 'unit'};

/** A figure, drawn once and kept until what it shows changes. */
export interface DrawnFigure {
  /** As a screen reader should say it. */
  spoken: string;
  /** As it is copied. */
  plain: string;
  /** The drawing: inline spans without a space between them, so that it is read as one quantity. */
  element: HTMLElement;
}

/** Draws a figure into a new element: `p` on a card, `span` in a sentence. */
export function drawFigure(figure: Figure, locale: string, tag: 'p' | 'span' = 'p'): DrawnFigure {
  const language = figureLanguage(locale)!;
  const parts = language.parts(figure);
  const plain = parts.map(({value}) => value).join('');
  const spoken = language.spoken(figure, plain);
  const isPlace = figure.kind === 'rank' || figure.kind === 'tier' || figure.kind === 'rating';
  let pieces = figurePieces(parts);
  // 首位, 第一梯队, 1st tier: a place in words is one word.
  if (isPlace && (figure.kind === 'tier' || !/\d/.test(plain))) pieces = [{class: 'w', text: plain}];
  const element = drawPieces(tag, isPlace ? 'f place' : 'f', pieces);
  const {numeral, rest} = figureWidths(pieces);
  // No size fits it on one line of a phone in large print.
  const fit = numeral + rest > 12 ? ';white-space:normal' : '';
  element.style.cssText = `--n:${numeral.toFixed(2)};--r:${rest.toFixed(2)}${fit}`;
  // Read from the letters where they say it; by a name where they don't (¥92 million).
  if (spoken !== plain && tag === 'p') {
    element.setAttribute('role', 'img');
    element.setAttribute('aria-label', spoken);
  }
  return {spoken, plain, element};
}

/** Empty figures by their form, to be copied. */
const patterns = new Map<string, HTMLElement>();

function drawPieces(tag: string, name: string, pieces: Piece[]): HTMLElement {
  const names = pieces.map(({class: kind, text}) =>
    // Space stands as it is.
    !kind ? text : kind !== 'u' ? kind : text === '%' ? 'u a' : /^[A-Z]+$/.test(text) ? 'u l' : kind,
  );
  const form = [tag, name, names] + '';
  let pattern = patterns.get(form);
  if (!pattern) {
    const spans = names.map((own, i) =>
      pieces[i]!.class ? drawElement('span', own, PART[own.charAt(0) as keyof typeof PART]) : own,
    );
    patterns.set(form, (pattern = drawElement(tag, name, 'figure', ...spans)));
  }
  const element = pattern.cloneNode(true) as HTMLElement;
  const spans = element.children;
  let at = 0;
  for (const {class: kind, text} of pieces) if (kind) spans[at++]!.textContent = text;
  return element;
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
