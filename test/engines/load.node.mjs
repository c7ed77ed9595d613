/*
 * The embed files in a browser other than Chromium, however they are loaded, under the policy that the package promises
 * to work under: no violation, no error, no request but for themselves, and cards that have their looks.
 */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {openPortal, shownText} from '../embed/portal.mjs';
import {CARDS, TAGS} from '../hostile/cards.mjs';

const CLASSIC = '<script src="/qd/qd.iife.js"></script>';
const DEFERRED = '<script defer src="/qd/qd.iife.js"></script>';
const MODULE = '<script type="module" src="/qd/qd.js"></script>';
const SHEET = '<link rel="stylesheet" href="/qd/qd.css">';
const CHART =
  '<qd-chart report="qingdao-2024-h1" indicators="ocean-data-share rubber-industry-data-share"></qd-chart>';
const ALL = `${CARDS}${CHART}<qd-dashboard report="qingdao-2024-h1"></qd-dashboard>`;

/** Each page, and how often its console says that a copy steps aside. */
const PAGES = {
  'the classic file in the head': [CLASSIC + ALL],
  'the classic file at the end': [ALL + CLASSIC],
  'the classic file, deferred': [DEFERRED + ALL],
  'the classic file, async': [`<script async src="/qd/qd.iife.js"></script>${ALL}`],
  'the classic file with its style sheet': [SHEET + DEFERRED + ALL],
  'the module in the head': [MODULE + ALL],
  'the module at the end': [ALL + MODULE],
  'the module with its style sheet': [SHEET + MODULE + ALL],
  'the classic file twice': [DEFERRED + ALL + DEFERRED, 1],
  'the classic file twice, by two addresses': [CLASSIC + ALL + '<script src="/qd/qd.iife.js?2"></script>', 1],
  'the module by two addresses': [MODULE + ALL + '<script type="module" src="/qd/qd.js?2"></script>', 1],
  'both, the classic file first': [DEFERRED + MODULE + ALL, 1],
  'both, the module first': [MODULE + DEFERRED + ALL, 1],
};

describe('a page with every tag and', () => {
  let portal;
  let opened;
  before(async () => {
    portal = await openPortal();
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => portal.close());

  for (const [name, [html, asides = 0]] of Object.entries(PAGES)) {
    it(name, async () => {
      opened = await portal.open(html);
      const {page, seen, violations} = opened;
      const cards = await shownText(page, `${TAGS}, qd-chart, qd-dashboard`);
      assert.deepEqual(
        cards.map(({state}) => state ?? 'ready'),
        cards.map((_card, i) => (i === 5 ? 'error' : 'ready')),
      );
      assert.match(cards[0].text, /^数据资源调用921\.61亿次/);
      assert.match(cards[4].text, /常住人口约1044\.27万人/);
      assert.match(cards[5].text, /no-such-figure/);
      assert.deepEqual(await page.evaluate(looksOf), {
        rule: 'solid',
        isFigureLarger: true,
        isDark: true,
        sheets: 0,
      });
      assert.deepEqual(await violations(), []);
      assert.deepEqual(seen.errors, []);
      const said = seen.console.filter((line) => !/no-such-figure/.test(line));
      assert.equal(said.length, asides, said.join('\n'));
      for (const line of said) assert.match(line, /loaded twice|steps aside/);
      const asked = seen.requests.filter(
        (url) => !/^\/(qd\/qd(\.iife\.js|\.js|\.css|-chart-lib\.js)(\?2)?)?$/.test(url),
      );
      assert.deepEqual(asked, []);
    });
  }

  it('draws each card that the reader comes to', async () => {
    opened = await portal.open(DEFERRED + ALL);
    await shownText(opened.page, `${TAGS}, qd-chart, qd-dashboard`);
    assert.deepEqual(await opened.page.evaluate(blankOnes, TAGS), []);
  });
});

/** In the page: the cards that stay without a size though they have been scrolled to. */
async function blankOnes(selector) {
  const blank = [];
  for (const tag of document.querySelectorAll(selector)) {
    tag.scrollIntoView();
    const isDrawn = () =>
      [...tag.shadowRoot.querySelectorAll('*')].some((one) => one.getBoundingClientRect().height > 0);
    for (let tries = 0; tries < 40 && !isDrawn(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    if (!isDrawn()) blank.push(`${tag.outerHTML} at ${tag.getBoundingClientRect().top} of ${innerHeight}`);
  }
  return blank;
}

/** In the page: whether the styles of cards have come, and what of the page has been touched. */
function looksOf() {
  const [card] = document.querySelectorAll('qd-metric');
  const dark = document.querySelector('[theme="dark"]');
  const part = (tag, name) => tag.shadowRoot.querySelector(name);
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const [red] = /\d+/.exec(getComputedStyle(part(dark, '.label')).color);
  return {
    rule: getComputedStyle(part(card, '.m')).borderTopStyle,
    isFigureLarger: size(part(card, '.f')) > size(part(card, '.label')),
    isDark: Number(red) > 150,
    // What is the page's own has none of ours.
    sheets: document.adoptedStyleSheets.length + document.querySelectorAll('style').length,
  };
}
