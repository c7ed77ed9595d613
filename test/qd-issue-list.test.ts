import {expect, fixture, html} from '@open-wc/testing';
import type {Report} from '../src/schema.js';
import type {QdIssueList} from '../widgets/qd-issue-list.js';
import '../widgets/qd-issue-list.js';
import {anIssue, aPlan, aReport, inState, isShown, listen, textOf, until, type Told} from './fixtures.js';

const headings = (el: Element) => [...el.shadowRoot!.querySelectorAll('[role=heading]')];
const issues = (el: Element) => [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part=issue]')];
const plans = (el: Element) => [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part=plan]')];

async function aList(
  report: string | Partial<Report>,
  {lang = 'zh-CN', state = 'ready' as 'ready' | 'absent'} = {},
): Promise<QdIssueList> {
  const page = await fixture(html`<div lang=${lang}></div>`);
  const el = document.createElement('qd-issue-list');
  el.innerHTML = '<b>问题</b>';
  el.report = typeof report === 'string' ? report : aReport(report);
  page.append(el);
  return inState(el, state);
}

describe('<qd-issue-list>', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(() => told.stop());

  it('shows the three problems of the report, each with the plan an editor linked', async () => {
    const el = await aList('qingdao-2024-h1');
    expect(issues(el)).to.have.length(3);
    expect(headings(el).map((heading) => heading.textContent.trim())).to.deep.equal([
      '“一盘棋”格局仍需强化',
      '加快推进数字青岛规划落地',
      '数据要素市场活跃度不高',
      '加快推进数据产业化发展',
      '算力资源统筹水平不高',
      '加快推进数字基础设施布局完善',
    ]);
    const tags = issues(el).map((issue) =>
      [...issue.querySelectorAll('.tag')].map((tag) => tag.textContent.replace(/\s+/g, ' ').trim()),
    );
    expect(tags).to.deep.equal([
      ['问题一', '打算一 编者关联 · 直接回应'],
      ['问题二', '打算二 编者关联 · 直接回应'],
      ['问题三', '打算六 编者关联 · 主题相近'],
    ]);
    expect(textOf(el)).to.include('难以实现高效的任务调度和数据共享，存在一定的资源浪费。');
    expect(isShown(el.firstElementChild)).to.be.false;
    expect(told.ready).to.have.length(1);
    await expect(el).to.be.accessible();
  });

  it('shows them in English', async () => {
    const el = await aList('qingdao-2024-h1', {lang: 'en'});
    await until(() => headings(el)[0]?.textContent.trim().startsWith('“One chessboard”'));
    expect(textOf(el)).to.include('Problem 3').and.to.include('Plan 6 linked by the editor · same topic');
    expect(textOf(el)).to.include('takes up the problem');
    await expect(el).to.be.accessible();
  });

  it('is a list with one item for each problem', async () => {
    const el = await aList('qingdao-2024-h1');
    const list = el.shadowRoot!.querySelector('ol')!;
    expect(list.getAttribute('role')).to.equal('list');
    expect([...list.children].map((child) => child.localName)).to.deep.equal(['li', 'li', 'li']);
  });

  it('has for each problem and each plan a source named after it', async () => {
    const el = await aList('qingdao-2024-h1');
    const names = [...el.shadowRoot!.querySelectorAll('[part=source]')].map((button) =>
      button.getAttribute('aria-label'),
    );
    expect(names).to.have.length(6);
    expect(new Set(names).size).to.equal(6);
    expect(names[0]).to.equal('“一盘棋”格局仍需强化，出处');
  });

  for (const [at, quote] of [
    [0, '一是'],
    [1, '印发《青岛市第二批'],
    [4, '三是算力资源'],
  ] as const) {
    it(`opens the passage of source ${at}`, async () => {
      const el = await aList('qingdao-2024-h1');
      const button = el.shadowRoot!.querySelectorAll<HTMLElement>('[part=source]')[at]!;
      button.click();
      await until(() => el.shadowRoot!.querySelector('[role=dialog] blockquote'));
      const dialog = el.shadowRoot!.querySelector('[role=dialog]')!;
      expect(dialog.getAttribute('aria-label')).to.equal(button.getAttribute('aria-label'));
      expect(dialog.querySelector('blockquote')!.textContent).to.include(quote);
    });
  }

  it('changes its words, and the open passage, where they stand', async () => {
    const el = await aList('qingdao-2024-h1');
    const before = issues(el);
    const button = el.shadowRoot!.querySelectorAll<HTMLElement>('[part=source]')[5]!;
    button.click();
    await until(() => el.shadowRoot!.querySelector('[role=dialog] blockquote'));
    el.locale = 'en';
    await until(() => el.shadowRoot!.querySelector<HTMLElement>('[role=dialog]')!.lang === 'en');
    expect(issues(el).every((issue, i) => issue === before[i])).to.be.true;
    expect(headings(el)[0]!.textContent).to.include('“One chessboard”');
    expect(button.textContent).to.equal('Source');
    expect(button.isConnected).to.be.true;
  });

  it('is one list also with many problems, each with its own passage', async () => {
    const many = Array.from({length: 60}, (_none, i) =>
      anIssue({id: `issue-${i}`, number: `2.${i + 1}`, title: {'zh-CN': `座椅不足${i}`}}),
    );
    const el = await aList({issues: many, plans: [aPlan()]});
    expect(issues(el)).to.have.length(60);
    expect(new Set(issues(el).map((row) => row.closest('[role=list]')))).to.have.property('size', 1);
    await expect(el).to.be.accessible();
    const button = issues(el)[57]!.querySelector<HTMLElement>('[part=source]')!;
    button.click();
    await until(() => button.getAttribute('aria-expanded') === 'true');
    expect(el.shadowRoot!.querySelector('[role=dialog]')!.getAttribute('aria-label')).to.equal(
      '座椅不足57，出处',
    );
  });

  const levels: Array<[given: string | null, level: string]> = [
    [null, '3'],
    ['2', '2'],
    ['6', '6'],
    ['1', '3'],
    ['7', '3'],
    ['4.9', '4'],
    ['h2', '3'],
  ];
  for (const [given, level] of levels) {
    it(`has headings of level ${level} for heading-level=${given}`, async () => {
      const el = await aList({issues: [anIssue()], plans: [aPlan()]});
      if (given !== null) el.setAttribute('heading-level', given);
      await el.updateComplete;
      expect(headings(el).map((heading) => heading.getAttribute('aria-level'))).to.deep.equal([level, level]);
    });
  }

  it('marks every link as the editor’s, whether or not its relation is said', async () => {
    const el = await aList({
      issues: [anIssue({plans: [{id: 'more-benches', by: 'editor'}]})],
      plans: [aPlan()],
    });
    const [plan] = plans(el);
    expect(plan!.querySelector('.tag')!.textContent.replace(/\s+/g, ' ').trim()).to.equal('打算一 编者关联');
  });

  it('draws a link of the same topic otherwise than an answer', async () => {
    const relation = async (name: 'answers' | 'related') => {
      const el = await aList({
        issues: [anIssue({plans: [{id: 'more-benches', by: 'editor', relation: name}]})],
        plans: [aPlan()],
      });
      const style = getComputedStyle(plans(el)[0]!.querySelector('.link')!);
      return `${style.height} ${style.backgroundImage !== 'none'}`;
    };
    expect(await relation('related')).not.to.equal(await relation('answers'));
  });

  it('skips plans that the report does not have', async () => {
    const el = await aList({
      issues: [
        anIssue({
          plans: [
            {id: 'no-such', by: 'editor'},
            {id: 'more-benches', by: 'editor'},
          ],
        }),
      ],
      plans: [aPlan()],
    });
    expect(plans(el)).to.have.length(1);
    expect(textOf(el)).not.to.include('no-such');
  });

  it('says of a problem without a plan that the editor linked none', async () => {
    const el = await aList({issues: [anIssue({plans: []})]});
    expect(textOf(el)).to.include('编者未关联打算');
    expect(plans(el)).to.be.empty;
    await expect(el).to.be.accessible();
    const other = await aList({issues: [anIssue({plans: [{id: 'no-such', by: 'editor'}]})]});
    expect(textOf(other)).to.include('编者未关联打算');
  });

  it('shows a plan under each problem it is linked to', async () => {
    const el = await aList({
      issues: [anIssue(), anIssue({id: 'few-bins', number: '2.12', title: {'zh-CN': '垃圾箱不足'}})],
      plans: [aPlan()],
    });
    expect(plans(el)).to.have.length(2);
    expect(textOf(el)).to.include('问题十二');
  });

  for (const [lang, words] of [
    ['zh-CN', '— 报告没有列出问题'],
    ['en', '— The report lists no problems'],
  ] as const) {
    it(`is absent for a report without problems (${lang})`, async () => {
      for (const overrides of [{}, {issues: []}]) {
        const el = await aList(overrides, {lang, state: 'absent'});
        await until(() => textOf(el) === words, textOf(el));
        await expect(el).to.be.accessible();
      }
      expect(told.codes()).to.deep.equal([]);
    });
  }

  it('follows its report', async () => {
    const el = await aList({issues: [anIssue()], plans: [aPlan()]});
    el.report = aReport();
    await inState(el, 'absent');
    el.report = 'qingdao-2024-h1';
    await inState(el, 'ready');
    expect(issues(el)).to.have.length(3);
  });

  it('is an error, with its children, for an unknown report', async () => {
    const page = await fixture(html`<div lang="zh-CN"></div>`);
    const el = document.createElement('qd-issue-list');
    el.innerHTML = '<b>问题</b>';
    el.report = 'no-such';
    page.append(el);
    await inState(el, 'error');
    expect(told.codes()).to.deep.equal(['unknown-report']);
    expect(told.events[0]!.detail.message).to.include('<qd-issue-list>');
    expect(isShown(el.firstElementChild)).to.be.true;
    await expect(el).to.be.accessible();
  });

  it('shows text that would harm as typed', async () => {
    const evil = '<img src=x onerror="window.hurt=1">';
    const el = await aList({
      issues: [anIssue({title: {'zh-CN': evil}, text: {'zh-CN': evil}})],
      plans: [aPlan({title: {'zh-CN': evil}})],
    });
    expect(headings(el)[0]!.textContent.trim()).to.equal(evil);
    expect(el.shadowRoot!.querySelector('img')).to.equal(null);
    expect('hurt' in window).to.be.false;
  });
});
