import {css} from 'lit';

/**
 * A chart: title and switch, the words of the chart around its canvas, the table, notes. Labels above their bars
 * where there is little room, beside them where there is more.
 */
export const chartStyles = css`
  .qd {
    --_slate: #6d7a86;
    --_forced: none;
  }
  @media screen {
    .qd[data-theme='dark'],
    .qd[data-theme='wall'] {
      --_slate: #93a1ad;
    }
  }
  .chart {
    position: relative;
    border-block-start: var(--_thin) solid var(--_rule);
    padding-block-start: calc(var(--_unit) * 3);
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /*
   * A table that is only heard, searched or printed needs no layout: half of what a chart's layout costs. It stands out of
   * what its tag paints, so that it is never taken for visible.
   */
  .sheet.unseen {
    left: -2px;
    content-visibility: auto;
  }
  /* As for the tag itself, in tokens.ts. */
  @supports (background: -webkit-named-image(i)) {
    .sheet.unseen {
      content-visibility: visible;
    }
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
  }
  .titles {
    flex: 1 1 12em;
    min-width: 0;
    margin-inline-end: calc(var(--_unit) * 6);
    margin-block-end: calc(var(--_unit) * 2);
  }
  .title {
    font-size: calc(var(--_base) * 1.125);
    font-weight: 700;
    text-wrap: pretty;
  }
  .sub,
  .bottom {
    font-size: var(--_caption);
    line-height: var(--_leading-note);
    color: var(--_ink-2);
  }
  .switch {
    display: flex;
    flex: none;
  }
  .switch button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: var(--_tap);
    min-height: var(--_tap);
    padding: 0 0.7em;
    font-size: var(--_caption);
    color: var(--_ink-2);
    box-shadow: inset 0 calc(var(--_thin) * -1) 0 var(--_line-strong);
  }
  .switch [aria-pressed='true'] {
    color: var(--_ink);
    font-weight: 700;
    box-shadow: inset 0 calc(var(--_thick) * -1) 0 var(--_accent);
  }
  .switch button:hover {
    background: var(--_accent-soft);
  }
  [hidden] {
    display: none;
  }

  .view {
    container-type: inline-size;
    margin-block-start: calc(var(--_unit) * 2);
    margin-block-end: calc(var(--_unit) * 3);
  }
  .plot {
    position: relative;
  }
  .names {
    position: relative;
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    line-height: 1.5;
  }
  /* Above the tint of the current row. */
  .ink {
    position: absolute;
    z-index: 1;
    top: 0;
    bottom: 0;
    left: 0;
    right: 0;
    pointer-events: none;
  }
  canvas:focus {
    outline: none;
  }
  .plot:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 4px;
  }
  canvas {
    position: absolute;
    top: 0;
    left: 0;
    width: 100% !important;
    height: 100% !important;
  }
  small {
    font-size: var(--_caption);
    color: var(--_ink-2);
  }
  .value {
    white-space: nowrap;
    font-variant-numeric: tabular-nums lining-nums;
    text-autospace: no-autospace;
  }
  .track {
    display: block;
  }
  .current {
    background: var(--_accent-soft);
  }

  /* All rows are as high as the highest, so that they match the canvas, which cuts its height into equal parts. */
  .rows {
    --_track: calc(var(--_base) * 1.75);
  }
  .rows .names {
    grid-auto-rows: 1fr;
  }
  .rows .name {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    padding-block-start: calc(var(--_unit) * 2);
  }
  .rows .ink {
    right: min(calc(var(--room) * 1em), 60%);
    /* From the middle of each row down to its lower end, where the bar is. */
    transform: translateY(calc(50% / var(--n) - var(--_track) / 2));
  }
  .rows .track {
    position: relative;
    height: var(--_track);
    margin-inline-end: min(calc(var(--room) * 1em), 60%);
  }
  .rows .value {
    position: absolute;
    top: 50%;
    left: calc(var(--x, 0) * 100%);
    padding-inline-start: 0.5em;
    transform: translateY(-50%);
  }
  @container (min-width: 27em) {
    .rows {
      --_names: 10.5em;
    }
    .rows .name {
      display: grid;
      grid-template-columns: var(--_names) minmax(0, 1fr);
      align-items: center;
      padding-block-start: 0;
      min-height: calc(var(--_base) * 1.5 + var(--_unit) * 4);
    }
    .rows .label {
      padding: calc(var(--_unit) * 0.5) calc(var(--_unit) * 4) calc(var(--_unit) * 0.5) 0;
    }
    .rows .ink {
      left: var(--_names);
      transform: none;
    }
  }
  @container (min-width: 44em) {
    .rows {
      --_names: 16em;
    }
  }

  .columns {
    --_high: calc(var(--_base) * 11);
  }
  .columns .names {
    grid-template-columns: repeat(var(--n), minmax(0, 1fr));
  }
  .columns .ink {
    bottom: auto;
    height: var(--_high);
  }
  .columns .name {
    position: relative;
    padding-block-start: calc(var(--_high) + var(--_unit) * 2);
    text-align: center;
    font-size: var(--_caption);
    color: var(--_ink-2);
  }
  .columns .label {
    display: block;
    padding: 0 2px;
    word-break: keep-all;
    overflow-wrap: break-word;
  }
  .columns small {
    display: block;
  }
  .columns .value {
    position: absolute;
    top: calc(var(--y, 0.5) * var(--_high));
    left: 50%;
    transform: translate(-50%, -100%);
    font-size: var(--_base);
    color: var(--_ink);
  }
  /* Where words would meet, only the first, the last and the current point keep theirs. */
  .sparse .label,
  .sparse .value {
    visibility: hidden;
  }
  .sparse .end .label,
  .sparse .end .value,
  .sparse .current .label,
  .sparse .current .value {
    visibility: visible;
  }
  .sparse .label {
    position: absolute;
    top: calc(var(--_high) + var(--_unit) * 2);
    left: 50%;
    transform: translateX(-50%);
    white-space: nowrap;
    background: var(--_bg);
  }
  .sparse .names {
    padding-block-end: calc(var(--_caption) * 3.2);
  }
  .sparse .name:first-child .label,
  .sparse .name:first-child .value {
    left: 0;
    transform: none;
    text-align: start;
  }
  .sparse .name:first-child .value {
    transform: translateY(-100%);
  }
  .sparse .name:last-child .label,
  .sparse .name:last-child .value {
    left: auto;
    right: 0;
    transform: none;
    text-align: end;
  }
  .sparse .name:last-child .value {
    transform: translateY(-100%);
  }

  .ring {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .ring .ink {
    position: relative;
    flex: none;
    width: calc(var(--_base) * 11);
    height: calc(var(--_base) * 11);
    margin-inline-end: calc(var(--_unit) * 6);
  }
  .share {
    position: absolute;
    top: 50%;
    left: 0;
    right: 0;
    transform: translateY(-50%);
    text-align: center;
    font-size: calc(var(--_base) * 1.375);
    line-height: 1.2;
    font-variant-numeric: tabular-nums lining-nums;
    pointer-events: none;
  }
  .ring .names {
    flex: 1 1 12em;
    min-width: 0;
  }
  .ring .name {
    display: flex;
    align-items: baseline;
    padding-block-start: var(--_unit);
    padding-block-end: var(--_unit);
  }
  .ring .label {
    flex: 0 1 auto;
  }
  .ring .value {
    margin-inline-start: 0.75em;
  }
  .key {
    flex: none;
    align-self: flex-start;
    width: 1em;
    height: 0.7em;
    margin-block-start: 0.4em;
    margin-inline-end: 0.6em;
    background: var(--_slate);
  }
  .first .key {
    background: var(--_accent);
  }
  .key.rest {
    background: none;
    height: 0;
    margin-block-start: 0.75em;
    border-block-start: calc(var(--_thin) * 1.5) solid var(--_line-strong);
  }

  table {
    width: 100%;
    border-collapse: collapse;
    line-height: 1.5;
    margin-block-end: calc(var(--_unit) * 3);
  }
  th,
  td {
    text-align: start;
    font-weight: 400;
    vertical-align: baseline;
    padding: calc(var(--_unit) * 2) min(calc(var(--_unit) * 4), 3vw) calc(var(--_unit) * 2) 0;
    border-block-end: var(--_thin) solid var(--_line);
  }
  thead th {
    font-size: var(--_caption);
    color: var(--_ink-2);
    vertical-align: bottom;
    border-block-end-color: var(--_line-strong);
  }
  tbody th {
    min-width: min(5em, 20vw);
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .number b {
    white-space: nowrap;
    text-autospace: no-autospace;
  }
  .number span {
    display: block;
    font-size: var(--_caption);
    color: var(--_ink-2);
  }
  td.from,
  th.from {
    padding-inline-end: 0;
  }
  td.from {
    font-size: var(--_caption);
    color: var(--_ink-2);
  }
  a {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }

  .bottom {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    border-block-start: var(--_thin) solid var(--_line);
    padding-block-start: calc(var(--_unit) * 2);
  }
  .bottom .source {
    flex: none;
    margin-block-end: var(--_unit);
    margin-inline-end: calc(var(--_unit) * 4);
  }
  .notes {
    flex: 1 1 14em;
    min-width: 0;
  }
  .sources {
    list-style: none;
    margin: 0;
    padding: 0;
    margin-block-start: calc(var(--_unit) * 2);
  }
  .sources li {
    padding-block-start: calc(var(--_unit) * 3);
    padding-block-end: calc(var(--_unit) * 3);
    border-block-start: var(--_thin) solid var(--_line);
  }
  .of {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    font-size: var(--_caption);
    color: var(--_ink-2);
  }
  .of .source {
    flex: none;
    margin-inline-start: calc(var(--_unit) * 4);
  }
  blockquote {
    margin: 0;
    line-height: 1.8;
  }
  mark {
    color: inherit;
    font-weight: 700;
    background: linear-gradient(var(--_accent-mark), var(--_accent-mark)) 0 100% / 100% 0.5em no-repeat;
    border-block-end: 1px solid var(--_accent);
  }

  /* Not seen: from here the canvas takes its colours and measures. */
  .probe {
    position: absolute;
    visibility: hidden;
    width: 0;
    height: 0;
    font-size: var(--_base);
    color: var(--_accent);
    background-color: var(--_slate);
    border: var(--_thin) solid var(--_rule);
    border-bottom: var(--_thick) solid var(--_line-strong);
    border-left-color: var(--_bg);
  }
  /* It tells when one of them changes. */
  .watch {
    transition: 1ms;
    transition-property: color, background-color, border-top-color;
  }
  @media (forced-colors: active) {
    .probe {
      forced-color-adjust: none;
      color: CanvasText;
      background-color: CanvasText;
      border-color: CanvasText;
      border-left-color: Canvas;
    }
    .current {
      outline: 2px solid Highlight;
    }
    .switch button {
      border-block-end: var(--_thin) solid;
    }
    .switch [aria-pressed='true'] {
      border-block-end: var(--_thick) solid Highlight;
    }
    .first .key {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .key {
      border: 1px solid CanvasText;
    }
    mark {
      background: none;
    }
  }
  @media print {
    .switch,
    .bottom .source,
    .sheet .source,
    .sources .source {
      display: none;
    }
    .chart {
      break-inside: avoid;
    }
    .key {
      -webkit-print-color-adjust: exact;
      print-color-adjust: exact;
    }
    .current {
      background: none;
    }
    /* On paper a canvas is not clear where nothing is drawn. */
    .names {
      z-index: 2;
    }
    /* What could not be drawn in time is printed as its table. */
    .chart:not(.drawn) .view {
      display: none;
    }
    .chart:not(.drawn) .sheet {
      content-visibility: visible;
      position: static;
      width: auto;
      height: auto;
      margin: 0;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }
  }
`;
