/*
 * Scripts of portals that change what all scripts of a page share, in one frame each: the same cards, nothing of the page's
 * overwritten, nothing uncaught.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {HOST_SCRIPTS} from './host-scripts.mjs';
import {openPortal} from '../embed/portal.mjs';

const REPORT = readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url), 'utf8');
const INLINE = JSON.stringify(JSON.parse(REPORT)).replace(/</g, '\\u003c');
const CARDS = `
  <qd-metric report="qingdao-2024-h1" indicator="data-resource-calls">数据资源调用</qd-metric>
  <qd-metric report="qingdao-2024-h1" indicator="video-feeds" locale="en" theme="dark" text="large" variant="hero"></qd-metric>
  <qd-metric label="常住人口" value="1044.27" scale="万" unit="人" qualifier="约"></qd-metric>
  <qd-metric indicator="video-feeds"><script type="application/json">${INLINE}</script></qd-metric>
  <qd-metric src="/report.json" indicator="drone-flights"></qd-metric>
  <qd-metric report="no-such-report" indicator="video-feeds">后备</qd-metric>
  <qd-metric indicator="video-feeds"><script type="application/json">${INLINE.replace('"30"', '30')}</script></qd-metric>
  <qd-progress report="qingdao-2024-h1" indicator="ocean-data-share"></qd-progress>
  <qd-issue-list report="qingdao-2024-h1"></qd-issue-list>
  <qd-table report="qingdao-2024-h1" area="data-elements"></qd-table>
  <qd-standings report="qingdao-2024-h1"></qd-standings>
  <p>全市<a href="/embed/metric/qingdao-2024-h1/video-feeds">视频近30万路</a>。</p>
  <p><a href="/embed/metric/qingdao-2024-h1/drone-flights">无人机</a></p>`;
const CHARTS =
  '<qd-chart report="qingdao-2024-h1" indicators="rubber-industry-data-share ocean-data-share"></qd-chart>';
const SCRIPT = '<script defer src="/qd/qd.iife.js"></script>';
/** What a page without `fetch` or with one of its own may not have. */
const source = (script) =>
  typeof script === 'string'
    ? script
    : `(${script.toString().replace(/^'[^']*'|^\w+(?=\()/, (name) => (name === 'function' ? name : 'function'))})()`;

describe('the cards of a page with', () => {
  let portal;
  let told;
  const names = ['nothing else', ...Object.keys(HOST_SCRIPTS)];
  before(async () => {
    portal = await openPortal();
    portal.files.set('/report.json', REPORT);
    names.forEach((name, i) => {
      const script = HOST_SCRIPTS[name] ? source(HOST_SCRIPTS[name]) : '';
      portal.files.set(
        `/frame/${i}`,
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${i}</title><script>parent.watch(window)</script>` +
          `<script>${script}</script><script>parent.remember(window)</script><body>${CARDS}${CHARTS}${SCRIPT}`,
      );
    });
    const {page} = await portal.open('', {policy: "default-src 'self' 'unsafe-inline'"});
    await page.setViewport({width: 1000, height: 4000});
    told = await page.evaluate(inParent, names.length);
  });
  after(() => portal.close());

  names.forEach((name, i) => {
    it(name, () => {
      const plain = told[0];
      const frame = told[i];
      assert.deepEqual(frame.errors, []);
      assert.equal(frame.wasRemembered, true, 'the host’s script has run');
      assert.deepEqual(frame.cards, plain.cards);
      assert.equal(frame.dialog, plain.dialog);
      // A chart may be its table alone.
      for (const figure of frame.chart.figures) assert.ok(figure, frame.chart.text);
      assert.deepEqual(frame.changed, []);
    });
  });

  it('nothing else: all of them are there', () => {
    const [{cards}] = told;
    assert.equal(cards.length, 13);
    assert.match(cards.join('\n'), /921\.61亿次/);
    assert.match(cards.join('\n'), /300,000/);
    assert.match(told[0].dialog, /2024年以来数据资源调用921\.61亿次/);
  });
});

/** In the page around, whose own intrinsics nobody has touched: opens the frames, and reads them with its own hands. */
async function inParent(count) {
  const getter = (type, name) => Object.getOwnPropertyDescriptor(type.prototype, name).get;
  const textContent = getter(Node, 'textContent');
  const shadowRoot = getter(Element, 'shadowRoot');
  const {querySelectorAll} = Document.prototype;
  const within = DocumentFragment.prototype.querySelector;
  const {getAttribute} = Element.prototype;
  const states = new Map();
  const SHARED = [
    'Object',
    'Function',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'Date',
    'RegExp',
    'Promise',
    'Map',
    'Set',
    'WeakMap',
    'WeakSet',
    'JSON',
    'Math',
    'Reflect',
    'Error',
    'Node',
    'Element',
    'HTMLElement',
    'Document',
    'DocumentFragment',
    'ShadowRoot',
    'EventTarget',
    'Event',
    'CustomEvent',
    'CSSStyleSheet',
    'CustomElementRegistry',
    'customElements',
    'history',
    'History',
    'Response',
    'XMLHttpRequest',
    'console',
    'Intl',
    'Storage',
    'Location',
    'Navigator',
    'document',
  ];

  function snapshot(window) {
    const all = new Map();
    const take = (path, object) => {
      if (object === null || (typeof object !== 'object' && typeof object !== 'function')) return;
      for (const key of Reflect.ownKeys(object)) {
        const {value, get, set} = Object.getOwnPropertyDescriptor(object, key) ?? {};
        all.set(`${path}.${String(key)}`, get ?? set ?? value);
      }
    };
    for (const name of SHARED) {
      let value;
      try {
        value = window[name];
      } catch {
        continue;
      }
      if (name === 'console') continue;
      take(name, value);
      if (typeof value === 'function') take(`${name}.prototype`, value.prototype);
    }
    for (const name of Object.getOwnPropertyNames(window)) {
      const {value, get} = Object.getOwnPropertyDescriptor(window, name) ?? {};
      if (!/^\d+$/.test(name)) all.set(name, get ?? value);
    }
    return all;
  }

  globalThis.watch = (window) => {
    const errors = [];
    EventTarget.prototype.addEventListener.call(window, 'error', ({message}) => errors.push(message));
    EventTarget.prototype.addEventListener.call(window, 'unhandledrejection', ({reason}) =>
      errors.push(`unhandled ${reason}`),
    );
    states.set(window, {errors});
  };
  globalThis.remember = (window) => {
    states.get(window).before = snapshot(window);
  };

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const results = [];
  const frames = [];
  for (let i = 0; i < count; i++) {
    const frame = document.createElement('iframe');
    frame.src = `/frame/${i}`;
    frame.width = '400';
    frame.height = '300';
    document.body.append(frame);
    frames.push(frame);
    // A few at a time.
    if (i % 8 === 7)
      await Promise.all(
        frames.slice(-8).map((one) => new Promise((resolve) => one.addEventListener('load', resolve))),
      );
  }
  const read = (node) => textContent.call(node).replace(/\s+/g, ' ').trim();
  const tagsOf = (frame) => [
    ...querySelectorAll.call(
      frame.contentDocument,
      'qd-metric,qd-progress,qd-issue-list,qd-table,qd-standings',
    ),
  ];
  const isDone = (tag) =>
    /^(ready|absent|error)$/.test(getAttribute.call(tag, 'state') ?? '') && shadowRoot.call(tag);
  const isFrameDone = (frame) =>
    frame.contentDocument?.readyState === 'complete' &&
    tagsOf(frame).length > 0 &&
    tagsOf(frame).every(isDone);
  for (let tries = 0; tries < 400 && !frames.every(isFrameDone); tries++) await wait(25);
  const shadowText = (tag) => {
    const root = shadowRoot.call(tag);
    if (!root) return read(tag);
    const styles = [...root.querySelectorAll('style')].map((style) => textContent.call(style)).join('');
    return textContent.call(root).replace(styles, '').replace(/\s+/g, ' ').trim();
  };
  const textOf = (tag) => {
    const root = shadowRoot.call(tag);
    if (!root) return `no shadow root: ${read(tag)}`;
    let text = '';
    const walker = Document.prototype.createTreeWalker.call(tag.ownerDocument, root, 4);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentNode.nodeName !== 'STYLE') text += node.data;
    }
    return text.replace(/\s+/g, ' ').trim();
  };
  for (const frame of frames) {
    const tag = tagsOf(frame)[0];
    const root = tag && shadowRoot.call(tag);
    const button = root && within.call(root, 'button');
    if (button) HTMLElement.prototype.click.call(button);
  }
  const dialogOf = (frame) => {
    const root = tagsOf(frame)[0] && shadowRoot.call(tagsOf(frame)[0]);
    return root && within.call(root, '[role=dialog]');
  };
  const chartOf = (frame) => querySelectorAll.call(frame.contentDocument, 'qd-chart')[0];
  for (
    let tries = 0;
    tries < 100 && !frames.every((frame) => dialogOf(frame) && isDone(chartOf(frame)));
    tries++
  )
    await wait(25);
  for (const frame of frames) {
    const window = frame.contentWindow;
    const state = states.get(window);
    const dialog = dialogOf(frame);
    const dialogText = dialog ? read(dialog) : 'no dialog';
    const own = /^(lit|reactiveElement|__zod|Symbol\.metadata$|Symbol\(|document\.\$|_)/;
    const now = state?.before ? snapshot(window) : new Map();
    const changed = [];
    for (const [key, value] of now) {
      if (own.test(key)) continue;
      if (!state.before.has(key)) changed.push(`+ ${key}`);
      else if (!Object.is(state.before.get(key), value)) changed.push(`≠ ${key}`);
    }
    for (const key of state?.before?.keys() ?? []) if (!now.has(key)) changed.push(`− ${key}`);
    const chart = textOf(chartOf(frame));
    results.push({
      wasRemembered: Boolean(state?.before),
      errors: state?.errors ?? [],
      cards: tagsOf(frame).map((tag, i) => {
        // The dialog is read by itself.
        const text = textOf(tag);
        return `${i} ${tag.localName} ${getAttribute.call(tag, 'state')}: ${i ? text : text.replace(/出处.*/, '出处')}`;
      }),
      dialog: dialogText,
      chart: {text: chart, figures: ['25%'].map((figure) => chart.includes(figure))},
      changed,
      unused: shadowText.length,
    });
  }
  return results;
}
