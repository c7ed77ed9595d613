import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {build} from 'esbuild';
import {renderStatic} from '../../dist/static/render-static.js';
import {openPortal, STRICT_POLICY} from './portal.mjs';

const root = new URL('../../', import.meta.url);
const REPORT = 'qingdao-2024-h1';
const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', root), 'utf8');
const metric = {report: REPORT, indicator: 'data-resource-calls'};

/** Every tag that shows something, in several looks, and what a reader finds in it. */
const TAGS = [
  ['qd-metric', {...metric}, '921.61亿次'],
  ['qd-metric', {...metric, theme: 'dark'}, '921.61亿次'],
  ['qd-metric', {...metric, text: 'large', variant: 'tile'}, '921.61亿次'],
  ['qd-metric', {...metric, lang: 'en', variant: 'hero'}, '92.161 billion calls'],
  ['qd-metric', {...metric, variant: 'inline'}, '921.61亿次'],
  ['qd-metric', {...metric, stale: ''}, '数字待更新'],
  ['qd-metric', {label: '一<b>类', value: '3', unit: '个'}, '一<b>类'],
  ['qd-progress', {report: REPORT, indicator: 'ocean-data-share'}, '约为25%'],
  ['qd-progress', {report: REPORT, indicator: 'ocean-data-share', variant: 'ring', lang: 'en'}, '25%'],
  ['qd-issue-list', {report: REPORT}, '“一盘棋”格局仍需强化'],
  ['qd-plan-list', {report: REPORT, theme: 'dark'}, '报告未说明进展'],
  ['qd-standings', {report: REPORT}, '第一梯队'],
  ['qd-table', {report: REPORT, text: 'large'}, '数据资源调用'],
  ['qd-source', {report: REPORT}, '今年以来'],
  ['qd-document-list', {report: REPORT}, '《数字青岛2024年行动方案》'],
  ['qd-platform-list', {report: REPORT}, '青岛大数据交易中心'],
  ['qd-area', {report: REPORT, area: 'data-elements'}, '921.61亿次'],
  ['qd-dashboard', {report: REPORT}, '921.61亿次'],
  ['qd-dashboard', {report: REPORT, mode: 'wall'}, '921.61亿次'],
  ['qd-qr', {href: 'https://example.cn/report'}, 'https://example.cn/report'],
];
const nameOf = (tag, attributes) => [tag, ...Object.values(attributes).slice(1)].join(' ');

/** What stands in all shadow roots, as a reader meets it, and where the tag's box is. */
const shown = (page, tag) =>
  page.evaluate(async (tag) => {
    // Frame by frame a browser looks what of a tag stands in the window, and lays that out.
    const heightNow = () => document.querySelector(tag).getBoundingClientRect().height;
    let steady = 0;
    for (let before = heightNow(), frame = 0; steady < 10 && frame < 300; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      steady = heightNow() === before ? steady + 1 : 0;
      before = heightNow();
    }
    const textOf = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      if (/^(STYLE|TEMPLATE|SCRIPT)$/.test(node.nodeName)) return '';
      const children =
        node.nodeName === 'SLOT' ? node.assignedNodes({flatten: true}) : (node.shadowRoot ?? node).childNodes;
      return [...children].map(textOf).join('');
    };
    const host = document.querySelector(tag);
    const {width, height} = host.getBoundingClientRect();
    return {text: textOf(host).replace(/\s+/g, ''), width, height, state: host.getAttribute('state')};
  }, tag);

const settled = (page, tag) =>
  page.waitForFunction((tag) => document.querySelector(tag).hasUpdated === true, {timeout: 10_000}, tag);

/** In the page: the tags that are seen to wait for something, in shadow roots too. */
function waiting(root = document) {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.getAttribute('state') === 'loading' && element.getClientRects().length > 0
      ? [element.localName]
      : []),
    ...(element.shadowRoot ? waiting(element.shadowRoot) : []),
  ]);
}

describe('static HTML', () => {
  let portal;
  let opened;
  // No test counts what is asked for, so none waits for a silent network.
  const openLoaded = (html, options) => portal.open(html, {...options, waitUntil: 'load'});
  const open = async (...args) => (opened = await openLoaded(...args));
  before(async () => {
    portal = await openPortal();
    const {outputFiles} = await build({
      stdin: {
        contents: `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';import './dist/widgets/index.js';`,
        resolveDir: root.pathname,
      },
      bundle: true,
      format: 'esm',
      write: false,
      minify: true,
      outfile: 'hydrate.js',
    });
    portal.files.set('/hydrate.js', outputFiles[0].text);
  });
  afterEach(async () => {
    await opened?.page.close();
    opened = undefined;
  });
  after(() => portal.close());

  /** What a tag shows without a script, and where; opened once. */
  const seenBefore = new Map();
  const stood = async (tag, attributes) => {
    const name = nameOf(tag, attributes);
    if (!seenBefore.has(name)) {
      const {html, styleHashes} = await renderStatic(tag, attributes, {children: '备用文字'});
      const policy = STRICT_POLICY.replace("style-src 'self'", `style-src ${styleHashes.join(' ')}`);
      const {page} = await openLoaded(`<main>${html}</main>`, {policy});
      seenBefore.set(name, await shown(page, tag));
      await page.close();
    }
    return seenBefore.get(name);
  };

  for (const [tag, attributes, words] of TAGS) {
    it(`shows ${nameOf(tag, attributes)} without a script, under a policy that lists its hashes`, async () => {
      const {html, styleHashes} = await renderStatic(tag, attributes, {children: '备用文字'});
      const sheets = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map(([, css]) => css);
      assert.deepEqual(
        styleHashes.toSorted(),
        [
          ...new Set(sheets.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)),
        ].toSorted(),
      );
      const policy = STRICT_POLICY.replace("style-src 'self'", `style-src ${styleHashes.join(' ')}`);
      const {page, seen, violations} = await open(`<main>${html}</main>`, {policy});
      const drawn = await shown(page, tag);
      seenBefore.set(nameOf(tag, attributes), drawn);
      const {text, height} = drawn;
      assert.ok(text.includes(words.replace(/\s+/g, '')), text.slice(0, 200));
      assert.ok(!text.includes('备用文字'));
      assert.ok(height > 10);
      assert.deepEqual(await page.evaluate(waiting), []);
      assert.deepEqual(await violations(), []);
      assert.deepEqual(seen.errors, []);
      await page.evaluate(AXE);
      const faults = await page.evaluate(
        async (hasContrast) => {
          const {violations} = await globalThis.axe.run(document.querySelector('main'), {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
            rules: {'color-contrast': {enabled: hasContrast}},
          });
          return violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`);
        },
        // The test's page is white.
        attributes.theme !== 'dark',
      );
      assert.deepEqual(faults, []);
    });
  }

  // What is drawn only with a script changes the height: the charts of the page.
  const isSteady = ([tag, {mode}]) => tag !== 'qd-dashboard' || mode === 'wall';
  for (const [tag, attributes] of TAGS.filter(isSteady)) {
    for (const [how, script] of [
      ['the embed file', '/qd/qd.js'],
      ['hydration', '/hydrate.js'],
    ]) {
      it(`shows ${nameOf(tag, attributes)} once with ${how}, where it stood`, async () => {
        const {html, styleHashes} = await renderStatic(tag, attributes, {children: '备用文字'});
        const policy = STRICT_POLICY.replace(
          "style-src 'self'",
          `style-src 'self' ${styleHashes.join(' ')}`,
        ).replace('qd-widgets', 'qd-widgets lit-html');
        const drawn = await stood(tag, attributes);
        const {page, seen, violations} = await open(
          `<main>${html}</main><script type="module" src="${script}"></script>`,
          {policy},
        );
        await settled(page, tag);
        const upgraded = await shown(page, tag);
        assert.equal(upgraded.text, drawn.text);
        assert.equal(upgraded.state, 'ready');
        assert.ok(Math.abs(upgraded.width - drawn.width) <= 1, `${drawn.width} → ${upgraded.width}`);
        assert.ok(Math.abs(upgraded.height - drawn.height) <= 1, `${drawn.height} → ${upgraded.height}`);
        assert.deepEqual(seen.errors, []);
        assert.deepEqual(await violations(), []);
      });
    }
  }

  it('keeps what the server drew when it hydrates, and draws anew when the page says otherwise', async () => {
    const {html} = await renderStatic('qd-progress', {report: REPORT, indicator: 'ocean-data-share'});
    for (const [lang, isKept] of [
      ['zh-CN', true],
      ['en', false],
    ]) {
      const {page} = await open(
        `<div lang="${lang}">${html}</div><script type="module" src="/hydrate.js"></script>`,
        {
          policy: "default-src 'self' 'unsafe-inline'",
          before: () => {
            document.addEventListener('readystatechange', () => {
              globalThis.first ??= document.querySelector('qd-progress')?.shadowRoot.querySelector('.f');
            });
          },
        },
      );
      await settled(page, 'qd-progress');
      const isSame = await page.evaluate(
        () => globalThis.first === document.querySelector('qd-progress').shadowRoot.querySelector('.f'),
      );
      assert.equal(isSame, isKept, lang);
      assert.match((await shown(page, 'qd-progress')).text, isKept ? /约为25%/ : /about25%/);
      await page.close();
      opened = undefined;
    }
  });

  it('draws the same whatever was drawn before or is drawn meanwhile', async () => {
    const once = await renderStatic('qd-metric', metric);
    for (const [tag, attributes] of TAGS) {
      await renderStatic(tag, attributes);
      assert.deepEqual(await renderStatic('qd-metric', metric), once, `after ${nameOf(tag, attributes)}`);
    }
    const dark = {...metric, theme: 'dark', variant: 'tile'};
    const together = await Promise.all([renderStatic('qd-metric', dark), renderStatic('qd-metric', metric)]);
    assert.deepEqual(together[1], once);
    assert.deepEqual(together[0], await renderStatic('qd-metric', dark));
  });

  for (const [what, args, message] of [
    ['a tag it does not know', ['qd-nothing', {}], /qd-nothing/],
    ['a report it does not know', ['qd-metric', {report: 'nope'}], /nope/],
    ['an indicator the report lacks', ['qd-metric', {report: REPORT, indicator: 'nope'}], /nope/],
    ['a program in an attribute', ['qd-metric', {...metric, onclick: 'alert()'}], /onclick/],
  ]) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(renderStatic(...args), message);
    });
  }

  it('takes a report of its own, with its address for the page', async () => {
    const own = {
      ...JSON.parse(readFileSync(new URL(`seeds/${REPORT}.json`, root), 'utf8')),
      id: 'own-report',
    };
    const {html} = await renderStatic(
      'qd-metric',
      {indicator: 'data-resource-calls', src: '/own.json?a="b'},
      {report: own, children: '<b>'},
    );
    assert.match(html, /^<qd-metric src="\/own\.json\?a=&quot;b"/);
    assert.match(html, /&lt;b&gt;<\/qd-metric>$/);
    assert.match(html, />921\.61</);
  });
});
