import {css} from 'lit';

/** What lists share: rows with a hairline between them, headings, captions, running text. */
export const listStyles = css`
  .list {
    container-type: inline-size;
  }
  .rows {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .row {
    border-block-start: var(--_thin) solid var(--_line);
    padding-block-start: calc(var(--_unit) * 3);
    padding-block-end: calc(var(--_unit) * 3);
    content-visibility: auto;
    contain-intrinsic-size: auto 10rem auto 3rem;
  }
  /* Blocks of rows in a long list: a browser keeps note of each thing that it may skip. In a grid they have its columns. */
  .block {
    content-visibility: auto;
    contain-intrinsic-size: auto 10rem auto var(--_block, 45rem);
    display: inherit;
    grid-column: 1 / -1;
    grid-template-columns: inherit;
    column-gap: inherit;
  }
  /* A focus ring reaches out of the row. */
  .row:focus-within,
  .block:focus-within,
  .block .row {
    content-visibility: visible;
  }
  /* Its own test for WebKit, see the tokens. */
  @supports (background: -webkit-named-image(i)) {
    .block {
      content-visibility: visible;
    }
  }
  .tag {
    font-size: var(--_caption);
    line-height: 1.5;
    color: var(--_ink-2);
  }
  .tag i {
    margin-inline-start: 0.75em;
    font-style: normal;
  }
  .title {
    font-size: calc(var(--_base) * 1.375);
    line-height: 1.4;
    font-weight: 700;
    text-wrap: pretty;
  }
  .phrases {
    word-break: keep-all;
  }
  .body {
    line-height: 1.75;
    color: var(--_ink-2);
    max-width: 32em;
    text-wrap: pretty;
  }
  .song {
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
    font-weight: 700;
  }
  @media print {
    .row,
    .block {
      content-visibility: visible;
    }
    .row {
      break-inside: avoid;
    }
    .source {
      display: none;
    }
  }
`;
