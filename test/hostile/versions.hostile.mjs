/*
 * Several copies of the package in one page: two embed files of different versions in any order, beside the same elements
 * from npm, and beside elements of other authors under our names. The first copy stays and draws everything.
 */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {openPortal, shownText, STRICT_POLICY} from '../embed/portal.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const {version} = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const REPORT = readFileSync(`${root}seeds/qingdao-2024-h1.json`, 'utf8');
const TAGS = `
  <qd-metric report="qingdao-2024-h1" indicator="data-resource-calls">数据资源调用 921.61亿次</qd-metric>
  <qd-metric src="/report.json" indicator="video-feeds">近30万路</qd-metric>
  <qd-table report="qingdao-2024-h1" area="data-elements"></qd-table>
  <p><a href="/embed/metric/qingdao-2024-h1/drone-flights">无人机飞行4300余架次</a></p>`;
/** What a later version says in place of the button's word, to tell which copy has drawn a card. */
const [OWN_WORD, OTHER_WORD] = ['出处', '原文'];
const OTHER_VERSION = '9.8.7';

const FILES = {
  'the classic file': '<script defer src="/qd/qd.iife.js"></script>',
  'the module': '<script type="module" src="/qd/qd.js"></script>',
  'the classic file of another version, from another host':
    '<script defer src="HOST/other/qd.iife.js"></script>',
  'the module of another version': '<script type="module" src="/other/qd.js"></script>',
  'the elements from npm': '<script type="module" src="/npm.js"></script>',
};
const isOther = (name) => name.includes('another version');
/** npm's Lit makes its policy by its own name, which a page with two copies has to list. */
const POLICY = STRICT_POLICY.replace('trusted-types qd-widgets', 'trusted-types qd-widgets lit-html');

describe('two copies in one page:', () => {
  let portal;
  let opened;
  before(async () => {
    portal = await openPortal();
    portal.files.set('/report.json', REPORT);
    // The same server by another name is another host to the page.
    otherHost = portal.origin.replace('127.0.0.1', 'localhost');
    for (const file of ['qd.iife.js', 'qd.js', 'qd-prove-report.js', 'qd-chart-lib.js']) {
      const text = readFileSync(`${root}dist/embed/${file}`, 'utf8');
      const other = text
        .replaceAll(`(${version})`, `(${OTHER_VERSION})`)
        .replaceAll(`"${OWN_WORD}"`, `"${OTHER_WORD}"`);
      if (/^qd\.(iife\.)?js$/.test(file)) {
        assert.ok(other.includes(OTHER_VERSION) && other.includes(OTHER_WORD), `${file} is another one`);
      }
      portal.files.set(`/other/${file}`, other);
    }
    const {outputFiles} = await build({
      stdin: {contents: "import './dist/widgets/index.js';", resolveDir: root},
      bundle: true,
      format: 'esm',
      minify: true,
      write: false,
      target: 'es2022',
      conditions: ['production'],
      logLevel: 'error',
    });
    portal.files.set('/npm.js', outputFiles[0].text);
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => portal.close());

  let otherHost;
  const open = async (...args) => (opened = await portal.open(...args));

  for (const first of Object.keys(FILES)) {
    for (const second of Object.keys(FILES)) {
      if (first === second) continue;
      // Both deferred: they run in the order in which they stand.
      it(`${first}, then ${second}`, async () => {
        const {page, seen, violations} = await open(
          (TAGS + FILES[first] + FILES[second]).replace('HOST', otherHost),
          {policy: POLICY.replace("script-src 'self'", `script-src 'self' ${otherHost}`), waitUntil: 'load'},
        );
        const [metric, fetched, table, ...more] = await shownText(page, 'qd-metric, qd-table');
        const [word, absent] = isOther(first) ? [OTHER_WORD, OWN_WORD] : [OWN_WORD, OTHER_WORD];
        assert.deepEqual(
          [metric, fetched, table].map(({state}) => state),
          ['ready', 'ready', 'ready'],
        );
        assert.match(metric.text, /数据资源调用921\.61亿次/);
        assert.match(fetched.text, /近30万路/);
        assert.match(table.text, /921\.61亿次/);
        for (const {text} of [metric, fetched]) {
          assert.ok(text.includes(word) && !text.includes(absent), `drawn by the first copy: ${text}`);
        }
        // The elements from npm upgrade no links; then those stay links.
        assert.deepEqual(more.length, first === 'the elements from npm' ? 0 : 1);
        assert.deepEqual(seen.errors, []);
        assert.deepEqual(await violations(), []);
        const said = seen.console.filter((line) => /steps aside/.test(line));
        if (second === 'the elements from npm') assert.ok(said.length > 0, 'it says that it steps aside');
        else {
          assert.equal(said.length, 1, said.join('\n'));
          assert.ok(said[0].includes(`(${isOther(second) ? OTHER_VERSION : version})`), said[0]);
        }
        // What comes late comes from the first copy's folder.
        const folder = isOther(second) ? '/other/' : '/qd/';
        const late = seen.requests.filter(
          (url) => url.startsWith(folder) && /prove-report|chart-lib/.test(url),
        );
        if (isOther(first) !== isOther(second)) assert.deepEqual(late, []);
      });
    }
  }

  for (const name of ['the classic file', 'the module']) {
    it(`${name} where another script has defined <qd-metric>`, async () => {
      const {page, seen} = await open(`<script>(${ownMetric})()</script>${TAGS}${FILES[name]}`, {
        policy: "default-src 'self' 'unsafe-inline'",
      });
      await page.waitForFunction(() => document.readyState === 'complete');
      assert.deepEqual(seen.errors, []);
      assert.deepEqual(
        await page.$$eval('qd-metric', (tags) => tags.map((tag) => tag.shadowRoot.textContent)),
        ['theirs', 'theirs'],
      );
      assert.equal(await page.$eval('qd-table', (tag) => tag.shadowRoot), null);
      assert.equal(seen.console.filter((line) => /steps aside/.test(line)).length, 1);
    });

    it(`${name} where another script has defined <qd-table>`, async () => {
      const {page, seen} = await open(`<script>(${ownMetric})('qd-table')</script>${TAGS}${FILES[name]}`, {
        policy: "default-src 'self' 'unsafe-inline'",
      });
      const [metric] = await shownText(page, 'qd-metric');
      assert.match(metric.text, /921\.61亿次/);
      assert.equal(await page.$eval('qd-table', (tag) => tag.shadowRoot.textContent), 'theirs');
      assert.deepEqual(seen.errors, []);
      assert.equal(seen.console.filter((line) => /<qd-table> is defined already/.test(line)).length, 1);
    });

    for (const [how, policy, isDrawn] of [
      ['by a script, once', STRICT_POLICY, false],
      [
        'by a script, and duplicates are allowed',
        STRICT_POLICY.replace('qd-widgets', "qd-widgets 'allow-duplicates'"),
        true,
      ],
      [
        'by a script, and templates are free',
        STRICT_POLICY.replace("require-trusted-types-for 'script'; ", ''),
        true,
      ],
      [
        'by a script whose default policy throws',
        STRICT_POLICY.replace('qd-widgets', 'qd-widgets default'),
        false,
      ],
    ]) {
      it(`${name} where the policy name is taken ${how}: ${isDrawn ? 'drawn' : 'the words stay'}`, async () => {
        const {page, seen, violations} = await open(
          TAGS + FILES[name] + FILES['the module of another version'],
          {
            policy,
            before: takePolicyName,
          },
        );
        assert.deepEqual(seen.errors, []);
        if (isDrawn) {
          const [metric] = await shownText(page, 'qd-metric');
          assert.match(metric.text, /921\.61亿次出?/);
          assert.deepEqual(
            (await violations()).filter((line) => !/^trusted-types/.test(line)),
            [],
          );
        } else {
          assert.match(await page.evaluate(() => document.body.innerText), /数据资源调用 921\.61亿次/);
          assert.match(seen.console.join('\n'), /trusted-types qd-widgets; the fallback text stays/);
        }
      });
    }
  }
});

/** In the page: an element of another author under a name of ours. */
function ownMetric(name = 'qd-metric') {
  customElements.define(
    name,
    class extends HTMLElement {
      connectedCallback() {
        if (!this.shadowRoot) this.attachShadow({mode: 'open'}).textContent = 'theirs';
      }
    },
  );
}

/** In the page: a script before ours that has taken the name of our policy, and one that makes every default throw. */
function takePolicyName() {
  try {
    trustedTypes.createPolicy('qd-widgets', {});
    trustedTypes.createPolicy('default', {
      createHTML() {
        throw new Error('no HTML here');
      },
    });
  } catch {
    // The page's policy does not list that one.
  }
}
