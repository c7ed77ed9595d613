/* What a page keeps when our tags have gone, and how it feels while very many of them come. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openPortal} from '../embed/portal.mjs';

const SCRIPT = '<script defer src="/qd/qd.iife.js"></script>';

describe('a page', () => {
  let portal;
  let page;
  let seen;
  before(async () => {
    portal = await openPortal();
    ({page, seen} = await portal.open(`<div id="room"></div>${SCRIPT}`, {before: inPage}));
  });
  after(() => portal.close());

  /** What the browser counts once all that can go has gone. */
  async function count(session) {
    for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
    const {nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
    const {usedSize} = await session.send('Runtime.getHeapUsage');
    return {nodes, listeners: jsEventListeners, bytes: usedSize};
  }

  it('keeps nothing of 1,000 tags that came and went', async () => {
    const session = await page.createCDPSession();
    // What is made once for all stays: style sheets, templates, the report.
    await page.evaluate(() => mount(100));
    const before = await count(session);
    await page.evaluate(() => mount(1_000));
    const after = await count(session);
    const alive = await page.evaluate(() => alive());
    assert.ok(alive <= 5, `${alive} elements are alive`);
    assert.ok(after.nodes - before.nodes <= 60, `${after.nodes - before.nodes} nodes are left`);
    assert.ok(
      after.listeners - before.listeners <= 20,
      `${after.listeners - before.listeners} listeners are left`,
    );
    assert.ok(after.bytes - before.bytes <= 3_000_000, `${after.bytes - before.bytes} bytes are left`);
    assert.deepEqual(seen.errors, []);
  });

  it('keeps nothing of 500 changes to one tag', async () => {
    const session = await page.createCDPSession();
    await page.evaluate(() => change(50));
    const before = await count(session);
    await page.evaluate(() => change(500));
    const after = await count(session);
    assert.ok(after.nodes - before.nodes <= 60, `${after.nodes - before.nodes} nodes are left`);
    assert.ok(
      after.listeners - before.listeners <= 20,
      `${after.listeners - before.listeners} listeners are left`,
    );
  });

  it('draws 10,000 tags, and lets them go', async () => {
    const {frames, isStepwise, ...told} = await page.evaluate(() => crowd(10_000));
    assert.deepEqual(told, {ready: 10_000, texts: 44, left: 0});
    // In slices: the page painted, and would have answered a reader, while they came.
    assert.ok(frames >= 3, `${frames} frames passed between the first card and the last`);
    assert.ok(isStepwise, 'the cards come from the top down');
    assert.deepEqual(seen.errors, []);
  });

  it('asks for nothing while it is idle', async () => {
    const before = seen.requests.length;
    const {callbacks} = await page.evaluate(() => idle());
    assert.equal(callbacks, 0);
    assert.equal(seen.requests.length, before);
  });
});

function inPage() {
  const real = {};
  const wait = (ms) => new Promise((resolve) => (real.setTimeout ?? setTimeout)(resolve, ms));
  const refs = [];
  const settled = (tag) =>
    /^(ready|absent|error)$/.test(tag.getAttribute('state')) || tag.localName === 'qd-qr';
  const KINDS = [
    'qd-metric',
    'qd-metric',
    'qd-progress',
    'qd-issue-list',
    'qd-table',
    'qd-source',
    'qd-area',
    'qd-standings',
    'qd-document-list',
    'qd-qr',
  ];
  const indicators = ['video-feeds', 'data-resource-calls', 'drone-flights', 'no-such-figure'];
  const room = () => document.getElementById('room');

  function aTag(i) {
    const tag = document.createElement(KINDS[i % KINDS.length]);
    tag.setAttribute('report', 'qingdao-2024-h1');
    if (tag.localName === 'qd-metric') tag.setAttribute('indicator', indicators[i % 4]);
    if (tag.localName === 'qd-progress') tag.setAttribute('indicator', 'ocean-data-share');
    if (tag.localName === 'qd-table' || tag.localName === 'qd-area')
      tag.setAttribute('area', 'data-elements');
    if (i % 7 === 0) tag.setAttribute('locale', 'en');
    if (i % 5 === 0) tag.setAttribute('theme', 'dark');
    return tag;
  }

  globalThis.mount = async (count) => {
    refs.length = 0;
    for (let at = 0; at < count; at += 50) {
      const tags = Array.from({length: 50}, (_none, i) => aTag(at + i));
      for (const tag of tags) refs.push(new WeakRef(tag));
      room().append(...tags);
      for (let tries = 0; tries < 200 && !tags.every(settled); tries++) await wait(10);
      // One of them is open when it goes.
      tags
        .find((tag) => tag.localName === 'qd-metric')
        .shadowRoot.querySelector('button')
        ?.click();
      await wait(10);
      room().replaceChildren();
    }
    await wait(50);
  };
  globalThis.alive = () => refs.filter((ref) => ref.deref()).length;
  globalThis.change = async (count) => {
    const tag = aTag(0);
    room().append(tag);
    for (let i = 0; i < count; i++) {
      tag.setAttribute('indicator', indicators[i % 4]);
      tag.setAttribute('locale', i % 3 ? 'zh-CN' : 'en');
      tag.setAttribute('theme', i % 2 ? 'light' : 'dark');
      await tag.updateComplete;
    }
    tag.remove();
  };
  globalThis.crowd = async (count) => {
    const around = document.createElement('qd-report');
    around.setAttribute('report', 'qingdao-2024-h1');
    room().append(around);
    await around.updateComplete;
    const all = around.outcome.report.observations.map(({indicator}) => indicator);
    const tags = Array.from({length: count}, (_none, i) => {
      const tag = document.createElement('qd-metric');
      tag.setAttribute('indicator', all[i % all.length]);
      return tag;
    });
    // How many were there at each frame.
    const steps = [];
    let isOver = false;
    const onFrame = () => {
      steps.push(tags.filter(settled).length);
      if (!isOver) requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
    around.append(...tags);
    let isStepwise = true;
    for (let tries = 0; tries < 1_000 && !tags.every(settled); tries++) {
      const first = tags.findIndex((tag) => !settled(tag));
      if (tags.slice(first).some(settled)) isStepwise = false;
      await wait(20);
    }
    isOver = true;
    const frames = steps.filter((count) => count > 0 && count < tags.length).length;
    const ready = tags.filter((tag) => tag.state === 'ready').length;
    const texts = new Set(tags.map((tag) => tag.shadowRoot.textContent.replace(/\s+/g, ' '))).size;
    around.remove();
    await wait(0);
    return {frames, isStepwise, ready, texts, left: document.querySelectorAll('qd-metric').length};
  };
  globalThis.idle = async () => {
    room().append(...Array.from({length: 20}, (_none, i) => aTag(i)));
    await wait(300);
    let callbacks = 0;
    for (const name of [
      'requestAnimationFrame',
      'setTimeout',
      'setInterval',
      'requestIdleCallback',
      'fetch',
    ]) {
      real[name] = window[name].bind(window);
      window[name] = (...args) => {
        callbacks++;
        return real[name](...args);
      };
    }
    await wait(500);
    room().replaceChildren();
    return {callbacks};
  };
}
