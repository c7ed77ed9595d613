import {expect, fixture, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import type {QdMetric} from '../widgets/qd-metric.js';
import '../widgets/qd-metric.js';
import '../widgets/qd-report.js';
import {
  anObservation,
  aReport,
  asBefore,
  base,
  inState,
  listen,
  part,
  textOf,
  until,
  type Told,
} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const figure = (el: Element) => part(el, 'figure');
const button = (el: Element) => el.shadowRoot!.querySelector('button');
const noteOf = (el: Element) => part(el, 'note')?.textContent.replace(/\s/g, ' ');

async function aMetric(indicator: string, attributes: Record<string, string> = {}): Promise<QdMetric> {
  const el = document.createElement('qd-metric');
  for (const [name, value] of Object.entries({report: REPORT, indicator, ...attributes})) {
    el.setAttribute(name, value);
  }
  const parent = await fixture(html`<div></div>`);
  parent.append(el);
  return inState(el, 'ready');
}

async function aTyped(attributes: Record<string, string>, state: 'ready' | 'absent' = 'ready') {
  const el = document.createElement('qd-metric');
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  const parent = await fixture(html`<div lang=${attributes['locale'] ?? 'zh-CN'}></div>`);
  parent.append(el);
  return inState(el, state);
}

describe('<qd-metric>', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(() => told.stop());

  it('shows all 44 figures of the report exactly as printed', async () => {
    const {observations} = seed;
    expect(observations).to.have.length(44);
    const page = await fixture(
      html`<div lang="zh-CN">
        ${observations.map(({indicator}) => html`<qd-metric report=${REPORT} indicator=${indicator}></qd-metric>`)}
      </div>`,
    );
    const cards = [...page.querySelectorAll('qd-metric')];
    for (const card of cards) await inState(card, 'ready');
    expect(cards.map((card) => figure(card)!.textContent)).to.deep.equal(
      observations.map(({printed}) => printed),
    );
    expect(told.codes()).to.deep.equal([]);
  });

  describe('where nobody looks', () => {
    const isSkipped = (el: Element) => !figure(el)!.checkVisibility({contentVisibilityAuto: true});

    /** So many cards, the last far below the first, in the page before the script or after it. */
    async function farApart(count: number, {style = '', attributes = '', isBefore = true} = {}) {
      const page = await fixture(html`<div lang="zh-CN"></div>`);
      const cards = Array.from(
        {length: count},
        (_none, i) =>
          `${i === count - 1 ? '<div style="height: 9000px"></div>' : ''}<qd-metric report="${REPORT}" indicator="data-resource-calls" style="${style}" ${attributes}></qd-metric>`,
      ).join('');
      if (isBefore) asBefore('qd-metric', () => (page.innerHTML = cards));
      else page.innerHTML = cards;
      const all = [...page.querySelectorAll('qd-metric')];
      for (const card of all) await inState(card, 'ready');
      return {first: all[0]!, last: all.at(-1)!};
    }
    const held = (el: Element) => getComputedStyle(el).contentVisibility;

    beforeEach(function () {
      // What a browser skips it says itself; others may lay it out.
      if (!navigator.userAgent.includes('Chrome/')) this.skip();
    });

    it('is skipped by its tag, and so are few', async () => {
      const {first, last} = await farApart(2);
      await until(() => isSkipped(last), 'skipped');
      expect(isSkipped(first)).to.equal(false);
      expect(held(last)).to.equal('auto');
    });

    it('is skipped by itself where it is one of many that stood in the page, whose tags would all be compared', async () => {
      const {first, last} = await farApart(150);
      await until(() => isSkipped(last), 'skipped');
      expect(isSkipped(first)).to.equal(false);
      expect([held(first), held(last), held(base(last)!)]).to.deep.equal(['auto', 'visible', 'auto']);
    });

    it('is skipped by its tag also as one of many, where it came after the script', async () => {
      const {first, last} = await farApart(150, {isBefore: false});
      await until(() => isSkipped(last), 'skipped');
      expect([held(first), held(last), held(base(last)!)]).to.deep.equal(['auto', 'auto', 'visible']);
    });

    for (const attributes of ['change', 'theme="dark"', 'stale']) {
      it(`is skipped by itself also with ${attributes}, for which it puts on more styles`, async () => {
        const {first, last} = await farApart(150, {attributes});
        await until(() => isSkipped(last), 'skipped');
        expect([held(first), held(last), held(base(last)!)]).to.deep.equal(['auto', 'visible', 'auto']);
      });
    }

    it('is not skipped on the lines of a grid around it', async () => {
      const {last} = await farApart(150, {style: '--qd-display: grid; content-visibility: visible'});
      await until(() => figure(last)!.textContent === '921.61亿次');
      expect(isSkipped(last)).to.equal(false);
    });
  });

  describe('when it changes', () => {
    const change = async (el: QdMetric, properties: Partial<QdMetric>) => {
      Object.assign(el, properties);
      await el.updateComplete;
    };
    const bases = (el: QdMetric) => el.shadowRoot!.querySelectorAll('[part="base"]').length;

    it('keeps its button, and the focus of who stands there', async () => {
      const el = await aMetric('data-resource-calls');
      const kept = button(el)!;
      kept.focus();
      await change(el, {indicator: 'smart-city-rank', theme: 'light'});
      expect(figure(el)!.textContent).to.equal('第9位');
      expect(el.shadowRoot!.activeElement === kept, 'focus').to.be.true;
      expect(kept.getAttribute('aria-label')).to.include(part(el, 'label')!.textContent);
      await change(el, {label: '名次'});
      expect(kept.getAttribute('aria-label')).to.equal('名次，出处');
    });

    it('has the note of its figure, and none where there is none', async () => {
      const el = await aMetric('data-resource-calls');
      for (const [indicator, note] of [
        ['data-resource-calls', '2024年以来'],
        ['tasks-implemented', undefined],
        ['data-resource-calls', '2024年以来'],
      ] as const) {
        await change(el, {indicator});
        expect(noteOf(el), indicator).to.equal(note);
        expect(el.shadowRoot!.querySelectorAll('.note').length).to.equal(note ? 1 : 0);
      }
    });

    it('puts its note beside what is added, and back', async () => {
      const el = await aMetric('data-resource-calls');
      for (const stale of [true, false, true]) {
        await change(el, {stale});
        await until(() => textOf(el).includes('数字待更新') === stale);
        expect(textOf(el).match(/2024年以来/g), `${stale}`).to.have.length(1);
        expect(bases(el)).to.equal(1);
      }
    });

    it('goes from a figure to a fault and back, from a card into a sentence and back', async () => {
      const el = await aMetric('data-resource-calls');
      el.indicator = 'no-such' as never;
      await inState(el, 'error');
      expect(bases(el)).to.equal(1);
      expect(figure(el)).to.equal(null);
      el.indicator = 'data-resource-calls';
      await inState(el, 'ready');
      for (const variant of ['inline', 'card', 'tile', 'inline', 'card'] as const) {
        await change(el, {variant});
        await until(() => base(el).classList.contains(variant));
        expect(bases(el), variant).to.equal(1);
        expect(figure(el)!.textContent).to.equal('921.61亿次');
        expect(figure(el)!.localName).to.equal(variant === 'inline' ? 'span' : 'p');
      }
    });

    it('has a button once a report stands behind it, and none where it is typed', async () => {
      const el = await aTyped({label: '公园', value: '12', unit: '个'});
      expect(button(el)).to.equal(null);
      await change(el, {report: REPORT, indicator: 'data-resource-calls', label: null});
      await inState(el, 'ready');
      await until(() => button(el));
      expect(button(el)!.getAttribute('aria-label')).to.equal('数据资源调用，出处');
      await change(el, {report: null, indicator: null});
      await until(() => !button(el));
      expect(textOf(el)).to.include('12个');
    });
  });

  describe('in English', () => {
    const cases: Array<[indicator: string, shown: string, spoken: string]> = [
      ['data-resource-calls', '92.161 billion calls', '92.161 billion calls'],
      ['data-exchange-turnover', 'over ¥92 million', 'over 92 million yuan'],
      ['rubber-industry-data-share', 'at least 30%', 'at least 30 percent'],
      ['video-feeds', 'nearly 300,000 feeds', 'nearly 300,000 feeds'],
      ['kaos-industrial-data', '26 PB', '26 petabytes'],
      ['smart-city-rank', '9th', 'ranked 9th'],
      ['digital-gov-tier', '1st tier', '1st tier'],
      ['gov-service-capability-rating', 'Very high', 'Very high'],
    ];
    for (const [indicator, shown, spoken] of cases) {
      it(`shows ${shown} and says ${spoken}`, async () => {
        const el = await aMetric(indicator, {locale: 'en'});
        expect(figure(el)!.textContent).to.equal(shown);
        expect(figure(el)!.getAttribute('role')).to.equal(shown === spoken ? null : 'img');
        expect(figure(el)!.getAttribute('aria-label')).to.equal(shown === spoken ? null : spoken);
        expect(base(el).lang).to.equal('en');
      });
    }
  });

  it('shows the label, the figure and one button that names what it proves', async () => {
    const el = await aMetric('data-resource-calls');
    expect(textOf(el)).to.equal('数据资源调用 921.61亿次 2024年以来 出处');
    expect(button(el)!.getAttribute('aria-label')).to.equal('数据资源调用，出处');
    expect(button(el)!.getAttribute('aria-haspopup')).to.equal('dialog');
    expect(button(el)!.getAttribute('aria-expanded')).to.equal('false');
    expect(el.shadowRoot!.querySelectorAll('button')).to.have.length(1);
    expect(getComputedStyle(el).display).to.equal('flow-root');
    await expect(el).to.be.accessible();
  });

  it('splits the figure into parts that a page can style', async () => {
    const el = await aMetric('data-exchange-turnover');
    const text = (name: string) => part(el, name)!.textContent;
    expect([text('qualifier'), text('value'), text('scale'), text('unit')]).to.deep.equal([
      '超',
      '9200',
      '万',
      '元',
    ]);
  });

  for (const variant of ['card', 'tile', 'hero']) {
    it(`draws the variant ${variant} as a block with label, figure and source`, async () => {
      const el = await aMetric('smart-communities', {variant});
      expect(textOf(el)).to.equal('建成智慧社区 超过400个 累计 出处');
      expect(getComputedStyle(el).display).to.equal('flow-root');
      expect(base(el).classList.contains(variant)).to.be.true;
      await expect(el).to.be.accessible();
    });
  }

  it('draws the figure of a hero larger than that of a card, and of a tile smaller', async () => {
    const sizes: number[] = [];
    for (const variant of ['tile', 'card', 'hero']) {
      const el = await aMetric('departments-served', {variant, style: 'width: 700px'});
      sizes.push(parseFloat(getComputedStyle(figure(el)!).fontSize));
    }
    expect(sizes[0]).to.be.below(sizes[1]!);
    expect(sizes[1]).to.be.below(sizes[2]!);
  });

  it('takes an unknown variant as a card', async () => {
    const el = await aMetric('smart-communities', {variant: 'poster'});
    expect(base(el).classList.contains('card')).to.be.true;
  });

  describe('inline', () => {
    it('stands in a sentence as a button named by the figure: the sentence around says what it is', async () => {
      const el = await aMetric('data-resource-calls', {variant: 'inline'});
      expect(textOf(el)).to.equal('921.61亿次');
      expect(button(el)!.getAttribute('aria-label')).to.equal('921.61亿次，出处');
      expect(getComputedStyle(el).display).to.equal('inline');
      await expect(el).to.be.accessible();
    });

    it('does so also when the variant is set as a property', async () => {
      const el = await aMetric('data-resource-calls');
      el.variant = 'inline';
      await until(() => base(el).classList.contains('inline'));
      expect(getComputedStyle(el).display).to.equal('inline');
    });

    it('takes type and colour of the sentence around', async () => {
      const el = await aMetric('data-resource-calls', {variant: 'inline'});
      el.parentElement!.style.cssText = 'font-size: 31px; color: rgb(1, 2, 3)';
      const {fontSize, color} = getComputedStyle(part(el, 'value')!);
      expect(fontSize).to.equal('31px');
      expect(color).to.equal('rgb(1, 2, 3)');
    });

    it('shows a typed figure without a button', async () => {
      const el = await aTyped({variant: 'inline', value: '30', unit: '万路', qualifier: '近'});
      expect(textOf(el)).to.equal('近30万路');
      expect(button(el)).to.equal(null);
    });

    it('keeps its fallback in the line of the sentence', async () => {
      const page = await fixture(
        html`<p lang="zh-CN">
          <i>calls</i> <qd-metric variant="inline" report=${REPORT} indicator="no-such"><b>many</b></qd-metric
          >次。
        </p>`,
      );
      const el = await inState(page.querySelector('qd-metric')!, 'error');
      const fallback = el.querySelector('b')!;
      // By the boxes around it, not by where it stands: the bundled browser may have no letters at all.
      for (let around = fallback.assignedSlot!.parentElement; around; around = around.parentElement) {
        expect(getComputedStyle(around).display).to.equal('inline');
      }
      expect(getComputedStyle(el).display).to.equal('inline');
    });
  });

  describe('note', () => {
    const cases: Array<[indicator: string, chinese: string, english: string]> = [
      ['data-resource-calls', '2024年以来', 'Since 2024'],
      ['departments-served', '累计', 'Cumulative'],
      ['digital-gov-tier', '全国城市 · 共333个', 'cities nationwide · 333 in all'],
      [
        'smart-city-rank',
        '中国新型智慧城市（SMILE指数）百强排名 · 共100',
        'China New-Type Smart Cities Top 100 (SMILE Index) · 100 in all',
      ],
      ['shandongtong-apps-rank', '全省', 'Shandong Province'],
    ];
    for (const [indicator, chinese, english] of cases) {
      it(`says of ${indicator}: ${chinese}`, async () => {
        const el = await aMetric(indicator, {locale: 'zh-CN'});
        expect(noteOf(el)).to.equal(chinese);
        el.locale = 'en';
        await until(() => noteOf(el) === english, `note in English: ${textOf(el)}`);
      });
    }

    it('is not there where the report says neither basis nor whole', async () => {
      const el = await aMetric('tasks-implemented');
      expect(part(el, 'note')).to.equal(null);
    });

    const dates: Array<[basis: string, chinese: string, english: string]> = [
      ['since-2024-05', '2024年5月以来', 'Since May 2024'],
      ['since-2024-11-03', '2024年11月3日以来', 'Since 3 November 2024'],
      ['year-to-date', '本年累计', 'Year to date'],
      ['point', '时点数', 'At a point in time'],
    ];
    for (const [basis, chinese, english] of dates) {
      it(`puts the basis ${basis} in words`, async () => {
        const el = await fixture<QdMetric>(html`<qd-metric indicator="parks" locale="zh-CN"></qd-metric>`);
        el.report = aReport({observations: [anObservation({basis})]});
        await inState(el, 'ready');
        expect(noteOf(el)).to.equal(chinese);
        el.locale = 'en';
        await until(() => noteOf(el) === english);
      });
    }
  });

  it('shows a label of its own where the tag has one, and the report’s again without', async () => {
    const el = await aMetric('data-resource-calls', {label: '调用量(次)'});
    expect(part(el, 'label')!.textContent).to.equal('调用量（次）');
    expect(button(el)!.getAttribute('aria-label')).to.equal('调用量（次），出处');
    el.removeAttribute('label');
    await el.updateComplete;
    expect(part(el, 'label')!.textContent).to.equal('数据资源调用');
  });

  it('says of a stale figure that a newer one is awaited', async () => {
    const el = await aMetric('data-resource-calls', {stale: ''});
    await until(() => textOf(el).includes('数字待更新'));
    expect(figure(el)!.textContent).to.equal('921.61亿次');
    await expect(el).to.be.accessible();
    el.locale = 'en';
    await until(() => textOf(el).includes('Figure to be updated'));
    el.stale = false;
    await el.updateComplete;
    expect(textOf(el)).not.to.include('Figure to be updated');
  });

  it('draws a box around a framed card, also when set as a property', async () => {
    const el = await aMetric('data-resource-calls');
    expect(getComputedStyle(base(el)).borderLeftWidth).to.equal('0px');
    el.framed = true;
    await until(() => getComputedStyle(base(el)).borderLeftWidth !== '0px');
    expect(el.hasAttribute('framed')).to.be.true;
    await expect(el).to.be.accessible();
  });

  it('shows the new figure when the indicator changes', async () => {
    const el = await aMetric('data-resource-calls');
    el.setAttribute('indicator', 'departments-served');
    await until(() => figure(el)?.textContent === '182个');
    expect(textOf(el)).to.equal('支撑用数需求的部门 182个 累计 出处');
  });

  it('is absent, with a dash and a reason, for an indicator known from other periods only', async () => {
    const series = [
      {
        indicator: 'ponds',
        period: '2029',
        printed: '3个',
        value: '3',
        scale: 0,
        unit: '个',
        source: {url: 'https://parks.example/'},
      },
    ];
    const el = await fixture<QdMetric>(
      html`<qd-metric indicator="ponds" locale="zh-CN" label="池塘"></qd-metric>`,
    );
    el.report = aReport({series});
    await inState(el, 'absent');
    expect(textOf(el)).to.equal('池塘 — 报告未给出这个数字');
    expect(told.codes()).to.deep.equal([]);
    await expect(el).to.be.accessible();
  });

  it('shows a true zero', async () => {
    const el = await fixture<QdMetric>(html`<qd-metric indicator="parks" locale="zh-CN"></qd-metric>`);
    el.report = aReport({observations: [anObservation({printed: '0个', value: '0'})]});
    await inState(el, 'ready');
    expect(figure(el)!.textContent).to.equal('0个');
  });

  it('says a minus sign in words', async () => {
    const el = await fixture<QdMetric>(html`<qd-metric indicator="parks" locale="zh-CN"></qd-metric>`);
    el.report = aReport({observations: [anObservation({printed: '-3.2%', value: '-3.2', unit: '%'})]});
    await inState(el, 'ready');
    expect(figure(el)!.textContent).to.equal('-3.2%');
    expect(figure(el)!.getAttribute('role')).to.equal('img');
    expect(figure(el)!.getAttribute('aria-label')).to.equal('负3.2%');
  });

  describe('qd-ready', () => {
    it('comes once, with the report and the indicator, and crosses shadow roots', async () => {
      const el = await aMetric('data-resource-calls');
      expect(told.ready).to.have.length(1);
      const [event] = told.ready;
      expect(event!.target).to.equal(el);
      expect(event!.composed && event!.bubbles).to.be.true;
      expect(event!.detail).to.deep.equal({report: REPORT, indicator: 'data-resource-calls'});
    });

    it('comes again for another figure, not for another language or a redrawing', async () => {
      const el = await aMetric('data-resource-calls');
      el.locale = 'en';
      await until(() => base(el).lang === 'en');
      el.requestUpdate();
      await el.updateComplete;
      expect(told.ready).to.have.length(1);
      el.indicator = 'departments-served';
      await until(() => told.ready.length === 2);
      expect(told.ready[1]!.detail.indicator).to.equal('departments-served');
    });

    it('comes once for a typed figure, however often it is redrawn', async () => {
      const el = await aTyped({label: '公园', value: '12', unit: '个'});
      expect(told.ready).to.have.length(1);
      for (let i = 0; i < 3; i++) {
        el.contextChanged();
        await el.updateComplete;
      }
      expect(told.ready).to.have.length(1);
      el.value = '13';
      await el.updateComplete;
      expect(told.ready).to.have.length(2);
    });
  });

  describe('typed by hand', () => {
    const cases: Array<[shown: string, attributes: Record<string, string>]> = [
      ['921.61亿次', {value: '921.61', scale: '亿', unit: '次'}],
      ['921.61亿次', {value: '921.61', scale: '8', unit: '次'}],
      ['超9200万元', {value: '9200', scale: '万', unit: '元', qualifier: '超'}],
      ['超9200万元', {value: '9200', scale: '4', unit: '元', qualifier: 'over'}],
      ['1.1万亿条', {value: '1.1', scale: '万亿', unit: '条'}],
      ['30%以上', {value: '30', unit: '%', qualifier: '以上'}],
      ['约25%', {value: '25', unit: '%', qualifier: 'about'}],
      ['6.0%', {value: '6.0', unit: '%'}],
      ['0个', {value: '0', unit: '个'}],
      ['非常高', {value: '非常高'}],
      ['12', {value: '12'}],
    ];
    for (const [shown, attributes] of cases) {
      it(`shows ${JSON.stringify(attributes)} as ${shown}`, async () => {
        const el = await aTyped({label: '指标', ...attributes});
        expect(figure(el)!.textContent).to.equal(shown);
      });
    }

    it('says that no report stands behind it, and offers no source', async () => {
      const el = await aTyped({label: '数据资源调用', value: '921.61', scale: '亿', unit: '次'});
      expect(textOf(el)).to.equal('数据资源调用 921.61亿次 未附报告出处');
      expect(button(el)).to.equal(null);
      await expect(el).to.be.accessible();
      el.locale = 'en';
      await until(() => textOf(el).includes('No report given as source'));
      expect(figure(el)!.textContent).to.equal('92.161 billion times');
    });

    it('is absent, with a dash, without a number', async () => {
      const el = await aTyped({label: '数据资源调用', value: ' '}, 'absent');
      expect(textOf(el)).to.match(/^数据资源调用 — /);
      expect(figure(el)).to.equal(null);
      await expect(el).to.be.accessible();
      el.value = '5';
      await inState(el, 'ready');
      expect(figure(el)!.textContent).to.equal('5');
    });

    it('takes numbers set as properties', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric locale="zh-CN"></qd-metric>`);
      Object.assign(el, {label: 2024, value: 0, scale: 4, unit: '个'});
      await inState(el, 'ready');
      expect(part(el, 'label')!.textContent).to.equal('2024');
      expect(figure(el)!.textContent).to.equal('0万个');
    });

    it('ignores a report around it that cannot be had', async () => {
      const page = await fixture(
        html`<qd-report report="no-such"
          ><qd-metric label="公园" value="12" unit="个"></qd-metric
        ></qd-report>`,
      );
      const el = await inState(page.querySelector('qd-metric')!, 'ready');
      expect(figure(el)!.textContent).to.equal('12个');
    });

    it('follows its attributes', async () => {
      const el = await aTyped({label: '公园', value: '12', unit: '个'});
      el.setAttribute('value', '13');
      el.setAttribute('unit', '座');
      el.setAttribute('qualifier', '近');
      await el.updateComplete;
      expect(figure(el)!.textContent).to.equal('近13座');
      el.label = '花园';
      await el.updateComplete;
      expect(part(el, 'label')!.textContent).to.equal('花园');
    });
  });

  it('follows an indicator with its report where both a report and a typed value are given', async () => {
    const el = await aMetric('departments-served', {value: '1', unit: '个'});
    expect(figure(el)!.textContent).to.equal('182个');
    expect(button(el)).not.to.equal(null);
  });

  describe('costs a page', () => {
    /** All nodes of a card with its fallback text, without the white space of a source that was not minified. */
    function nodesOf(node: Node): number {
      const isBlank = node.nodeType === Node.TEXT_NODE && !(node as Text).data.trim();
      const root = (node as Element).shadowRoot;
      return [...node.childNodes, ...(root ? root.childNodes : [])].reduce(
        (sum, child) => sum + nodesOf(child),
        isBlank ? 0 : 1,
      );
    }

    const optional = '[part=qualifier], [part=scale], [part=unit], [part=note]';
    for (const indicator of ['data-exchange-turnover', 'data-resource-calls', 'digital-gov-tier']) {
      it(`at most 16 nodes and two for each optional part: ${indicator}`, async () => {
        const el = await aMetric(indicator);
        el.append('超9200万元');
        const parts = el.shadowRoot!.querySelectorAll(optional).length;
        expect(nodesOf(el)).to.be.at.most(16 + 2 * parts);
      });
    }
  });
});
