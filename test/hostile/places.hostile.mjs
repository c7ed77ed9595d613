/*
 * P11: the same tag says the same in every time zone, at every clock and in every browser, and only `lang` decides in
 * which language.
 */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {CARDS, installCards, TAGS} from './cards.mjs';
import {aFullReport} from './bodies.mjs';
import {openPortal} from '../embed/portal.mjs';

const ALL = `${TAGS},qd-chart,qd-dashboard`;
/** Dates at the edges of years and days, and ones that calendars have moved. */
const DATES = [
  '2024-01-01',
  '2023-12-31',
  '2024-02-29',
  '2024-03-31',
  '1970-01-01',
  '1949-10-01',
  '0099-01-01',
];
const report = aFullReport(['共有12万家']);
report.period = {start: '2024-01-01', end: '2024-12-31'};
report.observations = DATES.map((date, i) => ({
  ...report.observations[0],
  indicator: `count-${i}`,
  basis: `since-${date}`,
}));
report.series = DATES.map((published, i) => ({
  ...report.series[0],
  indicator: 'count-0',
  period: `${2010 + i}`,
  notComparable: undefined,
  source: {url: 'https://portal.example/y', published},
}));
report.platforms = [];
const PAGE = `
  ${CARDS}
  <div lang="en">${CARDS}</div>
  <qd-dashboard report="qingdao-2024-h1"></qd-dashboard>
  <qd-dashboard report="qingdao-2024-h1" locale="en"></qd-dashboard>
  ${['zh-CN', 'en']
    .map(
      (locale) => `<qd-report src="/dates.json" lang="${locale}">
        ${DATES.map((_date, i) => `<qd-metric indicator="count-${i}"></qd-metric>`).join('')}
        <qd-chart indicators="count-0"></qd-chart>
      </qd-report>`,
    )
    .join('')}
  <script defer src="/qd/qd.iife.js"></script>`;

/** A browser elsewhere: its language, time zone, and the year its clock stands at. */
const PLACES = [
  ['en-US', 'America/New_York', 1970],
  ['de-DE', 'Pacific/Kiritimati', 2038],
  ['ar-EG', 'Pacific/Niue', 9999],
  ['fa-IR', 'Australia/Eucla', 2024],
  ['th-TH', 'Africa/Casablanca', 1970],
  ['ja-JP-u-ca-japanese', 'America/St_Johns', 2038],
  ['zh-TW', 'Asia/Shanghai', 9999],
  ['tr-TR', 'Antarctica/Troll', 1582],
  ['hi-IN', 'Australia/Lord_Howe', 275_760],
];

describe('a card says the same', () => {
  let portal;
  let page;
  let seen;
  let session;
  let plain;
  before(async () => {
    portal = await openPortal();
    portal.files.set('/dates.json', JSON.stringify(report));
    ({page, seen} = await portal.open('', {before: installCards}));
    await page.setViewport({width: 1000, height: 4000});
    portal.files.set(
      '/',
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Portal</title>${PAGE}`,
    );
    session = await page.createCDPSession();
    plain = await read('zh-CN', 'Asia/Shanghai');
  });
  after(() => portal.close());

  /** What is said by all cards of a fresh page, their opened sentences with it. */
  async function read(locale, timezoneId, year) {
    await session.send('Emulation.setLocaleOverride', {locale});
    await session.send('Emulation.setTimezoneOverride', {timezoneId});
    const agent = await page.browser().userAgent();
    await session.send('Emulation.setUserAgentOverride', {userAgent: agent, acceptLanguage: locale});
    const script = year && (await page.evaluateOnNewDocument(standAt, year));
    await page.goto(`${portal.origin}/`);
    const late = await page.evaluate((tags) => cards.settle(tags), ALL);
    assert.deepEqual(late, []);
    const told = await page.evaluate(sayAll, ALL);
    if (script) await page.removeScriptToEvaluateOnNewDocument(script.identifier);
    return told;
  }

  it('in both languages, dates to the day', () => {
    const all = plain.texts.join('\n');
    assert.equal(plain.where, 'zh-CN Asia/Shanghai');
    const faults = plain.texts.filter((text) => /^\S+ error/.test(text));
    assert.equal(new Set(faults).size, 2, 'the one that is asked for, in two languages');
    assert.match(all, /2024年7月18日/);
    assert.match(all, /18 July 2024/);
    for (const [chinese, english] of [
      ['2024年1月1日以来', 'Since 1 January 2024'],
      ['2023年12月31日以来', 'Since 31 December 2023'],
      ['1949年10月1日以来', 'Since 1 October 1949'],
      ['99年1月1日以来', 'Since 1 January 99'],
    ]) {
      assert.ok(all.includes(chinese), chinese);
      assert.ok(all.includes(english), english);
    }
    assert.match(all, /92\.161 billion/);
  });

  for (const [locale, zone, year] of PLACES) {
    it(`in ${zone}, in a browser in ${locale}, in the year ${year}`, async () => {
      const there = await read(locale, zone, year);
      assert.equal(there.year, year, 'the clock is another');
      assert.match(there.where, new RegExp(`^${locale.slice(0, 2)}.* ${zone}$`));
      assert.deepEqual(there.texts, plain.texts);
      assert.deepEqual(seen.errors, []);
    });
  }

  /** Values of `lang` as pages have them, and the language that each is. */
  const LANGS = [
    ...['zh', 'ZH-cn', 'zh_CN', 'zh-Hans-CN', 'zh-CN-u-nu-hanidec-ca-chinese', 'zh-TW', 'zh-x-gov', ''].map(
      (lang) => [lang, 'zh-CN'],
    ),
    ...[
      'en',
      'EN',
      'en_US',
      'en-US-u-nu-arab-ca-buddhist',
      'ar',
      'fa-IR-u-nu-arabext',
      'ja-JP-u-ca-japanese',
    ],
    ...[
      'i-klingon',
      'x-default',
      'zhx',
      '*',
      'und',
      'C',
      '中文',
      '-',
      '__proto__',
      'constructor',
      'toString',
    ],
    ...['<b>', '"><img src=x>', 'a'.repeat(5_000), '\u0000', '\u202een', '1', 'null', 'undefined'],
  ].map((entry) => (typeof entry === 'string' ? [entry, 'en'] : entry));

  it(`for each of ${LANGS.length} values of lang as in Chinese or in English`, async () => {
    await read('de-DE', 'Europe/Berlin', 2024);
    const told = await page.evaluate(sayInLanguages, TAGS, ['zh-CN', 'en', ...LANGS.map(([lang]) => lang)]);
    const [chinese, english] = told;
    assert.notDeepEqual(chinese, english);
    const wrong = LANGS.filter(
      ([, language], i) =>
        JSON.stringify(told[i + 2]) !== JSON.stringify(language === 'en' ? english : chinese),
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(seen.errors, []);
  });
});

/** In the page, before its scripts: a clock that stands at a year. */
function standAt(year) {
  const Native = Date;
  const then = Native.UTC(year, 5, 30, 23, 59, 59) || 8.64e15;
  globalThis.Date = class Date extends Native {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(then);
    }
    static now = () => then;
  };
}

/** In the page: every text of every card, after the first sentence of each has been opened. */
async function sayAll(selector) {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const texts = [];
  const textOf = (root) => {
    let text = '';
    for (const node of root.childNodes) {
      if (node.nodeType === 3) text += node.data;
      else if (node.nodeType === 1 && node.localName !== 'style') {
        text += textOf(node.shadowRoot ?? node);
        for (const name of ['aria-label', 'datetime', 'title', 'lang']) {
          if (node.hasAttribute(name)) text += ` ${name}=${node.getAttribute(name)} `;
        }
      }
    }
    return text.replace(/\s+/g, ' ');
  };
  for (const tag of document.querySelectorAll(selector)) {
    const button = tag.localName === 'qd-metric' && tag.shadowRoot.querySelector('.source');
    if (button) {
      button.click();
      for (let tries = 0; tries < 100 && !tag.shadowRoot.querySelector('[role=dialog]'); tries++)
        await wait(5);
    }
    texts.push(`${tag.localName} ${tag.state}: ${textOf(tag.shadowRoot)}`);
    if (button) button.click();
  }
  const {locale, timeZone} = new Intl.DateTimeFormat().resolvedOptions();
  return {texts, where: `${locale} ${timeZone}`, year: new Date().getUTCFullYear()};
}

/** In the page: what the cards say in each language. */
async function sayInLanguages(tags, languages) {
  const told = [];
  const model = document.querySelector('body');
  const own = [...model.children].filter((element) => element.matches(tags));
  for (const lang of languages) {
    const room = document.createElement('div');
    room.setAttribute('lang', lang);
    room.append(...own.map((element) => element.cloneNode(false)));
    for (const tag of room.children) tag.removeAttribute('state');
    model.append(room);
    for (let tries = 0; tries < 200; tries++) {
      if ([...room.children].every((tag) => /ready|absent|error/.test(tag.state))) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    told.push([...room.children].map((tag) => tag.shadowRoot.textContent.replace(/\s+/g, ' ')));
    room.remove();
  }
  return told;
}
