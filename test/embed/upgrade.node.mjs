/* global c0, c6 -- elements of the opened pages */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {openPortal, STRICT_POLICY} from './portal.mjs';

const REPORT = 'qingdao-2024-h1';
const PATH = `/qd/embed/metric/${REPORT}/data-resource-calls`;
const FEEDS = `/qd/embed/metric/${REPORT}/video-feeds`;
const WORDS = '数据资源调用 921.61亿次';
const SHARE = `/qd/embed/progress/${REPORT}/ocean-data-share`;
const ISSUES = `/qd/embed/issue-list/${REPORT}`;
const LINK = `<a href="${PATH}">${WORDS}</a>`;
const MODULE = '<script type="module" src="/qd/embed/qd.js"></script>';
const CLASSIC = '<script defer src="/qd/embed/qd.iife.js"></script>';
const CARD = 'qd-metric data-resource-calls';
const INLINE = 'qd-metric inline data-resource-calls';

/** Markup, the tags it becomes, and what a reader then reads in it. */
const UPGRADED = [
  ['a link alone in its paragraph', `<p>${LINK}</p>`, [CARD], /^数据资源调用921\.61亿次/],
  [
    'the copied form with its classes',
    `<p class="qd-metric qd-r-${REPORT} qd-i-data-resource-calls">${LINK}</p>`,
    [CARD],
  ],
  ['a link in a sentence', `<p>上半年，${LINK}。</p>`, [INLINE], /^上半年，数据资源调用 921\.61亿次。$/],
  [
    'a link that says the figure alone, in a sentence',
    `<p>调用达<a href="${PATH}">921.61 亿次</a>，增长很快。</p>`,
    [INLINE],
    /^调用达921\.61亿次，增长很快。$/,
  ],
  [
    'a link that says no figure, in a sentence',
    `<p>详见<a href="${PATH}">这里</a>。</p>`,
    [INLINE],
    /^详见数据资源调用 921\.61亿次。$/,
  ],
  [
    'a link that says another figure, in a sentence',
    `<p>共<a href="${PATH}">调用 1921.61亿次</a>。</p>`,
    [INLINE],
    /^共数据资源调用 921\.61亿次。$/,
  ],
  [
    'a share in a sentence',
    `<p>其中<a href="${SHARE}">海洋数据 约为25%</a>。</p>`,
    ['qd-metric inline ocean-data-share'],
    /^其中海洋数据 约为25%。$/,
  ],
  ['a share alone', `<p><a href="${SHARE}">约为25%</a></p>`, ['qd-progress ocean-data-share']],
  ['a list', `<p><a href="${ISSUES}">存在问题</a></p>`, ['qd-issue-list'], /“一盘棋”格局仍需强化/],
  [
    'an area',
    `<p><a href="/qd/embed/area/${REPORT}/data-elements">数据要素</a></p>`,
    ['qd-area data-elements'],
  ],
  ['a list item', `<ul><li>${LINK}</li></ul>`, [CARD]],
  ['a table cell', `<table><tr><td>${LINK}</td><td>说明</td></tr></table>`, [CARD]],
  ['a definition', `<dl><dt>调用</dt><dd>${LINK}</dd></dl>`, [CARD]],
  ['a quotation', `<blockquote>${LINK}</blockquote>`, [CARD]],
  ['a figure', `<figure>${LINK}</figure>`, [CARD]],
  [
    'a link between paragraphs',
    `<div><p>前文</p>${LINK}<p>后文</p></div>`,
    [CARD],
    /^前文数据资源调用.*后文$/,
  ],
  ['a heading, which stays a line', `<h3>${LINK}</h3>`, [INLINE]],
  [
    'what editors leave around a link',
    `<p>&nbsp;<span class="x"></span><strong><font><span> ${LINK}</span></font></strong>\u200B<br></p>`,
    [CARD],
  ],
  ['a link in another block', `<p></p><div><p>${LINK}</p></div>`, [CARD]],
  ['words in a span', `<p><a href="${PATH}"><span><em>${WORDS}</em></span></a></p>`, [CARD]],
  ['a picture with a link', `<p><a href="${PATH}"><img alt="${WORDS}" src="/card.png"></a></p>`, [CARD]],
  [
    'two links in one paragraph',
    `<p>${LINK}<br><strong><a href="${FEEDS}">视频</a></strong></p>`,
    [CARD, 'qd-metric video-feeds'],
  ],
  [
    'two links in one span',
    `<p><span>${LINK} <a href="${FEEDS}">视频</a></span></p>`,
    [CARD, 'qd-metric video-feeds'],
  ],
  [
    'two links in one sentence',
    `<p>调用${LINK}，视频<a href="${FEEDS}">近30万路</a>。</p>`,
    [INLINE, 'qd-metric inline video-feeds'],
    /^调用数据资源调用 921\.61亿次，视频近30万路。$/,
  ],
  ['target and rel', `<p><a target="_blank" rel="nofollow noopener" href="${PATH}">${WORDS}</a></p>`, [CARD]],
  ['a slash at the end', `<p><a href="${PATH}/">${WORDS}</a></p>`, [CARD]],
  ['index.html', `<p><a href="${PATH}/index.html">${WORDS}</a></p>`, [CARD]],
  ['a query', `<p><a href="${PATH}?from=a&amp;amp;b=1">${WORDS}</a></p>`, [CARD]],
  ['what WordPress appends', `<p><a href="${PATH}/#?secret=Ab3">${WORDS}</a></p>`, [CARD]],
  [
    'percent signs',
    `<p><a href="${PATH.replaceAll('-', '%2D').replace('/metric', '%2Fmetric')}">${WORDS}</a></p>`,
    [CARD],
  ],
  ['curly quotes', `<p><a href=”HOST${PATH}”>${WORDS}</a></p>`, [CARD]],
  ['white space in the address', `<p><a href=" HOST${PATH}\n">${WORDS}</a></p>`, [CARD]],
  ['a full address', `<p><a href="HOST${PATH}">${WORDS}</a></p>`, [CARD]],
  ['an address without a scheme', `<p><a href="//PORTAL${PATH}">${WORDS}</a></p>`, [CARD]],
  ['https of the same host', `<p><a href="https://PORTAL${PATH}">${WORDS}</a></p>`, [CARD]],
  ['another listed host', `<p><a href="https://Data.Example.gov.cn${PATH}">${WORDS}</a></p>`, [CARD]],
  [
    'a listed host with its port',
    `<p><a href="http://data.example.gov.cn:80${PATH}">${WORDS}</a></p>`,
    [CARD],
  ],
  ['a listed Chinese host', `<p><a href="https://数据.中国${PATH}">${WORDS}</a></p>`, [CARD]],
  ['any folder', `<p><a href="/a/b/%E6%95%B0${PATH}">${WORDS}</a></p>`, [CARD]],
];

/** Markup that stays as it is. */
const LEFT = [
  ['another page', '<p><a href="/news/1.html">新闻</a></p>'],
  ['another path', `<p><a href="/qd/embedded/metric/${REPORT}/video-feeds">x</a></p>`],
  ['a path that goes on', `<p><a href="${PATH}/card.png">x</a></p>`],
  ['an address in a query', `<p><a href="/go?to=${PATH}">x</a></p>`],
  ['an address in a fragment', `<p><a href="/go#${PATH}">x</a></p>`],
  ['a figure without its name', `<p><a href="/qd/embed/metric/${REPORT}">x</a></p>`],
  ['a foreign host', `<p><a href="https://example.com${PATH}">x</a></p>`],
  ['a host that ends alike', `<p><a href="https://evil-data.example.gov.cn${PATH}">x</a></p>`],
  ['a host that starts alike', `<p><a href="https://data.example.gov.cn.evil.com${PATH}">x</a></p>`],
  ['a listed host on another port', `<p><a href="https://data.example.gov.cn:8443${PATH}">x</a></p>`],
  ['the own host on another port', `<p><a href="http://127.0.0.1:1${PATH}">x</a></p>`],
  ['a user name', `<p><a href="http://me@PORTAL${PATH}">x</a></p>`],
  ['a host as user name', `<p><a href="https://data.example.gov.cn@evil.com${PATH}">x</a></p>`],
  ['javascript:', `<p><a href="javascript:'${PATH}'">x</a></p>`],
  ['javascript: with a host', `<p><a href="javascript://PORTAL${PATH}">x</a></p>`],
  ['data:', `<p><a href="data:text/html,${PATH}">x</a></p>`],
  ['ftp:', `<p><a href="ftp://PORTAL${PATH}">x</a></p>`],
  ['no address', '<p><a href="http://[/embed/metric/a/b">x</a></p>'],
  ['a stray percent sign', `<p><a href="${PATH}%zz">x</a></p>`],
  ['a list in a sentence', `<p>详见<a href="${ISSUES}">存在问题</a>。</p>`],
  ['a picture in a sentence', `<p>见<a href="${PATH}"><img alt="x" src="/card.png"></a>。</p>`],
  ['a menu', `<nav><ul><li>${LINK}</li></ul></nav>`],
  ['a button', `<button>${LINK}</button>`],
  ['an open editor', `<div contenteditable="true"><p>${LINK}</p></div>`],
  ['an open editor by the empty attribute', `<div contenteditable><p>${LINK}</p></div>`],
  [
    'an island in an editor',
    `<div contenteditable="TRUE"><div contenteditable="false"><p>${LINK}</p></div></div>`,
  ],
  ['a link that asks for it', `<div data-qd-plain><p>${LINK}</p></div>`],
  ['a template', `<template><p>${LINK}</p></template>`],
  ['a text field', `<textarea><p>${LINK}</p></textarea>`],
  ['a link in a drawing', `<svg><a href="${PATH}"><text>x</text></a></svg>`],
  ['an anchor', `<p><a name="embed">x</a></p>`],
  ['a marker, unasked', `<p>[qd:metric:${REPORT}:video-feeds]</p>`],
];

/** Lets the page's own scripts set HTML, as most do. */
const LOOSE = STRICT_POLICY.split('; require')[0];
const OPTIONS = ' data-qd-hosts="data.example.gov.cn, https://数据.中国/"';

describe('the upgrade of plain HTML', () => {
  let portal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal.close());

  const here = (html) =>
    html.replaceAll('HOST', portal.origin).replaceAll('PORTAL', new URL(portal.origin).host);
  /** Opens a page of cases, each in an element of its own. */
  async function open(cases, {script = MODULE, head = '', ...options} = {}) {
    const html = cases.map((html, i) => `<section id="c${i}">${here(html)}</section>`).join('\n');
    const result = await portal.open(`${head}<body>${html}${script}`, options);
    await result.page.evaluate(READERS);
    return {
      ...result,
      see: (i) => result.page.evaluate((id) => globalThis.see(id), `c${i}`),
      html: (i) => result.page.evaluate((id) => document.getElementById(id).innerHTML, `c${i}`),
    };
  }

  for (const [file, script] of [
    ['the module', MODULE.replace('<script', `<script${OPTIONS}`)],
    ['the classic file', CLASSIC.replace('<script', `<script${OPTIONS}`)],
  ]) {
    describe(`makes cards, with ${file}, of`, () => {
      let opened;
      before(async () => {
        opened = await open(
          UPGRADED.map(([, html]) => html),
          {script},
        );
      });
      after(() => opened.page.close());

      for (const [i, [name, html, tags, text = /./]] of UPGRADED.entries()) {
        it(name, async () => {
          const got = await opened.see(i);
          assert.deepEqual(got.tags, tags);
          assert.deepEqual(
            got.states.filter((state) => state !== 'ready'),
            [],
          );
          assert.match(got.text, text);
          // The original words are still there, as the tag's own.
          assert.equal(got.original, html.match(/<a /g).length);
        });
      }

      it('all these without an error, a violation or a request', async () => {
        assert.deepEqual(opened.seen.errors, []);
        assert.deepEqual(
          (await opened.violations()).filter((line) => !line.startsWith('img-src')),
          [],
        );
        assert.deepEqual(
          opened.seen.requests.filter((url) => !/^\/$|favicon|card\.png|\/qd\/embed\/qd/.test(url)),
          [],
        );
      });
    });

    describe(`leaves alone, with ${file},`, () => {
      let opened;
      let plain;
      before(async () => {
        const cases = LEFT.map(([, html]) => html);
        plain = await open(cases, {script: ''});
        opened = await open(cases, {script});
      });
      after(() => Promise.all([opened.page.close(), plain.page.close()]));

      for (const [i, [name]] of LEFT.entries()) {
        it(name, async () => {
          assert.equal(await opened.html(i), await plain.html(i));
        });
      }
    });
  }

  describe('a card that was a link', () => {
    let opened;
    const show = async (...args) => (opened = await open(...args));
    afterEach(() => opened.page.close());
    /** Runs in the page, then waits for what comes of it. */
    const change = async (run, i = 0) => {
      await opened.page.evaluate(run, LINK);
      await opened.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      return opened.see(i);
    };

    it('looks as the classes say that have survived', async () => {
      const {page} = await show([
        `<p class="qd-metric qd-variant-tile qd-theme-dark qd-text-large qd-locale-en">${LINK}</p>`,
        `<p><a class="qd-variant-hero qd-onclick-x" href="${PATH}">${WORDS}</a></p>`,
      ]);
      const looks = await page.evaluate(() =>
        [...document.querySelectorAll('qd-metric')].map((tag) =>
          tag
            .getAttributeNames()
            .filter((name) => name !== 'state')
            .map((name) => `${name}=${tag.getAttribute(name)}`)
            .sort()
            .join(' '),
        ),
      );
      assert.deepEqual(looks, [
        `indicator=data-resource-calls locale=en report=${REPORT} text=large theme=dark variant=tile`,
        `indicator=data-resource-calls report=${REPORT} variant=hero`,
      ]);
    });

    it('gives the words back where the report lacks the figure, and says so three ways', async () => {
      const wrong = (words) => `<a href="/qd/embed/metric/${REPORT}/no-such">${words}</a>`;
      const {page, see, seen} = await show(
        [`<p>${wrong('调用 5亿次')}</p>`, `<p>上半年，${wrong('调用 5亿次')}。</p>`],
        {
          before: () => {
            globalThis.codes = [];
            document.addEventListener('qd-error', ({detail}) => globalThis.codes.push(detail.code));
          },
        },
      );
      assert.match((await see(0)).text, /^调用 5亿次.*no-such/);
      assert.match((await see(1)).text, /^上半年，调用 5亿次.*no-such.*。$/);
      const canClick = await page.evaluate(() =>
        [...document.querySelectorAll('section a')].map((link) => {
          link.scrollIntoView();
          const {left, top, height} = link.getBoundingClientRect();
          return document.elementFromPoint(left + 5, top + height / 2) === link;
        }),
      );
      assert.deepEqual(canClick, [true, true]);
      assert.deepEqual(await page.evaluate(() => globalThis.codes), [
        'unknown-indicator',
        'unknown-indicator',
      ]);
      assert.equal(seen.console.filter((line) => /^error: qd-widgets: .*no-such/.test(line)).length, 2);
    });

    it('takes a report that the page does not know from the folder of its own address', async () => {
      portal.files.set(
        '/data/数/embed/reports/other-2023.json'.replace('数', encodeURIComponent('数')),
        readFileSync(new URL(`../../seeds/${REPORT}.json`, import.meta.url)),
      );
      const address = '/data/%E6%95%B0/embed/metric/other-2023/video-feeds/?from=list#top';
      const {see} = await show([
        `<p><a href="${address}">视频</a></p>`,
        `<p>有<a href="${address}">视频 近30万路</a>。</p>`,
        '<p><a href="/none/embed/metric/none/video-feeds">视频</a></p>',
      ]);
      assert.match((await see(0)).text, /近30万路/);
      assert.equal((await see(1)).text, '有视频 近30万路。');
      const {text, states} = await see(2);
      assert.deepEqual(states, ['error']);
      assert.match(text, /^视频.*\/none\/embed\/reports\/none\.json/);
    });

    it('asks no other host for the data, whatever the path', async () => {
      const {seen} = await show([`<p><a href="HOST/%2Fexample.com/embed/metric/none/video-feeds">x</a></p>`]);
      assert.deepEqual(
        seen.requests.filter((url) => /none/.test(url)),
        ['//example.com/embed/reports/none.json'],
      );
    });

    it('is not offered twice: its words are neither read out, nor found, nor copied', async () => {
      const {page} = await show([`<p>${LINK}</p>`]);
      assert.deepEqual(
        await page.evaluate(() => {
          getSelection().selectAllChildren(document.getElementById('c0'));
          return [document.querySelector('section a').getClientRects().length, window.find('921.61亿次 ')];
        }),
        [0, false],
      );
      const {children} = await page.accessibility.snapshot({interestingOnly: true});
      assert.equal(children.filter(({role}) => role === 'link').length, 0);
    });

    describe('that comes late', () => {
      const cases = [
        ['as HTML', (link) => (c0.innerHTML = `<p>${link}</p>`)],
        ['as a link in a block', (link) => (c0.firstChild.innerHTML = link)],
        [
          'with its address set late',
          () => {
            const link = document.createElement('a');
            link.textContent = 'x';
            c0.firstChild.append(link);
            link.href = '/qd/embed/metric/qingdao-2024-h1/data-resource-calls';
          },
        ],
        [
          'in a fragment, nested',
          (link) => {
            const list = document.createElement('ul');
            c0.append(list);
            list.append(document.createElement('li'));
            list.firstChild.innerHTML = link;
          },
        ],
        [
          'when an editor has closed',
          (link) => {
            c0.firstChild.contentEditable = 'true';
            c0.firstChild.innerHTML = link;
            c0.firstChild.removeAttribute('contenteditable');
          },
        ],
        [
          'drawn 200 times',
          (link) => {
            for (let i = 0; i < 200; i++) c0.innerHTML = `<p>${link}</p>`;
          },
        ],
        [
          'moved',
          (link) => {
            c0.innerHTML = `<p>${link}</p>`;
            for (let i = 0; i < 10; i++) document.body.append(c0);
          },
        ],
      ];
      for (const [name, run] of cases) {
        it(name, async () => {
          await show(['<p></p>'], {policy: LOOSE});
          const {tags, states, original} = await change(run);
          assert.deepEqual(tags, [CARD]);
          assert.deepEqual(states, ['ready']);
          assert.equal(original, 1);
        });
      }
    });

    it('follows its link to another figure, and goes with it', async () => {
      await show([`<p>${LINK}</p>`, `<p>有${LINK}。</p>`]);
      await opened.see(1);
      const lead = () => {
        for (const link of document.querySelectorAll('section a'))
          link.href = '/qd/embed/metric/qingdao-2024-h1/video-feeds';
      };
      assert.deepEqual((await change(lead)).tags, ['qd-metric video-feeds']);
      assert.equal((await opened.see(1)).text, '有汇聚全市视频 近30万路。');
      const away = () => {
        for (const link of document.querySelectorAll('section a')) link.href = '/news.html';
      };
      assert.deepEqual(await change(away), {tags: [], states: [], text: WORDS, original: 1});
      assert.equal((await opened.see(1)).text, `有${WORDS}。`);
      await change(lead);
      const remove = () => {
        for (const link of document.querySelectorAll('section a')) link.remove();
      };
      assert.equal((await change(remove)).text, '');
      assert.equal((await opened.see(1)).text, '有。');
    });

    it('leaves an editor alone in which it is typed and pasted', async () => {
      const {html} = await show(['<div contenteditable></div>'], {policy: LOOSE});
      await change((link) => (c0.firstChild.innerHTML = `<p>${link}</p>`));
      assert.equal(await html(0), `<div contenteditable=""><p>${LINK}</p></div>`);
    });

    it('changes nothing more once it is shown', async () => {
      const {page} = await show(
        [`<p>${LINK}</p>`, `<p>有${LINK}和<b>[qd:metric:${REPORT}:video-feeds]</b>。</p>`],
        {
          script: MODULE.replace('<script', '<script data-qd-markers'),
        },
      );
      await opened.see(1);
      const records = await page.evaluate(async () => {
        let count = 0;
        const observer = new MutationObserver((all) => (count += all.length));
        observer.observe(document, {childList: true, subtree: true, characterData: true, attributes: true});
        c0.append('news');
        for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
        return count;
      });
      assert.equal(records, 1);
    });

    for (const [where, script, head] of [
      ['in the head', '', '<script src="/qd/embed/qd.iife.js"></script>'],
      ['deferred in the head', '', CLASSIC],
      ['as a module in the head', '', MODULE],
      ['async', '', '<script async src="/qd/embed/qd.iife.js"></script>'],
      ['at the end', '<script src="/qd/embed/qd.iife.js"></script>', ''],
      ['twice', MODULE + CLASSIC, CLASSIC],
    ]) {
      it(`is there with the script ${where}`, async () => {
        const {seen} = await show([`<p>${LINK}</p>`, `<p>有${LINK}。</p>`], {
          script,
          before: undefined,
          head,
        });
        assert.deepEqual((await opened.see(0)).tags, [CARD]);
        assert.equal((await opened.see(1)).text, `有${WORDS}。`);
        assert.deepEqual(seen.errors, []);
      });
    }

    it('waits for the end of the sentence where the page comes in pieces', async () => {
      let goOn;
      portal.files.set('/go', (_request, response) => {
        response.writeHead(204).end();
        goOn();
      });
      portal.files.set('/slow', (_request, response) => {
        response.writeHead(200, {'content-type': 'text/html; charset=utf-8'});
        response.write(
          `<!doctype html><html lang="zh-CN"><script src="/qd/embed/qd.iife.js"></script><section id="c0"><p>${LINK}<script src="/go"></script>`,
        );
        goOn = () => response.end('是上半年的数。</p></section>');
      });
      const {page} = await show([]);
      await page.goto(`${portal.origin}/slow`);
      await page.evaluate(READERS);
      assert.equal((await opened.see(0)).text, `${WORDS}是上半年的数。`);
    });

    it('is there in quirks mode, and with a base address', async () => {
      const {page} = await show([]);
      portal.files.set(
        '/quirks',
        `<html lang="zh-CN"><meta charset="utf-8"><base href="/qd/embed/">${CLASSIC}<section id="c0"><p><a href="metric/${REPORT}/data-resource-calls">x</a>`,
      );
      await page.goto(`${portal.origin}/quirks`);
      await page.evaluate(READERS);
      assert.equal(await page.evaluate(() => document.compatMode), 'BackCompat');
      assert.deepEqual((await opened.see(0)).tags, [CARD]);
    });

    it('is there on a page whose scripts have changed what all pages share', async () => {
      const {seen} = await show([`<p>${LINK}</p>`, `<p>有${LINK}。</p>`], {
        script: CLASSIC,
        before: () => {
          /* eslint-disable no-extend-native -- what old portals do */
          Object.prototype.each = function each() {};
          Array.prototype.each = function each() {};
          String.prototype.each = function each() {};
          NodeList.prototype.each = function each() {};
          Array.prototype.toJSON = function toJSON() {};
          Array.prototype.reduce = () => {};
          Array.from = (value) => [].slice.call(value);
          for (const name of ['remove', 'before', 'after', 'replaceWith', 'prepend']) {
            Element.prototype[name] = () => {
              throw new Error(name);
            };
          }
        },
      });
      assert.deepEqual((await opened.see(0)).tags, [CARD]);
      assert.equal((await opened.see(1)).text, `有${WORDS}。`);
      assert.deepEqual(seen.errors, []);
    });

    it('links to the page it stands on stay links', async () => {
      const {page} = await show([]);
      portal.files.set(
        PATH,
        `<!doctype html><meta charset="utf-8"><section id="c0"><p>${LINK}</p></section>${CLASSIC}`,
      );
      await page.goto(portal.origin + PATH);
      await page.evaluate(READERS);
      assert.deepEqual((await opened.see(0)).tags, []);
    });
  });

  describe('a text marker, where the page asks for them,', () => {
    const marker = `[qd:metric:${REPORT}:data-resource-calls]`;
    const cases = [
      ['alone is a card', `<p>${marker}</p>`, [CARD], /^数据资源调用921\.61亿次/],
      ['alone in what editors leave is a card', `<p><span> ${marker}\n</span><br></p>`, [CARD]],
      [
        'in a sentence is a figure',
        `<p>调用${marker}次，即${marker}。</p>`,
        [INLINE, INLINE],
        /^调用921\.61亿次次，即921\.61亿次。$/,
      ],
      ['of a list is a list', `<p>[qd:issue-list:${REPORT}]</p>`, ['qd-issue-list']],
      [
        'of an unknown figure stays to be read',
        `<p>共[qd:metric:${REPORT}:none]。</p>`,
        ['qd-metric inline none'],
        /^共\[qd:metric:.*:none\].*。$/,
      ],
      [
        'of a list in a sentence stays',
        `<p>见[qd:issue-list:${REPORT}]。</p>`,
        [],
        /^见\[qd:issue-list:.*\]。$/,
      ],
      ['without a figure stays', `<p>[qd:metric:${REPORT}]</p>`, []],
      ['of no tag stays', `<p>[qd:nothing:${REPORT}:x]</p>`, []],
      ['in code stays', `<p><code>${marker}</code></p><pre>${marker}</pre>`, []],
      ['in a field stays', `<textarea>${marker}</textarea>`, []],
      ['in an editor stays', `<p contenteditable>${marker}</p>`, []],
      ['in a link stays', `<p><a href="/x">${marker}</a></p>`, []],
    ];
    let opened;
    before(async () => {
      opened = await open(
        cases.map(([, html]) => html),
        {script: MODULE.replace('<script', '<script data-qd-markers')},
      );
    });
    after(() => opened.page.close());

    for (const [i, [name, , tags, text = /./]] of cases.entries()) {
      it(name, async () => {
        const got = await opened.see(i);
        assert.deepEqual(got.tags, tags);
        if (tags.length) assert.match(got.text, text);
      });
    }

    it('is found when it comes late', async () => {
      await opened.page.evaluate((text) => {
        c6.firstChild.firstChild.data = text;
      }, marker);
      assert.deepEqual((await opened.see(6)).tags, [CARD]);
    });
  });
});

/** Defined in the page: what stands in an element, as a reader reads it. */
const READERS = `{
  const flat = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeName === 'STYLE' || node.nodeName === 'SCRIPT' || node.hidden) return '';
    if (node.nodeName === 'SLOT') return node.assignedNodes().map(flat).join('');
    if (node.getAttribute && node.getAttribute('aria-hidden') !== 'true' && node.matches('.hidden')) return '';
    return [...(node.shadowRoot || node).childNodes].map(flat).join('');
  };
  globalThis.see = async (id) => {
    const root = document.getElementById(id);
    const tags = () => [...root.querySelectorAll('*')].filter(({localName}) => localName.startsWith('qd-'));
    for (let tries = 0; tries < 100 && tags().some(({state}) => !state || state === 'loading'); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return {
      tags: tags().map((tag) =>
        [
          tag.localName,
          tag.getAttribute('variant') === 'inline' && 'inline',
          tag.getAttribute('indicator') || tag.getAttribute('area'),
        ].filter(Boolean).join(' '),
      ),
      states: tags().map(({state}) => state),
      text: flat(root).replace(/\\s+/g, ' ').trim(),
      original: root.querySelectorAll('a').length,
    };
  };
}`;
