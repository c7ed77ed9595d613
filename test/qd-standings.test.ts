import {expect, fixture, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import type {Observation, Report} from '../src/schema.js';
import {rankTicks} from '../widgets/rank-ticks.js';
import type {QdStandings} from '../widgets/qd-standings.js';
import '../widgets/qd-standings.js';
import {
  anObservation,
  aReport,
  base,
  inState,
  isShown,
  listen,
  textOf,
  until,
  type Told,
} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const standings = (el: Element) => [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part="standing"]')];
const figures = (el: Element) =>
  standings(el).map((row) => row.querySelector('[part="figure"]')!.textContent);

async function someStandings(attributes: Record<string, string> = {}): Promise<QdStandings> {
  const el = document.createElement('qd-standings');
  for (const [name, value] of Object.entries({report: REPORT, ...attributes})) el.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(el);
  return inState(el, 'ready');
}

async function ofReport(report: Report, lang = 'zh-CN'): Promise<QdStandings> {
  const el = await fixture<QdStandings>(html`<qd-standings .report=${report} locale=${lang}></qd-standings>`);
  return inState(el, 'ready');
}

const aRank = (overrides: Partial<Observation>) =>
  aReport({
    observations: [
      anObservation({kind: 'rank', printed: '第3位', value: '3', unit: '位', ...overrides}),
      anObservation({indicator: 'benches'}),
    ],
  });

describe('<qd-standings>', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(() => {
    told.stop();
    document.body.removeAttribute('style');
  });

  it('shows every rank, tier and rating, in the order and the words of the report', async () => {
    const el = await someStandings();
    const expected = seed.observations.filter(({kind}) => /rank|tier|rating/.test(kind));
    expect(expected).to.have.length(5);
    expect(standings(el)).to.have.length(expected.length);
    expect(figures(el)).to.deep.equal(['第9位', '非常高', '第一梯队', '全省首位', '全省首位']);
    expect(told.ready.map((event) => event.detail)).to.deep.equal([{report: REPORT}]);
  });

  it('keeps the order of the report where the data have another', async () => {
    const observations = seed.observations.toReversed() as Observation[];
    const el = await ofReport({...(seed as unknown as Report), observations});
    expect(figures(el)[0]).to.equal('第9位');
    expect(figures(el)[2]).to.equal('第一梯队');
  });

  it('says in words what each is of, and in what', async () => {
    const el = await someStandings();
    expect(textOf(standings(el)[0]!)).to.equal(
      '中国新型智慧城市百强排名 第9位 1100 《中国新型智慧城市（SMILE指数）百强排名》 出处',
    );
    expect(textOf(standings(el)[1]!)).to.equal('一体化政务服务能力总体指数 非常高 出处');
    expect(textOf(standings(el)[2]!)).to.equal('数字政府发展水平 第一梯队 全国333个城市 出处');
    expect(textOf(standings(el)[3]!)).to.equal('接入“山东通”应用数量全省位次 全省首位 出处');
  });

  it('does so in English', async () => {
    const el = await someStandings({locale: 'en'});
    expect(figures(el)).to.deep.equal(['9th', 'Very high', '1st tier', '1st', '1st']);
    expect(textOf(standings(el)[2]!)).to.equal(
      'Digital government development 1st tier Of 333 cities nationwide Source',
    );
    expect(textOf(standings(el)[3]!)).to.contain('Shandong Province');
    expect(base(el).lang).to.equal('en');
  });

  it('draws a line with the place only for the rank whose total is stated', async () => {
    const el = await someStandings();
    const drawn = standings(el).map((row) => row.querySelector('svg'));
    expect(drawn.map(Boolean)).to.deep.equal([true, false, false, false, false]);
    expect(drawn[0]!.getAttribute('aria-label')).to.equal('从1到100，位于第9');
    // All hundred places, one of them the mark.
    const ticks = [...drawn[0]!.querySelectorAll('path')].map(
      (path) => path.getAttribute('d')!.match(/M/g)!.length,
    );
    expect(ticks.reduce((sum, count) => sum + count)).to.equal(100);
    expect(ticks[2]).to.equal(1);
  });

  describe('draws no line', () => {
    const cases: Array<[behaviour: string, given: Partial<Observation>]> = [
      ['without a total', {of: {label: {'zh-CN': '全市'}}}],
      ['for a rank beyond its total', {of: {value: '2'}}],
      ['for a hedged rank', {printed: '前3位', qualifier: 'at-most', of: {value: '16'}}],
      ['for a tier', {kind: 'tier', printed: '第3档', unit: '档', of: {value: '16'}}],
      ['where the total is no whole number', {of: {value: '16.5'}}],
    ];
    for (const [behaviour, given] of cases) {
      it(behaviour, async () => {
        const el = await ofReport(aRank(given));
        expect(standings(el)).to.have.length(1);
        expect(el.shadowRoot!.querySelector('svg')).to.equal(null);
      });
    }
  });

  it('puts the scope beside a place only where the report prints them together', async () => {
    const el = await ofReport(aRank({printed: '首位', value: '1', of: {label: {'zh-CN': '全国'}}}));
    expect(figures(el)).to.deep.equal(['首位']);
    expect(textOf(standings(el)[0]!)).to.contain('全国');
  });

  it('says among how many, where the report has no phrase for it', async () => {
    const of = {label: {'zh-CN': '全省城市', en: 'cities in the province'}, value: '16', unit: '个'};
    const el = await ofReport(aRank({kind: 'tier', printed: '第一梯队', value: '1', unit: '梯队', of}));
    expect(textOf(standings(el)[0]!)).to.contain('全省城市，共16个');
  });

  it('shows one area', async () => {
    const el = await someStandings({area: 'digital-government'});
    expect(figures(el)).to.deep.equal(['全省首位', '全省首位']);
    el.setAttribute('area', '');
    await until(() => standings(el).length === 5);
  });

  it('shows only those that are asked for, and names one that the report does not have', async () => {
    const el = await someStandings({indicators: 'digital-gov-tier, smart-city-rank'});
    expect(figures(el)).to.deep.equal(['第9位', '第一梯队']);
    el.setAttribute('indicators', 'digital-gov-tear');
    await inState(el, 'error');
    await until(() => told.events.length === 1);
    expect(told.codes()).to.deep.equal(['unknown-indicator']);
    expect(told.events[0]!.detail.message).to.contain('indicators');
  });

  it('names an area that the report does not have, and heals', async () => {
    const el = await someStandings();
    el.setAttribute('area', 'weather');
    await inState(el, 'error');
    await until(() => told.events.length === 1);
    expect(told.codes()).to.deep.equal(['unknown-indicator']);
    expect(told.events[0]!.detail.message).to.contain('没有工作领域“weather”').and.to.contain('area');
    el.setAttribute('area', 'digital-government');
    await inState(el, 'ready');
    expect(standings(el)).to.have.length(2);
  });

  it('says that there are none, and shows its fallback while it has no report', async () => {
    const el = await fixture<QdStandings>(
      html`<qd-standings .report=${aReport({observations: [anObservation()]})}><b>9</b></qd-standings>`,
    );
    await inState(el, 'absent');
    expect(textOf(el)).to.contain('报告没有给出位次或评价');
    const broken = await fixture<QdStandings>(html`<qd-standings report="no-such"><b>9</b></qd-standings>`);
    await inState(broken, 'error');
    expect(isShown(broken.querySelector('b'))).to.be.true;
  });

  it('opens the sentence of a standing', async () => {
    const el = await someStandings();
    const button = standings(el)[3]!.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('接入“山东通”应用数量全省位次，出处');
    button.click();
    await until(() => el.shadowRoot!.querySelector('mark'));
    expect(el.shadowRoot!.querySelector('mark')!.textContent).to.equal('首位');
  });

  it('gives its headings the level that the page asks for', async () => {
    const el = await someStandings({'heading-level': '4'});
    const levels = [...el.shadowRoot!.querySelectorAll('[role=heading]')].map((each) => each.ariaLevel);
    expect(levels).to.deep.equal(['4', '4', '4', '4', '4']);
    el.setAttribute('heading-level', '40');
    await until(() => el.shadowRoot!.querySelector('[role=heading]')!.ariaLevel === '3');
  });

  it('stands side by side where there is room, with a hairline between', async () => {
    const el = await someStandings();
    const tops = () => standings(el).map((row) => Math.round(row.getBoundingClientRect().top));
    el.parentElement!.style.width = '1100px';
    await until(() => tops()[2] === tops()[0]);
    expect(tops()[3]).to.be.above(tops()[0]!);
    const bottoms = standings(el).map(
      (row) => row.querySelector('[part=figure]')!.getBoundingClientRect().top,
    );
    expect(bottoms[3]).to.be.closeTo(bottoms[4]!, 1);
    el.parentElement!.style.width = '320px';
    await until(() => new Set(tops()).size === 5);
    expect(el.scrollWidth).to.be.at.most(320);
  });

  for (const [locale, theme, text] of [
    ['zh-CN', 'light', 'standard'],
    ['en', 'dark', 'large'],
  ] as const) {
    it(`is accessible: ${locale}, ${theme}, ${text}`, async () => {
      const el = await someStandings({locale, theme, text, style: 'width: 320px'});
      document.body.style.background = theme === 'dark' ? '#10171d' : '';
      expect(base(el).dataset['text']).to.equal(text);
      expect(el.scrollWidth).to.be.at.most(320);
      await expect(el).to.be.accessible();
    });
  }
});

describe('rankTicks', () => {
  const count = (path: string) => (path.match(/M/g) ?? []).length;

  it('draws a tick for every place, taller at the tens', () => {
    const {minor, tall, mark} = rankTicks(9, 100)!;
    expect([count(minor), count(tall), count(mark)]).to.deep.equal([89, 10, 1]);
    expect(mark).to.equal('M25.50 0V18');
  });

  it('leaves out ticks where they would run together, but not the place', () => {
    const {minor, tall, mark} = rankTicks(7, 1000)!;
    expect([count(minor), count(tall), count(mark)]).to.deep.equal([90, 10, 1]);
    expect(mark).to.equal('M1.95 0V18');
  });

  for (const [place, total] of [
    [0, 10],
    [11, 10],
    [1, 1],
    [1.5, 10],
    [1, NaN],
    [-1, 10],
  ] as const) {
    it(`draws nothing for place ${place} of ${total}`, () => {
      expect(rankTicks(place, total)).to.equal(undefined);
    });
  }
});
