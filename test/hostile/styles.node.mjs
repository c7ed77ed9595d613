/* Style sheets of portals, by accident or by age, against the classic embed file: no card changes. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {CARDS, installCards, TAGS} from './cards.mjs';
import {openPortal} from '../embed/portal.mjs';

/** Sheets that leave a card's surroundings as they are: the card must not change by a pixel. */
const SAME = {
  'all: initial': '* {all: initial} head, script, style, title, meta {display: none}',
  'all: unset': '* {all: unset} head, script, style, title, meta {display: none}',
  'all: revert': '* {all: revert}',
  'all: inherit': '.page, .page * {all: inherit} html {margin: 0}',
  'all: initial, important': '* {all: initial !important} head, script {display: none !important}',
  'all: unset, important': '* {all: unset !important} head, script {display: none !important}',
  'a size of type of 0': '* {font-size: 0 !important}',
  'a size of type of 1px': '* {font-size: 1px !important} html {font-size: 16px !important}',
  'a huge size of type': 'body, body * {font-size: 90px !important}',
  'no div': 'div {display: none !important}',
  'no p, span, button': 'p, span, button, ul, li, dl, table {display: none !important}',
  'transparent text': '* {color: transparent !important; -webkit-text-fill-color: transparent}',
  'white text': '* {color: #fff !important; -webkit-text-fill-color: #fff !important}',
  'text filled white':
    'body, body * {-webkit-text-fill-color: #fff !important; -webkit-text-stroke: 4px #fff}',
  'a line height of 0': '* {line-height: 0 !important}',
  'a line height of 5': '* {line-height: 5 !important}',
  'wide letters': '* {letter-spacing: 1em !important; word-spacing: 3em !important}',
  'letters on top of each other': '* {letter-spacing: -1em !important}',
  capitals: '* {text-transform: uppercase !important; font-variant: small-caps !important}',
  'full width': '* {text-transform: full-width !important}',
  'an indent out of the page': '* {text-indent: -9999px !important}',
  'text to the right': '* {text-align: right !important; text-align-last: justify !important}',
  'no wrap':
    '* {white-space: nowrap !important; overflow-wrap: normal !important; word-break: keep-all !important}',
  'white space kept': '* {white-space: pre !important; tab-size: 40 !important}',
  'breaks anywhere':
    '* {word-break: break-all !important; line-break: anywhere !important; hyphens: auto !important}',
  'another font':
    "* {font-family: 'Wingdings', cursive !important; font-style: italic !important; font-weight: 100 !important; font-stretch: 50% !important}",
  'a shadow of text': '* {text-shadow: 0 0 40px #fff !important; text-decoration: line-through !important}',
  'emphasis marks': '* {text-emphasis: dot !important; text-underline-offset: 3em !important}',
  'right to left': '* {direction: rtl !important}',
  'letters overridden': '* {unicode-bidi: bidi-override !important}',
  'right to left, overridden': '* {direction: rtl !important; unicode-bidi: bidi-override !important}',
  'box-sizing: content-box': '* {box-sizing: content-box !important}',
  'box-sizing: border-box': '* {box-sizing: border-box !important}',
  'no events and no selection':
    '* {pointer-events: none !important; user-select: none !important; cursor: none !important}',
  'a list style': '* {list-style: square inside !important; quotes: "X" "Y" !important}',
  'a table style':
    '* {border-collapse: collapse !important; border-spacing: 20px !important; caption-side: bottom !important; empty-cells: hide !important}',
  'lines before and after':
    '*::before, *::after {content: "X" !important; display: block !important; font-size: 80px}',
  'a first line':
    '*::first-line {font-size: 80px !important; color: #fff !important} *::first-letter {font-size: 99px}',
  'our class names':
    '.qd, .m, .label, .box, .f, .n, .s, .u, .q, .foot, .source, .card {display: none !important; font-size: 3px !important}',
  'our parts': '[part], [part="base"], [part="figure"] {display: none !important}',
  'our state': '[state="ready"] {color: #fff}',
  'unknown tags as inline':
    ':not(html):not(head):not(body):not(main):not(script):not(style) {display: inline !important}',
  'tags with a hyphen hidden by display':
    'qd-metric, qd-progress, qd-issue-list {display: inline; float: left}',
  transparency: 'main > * {opacity: 0 !important}',
  'a background':
    'main > * {background: #000 !important; border: 9px solid red !important; padding: 40px !important}',
  // Not for all: lists in columns within columns take Chromium many seconds, with ours or without.
  columns: 'main > * {columns: 3 !important; column-gap: 40px !important}',
  'a rounding of 50%': 'main > * {border-radius: 50% !important; box-shadow: 0 0 9px red}',
  'fonts smoothed':
    '* {-webkit-font-smoothing: none; font-feature-settings: "hwid" !important; font-kerning: none !important; font-variant-numeric: oldstyle-nums !important}',
  'a turn of letters': '* {text-orientation: upright !important; text-combine-upright: all !important}',
  'variables of ours':
    ':root, * {--_ink: #fff; --_base: 1px; --_caption: 1px; --_unit: 90px; --n: 90; --r: 90; --_s: 9; --_max: 1px}',
  'a size-adjust': '* {-webkit-text-size-adjust: 500% !important; text-size-adjust: 500% !important}',
  'an old reset':
    'html, body, div, span, h1, p, a, em, img, strong, b, u, i, center, dl, dt, dd, ol, ul, li, form, label, table, caption, tbody, tr, th, td {margin: 0; padding: 0; border: 0; font-size: 100%; font: inherit; vertical-align: baseline}',
  'a vertical alignment': '* {vertical-align: super !important; clear: both !important}',
  animations:
    '* {animation: none !important; transition: all 10s !important; will-change: transform !important}',
};

/** Sheets that move or resize the page around the cards: they stay whole, legible and apart from each other. */
const FREE = {
  floats: '* {float: left !important}',
  'floats to the right': 'main > * {float: right !important}',
  'vertical writing': '* {writing-mode: vertical-rl !important}',
  'vertical writing on the root': 'html {writing-mode: vertical-lr}',
  'a root of 1px': 'html {font-size: 1px !important}',
  'a root of 100px': 'html {font-size: 100px !important}',
  'a root of 100vw / 7.5': 'html {font-size: calc(100vw / 7.5) !important}',
  'a root of 62.5%': 'html {font-size: 62.5%}',
  'zoom 0.5': 'html {zoom: 0.5}',
  'zoom 2': 'html {zoom: 2}',
  'a flex row': 'main {display: flex; flex-wrap: wrap}',
  'a flex column': 'main {display: flex; flex-direction: column; align-items: flex-start}',
  'a grid of three': 'main {display: grid; grid-template-columns: repeat(3, 1fr)}',
  'a grid of 12':
    'main {display: grid; grid-template-columns: repeat(12, minmax(0, 1fr))} main > * {grid-column: span 6}',
  'flex for all': 'main, main > * {display: flex !important}',
  'grid for all': 'main, main > * {display: grid !important; gap: 30px !important}',
  'a table layout': 'main {display: table} main > * {display: table-cell !important}',
  'three columns of the page': 'main {columns: 3}',
  'a narrow page': 'main {width: 320px}',
  centred: 'body {text-align: center} main {width: fit-content; margin: auto}',
  'no minimum': '* {min-width: 0 !important; min-height: 0 !important; max-width: 100% !important}',
  'line clamp':
    'main > * {display: -webkit-box !important; -webkit-line-clamp: 1; -webkit-box-orient: vertical}',
  'positions relative': '* {position: relative !important; z-index: 9}',
  contained: 'main > * {contain: layout paint style}',
  'a height of 0 for all in main': 'main > * {max-height: none; height: auto !important}',
  margins: '* {margin: 20px !important}',
};

describe('a card on a page with', () => {
  let portal;
  let page;
  let plain;
  let seen;
  before(async () => {
    portal = await openPortal();
    ({page, seen} = await portal.open(
      `<meta name="viewport" content="width=device-width"><main class="page">${CARDS}</main><script defer src="/qd/qd.iife.js"></script>`,
      {policy: "default-src 'self'; style-src 'self' 'unsafe-inline'", before: installCards},
    ));
    // Room for all of it, so that nothing is left for later.
    await page.setViewport({width: 1200, height: 9000});
    assert.deepEqual(await page.evaluate((tags) => cards.settle(tags), TAGS), []);
    plain = await look();
  });
  after(() => portal.close());

  async function look(css = '') {
    return JSON.parse(
      await page.evaluate(
        async (tags, text) => {
          const style = document.head.appendChild(document.createElement('style'));
          style.textContent = text;
          // What comes into view is drawn a frame later, and may move what is below it.
          let told;
          for (let tries = 0, before; tries < 40 && (told === undefined || told !== before); tries++) {
            before = told;
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            told = cards.look(tags);
          }
          style.remove();
          return told;
        },
        TAGS,
        css,
      ),
    );
  }

  /** Runs of text as far as they are seen, in the order in which they stand in a line. */
  function isLegible(card, name) {
    for (const run of card.runs) {
      // The boxes that stand for Han characters on a machine without fonts are flatter, and a little wider.
      assert.ok(run.size >= 11, `${name}: ${run.text} at ${run.size}px`);
      assert.ok(run.width > 1 && run.height >= 8, `${name}: ${run.text} is ${run.width} × ${run.height}`);
      assert.ok(
        run.x >= -4 && run.x + run.width <= card.width + 4,
        `${name}: ${run.text} from ${run.x} to ${run.x + run.width} of ${card.width}`,
      );
    }
  }

  for (const [name, css] of Object.entries(SAME)) {
    it(`${name}, the same`, async () => {
      const changed = await look(css);
      assert.equal(changed.length, plain.length);
      const wrong = [];
      changed.forEach((card, i) => {
        const old = plain[i];
        const who = `${card.tag} ${i}`;
        if (card.text !== old.text)
          wrong.push(`${who} says ${card.text.slice(0, 80)}, not ${old.text.slice(0, 80)}`);
        else if (card.opacity !== '1') wrong.push(`${who} has opacity ${card.opacity}`);
        else {
          // A margin around the page may have gone, so a card's width may be another by that much.
          const isWide = Math.abs(card.width - old.width) <= 1;
          for (const [j, run] of card.runs.entries()) {
            const other = old.runs[j];
            const keys = isWide ? ['x', 'y', 'width', 'height', 'size'] : ['size'];
            const off = keys.find((key) => Math.abs(run[key] - other[key]) > 1.5);
            if (off)
              wrong.push(`${who} has ${run.text.slice(0, 20)} with ${off} ${run[off]}, not ${other[off]}`);
            else if (run.color !== other.color)
              wrong.push(`${who} has ${run.text.slice(0, 20)} in ${run.color}`);
            else if (run.family !== other.family)
              wrong.push(`${who} has ${run.text.slice(0, 20)} in ${run.family}`);
            if (off) break;
          }
          if (isWide && Math.abs(card.height - old.height) > 1.5)
            wrong.push(`${who} is ${card.height} high, not ${old.height}`);
        }
      });
      assert.deepEqual(wrong, []);
      changed.forEach((card) => isLegible(card, card.tag));
    });
  }

  for (const [name, css] of Object.entries(FREE)) {
    it(`${name}, whole and legible`, async () => {
      const changed = await look(css);
      changed.forEach((card, i) => {
        assert.equal(card.text, plain[i].text);
        isLegible(card, `${card.tag} ${i}`);
        for (const other of changed.slice(0, i)) {
          for (const [a, b] of card.boxes.flatMap((own) => other.boxes.map((box) => [own, box]))) {
            const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
            const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
            assert.ok(across < 2 || down < 2, `${card.tag} lies on ${other.tag} by ${across} × ${down}`);
          }
        }
      });
    });
  }

  it('these, all without an error', () => assert.deepEqual(seen.errors, []));
});
