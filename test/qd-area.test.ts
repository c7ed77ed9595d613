import {expect, fixture, html} from '@open-wc/testing';
import {setViewport} from '@web/test-runner-commands';
import seed from '../seeds/qingdao-2024-h1.json';
import type {Area, Observation, Report} from '../src/schema.js';
import type {QdArea} from '../widgets/qd-area.js';
import '../widgets/qd-area.js';
import {
  anObservation,
  aReport,
  inState,
  isShown,
  listen,
  part,
  textOf,
  until,
  type Told,
} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';

async function anArea(area: string, attributes: Record<string, string> = {}): Promise<QdArea> {
  const el = document.createElement('qd-area');
  for (const [name, value] of Object.entries({report: REPORT, area, locale: 'zh-CN', ...attributes})) {
    el.setAttribute(name, value);
  }
  const parent = await fixture(html`<div></div>`);
  parent.append(el);
  await inState(el, 'ready');
  await settled(el);
  return el;
}

const all = (el: Element, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const cards = (el: Element) => all(el, '[part="card"]');
const settled = (el: Element) =>
  until(() => cards(el).every((card) => card.getAttribute('state') === 'ready'), 'all cards are ready');
const headings = (el: Element) =>
  all(el, '[role="heading"]').map((heading) => [
    heading.getAttribute('aria-level'),
    heading.textContent.replace(/\s+/g, ''),
  ]);

function anAreaReport(observations: Array<Partial<Observation>>, overrides: Partial<Area> = {}): Report {
  const area: Area = {
    id: 'green',
    number: '1.3',
    title: {'zh-CN': '聚焦绿化改革,建设公园城市', en: 'Greening: towards a city of parks'},
    items: [
      {
        id: 'parks',
        number: '1.3.1',
        title: {'zh-CN': '新建公园', en: 'New parks'},
        quote: '一是新建公园。',
        start: 90,
        end: 97,
      },
    ],
    ...overrides,
  };
  return aReport({
    areas: [area],
    observations: observations.map((observation) =>
      anObservation({area: 'green', item: 'parks', ...observation}),
    ),
  });
}

async function ofReport(report: Report, attributes: Record<string, string> = {}): Promise<QdArea> {
  const el = await fixture<QdArea>(html`<qd-area area="green" locale="zh-CN"></qd-area>`);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  el.report = report;
  await inState(el, 'ready');
  await settled(el);
  return el;
}

const leadsOf = (el: Element) => all(el, '.wide').map((cell) => cell.dataset['indicator']);

describe('<qd-area>', () => {
  let told: Told;
  beforeEach(async () => {
    told = listen();
    await setViewport({width: 1280, height: 800});
  });
  afterEach(async () => {
    told.stop();
    history.replaceState(null, '', location.href.replace(/#.*$/, ''));
    await setViewport({width: 800, height: 600});
  });

  for (const {id, items} of seed.areas) {
    it(`shows every item and every figure of ${id}, with its text and its source`, async () => {
      const el = await anArea(id);
      const figures = seed.observations.filter(({area}) => area === id);
      const shown = [
        ...cards(el).map((card) => card.getAttribute('indicator')),
        ...all(el, '.place').map((place) => {
          const of = place.closest<HTMLElement>('.cell')!.dataset['indicator'];
          return `${of}-rank`;
        }),
      ];
      expect(shown).to.have.members(figures.map(({indicator}) => indicator));
      const text = textOf(el);
      for (const {title, quote} of items) {
        expect(text).to.include(title['zh-CN']);
        expect(all(el, '[part="quote"]').map((p) => p.textContent.trim().length)).to.include(quote.length);
      }
      for (const card of cards(el)) {
        expect(
          card.shadowRoot!.querySelectorAll('[part="source"]'),
          card.getAttribute('indicator')!,
        ).to.have.length(1);
      }
      expect(told.codes()).to.deep.equal([]);
      await expect(el).to.be.accessible();
    });
  }

  it('heads the area with its number, its name and its aim, and the items one level below', async () => {
    const el = await anArea('coordination', {'heading-level': '2'});
    expect(headings(el)).to.deep.equal([
      ['2', '（一）体制机制改革'],
      ['3', '加大数字青岛统筹力度'],
      ['3', '统筹政务信息化项目建设'],
      ['3', '文件'],
    ]);
    expect(el.shadowRoot!.querySelector('.aim')!.textContent).to.equal('持续强化数字青岛统筹');
    el.locale = 'en';
    await until(() => headings(el)[0]![1] === '1Institutionalreform');
    expect(el.shadowRoot!.querySelector('.aim')!.textContent).to.equal(
      'strengthening the coordination of Digital Qingdao',
    );
    await settled(el);
    await expect(el).to.be.accessible();
  });

  it('folds the text of an item, and opens it where there are no figures to show instead', async () => {
    const el = await anArea('digital-government');
    const quotes = all(el, '[part="quote"]').map((quote) => [
      quote.textContent.trim().slice(0, 6),
      quote.closest('details')?.open ?? true,
    ]);
    expect(quotes).to.deep.equal([
      ['一是持续深化', false],
      ['二是持续提升', false],
      ['三是持续强化', false],
      ['四是探索大模', true],
      ['五是持续打造', false],
    ]);
    el.shadowRoot!.querySelector('summary')!.click();
    expect(part(el, 'quote')!.closest('details')!.open).to.be.true;
    expect(part(el, 'quote')!.lang).to.equal('zh-CN');
  });

  describe('the figure that leads', () => {
    const bundled: Array<[area: string, leads: string[]]> = [
      ['coordination', ['tasks-implemented']],
      ['data-elements', ['data-exchange-turnover', 'data-resource-calls']],
      ['digital-government', ['shandongtong-apps']],
      ['digital-society', ['mutual-recognition-times']],
      ['digital-infrastructure', ['video-feeds']],
    ];
    for (const [area, leads] of bundled) {
      it(`of ${area} is ${leads.join(', ')}`, async () => {
        expect(leadsOf(await anArea(area))).to.deep.equal(leads);
      });
    }

    const three = [
      {indicator: 'small', printed: '30个', value: '30'},
      {indicator: 'large', printed: '2万个', value: '2', scale: 4},
      {indicator: 'middle', printed: '400个', value: '400'},
    ];

    it('is the largest in base units, and comes first', async () => {
      const el = await ofReport(anAreaReport(three));
      expect(cards(el).map((card) => card.getAttribute('indicator'))).to.deep.equal([
        'large',
        'small',
        'middle',
      ]);
      expect(leadsOf(el)).to.deep.equal(['large']);
    });

    it('is the one that an editor names', async () => {
      const el = await ofReport(anAreaReport(three), {leads: 'no-such middle'});
      expect(leadsOf(el)).to.deep.equal(['middle']);
      el.leads = 'small';
      await el.updateComplete;
      expect(leadsOf(el)).to.deep.equal(['small']);
    });

    it('is drawn wider, with a larger numeral', async () => {
      const el = await ofReport(anAreaReport(three));
      const [lead, next] = cards(el);
      expect(lead!.offsetWidth).to.be.above(next!.offsetWidth * 1.8);
      const size = (card: HTMLElement) => parseFloat(getComputedStyle(part(card, 'figure')!).fontSize);
      expect(size(lead!)).to.be.above(size(next!));
    });
  });

  it('hangs the rank that the same sentence states on the card of its figure, with its own source', async () => {
    const el = await anArea('digital-government');
    const place = part(el, 'place')!;
    expect(place.closest<HTMLElement>('.cell')!.dataset['indicator']).to.equal('shandongtong-apps');
    expect(place.textContent.replace(/\s+/g, '')).to.equal('全省首位');
    const button = place.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('接入“山东通”应用数量全省位次 全省 首位，出处');
    button.click();
    await until(() => el.shadowRoot!.querySelector('.pop'));
    expect(el.shadowRoot!.querySelector('.pop mark')!.textContent).to.include('首位');
  });

  it('draws shares as bars, and those of one item side by side', async () => {
    const el = await anArea('data-elements');
    const bars = cards(el).filter(({localName}) => localName === 'qd-progress');
    expect(bars.map((bar) => bar.getAttribute('indicator'))).to.deep.equal([
      'rubber-industry-data-share',
      'ocean-data-share',
    ]);
    const [first, second] = bars.map((bar) => bar.getBoundingClientRect());
    expect(first!.top).to.equal(second!.top);
    // WebKit shares out a fraction of a pixel.
    expect(first!.width).to.be.closeTo(second!.width, 0.1);
  });

  it('shows a share that is no part of a hundred as a card', async () => {
    const el = await ofReport(
      anAreaReport([{indicator: 'growth', kind: 'share', printed: '130%', value: '130', unit: '%'}]),
    );
    expect(cards(el).map(({localName}) => localName)).to.deep.equal(['qd-metric']);
  });

  it('lists the documents of the area with their verb; a title opens its sentence', async () => {
    const el = await anArea('coordination');
    const rows = all(el, '[part="documents"] li').map((row) => row.textContent.replace(/\s+/g, ''));
    expect(rows).to.deep.equal([
      '编制《数字青岛2024年行动方案》',
      '印发《2024年青岛市数字化转型专项工作方案》',
      '发布《2024年数字青岛开放场景清单》',
      '出台《关于加强政务信息化项目建设统筹的实施方案》',
    ]);
    el.shadowRoot!.querySelector<HTMLElement>('[part="documents"] button')!.click();
    await until(() => el.shadowRoot!.querySelector('.pop'));
    expect(textOf(el.shadowRoot!.querySelector('.pop')!)).to.include('高标准编制《数字青岛2024年行动方案》');
  });

  it('shows figures that belong to no item before the items', async () => {
    const report = anAreaReport([{indicator: 'parks'}, {indicator: 'trees', item: undefined}]);
    const el = await ofReport(report);
    expect(cards(el).map((card) => card.getAttribute('indicator'))).to.deep.equal(['trees', 'parks']);
  });

  it('says how many figures have no card when there are very many', async () => {
    const report = anAreaReport(
      Array.from({length: 250}, (_, at) => ({indicator: `figure-${at}`, printed: `${at}个`, value: `${at}`})),
    );
    const el = await ofReport(report);
    expect(cards(el)).to.have.length(240);
    expect(textOf(el)).to.include('另有10个数字没有列成卡片');
  });

  const titles: Array<[given: string, name: string, aim: string | undefined]> = [
    ['聚焦绿化改革,建设公园城市', '绿化改革', '建设公园城市'],
    ['绿化改革，建设公园城市，造福市民', '绿化改革', '建设公园城市，造福市民'],
    ['绿化', '绿化', undefined],
    ['聚焦', '聚焦', undefined],
  ];
  for (const [given, name, aim] of titles) {
    it(`parts the title ${given}`, async () => {
      const el = await ofReport(anAreaReport([{}], {title: {'zh-CN': given}}));
      expect(el.shadowRoot!.querySelector('.name')!.textContent).to.equal(name);
      expect(el.shadowRoot!.querySelector('.aim')?.textContent).to.equal(aim);
      expect(textOf(el)).to.match(/^（三）/);
    });
  }

  it('refuses an area that the report does not have, and names the attribute and what there is', async () => {
    const el = document.createElement('qd-area');
    for (const [name, value] of Object.entries({report: REPORT, area: 'data-element', locale: 'zh-CN'})) {
      el.setAttribute(name, value);
    }
    (await fixture(html`<div></div>`)).append(el);
    await inState(el, 'error');
    expect(told.codes()).to.deep.equal(['unknown-indicator']);
    expect(textOf(el))
      .to.include('没有工作领域“data-element”')
      .and.to.include('area 属性')
      .and.to.include('data-elements');
    await expect(el).to.be.accessible();
    el.setAttribute('area', 'data-elements');
    await inState(el, 'ready');
    el.removeAttribute('area');
    await inState(el, 'error');
    expect(textOf(el)).to.include('加上 area="…"');
  });

  it('falls back to its children while it has no data', async () => {
    const el = await fixture<QdArea>(html`<qd-area report=${REPORT} area="no-such"><b>正文</b></qd-area>`);
    await inState(el, 'error');
    expect(isShown(el.querySelector('b'))).to.be.true;
    el.area = 'coordination';
    await inState(el, 'ready');
    expect(isShown(el.querySelector('b'))).to.be.false;
  });

  it('says once that it is ready, however many cards it has', async () => {
    const el = await anArea('data-elements');
    expect(told.ready.map(({target, detail}) => [target, detail])).to.deep.equal([
      [el, {report: REPORT, area: 'data-elements'}],
    ]);
  });

  it('shows what is given to stand below the items', async () => {
    const el = await anArea('coordination');
    const more = document.createElement('p');
    more.slot = 'more';
    more.textContent = '图';
    el.append(more);
    expect(isShown(more)).to.be.true;
  });

  it('brings the card of the page’s address into view and marks it', async () => {
    location.hash = '#public-data-scenarios';
    const el = await anArea('data-elements');
    const [target] = all(el, '.target');
    expect(target!.dataset['indicator']).to.equal('public-data-scenarios');
    await until(() => {
      const {top, bottom} = target!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, 'the card is in view');
    location.hash = '#data-merchants-agencies';
    await until(() => all(el, '.target')[0]?.dataset['indicator'] === 'data-merchants-agencies');
  });

  it('leaves the address to an element of the page that has that id', async () => {
    const own = await fixture(html`<p id="public-data-scenarios"></p>`);
    location.hash = '#public-data-scenarios';
    const el = await anArea('data-elements');
    expect(own.isConnected).to.be.true;
    expect(all(el, '.target')).to.be.empty;
  });

  for (const width of [320, 768, 1280]) {
    it(`keeps everything within a window of ${width} pixels`, async () => {
      await setViewport({width, height: 800});
      const el = await anArea('data-elements', {text: 'large'});
      for (const cell of all(el, '.cell, .documents, .rail')) {
        expect(cell.getBoundingClientRect().right, cell.className).to.be.at.most(width);
      }
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
  }
});
