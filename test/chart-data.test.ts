import {expect} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import * as english from '../src/english-figure.js';
import type {Observation, Report, SeriesEntry} from '../src/schema.js';
import {chartData, indicatorIds, type ChartData, type ChartType} from '../widgets/chart-data.js';
import type {Fault} from '../widgets/fault.js';
import {addEnglish} from '../widgets/figure-language.js';
import {anObservation, aReport} from './fixtures.js';

const qingdao = seed as unknown as Report;
const FOUR = 'rubber-industry-data public-data-records ningmengdou-industrial-data ocean-data-records';

function made(report: Report, indicators: string, type: ChartType = 'bar', language = 'zh-CN'): ChartData {
  const data = chartData(report, indicators, type, language);
  if (typeof data !== 'object' || 'code' in data) throw new Error(`a fault: ${JSON.stringify(data)}`);
  return data;
}

function whyNot(report: Report, indicators: string, type: ChartType = 'bar'): string {
  const fault = chartData(report, indicators, type, 'zh-CN') as Fault;
  expect(fault.code).to.equal('not-comparable');
  return fault.why as string;
}

/** One observation an id, each as given. */
function withFigures(figures: Record<string, Partial<Observation>>, series: SeriesEntry[] = []): Report {
  return aReport({
    series,
    observations: Object.entries(figures).map(([indicator, figure]) =>
      anObservation({indicator, label: {'zh-CN': indicator, en: indicator}, ...figure}),
    ),
  });
}

const count = (value: string, more: Partial<Observation> = {}) => ({printed: `${value}个`, value, ...more});
const share = (value: string, whole?: string, more: Partial<Observation> = {}): Partial<Observation> => ({
  kind: 'share',
  printed: `${value}%`,
  value,
  unit: '%',
  ...(whole ? {of: {label: {'zh-CN': whole, en: whole}}} : {}),
  ...more,
});
const entry = (period: string, value: string, more: Partial<SeriesEntry> = {}): SeriesEntry => ({
  indicator: 'parks',
  period,
  printed: `${value}个`,
  value,
  scale: 0,
  unit: '个',
  source: {url: 'https://parks.example/'},
  ...more,
});
const shown = ({points}: ChartData) => points.map(({shown}) => shown);

describe('indicatorIds', () => {
  const cases: Array<[attribute: string | null, ids: string[]]> = [
    ['a b', ['a', 'b']],
    ['a,b, c', ['a', 'b', 'c']],
    [' a ， b、a\n', ['a', 'b']],
    ['', []],
    [null, []],
  ];
  for (const [attribute, ids] of cases) {
    it(`reads ${JSON.stringify(attribute)} as ${ids.join(' ') || 'none'}`, () => {
      expect(indicatorIds(attribute)).to.deep.equal(ids);
    });
  }
});

describe('chartData', () => {
  before(() => addEnglish(english));

  describe('several indicators', () => {
    it('brings figures of one unit to one scale, and says what was moved', () => {
      const data = made(qingdao, FOUR);
      expect(shown(data)).to.deep.equal(['11000', '2202', '320', '48']);
      expect(data.unit).to.equal('亿条');
      expect(data.subtitle).to.equal('单位：亿条');
      expect(data.chartNotes).to.deep.equal(['1.1万亿条折算为11000亿条']);
      expect(data.points.map(({printed}) => printed)).to.deep.equal([
        '1.1万亿条',
        '2202亿条',
        '320亿条',
        '48亿条',
      ]);
      expect(data.title).to.equal('四项数据的条数：“橡链云”平台汇聚橡胶行业数据居首');
    });

    it('does so in English in the scales of English', () => {
      const data = made(qingdao, FOUR, 'bar', 'en');
      expect(shown(data)).to.deep.equal(['1,100', '220.2', '32', '4.8']);
      expect(data.subtitle).to.equal('Unit: billion records');
      expect(data.chartNotes).to.deep.equal(['1.1 trillion records shown as 1,100 billion records']);
      expect(data.title).to.equal(
        'Four figures side by side: Rubber industry data on Xianglian Cloud is the largest',
      );
    });

    it('keeps every hedge at its mark, as printed', () => {
      const report = withFigures({
        a: {printed: '超9200万元', value: '9200', scale: 4, unit: '元', qualifier: 'over'},
        b: {printed: '近900万元', value: '900', scale: 4, unit: '元', qualifier: 'nearly'},
        c: {printed: '18亿余元', value: '18', scale: 8, unit: '元', qualifier: 'over'},
        d: {printed: '100万元左右', value: '100', scale: 4, unit: '元', qualifier: 'about'},
      });
      const data = made(report, 'a b c d');
      expect(shown(data)).to.deep.equal(['超9200', '近900', '180000余', '100左右']);
      expect(data.points.map(({end}) => end)).to.deep.equal(['more', 'less', 'more', 'about']);
    });

    it('moves the point of decimals exactly', () => {
      const report = withFigures({
        a: {printed: '0.30000000000000004亿个', value: '0.30000000000000004', scale: 8},
        b: {printed: '1万个', value: '1', scale: 4},
      });
      expect(shown(made(report, 'a b'))).to.deep.equal(['3000.0000000000004', '1']);
    });

    it('keeps a zero that the report printed', () => {
      expect(shown(made(withFigures({a: count('6.0'), b: count('5')}), 'a b'))).to.deep.equal(['6.0', '5']);
    });

    describe('names the largest only where that is certain', () => {
      const cases: Array<[behaviour: string, figures: Record<string, Partial<Observation>>, leads: boolean]> =
        [
          ['one exact figure above another', {a: count('3'), b: count('2')}, true],
          ['more than the larger number', {a: count('3', {qualifier: 'over'}), b: count('2')}, true],
          ['nearly the smaller number', {a: count('3'), b: count('2', {qualifier: 'nearly'})}, true],
          ['equal figures', {a: count('3'), b: count('3')}, false],
          ['about the larger number', {a: count('3', {qualifier: 'about'}), b: count('2')}, false],
          ['nearly the larger number', {a: count('3', {qualifier: 'nearly'}), b: count('2')}, false],
          ['more than the smaller number', {a: count('3'), b: count('2', {qualifier: 'over'})}, false],
          ['about the smaller number', {a: count('3'), b: count('2', {qualifier: 'about'})}, false],
          ['different bases', {a: count('3', {basis: 'cumulative'}), b: count('2')}, false],
          ['figures of which less is better', {a: count('3', {better: 'lower'}), b: count('2')}, false],
          ['shares of different wholes', {a: share('30', '全省'), b: share('20', '全国')}, false],
        ];
      for (const [behaviour, figures, leads] of cases) {
        it(`${leads ? 'does' : 'does not'} for ${behaviour}`, () => {
          expect(/a居首$/.test(made(withFigures(figures), 'b a').title)).to.equal(leads);
        });
      }
    });

    it('names bases that differ, and the one that all share', () => {
      const figures = {
        a: count('3', {basis: 'cumulative'}),
        b: count('2', {basis: 'since-2024'}),
        c: count('1', {basis: 'unstated'}),
      };
      expect(made(withFigures(figures), 'a b c').notes).to.deep.equal([
        '口径不同：累计（a），2024年以来（b），未说明（c）',
      ]);
      const alike = {a: count('3', {basis: 'cumulative'}), b: count('2', {basis: 'cumulative'})};
      expect(made(withFigures(alike), 'a b').subtitle).to.equal('单位：个 · 累计');
    });

    it('draws shares against their whole and names wholes that differ', () => {
      const data = made(qingdao, 'rubber-industry-data-share ocean-data-share');
      expect(shown(data)).to.deep.equal(['30%以上', '约为25%']);
      expect(data.shape!.points.map(({ratio}) => ratio)).to.deep.equal([0.3, 0.25]);
      expect(data.shape!.hasWhole).to.be.true;
      expect(data.notes.join()).to.include('总量不同：行业总量（橡胶').and.to.include('，全国（海洋');
    });

    describe('refuses', () => {
      const cases: Array<[what: string, figures: Record<string, Partial<Observation>>, why: string]> = [
        ['different units', {a: count('3'), b: count('2', {unit: '家', printed: '2家'})}, '个 (a) ≠ 家 (b)'],
        [
          'units that differ by a factor nobody stated',
          {
            a: {kind: 'amount', printed: '26PB', value: '26', unit: 'PB'},
            b: {kind: 'amount', printed: '3TB', value: '3', unit: 'TB'},
          },
          'PB (a) ≠ TB (b)',
        ],
        ['different kinds', {a: count('3'), b: count('2', {kind: 'amount'})}, 'count (a) ≠ amount (b)'],
        ['ranks', {a: count('3', {kind: 'rank'}), b: count('2', {kind: 'rank'})}, 'rank 3 (a), rank 2 (b)'],
        ['words', {a: count('3'), b: {kind: 'rating', value: '非常高', unit: ''}}, 'rating 非常高 (b)'],
      ];
      for (const [what, figures, why] of cases) {
        it(`${what}: ${why}`, () => {
          expect(whyNot(withFigures(figures), 'a b')).to.equal(why);
        });
      }
    });

    it('draws no line between different indicators', () => {
      const {form, marks} = made(qingdao, FOUR, 'line').shape!;
      expect([form, marks]).to.deep.equal(['rows', 'point']);
    });
  });

  describe('a ring', () => {
    it('is one share and its rest', () => {
      const data = made(qingdao, 'ocean-data-share', 'doughnut');
      expect(data.shape!.form).to.equal('ring');
      expect(data.shape!.points).to.deep.equal([{ratio: 0.25, end: 'about', isCited: false}]);
      expect(data.title).to.equal('海洋数据占全国的比重');
    });

    it('is several shares of one whole', () => {
      const data = made(withFigures({a: share('60', '全市'), b: share('40', '全市')}), 'a b', 'doughnut');
      expect(data.title).to.equal('两项占全市的比重');
    });

    const cases: Array<[what: string, figures: Record<string, Partial<Observation>>, why: string]> = [
      ['what is no share', {a: count('3'), b: share('2')}, 'type="doughnut" ≠ count 3个 (a)'],
      ['shares of different wholes', {a: share('3', '全市'), b: share('2', '全省')}, '全市 (a) ≠ 全省 (b)'],
      ['shares whose whole is not stated', {a: share('3'), b: share('2')}, '? a (a) ≠ ? b (b)'],
      ['more than the whole', {a: share('60', '全市'), b: share('40.1', '全市')}, '60 + 40.1 > 100%'],
      ['negative shares', {a: share('-3', '全市'), b: share('2', '全市')}, 'type="doughnut" ≠ share -3% (a)'],
    ];
    for (const [what, figures, why] of cases) {
      it(`refuses ${what}: ${why}`, () => {
        expect(whyNot(withFigures(figures), 'a b', 'doughnut')).to.equal(why);
      });
    }
  });

  describe('one indicator over its periods', () => {
    const names = ({points}: ChartData) => points.map(({name}) => name);

    it('puts the report’s own period among the cited ones, in the order of time', () => {
      const data = made(qingdao, 'public-data-records', 'line');
      expect(names(data)).to.deep.equal(['2024年上半年', '2024年', '2025年6月']);
      expect(shown(data)).to.deep.equal(['2202', '超2240', '超2400']);
      expect(data.points.map(({cited}) => Boolean(cited))).to.deep.equal([false, true, true]);
      expect(data.title).to.equal('高质量公共数据条数：2024年上半年至2025年6月');
      expect(data.chartNotes).to.deep.equal(['空心点为引用的其他公布，未与原文核对']);
      expect(data.shape!.form).to.equal('columns');
    });

    it('does so in English', () => {
      const data = made(qingdao, 'public-data-records', 'bar', 'en');
      expect(data.title).to.equal('High-quality public data: First half of 2024 to June 2025');
      expect(shown(data)).to.deep.equal(['220.2', 'over 224', 'over 240']);
    });

    it('sorts by the day a period ends, whatever the order in the data', () => {
      const series = [entry('2030-Q4', '4'), entry('2029', '1'), entry('2030', '5'), entry('2030-03', '2')];
      const data = made(withFigures({parks: count('3')}, series), 'parks');
      expect(names(data)).to.deep.equal(['2029年', '2030年3月', '2030年上半年', '2030年', '2030年第四季度']);
    });

    it('leaves out what must not be compared, and says why', () => {
      const data = made(qingdao, 'tasks-implemented');
      expect(names(data)).to.deep.equal(['2024年上半年', '2024年']);
      expect(data.notes).to.deep.equal(['未列入：2025年6月54项（任务清单不同，并非减少）']);
    });

    it('leaves out another unit, and draws nothing where one figure is left', () => {
      const data = made(qingdao, 'cloud-brain-scenarios');
      expect(names(data)).to.deep.equal(['2024年上半年']);
      expect(data.shape).to.equal(undefined);
      expect(data.notes).to.deep.equal([
        '未列入：2023年485个（单位为“个”，本报告为“项”）',
        '只有这一期的数字，没有可比的其他时期',
      ]);
    });

    it('draws no rank as a length', () => {
      const series = [entry('2029', '5', {indicator: 'park-rank', printed: '第5位', unit: '位'})];
      const report = withFigures(
        {'park-rank': {kind: 'rank', printed: '第3位', value: '3', unit: '位'}},
        series,
      );
      const data = made(report, 'park-rank');
      expect(data.shape).to.equal(undefined);
      expect(data.points.map(({printed}) => printed)).to.deep.equal(['第5位', '第3位']);
    });

    it('says where the periods are not evenly apart', () => {
      const even = made(
        withFigures({parks: count('3')}, [entry('2029-H1', '1'), entry('2029', '2')]),
        'parks',
        'line',
      );
      expect(even.chartNotes.join()).not.to.include('间隔不等');
      const uneven = made(
        withFigures({parks: count('3')}, [entry('2028', '1'), entry('2029', '2')]),
        'parks',
        'line',
      );
      expect(uneven.chartNotes.join()).to.include('间隔不等');
    });

    it('names what a cited page says of its figure', () => {
      expect(made(qingdao, 'cockpit-topics').notes).to.deep.equal(['2023年：据企业网站转述']);
    });
  });

  it('names an unknown indicator and the attribute', () => {
    const fault = chartData(qingdao, 'public-data-records no-such', 'bar', 'zh-CN') as Fault;
    expect([fault.code, fault.what, fault.attribute]).to.deep.equal([
      'unknown-indicator',
      'no-such',
      'indicators',
    ]);
    expect((chartData(qingdao, '', 'bar', 'zh-CN') as Fault).what).to.equal(undefined);
  });

  it('is absent for an indicator known from other periods only', () => {
    const report = withFigures({a: count('3')}, [entry('2029', '1')]);
    expect(chartData(report, 'parks', 'bar', 'zh-CN')).to.equal('absent');
  });

  it('draws nothing of more than 2,000 figures, and says so', () => {
    const figures = Object.fromEntries([...Array(2_001).keys()].map((i) => [`a${i}`, count(`${i}`)]));
    const data = made(withFigures(figures), Object.keys(figures).join(' '));
    expect(data.shape).to.equal(undefined);
    expect(data.points).to.have.length(2_001);
    expect(data.tableNotes).to.deep.equal(['数据过多，不画图，全部列在表中']);
  });

  it('sums up what is drawn in one sentence: few figures all, many by their ends and extremes', () => {
    expect(made(qingdao, 'public-data-records').summary).to.equal(
      '条形图：2024年上半年 2202亿条，2024年 超2240亿条，2025年6月 超2400亿条。',
    );
    const series = [...Array(12).keys()].map((i) => entry(`${2010 + i}`, `${i === 5 ? 99 : i + 10}`));
    const {summary} = made(withFigures({parks: count('3')}, series), 'parks', 'line');
    expect(summary).to.equal(
      '折线图，共13项：从2010年 10个到2030年上半年 3个，最大为2015年 99个，最小为2030年上半年 3个。',
    );
  });
});
