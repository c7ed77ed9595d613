import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {QdMetric} from '../widgets/qd-metric.js';
import '../widgets/index.js';
import {safeLink} from '../widgets/safe-link.js';
import {aClosedRoot, anIssue, anObservation, aPlan, aReport, inState, textOf, until} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const buttonOf = (el: Element) => el.shadowRoot!.querySelector<HTMLElement>('[part=source]')!;
const dialog = (el: Element) => el.shadowRoot!.querySelector<HTMLElement>('[role=dialog]');
const isOpen = (el: Element) => Boolean(dialog(el)?.getClientRects().length);
const control = (el: Element, text: string) =>
  [...dialog(el)!.querySelectorAll('button')].find((button) => button.textContent === text)!;

async function aMetric(
  content = html`<qd-metric report=${REPORT} indicator="data-exchange-turnover"></qd-metric>`,
) {
  const page = await fixture(html`<div lang="zh-CN">${content}</div>`);
  return inState(page.querySelector('qd-metric')!, 'ready');
}

async function open(el: Element, button = buttonOf(el)) {
  button.focus();
  button.click();
  await until(() => isOpen(el) && button.getAttribute('aria-expanded') === 'true', 'opens');
  for (const animation of dialog(el)!.getAnimations()) animation.finish();
  return dialog(el)!;
}

/** Counts listeners on the document while `use` runs. */
async function countListeners(use: () => Promise<void>): Promise<number> {
  const {addEventListener, removeEventListener} = document;
  let count = 0;
  document.addEventListener = function (this: Document, ...args: Parameters<typeof addEventListener>) {
    count++;
    return addEventListener.apply(this, args);
  } as typeof addEventListener;
  document.removeEventListener = function (this: Document, ...args: Parameters<typeof removeEventListener>) {
    count--;
    return removeEventListener.apply(this, args);
  } as typeof removeEventListener;
  try {
    await use();
  } finally {
    Reflect.deleteProperty(document, 'addEventListener');
    Reflect.deleteProperty(document, 'removeEventListener');
  }
  return count;
}

describe('the source of a figure', () => {
  it('is the sentence with the figure marked, who said it, when, and where', async () => {
    const el = await aMetric();
    const panel = await open(el);
    expect(panel.getAttribute('aria-label')).to.equal('数据累计交易额，出处');
    expect(panel.querySelector('blockquote')!.textContent.trim()).to.equal(
      '数据要素产业园引育数据商和第三方服务机构80家；青岛大数据交易中心和海洋大数据交易服务平台累计交易额超9200万元。',
    );
    expect(panel.querySelector('mark')!.textContent).to.equal('超9200万元');
    const text = panel.textContent.replace(/\s+/g, ' ');
    expect(text).to.include('聚焦数据要素市场化配置改革，释放数据要素价值 › 加快推进数据产业化');
    expect(text).to.include('青岛市大数据局 · 2024年上半年 · 2024年7月18日发布');
    expect(text).to.include('http://www.qingdao.gov.cn/ywdt/zwzl/smhd/');
    await expect(el).to.be.accessible();
  });

  it('follows the page around into another language and look while it is open', async () => {
    const el = await aMetric();
    const panel = await open(el);
    let heard = 0;
    el.parentElement!.addEventListener('click', () => heard++);
    el.parentElement!.lang = 'en';
    el.parentElement!.dataset.qdTheme = 'dark';
    el.parentElement!.dataset.qdText = 'large';
    await until(() => panel.lang === 'en' && panel.dataset.theme === 'dark');
    expect(panel.dataset.text).to.equal('large');
    expect(panel.getAttribute('aria-label')).to.equal('Cumulative value of data traded, source');
    expect(panel.textContent).to.include('Copy citation');
    expect(isOpen(el)).to.be.true;
    expect(el.shadowRoot!.activeElement).to.equal(panel);
    expect(heard).to.equal(0);
    await sendKeys({press: 'Escape'});
    expect(isOpen(el)).to.be.false;
    expect(el.shadowRoot!.activeElement).to.equal(buttonOf(el));
  });

  it('is told in English around the sentence, which stays as published', async () => {
    const el = await aMetric();
    el.locale = 'en';
    await until(() => buttonOf(el)?.textContent.trim() === 'Source');
    const panel = await open(el);
    expect(panel.getAttribute('aria-label')).to.equal('Cumulative value of data traded, source');
    expect(panel.lang).to.equal('en');
    expect(panel.querySelector('blockquote')!.lang).to.equal('zh-CN');
    expect(panel.querySelector('mark')!.textContent).to.equal('超9200万元');
    expect(panel.textContent.replace(/\s+/g, ' ')).to.include(
      'Qingdao Big Data Development Administration · First half of 2024 · published 18 July 2024',
    );
    await expect(el).to.be.accessible();
  });

  it('marks each of several equal figures in its own place', async () => {
    const quote = '新建公园12个，改建公园12个。';
    const figure = (at: number) =>
      anObservation({
        indicator: `parks-${at}`,
        provenance: {quote, start: 50, end: 50 + quote.length, figureStart: 50 + at, figureEnd: 52 + at},
      });
    const report = aReport({observations: [figure(4), figure(12)]});
    const el = await aMetric(html`<qd-metric .report=${report} indicator="parks-12"></qd-metric>`);
    const panel = await open(el);
    const mark = panel.querySelector('mark')!;
    expect(mark.textContent).to.equal('12个');
    expect(mark.previousSibling!.parentElement!.textContent.trim()).to.equal(quote);
    const range = document.createRange();
    range.selectNodeContents(mark.parentElement!);
    range.setEndBefore(mark);
    expect(range.toString().trim()).to.equal('新建公园12个，改建公园');
  });

  it('leads to the sentence at its address in a new page', async () => {
    const el = await aMetric();
    const link = (await open(el)).querySelector('a')!;
    expect(link.target).to.equal('_blank');
    expect(link.rel).to.equal('noopener');
    expect(link.textContent).to.equal('在原文中查看');
    const [address, fragment] = link.href.split('#:~:text=');
    expect(address).to.match(/^http:\/\/www\.qingdao\.gov\.cn\/.*t20240718_8132919\.shtml$/);
    expect(decodeURIComponent(fragment!)).to.equal(
      '青岛大数据交易中心和海洋大数据交易服务平台累计交易额超9200万元',
    );
  });

  it('has no link where the report gives no address', async () => {
    const {url, ...source} = aReport().source;
    expect(url).to.be.a('string');
    const el = await aMetric(html`<qd-metric .report=${aReport({source})} indicator="parks"></qd-metric>`);
    const panel = await open(el);
    expect(panel.querySelector('a')).to.equal(null);
    expect(panel.querySelector('.address')).to.equal(null);
  });

  it('takes the focus, and gives it back to the button on Escape', async () => {
    const el = await aMetric();
    const panel = await open(el);
    expect(el.shadowRoot!.activeElement).to.equal(panel);
    await sendKeys({press: 'Escape'});
    expect(isOpen(el)).to.be.false;
    expect(el.shadowRoot!.activeElement).to.equal(buttonOf(el));
    expect(buttonOf(el).getAttribute('aria-expanded')).to.equal('false');
  });

  it('opens and is walked through by keyboard alone', async () => {
    const el = await aMetric();
    buttonOf(el).focus();
    await sendKeys({press: 'Enter'});
    await until(() => isOpen(el));
    const names: string[] = [];
    for (let i = 0; i < 3; i++) {
      await sendKeys({press: 'Tab'});
      names.push(el.shadowRoot!.activeElement!.textContent);
    }
    expect(names).to.deep.equal(['在原文中查看', '复制引文', '关闭']);
    await sendKeys({press: 'Enter'});
    expect(isOpen(el)).to.be.false;
    expect(el.shadowRoot!.activeElement).to.equal(buttonOf(el));
  });

  it('closes by a second click, and opens by a third', async () => {
    const el = await aMetric();
    await open(el);
    buttonOf(el).click();
    await until(() => !isOpen(el));
    expect(buttonOf(el).getAttribute('aria-expanded')).to.equal('false');
    await open(el);
  });

  it('closes by a click elsewhere, not by one inside', async () => {
    const el = await aMetric();
    const panel = await open(el);
    const press = (on: Element) =>
      on.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    press(panel.querySelector('mark')!);
    expect(isOpen(el)).to.be.true;
    press(document.body);
    expect(isOpen(el)).to.be.false;
  });

  it('tells inside from outside in a closed shadow root, too', async () => {
    const page = await fixture(html`<div lang="zh-CN"></div>`);
    const closed = aClosedRoot(page);
    const el = document.createElement('qd-metric');
    el.report = aReport();
    el.indicator = 'parks';
    const other = document.createElement('p');
    closed.append(el, other);
    await inState(el, 'ready');
    const panel = await open(el);
    const press = (on: Element) =>
      on.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    press(panel.querySelector('mark')!);
    expect(isOpen(el)).to.be.true;
    press(other);
    expect(isOpen(el)).to.be.false;
    await open(el);
    press(document.body);
    expect(isOpen(el)).to.be.false;
  });

  it('closes when another is opened, on the same page or the same widget', async () => {
    const page = await fixture(
      html`<div lang="zh-CN">
        <qd-metric report=${REPORT} indicator="departments-served"></qd-metric>
        <qd-issue-list report=${REPORT}></qd-issue-list>
      </div>`,
    );
    const metric = await inState(page.querySelector('qd-metric')!, 'ready');
    const list = await inState(page.querySelector('qd-issue-list')!, 'ready');
    await open(metric);
    const [first, second] = list.shadowRoot!.querySelectorAll<HTMLElement>('[part=source]');
    await open(list, first);
    expect(isOpen(metric)).to.be.false;
    expect(buttonOf(metric).getAttribute('aria-expanded')).to.equal('false');
    await open(list, second);
    expect(first!.getAttribute('aria-expanded')).to.equal('false');
    expect(list.shadowRoot!.querySelectorAll('[role=dialog]')).to.have.length(1);
    expect(dialog(list)!.textContent).to.include('加快推进数字青岛规划落地');
  });

  it('is a passage without a mark where no figure is meant', async () => {
    const page = await fixture(html`<div lang="zh-CN"><qd-issue-list></qd-issue-list></div>`);
    const list = page.querySelector('qd-issue-list')!;
    list.report = aReport({issues: [anIssue()], plans: [aPlan()]});
    await inState(list, 'ready');
    const panel = await open(list);
    expect(panel.querySelector('blockquote')!.textContent.trim()).to.equal('部分公园座椅不足。');
    expect(panel.querySelector('mark')).to.equal(null);
    expect(panel.textContent).to.include('园林工作报告');
  });

  describe('copied', () => {
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
    const setClipboard = (value: unknown) =>
      Object.defineProperty(navigator, 'clipboard', {configurable: true, value});
    afterEach(() => {
      Reflect.deleteProperty(navigator, 'clipboard');
      Reflect.deleteProperty(document, 'execCommand');
      expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.deep.equal(clipboard);
    });
    const CITATION =
      '新建公园：12个\n“全市新建公园12个，较为集中。”\n某市园林局，园林工作报告，2030-07-18，https://parks.example/report?id=1';

    const parks = () => aMetric(html`<qd-metric .report=${aReport()} indicator="parks"></qd-metric>`);

    it('has the figure, the sentence, who, when and where, and says that it is done', async () => {
      let copied = '';
      setClipboard({writeText: async (text: string) => void (copied = text)});
      const el = await parks();
      const panel = await open(el);
      const status = panel.querySelector('[role=status]')!;
      expect(status.textContent).to.equal('');
      control(el, '复制引文').click();
      await until(() => status.textContent === '已复制');
      expect(copied).to.equal(CITATION);
    });

    it('no longer says so when it is opened again', async () => {
      setClipboard({writeText: async () => {}});
      const el = await parks();
      const panel = await open(el);
      control(el, '复制引文').click();
      await until(() => panel.querySelector('[role=status]')!.textContent === '已复制');
      control(el, '关闭').click();
      await open(el);
      expect(dialog(el)!.querySelector('[role=status]')!.textContent).to.equal('');
    });

    for (const [what, value] of [
      ['there is no clipboard', undefined],
      [
        'the clipboard is denied',
        {writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError'))},
      ],
    ] as const) {
      it(`goes by the old command where ${what}`, async () => {
        setClipboard(value);
        const data = new Map<string, string>();
        document.execCommand = (command) => {
          expect(command).to.equal('copy');
          const event = new Event('copy', {bubbles: true, cancelable: true});
          // Only Chromium lets a made event write to what it was given.
          const clipboardData = {setData: (type: string, text: string) => data.set(type, text)};
          document.body.dispatchEvent(Object.assign(event, {clipboardData}));
          return true;
        };
        const el = await parks();
        await open(el);
        control(el, '复制引文').click();
        await until(() => dialog(el)!.querySelector('[role=status]')!.textContent === '已复制');
        expect(data.get('text/plain')).to.equal(CITATION);
      });
    }

    it('is said to have failed where nothing works', async () => {
      setClipboard(undefined);
      document.execCommand = () => {
        throw new Error('not here');
      };
      const el = await parks();
      el.locale = 'en';
      await until(() => buttonOf(el)?.textContent.trim() === 'Source');
      await open(el);
      control(el, 'Copy citation').click();
      await until(() =>
        /^Could not copy: please select/.test(dialog(el)!.querySelector('[role=status]')!.textContent),
      );
    });
  });

  describe('in a browser without popovers', () => {
    const native = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'popover')!;
    beforeEach(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover'));
    afterEach(() => Object.defineProperty(HTMLElement.prototype, 'popover', native));

    it('opens, and closes by Escape, the button and a click elsewhere', async () => {
      const el = await aMetric();
      const panel = await open(el);
      expect(panel.hasAttribute('popover')).to.be.false;
      expect(panel.querySelector('mark')!.textContent).to.equal('超9200万元');
      await sendKeys({press: 'Escape'});
      expect(isOpen(el)).to.be.false;
      expect(el.shadowRoot!.activeElement).to.equal(buttonOf(el));
      await open(el);
      buttonOf(el).click();
      await until(() => !isOpen(el));
      await open(el);
      document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}));
      expect(isOpen(el)).to.be.false;
    });
  });

  describe('leaves no listeners', () => {
    it('after it was opened and closed', async () => {
      const el = await aMetric();
      const left = await countListeners(async () => {
        await open(el);
        buttonOf(el).click();
        await until(() => !isOpen(el));
      });
      expect(left).to.equal(0);
    });

    it('when its widget leaves the page while it is open', async () => {
      const el = await aMetric();
      const parent = el.parentElement!;
      const left = await countListeners(async () => {
        await open(el);
        el.remove();
      });
      expect(left).to.equal(0);
      await sendKeys({press: 'Escape'});
      parent.append(el);
      await el.updateComplete;
      expect(isOpen(el)).to.be.false;
      expect(buttonOf(el).getAttribute('aria-expanded')).to.equal('false');
      await open(el);
    });

    it('when its widget leaves the page before it has opened', async () => {
      const el = await aMetric();
      const failures: unknown[] = [];
      const onFailure = (event: PromiseRejectionEvent) => {
        failures.push(event.reason);
        event.preventDefault();
      };
      window.addEventListener('unhandledrejection', onFailure);
      const left = await countListeners(async () => {
        buttonOf(el).click();
        el.remove();
        const other = await aMetric();
        await open(other);
        buttonOf(other).click();
        await until(() => !isOpen(other));
      });
      window.removeEventListener('unhandledrejection', onFailure);
      expect(left).to.equal(0);
      expect(failures).to.be.empty;
    });
  });

  it('keeps text that would harm as text', async () => {
    const evil = '<img src=x onerror="window.hurt=1">';
    const quote = `${evil}共12个\ud800。`;
    const report = aReport({
      publisher: {'zh-CN': evil},
      title: {'zh-CN': evil},
      observations: [
        anObservation({
          provenance: {
            quote,
            start: 0,
            end: quote.length,
            figureStart: quote.indexOf('12'),
            figureEnd: quote.indexOf('12') + 2,
          },
        }),
      ],
    });
    const el: QdMetric = await aMetric(html`<qd-metric .report=${report} indicator="parks"></qd-metric>`);
    const panel = await open(el);
    expect(panel.querySelector('img')).to.equal(null);
    expect(panel.querySelector('blockquote')!.textContent).to.include(evil);
    expect(textOf(el)).to.include(evil);
    expect('hurt' in window).to.be.false;
  });
});

describe('safeLink', () => {
  it('adds the words as a text fragment, in place of another fragment', () => {
    expect(safeLink('https://parks.example/a?b=1#c', ' 公园12-13个, ')).to.equal(
      `https://parks.example/a?b=1#:~:text=${encodeURIComponent('公园12')}%2D13${encodeURIComponent('个,')}`,
    );
  });

  it('keeps an address without words', () => {
    expect(safeLink('http://parks.example/')).to.equal('http://parks.example/');
  });

  it('leaves out words that no address can hold', () => {
    expect(safeLink('http://parks.example/', '\ud800')).to.equal('http://parks.example/');
  });

  const refused = [
    undefined,
    '',
    'parks',
    '//parks.example/',
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://parks.example/1',
    'ftp://parks.example/',
    'https://user@parks.example/',
    'https://user:word@parks.example/',
    'https://:word@parks.example/',
  ];
  for (const address of refused) {
    it(`refuses ${JSON.stringify(address)}`, () => {
      expect(safeLink(address, '12个')).to.equal(undefined);
    });
  }
});
