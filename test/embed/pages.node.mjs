import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {tmpdir} from 'node:os';
import {join, normalize} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {launch} from 'puppeteer-core';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {embedPath} from '../../dist/src/embed/embed-path.js';
import {embedTargets} from '../../dist/src/embed/embed-targets.js';
import {figureText} from '../../dist/src/figure-text.js';
import {displayText} from '../../dist/src/display-text.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const report = JSON.parse(readFileSync(join(root, 'seeds/qingdao-2024-h1.json'), 'utf8'));
const targets = embedTargets(report);
/** The first and the last of each kind: what a script makes of one, it makes of the others. */
const samples = [...new Set(targets.map(({name}) => name))].flatMap((name) => {
  const all = targets.filter((target) => target.name === name);
  return [...new Set([all[0], all[all.length - 1]])];
});
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** A folder as a portal serves it. */
function serve(folder) {
  const server = createServer(({url}, response) => {
    const {pathname} = new URL(url, 'http://portal');
    // What browsers ask every site for.
    if (pathname === '/favicon.ico') return response.writeHead(204).end();
    let path = normalize(join(folder, decodeURIComponent(pathname)));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, 'index.html');
    if (!path.startsWith(folder) || !existsSync(path)) return response.writeHead(404).end();
    const type = TYPES[path.split('.').pop()] ?? 'text/plain';
    return response.writeHead(200, {'content-type': type}).end(readFileSync(path));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const folder = mkdtempSync(join(tmpdir(), 'qd-pages-'));
const origin = (server) => `http://127.0.0.1:${server.address().port}`;
let browser;
let bundled;
let own;

before(async () => {
  const {launchOptions} = await findBrowser();
  browser = await launch(launchOptions);
  bundled = await serve(join(root, 'dist'));
  // The same report under another id is one that the embed files don't know.
  writeFileSync(join(folder, 'own.json'), JSON.stringify({...report, id: 'own-report'}));
  const {status, stderr} = spawnSync(
    process.execPath,
    [join(root, 'dist/src/cli/qd.js'), 'report', join(folder, 'own.json'), '--out', join(folder, 'out')],
    {encoding: 'utf8'},
  );
  assert.equal(status, 0, stderr);
  own = await serve(join(folder, 'out'));
});

after(async () => {
  await browser?.close();
  bundled?.close();
  own?.close();
  rmSync(folder, {recursive: true, force: true});
});

/** The page that was opened last, which serves again where the next is wanted alike: a new one costs as much as most tests. */
let last;

/** Opens a page and tells what it asks for, says and violates. */
async function open(address, {isScripted = true, isBlocked = false, width = 800, features = []} = {}) {
  const wanted = JSON.stringify([isScripted, isBlocked, width, features]);
  if (last?.wanted !== wanted) {
    await last?.page.close();
    last = {wanted, page: await browser.newPage(), seen: {requests: [], said: []}};
    const {page, seen} = last;
    await page.setViewport({width, height: 700});
    await page.setJavaScriptEnabled(isScripted);
    await page.emulateMediaFeatures(features);
    if (isBlocked) {
      await page.setRequestInterception(true);
      page.on('request', (request) => (request.url().endsWith('.js') ? request.abort() : request.continue()));
    }
    page.on('request', (request) => seen.requests.push(new URL(request.url()).pathname));
    page.on('console', (message) => seen.said.push(message.text()));
    page.on('pageerror', (error) => seen.said.push(error.message));
  }
  const {page, seen} = last;
  seen.requests.length = seen.said.length = 0;
  await page.goto(address, {waitUntil: 'load'});
  return {page, seen};
}

/** Waits until the page's own tag shows its data, or cannot; gives its state. */
async function settled(page) {
  const handle = await page.waitForFunction(() => {
    const tag = [...document.querySelectorAll('main > *')].find(({localName}) => localName.startsWith('qd-'));
    return tag.state !== 'loading' && tag.state;
  });
  return handle.jsonValue();
}

const shown = (text) => displayText(text, 'zh-CN');

describe('embed pages', () => {
  it('stand for everything that has an address', () => {
    for (const target of targets) {
      assert.ok(existsSync(join(root, 'dist', embedPath(target), 'index.html')), embedPath(target));
    }
  });

  it('tell label, figure, date, sentence and source of each figure without a script', async () => {
    const {page} = await open('about:blank', {isScripted: false});
    for (const observation of report.observations) {
      const {indicator, label, provenance} = observation;
      await page.goto(`${origin(bundled)}/embed/metric/${report.id}/${indicator}/`);
      const text = await page.$eval('main', (main) => main.innerText);
      const marked = await page.$eval('mark', (mark) => mark.textContent);
      const href = await page.$eval('figcaption a', (link) => link.href);
      for (const words of [
        shown(label['zh-CN']),
        figureText(observation, 'zh-CN'),
        shown(provenance.quote),
      ]) {
        assert.ok(text.includes(words), `${indicator}: “${words}” in “${text}”`);
      }
      assert.match(text, /青岛市大数据局 2024年上半年[\s\S]*2024年7月18日发布/);
      assert.equal(marked, shown(observation.printed), indicator);
      assert.ok(href.startsWith(`${report.source.url}#:~:text=`), href);
    }
  });

  it('show every row of a list without a script', async () => {
    const {page} = await open('about:blank', {isScripted: false});
    const rows = [
      ['issue-list', report.issues.map(({title}) => title)],
      ['plan-list', report.plans.map(({title}) => title)],
      ['document-list', report.documents.map(({title}) => title)],
      ['platform-list', report.platforms.map(({name}) => name)],
      ['table', report.observations.map(({label}) => label)],
      ['dashboard', [...report.areas, ...report.issues, ...report.plans].map(({title}) => title)],
    ];
    for (const [name, texts] of rows) {
      await page.goto(`${origin(bundled)}/embed/${name}/${report.id}/`);
      const text = await page.$eval('main', (main) => main.innerText);
      for (const words of texts)
        assert.ok(text.includes(shown(words['zh-CN'])), `${name}: ${words['zh-CN']}`);
    }
    await page.goto(`${origin(bundled)}/embed/source/${report.id}/`);
    const text = await page.$eval('.text', (main) => main.innerText.replace(/\s+/g, ''));
    assert.equal(text, shown(report.passages.map(({quote}) => quote).join('\n')).replace(/\s+/g, ''));
  });

  it('become the widget with the script: no violation, no request but for their own files', async () => {
    for (const target of samples) {
      const {page, seen} = await open(`${origin(bundled)}/${embedPath(target)}/`);
      assert.equal(await settled(page), 'ready', embedPath(target));
      assert.deepEqual(seen.said, [], embedPath(target));
      const others = seen.requests.filter(
        (path) => !/\/(?:page\.css|qd\.iife\.js|favicon\.ico|)$/.test(path),
      );
      assert.deepEqual(others, [], embedPath(target));
    }
  });

  it('carry the data of a report that the embed files do not know', async () => {
    for (const path of [
      'metric/own-report/video-feeds',
      'issue-list/own-report',
      'chart/own-report/public-data-records',
    ]) {
      const {page, seen} = await open(`${origin(own)}/embed/${path}/`);
      assert.equal(await settled(page), 'ready', path);
      assert.deepEqual(seen.said, [], path);
    }
  });

  for (const sandbox of ['', 'allow-scripts']) {
    it(`are complete in a frame with sandbox="${sandbox}"`, async () => {
      writeFileSync(
        join(folder, 'out/host.html'),
        `<!doctype html><iframe sandbox="${sandbox}" width="600" height="500"
          src="embed/metric/own-report/video-feeds/"></iframe>`,
      );
      const {page, seen} = await open(`${origin(own)}/host.html`);
      const frame = await (await page.waitForSelector('iframe')).contentFrame();
      if (sandbox) await frame.waitForFunction(() => document.querySelector('qd-metric').state === 'ready');
      const looks = await frame.evaluate(() => ({
        text: document.querySelector('main').innerText,
        isStyled: getComputedStyle(document.querySelector('.said')).borderTopStyle,
      }));
      assert.match(looks.text, /汇聚全市近30万路视频/);
      assert.equal(looks.isStyled, 'solid');
      assert.deepEqual(
        seen.said.filter((text) => !/^Blocked script execution/.test(text)),
        [],
      );
    });
  }

  const states = [
    ['light, before the script', {isBlocked: true}],
    ['dark, before the script', {isBlocked: true, features: [{name: 'prefers-color-scheme', value: 'dark'}]}],
    ['with the widget', {}],
  ];
  for (const [name, options] of states) {
    it(`have no fault that axe finds: ${name}`, async () => {
      for (const kind of new Set(targets.map((target) => target.name))) {
        const path = embedPath(targets.find((target) => target.name === kind));
        const {page} = await open(`${origin(bundled)}/${path}/`, options);
        if (!options.isBlocked) await settled(page);
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const {violations} = await globalThis.axe.run(document, {resultTypes: ['violations']});
          return violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`);
        });
        assert.deepEqual(faults, [], path);
      }
    });
  }

  it('fit 320 pixels', async () => {
    for (const isScripted of [false, true]) {
      const {page} = await open('about:blank', {isScripted, width: 320});
      for (const target of isScripted ? samples : targets) {
        await page.goto(`${origin(bundled)}/${embedPath(target)}/`);
        if (isScripted) await settled(page);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(width, 320, `${embedPath(target)}, scripts ${isScripted}`);
      }
    }
  });
});
