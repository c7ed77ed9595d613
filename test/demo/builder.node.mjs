import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openDemoSite} from '../../scripts/demo-site.mjs';
import {qd} from '../cli/run-qd.mjs';
import {openPortal, shownText, STRICT_POLICY} from '../embed/portal.mjs';

const DIST = new URL('../../dist/', import.meta.url);
const ALONE = new URL('builder.html', DIST).href;
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Waits until the preview shows a card that is ready, and gives what a reader sees in it. */
async function previewed(page, words) {
  const seen = await page.waitForFunction(
    (text) => {
      const frame = document.querySelector('#preview').contentDocument;
      const card = [...(frame?.querySelectorAll('*') ?? [])].find(
        (element) => element.localName.startsWith('qd-') && element.getAttribute('state') === 'ready',
      );
      const found = card?.shadowRoot?.textContent.replace(/\s+/g, ' ');
      return found?.includes(text) && found;
    },
    {},
    words,
  );
  return seen.jsonValue();
}

/** By the protocol, which older browsers know as well: puppeteer's own way is that of the newest. */
async function goOffline(page) {
  const client = await page.createCDPSession();
  await client.send('Network.enable');
  const rates = {latency: 0, downloadThroughput: -1, uploadThroughput: -1};
  await client.send('Network.emulateNetworkConditions', {offline: true, ...rates});
}

/** Opens the static form and gives its source, which is what the button copies, and its hashes. */
async function staticForm(page) {
  await page.evaluate(() => {
    const {setData} = DataTransfer.prototype;
    DataTransfer.prototype.setData = function (type, text) {
      globalThis.copied = text;
      setData.call(this, type, text);
    };
  });
  // Not by the mouse: the preview that is still coming may move the tab away.
  await page.$eval('#form-static', (tab) => tab.click());
  await page.waitForSelector('#form-static[aria-selected=true]');
  await page.waitForSelector('#panel[aria-busy=false]');
  await page.locator('#actions .primary').click();
  const copied = await page.waitForFunction(() => globalThis.copied);
  return {html: await copied.jsonValue(), hashes: await textOf(page, '#hashes')};
}

/** What the command line prints for the same. */
function printedStatic(...options) {
  const {stdout, stderr} = qd(['embed', 'qingdao-2024-h1', ...options, '--form', 'static']);
  assert.equal(stderr, '');
  const text = stdout.trimEnd();
  const [, hashes, html] = /^<!-- .*?style-src (.*) -->\n([^]*)$/.exec(text);
  return {html, hashes};
}

/** The same to the letter; what is told is where they part, not half a megabyte. */
function assertSameStatic(drawn, printed) {
  assert.equal(drawn.hashes, printed.hashes);
  if (drawn.html === printed.html) return;
  const at = [...drawn.html].findIndex((letter, index) => letter !== printed.html[index]);
  assert.equal(drawn.html.slice(at, at + 80), printed.html.slice(at, at + 80));
  assert.equal(drawn.html.length, printed.html.length);
}

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent);
const pickFigure = (page, indicator) =>
  page.locator(`label:has([name=choice][value='${indicator}'])`).click();
const paste = (page) => page.keyboard.press('V', {commands: ['Paste']});
const setBase = (page, base) =>
  page.$eval(
    '#base',
    (field, value) => {
      field.closest('details').open = true;
      field.value = value;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    },
    base,
  );

describe('the builder', () => {
  let site;
  let opened;
  const folder = mkdtempSync(join(tmpdir(), 'qd-builder-'));
  before(async () => {
    site = await openDemoSite();
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => {
    rmSync(folder, {recursive: true, force: true});
    return site?.close();
  });

  const BASE = 'https://portal.example/qd/';
  const EDITIONS = {
    'on a server, under a strict policy': async () => {
      opened = await site.open('builder.html');
      return opened;
    },
    'as one file, without a network': async () => {
      opened = await site.open(ALONE);
      return opened;
    },
  };

  for (const [name, open] of Object.entries(EDITIONS)) {
    it(`finds, shows and copies a figure ${name}`, async () => {
      const {page, seen} = await open();
      if (name.startsWith('as one')) await goOffline(page);
      assert.match(await previewed(page, '921.61'), /数据资源调用/);

      await page.type('#find', '视频 30万');
      const found = await page.$$eval('#choices li:not([hidden])', (items) =>
        items.map((item) => item.textContent),
      );
      assert.deepEqual(found, ['汇聚全市视频近30万路']);
      await pickFigure(page, 'video-feeds');
      assert.match(await previewed(page, '30万'), /近30万路/);
      assert.match(
        await textOf(page, '#code'),
        /embed\/metric\/qingdao-2024-h1\/video-feeds">汇聚全市视频 近30万路<\/a><\/p>$/,
      );

      await page.locator('#actions .primary').click();
      await page.waitForFunction(() => /已复制/.test(document.querySelector('#told').textContent));
      assert.deepEqual(await seen.violations(), []);
      assert.deepEqual(seen.errors, []);
      if (name.startsWith('as one')) {
        assert.deepEqual(
          seen.requests.filter((address) => !/^(?:file|about|data|blob):/.test(address)),
          [],
        );
      }
    });
  }

  it('warns who copies an address that is still the example', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    await page.locator('#actions .primary').click();
    await page.waitForFunction(() =>
      /^已复制.*网址还是举例的/.test(document.querySelector('#told').textContent),
    );
    await setBase(page, BASE);
    await page.locator('#actions .primary').click();
    await page.waitForFunction(() =>
      /^已复制，到编辑区里粘贴/.test(document.querySelector('#told').textContent),
    );
    assert.doesNotMatch(await textOf(page, '#told'), /举例/);
  });

  it('copies a link for a visual editor, words and address for a plain one', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    await setBase(page, 'https://portal.example/qd/embed/');
    await pickFigure(page, 'video-feeds');
    await page.locator('#actions .primary').click();
    await page.waitForFunction(() => /已复制/.test(document.querySelector('#told').textContent));
    const editor = await page.evaluateHandle(() => {
      const place = document.createElement('div');
      place.contentEditable = 'true';
      const plain = document.createElement('textarea');
      document.body.append(place, plain);
      return place;
    });
    await editor.click();
    await paste(page);
    const link = await editor.evaluate((place) => {
      const {href, textContent} = place.querySelector('a');
      return {
        href,
        text: textContent.replace(/\s+/g, ' '),
        all: place.textContent.replace(/\s+/g, ' ').trim(),
      };
    });
    assert.deepEqual(link, {
      href: 'https://portal.example/qd/embed/metric/qingdao-2024-h1/video-feeds',
      text: '汇聚全市视频 近30万路',
      all: '汇聚全市视频 近30万路',
    });
    await page.locator('body > textarea').click();
    await paste(page);
    assert.equal(
      await page.$eval('body > textarea', ({value}) => value),
      '汇聚全市视频 近30万路\nhttps://portal.example/qd/embed/metric/qingdao-2024-h1/video-feeds',
    );

    // And what that editor made of it, looked at: rich text.
    await editor.evaluate((place) => getSelection().selectAllChildren(place));
    await page.keyboard.press('C', {commands: ['Copy']});
    await page.locator('#paste-back').click();
    await paste(page);
    assert.match(await textOf(page, '#verdict'), /^✓ 能用。读者看到卡片/);
  });

  const BACK = [
    ['<p>汇聚全市视频 近30万路</p>', /^✗ 只剩文字.*点“复制”/],
    [
      '<p>&lt;qd-metric report="a"&gt;汇聚全市视频 近30万路&lt;/qd-metric&gt;</p>',
      /^✗ 不能用。读者会看到代码。.*显示出来的代码/,
    ],
    [
      '<p>见<a href="/qd/embed/metric/qingdao-2024-h1/video-feeds">汇聚全市视频 近30万路</a>。</p>',
      /^✓ 能用，夹在句子里/,
    ],
  ];
  it('says what an editor left of it', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    await pickFigure(page, 'video-feeds');
    for (const [markup, expected] of BACK) {
      await page.$eval('#paste-back', (field) => (field.value = ''));
      await page.type('#paste-back', markup);
      assert.match(await textOf(page, '#verdict'), expected);
    }
  });

  it('finds figures in an address and in a text', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    await page.locator('.more-ways:not(#own-report) summary').click();
    await page.type(
      '#paste-page',
      'https://portal.example/x/embed/issue-list/qingdao-2024-h1/ 汇聚全市视频近30万路',
    );
    assert.deepEqual(
      await page.$$eval('#found button', (buttons) => buttons.map(({textContent}) => textContent)),
      ['存在问题 青岛市大数据局 2024年上半年', '汇聚全市视频 近30万路'],
    );
    await page.locator('#found button').click();
    assert.equal(await page.$eval('#base', ({value}) => value), 'https://portal.example/x/');
    assert.match(
      await textOf(page, '#code'),
      /https:\/\/portal\.example\/x\/embed\/issue-list\/qingdao-2024-h1"/,
    );
    await previewed(page, '问题');
  });

  const seed = JSON.parse(readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url), 'utf8'));
  const own = {...seed, id: 'own-2025', title: {'zh-CN': '自己的报告', en: 'A report of our own'}};
  const chooseFile = async (page, name, content) => {
    const file = join(folder, name);
    writeFileSync(file, content);
    await page.$eval('#own-report', (details) => (details.open = true));
    await (await page.$('#own-file')).uploadFile(file);
  };
  const toldOf = async (page, words) => {
    const found = await page.waitForFunction(
      (text) => {
        const told = document.querySelector('#own-told').textContent;
        return told.includes(text) && told;
      },
      {},
      words,
    );
    return found.jsonValue();
  };

  it('takes a report from the disk, shows it, and says where its data must stand', async () => {
    const {page, seen} = await EDITIONS['as one file, without a network']();
    await chooseFile(page, 'own.json', JSON.stringify(own));
    assert.match(await toldOf(page, '已读入'), /“自己的报告”：44个数字/);
    await setBase(page, BASE);
    await pickFigure(page, 'video-feeds');
    assert.match(await previewed(page, '30万'), /近30万路/);
    assert.match(await textOf(page, '#code'), /\/qd\/embed\/metric\/own-2025\/video-feeds"/);
    assert.equal(await page.$eval('#data', ({value}) => value), `${BASE}embed/reports/own-2025.json`);
    assert.match(await textOf(page, '#command'), /^npx qd report own-2025\.json --out qd --base https:/);
    await page.locator('#form-tag').click();
    assert.match(
      await textOf(page, '#code'),
      /^<qd-metric src="https:\/\/portal\.example\/qd\/embed\/reports\/own-2025\.json" indicator="video-feeds"/,
    );
    await page.$eval('#data', (field) => {
      field.value = 'https://portal.example/data/own.json';
      field.dispatchEvent(new Event('input', {bubbles: true}));
    });
    assert.match(await textOf(page, '#code'), /^<qd-metric src="https:\/\/portal\.example\/data\/own\.json"/);
    assert.match(
      await textOf(page, '#data-note'),
      /链接、框架和图片总到https:\/\/portal\.example\/qd\/embed\/reports/,
    );
    const {html} = await staticForm(page);
    assert.match(
      html,
      /^<qd-metric src="https:\/\/portal\.example\/data\/own\.json" indicator="video-feeds"/,
    );
    assert.match(html, />近</);

    await page.locator('label:has([name=kind][value=report])').click();
    assert.match(await previewed(page, '921.61'), /数据资源调用/);
    await page.select('#report', 'qingdao-2024-h1');
    await page.locator('#form-tag').click();
    assert.match(await textOf(page, '#code'), /^<qd-dashboard report="qingdao-2024-h1">/);
    assert.deepEqual(await seen.violations(), []);
    assert.deepEqual(seen.errors, []);
  });

  const broken = {...own, observations: own.observations.map((entry) => ({...entry, value: 1}))};
  const FAULTS = [
    ['a picture', '\u0089PNG', /这不是报告文件/],
    ['an older encoding', Buffer.from('{"id": "\u00c7\u00e0"}', 'latin1'), /不是UTF-8编码/],
    [
      'wrong fields',
      JSON.stringify(broken),
      /observations\[0\]\.value：应为十进制数字字符串.*请加上引号.*另有39处/,
    ],
    ['the id of a bundled report', JSON.stringify(seed), /编号“qingdao-2024-h1”和自带的一份报告相同/],
  ];
  it('says in plain words what is wrong with a file', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    for (const [name, content, expected] of FAULTS) {
      await page.$eval('#own-told', (place) => (place.textContent = ''));
      await chooseFile(page, 'wrong.json', content);
      assert.match(await toldOf(page, '✗'), expected, name);
    }
    assert.equal(await page.$eval('#field-report', ({hidden}) => hidden), true);
  });

  /** Answers the addresses that a test names, as their servers would. */
  async function answer(page, answers) {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const body = answers[request.url()];
      if (body === undefined) return request.continue();
      return body === 404 ? request.respond({status: 404}) : request.respond(body);
    });
  }

  it('reads a report from an address', async () => {
    const {page} = await EDITIONS['on a server, under a strict policy']();
    const address = `${site.origin}/data/own.json`;
    await answer(page, {
      [address]: {contentType: 'application/json', body: JSON.stringify(own)},
      [`${site.origin}/none.json`]: 404,
    });
    await page.locator('#own-report summary').click();
    for (const [given, words] of [
      ['own', '这个网址写得不对'],
      [`${site.origin}/none.json`, '打不开（404）'],
      ['https://other.example/own.json', '不让别的网页读它的内容。请先下载'],
      [address, '已读入“自己的报告”'],
    ]) {
      await page.$eval('#own-address', (field) => (field.value = ''));
      await page.type('#own-address', given);
      await page.locator('#own-read').click();
      await toldOf(page, words);
    }
    await page.locator('#form-tag').click();
    assert.match(await textOf(page, '#code'), new RegExp(`^<qd-metric src="${address}"`));
  });

  const NEWS = `<p><a href="../qd/embed/metric/qingdao-2024-h1/video-feeds">x</a></p>`;
  it('reads the page at an address, and says where that is not allowed', async () => {
    const {page} = await EDITIONS['on a server, under a strict policy']();
    const address = `${site.origin}/news/1.html`;
    await answer(page, {[address]: {contentType: 'text/html; charset=gb2312', body: NEWS}});
    await page.locator('.more-ways:not(#own-report) summary').click();
    await page.type('#paste-page', 'https://other.example/1.html');
    await page.locator('#found button').click();
    await page.waitForFunction(() =>
      /不让别的网页读它的内容。请打开那个网页，全选/.test(document.querySelector('#found').textContent),
    );
    await page.$eval('#paste-page', (field) => (field.value = ''));
    await page.type('#paste-page', address);
    await page.locator('#found button').click();
    await page.waitForSelector('#found .finds button');
    assert.equal(await textOf(page, '#found .finds'), '汇聚全市视频 近30万路');
    await page.locator('#found .finds button').click();
    assert.equal(await page.$eval('#base', ({value}) => value), `${site.origin}/qd/`);
  });

  it('finds the links in a page that was copied, and says that it reads no address offline', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    await page.locator('.more-ways:not(#own-report) summary').click();
    await page.type('#paste-page', 'https://other.example/1.html');
    assert.match(await textOf(page, '#found'), /不联网，读不了网址。请打开那个网页，全选/);
    await page.$eval('#paste-page', (field) => (field.value = ''));
    await page.evaluate(() => {
      const place = document.createElement('p');
      place.id = 'copied';
      const link = document.createElement('a');
      link.href = 'https://portal.example/x/embed/metric/qingdao-2024-h1/data-centres';
      link.textContent = '49个';
      place.append('见', link);
      document.body.append(place);
      getSelection().selectAllChildren(place);
    });
    await page.keyboard.press('C', {commands: ['Copy']});
    await page.locator('#paste-page').click();
    await paste(page);
    assert.match(await textOf(page, '#found'), /统筹规划布局数据中心 49个/);
  });

  it('lets a long preview scroll, and tells its whole height', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    assert.equal(await textOf(page, '#height-note'), '');
    await page.locator('label:has([name=kind][value=report])').click();
    await page.waitForFunction(() =>
      /约高\d{4,}像素/.test(document.querySelector('#height-note').textContent),
    );
    const {stage, frame, told, placed} = await page.evaluate(() => ({
      stage: document.querySelector('#stage').getBoundingClientRect().height,
      frame: document.querySelector('#preview').getBoundingClientRect().height,
      told: Number(/约高(\d+)像素/.exec(document.querySelector('#height-note').textContent)[1]),
      placed: document.querySelector('#preview').contentDocument.querySelector('#place').offsetHeight,
    }));
    assert.ok(stage < 700, `the stage is ${stage} px high`);
    assert.ok(frame > told, `the frame is ${frame} px high, the widget ${told}`);
    assert.ok(Math.abs(told - placed) <= 2, `${told} was told, ${placed} is there`);
  });

  it('shows a marker as the template expands it, and the picture as it is downloaded', async () => {
    const {page, seen} = await EDITIONS['as one file, without a network']();
    await page.locator('#form-marker').click();
    assert.match(await previewed(page, '921.61'), /数据资源调用/);
    await page.locator('#form-png').click();
    const drawn = await page.waitForFunction(() => {
      const canvas = document.querySelector('#preview').contentDocument?.querySelector('canvas');
      const pixels = canvas?.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
      return pixels && {inks: new Set(pixels).size, name: canvas.getAttribute('aria-label')};
    });
    const {inks, name} = await drawn.jsonValue();
    assert.ok(inks > 20, `${inks} values of colour`);
    assert.equal(name, '数据资源调用 921.61亿次');
    assert.deepEqual(await seen.violations(), []);
  });

  const STATIC = [
    [{part: 'data-resource-calls'}, ['data-resource-calls']],
    [
      {part: 'video-feeds', variant: 'tile', theme: 'dark'},
      ['video-feeds', '--variant', 'tile', '--theme', 'dark'],
    ],
    [
      {part: 'data-centres', variant: 'hero', locale: 'en'},
      ['data-centres', '--variant', 'hero', '--locale', 'en'],
    ],
    [
      {part: 'ocean-data-share', widget: 'progress', variant: 'ring', text: 'large'},
      ['ocean-data-share', '--tag', 'progress', '--variant', 'ring', '--text', 'large'],
    ],
    [{part: 'public-data-records', widget: 'chart'}, ['public-data-records', '--tag', 'chart']],
    [{kind: 'area', part: 'coordination', widget: 'table'}, ['coordination', '--tag', 'table']],
    [{kind: 'report', part: 'plan-list', locale: 'en'}, ['--tag', 'plan-list', '--locale', 'en']],
    [{kind: 'report', part: 'dashboard'}, ['--tag', 'dashboard']],
  ];
  for (const [chosen, options] of STATIC) {
    it(`draws static HTML as the command line does: ${options.join(' ')}`, async () => {
      const {page, seen} = await EDITIONS['as one file, without a network']();
      await setBase(page, BASE);
      const {kind = 'figure', part, ...looks} = chosen;
      await page.locator(`label:has([name=kind][value=${kind}])`).click();
      await pickFigure(page, part);
      for (const [id, value] of Object.entries(looks)) await page.select(`#${id}`, value);
      assertSameStatic(await staticForm(page), printedStatic(...options, '--base', BASE));
      assert.deepEqual(await seen.violations(), []);
      assert.deepEqual(seen.errors, []);
    });
  }

  it('draws static HTML on a server too, loading its program when it is first asked for', async () => {
    const {page, seen} = await EDITIONS['on a server, under a strict policy']();
    await setBase(page, BASE);
    assert.deepEqual(
      seen.requests.filter((address) => address.includes('static-worker')),
      [],
    );
    assertSameStatic(await staticForm(page), printedStatic('data-resource-calls', '--base', BASE));
    assert.equal(seen.requests.filter((address) => address.includes('static-worker')).length, 1);
    assert.deepEqual(await seen.violations(), []);
  });

  it('carries the licence texts of what is inside the file', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    await page.locator('.licences summary').click();
    const text = await page.$eval('.licences pre', (element) => element.innerText);
    for (const name of ['lit ', 'zod ', 'chart.js ', '@lit-labs/ssr ', 'parse5 ', 'uqr ']) {
      assert.ok(text.includes(`\n${name}`), name);
    }
    assert.match(text, /Permission is hereby granted[^]*Redistribution and use/);
  });

  it('shows what was chosen last, also while the page of the preview is still coming', async () => {
    const {page} = await EDITIONS['as one file, without a network']();
    await page.evaluate(() => {
      document.querySelector('#form-png').click();
      document.querySelector('[name=host][value=phone]').click();
      document.querySelector('[name=kind][value=area]').click();
    });
    await page.waitForFunction(() =>
      document.querySelector('#preview').contentDocument?.querySelector('qd-area[state=ready]'),
    );
    // A list has no picture.
    assert.equal(await page.$('#form-png'), null);
    assert.match(await textOf(page, '#code'), /\/embed\/area\//);
  });

  it('keeps all three steps on the first screen', async () => {
    opened = await site.open('builder.html', {width: 1280, height: 900});
    await previewed(opened.page, '921.61');
    const bottom = await opened.page.$eval(
      '#actions .primary',
      (button) => button.getBoundingClientRect().bottom,
    );
    assert.ok(bottom < 900, `the button ends at ${bottom} px`);
  });

  for (const style of ['portal', 'phone']) {
    it(`shows the figure in a host page of the style "${style}"`, async () => {
      const {page, seen} = await EDITIONS['as one file, without a network']();
      await page.locator(`label:has([name=host][value=${style}])`).click();
      assert.match(await previewed(page, '921.61'), /数据资源调用/);
      assert.deepEqual(await seen.violations(), []);
    });
  }

  for (const search of ['', '?theme=dark', '?text=large&lang=en', '?lang=en']) {
    for (const width of [1280, 360]) {
      it(`is accessible and fits at ${width} px${search && ` with ${search}`}`, async () => {
        opened = await site.open(`builder.html${search}`, {width, height: 800});
        const {page} = opened;
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(overflow, 0);
        const small = await page.$$eval(
          'main :is(button, select, input, summary, .choose label)',
          (targets) =>
            targets
              .filter((target) => target.getClientRects().length && !/radio/.test(target.type))
              .filter((target) => target.getBoundingClientRect().height < 43.5)
              .map((target) => target.outerHTML.slice(0, 80)),
        );
        assert.deepEqual(small, []);
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const {violations} = await globalThis.axe.run(document, {iframes: false});
          return violations.map(
            ({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 120)).join(' | ')}`,
          );
        });
        assert.deepEqual(faults, []);
      });
    }
  }

  describe('each form, pasted into a bare page', () => {
    let portal;
    before(async () => {
      portal = await openPortal();
      const folder = fileURLToPath(new URL('embed/', DIST));
      for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
        if (!entry.isFile()) continue;
        const path = `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/');
        const name = path.slice(folder.length).replace(/^\/+/, '');
        portal.files.set(`/qd/embed/${name.replace(/index\.html$/, '')}`, readFileSync(path));
      }
    });
    after(() => portal?.close());

    /** What a reader has of each form, in a page that has nothing but what was copied. */
    const SHOWN = {
      html: cardText,
      tag: cardText,
      marker: cardText,
      text: (page) => textOf(page, 'p'),
      async iframe(page) {
        const frame = await page.waitForFrame((one) => one.url().includes('/embed/metric/'));
        await frame.waitForSelector('body');
        return frame.evaluate(() => document.body.textContent);
      },
      async png(page) {
        await page.waitForFunction(() => document.querySelector('img')?.naturalWidth > 0);
        return page.$eval('img', ({alt}) => alt);
      },
    };
    it('static, without scripts, under a policy that lists its hashes', async () => {
      const {page} = await EDITIONS['as one file, without a network']();
      await setBase(page, `${portal.origin}/qd/`);
      const {html, hashes} = await staticForm(page);
      const bare = await portal.open(html, {
        policy: `default-src 'none'; style-src ${hashes}`,
        waitUntil: 'load',
      });
      try {
        // Without a script, no state to wait for.
        const text = await bare.page.$eval('qd-metric', ({shadowRoot}) => shadowRoot.textContent);
        assert.match(text.replace(/\s+/g, ' '), /数据资源调用 ?921\.61 ?亿次/);
        assert.deepEqual(await bare.violations(), []);
      } finally {
        await bare.page.close();
      }
    });

    async function cardText(page) {
      const [{state, text}] = await shownText(page, 'qd-metric');
      return `${state} ${text}`;
    }
    const POLICY = `${STRICT_POLICY}; img-src 'self'; frame-src 'self'`;

    // Pictures need a library that not every machine has.
    const hasPictures = existsSync(
      new URL('embed/metric/qingdao-2024-h1/data-resource-calls/card.png', DIST),
    );
    for (const [form, shown] of Object.entries(SHOWN)) {
      const skip = form === 'png' && !hasPictures && 'no pictures were built';
      it(form, {skip}, async () => {
        const {page} = await EDITIONS['as one file, without a network']();
        await setBase(page, `${portal.origin}/qd/`);
        await page.locator(`#form-${form}`).click();
        const article = await textOf(page, '#code');
        const template = await textOf(page, '#template');
        const needsTemplate = !['text', 'png', 'iframe'].includes(form);
        const body = form === 'text' ? `<p>${article}</p>` : article;
        const markup = needsTemplate ? `${template}${body}` : body;
        const bare = await portal.open(markup, {policy: POLICY, waitUntil: 'load'});
        try {
          const text = (await shown(bare.page)).replace(/\s+/g, ' ');
          assert.match(text, /数据资源调用 ?921\.61 ?亿次/);
          if (shown === cardText) assert.match(text, /^ready /);
          assert.deepEqual(await bare.violations(), []);
        } finally {
          await bare.page.close();
        }
      });
    }

    it('has a tab for each of them', async () => {
      const {page} = await EDITIONS['as one file, without a network']();
      const tabs = await page.$$eval('#forms [role=tab]', (all) =>
        all.map(({id}) => id.slice('form-'.length)),
      );
      assert.deepEqual(tabs.toSorted(), [...Object.keys(SHOWN), 'static'].toSorted());
    });
  });
});
