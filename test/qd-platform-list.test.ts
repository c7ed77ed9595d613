import {expect, fixture, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import type {Platform} from '../src/schema.js';
import type {QdPlatformList} from '../widgets/qd-platform-list.js';
import '../widgets/qd-platform-list.js';
import {anObservation, aReport, base, inState, isShown, listen, textOf, until} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const rows = (el: Element) => [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part="platform"]')];
const shownIn = (row: Element, name: string) => [...row.querySelectorAll(`[part="${name}"]`)].map(textOf);

async function aList(attributes: Record<string, string> = {}): Promise<QdPlatformList> {
  const el = document.createElement('qd-platform-list');
  for (const [name, value] of Object.entries({report: REPORT, ...attributes})) el.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(el);
  return inState(el, 'ready');
}

describe('<qd-platform-list>', () => {
  afterEach(() => document.body.removeAttribute('style'));

  it('shows every platform of the report with every figure that mentions it, as printed', async () => {
    const el = await aList();
    const printed = new Map(seed.observations.map((each) => [each.indicator, each.printed]));
    const labels = new Map(seed.observations.map((each) => [each.indicator, each.label['zh-CN']]));
    expect(rows(el)).to.have.length(seed.platforms.length);
    for (const [at, {name, indicators}] of seed.platforms.entries()) {
      const row = rows(el)[at]!;
      expect(shownIn(row, 'name')).to.deep.equal([name['zh-CN']]);
      expect(shownIn(row, 'figure')).to.deep.equal(indicators.map((indicator) => printed.get(indicator)));
      expect(shownIn(row, 'label')).to.deep.equal(indicators.map((indicator) => labels.get(indicator)));
    }
  });

  it('does so in English', async () => {
    const el = await aList({locale: 'en'});
    for (const [at, {name, indicators}] of seed.platforms.entries()) {
      expect(shownIn(rows(el)[at]!, 'name')).to.deep.equal([name.en]);
      expect(shownIn(rows(el)[at]!, 'figure')).to.have.length(indicators.length);
    }
    const trading = rows(el).find((row) => textOf(row).includes('Trading Centre'))!;
    expect(shownIn(trading, 'figure')).to.deep.equal(['over ¥92 million']);
    expect(shownIn(trading, 'kind')).to.deep.equal(['Institution']);
  });

  it('draws the same figure anew for each platform it mentions', async () => {
    const el = await aList();
    const turnover = rows(el).filter((row) => textOf(row).includes('超9200万元'));
    expect(turnover).to.have.length(2);
  });

  it('says quietly where there is no figure', async () => {
    const el = await aList();
    const without = seed.platforms.filter(({indicators}) => indicators.length === 0).length;
    expect(without).to.be.above(0);
    const quiet = rows(el).filter((row) => textOf(row).includes('报告没有给出数字'));
    expect(quiet).to.have.length(without);
    for (const row of quiet) expect(shownIn(row, 'figure')).to.be.empty;
  });

  const kinds: Array<[kind: Platform['kind'], zh: string, en: string]> = [
    ['platform', '平台', 'Platform'],
    ['system', '系统', 'System'],
    ['institution', '机构', 'Institution'],
    ['park', '园区', 'Park'],
    ['model', '模型', 'Model'],
    ['project', '项目', 'Project'],
    ['event', '活动', 'Event'],
  ];
  it('has a word for each kind, and passes over a figure that the report lacks', async () => {
    const platforms = kinds.map(([kind]) => ({
      id: kind,
      name: {'zh-CN': '绿云'},
      kind,
      indicators: ['no-such', 'parks'],
      provenance: {quote: '绿云', start: 1, end: 3},
    }));
    const report = aReport({observations: [anObservation()], platforms});
    for (const [locale, at] of [
      ['zh-CN', 1],
      ['en', 2],
    ] as const) {
      const el = await fixture<QdPlatformList>(
        html`<qd-platform-list .report=${report} locale=${locale}></qd-platform-list>`,
      );
      await inState(el, 'ready');
      expect(rows(el).map((row) => shownIn(row, 'kind')[0])).to.deep.equal(kinds.map((each) => each[at]));
      expect(shownIn(rows(el)[0]!, 'figure')).to.have.length(1);
    }
  });

  it('opens the sentence of a figure, and the sentence that names a platform', async () => {
    const el = await aList();
    const row = rows(el).find((each) => textOf(each).includes('卡奥斯平台'))!;
    const [figure, name] = row.querySelectorAll('button');
    expect(figure!.getAttribute('aria-label')).to.equal('卡奥斯平台汇聚工业数据 26PB，出处');
    expect(name!.getAttribute('aria-label')).to.equal('卡奥斯平台，出处');
    const marked = () => el.shadowRoot!.querySelector('mark')?.textContent;
    figure!.click();
    await until(() => marked() === '26PB');
    name!.click();
    await until(() => marked() === '卡奥斯平台');
    expect(textOf(el.shadowRoot!.querySelector('blockquote')!)).to.equal(
      '工业数据方面，卡奥斯平台汇聚工业数据26PB，柠檬豆平台汇聚工业数据320亿条。',
    );
  });

  it('shows one area, and changes language with the page', async () => {
    const el = await aList({area: 'digital-society'});
    expect(rows(el).map((row) => shownIn(row, 'name')[0])).to.deep.equal(['“双12”', '“全市一家医院”']);
    el.parentElement!.lang = 'en';
    await until(() => base(el).lang === 'en');
    expect(shownIn(rows(el)[1]!, 'figure')).to.deep.equal(['over 579', '320', '894,100']);
  });

  it('names an area that the report does not have', async () => {
    const told = listen();
    const el = await aList();
    el.setAttribute('area', 'weather');
    await inState(el, 'error');
    await until(() => told.events.length === 1);
    expect(told.events[0]!.detail.message).to.contain('没有工作领域“weather”');
    told.stop();
  });

  it('says that there are none, and shows its fallback without a report', async () => {
    const el = await fixture<QdPlatformList>(
      html`<qd-platform-list .report=${aReport()}></qd-platform-list>`,
    );
    await inState(el, 'absent');
    expect(textOf(el)).to.contain('报告没有提到平台或系统');
    const broken = await fixture<QdPlatformList>(html`<qd-platform-list><b>平台</b></qd-platform-list>`);
    await inState(broken, 'error');
    expect(isShown(broken.querySelector('b'))).to.be.true;
  });

  for (const [locale, theme, text] of [
    ['zh-CN', 'light', 'standard'],
    ['en', 'dark', 'large'],
  ] as const) {
    it(`is accessible: ${locale}, ${theme}, ${text}`, async () => {
      const el = await aList({locale, theme, text, style: 'width: 320px'});
      document.body.style.background = theme === 'dark' ? '#10171d' : '';
      expect(base(el).dataset['text']).to.equal(text);
      expect(el.scrollWidth).to.be.at.most(320);
      await expect(el).to.be.accessible();
    });
  }
});
