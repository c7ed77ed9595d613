import {expect} from '@open-wc/testing';
import {figureText} from '../src/figure-text.js';
import {typedFigure, typedWords, type TypedAttributes} from '../widgets/typed-figure.js';
import {typedNumber} from '../widgets/typed-number.js';

describe('typedFigure', () => {
  const cases: Array<[behaviour: string, given: TypedAttributes, chinese: string, english: string]> = [
    ['keeps the digits as typed', {value: '6.0', unit: '%'}, '6.0%', '6.0%'],
    ['takes a scale as a power of ten', {value: '30', scale: 4, unit: '路'}, '30万路', '300,000 feeds'],
    ['takes a scale in text', {value: '30', scale: ' 万 ', unit: '路'}, '30万路', '300,000 feeds'],
    [
      'takes a scale of two words',
      {value: '1.1', scale: '万亿', unit: '条'},
      '1.1万亿条',
      '1.1 trillion records',
    ],
    ['keeps commas between thousands', {value: '13,903', unit: '个'}, '13,903个', '13,903'],
    ['keeps a minus sign', {value: '-3.2', unit: '%'}, '-3.2%', '−3.2%'],
    ['shows a true zero', {value: 0 as never, unit: '个'}, '0个', '0'],
    [
      'puts a hedge in front',
      {value: '9200', scale: '万', unit: '元', qualifier: '超'},
      '超9200万元',
      'over ¥92 million',
    ],
    ['keeps the word of the hedge', {value: '50', unit: 'PB', qualifier: '超过'}, '超过50PB', 'over 50 PB'],
    [
      'knows the rarer hedges',
      {value: '9200', scale: '万', unit: '元', qualifier: '逾'},
      '逾9200万元',
      'over ¥92 million',
    ],
    [
      'puts 余 behind the scale',
      {value: '18', scale: '万', unit: '个', qualifier: '余'},
      '18万余个',
      'over 180,000',
    ],
    ['puts 左右 at the end', {value: '25', unit: '%', qualifier: '左右'}, '25%左右', 'about 25%'],
    ['takes a hedge by name', {value: '30', unit: '%', qualifier: 'at-least'}, '30%以上', 'at least 30%'],
    [
      'shows a hedge that it does not know',
      {value: '5', unit: '个', qualifier: '据说'},
      '据说5个',
      '据说5个',
    ],
    ['shows a scale that it does not know', {value: '5', scale: '千亿', unit: '次'}, '5千亿次', '5千亿次'],
    ['shows a word as it is', {value: '非常高'}, '非常高', 'Very high'],
    ['shows a wrong number as it is', {value: '1,2,3', unit: '个'}, '1,2,3个', '1,2,3个'],
    [
      'is not misled by names that every object has',
      {value: '5', scale: 'constructor'},
      '5constructor',
      '5constructor',
    ],
  ];
  for (const [behaviour, given, chinese, english] of cases) {
    it(`${behaviour}: ${chinese}`, () => {
      const figure = typedFigure(given)!;
      expect(figureText(figure, 'zh-CN')).to.equal(chinese);
      expect(figureText(figure, 'en')).to.equal(english);
    });
  }

  it('shows a number of any length whole', () => {
    const value = `1${'0'.repeat(149)}`;
    expect(figureText(typedFigure({value})!, 'zh-CN')).to.equal(value);
  });

  const nothing: Array<[value: unknown, scale?: unknown]> = [
    [''],
    ['  '],
    [null],
    [undefined],
    [Number.NaN],
    [1e21],
    ['1e5'],
    ['undefined'],
    ['null'],
    [Infinity],
    [{}],
    ['5', '1.5'],
    ['5', '-4'],
    ['5', '1000'],
  ];
  for (const [value, scale] of nothing) {
    it(`finds no number in ${String(value)}${scale ? ` with scale ${String(scale)}` : ''}`, () => {
      expect(typedFigure({value, scale} as TypedAttributes)).to.equal(undefined);
    });
  }

  it('has a note that no report stands behind it in both languages', () => {
    expect(typedWords('zh-CN').noSource).to.equal('未附报告出处');
    expect(typedWords('en').noSource).to.equal('No report given as source');
  });
});

describe('typedNumber', () => {
  const cases: Array<[text: string, value: string, scale: number]> = [
    ['500', '500', 0],
    ['50万', '50', 4],
    [' 1.5 亿 ', '1.5', 8],
    ['2万亿', '2', 12],
    ['0.5', '0.5', 0],
  ];
  for (const [text, value, scale] of cases) {
    it(`reads ${text}`, () => {
      expect(typedNumber(text)).to.deep.equal({value, scale});
    });
  }

  for (const text of [
    '',
    '0',
    '0.00',
    '-5',
    '五百',
    '5e3',
    'NaN',
    '1/2',
    '50万万',
    'Infinity',
    '0x10',
    '1,000',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(typedNumber(text)).to.equal(undefined);
    });
  }
});
