import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {parse} from 'acorn';
import {openPortal, shownText, STRICT_POLICY} from './portal.mjs';

const TAGS = `
  <qd-metric report="qingdao-2024-h1" indicator="data-resource-calls">数据资源调用 921.61亿次</qd-metric>
  <qd-progress report="qingdao-2024-h1" indicator="ocean-data-share">海洋数据占全国的比重约为25%</qd-progress>
  <qd-issue-list report="qingdao-2024-h1">报告列出三个问题</qd-issue-list>`;
const MODULE = '<script type="module" src="/qd/qd.js"></script>';
const CLASSIC = '<script defer src="/qd/qd.iife.js"></script>';
const embedFile = (name) => readFileSync(new URL(`../../dist/embed/${name}`, import.meta.url), 'utf8');

describe('the embed files', () => {
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

  const showsAll = async (page) => {
    const [metric, progress, issues] = await shownText(page, 'qd-metric, qd-progress, qd-issue-list');
    assert.deepEqual([metric.state, progress.state, issues.state], ['ready', 'ready', 'ready']);
    assert.match(metric.text, /数据资源调用921\.61亿次/);
    assert.match(progress.text, /约为25%/);
    assert.match(issues.text, /“一盘棋”格局仍需强化.*编者关联/);
  };

  for (const [name, file, script] of [
    ['the module', 'qd.js', MODULE],
    ['the classic file', 'qd.iife.js', CLASSIC],
  ]) {
    describe(name, () => {
      for (const [where, html] of [
        ['after its tags', TAGS + script],
        ['in the head', script + TAGS],
      ]) {
        it(`shows three tags ${where} under a strict policy, asking for nothing but itself`, async () => {
          const {page, seen, violations} = await open(html);
          await showsAll(page);
          assert.deepEqual(await violations(), []);
          assert.deepEqual(seen.errors, []);
          assert.deepEqual(
            seen.requests.filter((url) => url !== '/' && !url.includes('favicon')),
            [`/qd/${file}`],
          );
        });
      }

      it('opens the sentence of a figure under the strict policy', async () => {
        const {page, violations} = await open(TAGS + script);
        await shownText(page, 'qd-metric');
        const opened = await page.evaluate(async () => {
          const root = document.querySelector('qd-metric').shadowRoot;
          root.querySelector('button').click();
          for (let tries = 0; tries < 50 && !root.querySelector('[role=dialog]'); tries++) {
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          const dialog = root.querySelector('[role=dialog]');
          return {mark: dialog.querySelector('mark').textContent, text: dialog.textContent};
        });
        assert.equal(opened.mark, '921.61亿次');
        assert.match(opened.text, /2024年以来数据资源调用921\.61亿次/);
        assert.deepEqual(await violations(), []);
      });

      it('works in a page in quirks mode', async () => {
        portal.files.set('/quirks', `<html lang="zh-CN"><meta charset="utf-8">${TAGS}${script}`);
        const {page} = await open('');
        await page.goto(`${portal.origin}/quirks`);
        assert.equal(await page.evaluate(() => document.compatMode), 'BackCompat');
        await showsAll(page);
        // There a height in percent is one of the window.
        const tall = await page.evaluate(() => document.querySelector('qd-metric').offsetHeight);
        assert.ok(tall > 80 && tall < 260, `the card is ${tall} px tall`);
      });

      it('has a syntax that browsers of 2019 read, but for import()', () => {
        const code = embedFile(file)
          .replace(/\bimport\(/g, 'imported(')
          .replace(/\bimport\.meta\b/g, 'imported');
        assert.doesNotThrow(() =>
          parse(code, {ecmaVersion: 2019, sourceType: file === 'qd.js' ? 'module' : 'script'}),
        );
      });

      it('shows a report written inside a tag, and refuses a wrong one whole', async () => {
        const report = readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url), 'utf8');
        const inline = (json) =>
          `<qd-metric indicator="video-feeds"><script type="application/json">${json.replace(/</g, '\\u003c')}</script>后备</qd-metric>`;
        // Data blocks are no scripts, so the policy does not stop them.
        const wrong = report.replace('"value": "30"', '"value": 30');
        const {page, seen, violations} = await open(inline(report) + inline(wrong) + script);
        const [good, bad] = await shownText(page, 'qd-metric');
        assert.match(good.text, /近30万路/);
        assert.equal(bad.state, 'error');
        assert.match(bad.text, /observations\[\d+\]\.value/);
        assert.doesNotMatch(bad.text, /30万路/);
        assert.deepEqual(await violations(), []);
        const expected = file === 'qd.js' ? ['/qd/qd.js', '/qd/qd-prove-report.js'] : ['/qd/qd.iife.js'];
        assert.deepEqual(
          seen.requests.filter((url) => url.startsWith('/qd/')),
          expected,
        );
      });
    });
  }

  it('fetches a report once for all cards that name it', async () => {
    portal.files.set(
      '/data/report.json',
      readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url)),
    );
    const card = (indicator) => `<qd-metric src="/data/report.json" indicator="${indicator}"></qd-metric>`;
    const {page, seen} = await open(
      card('video-feeds') + card('drone-flights') + card('video-feeds') + MODULE,
    );
    const texts = await shownText(page, 'qd-metric');
    assert.ok(texts.every(({state}) => state === 'ready'));
    assert.equal(seen.requests.filter((url) => url === '/data/report.json').length, 1);
  });

  it('steps aside when loaded again, as the other file too, and says so once', async () => {
    const {page, seen} = await open(
      TAGS + MODULE + CLASSIC + '<script defer src="/qd/qd.iife.js?again"></script>',
    );
    await showsAll(page);
    assert.deepEqual(seen.errors, []);
    assert.equal(seen.console.filter((line) => /loaded twice/.test(line)).length, 2);
  });

  it('leaves the fallback text where the policy does not list its name', async () => {
    const {page, seen} = await open(TAGS + CLASSIC, {policy: STRICT_POLICY.replace('qd-widgets', 'other')});
    assert.deepEqual(seen.errors, []);
    assert.match(seen.console.join('\n'), /trusted-types qd-widgets/);
    assert.match(await page.evaluate(() => document.body.innerText), /921\.61亿次/);
  });

  it('works where another script has taken the policy name and templates are free', async () => {
    const {page, seen} = await open(TAGS + CLASSIC, {
      policy: "default-src 'none'; script-src 'self'; style-src 'self'; trusted-types qd-widgets",
      before: () => globalThis.trustedTypes?.createPolicy('qd-widgets', {}),
    });
    assert.deepEqual(seen.errors, []);
    await showsAll(page);
  });

  it('survives a host that adds to Object.prototype and replaces Array.from', async () => {
    const {page, seen} = await open(TAGS + CLASSIC, {
      before: () => {
        // eslint-disable-next-line no-extend-native -- what old portals do
        Object.prototype.each = function each() {};
        Array.from = (value) => [].slice.call(value);
      },
    });
    assert.deepEqual(seen.errors, []);
    await showsAll(page);
  });

  it('leaves the page as it was, but for the names its libraries publish', async () => {
    const {page} = await open(TAGS + CLASSIC, {
      before: () => {
        globalThis.namesBefore = new Set(Object.getOwnPropertyNames(globalThis));
      },
    });
    await showsAll(page);
    const added = await page.evaluate(() =>
      Object.getOwnPropertyNames(globalThis).filter((name) => !globalThis.namesBefore.has(name)),
    );
    assert.deepEqual(
      added.filter((name) => !/^(namesBefore|violations|lit|reactiveElement)/.test(name)).sort(),
      [],
    );
    assert.equal(await page.evaluate(() => document.head.children.length), 2); // meta and title
  });

  it('lists the SHA-384 of every file', () => {
    const {files, version} = JSON.parse(embedFile('sri.json'));
    assert.match(version, /^\d+\.\d+\.\d+/);
    const folder = new URL('../../dist/embed/', import.meta.url);
    const there = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isFile());
    assert.deepEqual(
      Object.keys(files),
      there.map(({name}) => name).filter((name) => name !== 'sri.json'),
    );
    for (const name of ['qd.css', 'qd.iife.js', 'qd.js']) assert.ok(files[name], name);
    for (const [name, hash] of Object.entries(files)) {
      assert.equal(hash, `sha384-${createHash('sha384').update(embedFile(name)).digest('base64')}`);
    }
  });
});
