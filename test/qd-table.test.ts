import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';
import seed from '../seeds/qingdao-2024-h1.json';
import {compareDecimals, toBaseUnits} from '../src/decimal.js';
import type {Observation, Report} from '../src/schema.js';
import type {QdTable} from '../widgets/qd-table.js';
import '../widgets/qd-table.js';
import {BLOCK} from '../widgets/row-blocks.js';
import {anObservation, aReport, base, inState, listen, textOf, until} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';

async function aTable(attributes: Record<string, string> = {}, report?: object): Promise<QdTable> {
  const el = document.createElement('qd-table');
  const given = report ? {} : {report: REPORT};
  for (const [name, value] of Object.entries({locale: 'zh-CN', ...given, ...attributes})) {
    el.setAttribute(name, value);
  }
  if (report) el.report = report;
  (await fixture(html`<div></div>`)).append(el);
  return inState(el, 'ready');
}

const all = <T extends Element = HTMLElement>(el: Element, selector: string) => [
  ...el.shadowRoot!.querySelectorAll<T>(selector),
];
const rows = (el: Element) => all<HTMLTableRowElement>(el, 'tbody tr');
const cells = (row: Element) => [...row.children].map((cell) => cell.textContent.trim());
const labels = (el: Element) => rows(el).map((row) => cells(row)[0]);
const column = (el: Element, index: number) => rows(el).map((row) => cells(row)[index]);
const status = (el: Element) =>
  el.shadowRoot!.querySelector('[role=status]')!.textContent.replace(/\s+/g, ' ').trim();
const head = (el: Element, name: string) =>
  all(el, 'thead th').find((cell) => cell.textContent.trim() === name)!;
const action = (el: Element, name: string) =>
  all(el, 'button').find((button) => button.textContent.trim() === name);

async function press(el: QdTable, name: string) {
  (head(el, name)?.querySelector('button') ?? action(el, name)!).click();
  await el.updateComplete;
}

async function search(el: QdTable, text: string) {
  const input = el.shadowRoot!.querySelector('input')!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true}));
  await el.updateComplete;
}

function manyParks(count: number): Report {
  const observations: Observation[] = [];
  for (let i = 0; i < count; i++) {
    observations.push(
      anObservation({
        indicator: `park-${i}`,
        label: {'zh-CN': `公园${i}`},
        printed: `${i}个`,
        value: String(i),
      }),
    );
  }
  return aReport({observations});
}

/** What a click on a download button would save. */
async function saved(el: QdTable, name: string) {
  const {createObjectURL, revokeObjectURL} = URL;
  const {click} = HTMLAnchorElement.prototype;
  const realTimeout = window.setTimeout;
  const got = {name: '', revoked: '', blob: new Blob(), later: () => {}};
  URL.createObjectURL = (blob) => {
    got.blob = blob as Blob;
    return 'blob:here';
  };
  URL.revokeObjectURL = (url) => void (got.revoked = url);
  HTMLAnchorElement.prototype.click = function click() {
    got.name = this.download;
    expect(this.href).to.equal('blob:here');
    expect(this.isConnected).to.be.false;
  };
  window.setTimeout = ((later: () => void) => {
    got.later = later;
    return 0;
  }) as typeof setTimeout;
  try {
    action(el, name)!.click();
    while (!got.name) await new Promise((resolve) => realTimeout(resolve));
    expect(got.revoked).to.equal('');
    got.later();
    expect(got.revoked).to.equal('blob:here');
  } finally {
    Object.assign(URL, {createObjectURL, revokeObjectURL});
    HTMLAnchorElement.prototype.click = click;
    window.setTimeout = realTimeout;
  }
  const bytes = new Uint8Array(await got.blob.arrayBuffer());
  return {name: got.name, type: got.blob.type, bytes, text: new TextDecoder().decode(bytes)};
}

describe('<qd-table>', () => {
  it('shows every figure in report order; read across, hedge, value and unit are as printed', async () => {
    const el = await aTable();
    expect(rows(el)).to.have.length(44);
    expect(rows(el).map((row) => cells(row).slice(2, 5).join(''))).to.deep.equal(
      seed.observations.map(({printed}) => printed),
    );
    expect(status(el)).to.equal('显示44项，共44项');
    await expect(el).to.be.accessible();
  });

  const across: Array<[indicator: string, zh: string[], en: string[]]> = [
    ['data-exchange-turnover', ['超', '9200', '万元'], ['over', '¥92', 'million']],
    ['rubber-industry-data-share', ['', '30', '%以上'], ['at least', '30', '%']],
    ['ocean-data-share', ['约为', '25', '%'], ['about', '25', '%']],
    ['sensing-devices', ['', '18', '万余个'], ['over', '180,000', '']],
    ['data-resource-calls', ['', '921.61', '亿次'], ['', '92.161', 'billion calls']],
    ['smart-city-rank', ['', '第9', '位'], ['', '9th', '']],
    ['shandongtong-apps-rank', ['', '首', '位'], ['', '1st', '']],
    ['digital-gov-tier', ['', '第一', '梯队'], ['', '1st', 'tier']],
    ['gov-service-capability-rating', ['', '非常高', ''], ['', 'Very high', '']],
  ];
  for (const [locale, pick] of [
    ['zh-CN', 1],
    ['en', 2],
  ] as const) {
    it(`parts figures into columns in ${locale}`, async () => {
      const el = await aTable({locale});
      for (const expected of across) {
        const at = seed.observations.findIndex(({indicator}) => indicator === expected[0]);
        expect(cells(rows(el)[at]!).slice(2, 5), expected[0]).to.deep.equal(expected[pick]);
      }
    });
  }

  it('is a table with caption, column and row headers, inside a region that the keyboard can scroll', async () => {
    const el = await aTable();
    const region = el.shadowRoot!.querySelector('[role=region]')!;
    expect([region.getAttribute('aria-label'), region.getAttribute('tabindex')]).to.deep.equal([
      '全部数字',
      '0',
    ]);
    expect(region.querySelector('table caption')!.textContent.trim()).to.equal('全部数字');
    expect(
      all(el, 'thead th').map((cell) => [cell.textContent.trim(), cell.getAttribute('scope')]),
    ).to.deep.equal(['指标', '所属工作', '限定', '数值', '单位', '出处'].map((name) => [name, 'col']));
    expect(rows(el)[0]!.firstElementChild!.getAttribute('scope')).to.equal('row');
  });

  it('says the whole figure in the column of values and on the source button', async () => {
    const el = await aTable();
    const row = rows(el)[6]!;
    expect(row.querySelector('[role=img]')!.getAttribute('aria-label')).to.equal('超9200万元');
    expect(row.querySelector('button')!.getAttribute('aria-label')).to.equal(
      '数据累计交易额，超9200万元，出处',
    );
  });

  it('opens the sentence of a row', async () => {
    const el = await aTable();
    rows(el)[6]!.querySelector('button')!.click();
    await until(() => el.shadowRoot!.querySelector('[role=dialog] mark'));
    expect(el.shadowRoot!.querySelector('[role=dialog] mark')!.textContent).to.equal('超9200万元');
  });

  describe('sorting', () => {
    it('orders values by what they are worth, up, down, and back to the report', async () => {
      const el = await aTable();
      const inReport = labels(el);
      await press(el, '数值');
      expect(head(el, '数值').getAttribute('aria-sort')).to.equal('ascending');
      expect(status(el)).to.equal('显示44项，共44项，按数值升序排列');
      const bases = rows(el).map((row) => {
        const found = seed.observations.find(
          ({label}) => label['zh-CN'].replace(/[()]/g, '') === cells(row)[0],
        );
        return found && found.kind !== 'rating' ? toBaseUnits(found.value, found.scale) : undefined;
      });
      expect(bases.pop(), 'a rating has no size and stands last').to.equal(undefined);
      for (let i = 1; i < bases.length; i++)
        expect(compareDecimals(bases[i - 1]!, bases[i]!)).to.be.at.most(0);
      await press(el, '数值');
      expect(head(el, '数值').getAttribute('aria-sort')).to.equal('descending');
      expect(cells(rows(el)[0]!).slice(3, 5)).to.deep.equal(['1.1', '万亿条']);
      expect(column(el, 3).pop()).to.equal('非常高');
      await press(el, '数值');
      expect(head(el, '数值').getAttribute('aria-sort')).to.equal('none');
      expect(labels(el)).to.deep.equal(inReport);
    });

    it('tells apart what floating point cannot', async () => {
      const figures: Array<[string, number]> = [
        ['0.1', 8],
        ['9999', 4],
        ['1000.0000000000000001', 4],
        ['-5', 0],
        ['0.00000000000000000002', 0],
        ['1000', 4],
        ['90071992547409931', 0],
        ['90071992547409930', 0],
      ];
      const observations = figures.map(([value, scale], i) =>
        anObservation({
          indicator: `p-${i}`,
          label: {'zh-CN': `${value} ${scale}`},
          printed: `${value}${scale === 8 ? '亿' : scale === 4 ? '万' : ''}个`,
          value,
          scale,
        }),
      );
      const el = await aTable({}, aReport({observations}));
      await press(el, '数值');
      expect(labels(el)).to.deep.equal([
        '-5 0',
        '0.00000000000000000002 0',
        '0.1 8',
        '1000 4',
        '1000.0000000000000001 4',
        '9999 4',
        '90071992547409930 0',
        '90071992547409931 0',
      ]);
    });

    it('keeps equal values in the order of the report, both ways', async () => {
      const observations = ['甲', '乙', '丙'].map((name, i) =>
        anObservation({indicator: `p-${i}`, label: {'zh-CN': name}}),
      );
      const el = await aTable({}, aReport({observations}));
      await press(el, '数值');
      expect(labels(el)).to.deep.equal(['甲', '乙', '丙']);
      await press(el, '数值');
      expect(labels(el)).to.deep.equal(['甲', '乙', '丙']);
    });

    it('orders words by their sound, and leaves empty ones last', async () => {
      const el = await aTable();
      await press(el, '限定');
      expect(column(el, 2).filter(Boolean)).to.deep.equal(['超', '超过', '超过', '近', '约为']);
      expect(column(el, 2).indexOf('')).to.equal(5);
      await press(el, '限定');
      expect(column(el, 2).slice(0, 6)).to.deep.equal(['约为', '近', '超过', '超过', '超', '']);
    });

    for (const name of ['指标', '所属工作', '限定', '数值', '单位', '出处']) {
      it(`sorts by ${name} by keyboard`, async () => {
        const el = await aTable();
        head(el, name).querySelector('button')!.focus();
        await sendKeys({press: 'Enter'});
        await el.updateComplete;
        expect(head(el, name).getAttribute('aria-sort')).to.equal('ascending');
        expect(all(el, '[aria-sort=none]')).to.have.length(5);
        expect(rows(el)).to.have.length(44);
      });
    }
  });

  describe('filter', () => {
    const cases: Array<[query: string, found: number]> = [
      ['海洋', 3],
      ['ocean', 3],
      ['OCEAN volume', 1],
      ['Turning data into assets', 4],
      ['数据资产化', 4],
      ['921.61亿次', 1],
      ['超9200万', 1],
      ['92.161 billion', 0],
      ['“山东通”', 2],
      ['自建APP', 1],
      ['   ', 44],
      ['没有这样的词', 0],
    ];
    for (const [query, found] of cases) {
      it(`finds ${found} for ${JSON.stringify(query)}`, async () => {
        const el = await aTable();
        await search(el, query);
        expect(rows(el)).to.have.length(found);
        expect(status(el)).to.equal(found ? `显示${found}项，共44项` : '显示0项，共44项，没有符合条件的数字');
      });
    }

    it('takes full-width and half-width signs for the same', async () => {
      const observations = [
        anObservation({label: {'zh-CN': '公园(新)'}}),
        ...aReport().observations.slice(1),
      ];
      const el = await aTable({}, aReport({observations}));
      for (const query of ['公园(新)', '公园（新）', '１２']) {
        await search(el, query);
        expect(labels(el), query).to.deep.equal(['公园（新）']);
      }
    });

    it('is labelled, and cleared by a button that leaves the focus in it', async () => {
      const el = await aTable();
      const input = el.shadowRoot!.querySelector('input')!;
      expect(input.labels![0]!.textContent.trim()).to.equal('查找指标、工作或数字');
      await search(el, '没有这样的词');
      await expect(el).to.be.accessible();
      await press(el, '清除条件');
      expect([input.value, rows(el).length]).to.deep.equal(['', 44]);
      expect(el.shadowRoot!.activeElement).to.equal(input);
      expect(action(el, '清除条件')).to.equal(undefined);
    });
  });

  describe('area', () => {
    it('shows the figures of the area that the attribute names, and lets a reader choose another', async () => {
      const el = await aTable({area: 'data-elements'});
      expect(status(el)).to.equal('显示20项，共44项');
      const select = el.shadowRoot!.querySelector('select')!;
      expect(select.value).to.equal('data-elements');
      expect(select.labels![0]!.textContent).to.include('工作领域');
      select.value = 'coordination';
      select.dispatchEvent(new Event('change'));
      await el.updateComplete;
      expect(labels(el)).to.deep.equal(['推动落地的数字青岛任务', '市级统建政务信息化项目']);
      expect(el.shadowRoot!.querySelector('caption')!.textContent.trim()).to.equal(
        '全部数字：聚焦体制机制改革，持续强化数字青岛统筹',
      );
      select.value = '-';
      select.dispatchEvent(new Event('change'));
      await el.updateComplete;
      expect(rows(el)).to.have.length(3);
    });

    it('is absent where the area has no figure, and does not offer it', async () => {
      const areas = [
        {id: 'ponds', number: '1.1', title: {'zh-CN': '池塘'}, items: []},
        {id: 'trees', number: '1.2', title: {'zh-CN': '树木'}, items: []},
      ];
      const report = aReport({areas, observations: [anObservation({area: 'trees'})]});
      const el = await aTable({}, report);
      expect(all(el, 'option').map((option) => option.textContent)).to.deep.equal(['全部领域', '树木']);
      el.area = 'ponds';
      await inState(el, 'absent');
      expect(textOf(el)).to.include('“池塘”部分没有这项内容');
    });

    it('is in error for an area that the report lacks', async () => {
      const told = listen();
      const el = await aTable();
      el.area = 'parks';
      await inState(el, 'error');
      expect(told.codes()).to.deep.equal(['unknown-indicator']);
      el.area = 'coordination';
      await inState(el, 'ready');
      expect(rows(el)).to.have.length(2);
      told.stop();
    });

    it('has no choice of areas where the report has none', async () => {
      const el = await aTable({}, aReport());
      expect(el.shadowRoot!.querySelector('select')).to.equal(null);
      expect(rows(el)).to.have.length(3);
    });
  });

  describe('5,000 figures', () => {
    it('come 50 at a time, and it is said how many are left', async () => {
      const el = await aTable({}, manyParks(5_000));
      expect(rows(el)).to.have.length(50);
      expect(status(el)).to.equal('显示50项，共5000项，… 还有4950行');
      action(el, '再显示50行')!.focus();
      await press(el, '再显示50行');
      await until(() => el.shadowRoot!.activeElement?.closest('tr'));
      expect(status(el)).to.equal('显示100项，共5000项，… 还有4900行');
      expect(cells(el.shadowRoot!.activeElement!.closest('tr')!)[0]).to.equal('公园50');
      await search(el, '公园49');
      expect(status(el)).to.equal('显示50项，共5000项，… 还有61行');
      await search(el, '');
      await press(el, '数值');
      await press(el, '数值');
      expect(labels(el).slice(0, 2)).to.deep.equal(['公园4999', '公园4998']);
      await press(el, '全部显示');
      expect(rows(el)).to.have.length(5_000);
      expect(status(el)).to.equal('显示5000项，共5000项，按数值降序排列');
      // Their columns align as those of a few do, the heading's too.
      for (const name of ['.value', '.unit']) {
        const edge = (cell: Element) => {
          const {left, right} = cell.getBoundingClientRect();
          return Math.round(name === '.unit' ? left : right);
        };
        const [heading, ...edges] = all(el, name).slice(0, 20).map(edge);
        expect(new Set(edges).size, name).to.equal(1);
        expect(edges[0]).to.equal(heading);
      }
      expect(action(el, '全部显示')).to.equal(undefined);
    });

    it('are all in the download, drawn or not', async () => {
      const el = await aTable({}, manyParks(5_000));
      expect((await saved(el, '下载CSV')).text.trim().split('\r\n')).to.have.length(5_001);
    });

    it('come by the page size that an attribute gives', async () => {
      const el = await aTable({'page-size': '10'});
      expect(status(el)).to.equal('显示10项，共44项，… 还有34行');
      await press(el, '再显示10行');
      expect(rows(el)).to.have.length(20);
    });
  });

  describe('2,000 rows at once', () => {
    interface Seen {
      busy: string | null;
      rows: number;
      told: number;
      status: string;
    }

    /** A table that draws in slices: what it shows after each of its updates; `whenBegun` runs before the second slice. */
    async function aLongTable(whenBegun?: (el: QdTable) => void) {
      const heard = listen();
      const el = document.createElement('qd-table');
      Object.assign(el, {report: manyParks(2_000), locale: 'zh-CN', pageSize: 2_000});
      const seen: Seen[] = [];
      el.addController({
        hostUpdated() {
          if (el.state !== 'ready') return;
          const [busy, told] = [base(el).getAttribute('aria-busy'), heard.ready.length];
          seen.push({busy, rows: rows(el).length, told, status: status(el)});
          if (seen.length === 1 && whenBegun) void Promise.resolve().then(() => whenBegun(el));
        },
      });
      const {now} = Date;
      let at = now();
      // A slow machine: after each look at the clock a slice is over.
      Date.now = () => (at += 1_000);
      try {
        (await fixture(html`<div></div>`)).append(el);
        await inState(el, 'ready');
      } finally {
        Date.now = now;
        heard.stop();
      }
      return {el, seen, ready: heard.ready.length};
    }

    /** Whole groups that fill a window. */
    const first = Math.ceil(250 / BLOCK) * BLOCK;
    const inOrder = Array.from({length: 2_000}, (_none, i) => `公园${i}`);

    it('say that they are not all there until they are, and tell the page then', async () => {
      const {el, seen, ready} = await aLongTable();
      expect(seen[0]).to.deep.equal({busy: 'true', rows: first, told: 0, status: '正在显示2000项……'});
      expect(seen[seen.length - 1]).to.deep.equal({
        busy: null,
        rows: 2_000,
        told: 0,
        status: '显示2000项，共2000项',
      });
      expect(ready).to.equal(1);
      expect(labels(el)).to.deep.equal(inOrder);
    });

    it('stand in groups, which assistive technology knows as such', async () => {
      const {el} = await aLongTable();
      const blocks = all<HTMLTableSectionElement>(el, 'tbody');
      expect(blocks.map((block) => block.rows.length)).to.deep.equal(Array(2000 / BLOCK).fill(BLOCK));
      expect(new Set(blocks.map((block) => block.getAttribute('role')))).to.deep.equal(new Set(['rowgroup']));
      const small = await aTable({'page-size': '300'}, manyParks(300));
      expect(all(small, 'tbody')).to.have.length(300 / BLOCK);
      await expect(small).to.be.accessible();
    });

    it('are all there when the page is printed before', async () => {
      let printed = 0;
      const {el} = await aLongTable((begun) => {
        window.dispatchEvent(new Event('beforeprint'));
        printed = rows(begun).length;
      });
      expect(printed).to.equal(2_000);
      expect(rows(el)).to.have.length(2_000);
    });

    it('are sorted as a whole when a reader sorts before', async () => {
      const {el, seen} = await aLongTable((begun) => {
        const button = head(begun, '数值').querySelector('button')!;
        button.click();
        button.click();
      });
      expect(seen[0]!.rows).to.equal(first);
      expect(labels(el)).to.deep.equal(inOrder.toReversed());
      expect(base(el).hasAttribute('aria-busy')).to.be.false;
    });

    it('are all found, and all in the download, before', async () => {
      let file: Promise<{text: string}> | undefined;
      const {el} = await aLongTable((begun) => {
        file = saved(begun, '下载CSV');
        void search(begun, '公园199');
      });
      expect((await file!).text.trim().split('\r\n')).to.have.length(2_001);
      expect(labels(el)[10]).to.equal('公园1999');
      expect(status(el)).to.equal('显示11项，共2000项');
    });

    it('go on where the table comes back into the page', async () => {
      const {el} = await aLongTable((begun) => {
        const parent = begun.parentElement!;
        begun.remove();
        parent.append(begun);
      });
      expect(labels(el)).to.deep.equal(inOrder);
    });

    it('change their words where they stand', async () => {
      const {el} = await aLongTable();
      const before = rows(el);
      el.locale = 'en';
      await until(() => status(el) === '2000 of 2000 shown');
      expect(rows(el).every((row, i) => row === before[i])).to.be.true;
      expect(rows(el)[1_999]!.querySelector('button')!.textContent).to.equal('Source');
      expect(rows(el)[1_999]!.querySelector('button')!.getAttribute('aria-label')).to.equal(
        '公园1999, 1,999, source',
      );
    });
  });

  it('takes its rows along when it sorts, with the sentence that is open', async () => {
    const el = await aTable();
    const row = rows(el)[6]!;
    const button = row.querySelector('button')!;
    button.click();
    await until(() => el.shadowRoot!.querySelector('[role=dialog] mark'));
    await press(el, '数值');
    const now = rows(el).indexOf(row);
    expect(now).not.to.equal(6);
    expect(cells(row)[0]).to.equal('数据累计交易额');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    // Another row of the new order opens its own.
    const other = rows(el)[6]!.querySelector('button')!;
    other.click();
    await until(() => other.getAttribute('aria-expanded') === 'true');
    expect(el.shadowRoot!.querySelector('[role=dialog]')!.getAttribute('aria-label')).to.equal(
      other.getAttribute('aria-label'),
    );
  });

  it('follows into another language with the sentence that is open', async () => {
    const el = await aTable();
    const button = rows(el)[6]!.querySelector('button')!;
    button.click();
    await until(() => el.shadowRoot!.querySelector('[role=dialog] mark'));
    el.locale = 'en';
    await until(() => el.shadowRoot!.querySelector<HTMLElement>('[role=dialog]')!.lang === 'en');
    expect(button.isConnected).to.be.true;
    expect(button.textContent).to.equal('Source');
  });

  describe('downloads', () => {
    it('gives the shown figures as CSV, named after report and area, and takes the address back', async () => {
      const el = await aTable({area: 'coordination'});
      await press(el, '数值');
      const file = await saved(el, '下载CSV');
      expect(file.name).to.equal('qingdao-2024-h1-coordination.csv');
      expect(file.type).to.equal('text/csv;charset=utf-8');
      expect([...file.bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
      const [header, first, second, end] = file.text.split('\r\n');
      expect(header).to.match(
        /^"indicator","label_zh",.*"value","scale","unit","printed".*"source_published"$/,
      );
      expect(first).to.match(/^"unified-build-projects",.*"14","0","个","14个",.*,"2024-07-18"$/);
      expect(second).to.match(/^"tasks-implemented",/);
      expect(end).to.equal('');
    });

    it('gives them as JSON that is a report again', async () => {
      const el = await aTable();
      await search(el, '海洋');
      const file = await saved(el, '下载JSON');
      const report = JSON.parse(file.text) as Report;
      expect(file.name).to.equal('qingdao-2024-h1.json');
      expect(report.observations.map(({printed}) => printed)).to.deep.equal([
        '48亿条',
        '超过50PB',
        '约为25%',
      ]);
      expect(report.source.published).to.equal('2024-07-18');
    });

    it('has nothing to download where nothing is found', async () => {
      const el = await aTable();
      await search(el, '没有这样的词');
      expect([action(el, '下载CSV'), action(el, '下载JSON')]).to.deep.equal([undefined, undefined]);
    });
  });

  it('brings a row to its reader, also one that is not drawn yet', async () => {
    const el = await aTable({}, manyParks(120));
    expect(el.showRow('no-such')).to.be.false;
    expect(el.showRow('park-110')).to.be.true;
    await until(() => el.shadowRoot!.activeElement);
    expect(cells(el.shadowRoot!.activeElement!.closest('tr')!)[0]).to.equal('公园110');
  });

  for (const width of [320, 1280]) {
    for (const locale of ['zh-CN', 'en']) {
      it(`fits ${width} px in ${locale}, and stays a table`, async () => {
        await setViewport({width, height: 800});
        const el = await aTable({locale});
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
        const region = el.shadowRoot!.querySelector('[role=region]')!;
        expect(region.scrollWidth).to.equal(region.clientWidth);
        for (const name of ['.hedge', '.value', '.unit', '.from']) {
          for (const cell of all(el, `tbody ${name}`)) {
            expect(cell.scrollWidth, `${name} ${cell.textContent}`).to.be.at.most(cell.clientWidth + 1);
          }
        }
        await expect(el).to.be.accessible();
      });
    }
  }

  it('speaks English throughout', async () => {
    const el = await aTable({locale: 'en'});
    await press(el, 'Value');
    expect(textOf(el)).not.to.match(/[\u4e00-\u9fff]/);
    expect(status(el)).to.equal('44 of 44 shown, sorted by Value, ascending');
    expect(base(el).lang).to.equal('en');
  });

  for (const [name, value, background] of [
    ['theme', 'dark', '#10171d'],
    ['text', 'large', '#fff'],
  ] as const) {
    it(`is accessible with ${name}="${value}"`, async () => {
      const el = await aTable({[name]: value});
      el.parentElement!.style.background = background;
      await expect(el).to.be.accessible();
    });
  }

  it('is absent where the report has no figure', async () => {
    const el = document.createElement('qd-table');
    Object.assign(el, {report: aReport({observations: []}), locale: 'zh-CN'});
    (await fixture(html`<div></div>`)).append(el);
    await inState(el, 'absent');
    expect(textOf(el)).to.include('报告没有数字');
  });

  it('shows its children until it has data, and again when it cannot have them', async () => {
    const el = await fixture<QdTable>(html`<qd-table report="no-such"><p>44个数字</p></qd-table>`);
    await inState(el, 'error');
    expect(el.querySelector('p')!.getClientRects()).to.have.length(1);
  });
});
