/* Texts and bodies that would harm, in every field and attribute and by every way in: shown as typed, or refused. */
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {aFullReport, BODIES} from './bodies.mjs';
import {ADDRESSES, STRINGS} from './strings.mjs';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {isOtherEngine, openPortal, STRICT_POLICY} from '../embed/portal.mjs';

const LISTS = [
  'qd-issue-list',
  'qd-plan-list',
  'qd-standings',
  'qd-document-list',
  'qd-platform-list',
  'qd-table',
  'qd-source',
  'qd-area area="area-0"',
  'qd-chart indicators="share-0 share-1"',
  'qd-dashboard',
];
const PER_REPORT = 40;
const ANY = /./;
const VIEWPORT = {width: 320, height: 3000};
/** How a report comes into a page; other engines than Chromium are given a minute, and their window has one page. */
const WAYS = ['inside the tag', 'by their address'].concat(
  isOtherEngine ? [] : ['as an object', 'by a <qd-report> around', 'by registerReport'],
);
const reports = [];
for (let at = 0; at < STRINGS.length; at += PER_REPORT)
  reports.push(aFullReport(STRINGS.slice(at, at + PER_REPORT)));
/** What JSON can hold inside an element. */
const inside = (text) => text.replace(/</g, '\\u003c');

describe('harmful', () => {
  let portal;
  let page;
  let seen;
  /** The page whose scripts come from npm. */
  let own;
  before(async () => {
    portal = await openPortal();
    reports.forEach((report, i) => portal.files.set(`/hostile/${i}.json`, JSON.stringify(report)));
    BODIES.forEach(([, body], i) => portal.files.set(`/body/${i}.json`, body));
    ({page, seen} = await portal.open('<div id="room"></div><script defer src="/qd/qd.iife.js"></script>', {
      before: inPage,
      policy: STRICT_POLICY.replace('trusted-types qd-widgets', 'trusted-types qd-widgets page'),
      viewport: VIEWPORT,
    }));
    if (isOtherEngine) return;
    // What a page with a bundler of its own has; it alone can register a report.
    const {outputFiles} = await build({
      stdin: {
        contents:
          "import {registerReport} from './dist/index.js'; import './dist/widgets/index.js'; window.registerReport = registerReport;",
        resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      minify: true,
      write: false,
      target: 'es2022',
      conditions: ['production'],
      logLevel: 'error',
    });
    portal.files.set('/own.js', outputFiles[0].text);
    own = await portal.open('<div id="room"></div><script type="module" src="/own.js"></script>', {
      before: inPage,
      policy: STRICT_POLICY.replace('trusted-types qd-widgets', 'trusted-types lit-html page'),
      viewport: VIEWPORT,
    });
    await page.bringToFront();
  });
  after(() => portal.close());
  beforeEach(() => {
    seen.requests.length = 0;
  });

  /** `allowed` may be asked for; of any address that is, the policy refuses those of others. */
  async function isUnhurt(allowed = /^$/, at = {page, seen}) {
    assert.deepEqual(await at.page.evaluate(() => room.harm()), []);
    const broken = await at.page.evaluate(() => globalThis.violations.splice(0));
    assert.deepEqual(
      broken.filter((line) => allowed !== ANY || !line.startsWith('connect-src')),
      [],
    );
    assert.deepEqual(at.seen.errors, []);
    assert.deepEqual(
      at.seen.requests.filter((url) => !allowed.test(url)),
      [],
    );
  }

  it(`texts are at least 300: ${STRINGS.length}`, () => assert.ok(new Set(STRINGS).size >= 300));
  it(`bodies are at least 150: ${BODIES.length}`, () => assert.ok(BODIES.length >= 150));

  for (const way of WAYS) {
    it(`texts in every field of a report, ${way}, are shown as typed`, async () => {
      const said = [];
      const at = way.includes('registerReport') ? own : {page, seen};
      if (!isOtherEngine) await at.page.bringToFront();
      at.seen.requests.length = 0;
      for (const [i, report] of reports.entries()) {
        const json = JSON.stringify(report);
        const tags = LISTS.concat(
          way === 'as an object'
            ? report.observations.map(({indicator}) => `qd-metric indicator="${indicator}"`)
            : [`qd-metric indicator="count-${i % 10}"`],
        );
        said.push(
          await at.page.evaluate(
            (name, list, text, address) => room.fill(name, list, text, address),
            way,
            tags,
            inside(json),
            `/hostile/${i}.json`,
          ),
        );
        await isUnhurt(
          way === 'by their address' || way.includes('around') ? /^\/hostile\/\d+\.json$/ : undefined,
          at,
        );
      }
      const wrong = said.flatMap(({states}) => states.filter((state) => !/: (ready|absent)$/.test(state)));
      assert.deepEqual(wrong, []);
      assert.deepEqual(
        said.flatMap(({wide}) => wide),
        [],
      );
      // Letter for letter, but for white space and the width of signs.
      const plain = (text) => text.normalize('NFKC').replace(/\s+/g, '');
      said.forEach(({texts}, i) => {
        const table = plain(texts['qd-table']);
        for (const [j, text] of STRINGS.slice(i * PER_REPORT, (i + 1) * PER_REPORT).entries()) {
          if (plain(text))
            assert.ok(
              table.includes(plain(text)),
              `the table has ${JSON.stringify(text.slice(0, 80))} (${i}, ${j})`,
            );
        }
      });
    });
  }

  it('texts in every attribute are shown as typed, or nothing is', async () => {
    const told = await page.evaluate((strings) => room.attributes(strings), STRINGS);
    await isUnhurt(ANY);
    // What stands in src is an address, and may be asked for; nothing else is asked.
    assert.deepEqual(
      seen.requests.filter((url) => /hurt|evil/.test(url)),
      [],
    );
    assert.deepEqual(told.wide, []);
    assert.deepEqual(told.wrong, []);
  });

  it('texts in the words of a link that becomes a card stay its words', async () => {
    const told = await page.evaluate((strings) => room.links(strings), STRINGS);
    await isUnhurt();
    assert.deepEqual(told, {made: STRINGS.length * 2, wrong: []});
  });

  it(`addresses in ${ADDRESSES.length} spellings are refused, or text, or safe`, async () => {
    const told = await page.evaluate(
      (addresses, json) => room.addresses(addresses, json),
      ADDRESSES,
      JSON.stringify(aFullReport(['一'])),
    );
    await isUnhurt(ANY);
    assert.deepEqual(
      seen.requests.filter((url) => /^https?:\/\/(?!127)|evil|passwd/.test(url)),
      [],
    );
    assert.deepEqual(told.wrong, []);
    assert.ok(told.refused >= 31, `${told.refused} refused`);
  });

  for (const way of ['inside the tag', 'by their address']) {
    it(`bodies, ${way}, end in an error or a clean card`, async () => {
      const wrong = [];
      let faults = 0;
      for (let at = 0; at < BODIES.length; at += 50) {
        const some = BODIES.slice(at, at + 50);
        const told = await page.evaluate(
          (name, bodies, first) => room.bodies(name, bodies, first),
          way,
          some.map(([, body]) => (typeof body === 'string' ? body : '')),
          at,
        );
        await isUnhurt(way === 'by their address' ? /^\/body\/\d+\.json$/ : undefined);
        told.forEach(({state, text, codes, polluted}, i) => {
          const [name, , isFine] = some[i];
          const about = `${name}: ${state} ${codes} ${text.slice(0, 200)}`;
          if (polluted) wrong.push(`${about} polluted`);
          if (state === 'error') {
            faults++;
            if (isFine) wrong.push(about);
            if (codes.length !== 1 || !/^(invalid-report|too-large|unknown-indicator)$/.test(codes[0]))
              wrong.push(about);
          } else if (isFine === false || state !== 'ready' || codes.length > 0) wrong.push(about);
          // The words of a fault may name what they found.
          else if (/NaN|undefined|null|\[object|\dе?e[+-]?\d|\ufffd/.test(text)) wrong.push(about);
          if (/\ufffd|\[object/.test(text)) wrong.push(`${about} unreadable`);
        });
      }
      assert.deepEqual(wrong, []);
      assert.ok(faults >= 120, `${faults} are faults`);
    });
  }
});

/** In the page: what the tests above do there, and what has gone wrong. */
function inPage() {
  const harm = [];
  globalThis.hurt = () => harm.push('something ran');
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
    globalThis[name] = () => harm.push(name);
  // A page under such a policy needs one of its own to write a script, even one that is data.
  const policy = globalThis.trustedTypes?.createPolicy('page', {createScript: (text) => text});
  const trusted = (text) => (policy ? policy.createScript(text) : text);
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const room = () => document.getElementById('room');
  const settled = (tag) => /^(ready|absent|error)$/.test(tag.getAttribute('state'));
  async function settle(tags) {
    for (let tries = 0; tries < 600 && !tags.every(settled); tries++) await wait(10);
  }
  const textOf = (tag) => tag.shadowRoot.textContent;
  const DANGEROUS =
    'script,iframe,frame,object,embed,applet,img,image,video,audio,source,link,meta,base,form,foreignObject,animate,set,use,math,marquee,portal,noscript,template,[onload],[onerror],[onclick],[srcdoc],[formaction]';

  function inspect(root, isOwn) {
    for (const element of root.querySelectorAll('*')) {
      if (isOwn) {
        if (element.matches(DANGEROUS)) harm.push(element.outerHTML.slice(0, 200));
        for (const {name, value} of element.attributes) {
          if (/^on/i.test(name)) harm.push(`${name}=${value.slice(0, 100)}`);
          if (/^(href|src|action|xlink:href)$/.test(name) && !/^(https?:\/\/|#)/i.test(value)) {
            harm.push(`${name}=${value.slice(0, 100)}`);
          }
          if (/^https?:\/\/[^/]*@/i.test(value) && name === 'href') harm.push(`${name}=${value}`);
          if (name === 'style' && /url\(|expression|@import/i.test(value)) harm.push(value);
        }
        if (element.localName === 'a' && element.target && !/noopener/.test(element.rel)) harm.push('opener');
      }
      if (element.shadowRoot) inspect(element.shadowRoot, true);
    }
  }
  function wide(what) {
    const {scrollWidth} = document.scrollingElement;
    return scrollWidth > 320 ? [`${what} is ${scrollWidth} wide`] : [];
  }

  globalThis.room = {
    harm() {
      inspect(document, false);
      if (document.title !== 'Portal') harm.push(`title ${document.title}`);
      if (document.head.children.length !== 2) harm.push(document.head.innerHTML);
      if ({}.polluted !== undefined || {}.hurt) harm.push('polluted');
      return harm.splice(0);
    },
    async fill(way, list, json, address) {
      const around = way.includes('around') ? document.createElement('qd-report') : undefined;
      const tags = list.map((written) => {
        const [name, ...attributes] = written.split(/ (?=[a-z]+=)/);
        const tag = document.createElement(name);
        for (const attribute of attributes) {
          const [key, value] = attribute.split('=');
          tag.setAttribute(key, value.slice(1, -1));
        }
        return tag;
      });
      const object = JSON.parse(json);
      if (way === 'by registerReport') registerReport(address, object);
      for (const tag of tags) {
        if (way === 'by registerReport') tag.setAttribute('report', address);
        else if (way === 'as an object') tag.report = object;
        else if (way === 'by their address') tag.setAttribute('src', address);
        else if (way === 'inside the tag') {
          const script = document.createElement('script');
          script.type = 'application/json';
          script.text = trusted(json);
          tag.append(script);
        }
      }
      if (around) {
        around.setAttribute('src', address);
        around.append(...tags);
        room().append(around);
      } else room().append(...tags);
      await settle(tags);
      const tooWide = [];
      // One by one, or one that is too wide would hide the next.
      if (wide('').length > 0) {
        for (const tag of tags) tag.hidden = true;
        for (const tag of tags) {
          tag.hidden = false;
          tooWide.push(
            ...wide(
              `${address} ${tag.localName} ${tag.getAttribute('indicator')} ${textOf(tag).slice(0, 60)}`,
            ),
          );
          tag.hidden = true;
        }
        for (const tag of tags) tag.hidden = false;
      }
      // The sentence of one figure, its passage, its links.
      const card = tags.find((tag) => tag.localName === 'qd-metric');
      card.shadowRoot.querySelector('button').click();
      await wait(20);
      const texts = {};
      for (const tag of tags) texts[tag.localName] = (texts[tag.localName] ?? '') + textOf(tag);
      delete texts['qd-dashboard'];
      inspect(document, false);
      const states = tags.map(
        (tag) =>
          `${address} ${tag.localName} ${tag.state === 'error' ? textOf(tag).slice(0, 300) : ''}: ${tag.state}`,
      );
      room().replaceChildren();
      return {texts: {'qd-table': texts['qd-table']}, states, wide: tooWide};
    },
    async attributes(strings) {
      const wrong = [];
      const tooWide = [];
      const set = (name, attributes) => {
        const tag = document.createElement(name);
        for (const [key, value] of Object.entries(attributes)) tag.setAttribute(key, value);
        return tag;
      };
      const known = {report: 'qingdao-2024-h1', indicator: 'video-feeds'};
      for (let at = 0; at < strings.length; at += 60) {
        const some = strings.slice(at, at + 60).map((text) => {
          const all = (value, keys) => Object.fromEntries(keys.split(' ').map((key) => [key, value]));
          const typed = set('qd-metric', {...all(text, 'label value unit scale qualifier'), locale: 'en'});
          const looks = set('qd-metric', {
            ...known,
            ...all(text, 'variant theme text locale lang dir class id title style2 slot part framed stale'),
          });
          const wrongId = set('qd-metric', all(text, 'report indicator'));
          const wrongFigure = set('qd-metric', {...known, indicator: text});
          const extras = set('qd-metric', {...known, ...all(text, 'change trend also')});
          const others = [
            set('qd-progress', {...known, target: text, variant: text}),
            set('qd-area', {report: known.report, area: text}),
            set('qd-chart', {report: known.report, indicators: text, type: text}),
            set('qd-qr', {href: text}),
          ];
          return {text, typed, looks, wrongId, wrongFigure, others: [extras, ...others]};
        });
        const tags = some.flatMap(({typed, looks, wrongId, wrongFigure, others}) => [
          typed,
          looks,
          wrongId,
          wrongFigure,
          ...others,
        ]);
        room().append(...tags);
        await settle(tags.filter((tag) => tag.localName !== 'qd-qr'));
        tooWide.push(...wide(`the attributes from ${at}`));
        const plain = (text) => text.normalize('NFKC').replace(/\s+/g, '');
        for (const {text, typed, looks, wrongId, wrongFigure} of some) {
          // Firefox puts a sign in place of half a letter where it normalizes a text.
          const isThere = textOf(typed).includes(text) || plain(textOf(typed)).includes(plain(text));
          if (text.trim() && typed.state === 'ready' && !isThere)
            wrong.push(`typed ${text.slice(0, 60)}: ${textOf(typed).slice(0, 90)}`);
          if (looks.state !== 'ready' || !/30/.test(textOf(looks)))
            wrong.push(`looks ${text.slice(0, 60)}: ${textOf(looks).slice(0, 90)}`);
          for (const tag of [wrongId, wrongFigure]) {
            if (tag.state !== 'error')
              wrong.push(`${tag.state} ${text.slice(0, 60)}: ${textOf(tag).slice(0, 90)}`);
            else if (text.trim() && text.length < 40 && !plain(textOf(tag)).includes(plain(text)))
              wrong.push(`fault ${text}: ${textOf(tag).slice(0, 90)}`);
          }
        }
        inspect(document, false);
        room().replaceChildren();
      }
      return {wrong, wide: tooWide};
    },
    async links(strings) {
      const wrong = [];
      const links = [];
      for (const text of strings) {
        for (const isAlone of [true, false]) {
          const link = document.createElement('a');
          link.setAttribute('href', '/embed/metric/qingdao-2024-h1/video-feeds');
          link.textContent = text;
          const line = document.createElement('p');
          if (!isAlone) line.append('共有');
          line.append(link);
          if (!isAlone) line.append('多路视频。');
          room().append(line);
          links.push({link, text});
        }
      }
      await wait(0);
      const tags = [...document.querySelectorAll('qd-metric')];
      await settle(tags);
      for (const {link, text} of links) {
        if (link.textContent !== text || link.childElementCount > 0) wrong.push(`words ${text.slice(0, 60)}`);
        const tag = link.closest('qd-metric');
        if (!tag || !textOf(tag).includes('30')) wrong.push(`no card ${text.slice(0, 60)}`);
      }
      inspect(document, false);
      const made = tags.length;
      room().replaceChildren();
      return {made, wrong: wrong.slice(0, 20)};
    },
    async addresses(addresses, json) {
      const wrong = [];
      let refused = 0;
      for (const address of addresses) {
        const report = JSON.parse(json);
        report.source.url = address;
        report.series[0].source.url = 'https://portal.example/';
        const tag = document.createElement('qd-metric');
        tag.setAttribute('indicator', 'count-0');
        tag.report = report;
        const bySrc = document.createElement('qd-metric');
        bySrc.setAttribute('src', address);
        bySrc.setAttribute('indicator', 'count-0');
        const series = JSON.parse(json);
        series.series[0].source.url = address;
        const chart = document.createElement('qd-chart');
        chart.setAttribute('indicators', 'count-0');
        chart.report = series;
        const qr = document.createElement('qd-qr');
        qr.setAttribute('href', address);
        const link = document.createElement('a');
        link.setAttribute('href', address);
        link.textContent = '一';
        room().append(tag, bySrc, chart, qr, link);
        await settle([tag, bySrc, chart]);
        if (tag.state === 'error') refused++;
        else {
          tag.shadowRoot.querySelector('button').click();
          await wait(5);
        }
        if (bySrc.state !== 'error') wrong.push(`src ${address} ${bySrc.state}`);
        if (link.parentElement !== room()) wrong.push(`upgraded ${address}`);
        inspect(room(), false);
        room().replaceChildren();
      }
      return {wrong, refused};
    },
    async bodies(way, bodies, first) {
      const told = bodies.map((body, i) => {
        const tag = document.createElement('qd-metric');
        tag.setAttribute('indicator', 'count-0');
        const codes = [];
        tag.addEventListener('qd-error', ({detail}) => codes.push(detail.code));
        if (way === 'inside the tag') {
          const script = document.createElement('script');
          script.type = 'application/json';
          script.text = trusted(body);
          tag.append(script);
        } else tag.setAttribute('src', `/body/${first + i}.json`);
        room().append(tag);
        return {tag, codes};
      });
      await settle(told.map(({tag}) => tag));
      const result = told.map(({tag, codes}) => ({
        state: tag.state,
        text: textOf(tag),
        codes,
        polluted: {}.polluted !== undefined,
      }));
      inspect(document, false);
      room().replaceChildren();
      return result;
    },
  };
}
