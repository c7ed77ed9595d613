import {css} from '@lit/reactive-element';

/**
 * For cards in tags that stood in the page before the script, of which there are more than a screen shows: skipped is the card then, not its tag. Chromium compares an
 * element that becomes contained with all that are, but not one that has been so from its first style. On the lines of a
 * grid around it (`--qd-display`) a card takes part in the grid's layout.
 */
export const crowdStyles = css`
  :host([state][state]) {
    content-visibility: visible;
  }
  :host(:not(:focus-within)) .qd {
    content-visibility: var(--qd-display, var(--_skip, auto));
    contain-intrinsic-size: inherit;
  }
`;

/** The anatomy of a card, top to bottom: rule, label, figure, graphic, note, source; and its states. */
export const cardStyles = css`
  /* The fallback in a tag that came after the script: with the room of the plainest card, as embed/qd.css keeps it for others. */
  .wait {
    display: block;
    grid-row: 1 / -1;
    min-height: 8.25rem;
  }
  .m {
    position: relative;
    display: grid;
    grid-template-rows: var(--qd-rows, auto auto 1fr auto);
    grid-row: 1 / -1;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    height: 100%;
    border-block-start: var(--_thin) solid var(--_rule);
    padding-block-start: calc(var(--_unit) * 3);
  }
  .label {
    padding-block-end: calc(var(--_unit) * 3);
    text-wrap: pretty;
  }
  .note {
    font-size: var(--_caption);
    line-height: var(--_leading-note);
    color: var(--_ink-2);
    margin-block-start: calc(var(--_unit) * 3);
  }
  .foot {
    align-self: end;
    margin-block-start: calc(var(--_unit) * 3);
    font-size: var(--_caption);
    color: var(--_ink-2);
    grid-row-end: -1;
  }

  /* Corner brackets quote the word. */
  .source {
    position: relative;
    display: inline-block;
    padding: 0.12em 0.45em 0.18em;
    line-height: 1.3;
    font-size: var(--_caption);
    white-space: nowrap;
    --_c: linear-gradient(var(--_accent), var(--_accent));
    background:
      var(--_c) 0 0 / 0.38em 1.5px no-repeat,
      var(--_c) 0 0 / 1.5px 0.46em no-repeat,
      var(--_c) 100% 100% / 0.38em 1.5px no-repeat,
      var(--_c) 100% 100% / 1.5px 0.46em no-repeat;
  }
  /* The finger's target is larger than the drawing. */
  .source::after {
    content: '';
    position: absolute;
    top: 50%;
    left: 50%;
    width: 100%;
    min-width: var(--_tap);
    height: var(--_tap);
    transform: translate(-50%, -50%);
  }
  .source:hover {
    background-color: var(--_accent-soft);
  }
  .source:active,
  .source[aria-expanded='true'] {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  @media print {
    .foot {
      display: none;
    }
    .m {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    /* The plate that is drawn behind a large figure must not cover it. */
    .label {
      position: relative;
      z-index: 1;
    }
    .source {
      background: none;
      border: 1px solid;
    }
  }
`;
