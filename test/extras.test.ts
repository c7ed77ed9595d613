import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import type {Observation, Report, SeriesEntry} from '../src/schema.js';
import {lazy} from '../widgets/lazy.js';
import {parts} from '../widgets/report-element.js';
import '../widgets/qd-metric.js';
import '../widgets/qd-progress.js';
import '../widgets/qd-report.js';
import type {QdMetric} from '../widgets/qd-metric.js';
import {
  anObservation,
  aReport,
  deferred,
  inState,
  isShown,
  listen,
  part,
  textOf,
  until,
  type Told,
} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';

async function aCard(attributes: Record<string, string>, tag: 'qd-metric' | 'qd-progress' = 'qd-metric') {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries({report: REPORT, locale: 'zh-CN', ...attributes})) {
    el.setAttribute(name, value);
  }
  const parent = await fixture(html`<div></div>`);
  parent.append(el);
  return inState(el, 'ready');
}

function anEntry(overrides: Partial<SeriesEntry> = {}): SeriesEntry {
  return {
    indicator: 'parks',
    period: '2029',
    printed: '9个',
    value: '9',
    scale: 0,
    unit: '个',
    source: {url: 'https://parks.example/2029', published: '2030-01-09'},
    ...overrides,
  };
}

/** A card of the parks in a report with these other periods. */
async function parks(
  attributes: Record<string, string>,
  observation: Partial<Observation>,
  ...series: Array<Partial<SeriesEntry>>
): Promise<QdMetric> {
  const el = await fixture<QdMetric>(html`<qd-metric indicator="parks" locale="zh-CN"></qd-metric>`);
  for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
  const report: Report = aReport({
    observations: [anObservation(observation), anObservation({indicator: 'ponds'})],
    series: series.map((entry) => anEntry(entry)),
  });
  el.report = report;
  return inState(el, 'ready');
}

/** What a screen reader says of the change: names for what is drawn as a sign. */
function spoken(el: Element): string {
  const paragraph = part(el, 'change')!.cloneNode(true) as HTMLElement;
  for (const image of paragraph.querySelectorAll('[role="img"]')) {
    image.replaceWith(`${image.getAttribute('aria-label')} `);
  }
  return paragraph.textContent.replace(/\s+/g, ' ').trim();
}

const shown = (el: Element) => part(el, 'change')!.textContent.replace(/\s+/g, ' ').trim();
const cited = (el: Element) =>
  [...el.shadowRoot!.querySelectorAll('.cited')].map((line) => line.textContent.replace(/\s+/g, ' ').trim());
const links = (el: Element) => [...el.shadowRoot!.querySelectorAll('a')];

describe('change', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(() => told.stop());

  const cases: Array<
    [
      indicator: string,
      change: string,
      chinese: [shown: string, spoken: string],
      english: [shown: string, spoken: string],
    ]
  > = [
    [
      'cockpit-topics',
      '2023',
      ['▲+9个（+36%）比2023年的25个', '增加9个，增长36% 比2023年的25个'],
      ['▲+9(+36%)from 25 in 2023', 'up 9, up 36 percent from 25 in 2023'],
    ],
    [
      'public-data-records',
      '2024',
      ['▲+38亿条以上（+1.7%以上）至2024年的超2240亿条', '增加38亿条以上，增长1.7%以上 至2024年的超2240亿条'],
      [
        '▲at least +3.8 billion records(at least +1.7%)to over 224 billion records in 2024',
        'up at least 3.8 billion records, up at least 1.7 percent to over 224 billion records in 2024',
      ],
    ],
    [
      'public-data-records',
      '2025-06',
      [
        '▲+198亿条以上（+8.9%以上）至2025年6月的超2400亿条',
        '增加198亿条以上，增长8.9%以上 至2025年6月的超2400亿条',
      ],
      [
        '▲at least +19.8 billion records(at least +8.9%)to over 240 billion records in June 2025',
        'up at least 19.8 billion records, up at least 8.9 percent to over 240 billion records in June 2025',
      ],
    ],
    [
      'mutual-recognition-hospitals',
      '2023',
      ['▲+525家以上（+972.2%以上）比2023年的54家', '增加525家以上，增长972.2%以上 比2023年的54家'],
      [
        '▲at least +525(at least +972.2%)from 54 in 2023',
        'up at least 525, up at least 972.2 percent from 54 in 2023',
      ],
    ],
    [
      'data-on-books-started',
      '2024',
      ['▲+2家（约+2.9%）至2024年的71家', '增加2家，增长约2.9% 至2024年的71家'],
      ['▲+2(about +2.9%)to 71 in 2024', 'up 2, up about 2.9 percent to 71 in 2024'],
    ],
    [
      'tasks-implemented',
      '2024',
      ['与2024年相同：58项', '与2024年相同：58项'],
      ['Same as in 2024: 58', 'Same as in 2024: 58'],
    ],
    [
      'digital-gov-tier',
      '2023',
      ['与2023年相同：第一梯队', '与2023年相同：第一梯队'],
      ['Same as in 2023: 1st tier', 'Same as in 2023: 1st tier'],
    ],
    [
      'gov-service-capability-rating',
      '2023',
      ['与2023年相同：非常高', '与2023年相同：非常高'],
      ['Same as in 2023: Very high', 'Same as in 2023: Very high'],
    ],
  ];
  for (const [indicator, change, chinese, english] of cases) {
    it(`of ${indicator} against ${change} is ${chinese[0]}`, async () => {
      const el = await aCard({indicator, change});
      expect([shown(el), spoken(el)]).to.deep.equal(chinese);
      await expect(el).to.be.accessible();
      el.locale = 'en';
      await until(() => /[a-z]/.test(part(el, 'change')!.textContent));
      expect([shown(el), spoken(el)]).to.deep.equal(english);
      await expect(el).to.be.accessible();
    });
  }

  const refused: Array<[indicator: string, change: string, figure: string, why: string, english: string]> = [
    [
      'smart-city-rank',
      '2023',
      '2023年：第9位',
      '不作比较：与本报告的位次出自同一期榜单，不反映前后变化',
      'Not compared: Both ranks come from the same edition of the ranking, so no change can be read from them',
    ],
    [
      'tasks-implemented',
      '2025-06',
      '2025年6月：54项',
      '不作比较：任务清单不同，并非减少',
      'Not compared: A different list of tasks, not a fall',
    ],
    [
      'cloud-brain-scenarios',
      '2023',
      '2023年：485个',
      '两期单位不同（项、个），只列出不计算',
      'The units differ (项, 个), so both are listed and nothing is worked out',
    ],
    [
      'video-ai-algorithms',
      '2024',
      '2024年：430余种',
      '两期数字均为约数，只列出不计算',
      'Both are approximate, so they are listed and nothing is worked out',
    ],
  ];
  for (const [indicator, change, figure, why, english] of refused) {
    it(`of ${indicator} against ${change} is not worked out, and says why`, async () => {
      const el = await aCard({indicator, change});
      expect(shown(el)).to.equal(figure);
      expect(cited(el)[0]).to.equal(why);
      expect(textOf(el)).not.to.match(/[▲▼]|[+−]\d/);
      await expect(el).to.be.accessible();
      el.locale = 'en';
      await until(() => cited(el)[0] === english, `in English: ${cited(el)[0]}`);
    });
  }

  it('is against the nearest earlier period with an empty attribute, or `previous`', async () => {
    for (const change of ['', ' ', 'previous']) {
      const el = await parks({change}, {}, {period: '2028', value: '5'}, {}, {period: '2031'});
      expect(shown(el)).to.contain('比2029年的9个');
    }
  });

  it('is to the nearest later period with `next`', async () => {
    const el = await aCard({indicator: 'public-data-records', change: 'next'});
    expect(shown(el)).to.contain('至2024年的超2240亿条');
  });

  it('says where there is no such period, and which there are', async () => {
    const el = await aCard({indicator: 'public-data-records', change: '2019'});
    expect(shown(el)).to.equal('没有2019年的数字可比，现有2024年、2025年6月');
    await expect(el).to.be.accessible();
    el.setAttribute('change', 'last year');
    await el.updateComplete;
    expect(shown(el)).to.contain('没有“last year”的数字可比');
    el.setAttribute('change', 'previous');
    await el.updateComplete;
    expect(shown(el)).to.equal('没有更早一期的数字可比');
    expect(links(el)).to.be.empty;
    expect(told.codes()).to.deep.equal([]);
  });

  it('cites where the other figure was read, by site and date, as not verified', async () => {
    const el = await aCard({indicator: 'cockpit-topics', change: '2023'});
    expect(cited(el)).to.deep.equal(['据企业网站转述引自ihengde.cn 2024年1月31日，未经原文核对']);
    const [link] = links(el);
    expect(link!.href).to.equal('https://www.ihengde.cn/a/xinwenzhongxin/xingyedongtai/20240131/336.html');
    expect(link!.rel).to.equal('noopener');
    el.locale = 'en';
    await until(() => cited(el)[0]!.startsWith('As retold'));
    expect(cited(el)[0]).to.equal(
      'As retold on a company’s websiteCited from ihengde.cn 31 January 2024; not checked against a source text',
    );
  });

  it('does not measure a span of the report’s own against another period', async () => {
    const el = await parks({change: ''}, {basis: 'since-2030'}, {});
    expect(shown(el)).to.equal('2029年：9个');
    expect(cited(el)[0]).to.equal('本报告的数字为2030年以来累计，另一期未说明口径，只列出不计算');
  });

  const parkCases: Array<
    [what: string, observation: Partial<Observation>, entry: Partial<SeriesEntry>, spoken: string]
  > = [
    ['a fall', {value: '7', printed: '7个'}, {}, '减少2个，下降约22.2% 比2029年的9个'],
    ['an upper bound', {qualifier: 'nearly', printed: '近12个'}, {}, '至多增加3个（至多33.4%）比2029年的9个'],
    [
      'a very small rate',
      {value: '100001', printed: '100001个'},
      {value: '100000', printed: '10万个'},
      '增加1个，增长不足0.1% 比2029年的10万个',
    ],
    [
      'percentage points',
      {kind: 'share', value: '40', unit: '%', printed: '40%'},
      {value: '37.5', unit: '%', printed: '37.5%'},
      '增加2.5个百分点 比2029年的37.5%',
    ],
    [
      'a rank',
      {kind: 'rank', value: '3', unit: '位', printed: '第3位'},
      {value: '5', unit: '位', printed: '第5位'},
      '上升2位 比2029年的第5位',
    ],
    [
      'a rank that falls',
      {kind: 'rank', value: '6', unit: '位', printed: '第6位'},
      {value: '5', unit: '位', printed: '第5位'},
      '下降1位 比2029年的第5位',
    ],
    [
      'another tier',
      {kind: 'tier', value: '1', unit: '梯队', printed: '第一梯队'},
      {value: '2', unit: '梯队', printed: '第二梯队'},
      '与2029年不同：第二梯队',
    ],
    ['no earlier amount', {}, {value: '0', printed: '0个'}, '增加12个 比2029年的0个'],
    ['half a year', {}, {period: '2029-H2'}, '增加3个，增长约33.3% 比2029年下半年的9个'],
  ];
  for (const [what, observation, entry, expected] of parkCases) {
    it(`says of ${what}: ${expected}`, async () => {
      const el = await parks({change: 'previous'}, observation, entry);
      expect(spoken(el)).to.equal(expected);
      await expect(el).to.be.accessible();
    });
  }

  it('points the way the place goes for a rank, not its number', async () => {
    const el = await parks(
      {change: ''},
      {kind: 'rank', value: '3', unit: '位', printed: '第3位'},
      {value: '5', unit: '位', printed: '第5位'},
    );
    expect(shown(el)).to.equal('▲上升2位比2029年的第5位');
  });

  it('passes no verdict unless the data say which way is better', async () => {
    const ink = (el: Element) => getComputedStyle(el.shadowRoot!.querySelector('.delta b')!).color;
    const el = await parks({change: ''}, {}, {});
    const neutral = ink(el);
    const better = await parks({change: ''}, {better: 'higher'}, {});
    expect(shown(better)).to.match(/向好$/);
    expect(ink(better)).not.to.equal(neutral);
    const worse = await parks({change: ''}, {better: 'lower'}, {});
    expect(shown(worse)).to.match(/变差$/);
    expect(ink(worse)).not.to.equal(ink(better));
    expect(shown(el)).not.to.match(/向好|变差/);
    await expect(worse).to.be.accessible();
  });

  it('puts English periods into their sentence', async () => {
    const el = await parks({change: 'previous', locale: 'en'}, {}, {period: '2029-H2'});
    expect(shown(el)).to.equal('▲+3(about +33.3%)from 9 in the second half of 2029');
  });

  it('writes no link for an address that is none', async () => {
    const el = await parks({change: ''}, {}, {source: {url: 'https://parks.example/ok'}});
    expect(cited(el)).to.deep.equal(['引自parks.example，未经原文核对']);
    expect(links(el)).to.have.length(1);
  });

  it('stands under the meter of a qd-progress too', async () => {
    const el = await aCard({indicator: 'cockpit-topics', target: '50', change: ''}, 'qd-progress');
    expect(shown(el)).to.equal('▲+9个（+36%）比2023年的25个');
    await expect(el).to.be.accessible();
  });
});

describe('trend', () => {
  it('draws a line through three periods, named with all its points', async () => {
    const el = await aCard({indicator: 'public-data-records', trend: ''});
    const drawing = part(el, 'trend')!.querySelector('svg')!;
    expect(drawing.getAttribute('role')).to.equal('img');
    expect(drawing.getAttribute('aria-label')).to.equal(
      '走势：2024年上半年：2202亿条，2024年：超2240亿条，2025年6月：超2400亿条',
    );
    expect(drawing.querySelectorAll('line')).to.have.length(2);
    expect(part(el, 'trend')!.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      '2024年上半年 2202亿条2025年6月 超2400亿条',
    );
    expect(links(el).map(({hostname}) => hostname)).to.deep.equal(['www.qingdao.gov.cn', 'news.qtv.com.cn']);
    expect(el.shadowRoot!.querySelector('[style]:not(.f)')).to.equal(null);
    await expect(el).to.be.accessible();
    el.locale = 'en';
    await until(() => /^Trend/.test(part(el, 'trend')!.querySelector('svg')!.getAttribute('aria-label')!));
    expect(part(el, 'trend')!.querySelector('svg')!.getAttribute('aria-label')).to.equal(
      'Trend: First half of 2024: 220.2 billion records; 2024: over 224 billion records; June 2025: over 240 billion records',
    );
    await expect(el).to.be.accessible();
  });

  it('rises where the figures do, in proportion to them and to time', async () => {
    const el = await parks(
      {trend: ''},
      {value: '10', printed: '10个'},
      {period: '2029-06', value: '0'},
      {period: '2031-06', value: '40'},
    );
    const lines = [...part(el, 'trend')!.querySelectorAll('line')];
    const at = (name: string) => lines.map((line) => parseFloat(line.getAttribute(name)!));
    expect(at('x1')[0]).to.equal(0);
    expect(at('x2')[0]).to.equal(50);
    expect(at('x2')[1]).to.equal(100);
    const [start, middle, end] = [at('y1')[0]!, at('y2')[0]!, at('y2')[1]!];
    expect((start - middle) / (start - end)).to.be.closeTo(0.25, 0.001);
  });

  it('draws a level line for figures that stay the same', async () => {
    const el = await parks({trend: ''}, {}, {period: '2028', value: '12'}, {period: '2029', value: '12'});
    const heights = [...part(el, 'trend')!.querySelectorAll('line')].flatMap((line) => [
      line.getAttribute('y1'),
      line.getAttribute('y2'),
    ]);
    expect(new Set(heights).size).to.equal(1);
  });

  it('leaves the last dot open where its figure is hedged', async () => {
    const hedged = await aCard({indicator: 'public-data-records', trend: ''});
    const exact = await parks({trend: ''}, {}, {period: '2028'}, {period: '2029'});
    const fill = (el: Element) => getComputedStyle(part(el, 'trend')!.querySelector('.dot')!).fill;
    expect(fill(hedged)).not.to.equal(fill(exact));
  });

  it('draws nothing for two periods', async () => {
    const el = await aCard({indicator: 'cockpit-topics', trend: ''});
    expect(textOf(el)).to.equal('领导驾驶舱专题 34个 累计 出处');
  });

  it('draws nothing for figures that must not be compared', async () => {
    const el = await aCard({indicator: 'tasks-implemented', trend: ''});
    expect(part(el, 'trend')).to.equal(null);
  });

  it('cites a source once that the change has too', async () => {
    const el = await aCard({indicator: 'public-data-records', trend: '', change: 'next'});
    expect(links(el)).to.have.length(2);
  });
});

describe('also', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(() => told.stop());

  it('shows a second measure below the figure, with a source of its own', async () => {
    const el = await aCard({indicator: 'public-data-volume', also: 'public-data-records'});
    expect(textOf(el).replace(/ /g, '')).to.equal(
      '高质量公共数据总量3179.85TB高质量公共数据条数2202亿条出处出处',
    );
    const [second, first] = el.shadowRoot!.querySelectorAll('button');
    expect(first!.getAttribute('aria-label')).to.equal('高质量公共数据总量，出处');
    expect(second!.getAttribute('aria-label')).to.equal('高质量公共数据条数，出处');
    await expect(el).to.be.accessible();
    second!.click();
    await until(() => second!.getAttribute('aria-expanded') === 'true');
    expect(el.shadowRoot!.querySelector('mark')!.textContent).to.equal('2202亿条');
    first!.click();
    await until(() => first!.getAttribute('aria-expanded') === 'true');
    expect(el.shadowRoot!.querySelector('mark')!.textContent).to.equal('3179.85TB');
    expect(second!.getAttribute('aria-expanded')).to.equal('false');
    first!.click();
  });

  it('does so in English, and on a qd-progress', async () => {
    const el = await aCard(
      {indicator: 'rubber-industry-data-share', also: 'rubber-industry-data', locale: 'en'},
      'qd-progress',
    );
    expect(part(el, 'also')!.textContent).to.equal('1.1 trillion records');
    await expect(el).to.be.accessible();
  });

  it('keeps its drawing while nothing of it changes', async () => {
    const el = await aCard({indicator: 'public-data-volume', also: 'public-data-records'});
    const drawing = part(el, 'also');
    el.requestUpdate();
    await el.updateComplete;
    expect(part(el, 'also')).to.equal(drawing);
    el.setAttribute('also', 'shareable-datasets');
    await el.updateComplete;
    expect(part(el, 'also')!.textContent).to.equal('13903个');
  });

  for (const [tag, also, named] of [
    ['qd-metric', 'public-data-record', 'public-data-records'],
    ['qd-progress', 'no-such', ''],
    ['qd-metric', '', ''],
  ] as const) {
    it(`is a fault that names the attribute for also="${also}" on <${tag}>`, async () => {
      const page = await fixture(html`<div lang="zh-CN"></div>`);
      const el = document.createElement(tag);
      el.setAttribute('report', REPORT);
      el.setAttribute('indicator', 'ocean-data-share');
      el.setAttribute('also', also);
      el.textContent = '约25%';
      page.append(el);
      await inState(el, 'error');
      expect(told.codes()).to.deep.equal(['unknown-indicator']);
      const {message} = told.events[0]!.detail;
      expect(message).to.contain(`<${tag}>`).and.to.contain('also').and.to.contain(named);
      expect(message).not.to.contain('indicator');
      expect(isShown(el) && textOf(el)).to.contain('also');
      el.setAttribute('also', 'ocean-data-volume');
      await inState(el, 'ready');
      expect(part(el, 'also')!.textContent).to.equal('超过50PB');
    });
  }
});

describe('what a card shows besides its figure', () => {
  it('is not loaded where no attribute asks for it', async () => {
    const {extras} = lazy;
    delete parts.extras;
    let asked = 0;
    lazy.extras = () => {
      asked++;
      return extras();
    };
    try {
      await aCard({indicator: 'cockpit-topics'});
      expect(asked).to.equal(0);
      await aCard({indicator: 'cockpit-topics', change: ''});
      expect(asked).to.be.above(0);
    } finally {
      lazy.extras = extras;
    }
  });

  it('comes together with the card, which waits for it', async () => {
    const {extras} = lazy;
    delete parts.extras;
    const gate = deferred<void>();
    lazy.extras = () => gate.promise.then(extras);
    try {
      const page = await fixture(
        html`<div lang="zh-CN">
          <qd-metric report=${REPORT} indicator="cockpit-topics" change="">34个</qd-metric>
        </div>`,
      );
      const el = page.querySelector('qd-metric')!;
      await lazy.looks();
      await el.updateComplete;
      expect(el.getAttribute('state')).to.equal('loading');
      expect(el.shadowRoot!.querySelector('.qd'), 'waits').to.equal(null);
      expect(isShown(el.shadowRoot!.querySelector('slot')), 'fallback').to.be.true;
      gate.resolve();
      await inState(el, 'ready');
      expect(part(el, 'change')).not.to.equal(null);
    } finally {
      lazy.extras = extras;
    }
  });

  it('joins a card that is there already, which stays', async () => {
    const {extras} = lazy;
    delete parts.extras;
    const gate = deferred<void>();
    const el = await aCard({indicator: 'cockpit-topics'});
    lazy.extras = () => gate.promise.then(extras);
    try {
      el.setAttribute('change', '');
      await el.updateComplete;
      expect(textOf(el)).to.equal('领导驾驶舱专题 34个 累计 出处');
      gate.resolve();
      await until(() => part(el, 'change'));
      el.removeAttribute('change');
      await el.updateComplete;
      expect(textOf(el)).to.equal('领导驾驶舱专题 34个 累计 出处');
    } finally {
      lazy.extras = extras;
    }
  });

  it('is left out where its file is missing, and the figure stays', async () => {
    const told = listen();
    const {extras} = lazy;
    delete parts.extras;
    lazy.extras = () => Promise.reject(new TypeError('404'));
    try {
      const el = await aCard({indicator: 'cockpit-topics', change: ''});
      expect(textOf(el)).to.equal('领导驾驶舱专题 34个 累计 出处');
      expect(told.lines.filter((line) => line.includes('missing'))).to.have.length(1);
    } finally {
      lazy.extras = extras;
      told.stop();
    }
  });

  it('is not asked of a figure typed by hand', async () => {
    const el = await fixture(
      html`<qd-metric
        locale="zh-CN"
        label="公园"
        value="12"
        unit="个"
        change
        trend
        also="ponds"
      ></qd-metric>`,
    );
    await inState(el as QdMetric, 'ready');
    expect(textOf(el)).to.equal('公园 12个 未附报告出处');
  });

  const looks: Array<Record<string, string>> = [
    {theme: 'dark'},
    {theme: 'wall'},
    {text: 'large'},
    {variant: 'tile'},
    {variant: 'hero'},
  ];
  for (const attributes of looks) {
    it(`is accessible with ${JSON.stringify(attributes)}`, async () => {
      const el = await aCard({
        indicator: 'public-data-records',
        also: 'public-data-volume',
        change: '2025-06',
        trend: '',
        ...attributes,
      });
      const {theme} = attributes;
      if (theme) el.parentElement!.style.background = theme === 'dark' ? '#10171d' : '#0b1219';
      // Only a whole frame finds out that the card is in view, and gives it its height.
      await nextFrame();
      await nextFrame();
      expect(['also', 'change', 'trend'].map((name) => isShown(part(el, name)))).to.deep.equal([
        true,
        true,
        true,
      ]);
      await expect(el).to.be.accessible();
    });
  }

  it('fits 272 px in every size and language without scrolling sideways', async () => {
    const forms: Array<Record<string, string>> = [
      {},
      {text: 'large'},
      {locale: 'en'},
      {locale: 'en', text: 'large'},
    ];
    for (const attributes of forms) {
      const el = await aCard({
        indicator: 'public-data-records',
        also: 'public-data-volume',
        change: '2025-06',
        trend: '',
        style: 'width: 272px',
        ...attributes,
      });
      const base = part(el, 'base')!;
      expect(base.scrollWidth, JSON.stringify(attributes)).to.be.at.most(base.clientWidth);
    }
  });
});
