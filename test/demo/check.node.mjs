import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openPortal, STRICT_POLICY} from '../embed/portal.mjs';

const FOLDER = fileURLToPath(new URL('../../dist/embed/', import.meta.url));
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

describe('the check page', () => {
  let portal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal?.close());

  /** The page in a folder of the portal, after its checks; `change` may spoil a file. */
  async function check(folder, {policy = STRICT_POLICY, change = {}, viewport} = {}) {
    for (const entry of readdirSync(FOLDER, {withFileTypes: true})) {
      if (!entry.isFile()) continue;
      const content = readFileSync(`${FOLDER}${entry.name}`);
      portal.files.set(`${folder}${entry.name}`, change[entry.name] ?? content);
    }
    const {page} = await portal.open('<p>', {policy});
    if (viewport) await page.setViewport(viewport);
    const seen = {errors: []};
    page.on('pageerror', (error) => seen.errors.push(error.message));
    await page.goto(`${portal.origin}${folder}check.html`);
    await page.waitForSelector('html[data-checked]');
    const lines = await page.$$eval('#lines li', (items) =>
      items.map((item) =>
        [...item.querySelectorAll('.sign, [lang="zh-CN"]')].map(({textContent}) => textContent).join(' '),
      ),
    );
    const sum = await page.$eval('#sum', (element) => element.firstElementChild.textContent);
    return {page, lines, sum, seen, violations: () => page.evaluate(() => globalThis.violations)};
  }

  it('says what to do where it is opened as a file, and nothing else', async () => {
    const {page} = await portal.open('<p>');
    await page.goto(new URL('check.html', new URL('../../dist/embed/', import.meta.url)).href);
    await page.waitForSelector('html[data-checked]');
    const shown = await page.$eval('main', (main) => main.innerText);
    assert.match(shown, /✗ 这一页是从电脑里打开的，检查不了。把整个embed文件夹放到网站上/);
    assert.equal(await page.$$eval('#lines li', (items) => items.length), 0);
  });

  it('finds everything well under the strictest policy', async () => {
    const {page, lines, sum, seen, violations} = await check('/qd/embed/');
    assert.deepEqual(
      lines.filter((line) => line.startsWith('✗')),
      [],
    );
    assert.equal(sum, '✓ 装好了，可以在文章里放卡片了');
    for (const part of [
      /模块文件qd\.js能运行/,
      /普通脚本qd\.iife\.js能运行/,
      /版本\d/,
      /校验值都对/,
      /12种标签都有了/,
      /12张卡片，0张出错/,
      /受信类型.*里有qd-widgets/,
    ]) {
      assert.ok(
        lines.some((line) => part.test(line)),
        `${part} among ${lines.join('\n')}`,
      );
    }
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(await violations(), []);
    // The cards have tests of their own; here the same figures stand in several of them.
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const {violations: found} = await globalThis.axe.run({exclude: ['#samples']});
      return found.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 100)).join(' | ')}`);
    });
    assert.deepEqual(faults, []);
    await page.locator('button[value=en]').click();
    assert.match(await page.$eval('#sum', (element) => element.innerText), /^✓ Installed/);
    await page.close();
  });

  const FAULTS = [
    [
      'a file that was altered',
      '/qd/embed/',
      {change: {'qd.css': 'body {}'}},
      /✗ 有文件缺少或被改过：qd\.css/,
    ],
    ['a folder of another name', '/other/', {}, /✗ 文件夹不叫embed/],
    [
      'a policy without our templates',
      '/qd/embed/',
      {policy: STRICT_POLICY.replace('trusted-types qd-widgets', 'trusted-types other')},
      /✗ 网站的安全策略（CSP）拦住了一些东西 trusted-types要加上qd-widgets/,
    ],
    [
      'a module that is no script',
      '/qd/embed/',
      {change: {'qd.js': '<!doctype html>'}},
      /✗ 模块文件qd\.js没有运行 请在模板里改用qd\.iife\.js/,
    ],
  ];
  for (const [what, folder, options, expected] of FAULTS) {
    it(`tells ${what}`, async () => {
      const {page, lines, sum} = await check(folder, options);
      assert.ok(
        lines.some((line) => expected.test(line)),
        lines.join('\n'),
      );
      assert.match(sum, /^✗ 有\d+项要处理/);
      await page.close();
    });
  }

  it('says in its markup what it means that no script runs', async () => {
    const {page} = await portal.open('<p>');
    await page.setJavaScriptEnabled(false);
    await page.goto(`${portal.origin}/qd/embed/check.html`);
    assert.match(await page.$eval('#sum', (element) => element.textContent), /这一页的脚本没有运行/);
    await page.close();
  });
});
