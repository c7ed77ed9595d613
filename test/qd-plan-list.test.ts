import {expect, fixture, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import type {Plan, PlanLink, Report} from '../src/schema.js';
import {displayText} from '../src/display-text.js';
import type {QdPlanList} from '../widgets/qd-plan-list.js';
import '../widgets/qd-plan-list.js';
import {anIssue, aPlan, aReport, base, inState, isShown, textOf, until} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const plans = (el: Element) => [...el.shadowRoot!.querySelectorAll<HTMLElement>('[part="plan"]')];
const parts = (el: Element, name: string) =>
  plans(el).map((row) => [...row.querySelectorAll(`[part="${name}"]`)].map(textOf).join('; '));

async function aList(attributes: Record<string, string> = {}): Promise<QdPlanList> {
  const el = document.createElement('qd-plan-list');
  for (const [name, value] of Object.entries({report: REPORT, ...attributes})) el.setAttribute(name, value);
  (await fixture(html`<div></div>`)).append(el);
  return inState(el, 'ready');
}

async function ofReport(report: Report, locale = 'zh-CN'): Promise<QdPlanList> {
  const el = await fixture<QdPlanList>(
    html`<qd-plan-list .report=${report} locale=${locale}></qd-plan-list>`,
  );
  return inState(el, 'ready');
}

describe('<qd-plan-list>', () => {
  afterEach(() => document.body.removeAttribute('style'));

  it('shows every plan of the report with its number, title and text', async () => {
    const el = await aList();
    expect(seed.plans).to.have.length(6);
    expect(parts(el, 'number')).to.deep.equal(['一', '二', '三', '四', '五', '六']);
    for (const [at, {title, text}] of seed.plans.entries()) {
      expect(textOf(plans(el)[at]!))
        .to.contain(title['zh-CN'])
        .and.to.contain(displayText(text['zh-CN'], 'zh-CN'));
    }
  });

  it('does so in English', async () => {
    const el = await aList({locale: 'en'});
    expect(parts(el, 'number')).to.deep.equal(['1', '2', '3', '4', '5', '6']);
    for (const [at, {title, text}] of seed.plans.entries()) {
      expect(textOf(plans(el)[at]!))
        .to.contain(title.en)
        .and.to.contain(text.en);
    }
    expect(parts(el, 'status')).to.deep.equal(Array(6).fill('Progress not stated in the report'));
  });

  it('says of each that the report states no progress', async () => {
    const el = await aList();
    expect(parts(el, 'status')).to.deep.equal(Array(6).fill('报告未说明进展'));
  });

  const statuses: Array<[status: Plan['status'], zh: string, en: string]> = [
    ['not-stated', '报告未说明进展', 'Progress not stated in the report'],
    ['planned', '计划开展', 'Planned'],
    ['in-progress', '正在推进', 'In progress'],
    ['done', '已完成', 'Done'],
    ['dropped', '不再开展', 'Dropped'],
  ];
  for (const [status, zh, en] of statuses) {
    it(`says ${en} where the data say ${status}`, async () => {
      const report = aReport({plans: [aPlan({status})]});
      expect(parts(await ofReport(report), 'status')).to.deep.equal([zh]);
      expect(parts(await ofReport(report, 'en'), 'status')).to.deep.equal([en]);
    });
  }

  it('names the problem of each linked plan, as the editor’s link', async () => {
    const el = await aList();
    expect(parts(el, 'relation')).to.deep.equal([
      '回应问题一 · 编者关联',
      '回应问题二 · 编者关联',
      '',
      '',
      '',
      '与问题三主题相近 · 编者关联',
    ]);
  });

  const relations: Array<[relation: PlanLink['relation'], zh: string, en: string]> = [
    ['answers', '回应问题一 · 编者关联', 'Takes up problem 1 · linked by the editor'],
    ['related', '与问题一主题相近 · 编者关联', 'Same topic as problem 1 · linked by the editor'],
    [undefined, '关联问题一 · 编者关联', 'Linked to problem 1 · linked by the editor'],
  ];
  for (const [relation, zh, en] of relations) {
    it(`claims no more than the editor did: ${relation}`, async () => {
      const link = {id: 'more-benches', by: 'editor' as const, ...(relation && {relation})};
      const report = aReport({issues: [anIssue({plans: [link]})], plans: [aPlan()]});
      expect(parts(await ofReport(report), 'relation')).to.deep.equal([zh]);
      expect(parts(await ofReport(report, 'en'), 'relation')).to.deep.equal([en]);
    });
  }

  it('draws an answer as a solid line and a shared topic as a dashed one', async () => {
    const el = await aList();
    const line = (at: number) =>
      getComputedStyle(plans(el)[at]!.querySelector('[part=relation]')!, '::before').borderBlockStartStyle;
    expect([line(0), line(5)]).to.deep.equal(['solid', 'dashed']);
  });

  it('names every problem that was linked to one plan', async () => {
    const issues = [anIssue(), anIssue({id: 'few-trees', number: '2.12'})];
    const el = await ofReport(aReport({issues, plans: [aPlan()]}));
    expect(parts(el, 'relation')).to.deep.equal(['回应问题一 · 编者关联; 回应问题十二 · 编者关联']);
  });

  describe('compact', () => {
    it('leaves out the texts, and nothing else', async () => {
      const el = await aList({compact: ''});
      expect(textOf(plans(el)[0]!)).to.equal(
        '一 加快推进数字青岛规划落地 回应问题一 · 编者关联 报告未说明进展 出处',
      );
      el.compact = false;
      await until(() => textOf(plans(el)[0]!).includes('加强市、区（市）两级项目统筹力度'));
    });

    it('is a strip where there is room, and a list where there is not', async () => {
      const el = await aList({compact: ''});
      const tops = () => new Set(plans(el).map((row) => Math.round(row.getBoundingClientRect().top)));
      el.parentElement!.style.width = '1100px';
      await until(() => tops().size === 1);
      el.parentElement!.style.width = '700px';
      await until(() => tops().size === 2);
      el.parentElement!.style.width = '320px';
      await until(() => tops().size === 6);
      expect(el.scrollWidth).to.be.at.most(320);
    });
  });

  it('opens the passage of a plan', async () => {
    const el = await aList();
    const button = plans(el)[1]!.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('加快推进数据产业化发展，出处');
    button.click();
    await until(() => el.shadowRoot!.querySelector('blockquote'));
    expect(textOf(el.shadowRoot!.querySelector('blockquote')!)).to.equal(
      displayText(seed.plans[1]!.provenance.quote, 'zh-CN'),
    );
  });

  it('gives its headings the level that the page asks for', async () => {
    const el = await aList({'heading-level': '4'});
    const levels = [...el.shadowRoot!.querySelectorAll('[role=heading]')].map((each) => each.ariaLevel);
    expect(levels).to.deep.equal(Array(6).fill('4'));
  });

  it('says that there are none, and shows its fallback without a report', async () => {
    const el = await fixture<QdPlanList>(html`<qd-plan-list .report=${aReport()}></qd-plan-list>`);
    await inState(el, 'absent');
    expect(textOf(el)).to.contain('报告没有列出打算');
    const broken = await fixture<QdPlanList>(html`<qd-plan-list><b>六项打算</b></qd-plan-list>`);
    await inState(broken, 'error');
    expect(isShown(broken.querySelector('b'))).to.be.true;
  });

  for (const [locale, theme, text, compact] of [
    ['zh-CN', 'light', 'standard', false],
    ['zh-CN', 'light', 'standard', true],
    ['en', 'dark', 'large', false],
    ['en', 'dark', 'large', true],
  ] as const) {
    it(`is accessible: ${locale}, ${theme}, ${text}${compact ? ', compact' : ''}`, async () => {
      const el = await aList({locale, theme, text, style: 'width: 320px', ...(compact && {compact: ''})});
      document.body.style.background = theme === 'dark' ? '#10171d' : '';
      expect(base(el).dataset['text']).to.equal(text);
      expect(el.scrollWidth).to.be.at.most(320);
      await expect(el).to.be.accessible();
    });
  }
});
