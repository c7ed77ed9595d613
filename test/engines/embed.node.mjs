/* The built embed files in a browser other than Chromium: scripts/test.mjs --engines says which. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {servePages} from '../old/pages.mjs';
import {misplaced, settled, told} from '../old/in-page.mjs';
import {openWindow} from './window.mjs';

const CLASSIC = '<script defer src="/qd/qd.iife.js"></script>';
const MODULE = '<script type="module" src="/qd/qd.js"></script>';
const LINK = '<a href="/embed/metric/qingdao-2024-h1/data-resource-calls">数据资源调用 921.61亿次</a>';

describe('the embed files', () => {
  let window;
  let pages;
  before(async () => {
    [window, pages] = await Promise.all([openWindow(), servePages()]);
  });
  after(async () => {
    await window?.close();
    await pages?.close();
  });

  async function open(content) {
    await window.goto(pages.add(content));
    await window.run(settled);
  }

  for (const [name, script] of [
    ['the classic file', CLASSIC],
    ['the module', MODULE],
  ]) {
    for (const [where, doctype] of [
      ['', '<!doctype html>'],
      [', in quirks mode', ''],
    ]) {
      it(`make a card of a pasted link by ${name} and nothing else${where}`, async () => {
        await open({head: script, body: `<p>${LINK}</p>`, doctype});
        const [card] = await window.run(told);
        assert.deepEqual([card.tag, card.state], ['qd-metric', 'ready']);
        assert.match(card.text, /^数据资源调用921\.61亿次2024年以来出处$/);
        assert.deepEqual(await window.run(misplaced), []);
        const tall = await window.run(() => document.querySelector('qd-metric').offsetHeight);
        assert.ok(tall > 80 && tall < 260, `the card is ${tall} px tall`);
      });
    }
  }

  it('copy the citation at a real click, without HTTPS', async () => {
    await open({
      head: CLASSIC,
      body: '<qd-metric report="qingdao-2024-h1" indicator="data-resource-calls"></qd-metric>',
    });
    await window.click('qd-metric >>> .source');
    const copied = await window.run(async () => {
      const root = document.querySelector('qd-metric').shadowRoot;
      for (let tries = 0; tries < 400 && !root.querySelector('[role=dialog]'); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      // Without HTTPS there is no clipboard; 127.0.0.1 counts as if it had it.
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined});
      const buttons = [...root.querySelectorAll('[role=dialog] button')];
      const copy = buttons.find(({textContent}) => textContent.includes('复制引文'));
      copy.setAttribute('data-copy', '');
      globalThis.copied = '';
      document.addEventListener('copy', ({clipboardData}) => {
        globalThis.copied = clipboardData.getData('text/plain');
      });
      return Boolean(copy);
    });
    assert.ok(copied);
    await window.click('qd-metric >>> [data-copy]');
    const told = await window.run(async () => {
      const status = document.querySelector('qd-metric').shadowRoot.querySelector('[role=status]');
      for (let tries = 0; tries < 400 && !status.textContent; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      return [status.textContent, globalThis.copied];
    });
    assert.equal(told[0], '已复制');
    assert.match(told[1], /921\.61亿次/);
  });
});
