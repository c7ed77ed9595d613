import {css} from '@lit/reactive-element';

/**
 * Colour, type and space for one widget, set on the `.qd` element inside its shadow root:
 * the light theme in standard size. The others are in `looks.ts`.
 *
 * Everything inherited from the page is reset there, so that no style sheet of a portal reaches a card; what
 * the page may set is `--qd-brand`, `--qd-base` and the two font families. Only `visibility` comes through: a
 * card in a hidden menu stays hidden. Accents are derived from the brand by fitting its lightness into a
 * window, so that any brand keeps its contrast; kernels without relative colour use fixed ones.
 *
 * Chromium 83 knows neither `inset`, `gap` on flex, `:is`, nor logical shorthands: they stand here only as
 * enhancements.
 */
export const tokens = css`
  :host {
    display: var(--qd-display, flow-root) !important;
    grid-template-rows: var(--qd-rows, none);
    float: none !important;
    columns: auto !important;
    writing-mode: horizontal-tb !important;
    opacity: 1 !important;
    padding: 0 !important;
    border: 0 !important;
    background: none !important;
    min-width: min(100%, 10rem);
    contain-intrinsic-size: 10rem 9rem;
    contain-intrinsic-size: auto 10rem auto 9rem;
  }
  :host::before,
  :host::after {
    content: none !important;
  }
  /*
   * Not while thousands wait for their slice: to skip them all at once would cost seconds of style (crowdStyles). Not with
   * the focus, whose ring and popover reach out of the box.
   */
  :host([state]:not(:focus-within)) {
    content-visibility: auto;
  }
  /* WebKit may leave a card in view without a size; what does not fit stays inside all the same. Its own test for itself. */
  @supports (background: -webkit-named-image(i)) {
    :host([state]:not(:focus-within)) {
      contain: content;
      content-visibility: visible;
      --_skip: visible;
    }
  }
  :host([hidden]) {
    display: none !important;
  }
  .qd {
    all: initial;
    /* Not among all: in a page from right to left the pieces of a figure would change places. */
    direction: ltr;
    visibility: inherit;
    display: block;
    box-sizing: border-box;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;

    --_base: var(--qd-base, clamp(16px, 1rem, 32px));
    --_unit: 4px;
    --_tap: 44px;
    --_thin: 1px;
    --_thick: 4px;
    --_leading-note: 1.6;
    --_r-caption: 0.875;
    --_caption: calc(var(--_base) * var(--_r-caption));
    --_r-card: 2.75;

    --_bg: #fff;
    --_ink: #15202a;
    --_ink-2: #46535e;
    --_rule: #15202a;
    --_line: #d3dae0;
    --_line-strong: #76838d;
    --_on-accent: #fff;
    --_brand: var(--qd-brand, #1d5b96);
    --_accent: var(--_brand);
    --_accent-soft: #edf2f7;
    --_accent-mark: #d2deea;
    --_l-min: 0.2;
    --_l-max: 0.47;
    --_c-max: 0.18;
    --_tint-soft: 8%;
    --_tint-mark: 20%;

    color: var(--_ink);
    color-scheme: light;
    font-family: var(
      --qd-font-sans,
      'PingFang SC',
      'HarmonyOS Sans SC',
      MiSans,
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'WenQuanYi Micro Hei',
      Arial,
      sans-serif
    );
    font-size: var(--_base);
    line-height: 1.5;
    line-break: strict;
    overflow-wrap: anywhere;
    text-autospace: normal;
    text-spacing-trim: trim-start;
  }
  @supports (color: oklch(from red l c h)) {
    .qd {
      --_accent: oklch(
        from var(--_brand) clamp(var(--_l-min), l, var(--_l-max)) min(c, var(--_c-max)) h
      ) !important;
      --_accent-soft: color-mix(in oklab, var(--_brand) var(--_tint-soft), var(--_bg)) !important;
      --_accent-mark: color-mix(in oklab, var(--_brand) var(--_tint-mark), var(--_bg)) !important;
    }
  }
  @media (prefers-contrast: more) {
    .qd {
      --_ink-2: var(--_ink) !important;
      --_line: var(--_line-strong) !important;
    }
  }
  p {
    margin: 0;
  }
  button {
    all: unset;
    box-sizing: border-box;
    cursor: pointer;
    color: var(--_accent);
  }
  :focus {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
`;
