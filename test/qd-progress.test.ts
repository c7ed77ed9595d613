import {expect, fixture, html} from '@open-wc/testing';
import type {Observation} from '../src/schema.js';
import type {QdProgress} from '../widgets/qd-progress.js';
import '../widgets/qd-progress.js';
import {
  anObservation,
  aReport,
  aShareReport,
  base,
  inState,
  isShown,
  listen,
  part,
  textOf,
  until,
  type Told,
} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const meter = (el: Element) => el.shadowRoot!.querySelector<HTMLElement>('[role=meter]')!;
const aria = (el: Element, name: string) => meter(el).getAttribute(`aria-${name}`);
const bar = (el: Element) => el.shadowRoot!.querySelector<HTMLElement>('.bar')!;
const words = (text: string) => text.replace(/\s+/g, ' ');

async function aProgress(
  attributes: Record<string, unknown>,
  state: 'ready' | 'error' = 'ready',
  lang = 'zh-CN',
) {
  const page = await fixture(html`<div lang=${lang} style="width: 400px"></div>`);
  const el = document.createElement('qd-progress');
  Object.assign(el, attributes);
  el.innerHTML = '<b>约四成</b>';
  page.append(el);
  return inState(el, state);
}

const aShare = (overrides: Partial<Observation>, more: Partial<QdProgress> = {}) =>
  aProgress({report: aShareReport(overrides), indicator: 'green-share', ...more});

const aCount = (target: unknown, overrides: Partial<Observation> = {}, lang = 'zh-CN') =>
  aProgress(
    {report: aReport({observations: [anObservation(overrides)]}), indicator: 'parks', target},
    'ready',
    lang,
  );

describe('<qd-progress>', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(() => told.stop());

  it('shows a share with its label, figure and whole, as a meter', async () => {
    const el = await aProgress({report: REPORT, indicator: 'rubber-industry-data-share'});
    expect(textOf(el)).to.equal('橡胶行业数据占行业总量的比重 30%以上 0行业总量 100% 出处');
    expect(part(el, 'figure')!.textContent).to.equal('30%以上');
    expect(aria(el, 'valuenow')).to.equal('30');
    expect(aria(el, 'valuemin')).to.equal('0');
    expect(aria(el, 'valuemax')).to.equal('100');
    const name = el.shadowRoot!.getElementById(aria(el, 'labelledby')!)!;
    expect(name.textContent).to.equal('橡胶行业数据占行业总量的比重');
    expect(isShown(el.firstElementChild)).to.be.false;
    await expect(el).to.be.accessible();
  });

  const hedges: Array<[printed: string, qualifier: Observation['qualifier'], end: string, spoken: string]> = [
    ['40%', undefined, 'exact', '40%'],
    ['约40%', 'about', 'about', '约40%'],
    ['40%以上', 'at-least', 'more', '40%以上'],
    ['超40%', 'over', 'more', '超40%'],
    ['近40%', 'nearly', 'less', '近40%'],
    ['不足40%', 'under', 'less', '不足40%'],
    ['40%以下', 'at-most', 'less', '40%以下'],
  ];
  for (const [printed, qualifier, end, spoken] of hedges) {
    it(`draws the end of ${printed} as ${end}, and says the hedge`, async () => {
      const el = await aShare({printed, qualifier});
      expect(bar(el).classList.contains(end)).to.be.true;
      expect(aria(el, 'valuetext')).to.include(spoken);
      expect(aria(el, 'valuenow')).to.equal('40');
      expect(bar(el).style.getPropertyValue('--v')).to.equal('40');
    });
  }

  it('fills as much of the bar as the share is', async () => {
    const el = await aShare({printed: '25%', value: '25'});
    const whole = bar(el).getBoundingClientRect().width;
    expect(bar(el).querySelector('i')!.getBoundingClientRect().width / whole).to.be.closeTo(0.25, 0.01);
  });

  it('says hedge and whole in English', async () => {
    const el = await aProgress({report: REPORT, indicator: 'ocean-data-share'}, 'ready', 'en');
    expect(part(el, 'figure')!.textContent).to.equal('about 25%');
    expect(aria(el, 'valuetext')).to.equal('about 25 percent, national total 100%');
    el.locale = 'zh-CN';
    await until(() => aria(el, 'valuetext') === '约为25%, 全国 100%');
  });

  const ends: Array<[printed: string, value: string]> = [
    ['0%', '0'],
    ['100%', '100'],
    ['99.99%', '99.99'],
    ['0.5%', '0.5'],
  ];
  for (const [printed, value] of ends) {
    it(`draws ${printed} at its place`, async () => {
      const el = await aShare({printed, value});
      expect(aria(el, 'valuenow')).to.equal(value);
      expect(told.codes()).to.deep.equal([]);
      await expect(el).to.be.accessible();
    });
  }

  describe('with a target', () => {
    const targets: Array<[target: unknown, now: string, shown: string]> = [
      ['24', '50', '目标 24个'],
      [' 24 ', '50', '目标 24个'],
      [24, '50', '目标 24个'],
      ['0.0024万', '50', '目标 0.0024万个'],
      ['36', '33.33', '目标 36个'],
      ['12', '100', '目标 12个'],
    ];
    for (const [target, now, shown] of targets) {
      it(`measures against ${JSON.stringify(target)}`, async () => {
        const el = await aCount(target);
        expect(aria(el, 'valuenow')).to.equal(now);
        expect(textOf(el)).to.include(shown);
        expect(aria(el, 'valuetext')).to.include(shown);
        expect(textOf(el)).not.to.include('已超过目标');
        await expect(el).to.be.accessible();
      });
    }

    it('takes the scale of either into account', async () => {
      const el = await aCount('50万', {
        printed: '近30万路',
        value: '30',
        scale: 4,
        unit: '路',
        qualifier: 'nearly',
      });
      expect(aria(el, 'valuenow')).to.equal('60');
      expect(textOf(el)).to.include('目标 50万路');
      expect(textOf(el)).to.include('60%');
      expect(aria(el, 'valuetext')).to.match(/^近30万路/);
    });

    it('marks the share as worked out from the editor’s target', async () => {
      const el = await aCount('24');
      expect(words(part(el, 'note')!.textContent)).to.equal('按编者所给目标计算：50%');
      const inexact = await aCount('36');
      expect(words(part(inexact, 'note')!.textContent)).to.equal('按编者所给目标计算：约33.3%');
    });

    it('stops at the end of the bar beyond it, and says so', async () => {
      const el = await aCount('10');
      expect(aria(el, 'valuenow')).to.equal('100');
      expect(words(part(el, 'note')!.textContent)).to.equal('已超过目标 · 按编者所给目标计算：120%');
      expect(part(el, 'figure')!.textContent).to.equal('12个');
      el.locale = 'en';
      await until(() => /beyond the target/i.test(part(el, 'note')!.textContent));
      expect(textOf(el)).to.include('120%');
      await expect(el).to.be.accessible();
    });

    it('does not say so by the rounding of large numbers', async () => {
      const value = '9007199254740993';
      const el = await aCount(value, {printed: `${value}个`, value});
      expect(textOf(el)).not.to.include('已超过目标');
    });

    it('draws again when it changes', async () => {
      const el = await aCount('24');
      el.setAttribute('target', '48');
      await until(() => aria(el, 'valuenow') === '25');
      expect(textOf(el)).to.include('目标 48个');
    });

    for (const target of ['', '0', '-5', 'abc', '1e3', 'NaN', '500个', '五百', 'x'.repeat(20_000)]) {
      it(`refuses ${JSON.stringify(target.slice(0, 20))}`, async () => {
        const el = await aProgress({report: aReport(), indicator: 'parks', target}, 'error', 'en');
        expect(told.codes()).to.deep.equal(['not-a-share']);
        const {message} = told.events[0]!.detail;
        expect(message).to.include('<qd-progress>').and.to.include('target=');
        expect(message.length).to.be.below(800);
        expect(isShown(el.firstElementChild)).to.be.true;
        el.target = '24';
        await inState(el, 'ready');
        expect(aria(el, 'valuenow')).to.equal('50');
      });
    }

    it('refuses one for a rank', async () => {
      await aProgress({report: aReport(), indicator: 'park-rank', target: '1'}, 'error');
      expect(told.codes()).to.deep.equal(['not-a-share']);
    });
  });

  for (const [lang, message] of [
    ['zh-CN', /“parks”.*没有总量.*<qd-metric>.*<qd-progress>.*target="…"/],
    ['en', /no whole for “parks”.*Use <qd-metric>, or give <qd-progress> a target="…"/],
  ] as const) {
    it(`refuses a count without a target in words, and keeps the fallback (${lang})`, async () => {
      const el = await aProgress({report: aReport(), indicator: 'parks'}, 'error', lang);
      expect(told.codes()).to.deep.equal(['not-a-share']);
      expect(told.events[0]!.detail.message).to.match(message);
      expect(meter(el)).to.equal(null);
      expect(isShown(el.firstElementChild)).to.be.true;
      await expect(el).to.be.accessible();
    });
  }

  for (const value of ['120', '-3']) {
    it(`refuses a share of ${value}%`, async () => {
      await aProgress(
        {report: aShareReport({printed: `${value}%`, value}), indicator: 'green-share'},
        'error',
      );
      expect(told.codes()).to.deep.equal(['not-a-share']);
    });
  }

  it('tells an unknown indicator with those that are near', async () => {
    await aProgress({report: REPORT, indicator: 'ocean-data-shar'}, 'error');
    expect(told.codes()).to.deep.equal(['unknown-indicator']);
    expect(told.events[0]!.detail.message).to.match(/可用的有：ocean-data-share/);
  });

  describe('as a ring', () => {
    const arcs = (el: Element, name: string) => el.shadowRoot!.querySelectorAll(`circle.${name}`).length;

    it('shows and says the same', async () => {
      const el = await aProgress({report: REPORT, indicator: 'rubber-industry-data-share', variant: 'ring'});
      expect(textOf(el)).to.equal('橡胶行业数据占行业总量的比重 30%以上 行业总量 100% 出处');
      expect(aria(el, 'valuenow')).to.equal('30');
      expect(aria(el, 'valuetext')).to.equal('30%以上, 行业总量 100%');
      await expect(el).to.be.accessible();
    });

    const cases: Array<[qualifier: Observation['qualifier'], printed: string, parts: number, arrow: number]> =
      [
        [undefined, '40%', 1, 0],
        ['about', '约40%', 3, 0],
        ['nearly', '近40%', 2, 0],
        ['over', '超40%', 1, 1],
      ];
    for (const [qualifier, printed, parts, arrow] of cases) {
      it(`draws the end of ${printed} by the hedge`, async () => {
        const el = await aShare({qualifier, printed}, {variant: 'ring'});
        expect(arcs(el, 'part')).to.equal(parts);
        expect(el.shadowRoot!.querySelectorAll('.arrow')).to.have.length(arrow);
        expect(arcs(el, 'whole')).to.equal(1);
      });
    }

    for (const [printed, value] of [
      ['约0.5%', '0.5'],
      ['约0%', '0'],
      ['约100%', '100'],
    ] as const) {
      it(`draws ${printed} within the round`, async () => {
        const el = await aShare({printed, value, qualifier: 'about'}, {variant: 'ring'});
        for (const circle of el.shadowRoot!.querySelectorAll('circle.part')) {
          const lengths = circle.getAttribute('stroke-dasharray')!.split(/[ ,]+/).map(Number);
          expect(
            lengths.every((length) => length >= 0),
            lengths.join(' '),
          ).to.be.true;
          expect(lengths[1]).to.be.at.most(100);
        }
      });
    }

    it('becomes a bar and a ring again without losing its figure', async () => {
      const el = await aShare({printed: '约40%', qualifier: 'about'});
      for (const variant of ['ring', 'bar', 'ring'] as const) {
        el.variant = variant;
        await until(() => Boolean(el.shadowRoot!.querySelector('.dial')) === (variant === 'ring'));
        expect(part(el, 'figure')!.textContent).to.equal('约40%');
      }
    });
  });

  it('takes a label of its own and a box', async () => {
    const el = await aShare({}, {label: '绿地(市区)', framed: true});
    expect(part(el, 'label')!.textContent).to.equal('绿地（市区）');
    await until(() => getComputedStyle(base(el)).borderLeftWidth !== '0px');
  });
});
