import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openPortal} from './portal.mjs';

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
  async function open(cases, {script = MODULE, ...options} = {}) {
    const html = cases.map((html, i) => `<section id="c${i}">${here(html)}</section>`).join('\n');
    const result = await portal.open(`<body>${html}${script}`, options);
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
