import {css, html, type ReactiveElement, type TemplateResult} from 'lit';
import './templates.js';
import {formatDate} from '../src/format-date.js';
import {adoptOnce} from './adopt-once.js';
import {frameTable} from './frame-words.js';
import {metricTable} from './metric-words.js';
import {renderSourceButton} from './source-button.js';
import {tokens} from './tokens.js';
import type {SourceRequest} from './source-popover.js';

/** Everything but the plain card in light: dark, wall, large print; tile, hero and inline; the hairline box; English. */
const looks = css`
  .qd {
    --_r-tile: 1.875;
    --_r-hero: 7;
    --_surface: #fff;
  }
  @media screen {
    .qd[data-theme='dark'],
    .qd[data-theme='wall'] {
      color-scheme: dark;
      --_bg: #10171d;
      --_surface: #18222b;
      --_ink: #e9eef2;
      --_ink-2: #b7c2cb;
      --_rule: #8795a1;
      --_line: #2d3a45;
      --_line-strong: #70808d;
      --_warn: #e6b65c;
      --_on-accent: #0f171e;
      --_accent: #93c1ee;
      --_accent-soft: #12222f;
      --_accent-mark: #173349;
      --_l-min: 0.78;
      --_l-max: 0.86;
      --_c-max: 0.09;
      --_tint-soft: 18%;
      --_tint-mark: 48%;
    }
    .qd[data-theme='wall'] {
      --_bg: #0b1219;
      --_surface: #111b24;
      --_ink: #f2f5f8;
      --_ink-2: #bfcad3;
      --_rule: #677886;
      --_line: #263542;
      --_line-strong: #677886;
      --_accent: #9ac5ee;
      --_l-min: 0.8;
      --_c-max: 0.085;
      --_base: var(--qd-base, clamp(24px, 1.5rem, 48px));
      --_unit: 6px;
      --_thin: 2px;
      --_thick: 6px;
    }
  }
  .qd[data-text='large'] {
    --_base: var(--qd-base, clamp(26px, 1.625rem, 52px));
    --_unit: 5px;
    --_tap: 60px;
    --_thin: 2px;
    --_thick: 6px;
    --_leading-note: 1.7;
    --_r-caption: 0.9231;
    --_r-tile: 1.7;
    --_r-card: 2.5;
    --_r-feature: 3.75;
    --_r-hero: 4.5;
  }
  :host([framed]) .qd {
    border: var(--_thin) solid var(--_line);
    border-block-start-color: var(--_rule);
    background: var(--_surface);
    padding: calc(var(--_unit) * 4) calc(var(--_unit) * 6) calc(var(--_unit) * 3);
  }
  .tile .label {
    font-size: var(--_caption);
    color: var(--_ink-2);
    padding-block-end: var(--_unit);
  }
  .hero .label {
    font-size: calc(var(--_base) * 1.1875);
    padding-block-end: calc(var(--_unit) * 4);
  }
  .tile .note,
  .tile .foot {
    margin-block-start: calc(var(--_unit) * 2);
  }
  .tile .f {
    --_s: 0.6;
    --_u: 0.5;
    --_q: 0.5;
    --_max: var(--qd-metric-value-size, calc(var(--_base) * var(--_r-tile)));
  }
  .hero .f {
    --_s: 0.38;
    --_u: 0.27;
    --_q: 0.33;
    --_max: var(--qd-metric-value-size, calc(var(--_base) * var(--_r-hero)));
    line-height: 1;
  }
  :host([variant='inline']:not([hidden])) {
    display: inline !important;
    min-width: 0;
    content-visibility: visible;
  }
  :host([variant='hero']) {
    contain-intrinsic-size: 10rem 15rem;
  }
  /* In a sentence the figure takes the page's own type. */
  .inline {
    display: inline;
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    line-height: inherit;
  }
  .open {
    color: inherit;
  }
  .inline .f {
    font: inherit;
    border-block-end: 1px solid var(--_accent);
    padding: 0 0.04em;
    background: linear-gradient(var(--_accent-mark), var(--_accent-mark)) 0 100% / 100% 0.42em no-repeat;
    font-weight: 700;
    white-space: nowrap;
    color: inherit;
  }
  .inline .f .s,
  .inline .f .u,
  .inline .f .q {
    display: inline;
    font: inherit;
    line-height: inherit;
    color: inherit;
    margin: 0;
  }
  .open:hover .f {
    background-size: 100% 100%;
  }
  .inline .f .q {
    color: var(--_accent);
  }
  @media (forced-colors: active) {
    .inline .f {
      text-decoration: underline;
    }
  }
  .qd:lang(en) {
    font-variant-east-asian: proportional-width;
    text-autospace: no-autospace;
    text-spacing-trim: normal;
  }
  .qd .f:lang(en) {
    --_floor: calc(var(--_caption) * 1.3);
    white-space: normal;
    word-spacing: -0.1em;
  }
  .qd:lang(en) .s,
  .qd:lang(en) .u,
  .qd:lang(en) .q {
    word-spacing: normal;
    top: 0;
    margin-inline-start: 0;
    margin-inline-end: 0;
  }
`;

frameTable.en = {source: 'Source', sourceOf: (label) => `${label}, source`};
metricTable.en = {
  since: (date) => `Since ${formatDate(date, 'en')}`,
  basis: {cumulative: 'Cumulative', 'year-to-date': 'Year to date', point: 'At a point in time'},
  among: (count) => `${count} in all`,
};

/** A figure in a sentence; the button is the figure itself, where a report stands behind it. */
export function renderInline(
  language: string,
  look: {theme: string; text: string},
  drawing: HTMLElement,
  request?: Omit<SourceRequest, 'button'>,
): TemplateResult {
  return html`<span
    part="base"
    class="qd inline"
    lang=${language}
    data-theme=${look.theme}
    data-text=${look.text}
    >${request ? renderSourceButton(request, drawing) : drawing}</span
  >`;
}

let isAdded = false;

/** Adds the looks to what every widget wears: once a page, or once an element in browsers without shared sheets. */
export function addLooks(host: ReactiveElement): void {
  const {styleSheet} = tokens;
  if (!styleSheet) adoptOnce(host, looks);
  else if (!isAdded) {
    isAdded = true;
    styleSheet.replaceSync(tokens.cssText + looks.cssText);
  }
}
