import {expect, fixture, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import type {Report, ReportDocument} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import type {QdDocumentList} from '../widgets/qd-document-list.js';
import '../widgets/qd-document-list.js';
import {aPlan, aReport, base, inState, isShown, listen, textOf, until} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const rows = (el: Element) => [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part="document"]')];
const parts = (el: Element, name: string) =>
  rows(el).map((row) => {
    const found = row.querySelector(`[part="${name}"]`);
    return found ? textOf(found) : '';
  });

async function aList(attributes: Record<string, string> = {}): Promise<QdDocumentList> {
  const el = document.createElement('qd-document-list');
  for (const [name, value] of Object.entries({report: REPORT, ...attributes})) el.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(el);
  return inState(el, 'ready');
}

async function ofReport(report: Report, locale = 'zh-CN'): Promise<QdDocumentList> {
  const el = await fixture<QdDocumentList>(
    html`<qd-document-list .report=${report} locale=${locale}></qd-document-list>`,
  );
  return inState(el, 'ready');
}

const aDocument = (overrides: Partial<ReportDocument> = {}): ReportDocument => ({
  title: {'zh-CN': '公园管理办法', en: 'Rules for parks'},
  verb: {'zh-CN': '印发', en: 'issued'},
  status: 'issued',
  provenance: {quote: '《公园管理办法》', start: 3, end: 11},
  ...overrides,
});

describe('<qd-document-list>', () => {
  afterEach(() => document.body.removeAttribute('style'));

  it('shows every document with the verb of the report', async () => {
    const el = await aList();
    expect(rows(el)).to.have.length(seed.documents.length);
    const shown = rows(el).map((_row, at) => `${parts(el, 'verb')[at]} ${parts(el, 'title')[at]}`);
    const expected = seed.documents.map(
      ({verb, title, status}) =>
        `${status === 'planned' ? '拟' : ''}${verb['zh-CN']} 《${displayText(title['zh-CN'], 'zh-CN')}》`,
    );
    expect(shown.slice().sort()).to.deep.equal(expected.slice().sort());
  });

  it('keeps apart what is drafted, issued, released, adopted and formulated', async () => {
    const el = await aList();
    expect(parts(el, 'verb')).to.deep.equal([
      '编制',
      '印发',
      '发布',
      '出台',
      '制定',
      '印发',
      '印发',
      '编制完善',
      '印发',
      '拟印发',
      '位列',
    ]);
  });

  it('does so in English, with the titles as they are', async () => {
    const el = await aList({locale: 'en'});
    expect(parts(el, 'verb').slice(0, 3)).to.deep.equal(['drafted', 'issued', 'released']);
    expect(parts(el, 'verb')[9]).to.equal('to be issued');
    expect(parts(el, 'title')[0]).to.equal('Digital Qingdao 2024 action plan');
  });

  it('marks a planned document, and says which plan it is part of', async () => {
    const el = await aList();
    const [issued, planned] = [rows(el)[0]!, rows(el)[9]!];
    const colour = (row: HTMLElement) => getComputedStyle(row.querySelector('[part=verb]')!).color;
    expect(colour(planned)).not.to.equal(colour(issued));
    expect(parts(el, 'note')[9]).to.equal('列入打算一');
  });

  const verbs: Array<[given: ReportDocument['verb'], zh: string, en: string]> = [
    [{'zh-CN': '印发', en: 'to be issued'}, '拟印发', 'to be issued'],
    [{'zh-CN': '拟出台', en: 'issued'}, '拟出台', 'planned: issued'],
    [{'zh-CN': '将发布', en: 'release'}, '将发布', 'planned: release'],
  ];
  for (const [verb, zh, en] of verbs) {
    it(`says once that it is planned: ${zh}`, async () => {
      const report = aReport({documents: [aDocument({status: 'planned', verb})], plans: [aPlan()]});
      expect(parts(await ofReport(report), 'verb')).to.deep.equal([zh]);
      expect(parts(await ofReport(report, 'en'), 'verb')).to.deep.equal([en]);
    });
  }

  it('tells apart at the end what is only mentioned', async () => {
    const el = await aList();
    const last = rows(el).pop()!;
    expect(textOf(last)).to.equal('位列 《中国新型智慧城市（SMILE指数）百强排名》 报告只是提到 出处');
    expect(getComputedStyle(last).borderBlockStartStyle).to.equal('dashed');
    expect(getComputedStyle(rows(el)[0]!).borderBlockStartStyle).to.equal('solid');
  });

  it('hangs the bracket, so that the lines of a title stand flush', async () => {
    const el = await aList({style: 'width: 320px'});
    const title = rows(el)[4]!.querySelector('[part=title]')!;
    const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
    let node = walker.nextNode()!;
    while (!node.textContent!.includes('《')) node = walker.nextNode()!;
    const range = document.createRange();
    const leftOf = (at: number) => {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      // WebKit counts the end of the line before to the first letter of a line.
      return [...range.getClientRects()].pop()!;
    };
    const open = node.textContent!.indexOf('《');
    const second = leftOf(open + 1);
    let at = open + 2;
    while (leftOf(at).top <= second.top) at++;
    expect(leftOf(at).left).to.be.closeTo(second.left, 4);
    expect(leftOf(open).left).to.be.below(second.left);
  });

  it('does not write brackets twice', async () => {
    const documents = [aDocument({title: {'zh-CN': '《公园管理办法》'}})];
    expect(parts(await ofReport(aReport({documents})), 'title')).to.deep.equal(['《公园管理办法》']);
  });

  it('opens the sentence with the title marked in it', async () => {
    const el = await aList();
    const button = rows(el)[1]!.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('《2024年青岛市数字化转型专项工作方案》，出处');
    button.click();
    await until(() => el.shadowRoot!.querySelector('mark'));
    expect(textOf(el.shadowRoot!.querySelector('blockquote')!)).to.equal(
      '加强对各领域、各区（市）数字化转型的指导，印发《2024年青岛市数字化转型专项工作方案》。',
    );
    expect(el.shadowRoot!.querySelector('mark')!.textContent).to.equal(
      '《2024年青岛市数字化转型专项工作方案》',
    );
  });

  it('opens the title alone where the report does not carry its text', async () => {
    const el = await ofReport(aReport({documents: [aDocument()]}));
    rows(el)[0]!.querySelector('button')!.click();
    await until(() => el.shadowRoot!.querySelector('mark'));
    expect(textOf(el.shadowRoot!.querySelector('blockquote')!)).to.equal('《公园管理办法》');
  });

  it('shows one area', async () => {
    for (const {id} of seed.areas) {
      const expected = seed.documents.filter(({area}) => area === id);
      if (expected.length === 0) continue;
      const el = await aList({area: id});
      expect(parts(el, 'title')).to.deep.equal(expected.map(({title}) => `《${title['zh-CN']}》`));
    }
  });

  it('says when an area has none, and names an area that is not there', async () => {
    const told = listen();
    const el = await aList();
    el.setAttribute('area', 'digital-society');
    await inState(el, 'absent');
    expect(textOf(el)).to.contain('部分没有这项内容');
    el.setAttribute('area', 'weather');
    await inState(el, 'error');
    await until(() => told.events.length === 1);
    expect(told.events[0]!.detail.message).to.contain('没有工作领域“weather”');
    told.stop();
  });

  it('says that there are none, and shows its fallback without a report', async () => {
    const el = await fixture<QdDocumentList>(
      html`<qd-document-list .report=${aReport()}></qd-document-list>`,
    );
    await inState(el, 'absent');
    expect(textOf(el)).to.contain('报告没有列出文件');
    const broken = await fixture<QdDocumentList>(html`<qd-document-list><b>九份文件</b></qd-document-list>`);
    await inState(broken, 'error');
    expect(isShown(broken.querySelector('b'))).to.be.true;
  });

  for (const [locale, theme, text] of [
    ['zh-CN', 'light', 'standard'],
    ['en', 'dark', 'large'],
  ] as const) {
    it(`is accessible: ${locale}, ${theme}, ${text}`, async () => {
      const el = await aList({locale, theme, text, style: 'width: 320px'});
      document.body.style.background = theme === 'dark' ? '#10171d' : '';
      expect(base(el).dataset['text']).to.equal(text);
      expect(el.scrollWidth).to.be.at.most(320);
      await expect(el).to.be.accessible();
    });
  }
});
