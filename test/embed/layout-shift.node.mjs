import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {openPortal} from './portal.mjs';

const {observations} = JSON.parse(
  readFileSync(new URL('../../dist/seeds/qingdao-2024-h1.json', import.meta.url), 'utf8'),
);
const CARDS = observations
  .map(
    ({indicator, label, printed}) =>
      `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${label['zh-CN']} ${printed}</qd-metric>`,
  )
  .join('');
const GRID =
  '<style>.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr))}</style>' +
  `<div class="cards">${CARDS}</div>`;
const SHEET = '<link rel="stylesheet" href="/qd/qd.css">';

/** Runs in the page before its content: what moves, and how far. */
function watch() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const {value, sources} of list.getEntries()) {
      globalThis.shifts.push({value, moved: sources.map(({node}) => node?.nodeName ?? 'gone')});
    }
  }).observe({type: 'layout-shift', buffered: true});
}

describe('a page whose script comes after it has been painted', () => {
  let portal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  /** The shifts once all cards are drawn, the fallback text having been on the screen for two frames. */
  async function shifts(html, width) {
    const {page} = await portal.open(html, {policy: '', before: watch, viewport: {width, height: 900}});
    await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await frame();
      await frame();
      const script = document.createElement('script');
      Object.assign(script, {type: 'module', src: '/qd/qd.js'});
      document.head.append(script);
    });
    await page.waitForFunction(() =>
      [...document.querySelectorAll('qd-metric')].every(({state}) => state === 'ready'),
    );
    // The observer is told after the frame.
    await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
        ),
    );
    const seen = await page.evaluate(() => globalThis.shifts);
    await page.close();
    return seen;
  }

  for (const width of [1280, 360]) {
    for (const [where, cards] of [
      ['in a column', `<div>${CARDS}</div>`],
      ['in a grid', GRID],
    ]) {
      it(`moves no card without it, ${where}, ${width} px wide`, async () => {
        const seen = await shifts(`${cards}<p>后文</p>`, width);
        const cardsMoved = seen.flatMap(({moved}) => moved).filter((name) => name !== 'P');
        assert.deepEqual(cardsMoved, []);
      });
    }
  }

  for (const width of [1280, 360]) {
    it(`moves nothing with qd.css, in a column, ${width} px wide`, async () => {
      assert.deepEqual(await shifts(`${SHEET}<div>${CARDS}</div><p>后文</p>`, width), []);
    });

    // The height of a row of cards on common lines is that of its tallest, which only its data tell.
    it(`moves little with qd.css on common lines, ${width} px wide`, async () => {
      const seen = await shifts(`${SHEET}<div class="qd-grid">${CARDS}</div><p>后文</p>`, width);
      const sum = seen.reduce((total, {value}) => total + value, 0);
      assert.ok(sum < 0.1, `${sum}`);
    });
  }

  it('keeps a card’s place with qd.css on common lines, while its report does not come', async () => {
    const card = '<qd-metric src="/slow.json" indicator="parks">公园 12个</qd-metric>';
    const {page} = await portal.open(
      `${SHEET}<div class="qd-grid">${card}${card.replaceAll('metric', 'progress')}</div>
        <script type="module" src="/qd/qd.js"></script>`,
      {policy: '', before: () => (globalThis.fetch = () => new Promise(() => {}))},
    );
    const heights = await page.evaluate(async () => {
      const cards = [...document.querySelector('.qd-grid').children];
      while (!cards.every(({state, shadowRoot}) => state === 'loading' && shadowRoot)) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return cards.map(({offsetHeight}) => offsetHeight);
    });
    assert.deepEqual(heights, [132, 132]);
    await page.close();
  });

  it('is told when something moves', async () => {
    const {page} = await portal.open('<p id="first">前文</p><p>后文</p>', {policy: '', before: watch});
    const seen = await page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      await frame();
      document.querySelector('#first').style.height = '300px';
      await frame();
      await frame();
      return globalThis.shifts;
    });
    assert.deepEqual(
      seen.flatMap(({moved}) => moved),
      ['P'],
    );
    await page.close();
  });
});
