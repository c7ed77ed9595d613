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
  /* A focus ring reaches out of the row. */
  .row:focus-within {
    content-visibility: visible;
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
    .row {
      break-inside: avoid;
      content-visibility: visible;
    }
    .source {
      display: none;
    }
  }
`;
