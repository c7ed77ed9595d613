import {expect, fixture, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import {figureParts} from '../src/figure-parts.js';
import {figurePieces, figureWidths} from '../src/figure-pieces.js';
import type {Figure, Report} from '../src/schema.js';
import {addEnglish} from '../widgets/figure-language.js';
import {lazy} from '../widgets/lazy.js';
import {drawFigure} from '../widgets/figure.js';
import '../widgets/qd-metric.js';
import {anObservation, aReport, inState, part} from './fixtures.js';

const {observations} = seed as Report;
const pieces = (figure: Figure, locale = 'zh-CN') => figurePieces(figureParts(figure, locale));
const row = (element: HTMLElement) =>
  [...element.childNodes]
    .map((node) => (node instanceof Element ? `${node.className}:${node.textContent}` : node.textContent))
    .join('|');

describe('drawFigure', () => {
  before(async () => addEnglish(await lazy.english()));

  it('draws every figure of the report without losing or adding a character', () => {
    for (const observation of observations) {
      const {element, plain} = drawFigure(observation, 'zh-CN');
      expect(element.textContent).to.equal(observation.printed);
      expect(plain).to.equal(observation.printed);
      expect(element.localName).to.equal('p');
    }
  });

  it('has no space between the pieces, so that they are read as one quantity', () => {
    for (const observation of observations) {
      expect(drawFigure(observation, 'zh-CN').element.textContent).not.to.match(/\s/);
    }
  });

  it('draws a figure in one language after another', () => {
    const calls = observations.find(({indicator}) => indicator === 'data-resource-calls')!;
    const drawn = ['zh-CN', 'en', 'zh-CN'].map((locale) => drawFigure(calls, locale));
    expect(drawn.map(({plain}) => plain)).to.deep.equal(['921.61亿次', '92.161 billion calls', '921.61亿次']);
    expect(new Set(drawn.map(({element}) => element)).size).to.equal(3);
  });

  const rows: Array<[indicator: string, chinese: string, english: string]> = [
    ['data-exchange-turnover', 'q:超|n:9200|s:万|u:元', 'q:over| |n:¥92| |s:million'],
    ['data-resource-calls', 'n:921.61|s:亿|u:次', 'n:92.161| |s:billion| |u:calls'],
    ['kaos-industrial-data', 'n:26|u l:PB', 'n:26| |u l:PB'],
    ['rubber-industry-data-share', 'n:30|u a:%|q:以上', 'q:at least| |n:30|u a:%'],
    ['sensing-devices', 'n:18|s:万|q:余|u:个', 'q:over| |n:180,000'],
    ['shandongtong-apps-rank', 'w:首位', 'n:1|s:st'],
    ['smart-city-rank', 's:第|n:9|u:位', 'n:9|s:th'],
    ['digital-gov-tier', 'w:第一梯队', 'w:1st tier'],
    ['gov-service-capability-rating', 'w:非常高', 'w:Very high'],
  ];
  for (const [indicator, chinese, english] of rows) {
    it(`draws the pieces of ${chinese}`, () => {
      const figure = observations.find((observation) => observation.indicator === indicator)!;
      expect(row(drawFigure(figure, 'zh-CN').element)).to.equal(chinese);
      expect(row(drawFigure(figure, 'en').element)).to.equal(english);
    });
  }

  it('has a name only where the letters do not say it, and not inside a sentence', () => {
    const money = observations.find(({indicator}) => indicator === 'data-exchange-turnover')!;
    const {element, spoken} = drawFigure(money, 'en');
    expect(spoken).to.equal('over 92 million yuan');
    expect(element.getAttribute('role')).to.equal('img');
    expect(element.getAttribute('aria-label')).to.equal(spoken);
    expect(drawFigure(money, 'zh-CN').element.hasAttribute('role')).to.be.false;
    const inline = drawFigure(money, 'en', 'span');
    expect(inline.element.localName).to.equal('span');
    expect(inline.element.hasAttribute('aria-label')).to.be.false;
    expect(inline.spoken).to.equal(spoken);
  });

  it('draws text, never markup', () => {
    const printed = '<img src=x>';
    const {element} = drawFigure({value: printed, printed, scale: 0, unit: '', kind: 'rating'}, 'zh-CN');
    expect(element.querySelector('img')).to.equal(null);
    expect(element.textContent).to.equal(printed);
  });
});

describe('figureWidths', () => {
  it('grows with what is shown, and is never nothing', () => {
    const width = (value: string, unit = '') => {
      const {numeral, rest} = figureWidths(pieces({value, printed: value + unit, scale: 0, unit}));
      return numeral + rest;
    };
    expect(width('12345')).to.be.above(width('123'));
    expect(width('123', '架次')).to.be.above(width('123', '次'));
    expect(width('123', '次')).to.be.above(width('123'));
    expect(figureWidths([]).numeral).to.be.above(0);
  });
});

describe('a figure in a narrow card', () => {
  const printed = [
    ['9,007,199,254,740,993.123456789', ''],
    ['12', '个'.repeat(40)],
    ['12', 'W'.repeat(40)],
  ] as const;
  for (const [value, unit] of printed) {
    it(`stays inside its box: ${value}${unit.slice(0, 5)}`, async () => {
      const observation = anObservation({printed: value + unit, value: value.replaceAll(',', ''), unit});
      const page = await fixture(html`<div lang="zh-CN" style="width: 200px"></div>`);
      const el = document.createElement('qd-metric');
      el.report = aReport({observations: [observation]});
      el.indicator = 'parks';
      page.append(el);
      await inState(el, 'ready');
      expect(part(el, 'figure')!.textContent).to.equal(value + unit);
      expect(page.scrollWidth).to.be.at.most(200);
      const {fontSize} = getComputedStyle(part(el, 'value')!);
      expect(parseFloat(fontSize)).to.be.at.least(11);
    });
  }
});
