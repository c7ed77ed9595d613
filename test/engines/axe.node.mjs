/* Every tag of the built embed files in a browser other than Chromium: no fault that axe finds, light and dark, in both languages. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {openPortal, shownText} from '../embed/portal.mjs';
import {CARDS, TAGS} from '../hostile/cards.mjs';

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url));
const CHART =
  '<qd-chart report="qingdao-2024-h1" indicators="ocean-data-share rubber-industry-data-share"></qd-chart>';
const DASHBOARD = '<qd-dashboard report="qingdao-2024-h1"></qd-dashboard>';

describe('a page of every tag has no fault that axe finds,', () => {
  let portal;
  let opened;
  before(async () => {
    portal = await openPortal();
    portal.files.set('/axe.js', AXE);
    for (const theme of ['light', 'dark']) {
      portal.files.set(`/${theme}.css`, `body { background: ${theme === 'dark' ? '#10171e' : '#fff'} }`);
    }
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => portal.close());

  for (const theme of ['light', 'dark']) {
    for (const lang of ['zh-CN', 'en']) {
      it(`${theme}, ${lang}`, async () => {
        // The card that has a theme and a language of its own keeps its theme beside the page's.
        // One of them has all the others inside once more, and takes as long as they do.
        const isPlain = theme === 'light' && lang === 'zh-CN';
        const tags = (CARDS + CHART + (isPlain ? DASHBOARD : ''))
          .replace('locale="en" theme="dark" framed', 'framed')
          .replace(/<(qd-[a-z]+(?:-[a-z]+)*) /g, `<$1 theme="${theme}" `);
        opened = await portal.open(
          `<link rel="stylesheet" href="/${theme}.css"><script defer src="/axe.js"></script><script defer src="/qd/qd.iife.js"></script><main lang="${lang}"><h1 hidden>1</h1>${tags}</main>`,
        );
        const {page} = opened;
        const cards = await shownText(page, `${TAGS}, qd-chart, qd-dashboard`);
        assert.match(cards[0].text, lang === 'en' ? /Source/ : /出处/);
        const {faults, passes} = await page.evaluate(async () => {
          const {violations, passes: fine} = await globalThis.axe.run(document.querySelector('main'), {
            resultTypes: ['violations', 'passes'],
          });
          return {
            faults: violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join('\n')}`),
            passes: fine.map(({id}) => id),
          };
        });
        assert.deepEqual(faults, []);
        assert.ok(passes.includes('color-contrast'), 'it has seen the colours');
      });
    }
  }
});
