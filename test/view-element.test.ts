import {expect, fixture, html} from '@open-wc/testing';
import {AreaView} from '../widgets/area-view.js';
import {late} from '../widgets/late.js';
import '../widgets/qd-area.js';
import type {QdSource} from '../widgets/qd-source.js';
import '../widgets/qd-source.js';
import {TableView} from '../widgets/table-view.js';
import '../widgets/qd-table.js';
import {inState, isShown, listen, textOf, until} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';

describe('a tag whose drawing comes late', () => {
  it('shows its children until the drawing is there, and asks for it once', async () => {
    let asked = 0;
    let arrive!: (view: typeof TableView) => void;
    late.table = () => {
      asked++;
      return new Promise((resolve) => (arrive = resolve));
    };
    const page = await fixture(
      html`<div lang="zh-CN">
        <qd-table report=${REPORT}><p>44个数字</p></qd-table><qd-table report=${REPORT}></qd-table>
      </div>`,
    );
    const [first, second] = page.querySelectorAll('qd-table');
    await until(() => first!.outcome.report && second!.outcome.report);
    await first!.updateComplete;
    expect(first!.state).to.equal('loading');
    expect(isShown(first!.querySelector('p'))).to.equal(true);
    expect(first!.showRow('video-feeds')).to.equal(false);

    arrive(TableView);
    await Promise.all([inState(first!, 'ready'), inState(second!, 'ready')]);
    expect(isShown(first!.querySelector('p'))).to.equal(false);
    expect(textOf(second!)).to.contain('数据资源调用');
    expect(asked).to.equal(1);
  });

  it('is drawn where it is now when it was moved meanwhile', async () => {
    let arrive!: (view: typeof AreaView) => void;
    late.area = () => new Promise((resolve) => (arrive = resolve));
    const page = await fixture(html`<div lang="zh-CN"><p></p></div>`);
    const el = document.createElement('qd-area');
    el.setAttribute('report', REPORT);
    el.setAttribute('area', 'data-elements');
    page.append(el);
    await el.updateComplete;
    page.querySelector('p')!.append(el);
    const told = listen();
    arrive(AreaView);
    await inState(el, 'ready');
    told.stop();
    expect(told.ready.map(({target}) => target)).to.deep.equal([el]);
  });

  it('keeps its children where the file is missing, and says so', async () => {
    late.source = () => Promise.reject(new Error('404'));
    const told = listen();
    const el = await fixture<QdSource>(html`<qd-source report=${REPORT}><p>报告原文</p></qd-source>`);
    await until(() => told.lines.some((line) => line.includes('a file of the package is missing')));
    told.stop();
    await el.updateComplete;
    expect(isShown(el.querySelector('p'))).to.equal(true);
    expect(el.hasPlace({indicator: 'video-feeds'})).to.equal(false);
    expect(await el.showFigure('video-feeds')).to.equal(false);
  });
});
