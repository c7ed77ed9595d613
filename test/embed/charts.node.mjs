import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {openPortal} from './portal.mjs';

const CHARTS = `
  <qd-chart report="qingdao-2024-h1" indicators="rubber-industry-data public-data-records ocean-data-records"></qd-chart>
  <qd-chart report="qingdao-2024-h1" indicators="public-data-records" type="line"></qd-chart>
  <qd-chart report="qingdao-2024-h1" indicators="ocean-data-share" type="doughnut"></qd-chart>`;
const MODULE = '<script type="module" src="/qd/qd.js"></script>';
const CLASSIC = '<script defer src="/qd/qd.iife.js"></script>';

/** Once all charts have settled: how many pixels each has painted, and whether its table is seen. */
const charts = (page) =>
  page.evaluate(async () => {
    const all = [...document.querySelectorAll('qd-chart')];
    const isSeen = (el) => el.shadowRoot.querySelector('table').parentElement.clientWidth > 2;
    const hasSettled = (el) => el.state === 'ready' && (el.shadowRoot.querySelector('.drawn') || isSeen(el));
    for (let tries = 0; tries < 200 && !all.every(hasSettled); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return all.map((el) => {
      const canvas = el.shadowRoot.querySelector('canvas');
      const data = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let painted = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i]) painted++;
      return {painted, isTableSeen: isSeen(el)};
    });
  });

describe('charts in the embed files', () => {
  let portal;
  let opened;
  const open = async (...args) => (opened = await portal.open(...args));
  before(async () => {
    portal = await openPortal();
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => portal.close());

  const areDrawn = async (page) => {
    for (const {painted, isTableSeen} of await charts(page)) {
      assert.ok(painted > 200);
      assert.equal(isTableSeen, false);
    }
  };
  const areTables = async (page) => {
    for (const {painted, isTableSeen} of await charts(page)) {
      assert.equal(painted, 0);
      assert.equal(isTableSeen, true);
    }
  };
  const files = ({requests}) => requests.filter((url) => url.startsWith('/qd/'));

  for (const [name, script, expected] of [
    ['the module', MODULE, ['/qd/qd.js', '/qd/qd-chart-lib.js']],
    ['the classic file', CLASSIC, ['/qd/qd.iife.js']],
  ]) {
    describe(name, () => {
      it('draws under a strict policy, with nothing but its own files', async () => {
        const {page, seen, violations} = await open(CHARTS + script);
        await areDrawn(page);
        assert.deepEqual(await violations(), []);
        assert.deepEqual(seen.errors, []);
        assert.deepEqual(files(seen), expected);
      });

      for (const [what, before] of [
        ['has another Array.from', () => (Array.from = (value) => [].slice.call(value))],
        ['has no ResizeObserver', () => delete globalThis.ResizeObserver],
        ['gives no canvas', () => (HTMLCanvasElement.prototype.getContext = () => null)],
      ]) {
        it(`shows the tables alone in a page that ${what}, with nothing uncaught`, async () => {
          const {page, seen} = await open(CHARTS + script, {before});
          if (what === 'gives no canvas')
            await page.waitForFunction(
              () => !document.querySelector('qd-chart').shadowRoot?.querySelector('canvas'),
            );
          await areTables(page);
          assert.deepEqual(seen.errors, []);
        });
      }

      it('draws where the page has added plain values to Object.prototype', async () => {
        const {page, seen} = await open(CHARTS + script, {
          before: () => {
            // eslint-disable-next-line no-extend-native -- what old portals do
            Object.prototype.flag = 1;
          },
        });
        await areDrawn(page);
        assert.deepEqual(seen.errors, []);
      });

      it('follows the reader’s own colours as they come and go', async () => {
        const {page} = await open(CHARTS + script);
        await areDrawn(page);
        const firstPixel = () =>
          page.evaluate(() => {
            const canvas = document.querySelector('qd-chart').shadowRoot.querySelector('canvas');
            const {data} = canvas.getContext('2d').getImageData(canvas.width / 4, canvas.height / 6, 1, 1);
            return [...data].join();
          });
        const usual = await firstPixel();
        for (const [value, isDrawn] of [
          ['active', (pixel) => pixel === '0,0,0,255' || pixel === '255,255,255,255'],
          ['none', (pixel) => pixel === usual],
        ]) {
          await page.emulateMediaFeatures([{name: 'forced-colors', value}]);
          let pixel;
          for (let tries = 0; tries < 100 && !isDrawn((pixel = await firstPixel())); tries++) {
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          assert.ok(isDrawn(pixel), `forced-colors ${value}: ${pixel}`);
        }
      });

      it('prints', async () => {
        const {page, seen} = await open(CHARTS + script);
        await areDrawn(page);
        assert.ok((await page.pdf()).length > 1_000);
        await areDrawn(page);
        assert.deepEqual(seen.errors, []);
      });
    });
  }

  it('asks for chart.js only when a chart comes near', async () => {
    portal.files.set('/far.css', '.far { height: 4000px }');
    const far = '<link rel="stylesheet" href="/far.css"><div class="far"></div>';
    const {page, seen} = await open(far + CHARTS + MODULE);
    assert.deepEqual(files(seen), ['/qd/qd.js']);
    await page.evaluate(() => document.querySelector('qd-chart').scrollIntoView());
    await areDrawn(page);
    assert.deepEqual(files(seen), ['/qd/qd.js', '/qd/qd-chart-lib.js']);
  });

  it('shows the tables alone where the file of the charts is missing', async () => {
    portal.files.set('/qd/qd-chart-lib.js', (_request, response) => response.writeHead(404).end());
    const {page, seen} = await open(CHARTS + MODULE);
    portal.files.delete('/qd/qd-chart-lib.js');
    await areTables(page);
    assert.deepEqual(seen.errors, []);
    assert.equal(seen.console.filter((line) => /charts cannot be drawn/.test(line)).length, 1);
  });
});
