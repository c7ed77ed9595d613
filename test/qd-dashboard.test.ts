import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import seed from '../seeds/qingdao-2024-h1.json';
import type {Area, Observation, Report} from '../src/schema.js';
import type {QdDashboard} from '../widgets/qd-dashboard.js';
import '../widgets/qd-dashboard.js';
import {
  anIssue,
  anObservation,
  aPlan,
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
const all = (el: Element, selector: string) => [...el.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
const texts = (el: Element, selector: string) =>
  all(el, selector).map((found) => found.textContent.replace(/\s+/g, ''));

/** Every element in the shadow trees below. */
function* deep(root: ParentNode): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}

const widgets = (el: Element) =>
  [...deep(el.shadowRoot!)].filter(({localName}) => localName.startsWith('qd-') && localName !== 'qd-report');

async function aDashboard(attributes: Record<string, string> = {}, report?: Report): Promise<QdDashboard> {
  const el = document.createElement('qd-dashboard');
  for (const [name, value] of Object.entries({locale: 'zh-CN', ...attributes})) el.setAttribute(name, value);
  if (report) el.report = report;
  else el.setAttribute('report', REPORT);
  const parent = await fixture(html`<div></div>`);
  parent.append(el);
  await inState(el, 'ready');
  await until(
    () => widgets(el).every((widget) => !/^(?:loading)?$/.test(widget.getAttribute('state') ?? '')),
    'all that it is made of is there',
  );
  return el;
}

function anArea(at: number, overrides: Partial<Area> = {}): Area {
  return {
    id: `area-${at}`,
    number: `1.${at}`,
    title: {'zh-CN': `聚焦第${at}项改革,建设城市`, en: `Reform ${at}: towards a city`},
    items: [
      {
        id: `item-${at}`,
        number: `1.${at}.1`,
        title: {'zh-CN': `第${at}项工作`, en: `Work ${at}`},
        quote: '一是工作。',
        start: at * 10,
        end: at * 10 + 5,
      },
    ],
    ...overrides,
  };
}

const inArea = (at: number, observation: Partial<Observation>) =>
  anObservation({area: `area-${at}`, item: `item-${at}`, ...observation});

describe('<qd-dashboard>', () => {
  let told: Told;
  beforeEach(async () => {
    told = listen();
    await setViewport({width: 1280, height: 800});
  });
  afterEach(async () => {
    told.stop();
    await emulateMedia({forcedColors: 'none'});
    await setViewport({width: 800, height: 600});
  });

  describe('as a page', () => {
    it('shows every figure, item, problem, plan, document and platform of the report, and all can be proven', async () => {
      const el = await aDashboard();
      const text = [...deep(el.shadowRoot!)]
        .filter(({shadowRoot}) => shadowRoot)
        .map(textOf)
        .join(' ');
      // As a reader of Chinese sees it.
      const shown = text.replace(/[\s，；：（）]/g, '');
      const plain = (quoted: string) => quoted.replace(/[\s,;:()，；：（）]/g, '');
      for (const {printed, label, indicator} of seed.observations) {
        expect(shown, indicator).to.include(plain(printed)).and.to.include(plain(label['zh-CN']));
      }
      const named = [
        ...seed.areas.flatMap(({items}) => items.map(({title}) => title)),
        ...seed.issues.map(({title}) => title),
        ...seed.plans.map(({title}) => title),
        ...seed.documents.map(({title}) => title),
        ...seed.platforms.map(({name}) => name),
      ];
      for (const name of named) expect(shown).to.include(plain(name['zh-CN']));
      const cards = widgets(el).filter(({localName}) => /^qd-(?:metric|progress)$/.test(localName));
      expect(cards).to.have.length(seed.observations.filter(({area}) => area).length - 1);
      for (const card of cards) {
        expect(
          card.shadowRoot!.querySelector('[part="source"]'),
          card.getAttribute('indicator')!,
        ).not.to.equal(null);
      }
      expect(told.codes()).to.deep.equal([]);
    });

    it('heads the report with who published it, when, and what is in it, counted', async () => {
      const el = await aDashboard();
      expect(texts(el, '.over')).to.deep.equal(['青岛市大数据局']);
      expect(texts(el, '.title')).to.deep.equal(['2024年上半年工作报告']);
      expect(texts(el, '.facts div')).to.deep.equal([
        '报告期2024年上半年',
        '发布2024年7月18日',
        '工作5个领域，15项',
        '数字44个，每个都有出处',
        '文件9份',
        '问题3个',
        '打算6项',
      ]);
      expect(texts(el, '.lede')[0]).to.match(/^今年以来，市大数据局/);
    });

    it('takes the report’s own title where it has one', async () => {
      const el = await aDashboard({}, aReport());
      expect(texts(el, '.title')).to.deep.equal(['园林工作报告']);
    });

    it('gives the sections headings that follow each other', async () => {
      const el = await aDashboard({'heading-level': '2'});
      const headings = [...deep(el.shadowRoot!)]
        .filter((element) => element.matches('[role="heading"], h2, h3, h4, h5, h6'))
        .map((heading) => Number(heading.getAttribute('aria-level') ?? heading.localName.slice(1)));
      expect(headings[0]).to.equal(2);
      headings.forEach(
        (level, at) => at && expect(level, `heading ${at}`).to.be.at.most(headings[at - 1]! + 1),
      );
      expect(texts(el, '.name')).to.deep.equal(['问题与打算', '全部数字', '文件', '平台与系统', '报告原文']);
    });

    it('leads from the areas with their figures to the areas', async () => {
      const el = await aDashboard();
      expect(texts(el, '.areas li')).to.deep.equal([
        '58项推动落地的数字青岛任务一统筹',
        '921.61亿次数据资源调用二数据要素',
        '453个接入“山东通”的业务应用三数字政府',
        '89.41万项次检查检验结果累计互认四数字社会',
        '近30万路汇聚全市视频五基础设施',
      ]);
      const [, , third] = all(el, '.areas a');
      third!.click();
      await until(() => third!.getAttribute('aria-current') === 'true');
      expect(all(el, '.areas [aria-current]')).to.have.length(1);
      expect(el.shadowRoot!.activeElement).to.equal(all(el, '.area')[2]);
      expect(location.hash).to.equal('');
      await until(() => Math.abs(all(el, '.area')[2]!.getBoundingClientRect().top) < innerHeight);
    });

    it('lets the thick part of the rule travel with the areas', async () => {
      const el = await aDashboard();
      const rules = all(el, '.five').map((rule) => rule.getBoundingClientRect());
      const marks = all(el, '.five i').map((mark) => mark.getBoundingClientRect());
      expect(marks).to.have.length(5);
      marks.forEach((mark, at) => {
        expect(mark.width).to.be.closeTo(rules[at]!.width / 5, 1);
        expect(mark.left - rules[at]!.left).to.be.closeTo((rules[at]!.width / 5) * at, 1);
      });
    });

    it('compares the counts of one unit that are in 万 or more, in the area they all belong to', async () => {
      const el = await aDashboard();
      const [chart, ...others] = all(el, 'qd-chart');
      expect(others).to.be.empty;
      expect(chart!.getAttribute('indicators')!.split(' ')).to.have.members(
        seed.observations
          .filter(({unit, scale, kind}) => unit === '条' && scale >= 3 && kind === 'count')
          .map(({indicator}) => indicator),
      );
      expect(chart!.parentElement!.getAttribute('area')).to.equal('data-elements');
      expect(isShown(chart!)).to.be.true;
    });

    it('draws no chart of two, of small counts, or of amounts', async () => {
      const observations = [
        ...['a', 'b', 'c'].map((indicator) => anObservation({indicator})),
        ...['d', 'e'].map((indicator) =>
          anObservation({indicator, printed: '2万条', value: '2', scale: 4, unit: '条'}),
        ),
        ...['f', 'g', 'h'].map((indicator) =>
          anObservation({indicator, kind: 'amount', printed: '2万元', value: '2', scale: 4, unit: '元'}),
        ),
      ];
      const el = await aDashboard({}, aReport({observations}));
      expect(all(el, 'qd-chart')).to.be.empty;
    });

    it('gives a chart of several areas a section of its own', async () => {
      const observations = [1, 2, 3].map((at) =>
        inArea(at, {indicator: `count-${at}`, printed: `${at}万条`, value: `${at}`, scale: 4, unit: '条'}),
      );
      const el = await aDashboard({}, aReport({areas: [1, 2, 3].map((at) => anArea(at)), observations}));
      expect(all(el, '.section qd-chart')).to.have.length(1);
      expect(texts(el, '.name')).to.include('比一比');
    });

    it('leaves out what a report does not have', async () => {
      const el = await aDashboard({}, aReport());
      expect(texts(el, '.name')).to.deep.equal(['全部数字', '报告原文']);
      expect(all(el, '.areas, .area')).to.be.empty;
      const problems = await aDashboard({}, aReport({issues: [anIssue({plans: []})]}));
      expect(texts(problems, '.name')[0]).to.equal('问题');
      const plans = await aDashboard({}, aReport({plans: [aPlan()]}));
      expect(texts(plans, '.name')[0]).to.equal('打算');
    });

    it('hands a report given as an object to all that it is made of', async () => {
      const report = aReport({areas: [anArea(1)], observations: [inArea(1, {})]});
      const el = await aDashboard({}, report);
      const cards = widgets(el).filter(({localName}) => localName === 'qd-metric');
      expect(cards.map(textOf)).to.deep.equal(['新建公园 12个 出处']);
      expect(told.codes()).to.deep.equal([]);
    });

    it('passes on the figures that an editor wants to lead', async () => {
      const el = await aDashboard({leads: 'systems-served'});
      expect(texts(el, '.areas li')[1]).to.equal('246个支撑用数需求的系统二数据要素');
      const area = all(el, 'qd-area')[1]!;
      expect(all(area, '.wide').map(({dataset}) => dataset['indicator'])).to.include('systems-served');
    });

    it('says once that it is ready', async () => {
      const el = await aDashboard();
      expect(told.ready.map(({target, detail}) => [target, detail])).to.deep.equal([[el, {report: REPORT}]]);
    });

    for (const [locale, theme, text, width] of [
      ['zh-CN', 'light', 'standard', 1280],
      ['zh-CN', 'dark', 'standard', 768],
      ['en', 'light', 'standard', 320],
      ['en', 'dark', 'large', 1280],
    ] as const) {
      it(`is accessible in ${locale}, ${theme}, ${text}, at ${width} pixels, and scrolls down only`, async () => {
        await setViewport({width, height: 800});
        const el = await aDashboard({locale, theme, text});
        await until(() => base(el).lang === locale);
        expect(document.documentElement.scrollWidth).to.be.at.most(width);
        await expect(el).to.be.accessible();
      });
    }
  });

  describe('as a wall', () => {
    const aWall = async (attributes: Record<string, string> = {}, report?: Report) => {
      const el = await aDashboard({mode: 'wall', ...attributes}, report);
      return el;
    };
    const rows = (el: Element) =>
      all(el, '.line').map((line) =>
        [...line.querySelectorAll('.cell')].map((cell) => cell.querySelector('.f')!.textContent.trim()),
      );

    it('has a row for each area, one more for the one with most figures, and says the same for ever', async () => {
      const el = await aWall();
      expect(rows(el)).to.deep.equal([
        ['58项', '14个', '4份'],
        ['921.61亿次', '2202亿条', '13903个', '3179.85TB', '246个'],
        ['超9200万元', '1.1万亿条', '30%以上', '48亿条', '约为25%'],
        ['453个', '20余项', '1759个', '501项', '279个'],
        ['89.41万项次', '579余家', '320个', '超过400个'],
        ['近30万路', '18万余个', '4300余架次', '410余种', '49个'],
      ]);
      expect(texts(el, '.who')).to.deep.equal([
        '（一）统筹',
        '（二）数据要素',
        '（三）数字政府',
        '（四）数字社会',
        '（五）基础设施',
      ]);
      expect(texts(el, '.plate')).to.deep.equal(['全省首位']);
      expect(texts(el, '.title')).to.deep.equal(['2024年上半年工作报告']);
      expect(texts(el, '.standing .f')).to.deep.equal(['第9位', '非常高', '第一梯队']);
      expect(texts(el, '.issues li')).to.deep.equal([
        '问题一“一盘棋”格局仍需强化打算一数字青岛规划落地',
        '问题二数据要素市场活跃度不高打算二数据产业化发展',
        '问题三算力资源统筹水平不高打算六数字基础设施布局完善',
      ]);
      expect(told.codes()).to.deep.equal([]);
    });

    it('leads to the report with a code', async () => {
      const el = await aWall();
      const code = el.shadowRoot!.querySelector('.qr svg')!;
      expect(code.getAttribute('role')).to.equal('img');
      expect(code.getAttribute('aria-label')).to.include(seed.source.url);
      expect(texts(el, '.qr')).to.deep.equal(['扫一扫看44个数字的出处']);
      expect(texts(el, '.host')).to.deep.equal(['www.qingdao.gov.cn']);
    });

    it('has no code for a report without an address, and says how many figures there are', async () => {
      const {text, sha256} = aReport().source;
      const el = await aWall({}, aReport({source: {text, sha256}}));
      expect(el.shadowRoot!.querySelector('.qr svg')).to.equal(null);
      expect(texts(el, '.qr')).to.deep.equal(['全文共3个数字']);
    });

    it('is accessible in both languages', async () => {
      for (const locale of ['zh-CN', 'en']) await expect(await aWall({locale})).to.be.accessible();
    });

    for (const [width, height] of [
      [1920, 1080],
      [1280, 720],
      [3840, 2160],
    ] as const) {
      for (const locale of ['zh-CN', 'en']) {
        it(`fills ${width} × ${height} in ${locale}, without a figure or a word cut off or below its size`, async () => {
          await setViewport({width, height});
          const el = await aWall({locale});
          const screen = all(el, '.screen')[0]!.getBoundingClientRect();
          const u = screen.width / 1920;
          // Less the margin of the tests' page and, in some browsers, its scroll bar.
          expect(screen.width).to.be.within(width - 40, width);
          expect(screen.height).to.be.closeTo((screen.width * 9) / 16, 1);
          const inner = [...all(el, '.screen *')].filter((element) => !element.closest('svg'));
          for (const element of inner) {
            const what = `${element.className} ${element.textContent.trim().slice(0, 30)}`;
            const {right, bottom} = element.getBoundingClientRect();
            expect(right, what).to.be.at.most(screen.right + 1);
            expect(bottom, what).to.be.at.most(screen.bottom + 1);
            const hasText = [...element.childNodes].some(
              ({nodeType, nodeValue}) => nodeType === 3 && nodeValue!.trim(),
            );
            if (hasText) {
              expect(parseFloat(getComputedStyle(element).fontSize), what).to.be.at.least(24 * u * 0.98);
            }
          }
          // Nothing runs into what is beside or below it.
          for (const line of all(el, '.line')) {
            const bottom = line.getBoundingClientRect().bottom + 1;
            for (const cell of line.querySelectorAll('.cell')) {
              const [label, figure] = [cell.querySelector('.label')!, cell.querySelector('.f')!].map(
                (element) => element.getBoundingClientRect(),
              );
              expect(label!.bottom, cell.textContent).to.be.at.most(figure!.top + 4 * u);
              expect(figure!.bottom, cell.textContent).to.be.at.most(bottom);
              expect(cell.querySelector('.f')!.scrollWidth, cell.textContent).to.be.at.most(
                cell.clientWidth + 1,
              );
            }
          }
        });
      }
    }

    it('never scrolls on a screen of 16:9 where it is all that the page has, whatever the page’s margin', async () => {
      await setViewport({width: 1600, height: 900});
      const el = await aWall();
      expect(all(el, '.whole')).to.be.empty;
      const {body, documentElement: page} = document;
      const others = [...body.children].filter((child) => !child.matches('script, style'));
      for (const other of others) other.remove();
      body.style.margin = '8px 12px';
      body.append(el);
      try {
        await until(() => all(el, '.whole').length === 1);
        expect([page.scrollWidth, page.scrollHeight]).to.deep.equal([1600, 900]);
        const {left, top, width, height} = base(el).getBoundingClientRect();
        expect([left, top, width, height]).to.deep.equal([0, 0, 1600, 900]);
      } finally {
        el.remove();
        body.style.margin = '';
        body.append(...others);
      }
    });

    it('is in the theme wall by itself, and in another where the tag says so', async () => {
      const el = await aWall();
      expect(base(el).dataset['theme']).to.equal('wall');
      el.theme = 'light';
      await until(() => base(el).dataset['theme'] === 'light');
    });

    it('moves nothing', async () => {
      const el = await aWall();
      for (const element of deep(el.shadowRoot!)) {
        const {animationName, transitionDuration} = getComputedStyle(element);
        expect([animationName, transitionDuration]).to.deep.equal(['none', '0s']);
      }
    });

    it('becomes a page and a wall again', async () => {
      const el = await aWall();
      el.mode = 'page';
      await until(() => all(el, '.page').length);
      el.mode = 'wall';
      await until(() => all(el, '.wall').length);
      expect(rows(el)).to.have.length(6);
    });

    it('shows a report without areas in rows of its figures', async () => {
      const observations = Array.from({length: 7}, (_, at) =>
        anObservation({indicator: `count-${at}`, printed: `${at + 1}个`, value: `${at + 1}`}),
      );
      const el = await aWall({}, aReport({observations}));
      expect(rows(el).flat()).to.have.members(['7个', '6个', '5个', '4个', '3个', '2个', '1个']);
    });

    it('says how many areas and problems there is no room for', async () => {
      const areas = Array.from({length: 12}, (_, at) => anArea(at + 1));
      const observations = areas.map((_, at) => inArea(at + 1, {indicator: `count-${at}`}));
      const issues = Array.from({length: 5}, (_, at) =>
        anIssue({id: `issue-${at}`, number: `2.${at + 1}`, plans: []}),
      );
      const el = await aWall({}, aReport({areas, observations, issues}));
      expect(rows(el)).to.have.length(9);
      expect(texts(el, '.left')).to.deep.equal(['另有3个工作领域，见报告原文']);
      expect(texts(el, '.issues li')[2]).to.include('另有2个问题').and.to.include('编者未关联打算');
    });
  });

  it('falls back to its children while it has no data', async () => {
    for (const mode of ['page', 'wall']) {
      const el = await fixture<QdDashboard>(
        html`<qd-dashboard report="no-such" mode=${mode} locale="zh-CN"><p>正文</p></qd-dashboard>`,
      );
      await inState(el, 'error');
      expect(isShown(el.querySelector('p'))).to.be.true;
      expect(textOf(el)).to.include('没有编号为“no-such”的报告');
      el.setAttribute('report', REPORT);
      await inState(el, 'ready');
      expect(isShown(el.querySelector('p'))).to.be.false;
    }
  });

  it('is gone after removal and back after return', async () => {
    const el = await aDashboard();
    const parent = el.parentElement!;
    el.remove();
    parent.append(el);
    await inState(el, 'ready');
    expect(texts(el, '.areas li')).to.have.length(5);
  });
});
