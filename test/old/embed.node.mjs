/* The built embed files in one real old Chromium: scripts/test-old.mjs says which. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {openChromium} from './devtools.mjs';
import {ink, misplaced, settled, told} from './in-page.mjs';
import {servePages} from './pages.mjs';

const R = 'report="qingdao-2024-h1"';
const CLASSIC = '<script defer src="/qd/qd.iife.js"></script>';
const MODULE = '<script type="module" src="/qd/qd.js"></script>';
const CARD = `<qd-metric ${R} indicator="data-resource-calls">数据资源调用 921.61亿次</qd-metric>`;
const report = JSON.parse(readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url), 'utf8'));
const printed = (choose = () => true) => report.observations.filter(choose).map((entry) => entry.printed);
const titles = (entries) => entries.map(({title, name}) => (title ?? name)['zh-CN'].replace(/\s/g, ''));

/** Every tag in the forms that the gallery shows, and what a reader must find in it. */
const TAGS = [
  ['qd-metric', CARD, ['数据资源调用', '921.61亿次']],
  ['qd-metric, tile', `<qd-metric variant="tile" ${R} indicator="video-feeds"></qd-metric>`, ['近30万路']],
  ['qd-metric, hero', `<qd-metric variant="hero" ${R} indicator="data-exchange-turnover"></qd-metric>`, ['超9200万元']],
  ['qd-metric, inline', `<p>互认<qd-metric variant="inline" ${R} indicator="mutual-recognition-times"></qd-metric>。</p>`, ['89.41万项次']],
  ['qd-metric with change, trend and second measure', `<qd-metric change="2023" ${R} indicator="cockpit-topics"></qd-metric><qd-metric trend also="public-data-volume" ${R} indicator="public-data-records"></qd-metric>`, ['34个', '2202亿条', '3179.85TB']],
  ['qd-metric typed by hand', '<qd-metric label="示例" value="1.5" scale="万" unit="人次" qualifier="近"></qd-metric>', ['近1.5万人次']],
  ['qd-progress', `<qd-progress ${R} indicator="ocean-data-share"></qd-progress>`, ['约为25%']],
  ['qd-progress, ring', `<qd-progress variant="ring" ${R} indicator="rubber-industry-data-share"></qd-progress>`, ['30%以上']],
  ['qd-progress against a target', `<qd-progress target="500" ${R} indicator="smart-communities"></qd-progress>`, ['超过400个', '500']],
  ['qd-standings', `<qd-standings ${R}></qd-standings>`, ['第9位', '非常高', '第一梯队', '首位']],
  ['qd-chart, bars', `<qd-chart ${R} indicators="rubber-industry-data public-data-records ocean-data-records"></qd-chart>`, []],
  ['qd-chart, line', `<qd-chart type="line" ${R} indicators="public-data-records"></qd-chart>`, []],
  ['qd-chart, doughnut', `<qd-chart type="doughnut" ${R} indicators="ocean-data-share"></qd-chart>`, []],
  ['qd-table', `<qd-table ${R}></qd-table>`, printed()],
  ['qd-issue-list', `<qd-issue-list ${R}></qd-issue-list>`, titles(report.issues)],
  ['qd-plan-list', `<qd-plan-list ${R}></qd-plan-list>`, titles(report.plans)],
  ['qd-plan-list, compact', `<qd-plan-list compact ${R}></qd-plan-list>`, titles(report.plans)],
  ['qd-document-list', `<qd-document-list ${R}></qd-document-list>`, titles(report.documents).map((title) => title.replace('(', '（').replace(')', '）'))],
  ['qd-platform-list', `<qd-platform-list ${R}></qd-platform-list>`, ['453个', '1759个', '4300余架次']],
  ['qd-source', `<qd-source annotated ${R}></qd-source>`, printed()],
  ['qd-area', `<qd-area ${R} area="digital-infrastructure"></qd-area>`, ['49个', '近30万路', '4300余架次', '410余种', '18万余个']],
  ['qd-dashboard', `<qd-dashboard ${R}></qd-dashboard>`, printed()],
  ['qd-qr', '<qd-qr href="https://www.example.gov.cn/"></qd-qr>', ['www.example.gov.cn']],
  ['qd-report', `<qd-report ${R}><div class="qd-grid"><qd-metric indicator="data-centres"></qd-metric><qd-metric indicator="drone-flights"></qd-metric><qd-metric variant="hero" indicator="data-exchange-turnover"></qd-metric><qd-metric indicator="public-data-volume"></qd-metric></div></qd-report>`, ['49个', '4300余架次', '超9200万元', '3179.85TB']],
]; // prettier-ignore

describe('the embed files', () => {
  let chromium;
  let pages;
  let page;
  before(async () => {
    [chromium, pages] = await Promise.all([openChromium(process.env.QD_OLD_CHROMIUM), servePages()]);
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
  });
  after(async () => {
    await chromium?.close();
    await pages?.close();
  });

  /** Opens a page and waits for its tags; nothing may go wrong on the way, under the strict policy. */
  async function open(content, size) {
    page = await chromium.openPage(size);
    await page.before(() => {
      globalThis.violations = [];
      document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
        globalThis.violations.push(`${violatedDirective} ${blockedURI}`),
      );
    });
    await page.goto(pages.add(content));
    await page.run(settled);
    await isUntroubled();
    return page;
  }

  async function isUntroubled() {
    assert.deepEqual(page.seen.errors, []);
    assert.deepEqual(await page.run(() => globalThis.violations), []);
  }

  async function shows(figures) {
    const tags = await page.run(told);
    for (const {tag, state} of tags) assert.equal(state, 'ready', tag);
    const text = tags.map((tag) => tag.text).join(' ');
    assert.deepEqual(
      figures.filter((figure) => !text.includes(figure)),
      [],
    );
    await isInPlace();
  }

  /** Looks at all of the page at once: what is far below the window is not laid out. */
  async function isInPlace(width = 1000, height = 800) {
    let whole = height;
    for (let last = 0, times = 0; whole !== last && times < 5; times++) {
      last = whole;
      await page.viewport({width, height: whole});
      await page.run(settled);
      // What came into sight may have got higher.
      whole = Math.max(whole, await page.run(() => document.scrollingElement.scrollHeight));
    }
    assert.deepEqual(await page.run(misplaced), [], `at ${width} px`);
  }

  const STYLES = '<link rel="stylesheet" href="/qd/qd.css">';

  describe('show every tag', () => {
    for (const [name, body, figures] of TAGS) {
      it(name, async () => {
        await open({head: STYLES, body: body + CLASSIC});
        await shows(figures);
        await isInPlace(360);
        if (name.startsWith('qd-chart')) assert.ok((await page.run(ink)) > 200, 'the chart has no ink');
        await isUntroubled();
      });
    }
  });

  describe('show a card and a list', () => {
    const BODY = `${CARD}<qd-issue-list ${R}></qd-issue-list>`;
    for (const [where, content] of [
      ['by a classic script in the head', {head: CLASSIC, body: BODY}],
      ['by a classic script at the end', {body: BODY + CLASSIC.replace(' defer', '')}],
      [
        'by a classic script in the head that is not deferred',
        {head: CLASSIC.replace(' defer', ''), body: BODY},
      ],
      ['by a module', {head: MODULE, body: BODY}],
      ['by a module at the end', {body: BODY + MODULE}],
      ['in quirks mode', {head: CLASSIC, body: BODY, doctype: ''}],
    ]) {
      it(where, async () => {
        await open(content);
        const isQuirky = await page.run(() => document.compatMode === 'BackCompat');
        assert.equal(isQuirky, content.doctype === '');
        await shows(['921.61亿次', ...titles(report.issues)]);
        // In quirks mode a height in percent is one of the window.
        const tall = await page.run(() => document.querySelector('qd-metric').offsetHeight);
        assert.ok(tall > 80 && tall < 260, `the card is ${tall} px tall`);
      });
    }

    for (const [where, doctype] of [
      ['', '<!doctype html>'],
      [', in quirks mode', ''],
    ]) {
      it(`of a pasted link, by the classic file and nothing else${where}`, async () => {
        const link =
          '<a href="/embed/metric/qingdao-2024-h1/data-resource-calls">数据资源调用 921.61亿次</a>';
        await open({head: CLASSIC, body: `<p>${link}</p>`, doctype});
        const [card] = await page.run(told);
        assert.deepEqual([card.tag, card.state], ['qd-metric', 'ready']);
        assert.match(card.text, /^数据资源调用921\.61亿次2024年以来出处$/);
        await isInPlace();
      });
    }

    it('and ask for nothing but themselves', async () => {
      await open({head: STYLES, body: BODY + CLASSIC});
      const own = page.seen.requests.map((url) => url.replace(pages.origin, ''));
      assert.deepEqual(
        own.filter((url) => !/^\/page-|favicon/.test(url)),
        ['/qd/qd.css', '/qd/qd.iife.js'],
      );
    });
  });

  it('open the sentence of a figure by the keyboard, and close it again', async () => {
    await open({body: CARD + CLASSIC});
    await page.run(() => document.querySelector('qd-metric').shadowRoot.querySelector('button').focus());
    await page.press('Enter');
    const opened = await page.run(async () => {
      const root = document.querySelector('qd-metric').shadowRoot;
      for (let tries = 0; tries < 400 && !root.querySelector('[role=dialog]'); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      const dialog = root.querySelector('[role=dialog]');
      const {left, top, right, bottom, height} = dialog.getBoundingClientRect();
      return {
        text: dialog.textContent,
        mark: dialog.querySelector('mark').textContent,
        isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && height > 60,
        hasFocus: dialog.contains(root.activeElement),
      };
    });
    assert.equal(opened.mark, '921.61亿次');
    assert.match(opened.text, /2024年以来数据资源调用921\.61亿次/);
    assert.ok(opened.isInside, 'the sentence is outside the window');
    assert.ok(opened.hasFocus, 'the focus is elsewhere');
    await page.press('Escape');
    const after = await page.run(async () => {
      const root = document.querySelector('qd-metric').shadowRoot;
      const shown = () =>
        [...root.querySelectorAll('[role=dialog]')].some((dialog) => dialog.offsetHeight > 0);
      for (let tries = 0; tries < 400 && shown(); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return {isShown: shown(), focus: root.activeElement && root.activeElement.className};
    });
    assert.equal(after.isShown, false);
    assert.match(after.focus, /source/);
    await isUntroubled();
  });

  describe('show', () => {
    const look = (selector = 'qd-metric') =>
      page.run((name) => {
        const element = document.querySelector(name).shadowRoot.querySelector('.qd');
        const {color, backgroundColor, fontSize} = getComputedStyle(element);
        const light = (text) =>
          text
            .match(/[\d.]+/g)
            .slice(0, 3)
            .reduce((sum, part) => sum + Number(part), 0) / 765;
        return {ink: light(color), paper: light(backgroundColor), size: parseFloat(fontSize)};
      }, selector);

    it('the dark theme', async () => {
      await open({root: 'lang="zh-CN" data-qd-theme="dark"', body: CARD + CLASSIC});
      assert.ok((await look()).ink > 0.7);
      await shows(['921.61亿次']);
    });

    it('large print (大字)', async () => {
      await open({body: CARD + CLASSIC});
      const {size} = await look();
      await page.close();
      const body = `${CARD}<qd-dashboard ${R}></qd-dashboard>${CLASSIC}`;
      await open({root: 'lang="zh-CN" data-qd-text="large"', body});
      assert.ok((await look()).size > size * 1.1);
      await shows(printed());
      await isInPlace(360);
    });

    it('English', async () => {
      await open({root: 'lang="en"', body: CARD + CLASSIC});
      const [card] = await page.run(told);
      assert.match(card.text, /92\.161billion/);
      await isInPlace(360);
    });

    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
    ]) {
      it(`the wall of ${width} × ${height}`, async () => {
        await open({body: `<qd-dashboard mode="wall" ${R}></qd-dashboard>${CLASSIC}`}, {width, height});
        const [wall] = await page.run(told);
        for (const figure of ['921.61亿次', '近30万路', '第9位']) assert.ok(wall.text.includes(figure));
        assert.deepEqual(await page.run(misplaced), []);
        const overlaps = await page.run(() => {
          const {shadowRoot} = document.querySelector('qd-dashboard');
          const screen = shadowRoot.querySelector('.screen').getBoundingClientRect();
          const figures = [...shadowRoot.querySelectorAll('.f')].map((figure) => [
            figure.textContent,
            figure.getBoundingClientRect(),
          ]);
          const isOutside = ({left, right, top, bottom}) =>
            left < screen.left - 1 ||
            right > screen.right + 1 ||
            top < screen.top - 1 ||
            bottom > screen.bottom + 1;
          return figures.filter(([, rect]) => isOutside(rect)).map(([text]) => text);
        });
        assert.deepEqual(overlaps, []);
      });
    }
  });
});
