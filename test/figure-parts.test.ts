import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {figureParts} from '../src/figure-parts.js';
import {figureText} from '../src/figure-text.js';
import {formatObservation} from '../src/format-observation.js';
import {readFigure} from '../src/read-figure.js';
import type {Figure, Kind, Qualifier} from '../src/schema.js';
import {spokenFigure} from '../src/spoken-figure.js';
import report from '../seeds/qingdao-2024-h1.json';

type Row = [
  printed: string,
  figure: [value: string, scale: number, unit: string, qualifier?: Qualifier | '', kind?: Kind],
  parts: string,
  english: string,
  spoken: string,
];

const rows: Row[] = [
  [
    '921.61亿次',
    ['921.61', 8, '次'],
    'integer:921 decimal:. fraction:61 scale:亿 unit:次',
    '92.161 billion times',
    '92.161 billion times',
  ],
  [
    '3179.85TB',
    ['3179.85', 0, 'TB'],
    'integer:3179 decimal:. fraction:85 unit:TB',
    '3,179.85 TB',
    '3,179.85 terabytes',
  ],
  ['1TB', ['1', 0, 'TB'], 'integer:1 unit:TB', '1 TB', '1 terabyte'],
  ['26PB', ['26', 0, 'PB'], 'integer:26 unit:PB', '26 PB', '26 petabytes'],
  [
    '近30万路',
    ['30', 4, '路', 'nearly'],
    'qualifier:近 integer:30 scale:万 unit:路',
    'nearly 300,000 feeds',
    'nearly 300,000 feeds',
  ],
  [
    '30%以上',
    ['30', 0, '%', 'at-least', 'share'],
    'integer:30 unit:% qualifier:以上',
    'at least 30%',
    'at least 30 percent',
  ],
  [
    '约为25%',
    ['25', 0, '%', 'about', 'share'],
    'qualifier:约为 integer:25 unit:%',
    'about 25%',
    'about 25 percent',
  ],
  ['6.0%', ['6.0', 0, '%', '', 'share'], 'integer:6 decimal:. fraction:0 unit:%', '6.0%', '6.0 percent'],
  [
    '0.5 %',
    ['0.5', 0, '%', '', 'share'],
    'integer:0 decimal:. fraction:5 literal:_ unit:%',
    '0.5%',
    '0.5 percent',
  ],
  [
    '-3.2%',
    ['-3.2', 0, '%', '', 'share'],
    'integer:-3 decimal:. fraction:2 unit:%',
    '−3.2%',
    'minus 3.2 percent',
  ],
  [
    '超9200万元',
    ['9200', 4, '元', 'over', 'amount'],
    'qualifier:超 integer:9200 scale:万 unit:元',
    'over ¥92 million',
    'over 92 million yuan',
  ],
  ['-500万元', ['-500', 4, '元'], 'integer:-500 scale:万 unit:元', '−¥5 million', 'minus 5 million yuan'],
  ['三千二百万元', ['3200', 4, '元'], 'integer:三千二百 scale:万 unit:元', '¥32 million', '32 million yuan'],
  [
    '１２３．４亿元',
    ['123.4', 8, '元'],
    'integer:１２３ decimal:． fraction:４ scale:亿 unit:元',
    '¥12.34 billion',
    '12.34 billion yuan',
  ],
  [
    '1,234.5万元',
    ['1234.5', 4, '元'],
    'integer:1,234 decimal:. fraction:5 scale:万 unit:元',
    '¥12.345 million',
    '12.345 million yuan',
  ],
  ['第9位', ['9', 0, '位', '', 'rank'], 'ordinal:第 integer:9 unit:位', '9th', 'ranked 9th'],
  ['第112位', ['112', 0, '位', '', 'rank'], 'ordinal:第 integer:112 unit:位', '112th', 'ranked 112th'],
  ['第121位', ['121', 0, '位', '', 'rank'], 'ordinal:第 integer:121 unit:位', '121st', 'ranked 121st'],
  ['首位', ['1', 0, '位', '', 'rank'], 'ordinal:首 unit:位', '1st', 'ranked 1st'],
  ['前3位', ['3', 0, '位', 'at-most', 'rank'], 'qualifier:前 integer:3 unit:位', 'top 3', 'top 3'],
  ['第一梯队', ['1', 0, '梯队', '', 'tier'], 'ordinal:第 integer:一 unit:梯队', '1st tier', '1st tier'],
  ['非常高', ['非常高', 0, '', '', 'rating'], 'literal:非常高', 'Very high', 'Very high'],
  ['卓越', ['卓越', 0, '', '', 'rating'], 'literal:卓越', '卓越', '卓越'],
  ['13903个', ['13903', 0, '个'], 'integer:13903 unit:个', '13,903', '13,903'],
  ['1家', ['1', 0, '家'], 'integer:1 unit:家', '1', '1'],
  [
    '89.41万项次',
    ['89.41', 4, '项次'],
    'integer:89 decimal:. fraction:41 scale:万 unit:项次',
    '894,100',
    '894,100',
  ],
  [
    '2202亿条',
    ['2202', 8, '条'],
    'integer:2202 scale:亿 unit:条',
    '220.2 billion records',
    '220.2 billion records',
  ],
  [
    '1.10万亿条',
    ['1.10', 12, '条'],
    'integer:1 decimal:. fraction:10 scale:万亿 unit:条',
    '1.10 trillion records',
    '1.10 trillion records',
  ],
  [
    '18万余个',
    ['18', 4, '个', 'over'],
    'integer:18 scale:万 qualifier:余 unit:个',
    'over 180,000',
    'over 180,000',
  ],
  [
    '20多万人',
    ['20', 4, '人', 'over'],
    'integer:20 qualifier:多 scale:万 unit:人',
    'over 200,000 people',
    'over 200,000 people',
  ],
  [
    '4300余架次',
    ['4300', 0, '架次', 'over'],
    'integer:4300 qualifier:余 unit:架次',
    'over 4,300 flights',
    'over 4,300 flights',
  ],
  ['4年', ['4', 0, '年'], 'integer:4 unit:年', '4 years', '4 years'],
  ['1年', ['1', 0, '年'], 'integer:1 unit:年', '1 year', '1 year'],
  [
    '3.2个百分点',
    ['3.2', 0, '个百分点'],
    'integer:3 decimal:. fraction:2 unit:个百分点',
    '3.2 percentage points',
    '3.2 percentage points',
  ],
  ['百分之三十', ['30', 0, '%'], 'literal:百分之 integer:三十', '30%', '30 percent'],
  [
    '99.99万个',
    ['99.99', 4, '个'],
    'integer:99 decimal:. fraction:99 scale:万 unit:个',
    '999,900',
    '999,900',
  ],
  ['100万个', ['100', 4, '个'], 'integer:100 scale:万 unit:个', '1 million', '1 million'],
  ['12345678个', ['12345678', 0, '个'], 'integer:12345678 unit:个', '12,345,678', '12,345,678'],
  ['5constructor', ['5', 0, 'constructor'], 'integer:5 unit:constructor', '5 constructor', '5 constructor'],
];

function figureOf(row: Row): Figure {
  const [value, scale, unit, qualifier, kind] = row[1];
  return {printed: row[0], value, scale, unit, ...(qualifier && {qualifier}), ...(kind && {kind})};
}

function describeParts(figure: Figure, locale: string): string {
  return figureParts(figure, locale)
    .map(({type, value}) => `${type}:${value.replace(' ', '_')}`)
    .join(' ');
}

describe('figureParts', () => {
  for (const row of rows) {
    it(`splits ${row[0]} and joins to it`, () => {
      const figure = figureOf(row);
      expect(describeParts(figure, 'zh-CN')).to.equal(row[2]);
      expect(figureText(figure, 'zh-CN')).to.equal(row[0]);
    });
    it(`writes ${row[0]} as ${row[3]} in English`, () => {
      expect(figureText(figureOf(row), 'en')).to.equal(row[3]);
    });
  }

  it('names what 次 counts where the English label does', () => {
    const figure: Figure = {value: '921.61', scale: 8, unit: '次', label: {en: 'Data resource calls'}};
    expect(figureText(figure, 'en')).to.equal('92.161 billion calls');
  });

  it('puts each piece of an English figure in its type', () => {
    expect(describeParts({value: '9200', scale: 4, unit: '元', qualifier: 'over'}, 'en')).to.equal(
      'qualifier:over literal:_ unit:¥ integer:92 literal:_ scale:million',
    );
  });

  it('joins to what every observation of the seed prints', () => {
    for (const observation of report.observations as Figure[]) {
      expect(figureText(observation, 'zh-Hans')).to.equal(observation.printed);
    }
  });

  it('loses nothing of a text that it can not split', () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom(...'第首约超12.,万亿百分之余以上个 ％-点')}),
        fc.constantFrom('1', '12', '非常高'),
        fc.constantFrom(0, 4, 8),
        fc.constantFrom('', '个', '万'),
        fc.constantFrom(undefined, 'over' as const),
        (printed, value, scale, unit, qualifier) => {
          const figure: Figure = {printed: printed || 'x', value, scale, unit, ...(qualifier && {qualifier})};
          expect(figureText(figure, 'zh-CN')).to.equal(printed || 'x');
        },
      ),
    );
  });
});

describe('figureParts without the printed figure', () => {
  const cases: Array<[figure: Figure, chinese: string]> = [
    [{value: '9200', scale: 4, unit: '元', qualifier: 'over'}, '超9200万元'],
    [{value: '30', scale: 0, unit: '%', qualifier: 'at-least'}, '30%以上'],
    [{value: '1.2', scale: 12, unit: '条', qualifier: 'at-most'}, '1.2万亿条以下'],
    [{value: '30', scale: 4, unit: '路', qualifier: 'nearly'}, '近30万路'],
    [{value: '25', scale: 0, unit: '%', qualifier: 'about'}, '约25%'],
    [{value: '5', scale: 7, unit: '元', qualifier: 'under'}, '不足5千万元'],
    [{value: '5', scale: 10, unit: ''}, '5百亿'],
    [{value: '5', scale: 1, unit: '个'}, '5十个'],
    [{value: '9', scale: 0, unit: '位', kind: 'rank'}, '第9位'],
    [{value: '9', scale: 0, unit: '', kind: 'rank'}, '第9位'],
    [{value: '2', scale: 0, unit: '', kind: 'tier'}, '第2梯队'],
    [{value: '非常高', scale: 0, unit: '', kind: 'rating'}, '非常高'],
    [{value: '1,234', scale: 0, unit: '家'}, '1,234家'],
  ];
  for (const [figure, chinese] of cases) {
    it(`composes ${chinese}`, () => expect(figureText(figure, 'zh-CN')).to.equal(chinese));
  }

  it('is read back to the same value, scale, unit and qualifier', () => {
    const value = fc.oneof(
      fc.integer({min: 1, max: 999_999}).map(String),
      fc.tuple(fc.integer({min: 0, max: 9_999}), fc.integer({min: 0, max: 99})).map(([a, b]) => `${a}.${b}`),
    );
    const qualifier = fc.constantFrom<Array<Qualifier | undefined>>(
      undefined,
      'over',
      'at-least',
      'nearly',
      'about',
      'under',
      'at-most',
    );
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12),
        fc.constantFrom(
          '个',
          '家',
          '条',
          '次',
          '项次',
          '架次',
          '元',
          'PB',
          'TB',
          '%',
          '个百分点',
          '平方公里',
          '人次',
        ),
        qualifier,
        (digits, scale, unit, hedge) => {
          const figure: Figure = {value: digits, scale, unit, ...(hedge && {qualifier: hedge})};
          const text = figureText(figure, 'zh-CN');
          const reading = readFigure(text);
          expect(reading, text).to.include({value: digits, scale, unit, printed: text});
          expect(reading!.qualifier, text).to.equal(hedge);
        },
      ),
      {numRuns: 1000},
    );
  });
});

describe('spokenFigure', () => {
  for (const row of rows) {
    it(`says ${row[0]} as ${row[4]} in English`, () => {
      expect(spokenFigure(figureOf(row), 'en')).to.equal(row[4]);
    });
  }

  const chinese: Array<[printed: string, spoken: string]> = [
    ['超9200万元', '超9200万元'],
    ['-3.2%', '负3.2%'],
    ['↑12.5%', '上升12.5%'],
    ['≥30%', '不低于30%'],
    ['↓-3', '下降负3'],
    ['3-5家', '3-5家'],
  ];
  for (const [printed, spoken] of chinese) {
    it(`says ${printed} as ${spoken} in Chinese`, () => {
      expect(spokenFigure({printed, value: '1', scale: 0, unit: ''}, 'zh-CN')).to.equal(spoken);
    });
  }
});

describe('formatObservation', () => {
  const cases: Array<[printed: string, chinese: string[], english: string[]]> = [
    ['超9200万元', ['超', '9200', '万元'], ['over ¥', '92', ' million']],
    ['30%以上', ['', '30', '%以上'], ['at least ', '30', '%']],
    ['第9位', ['第', '9', '位'], ['', '9', 'th']],
    ['首位', ['', '首', '位'], ['', '1', 'st']],
    ['非常高', ['', '非常高', ''], ['', 'Very high', '']],
    ['3179.85TB', ['', '3179.85', 'TB'], ['', '3,179.85', ' TB']],
  ];
  for (const [printed, chinese, english] of cases) {
    it(`takes ${printed} apart`, () => {
      const figure = figureOf(rows.find((row) => row[0] === printed)!);
      const zh = formatObservation(figure, 'zh-CN');
      expect(zh).to.deep.equal({prefix: chinese[0], value: chinese[1], suffix: chinese[2]});
      const en = formatObservation(figure, 'en');
      expect(en).to.deep.equal({prefix: english[0], value: english[1], suffix: english[2]});
    });
  }
});
