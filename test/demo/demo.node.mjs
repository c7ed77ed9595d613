import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {openDemoSite, settled} from '../../scripts/demo-site.mjs';
import {openPortal, shownText} from '../embed/portal.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const report = JSON.parse(read('seeds/qingdao-2024-h1.json'));
const source = read(`seeds/${report.source.text}`);
const axe = read('node_modules/axe-core/axe.min.js');

/** A text as it is compared: signs in one width, no white space. */
const plain = (text) =>
  text
    .normalize('NFKC')
    .replace(/[《》〔〕]/g, '')
    .replace(/\s+/g, '');

/** What a reader sees of each element that matches: the text drawn for it, shadow roots included. */
function seenTexts(page, selector) {
  return page.$$eval(selector, (elements) => {
    const isSeen = (element) =>
      element.checkVisibility({contentVisibilityAuto: false, visibilityProperty: true});
    const textOf = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (node.nodeType !== Node.ELEMENT_NODE || /^(?:STYLE|SCRIPT|TEMPLATE)$/.test(node.tagName)) return '';
      if (getComputedStyle(node).display !== 'contents' && !isSeen(node)) return '';
      const children =
        node.localName === 'slot' ? node.assignedNodes() : (node.shadowRoot ?? node).childNodes;
      return [...children].map(textOf).join('');
    };
    return elements.map((element) => ({
      id: element.id,
      indicator: element.getAttribute('indicator') ?? undefined,
      text: textOf(element),
    }));
  });
}

const openText = async (page) => {
  await page.evaluate(async () => {
    const view = document.querySelector('qd-source');
    view.open = 'all';
    await view.updateComplete;
  });
};

describe('the demo site', () => {
  let site;
  let opened;
  const open = async (...args) => (opened = await site.open(...args));
  before(async () => {
    site = await openDemoSite();
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => site?.close());

  it('shows all that the report says, each by a widget that has its data', async () => {
    const {page, seen} = await open('index.html');
    const states = await page.$$eval('main *', (all) =>
      all.filter((element) => element.hasAttribute('state')).map(({localName, state}) => [localName, state]),
    );
    assert.ok(states.length > 0);
    assert.deepEqual(
      states.filter(([, state]) => state !== 'ready'),
      [],
    );

    const all = async (selector) => (await seenTexts(page, selector)).map(({text}) => plain(text));
    const [standings] = await all('qd-standings');
    const cards = await seenTexts(page, 'qd-metric[id], qd-progress[id]');
    for (const {indicator, label, printed} of report.observations) {
      const card = cards.find(({id}) => id === indicator);
      const text = card ? plain(card.text) : standings;
      assert.ok(text.includes(plain(label['zh-CN'])), `${indicator}: its name`);
      assert.ok(text.includes(plain(printed)), `${indicator}: ${printed} in ${text}`);
      assert.ok(await page.$(`[id='${indicator}']`), `#${indicator} leads nowhere`);
    }

    for (const {items} of report.areas) {
      for (const {id, title} of items) {
        const [block] = await all(`#item-${id}`);
        assert.ok(block?.includes(plain(title['zh-CN'])), id);
        const own = report.observations.filter(({item}) => item === id);
        for (const {printed, indicator} of own) assert.ok(block.includes(plain(printed)), indicator);
        assert.ok(own.length > 0 || block.length > plain(title['zh-CN']).length, `${id} says nothing`);
      }
    }

    const lists = [
      ['qd-issue-list', report.issues.flatMap(({title, text}) => [title, text])],
      ['qd-plan-list', report.plans.map(({title}) => title)],
      ['qd-document-list', report.documents.map(({title}) => title)],
      ['qd-platform-list', report.platforms.map(({name}) => name)],
    ];
    for (const [tag, texts] of lists) {
      const [text] = await all(tag);
      for (const {'zh-CN': expected} of texts)
        assert.ok(text.includes(plain(expected)), `${tag}: ${expected}`);
    }
    const [platforms] = await all('qd-platform-list');
    for (const {indicators} of report.platforms) {
      for (const name of indicators) {
        const {printed} = report.observations.find(({indicator}) => indicator === name);
        assert.ok(platforms.includes(plain(printed)), `${name} of a platform`);
      }
    }

    await page.$eval('qd-table', async (table) => {
      table.pageSize = 1000;
      await table.updateComplete;
    });
    const [table] = await all('qd-table');
    for (const {label} of report.observations)
      assert.ok(table.includes(plain(label['zh-CN'])), label['zh-CN']);

    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await seen.violations(), []);
  });

  it('lets every sentence of the report be read', async () => {
    const {page} = await open('index.html');
    await openText(page);
    const [view] = await seenTexts(page, 'qd-source');
    const text = plain(view.text);
    const sentences = source
      .split('\n')
      .flatMap((line) => line.split(/(?<=。)/))
      // The code that the page's publisher put under it is no sentence of the report; <qd-qr> is ours.
      .filter((sentence) => sentence.trim() && !sentence.startsWith('扫一扫'));
    assert.ok(sentences.length > report.passages.length);
    for (const sentence of sentences) assert.ok(text.includes(plain(sentence)), sentence);
  });

  it('leads from a figure in the text to its card, and from an area to its text', async () => {
    const {page} = await open('index.html');
    const [area] = report.areas.slice(-1);
    const shown = await page.evaluate(async (id) => {
      document.querySelector(`#area-${id} .jump a`).click();
      const view = document.querySelector('qd-source');
      for (let tries = 0; tries < 100 && !view.shadowRoot.activeElement; tries++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return view.shadowRoot.activeElement?.textContent;
    }, area.id);
    assert.equal(plain(shown ?? ''), plain(area.items[0].quote));
    const focused = await page.evaluate(() => {
      document.querySelector('qd-source').shadowRoot.querySelector('a[href="#video-feeds"]').click();
      return document.activeElement.id || document.activeElement.getAttribute('indicator');
    });
    assert.equal(focused, 'video-feeds');
  });

  it('tells machines every figure', () => {
    // Read as a crawler does: from the page's source.
    return fetch(`${site.origin}/demo/index.html`)
      .then((response) => response.text())
      .then((html) => {
        const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html);
        const {'@graph': graph} = JSON.parse(json);
        const told = graph.filter(({'@type': type}) => type === 'Observation');
        assert.deepEqual(
          told.map(({'@id': id}) => id.slice(1)),
          report.observations.map(({indicator}) => indicator),
        );
        const calls = told.find(({'@id': id}) => id === '#data-resource-calls');
        assert.equal(calls.value, 92_161_000_000);
        assert.equal(calls.unitText, '次');
        for (const {name, value, url, observationPeriod} of told) {
          assert.ok(name && value && observationPeriod && url.startsWith(report.source.url), name);
        }
        assert.match(html, /<meta name="description" content="[^"]{20,}/);
        assert.match(html, /<meta property="og:title" content="2024年上半年数字青岛工作情况/);
        // What stands there without scripts.
        for (const {printed} of report.observations) assert.ok(plain(html).includes(plain(printed)), printed);
      });
  });

  it('keeps its switches in the address, and takes them from there', async () => {
    const {page} = await open('index.html?lang=en&theme=dark&text=large&brand=teal');
    const {lang, dataset} = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      dataset: {...document.documentElement.dataset},
    }));
    assert.deepEqual([lang, dataset.qdTheme, dataset.qdText, dataset.brand], ['en', 'dark', 'large', 'teal']);
    await page.$eval('.bar [value="red"]', (button) => button.click());
    await page.$eval('.bar [value="zh-CN"]', (button) => button.click());
    assert.equal(new URL(page.url()).search, '?theme=dark&text=large&brand=red');
    const wall = await page.$eval('.bar a[href*="wall.html"]', ({search}) => search);
    assert.deepEqual([...new URLSearchParams(wall)].sort(), [
      ['brand', 'red'],
      ['text', 'large'],
      ['theme', 'dark'],
    ]);
  });

  it('gives each figure an address and a code of its own', async () => {
    const {page} = await open('index.html#video-feeds');
    const [own] = await seenTexts(page, '#embed qd-qr');
    assert.match(own.text, /index\.html#video-feeds/);
    assert.ok(await page.$eval('#video-feeds', (card) => card.matches(':target')));
    assert.match(
      await page.$eval('#snippet', (code) => code.textContent),
      /\/embed\/metric\/qingdao-2024-h1\/video-feeds">汇聚全市视频 近30万路<\/a>/,
    );
  });

  it('shows every tag in the gallery with the markup that made it', async () => {
    const {page, seen} = await open('gallery.html');
    const tags = readdirSync(new URL('../../widgets/', import.meta.url))
      .filter((name) => /^qd-[\w-]+\.ts$/.test(name))
      .map((name) => name.slice(0, -3));
    const shown = await page.$$eval('.gallery .sect', (sections) => sections.map(({id}) => id));
    assert.deepEqual([...shown].sort(), tags.sort());
    // The page's own markup, before any script has touched it.
    const html = await fetch(`${site.origin}/demo/gallery.html`).then((response) => response.text());
    const text = html.replace(/\s+/g, '');
    for (const code of await page.$$eval('.example .code', (all) => all.map((one) => one.textContent))) {
      if (!code.startsWith('<qd-dashboard')) assert.ok(text.includes(code.replace(/\s+/g, '')), code);
    }
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await seen.violations(), []);
    assert.ok(seen.requests.some((url) => /chart-library/.test(url)) || (await nearChart(page, seen)));
  });

  const nearChart = async (page, seen) => {
    const asked = page.waitForRequest((request) => /chart-library/.test(request.url()), {timeout: 10_000});
    await page.$eval('qd-chart', (chart) => chart.scrollIntoView());
    await asked;
    return seen.requests.some((url) => /chart-library/.test(url));
  };

  it('asks for chart.js only when a chart comes near', async () => {
    const {page, seen} = await open('index.html');
    assert.ok(!seen.requests.some((url) => /chart-library/.test(url)));
    assert.ok(await nearChart(page, seen));
  });

  it('fills a wall of 1920×1080 without scrolling and without chart.js', async () => {
    const {page, seen} = await open('wall.html', {width: 1920, height: 1080});
    const over = await page.evaluate(() => {
      const {scrollWidth, scrollHeight} = document.documentElement;
      return [scrollWidth - innerWidth, scrollHeight - innerHeight];
    });
    assert.deepEqual(over, [0, 0]);
    assert.ok(!seen.requests.some((url) => /chart-library/.test(url)));
    assert.ok(seen.requests.some((url) => /qr-code/.test(url)));
    const [wall] = await seenTexts(page, 'qd-dashboard');
    assert.match(plain(wall.text), /921\.61亿次/);
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await seen.violations(), []);
  });

  it('asks for nothing but the script on a page with one card', async () => {
    const portal = await openPortal();
    try {
      const {page, seen} = await portal.open(
        '<qd-metric report="qingdao-2024-h1" indicator="video-feeds">近30万路</qd-metric>' +
          '<script type="module" src="/qd/qd.js"></script>',
      );
      const [card] = await shownText(page, 'qd-metric');
      assert.match(card.text, /近30万路/);
      assert.deepEqual(
        seen.requests.filter((url) => url.startsWith('/qd/')),
        ['/qd/qd.js'],
      );
    } finally {
      await portal.close();
    }
  });

  describe('is accessible', () => {
    const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

    const faults = async (page, rules = {type: 'tag', values: TAGS}) => {
      await renderWhole(page);
      return page.evaluate(async (runOnly) => {
        const {violations} = await globalThis.axe.run(document, {runOnly, resultTypes: ['violations']});
        const place = ({target}) => target.flat().join(' ');
        return violations.map(({id, nodes}) => `${id}: ${nodes.slice(0, 3).map(place).join(' | ')}`);
      }, rules);
    };

    /** A window as tall as the page: what is left undrawn far away has no place of its own to be measured. */
    const renderWhole = async (page) => {
      const {width} = page.viewport();
      // What is drawn by then may be higher or lower than was reckoned.
      for (let tries = 0; tries < 10; tries++) {
        const height = await page.evaluate(() => Math.min(40_000, document.documentElement.scrollHeight));
        if (height === page.viewport().height) return;
        await page.setViewport({width, height});
        await page.evaluate(
          () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
        );
      }
    };

    const sideways = (page) =>
      page.evaluate(() => {
        scrollTo(1000, 0);
        return scrollX;
      });

    for (const lang of ['zh-CN', 'en']) {
      it(`in ${lang}, light and dark, at 320, 768 and 1280 px`, async () => {
        const {page} = await open(`index.html?lang=${lang}`);
        await openText(page);
        // Not by an element: the policy forbids scripts of unknown origin.
        await page.evaluate(axe);
        const found = [];
        for (const width of [320, 768, 1280]) {
          await page.setViewport({width, height: 900});
          for (const theme of ['light', 'dark']) {
            await page.evaluate((value) => (document.documentElement.dataset.qdTheme = value), theme);
            await settled(page);
            // A theme changes colours only.
            const rules = theme === 'dark' ? {type: 'rule', values: ['color-contrast']} : undefined;
            for (const fault of await faults(page, rules)) found.push(`${width} ${theme} ${fault}`);
          }
          assert.equal(await sideways(page), 0, `${width} px scrolls sideways`);
        }
        assert.deepEqual(found, []);
      });
    }

    it('in forced colours', async () => {
      const {page} = await open('index.html');
      const client = await page.createCDPSession();
      await client.send('Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]});
      await page.evaluate(axe);
      assert.deepEqual(await faults(page), []);
    });

    for (const file of ['gallery.html', 'wall.html']) {
      it(`on ${file}, which does not scroll sideways on a phone`, async () => {
        const {page} = await open(file, {width: 320, height: 800});
        assert.equal(await sideways(page), 0);
        await page.evaluate(axe);
        assert.deepEqual(await faults(page), []);
      });
    }
  });
});
