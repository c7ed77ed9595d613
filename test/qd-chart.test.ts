import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import {Chart} from 'chart.js';
import {registerBundledReport} from '../src/report-registry.js';
import type {QdChart} from '../widgets/qd-chart.js';
import '../widgets/qd-chart.js';
import {
  anObservation,
  aReport,
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
const FOUR = 'rubber-industry-data public-data-records ningmengdou-industrial-data ocean-data-records';

const canvasOf = (el: Element) => el.shadowRoot!.querySelector('canvas');
const table = (el: Element) => part(el, 'table') as HTMLTableElement | null;
const isDrawn = (el: Element) => base(el)?.classList.contains('drawn');
/** Whether a sighted reader has the table before them; others have it always. */
const isTableSeen = (el: Element) => (table(el)?.parentElement!.getBoundingClientRect().width ?? 0) > 2;
const switches = (el: Element) => [...part(el, 'switch')!.querySelectorAll('button')];
const said = (el: Element) => el.shadowRoot!.querySelector('[role="status"]')!.textContent;
const rows = (el: Element) =>
  [...table(el)!.tBodies[0]!.rows].map((row) =>
    [...row.cells].slice(0, 2).map((cell) => cell.textContent.trim()),
  );

type Pixel = [red: number, green: number, blue: number, alpha: number];

function pixels(el: Element): Pixel[] {
  const {width, height} = canvasOf(el)!;
  const {data} = canvasOf(el)!.getContext('2d')!.getImageData(0, 0, width, height);
  return [...Array(width * height).keys()].map((i) => [...data.slice(i * 4, i * 4 + 4)] as Pixel);
}

/** How much of the canvas is painted, and in how many of its pixels a colour stands. */
const ink = (el: Element) => pixels(el).filter(([, , , alpha]) => alpha).length;
function mostOf(el: Element): string {
  const counts = new Map<string, number>();
  for (const [red, green, blue, alpha] of pixels(el)) {
    if (alpha === 255)
      counts.set(`${red},${green},${blue}`, (counts.get(`${red},${green},${blue}`) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Where the ink of a row of the chart ends, as a share of the canvas. */
function lengths(el: Element, count: number): number[] {
  const {width, height} = canvasOf(el)!;
  const all = pixels(el);
  return [...Array(count).keys()].map((row) => {
    const y = Math.floor(((row + 0.5) * height) / count);
    for (let x = width - 1; x > 3; x--) if (all[y * width + x]![3] > 200) return x / width;
    return 0;
  });
}

async function made(attributes: Record<string, string>, parent?: Element): Promise<QdChart> {
  const el = document.createElement('qd-chart');
  for (const [name, value] of Object.entries({report: REPORT, ...attributes})) el.setAttribute(name, value);
  (parent ?? (await fixture(html`<div lang="zh-CN"></div>`))).append(el);
  return el;
}

async function aChart(attributes: Record<string, string> = {}): Promise<QdChart> {
  const el = await inState(await made({indicators: FOUR, ...attributes}), 'ready');
  el.scrollIntoView();
  await until(() => isDrawn(el), 'drawn');
  return el;
}

/** Far below what can be seen. */
async function aFarOne(): Promise<QdChart> {
  const page = await fixture(html`<div lang="zh-CN" style="padding-top: 5000px"></div>`);
  return inState(await made({indicators: FOUR}, page), 'ready');
}

const share = (indicator: string, value: string) =>
  anObservation({
    indicator,
    label: {'zh-CN': indicator, en: indicator},
    kind: 'share',
    printed: `${value}%`,
    value,
    unit: '%',
    of: {label: {'zh-CN': '全市', en: 'the city'}},
  });

describe('<qd-chart>', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(async () => {
    told.stop();
    await setViewport({width: 800, height: 600});
  });

  it('shows several indicators side by side, each figure at its mark and in the table as printed', async () => {
    const el = await aChart();
    expect(part(el, 'label')!.textContent.trim()).to.equal(
      '四项数据的条数：“橡链云”平台汇聚橡胶行业数据居首',
    );
    expect(part(el, 'unit')!.textContent).to.equal('单位：亿条');
    const values = [...el.shadowRoot!.querySelectorAll('.value')].map((value) => value.textContent);
    expect(values).to.deep.equal(['11000', '2202', '320', '48']);
    expect(rows(el)).to.deep.equal([
      ['“橡链云”平台汇聚橡胶行业数据', '1.1万亿条 折算为11000亿条'],
      ['高质量公共数据条数', '2202亿条'],
      ['柠檬豆平台汇聚工业数据', '320亿条'],
      ['汇聚全球高质量海洋数据', '48亿条'],
    ]);
    expect(part(el, 'note')!.textContent).to.equal('1.1万亿条折算为11000亿条');
    expect(told.ready[0]!.detail).to.deep.equal({report: REPORT, indicators: FOUR.split(' ')});
    await expect(el).to.be.accessible();
  });

  it('draws bars whose lengths stand in the proportion of the figures, each value at the end of its bar', async () => {
    const el = await aChart({style: 'width: 700px'});
    const [first, second] = lengths(el, 4);
    expect(second! / first!).to.be.closeTo(2202 / 11000, 0.01);
    const box = canvasOf(el)!.getBoundingClientRect();
    el.shadowRoot!.querySelectorAll('.value').forEach((value, i) => {
      const {left, top, height} = value.getBoundingClientRect();
      if (i < 2) expect(left - box.left).to.be.closeTo(lengths(el, 4)[i]! * box.width, 3);
      expect(top + height / 2 - box.top).to.be.closeTo(((i + 0.5) * box.height) / 4, 2);
    });
  });

  for (const [width, where] of [
    [320, 'above'],
    [700, 'beside'],
  ] as const) {
    it(`has its labels ${where} the bars at ${width} px, with every value at its bar and nothing cut off`, async () => {
      const el = await aChart({style: `width: ${width}px`, locale: 'en'});
      await until(() => base(el).lang === 'en' && isDrawn(el));
      const names = [...el.shadowRoot!.querySelectorAll('.name')];
      const box = canvasOf(el)!.getBoundingClientRect();
      names.forEach((name, i) => {
        const label = name.querySelector('.label')!.getBoundingClientRect();
        const value = name.querySelector('.value')!.getBoundingClientRect();
        const middle = box.top + ((i + 0.5) * box.height) / names.length;
        expect(value.top + value.height / 2).to.be.closeTo(middle, 2);
        if (where === 'above') expect(label.bottom).to.be.at.most(value.top + 4);
        else expect(label.right).to.be.at.most(box.left);
        expect(value.right).to.be.at.most(el.getBoundingClientRect().right);
      });
      expect(document.documentElement.scrollWidth).to.be.at.most(window.innerWidth);
    });
  }

  it('shows one indicator over its periods, cited ones marked as such and linked', async () => {
    const el = await aChart({indicators: 'public-data-records', type: 'line'});
    expect([...el.shadowRoot!.querySelectorAll('.label')].map(textOf)).to.deep.equal([
      '2024年上半年',
      '2024年 引用',
      '2025年6月 引用',
    ]);
    switches(el)[1]!.click();
    await el.updateComplete;
    const links = [...table(el)!.querySelectorAll('a')];
    expect(links.map(({host, rel}) => `${host} ${rel}`)).to.deep.equal([
      'www.qingdao.gov.cn noopener',
      'news.qtv.com.cn noopener',
    ]);
    expect(links[0]!.textContent).to.equal('引自www.qingdao.gov.cn，2024年12月3日发布');
    expect(textOf(part(el, 'note')!)).to.equal('引用的数字来自其他公布，未与原文核对');
    await expect(el).to.be.accessible();
  });

  const kinds: Array<[type: string, indicators: string, form: string]> = [
    ['bar', 'public-data-records', 'rows'],
    ['line', 'public-data-records', 'columns'],
    ['line', FOUR, 'rows'],
    ['doughnut', 'ocean-data-share', 'ring'],
    ['pie', FOUR, 'rows'],
  ];
  for (const [type, indicators, form] of kinds) {
    it(`draws type="${type}" of ${indicators.split(' ').length} as ${form}`, async () => {
      const el = await aChart({type, indicators});
      expect(el.shadowRoot!.querySelector('.plot')!.classList.contains(form)).to.be.true;
      expect(ink(el)).to.be.above(200);
      await expect(el).to.be.accessible();
    });
  }

  it('draws several shares of one whole around a ring, with their names and the rest', async () => {
    const el = await made({type: 'doughnut', indicators: 'a b'});
    el.report = aReport({observations: [share('a', '50'), share('b', '25')]});
    await inState(el, 'ready');
    await until(() => isDrawn(el));
    expect([...el.shadowRoot!.querySelectorAll('.name')].map(textOf)).to.deep.equal(['a50%', 'b25%', '其余']);
    expect(part(el, 'label')!.textContent.trim()).to.equal('两项占全市的比重');
  });

  it('draws the end of a bar as the source hedges it', async () => {
    const ends: Array<['over' | 'nearly' | 'about' | undefined, string]> = [
      [undefined, '50个'],
      ['over', '超50个'],
      ['nearly', '近50个'],
      ['about', '约50个'],
    ];
    const el = await made({indicators: 'a b c d', style: 'width: 700px'});
    el.report = aReport({
      observations: ends.map(([qualifier, printed], i) =>
        anObservation({indicator: 'abcd'[i]!, printed, value: '50', ...(qualifier ? {qualifier} : {})}),
      ),
    });
    await inState(el, 'ready');
    await until(() => isDrawn(el));
    const {width, height} = canvasOf(el)!;
    const all = pixels(el);
    const em = 16 * devicePixelRatio;
    const alpha = (row: number, x: number) =>
      all[Math.floor(((row + 0.5) * height) / 4) * width + Math.round(x)]![3];
    const value = lengths(el, 4)[0]! * width;
    expect(alpha(0, value - em / 4)).to.equal(255);
    expect(alpha(0, value + em / 4)).to.equal(0);
    // An arrow beyond the value.
    expect(alpha(1, value + em)).to.equal(255);
    // A gap, then a tick at the value.
    expect(alpha(2, value - em / 4)).to.equal(0);
    expect(alpha(2, value - 1)).to.be.above(0);
    // Half strength at the value, and less beyond.
    expect(alpha(3, value)).to.be.within(96, 160);
    expect(alpha(3, value + em / 2)).to.be.within(32, 96);
  });

  describe('refuses', () => {
    const cases: Array<[what: string, attributes: Record<string, string>, message: RegExp]> = [
      [
        'different units, naming them',
        {indicators: 'kaos-industrial-data,public-data-volume'},
        /PB \(kaos-industrial-data\) ≠ TB \(public-data-volume\).*<qd-chart>/,
      ],
      [
        'a ring of what is no share',
        {indicators: 'public-data-records', type: 'doughnut'},
        /type="doughnut" ≠ count 2202亿条 \(public-data-records\)/,
      ],
    ];
    for (const [what, attributes, message] of cases) {
      it(`${what}, in words, in one event`, async () => {
        const el = await inState(await made(attributes), 'error');
        expect(told.codes()).to.deep.equal(['not-comparable']);
        expect(told.events[0]!.detail.message).to.match(message);
        expect(textOf(el)).to.match(message);
        expect(canvasOf(el)).to.equal(null);
        await expect(el).to.be.accessible();
        const english = await inState(await made({...attributes, locale: 'en'}), 'error');
        expect(textOf(english)).to.include('must not be compared').and.to.match(message);
      });
    }

    it('an unknown indicator, naming the attribute, and shows its children', async () => {
      const page = await fixture(
        html`<div lang="zh-CN">
          <qd-chart report=${REPORT} indicators="no-such"><b>后备</b></qd-chart>
        </div>`,
      );
      const el = await inState(page.querySelector('qd-chart')!, 'error');
      expect(isShown(el.querySelector('b'))).to.be.true;
      expect(told.codes()).to.deep.equal(['unknown-indicator']);
      expect(told.events[0]!.detail.message).to.include('indicators');
      el.setAttribute('indicators', 'public-data-records');
      await until(() => isDrawn(el));
      expect(isShown(el.querySelector('b'))).to.be.false;
    });
  });

  it('shows a single figure as a table, because a bar alone would measure nothing', async () => {
    const el = await inState(await made({indicators: 'cloud-brain-scenarios'}), 'ready');
    expect(canvasOf(el)).to.equal(null);
    expect(part(el, 'switch')).to.equal(null);
    expect(isTableSeen(el)).to.be.true;
    expect(rows(el)).to.deep.equal([['2024年上半年', '501项']]);
    expect(textOf(el)).to.include('未列入：2023年485个');
    await expect(el).to.be.accessible();
  });

  describe('the table', () => {
    it('has a caption and scopes, and is there for screen readers while the chart shows', async () => {
      const el = await aChart();
      expect(table(el)!.caption!.textContent.trim()).to.equal(part(el, 'label')!.textContent.trim());
      expect([...table(el)!.querySelectorAll('th')].map(({scope}) => scope).join(' ')).to.equal(
        'col col col row row row row',
      );
      expect(isTableSeen(el)).to.be.false;
      expect(getComputedStyle(table(el)!).display).to.equal('table');
      // Nothing in it can be reached by Tab while it cannot be seen.
      expect(table(el)!.querySelectorAll('a, button')).to.have.length(0);
    });

    it('takes the chart’s place at a click, and back', async () => {
      const el = await aChart();
      const [chart, toTable] = switches(el);
      expect([chart, toTable].map((button) => button!.getAttribute('aria-pressed'))).to.deep.equal([
        'true',
        'false',
      ]);
      toTable!.click();
      await el.updateComplete;
      expect([chart, toTable].map((button) => button!.getAttribute('aria-pressed'))).to.deep.equal([
        'false',
        'true',
      ]);
      expect(isTableSeen(el)).to.be.true;
      expect(isShown(canvasOf(el))).to.be.false;
      expect(table(el)!.querySelectorAll('button')).to.have.length(4);
      await expect(el).to.be.accessible();
      chart!.click();
      await el.updateComplete;
      expect(isShown(canvasOf(el))).to.be.true;
      await until(() => ink(el) > 200);
    });
  });

  it('opens the four sentences at one click, each with its figure marked', async () => {
    const el = await aChart();
    const button = el.shadowRoot!.querySelector<HTMLElement>('.bottom .source')!;
    expect(textOf(button)).to.equal('出处4处');
    button.click();
    await el.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const marks = [...el.shadowRoot!.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marks).to.deep.equal(['1.1万亿条', '2202亿条', '320亿条', '48亿条']);
    await expect(el).to.be.accessible();
    button.click();
    await el.updateComplete;
    expect(el.shadowRoot!.querySelector('mark')).to.equal(null);
  });

  describe('by keyboard', () => {
    it('reads the figures one by one', async () => {
      const el = await aChart({indicators: 'public-data-records'});
      canvasOf(el)!.focus();
      expect(el.shadowRoot!.activeElement).to.equal(canvasOf(el));
      const steps: Array<[key: string, words: string]> = [
        ['ArrowRight', '2024年上半年 2202亿条'],
        ['ArrowDown', '2024年 引用 超2240亿条'],
        ['End', '2025年6月 引用 超2400亿条'],
        ['ArrowRight', '2025年6月 引用 超2400亿条'],
        ['ArrowUp', '2024年 引用 超2240亿条'],
        ['Home', '2024年上半年 2202亿条'],
        ['ArrowLeft', '2024年上半年 2202亿条'],
        ['Escape', ''],
      ];
      for (const [press, words] of steps) {
        await sendKeys({press});
        await el.updateComplete;
        expect(said(el)).to.equal(words);
        const current = el.shadowRoot!.querySelector('.current .label');
        expect(current ? textOf(current) : '').to.equal(words.replace(/ \S*亿条$/, ''));
      }
    });

    it('says what the canvas shows, and how to read it', async () => {
      const el = await aChart();
      const canvas = canvasOf(el)!;
      expect(canvas.getAttribute('role')).to.equal('img');
      expect(canvas.getAttribute('aria-label')).to.equal(
        '四项数据的条数：“橡链云”平台汇聚橡胶行业数据居首. 条形图：“橡链云”平台汇聚橡胶行业数据 1.1万亿条，高质量公共数据条数 2202亿条，柠檬豆平台汇聚工业数据 320亿条，汇聚全球高质量海洋数据 48亿条。',
      );
      expect(el.shadowRoot!.getElementById(canvas.getAttribute('aria-describedby')!)!.textContent).to.equal(
        '用方向键逐项阅读',
      );
    });

    it('forgets the place when the focus leaves', async () => {
      const el = await aChart();
      canvasOf(el)!.focus();
      await sendKeys({press: 'ArrowRight'});
      canvasOf(el)!.blur();
      await el.updateComplete;
      expect(el.shadowRoot!.querySelector('.current')).to.equal(null);
    });
  });

  it('takes a title and a heading level of its own', async () => {
    const el = await aChart({label: '数据(条)', 'heading-level': '5'});
    const title = part(el, 'label')!;
    expect(title.textContent.trim()).to.equal('数据（条）');
    expect([title.getAttribute('role'), title.getAttribute('aria-level')]).to.deep.equal(['heading', '5']);
  });

  describe('draws again', () => {
    it('in the colours of another theme', async () => {
      const el = await aChart();
      const light = mostOf(el);
      el.parentElement!.setAttribute('data-qd-theme', 'dark');
      await until(() => base(el).dataset.theme === 'dark');
      await until(() => mostOf(el) !== light);
      expect(Number(mostOf(el).split(',')[2])).to.be.above(200);
    });

    it('in another brand, which no event tells of', async () => {
      const el = await aChart();
      const before = mostOf(el);
      el.style.setProperty('--qd-brand', '#a62b22');
      await until(() => mostOf(el) !== before);
      const [red, , blue] = mostOf(el).split(',').map(Number);
      expect(red).to.be.above(blue!);
    });

    it('in another language, the same figures without telling them again', async () => {
      const el = await aChart();
      el.parentElement!.lang = 'en';
      await until(() => base(el).lang === 'en');
      expect(el.shadowRoot!.querySelector('.value')!.textContent).to.equal('1,100');
      expect(textOf(part(el, 'unit')!)).to.equal('Unit: billion records');
      await until(() => ink(el) > 200);
      expect(told.ready).to.have.length(1);
      await expect(el).to.be.accessible();
    });

    it('at another size', async () => {
      const el = await aChart({style: 'width: 700px'});
      const {width} = canvasOf(el)!;
      el.style.width = '400px';
      await until(() => canvasOf(el)!.width < width);
      await until(() => ink(el) > 200);
    });

    it('when it comes out of a hidden tab', async () => {
      const parent = await fixture<HTMLElement>(html`<div lang="zh-CN" hidden></div>`);
      const el = await inState(await made({indicators: FOUR}, parent), 'ready');
      expect(isDrawn(el)).to.be.false;
      parent.hidden = false;
      await until(() => isDrawn(el));
      expect(ink(el)).to.be.above(200);
    });

    it('with other figures', async () => {
      const el = await aChart();
      el.indicators = 'departments-served systems-served';
      await until(() => textOf(el).includes('支撑用数需求的部门'));
      expect([...el.shadowRoot!.querySelectorAll('.value')].map(textOf)).to.deep.equal(['182', '246']);
      expect(told.ready).to.have.length(2);
      const [first, second] = lengths(el, 2);
      expect(first! / second!).to.be.closeTo(182 / 246, 0.02);
    });
  });

  describe('takes other figures in place', () => {
    const names = 'abcdefghijkl';
    let registered = 0;
    /** A report that is there at once, of counts of these values. */
    const counts = (values: string[], qualifiers: Record<number, 'about' | 'over'> = {}, locale = '') => {
      const report = aReport({
        observations: values.map((value, i) => {
          const qualifier = qualifiers[i];
          const hedge = qualifier ? {about: '约', over: '超'}[qualifier] : '';
          return anObservation({
            indicator: names[i]!,
            label: {'zh-CN': `${locale}指标${names[i]!}`, en: names[i]!},
            printed: `${hedge}${value}个`,
            value,
            ...(qualifier ? {qualifier} : {}),
          });
        }),
      });
      const id = `chart-figures-${++registered}`;
      registerBundledReport(id, () => report);
      return id;
    };
    const idsOf = (count: number) => [...names.slice(0, count)].join(' ');
    const shown = (el: Element) => [...el.shadowRoot!.querySelectorAll('.value')].map(textOf);
    const accents = (el: Element) =>
      [...el.shadowRoot!.querySelectorAll('.name')].map((name) => name.classList.contains('first'));

    async function drawn(values: string[], ...rest: [Record<number, 'about' | 'over'>?]): Promise<QdChart> {
      const el = await made({indicators: idsOf(values.length), style: 'width: 700px'});
      el.report = counts(values, ...rest);
      await inState(el, 'ready');
      await until(() => isDrawn(el) && ink(el) > 200);
      return el;
    }

    it('in the same rows, the same table and the same drawing', async () => {
      const el = await drawn(['100', '50', '25']);
      const kept = () => [
        canvasOf(el),
        Chart.getChart(canvasOf(el)!),
        table(el),
        ...el.shadowRoot!.querySelectorAll('.name'),
        ...table(el)!.rows,
      ];
      const before = kept();
      expect(before[1]).not.to.equal(undefined);
      el.report = counts(['20', '40', '80'], {}, '新');
      await until(() => shown(el)[0] === '20');
      await until(() => lengths(el, 3)[2]! > 0.5);
      expect(kept().every((one, i) => one === before[i])).to.equal(true);
      expect(shown(el)).to.deep.equal(['20', '40', '80']);
      expect([...el.shadowRoot!.querySelectorAll('.label')].map(textOf)).to.deep.equal([
        '新指标a',
        '新指标b',
        '新指标c',
      ]);
      expect(rows(el)).to.deep.equal([
        ['新指标a', '20个'],
        ['新指标b', '40个'],
        ['新指标c', '80个'],
      ]);
      expect(canvasOf(el)!.getAttribute('aria-label'))
        .to.match(/新指标a 20个.*新指标c 80个/)
        .and.not.include('100');
      const [first, second, third] = lengths(el, 3);
      expect(first! / third!).to.be.closeTo(0.25, 0.02);
      expect(second! / third!).to.be.closeTo(0.5, 0.02);
      // The accent is where the largest is now, on the canvas too.
      expect(accents(el)).to.deep.equal([false, false, true]);
      const {width, height} = canvasOf(el)!;
      const at = (row: number) => pixels(el)[Math.floor(((row + 0.5) * height) / 3) * width + 8]!.join();
      expect(at(0)).to.equal(at(1));
      expect(at(2)).not.to.equal(at(0));
      const box = canvasOf(el)!.getBoundingClientRect();
      const {left} = el.shadowRoot!.querySelectorAll('.value')[0]!.getBoundingClientRect();
      expect(left - box.left).to.be.closeTo(first! * box.width, 3);
      expect(told.ready).to.have.length(2);
    });

    for (const counted of [2, 5, 12]) {
      it(`also where there are ${counted} instead of 3`, async () => {
        const el = await drawn(['100', '50', '25']);
        const values = Array.from({length: counted}, (_none, i) => String(10 * (i + 1)));
        el.indicators = idsOf(counted);
        el.report = counts(values);
        await until(() => shown(el).length === counted);
        await until(() => lengths(el, counted)[counted - 1]! > 0.5);
        expect(shown(el)).to.deep.equal(values);
        expect(rows(el).map(([, figure]) => figure)).to.deep.equal(values.map((value) => `${value}个`));
        const measured = lengths(el, counted);
        measured.forEach((length, i) => {
          expect(length / measured[counted - 1]!).to.be.closeTo((i + 1) / counted, 0.03);
        });
      });
    }

    it('with the ends of their bars, and in the colours of a theme that comes with them', async () => {
      const el = await drawn(['100', '50']);
      const before = lengths(el, 2);
      const light = mostOf(el);
      el.theme = 'dark';
      el.report = counts(['100', '50'], {0: 'over'});
      await until(() => shown(el)[0] === '超100');
      await until(() => mostOf(el) !== light);
      // An arrow stands beyond the value now, and the bars are shorter by it.
      const after = lengths(el, 2);
      expect(after[1]).to.be.below(before[1]!);
      expect(after[1]! / after[0]!).to.be.below(0.5);
      el.report = counts(['100', '50']);
      await until(() => shown(el)[0] === '100');
      await until(() => Math.abs(lengths(el, 2)[1]! - before[1]!) < 0.005);
    });

    it('in another form, without what was said of the earlier one', async () => {
      const el = await drawn(['100', '50']);
      canvasOf(el)!.focus();
      await sendKeys({press: 'ArrowRight'});
      await until(() => said(el) !== '');
      el.type = 'doughnut';
      el.report = aReport({observations: [share('a', '50'), share('b', '25')]});
      await until(() => el.shadowRoot!.querySelector('.plot')?.classList.contains('ring'));
      expect([...el.shadowRoot!.querySelectorAll('.name')].map(textOf)).to.deep.equal([
        'a50%',
        'b25%',
        '其余',
      ]);
      expect(said(el)).to.equal('');
      expect(el.shadowRoot!.querySelector('.current')).to.equal(null);
      await until(() => ink(el) > 200);
    });

    it('without the conversion of an earlier one', async () => {
      const el = await aChart();
      expect(rows(el)[0]).to.deep.equal(['“橡链云”平台汇聚橡胶行业数据', '1.1万亿条 折算为11000亿条']);
      el.indicators =
        'public-data-records ningmengdou-industrial-data ocean-data-records rubber-industry-data';
      await until(() => rows(el)[0]![1] === '2202亿条');
      expect(rows(el)[3]).to.deep.equal(['“橡链云”平台汇聚橡胶行业数据', '1.1万亿条 折算为11000亿条']);
    });
  });

  it('has no layout made of a table that is only heard, until it is seen', async function () {
    // What a browser skips it says itself; others may lay it out.
    if (!navigator.userAgent.includes('Chrome/')) this.skip();
    const el = await aChart();
    const isLaidOut = () => table(el)!.checkVisibility({contentVisibilityAuto: true});
    await until(() => !isLaidOut(), 'skipped');
    switches(el)[1]!.click();
    await el.updateComplete;
    await until(isLaidOut, 'laid out');
  });

  it('keeps more room for more figures while it is far away', async () => {
    if (!CSS.supports('content-visibility: auto')) return;
    const page = await fixture(html`<div lang="zh-CN" style="padding-top: 9000px"></div>`);
    const one = await inState(await made({indicators: FOUR}, page), 'ready');
    const other = await inState(
      await made({indicators: FOUR.split(' ').slice(0, 2).join(' ')}, page),
      'ready',
    );
    expect(one.offsetHeight).to.be.above(other.offsetHeight + 50);
  });

  it('waits until it comes near the viewport', async () => {
    const near = await made({indicators: FOUR});
    const el = await aFarOne();
    await until(() => isDrawn(near));
    expect(isDrawn(el)).to.be.false;
    // What it says is there all the same.
    expect(textOf(el)).to.include('1.1万亿条');
    el.scrollIntoView();
    await until(() => isDrawn(el));
  });

  it('draws for print what is not drawn yet, on paper in the light colours, and goes back', async () => {
    const near = await aChart();
    const el = await aFarOne();
    el.theme = 'dark';
    await until(() => base(el).dataset.theme === 'dark');
    window.dispatchEvent(new Event('beforeprint'));
    // At once: the browser takes what stands when the event is over.
    expect(isDrawn(el)).to.be.true;
    expect(mostOf(el)).to.equal(mostOf(near));
    window.dispatchEvent(new Event('afterprint'));
    expect(mostOf(el)).not.to.equal(mostOf(near));
    expect(base(el).dataset.theme).to.equal('dark');
  });

  it('prints the chart where it is drawn and the table where it is not', async () => {
    const el = await aChart();
    const late = await aFarOne();
    await emulateMedia({media: 'print'});
    try {
      expect([isShown(canvasOf(el)), isTableSeen(el)]).to.deep.equal([true, false]);
      expect([isShown(canvasOf(late)), isTableSeen(late)]).to.deep.equal([false, true]);
      expect(isShown(part(el, 'switch'))).to.be.false;
      // Where nothing is drawn a canvas is white on paper, and would hide what stands under it.
      const level = (name: string) => Number(getComputedStyle(el.shadowRoot!.querySelector(name)!).zIndex);
      expect(level('.names')).to.be.above(level('.ink'));
    } finally {
      await emulateMedia({media: 'screen'});
    }
  });

  it('is gone after removal and back after return', async () => {
    const el = await aChart();
    const parent = el.parentElement!;
    el.remove();
    expect(ink(el)).to.equal(0);
    parent.append(el);
    await until(() => isDrawn(el) && ink(el) > 200);
    for (let i = 0; i < 50; i++) {
      el.remove();
      parent.append(el);
    }
    await until(() => isDrawn(el) && ink(el) > 200);
    expect(told.codes()).to.deep.equal([]);
  });

  describe('where a page or browser lacks what it needs', () => {
    const standsAlone = async (el: QdChart) => {
      await inState(el, 'ready');
      await until(() => isTableSeen(el));
      expect(canvasOf(el)).to.equal(null);
      expect(part(el, 'switch')).to.equal(null);
      expect(rows(el)).to.have.length(4);
      expect(table(el)!.querySelectorAll('button')).to.have.length(4);
      expect(told.codes()).to.deep.equal([]);
      await expect(el).to.be.accessible();
    };
    let warn: typeof console.warn;
    beforeEach(() => {
      ({warn} = console);
      console.warn = () => {};
    });
    afterEach(() => {
      console.warn = warn;
    });

    it('shows its table alone without ResizeObserver', async () => {
      const {ResizeObserver} = window;
      Object.assign(window, {ResizeObserver: undefined});
      try {
        await standsAlone(await made({indicators: FOUR}));
      } finally {
        Object.assign(window, {ResizeObserver});
      }
    });

    for (const [what, getContext] of [
      ['gives no context', () => null],
      [
        'throws',
        () => {
          throw new Error('blocked');
        },
      ],
    ] as const) {
      it(`does so where the canvas ${what}`, async () => {
        const {prototype} = HTMLCanvasElement;
        const own = prototype.getContext;
        Object.assign(prototype, {getContext});
        try {
          await standsAlone(await made({indicators: FOUR}));
        } finally {
          prototype.getContext = own;
        }
      });
    }

    it('does so where the page has another Array.from, and draws again in a page that has not', async () => {
      const {from} = Array;
      // What Prototype.js does.
      Array.from = ((value: ArrayLike<unknown>) => [].slice.call(value)) as typeof Array.from;
      let el: QdChart;
      try {
        el = await made({indicators: FOUR});
        await inState(el, 'ready');
        await until(() => isTableSeen(el));
      } finally {
        Array.from = from;
      }
      await standsAlone(el);
      const parent = el.parentElement!;
      el.remove();
      parent.append(el);
      await until(() => isDrawn(el) && ink(el) > 200);
    });

    it('draws at once without IntersectionObserver', async () => {
      const {IntersectionObserver} = window;
      Object.assign(window, {IntersectionObserver: undefined});
      try {
        const el = await aChart();
        expect(ink(el)).to.be.above(200);
      } finally {
        Object.assign(window, {IntersectionObserver});
      }
    });
  });

  it('stays within its width in large print at 320 px, as chart and as table', async () => {
    await setViewport({width: 320, height: 800});
    for (const indicators of [FOUR, 'public-data-records']) {
      for (const type of ['bar', 'line']) {
        const el = await aChart({indicators, type, text: 'large'});
        expect(document.documentElement.scrollWidth).to.be.at.most(320);
        switches(el)[1]!.click();
        await el.updateComplete;
        expect(table(el)!.getBoundingClientRect().right).to.be.at.most(320);
        expect(parseFloat(getComputedStyle(table(el)!.querySelector('td')!).fontSize)).to.be.at.least(24);
      }
    }
  });

  it('causes no loop of its observer while it is resized', async () => {
    const errors: string[] = [];
    const onError = (event: ErrorEvent) => void errors.push(event.message);
    window.addEventListener('error', onError);
    const parent = await fixture<HTMLElement>(html`<div lang="zh-CN" style="float: left"></div>`);
    const el = await made({indicators: 'public-data-records', type: 'line'}, parent);
    await until(() => isDrawn(el));
    for (let i = 0; i < 60; i++) {
      parent.style.width = `${280 + ((i * 37) % 400)}px`;
      await new Promise(requestAnimationFrame);
    }
    window.removeEventListener('error', onError);
    expect(errors).to.deep.equal([]);
    expect(el.getBoundingClientRect().width).to.be.below(700);
  });
});
