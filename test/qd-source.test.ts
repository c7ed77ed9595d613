import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import seed from '../seeds/qingdao-2024-h1.json';
import {ignoredSchema, type Report} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import {ignoredReasons} from '../widgets/ignored-reasons.js';
import type {QdMetric} from '../widgets/qd-metric.js';
import '../widgets/qd-issue-list.js';
import '../widgets/qd-metric.js';
import '../widgets/qd-progress.js';
import type {QdSource} from '../widgets/qd-source.js';
import '../widgets/qd-source.js';
import '../widgets/qd-table.js';
import {anIssue, anObservation, aPlan, aReport, inState, isShown, listen, textOf, until} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const report = seed as unknown as Report;

const all = <T extends Element = HTMLElement>(el: Element, selector: string) => [
  ...el.shadowRoot!.querySelectorAll<T>(selector),
];
const marks = (el: Element) => all<HTMLAnchorElement>(el, '.mark');
const mark = (el: Element, text: string) => marks(el).find((found) => found.textContent === text)!;
const headings = (el: Element) =>
  all(el, '[role=heading]').map((heading) => heading.textContent.replace(/\s+/g, ' ').trim());
const lines = (el: Element) => all(el, '.line');
const button = (el: Element, name: string | RegExp) =>
  all(el, 'button').find((found) => found.textContent.replace(/\s+/g, '').match(name))!;
const focused = (el: Element) => el.shadowRoot!.activeElement;

async function aSource(attributes: Record<string, string> = {}, given?: object): Promise<QdSource> {
  const el = document.createElement('qd-source');
  for (const [name, value] of Object.entries({
    locale: 'zh-CN',
    ...(given ? {} : {report: REPORT}),
    ...attributes,
  })) {
    el.setAttribute(name, value);
  }
  if (given) el.report = given;
  (await fixture(html`<div></div>`)).append(el);
  return inState(el, 'ready');
}

/** A report of one part with one area, its text made of the given lines. */
function aText(quotes: string[], overrides: Partial<Report> = {}): Report {
  let at = 0;
  const passages = quotes.map((quote) => {
    const start = at;
    at += quote.length + 1;
    return {quote, start, end: start + quote.length};
  });
  return aReport({passages, observations: [], ...overrides});
}

function inText(passages: Report['passages'], printed: string, indicator: string) {
  const line = passages!.find(({quote}) => quote.includes(printed))!;
  const figureStart = line.start + line.quote.indexOf(printed);
  return anObservation({
    indicator,
    label: {'zh-CN': indicator},
    printed,
    provenance: {...line, figureStart, figureEnd: figureStart + printed.length},
  });
}

describe('<qd-source>', () => {
  it('marks all 44 figures exactly as printed, in the order of the text', async () => {
    const el = await aSource();
    const inOrder = [...report.observations].sort(
      (a, b) => a.provenance.figureStart - b.provenance.figureStart,
    );
    expect(marks(el).map((found) => found.textContent)).to.deep.equal(inOrder.map(({printed}) => printed));
    expect(marks(el).map((found) => found.getAttribute('href'))).to.deep.equal(
      inOrder.map(({indicator}) => `#${indicator}`),
    );
  });

  it('has the whole text, sign for sign, with full-width punctuation', async () => {
    const el = await aSource({open: 'all'});
    const shown = all(el, '.name[lang], .line').map((found) => found.textContent);
    expect([...shown].slice(1)).to.deep.equal(
      report.passages!.slice(1).map(({quote}) => displayText(quote, 'zh-CN')),
    );
    expect(lines(el)[0]!.textContent).to.equal(displayText(report.passages![0]!.quote, 'zh-CN'));
    expect(shown.join('')).not.to.match(/[\u4e00-\u9fff][,;:]/);
  });

  it('has the outline of the report, each section with its count of figures', async () => {
    const el = await aSource();
    expect(headings(el)).to.deep.equal([
      '开篇 3个数字',
      '一、上半年工作推进情况',
      '（一）聚焦体制机制改革，持续强化数字青岛统筹 2个数字',
      '（二）聚焦数据要素市场化配置改革，释放数据要素价值 20个数字',
      '（三）聚焦服务效能改革，纵深推进数字政府建设 10个数字',
      '（四）聚焦治理服务改革，扎实推进数字社会建设 4个数字',
      '（五）聚焦建设模式改革，加快推进数字基础设施建设 5个数字',
      '二、存在问题',
      '三、下半年工作打算',
    ]);
    expect(all(el, '[role=heading]').map((heading) => heading.getAttribute('aria-level'))).to.deep.equal(
      [3, 3, 4, 4, 4, 4, 4, 3, 3].map(String),
    );
    el.headingLevel = 2;
    await el.updateComplete;
    expect(all(el, '[role=heading]')[2]!.getAttribute('aria-level')).to.equal('3');
  });

  it('sets the sentence in bold that names an item, a problem or a plan', async () => {
    const el = await aSource();
    const leads = lines(el)
      .map((line) => [...line.querySelectorAll('b')].map((found) => found.textContent).join(''))
      .filter(Boolean);
    expect(leads).to.have.length(15 + 3 + 6);
    expect(leads.slice(0, 2)).to.deep.equal(['一是加大数字青岛统筹力度。', '二是统筹政务信息化项目建设。']);
    expect(leads.slice(-1)).to.deep.equal(['（六）加快推进数字基础设施布局完善。']);
  });

  it('folds its sections, by keyboard too', async () => {
    const el = await aSource({open: 'coordination'});
    const [opening, coordination] = all(el, '[role=heading] button');
    expect([opening, coordination].map((found) => found!.getAttribute('aria-expanded'))).to.deep.equal([
      'false',
      'true',
    ]);
    const body = el.shadowRoot!.getElementById(opening!.getAttribute('aria-controls')!)!;
    expect(body.hidden).to.be.ok;
    opening!.focus();
    await sendKeys({press: 'Enter'});
    await el.updateComplete;
    expect(opening!.getAttribute('aria-expanded')).to.equal('true');
    expect(body.hasAttribute('hidden')).to.be.false;
    // Not by its name: Firefox does not know it.
    await sendKeys({press: ' '});
    await el.updateComplete;
    expect(body.hidden).to.be.ok;
    await expect(el).to.be.accessible();
  });

  it('opens and closes all at once', async () => {
    const el = await aSource();
    button(el, '全部展开').click();
    await el.updateComplete;
    expect(all(el, '.body[hidden]')).to.have.length(0);
    await expect(el).to.be.accessible();
    button(el, '全部收起').click();
    await el.updateComplete;
    expect(all(el, '.body[hidden]')).to.have.length(8);
  });

  it('opens a section in which the browser finds a word', async () => {
    const el = await aSource();
    const body = all(el, '.body')[0]!;
    body.dispatchEvent(new Event('beforematch', {bubbles: true}));
    await el.updateComplete;
    expect(body.hasAttribute('hidden')).to.be.false;
  });

  it('prints every section', async () => {
    const el = await aSource();
    await emulateMedia({media: 'print'});
    try {
      expect(lines(el).every(isShown)).to.be.true;
      expect(lines(el)[0]!.getBoundingClientRect().height).to.be.above(0);
    } finally {
      await emulateMedia({media: 'screen'});
    }
  });

  describe('area', () => {
    it('shows one area alone, unfolded', async () => {
      const el = await aSource({area: 'data-elements'});
      expect(headings(el)).to.deep.equal(['（二）聚焦数据要素市场化配置改革，释放数据要素价值 20个数字']);
      expect(marks(el)).to.have.length(20);
      expect(marks(el).every(isShown)).to.be.true;
      expect(all(el, '[role=heading] button')).to.have.length(0);
      await expect(el).to.be.accessible();
    });

    it('is in error for an area that the report lacks', async () => {
      const told = listen();
      const el = await aSource();
      el.area = 'parks';
      await inState(el, 'error');
      expect(told.codes()).to.deep.equal(['unknown-indicator']);
      told.stop();
    });
  });

  describe('numbers that are no indicator', () => {
    it('have a reason in words for every value that a report may give', () => {
      for (const reason of ignoredSchema.shape.reason.options) {
        expect(ignoredReasons('zh-CN')[reason], reason).to.match(/^[\u4e00-\u9fff]{2,6}$/);
        expect(ignoredReasons('en')[reason], reason).to.match(/^[a-z -]+$/);
      }
    });

    it('are shown with their reason when asked for: all 86', async () => {
      const el = await aSource({open: 'all'});
      expect(all(el, '.ignored')).to.have.length(0);
      const toggle = button(el, '86');
      expect(toggle.getAttribute('aria-pressed')).to.equal('false');
      toggle.focus();
      await sendKeys({press: 'Enter'});
      await el.updateComplete;
      expect(toggle.getAttribute('aria-pressed')).to.equal('true');
      expect(all(el, '.ignored').map((found) => found.textContent)).to.deep.equal(
        report.ignored!.map(({text}) => text),
      );
      expect(all(el, '.why').map((found) => found.textContent)).to.deep.equal(
        report.ignored!.map(({reason}) => `〔${ignoredReasons('zh-CN')[reason]}〕`),
      );
      expect(marks(el)).to.have.length(44);
      await expect(el).to.be.accessible();
    });
  });

  it('leads to each section on the publisher’s page by a text fragment without punctuation', async () => {
    const el = await aSource();
    const links = all<HTMLAnchorElement>(el, '.out a');
    expect(links).to.have.length(8);
    expect(decodeURIComponent(links[2]!.href)).to.equal(
      `${report.source.url}#:~:text=聚焦数据要素市场化配置改革`,
    );
    expect(links.every(({rel, target}) => rel === 'noopener' && target === '_blank')).to.be.true;
  });

  describe('a report without its text', () => {
    it('says so and shows the sentences that it quotes, with their figures', async () => {
      const el = await aSource({open: 'all'}, {...report, passages: undefined});
      expect(textOf(el)).to.include('这份报告没有附全文');
      expect(marks(el)).to.have.length(44);
      expect(headings(el)[0]).to.equal('开篇 3个数字');
      expect(headings(el)).to.include('（二）聚焦数据要素市场化配置改革，释放数据要素价值 20个数字');
      await expect(el).to.be.accessible();
    });

    it('shows quotes without an outline as they come', async () => {
      const el = await aSource(
        {},
        aReport({issues: [anIssue()], plans: [aPlan({provenance: anIssue().provenance})]}),
      );
      expect(headings(el)).to.be.empty;
      expect(marks(el).map((found) => found.textContent)).to.deep.equal(['12个']);
      expect(lines(el)).to.have.length(2);
    });

    it('is absent where it quotes nothing', async () => {
      const el = document.createElement('qd-source');
      Object.assign(el, {report: aReport({observations: []}), locale: 'zh-CN'});
      (await fixture(html`<div></div>`)).append(el);
      await inState(el, 'absent');
      expect(textOf(el)).to.include('报告没有附原文');
    });
  });

  describe('offsets', () => {
    const text = aText(['全市(含郊区)建成公园12个,其中3个新建。', '一是修路。修路9公里。']);
    const {passages} = text;

    it('hold although the signs are shown in full width', async () => {
      const observations = [inText(passages, '12个', 'parks'), inText(passages, '3个', 'new-parks')];
      const el = await aSource({}, {...text, observations});
      expect(lines(el)[0]!.textContent).to.equal('全市（含郊区）建成公园12个，其中3个新建。');
      expect(marks(el).map((found) => found.textContent)).to.deep.equal(['12个', '3个']);
    });

    it('that point to other words mark nothing', async () => {
      const wrong = inText(passages, '12个', 'parks');
      wrong.provenance = {...wrong.provenance, quote: wrong.provenance.quote.replace('12', '13')};
      const el = await aSource({}, {...text, observations: [{...wrong, printed: '13个'}]});
      expect(marks(el)).to.have.length(0);
      expect(lines(el)[0]!.textContent).to.include('12个');
    });

    it('of two indicators in one figure make one mark that leads to either', async () => {
      const observations = [inText(passages, '12个', 'parks'), inText(passages, '12', 'gardens')];
      const el = await aSource({}, {...text, observations});
      expect(marks(el).map((found) => [found.textContent, found.title])).to.deep.equal([
        ['12个', 'parks · gardens'],
      ]);
      expect(await el.showFigure('gardens')).to.be.true;
      expect(focused(el)).to.equal(marks(el)[0]);
    });
  });

  describe('from the text to a card', () => {
    let el: QdSource;
    let page: HTMLElement;
    const cardButton = (card: Element) => card.shadowRoot!.querySelector('button')!;
    const hasFocus = (card: Element) => until(() => card.shadowRoot!.activeElement === cardButton(card));

    async function aPage(cards: unknown) {
      page = await fixture(
        html`<div lang="zh-CN">
          <qd-source report=${REPORT} open="all"></qd-source>
          ${cards}
        </div>`,
      );
      el = await inState(page.querySelector('qd-source')!, 'ready');
      for (const card of page.querySelectorAll('qd-metric, qd-progress, qd-table'))
        await inState(card as QdMetric, 'ready');
    }

    async function press(text: string) {
      mark(el, text).focus();
      await sendKeys({press: 'Enter'});
      await el.updateComplete;
    }

    it('goes by keyboard to the card of the indicator and focuses its source', async () => {
      await aPage(html`<qd-metric report=${REPORT} indicator="data-resource-calls"></qd-metric>`);
      const card = page.querySelector('qd-metric')!;
      const address = location.href;
      await press('921.61亿次');
      await hasFocus(card);
      const {top, bottom} = card.getBoundingClientRect();
      await until(
        () => card.getBoundingClientRect().top >= 0 && card.getBoundingClientRect().bottom <= innerHeight,
      );
      expect(bottom - top).to.be.above(0);
      expect(location.href).to.equal(address);
      expect(mark(el, '921.61亿次').getAttribute('aria-current')).to.equal('true');
      await expect(el).to.be.accessible();
      el.shadowRoot!.activeElement?.dispatchEvent(new Event('blur'));
      await press('182个');
      expect(all(el, '[aria-current]').map((found) => found.textContent)).to.deep.equal(['182个']);
    });

    it('prefers what has the indicator as its id, a block around a card too', async () => {
      await aPage(
        html`<qd-metric report=${REPORT} indicator="ocean-data-share"></qd-metric>
          <section id="ocean-data-share">
            <qd-progress report=${REPORT} indicator="ocean-data-share"></qd-progress>
          </section>`,
      );
      await press('约为25%');
      await hasFocus(page.querySelector('qd-progress')!);
    });

    it('goes to a plain element with that id', async () => {
      await aPage(html`<p id="video-feeds"><a href="#top">近30万路</a></p>`);
      await press('近30万路');
      await until(() => document.activeElement === page.querySelector('p a'));
    });

    it('passes by a card of another report, and one inside a sentence where there is a whole one', async () => {
      await aPage(
        html`<qd-metric
            id="departments-served"
            .report=${aReport({observations: [anObservation({indicator: 'departments-served'})]})}
            indicator="departments-served"
          ></qd-metric>
          <qd-metric report=${REPORT} indicator="departments-served" variant="inline"></qd-metric>
          <qd-metric report=${REPORT} indicator="departments-served"></qd-metric>`,
      );
      await press('182个');
      await hasFocus(page.querySelectorAll('qd-metric')[2]!);
    });

    it('finds a card inside another shadow root', async () => {
      await aPage(html`<div class="host"></div>`);
      const root = page.querySelector('.host')!.attachShadow({mode: 'open'});
      const card = document.createElement('qd-metric');
      Object.assign(card, {report: REPORT, indicator: 'systems-served'});
      root.append(card);
      await inState(card, 'ready');
      await press('246个');
      await hasFocus(card);
    });

    it('goes to the row of a table where there is no card', async () => {
      await aPage(html`<qd-table report=${REPORT}></qd-table>`);
      await press('4300余架次');
      const table = page.querySelector('qd-table')!;
      await until(() => focused(table)?.closest('tr'));
      expect(focused(table)!.closest('tr')!.textContent).to.include('无人机飞行');
    });

    it('opens the sentence where the page shows the figure nowhere, and comes back', async () => {
      await aPage('');
      await press('80家');
      await until(() => el.shadowRoot!.querySelector('[role=dialog]'));
      const dialog = el.shadowRoot!.querySelector('[role=dialog]')!;
      expect(dialog.getAttribute('aria-label')).to.equal('引育数据商和第三方服务机构，出处');
      expect(dialog.textContent).not.to.include('在本页原文中查看');
      await sendKeys({press: 'Escape'});
      expect(focused(el)).to.equal(mark(el, '80家'));
    });

    it('tells the page first, which may go elsewhere', async () => {
      await aPage(html`<qd-metric report=${REPORT} indicator="data-resource-calls"></qd-metric>`);
      const told: CustomEvent[] = [];
      const onShow = (event: Event) => {
        event.preventDefault();
        told.push(event as CustomEvent);
      };
      document.addEventListener('qd-show', onShow);
      await press('921.61亿次');
      document.removeEventListener('qd-show', onShow);
      expect(told.map(({detail}) => detail)).to.deep.equal([
        {report: REPORT, indicator: 'data-resource-calls'},
      ]);
      expect([told[0]!.target, told[0]!.composed, told[0]!.bubbles]).to.deep.equal([el, true, true]);
      expect(page.querySelector('qd-metric')!.shadowRoot!.activeElement).to.equal(null);
      expect(focused(el)).to.equal(mark(el, '921.61亿次'));
    });

    it('leaves a click for a new tab to the browser', async () => {
      await aPage(html`<qd-metric report=${REPORT} indicator="data-resource-calls"></qd-metric>`);
      const click = new MouseEvent('click', {bubbles: true, cancelable: true, composed: true, ctrlKey: true});
      let isOurs = true;
      const onClick = (event: Event) => {
        isOurs = event.defaultPrevented;
        event.preventDefault();
      };
      document.addEventListener('click', onClick);
      mark(el, '921.61亿次').dispatchEvent(click);
      document.removeEventListener('click', onClick);
      expect(isOurs).to.be.false;
    });
  });

  describe('from a card to the text', () => {
    const READ = '在本页原文中查看';
    const dialog = (card: Element) => card.shadowRoot!.querySelector('[role=dialog]');
    const readHere = (card: Element) =>
      [...(dialog(card)?.querySelectorAll('button') ?? [])].find((found) => found.textContent === READ);

    async function openCard(card: HTMLElement, selector = 'button') {
      card.shadowRoot!.querySelector<HTMLElement>(selector)!.focus();
      await sendKeys({press: 'Enter'});
      await until(() => dialog(card)?.textContent);
      // Half-way through its fade the panel's contrast is no reader's.
      for (const animation of dialog(card)!.getAnimations()) animation.finish();
    }

    it('closes the sentence, unfolds the section and focuses the mark, by keyboard', async () => {
      const page = await fixture(
        html`<div lang="zh-CN">
          <qd-metric report=${REPORT} indicator="sensing-devices"></qd-metric>
          <qd-source report=${REPORT}></qd-source>
        </div>`,
      );
      const card = await inState(page.querySelector('qd-metric')!, 'ready');
      const el = await inState(page.querySelector('qd-source')!, 'ready');
      await openCard(card);
      await expect(card).to.be.accessible();
      readHere(card)!.focus();
      await sendKeys({press: 'Enter'});
      await until(() => focused(el));
      expect(focused(el)).to.equal(mark(el, '18万余个'));
      expect(focused(el)!.getAttribute('aria-current')).to.equal('true');
      expect(isShown(focused(el))).to.be.true;
      expect(card.shadowRoot!.querySelector('button')!.getAttribute('aria-expanded')).to.equal('false');
      expect(dialog(card)!.getClientRects()).to.have.length(0);
      await until(() => {
        const {top, bottom} = focused(el)!.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    });

    it('finds a text in another shadow root, and the one that has the figure', async () => {
      const page = await fixture(
        html`<div lang="zh-CN">
          <qd-source report=${REPORT} area="coordination"></qd-source>
          <div class="host"></div>
          <qd-metric report=${REPORT} indicator="sensing-devices"></qd-metric>
        </div>`,
      );
      const el = document.createElement('qd-source');
      Object.assign(el, {report: REPORT, area: 'digital-infrastructure'});
      page.querySelector('.host')!.attachShadow({mode: 'open'}).append(el);
      await inState(el, 'ready');
      const card = await inState(page.querySelector('qd-metric')!, 'ready');
      await openCard(card);
      readHere(card)!.click();
      await until(() => focused(el));
      expect(focused(el)!.textContent).to.equal('18万余个');
    });

    it('leads from a problem to its paragraph', async () => {
      const page = await fixture(
        html`<div lang="zh-CN">
          <qd-issue-list report=${REPORT}></qd-issue-list>
          <qd-source report=${REPORT}></qd-source>
        </div>`,
      );
      const list = await inState(page.querySelector('qd-issue-list')!, 'ready');
      const el = await inState(page.querySelector('qd-source')!, 'ready');
      await openCard(list);
      readHere(list)!.click();
      await until(() => focused(el));
      expect(focused(el)!.textContent).to.match(/^一是“一盘棋”格局仍需强化。/);
      expect(focused(el)!.getAttribute('aria-current')).to.equal('true');
    });

    for (const [name, source] of [
      ['no text', () => html``],
      ['the text of another report', () => html`<qd-source .report=${aReport()} locale="zh-CN"></qd-source>`],
      ['another area of the text', () => html`<qd-source report=${REPORT} area="coordination"></qd-source>`],
    ] as const) {
      it(`offers nothing where the page has ${name}`, async () => {
        const page = await fixture(
          html`<div lang="zh-CN">
            <qd-metric report=${REPORT} indicator="sensing-devices"></qd-metric>
            ${source()}
          </div>`,
        );
        for (const text of page.querySelectorAll('qd-source')) await inState(text, 'ready');
        const card = await inState(page.querySelector('qd-metric')!, 'ready');
        await openCard(card);
        expect(readHere(card)).to.equal(undefined);
      });
    }

    it('says whether it could show the figure', async () => {
      const el = await aSource();
      expect(await el.showFigure('no-such')).to.be.false;
      expect(await el.showFigure('video-feeds')).to.be.true;
      expect(focused(el)!.textContent).to.equal('近30万路');
    });

    it('moves the page at once for a reader who asked for no motion', async () => {
      await emulateMedia({reducedMotion: 'reduce'});
      const asked: ScrollIntoViewOptions[] = [];
      const {scrollIntoView} = Element.prototype;
      Element.prototype.scrollIntoView = (options) => void asked.push(options as ScrollIntoViewOptions);
      try {
        const el = await aSource();
        await el.showFigure('smart-city-rank');
      } finally {
        Element.prototype.scrollIntoView = scrollIntoView;
        await emulateMedia({reducedMotion: 'no-preference'});
      }
      expect(asked.map(({behavior}) => behavior)).to.deep.equal(['instant']);
    });
  });

  it('speaks English around the Chinese text', async () => {
    const el = await aSource({locale: 'en', open: 'all'});
    expect(headings(el)).to.deep.equal([
      'Opening 3 figures',
      '一、上半年工作推进情况',
      '1 Institutional reform: strengthening the coordination of Digital Qingdao 2 figures',
      '2 Market-based reform of data allocation: unlocking the value of data 20 figures',
      '3 Service reform: advancing digital government in depth 10 figures',
      '4 Governance and service reform: steadily building a digital society 4 figures',
      '5 Development model reform: speeding up digital infrastructure 5 figures',
      'Problems',
      'Plans',
    ]);
    expect(all(el, '.name')[1]!.lang).to.equal('zh-CN');
    expect(lines(el).every(({lang}) => lang === 'zh-CN')).to.be.true;
    expect(lines(el).map((line) => line.textContent)).to.include('二、存在问题');
    expect(
      all(el, 'button')
        .map((found) => found.textContent)
        .join(''),
    ).not.to.match(/[\u4e00-\u9fff]/);
    await expect(el).to.be.accessible();
  });

  for (const width of [320, 1280]) {
    it(`fits ${width} px, in large print with every number explained`, async () => {
      await setViewport({width, height: 800});
      const el = await aSource({open: 'all', text: 'large', annotated: ''});
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      for (const line of lines(el)) expect(line.scrollWidth).to.be.at.most(line.clientWidth + 1);
      await expect(el).to.be.accessible();
    });
  }

  it('is accessible in the dark', async () => {
    const el = await aSource({open: 'data-elements', theme: 'dark', annotated: ''});
    el.parentElement!.style.background = '#10171d';
    await el.showFigure('data-resource-calls');
    await expect(el).to.be.accessible();
  });

  it('shows its children until it has data, and again when it cannot have them', async () => {
    const el = await fixture<QdSource>(html`<qd-source report="no-such"><p>报告原文</p></qd-source>`);
    await inState(el, 'error');
    expect(isShown(el.querySelector('p'))).to.be.true;
  });
});
