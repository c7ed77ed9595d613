/* global send -- defined in the opened pages */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {openPortal} from './portal.mjs';

const REPORT = 'qingdao-2024-h1';
const PATH = `/qd/embed/metric/${REPORT}/data-resource-calls/`;
const CLASSIC = '<script defer src="/qd/embed/qd.iife.js"></script>';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types qd-widgets";
const FRAME = `<iframe src="${PATH}" sandbox="allow-scripts" width="400" height="240"></iframe>`;
const STYLE = `body { margin: 0 } .tall { height: 700px } .huge { height: 30000px } .odd { height: 100.4px }
  iframe.boxed { box-sizing: border-box; border: 3px solid; padding: 4px }`;

const guest = (body, attribute = 'data-qd-frame') =>
  `<!doctype html><html lang="zh-CN" ${attribute}><meta charset="utf-8"><link rel="stylesheet" href="/frame.css"><body>${body}${CLASSIC}`;

describe('a frame', () => {
  let portal;
  let opened;
  before(async () => {
    portal = await openPortal();
    portal.files.set('/frame.css', STYLE);
    portal.files.set('/portal.css', STYLE);
    portal.files.set(
      PATH,
      guest(
        `<qd-metric report="${REPORT}" indicator="data-resource-calls">数据资源调用 921.61亿次</qd-metric><div id="more"></div>`,
      ),
    );
    portal.files.set('/other/', guest('<div class="tall"></div>'));
    portal.files.set(PATH.replace('data-resource-calls', 'huge'), guest('<div class="huge"></div>'));
    portal.files.set(PATH.replace('data-resource-calls', 'odd'), guest('<div class="odd"></div>'));
    portal.files.set(PATH.replace('data-resource-calls', 'plain'), guest('<div class="tall"></div>', ''));
  });
  afterEach(() => opened.page.close());
  after(() => portal.close());

  const open = async (html, options) =>
    (opened = await portal.open(`<link rel="stylesheet" href="/portal.css"><body>${html}`, {
      policy: POLICY,
      ...options,
    }));
  const heights = () =>
    opened.page.evaluate(() => [...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight));
  const guests = () => opened.page.frames().filter((frame) => frame.parentFrame());
  const contentHeight = (frame) =>
    frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  /** Resolves when every frame is as high as its content. */
  async function areFit() {
    for (let tries = 0; tries < 100; tries++) {
      const wanted = await Promise.all(guests().map(contentHeight));
      const seen = await heights();
      if (JSON.stringify(seen) === JSON.stringify(wanted)) return seen;
      await opened.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
    return assert.fail(
      `frames ${await heights()}, content ${await Promise.all(guests().map(contentHeight))}`,
    );
  }
  /** Lets messages that are on their way arrive, and what they change be drawn. */
  const settle = () =>
    opened.page.evaluate(async () => {
      for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
    });

  for (const [name, html] of [
    ['with its script before', CLASSIC + FRAME],
    ['with its script after', FRAME + CLASSIC],
    ['with a module', `${FRAME}<script type="module" src="/qd/embed/qd.js"></script>`],
    ['without a sandbox', `<iframe src="${PATH}" height="240"></iframe>${CLASSIC}`],
    [
      'with its own origin',
      `<iframe src="${PATH}" sandbox="allow-scripts allow-same-origin"></iframe>${CLASSIC}`,
    ],
    ['that loads lazily', FRAME.replace('<iframe', '<iframe loading="lazy"') + CLASSIC],
    ['of two', FRAME + FRAME + CLASSIC],
  ]) {
    it(`${name} is as high as its content`, async () => {
      const {seen, violations} = await open(html);
      for (const height of await areFit()) assert.ok(height > 80 && height < 230, `${height}`);
      assert.deepEqual(seen.errors, []);
      assert.deepEqual(await violations(), []);
    });
  }

  it('grows with its content, and shrinks with it', async () => {
    await open(FRAME + CLASSIC);
    const [small] = await areFit();
    const [frame] = guests();
    await frame.evaluate(() => document.getElementById('more').classList.add('tall'));
    const [tall] = await areFit();
    assert.equal(tall - small, 700);
    await frame.evaluate(() => document.getElementById('more').classList.remove('tall'));
    assert.deepEqual(await areFit(), [small]);
  });

  it('is fitted when it comes late, and when it loads again', async () => {
    await open(CLASSIC);
    await opened.page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.sandbox = 'allow-scripts';
      frame.src = src;
      document.body.append(frame);
    }, PATH);
    await opened.page.waitForFunction(() => document.querySelector('iframe').style.height);
    await areFit();
    await opened.page.evaluate(() => {
      const frame = document.querySelector('iframe');
      frame.style.height = '500px';
      document.body.append(frame);
    });
    await opened.page.waitForFunction(() => document.querySelector('iframe').style.height !== '500px');
    await areFit();
  });

  it('makes room for the sentence while it is open', async () => {
    await open(FRAME + CLASSIC);
    // The panel is measured where it stands, not on its way there.
    await opened.page.emulateMediaFeatures([{name: 'prefers-reduced-motion', value: 'reduce'}]);
    const [small] = await areFit();
    const [frame] = guests();
    const toggle = () =>
      frame.evaluate(() => document.querySelector('qd-metric').shadowRoot.querySelector('button').click());
    await toggle();
    await opened.page.waitForFunction(
      (before) => document.querySelector('iframe').clientHeight > before + 100,
      {},
      small,
    );
    await settle();
    const {scroll, client, top, bottom, height} = await frame.evaluate(() => {
      const panel = document.querySelector('qd-metric').shadowRoot.querySelector('[role=dialog]');
      const {top, bottom} = panel.getBoundingClientRect();
      return {scroll: panel.scrollHeight, client: panel.clientHeight, top, bottom, height: innerHeight};
    });
    assert.ok(
      scroll <= client && top >= 0 && bottom <= height,
      `${JSON.stringify({scroll, client, top, bottom, height})}`,
    );
    await toggle();
    await areFit();
  });

  it('is at most 20000 pixels high, and counts in whole ones', async () => {
    const frame = (name) => FRAME.replace('data-resource-calls', name);
    await open(
      frame('huge') + frame('odd') + frame('odd').replace('<iframe', '<iframe class="boxed"') + CLASSIC,
    );
    await opened.page.waitForFunction(() =>
      [...document.querySelectorAll('iframe')].every((frame) => frame.style.height),
    );
    assert.deepEqual(
      await opened.page.evaluate(() =>
        [...document.querySelectorAll('iframe')].map((frame) => frame.style.height),
      ),
      ['20000px', '101px', '115px'],
    );
  });

  it('that is not ours, or not made for a frame, keeps its size', async () => {
    await open(
      FRAME.replace(PATH, '/other/') + FRAME.replace('data-resource-calls', 'plain') + FRAME + CLASSIC,
    );
    await opened.page.waitForFunction(() => document.querySelectorAll('iframe')[2].style.height);
    await settle();
    assert.deepEqual((await heights()).slice(0, 2), [240, 240]);
  });

  it('keeps its size whatever is forged', async () => {
    await open(FRAME + FRAME.replace(PATH, '/other/') + CLASSIC);
    await opened.page.waitForFunction(() => document.querySelector('iframe').style.height);
    await settle();
    const before = await heights();
    const right = {type: 'qd-frame-height', version: 1, height: 999};
    // From the greeted frame itself these have a wrong shape; from anywhere else even the right one is wrong.
    const shapes = [
      ...['999', '999px', null, true, {}, [], [999], Number.NaN, Infinity, -Infinity, 99.5, undefined].map(
        (height) => ({...right, height}),
      ),
      ...[0, 2, '1', null, true].map((version) => ({...right, version})),
      ...['', 'qd-frame-hello', 'QD-FRAME-HEIGHT', 'resize', null, 1].map((type) => ({...right, type})),
      {...right, width: 999},
      {...right, 'height ': 1},
      {type: right.type, height: 999},
      {version: 1, height: 999},
      {type: right.type, version: 1},
      JSON.stringify(right),
      [right],
      Object.entries(right),
      999,
      null,
      'qd-frame-height:999',
    ];
    const values = [1, 2, 500, 999, 1000, 5000, 19_999, 20_000, 20_001, -1, 0, 1e9].map((height) => ({
      ...right,
      height,
    }));
    const [own, other] = guests();
    let forged = 0;
    const post = async (where, messages) => {
      forged += messages.length;
      await where.evaluate(
        (all, isTop) => {
          for (const message of all) (isTop ? window : parent).postMessage(message, '*');
        },
        messages,
        where === opened.page,
      );
    };
    await post(own, shapes);
    await post(other, [...shapes, ...values]);
    await post(opened.page, [...shapes, ...values]);
    // By way of the frame's own window, too: a frame that frames it.
    await opened.page.evaluate((all) => {
      for (const data of all) {
        for (const origin of ['null', location.origin, 'https://example.com', '']) {
          window.dispatchEvent(new MessageEvent('message', {data, origin, source: window}));
          window.dispatchEvent(new MessageEvent('message', {data, origin}));
        }
        const source = document.querySelector('iframe').contentWindow;
        for (const origin of [location.origin, 'https://example.com', '']) {
          window.dispatchEvent(new MessageEvent('message', {data, origin, source}));
        }
      }
    }, values);
    forged += values.length * 11;
    await settle();
    assert.ok(forged >= 160, `${forged}`);
    assert.deepEqual(await heights(), before);
    assert.deepEqual(opened.seen.errors, []);
  });

  it('tells its height only to a page that has greeted it, and only when it changes', async () => {
    await open(FRAME, {
      before: () => {
        globalThis.messages = [];
        addEventListener('message', ({data}) => globalThis.messages.push(data));
        globalThis.send = (data) => document.querySelector('iframe').contentWindow.postMessage(data, '*');
      },
    });
    const messages = async () => {
      await settle();
      return opened.page.evaluate(() => globalThis.messages);
    };
    assert.deepEqual(await messages(), []);
    await opened.page.evaluate(() => {
      for (const data of [
        'qd-frame-hello',
        {type: 'qd-frame-hello'},
        {type: 'qd-frame-hello', version: 2},
        null,
      ]) {
        send(data);
      }
      send({type: 'qd-frame-hello', version: 1, height: 5});
    });
    assert.deepEqual(await messages(), []);
    await opened.page.evaluate(() => send({type: 'qd-frame-hello', version: 1}));
    const told = await messages();
    const height = await contentHeight(guests()[0]);
    assert.deepEqual(told, [{type: 'qd-frame-height', version: 1, height}]);
  });
});
