import {expect, fixture, html} from '@open-wc/testing';
import {listeners} from '../widgets/context.js';
import {lazy} from '../widgets/lazy.js';
import '../widgets/index.js';
import {
  aClosedRoot,
  aReport,
  anObservation,
  fresh,
  inState,
  isShown,
  listen,
  part,
  stubFetch,
  textOf,
  until,
  type Told,
} from './fixtures.js';

const figure = (el: Element) => part(el, 'figure')?.textContent;

describe('<qd-report>', () => {
  let told: Told;
  beforeEach(() => (told = listen()));
  afterEach(() => told.stop());

  it('gives its report to every kind of tag inside', async () => {
    const page = await fixture(
      html`<qd-report report="qingdao-2024-h1" lang="zh-CN">
        <qd-metric indicator="departments-served"></qd-metric>
        <qd-progress indicator="ocean-data-share"></qd-progress>
        <qd-issue-list></qd-issue-list>
      </qd-report>`,
    );
    for (const el of page.children) await inState(el as HTMLElement, 'ready');
    expect(figure(page.querySelector('qd-metric')!)).to.equal('182个');
    expect(figure(page.querySelector('qd-progress')!)).to.equal('约为25%');
    expect(page.getAttribute('state')).to.equal('ready');
    await expect(page).to.be.accessible();
  });

  it('draws no box and keeps what is in it, ready or not', async () => {
    const page = await fixture(html`<qd-report report="no-such"><p>文章</p></qd-report>`);
    await inState(page as HTMLElement, 'error');
    expect(getComputedStyle(page).display).to.equal('contents');
    expect(isShown(page.querySelector('p'))).to.be.true;
    expect(textOf(page)).to.equal('');
  });

  it('and each tag in it says once, in its place, why there is no report', async () => {
    const page = await fixture(
      html`<qd-report report="no-such" lang="en"
        ><qd-metric indicator="parks"></qd-metric><qd-issue-list></qd-issue-list
      ></qd-report>`,
    );
    for (const el of page.children) {
      await inState(el as HTMLElement, 'error');
      expect(textOf(el)).to.include('There is no report “no-such”');
    }
    await inState(page as HTMLElement, 'error');
    expect(told.events.map(({target}) => (target as Element).localName).sort()).to.deep.equal([
      'qd-issue-list',
      'qd-metric',
      'qd-report',
    ]);
    expect(new Set(told.codes())).to.deep.equal(new Set(['unknown-report']));
  });

  it('gives a new object at once to all inside', async () => {
    const page = await fixture(
      html`<div>
        <qd-report .report=${aReport()}><qd-metric indicator="parks"></qd-metric></qd-report>
      </div>`,
    );
    const provider = page.querySelector('qd-report')!;
    const el = await inState(page.querySelector('qd-metric')!, 'ready');
    provider.report = aReport({observations: [anObservation({printed: '99个', value: '99'})]});
    await until(() => figure(el) === '99个');
    provider.report = null;
    await inState(el, 'error');
    expect(told.events.some(({detail}) => detail.code === 'unknown-report')).to.be.true;
  });

  it('serves tags that are added later, and no longer those taken out', async () => {
    const page = await fixture(html`<div><qd-report .report=${aReport()}></qd-report></div>`);
    const provider = page.querySelector('qd-report')!;
    await inState(provider, 'ready');
    const el = document.createElement('qd-metric');
    el.indicator = 'parks';
    provider.append(el);
    await inState(el, 'ready');
    page.append(el);
    await inState(el, 'error');
    expect(told.codes()).to.deep.equal(['unknown-report']);
  });

  it('takes the report of another one around it where it names none', async () => {
    const page = await fixture(
      html`<qd-report .report=${aReport()}
        ><qd-report><qd-metric indicator="parks"></qd-metric></qd-report
      ></qd-report>`,
    );
    const el = await inState(page.querySelector('qd-metric')!, 'ready');
    expect(el.localName).to.equal('qd-metric');
    expect(told.codes()).to.deep.equal([]);
  });

  it('is tried again through the button of a card, out of two of them and a shadow root', async () => {
    let works = false;
    const stub = stubFetch(() =>
      works ? new Response(JSON.stringify(aReport())) : new Response('', {status: 500}),
    );
    try {
      const page = await fixture(
        html`<qd-report src=${fresh('/outer')}
          ><qd-report><div></div></qd-report
        ></qd-report>`,
      );
      const el = document.createElement('qd-metric');
      el.indicator = 'parks';
      aClosedRoot(page.querySelector('div')!).append(el);
      await inState(el, 'error');
      works = true;
      el.shadowRoot!.querySelector('button')!.click();
      await inState(el, 'ready');
      expect(stub.asked).to.have.length(2);
    } finally {
      stub.stop();
    }
  });

  it('leaves nobody listening when it goes with all that is in it', async () => {
    const before = listeners().length;
    const page = await fixture(
      html`<div>
        <qd-report .report=${aReport()}><qd-metric indicator="parks"></qd-metric></qd-report>
      </div>`,
    );
    await inState(page.querySelector('qd-metric')!, 'ready');
    page.textContent = '';
    expect(listeners()).to.have.length(before);
  });

  it('that was given a report looks for none of its own, not even for a moment', async () => {
    const page = await fixture(html`<div></div>`);
    const around = document.createElement('qd-report');
    const given = {report: aReport()};
    const held: unknown[] = [];
    let outcome = around.outcome;
    Object.defineProperty(around, 'outcome', {
      get: () => outcome,
      set: (value: typeof outcome) => {
        outcome = value;
        held.push(value);
      },
    });
    around.given = given;
    page.append(around);
    await until(() => around.outcome === given);
    // As long as it takes to find that there is none.
    await lazy.sources();
    await new Promise((resolve) => setTimeout(resolve));
    expect(held.every((one) => one === given)).to.be.true;
  });
});
