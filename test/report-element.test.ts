import {expect, fixture, fixtureSync, html} from '@open-wc/testing';
import seed from '../seeds/qingdao-2024-h1.json';
import {registerReport} from '../src/report-registry.js';
import {listeners} from '../widgets/context.js';
import {lazy} from '../widgets/lazy.js';
import {parts} from '../widgets/report-element.js';
import {QdMetric} from '../widgets/qd-metric.js';
import '../widgets/index.js';
import {
  aClosedRoot,
  anObservation,
  aReport,
  asBefore,
  base,
  deferred,
  fresh,
  inState,
  isShown,
  json,
  listen,
  part,
  stubFetch,
  textOf,
  until,
  type FetchStub,
  type Told,
} from './fixtures.js';

const REPORT = 'qingdao-2024-h1';
const figure = (el: Element) => part(el, 'figure')?.textContent;

/** A report whose only figure shows which report it is of. */
const parks = (number: number) =>
  aReport({observations: [anObservation({printed: `${number}个`, value: String(number)})]});

function aScript(text: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = text;
  return script;
}

describe('what every tag shares', () => {
  let told: Told;
  let stub: FetchStub | undefined;
  beforeEach(() => (told = listen()));
  afterEach(() => {
    told.stop();
    stub?.stop();
    stub = undefined;
  });

  describe('a report', () => {
    it('is found by its id', async () => {
      const el = await fixture<QdMetric>(
        html`<qd-metric report=${REPORT} indicator="departments-served"></qd-metric>`,
      );
      await inState(el, 'ready');
      expect(figure(el)).to.equal('182个');
    });

    it('is found at an address', async () => {
      stub = stubFetch(() => json(parks(7)));
      const el = await fixture<QdMetric>(
        html`<qd-metric src=${fresh('/found')} indicator="parks"></qd-metric>`,
      );
      await inState(el, 'ready');
      expect(figure(el)).to.equal('7个');
    });

    it('is found in JSON inside the tag, which itself is never seen', async () => {
      const el = document.createElement('qd-metric');
      el.setAttribute('indicator', 'parks');
      el.append(aScript(JSON.stringify(parks(8))));
      (await fixture(html`<div></div>`)).append(el);
      await inState(el, 'ready');
      expect(figure(el)).to.equal('8个');
      expect(isShown(el.firstElementChild)).to.be.false;
    });

    it('is found in JSON that comes after the tag has told its fault', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric indicator="parks"></qd-metric>`);
      await inState(el, 'error');
      expect(told.codes()).to.deep.equal(['unknown-report']);
      el.append(aScript(JSON.stringify(parks(9))));
      await inState(el, 'ready');
      expect(figure(el)).to.equal('9个');
    });

    it('is found in JSON that comes before the tag has told its fault', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric indicator="parks"></qd-metric>`);
      el.append(aScript(JSON.stringify(parks(9))));
      el.contextChanged();
      await inState(el, 'ready');
      expect(figure(el)).to.equal('9个');
    });

    it('is found in JSON that is corrected in its place', async () => {
      const el = document.createElement('qd-metric');
      el.setAttribute('indicator', 'parks');
      const script = aScript('{"format": 1');
      el.append(script);
      (await fixture(html`<div></div>`)).append(el);
      await inState(el, 'error');
      expect(told.codes()).to.deep.equal(['invalid-report']);
      script.textContent = '{"format": 1}';
      await until(() => told.events.length === 2);
      script.textContent = JSON.stringify(parks(10));
      await inState(el, 'ready');
      expect(figure(el)).to.equal('10个');
      expect(told.codes()).to.deep.equal(['invalid-report', 'invalid-report']);
    });

    it('is found in JSON that arrives in two pieces', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric indicator="parks"></qd-metric>`);
      await inState(el, 'error');
      const text = JSON.stringify(parks(11));
      const script = aScript(text.slice(0, 100));
      el.append(script);
      await until(() => told.codes().includes('invalid-report'));
      script.append(text.slice(100));
      await inState(el, 'ready');
      expect(figure(el)).to.equal('11个');
    });

    it('is taken as an object', async () => {
      const el = await fixture<QdMetric>(
        html`<qd-metric .report=${parks(12)} indicator="parks"></qd-metric>`,
      );
      await inState(el, 'ready');
      expect(figure(el)).to.equal('12个');
      el.report = parks(13);
      await until(() => figure(el) === '13个');
    });

    it('is taken from another module’s bundled JSON', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric .report=${seed} indicator="parks"></qd-metric>`);
      el.indicator = 'departments-served';
      await inState(el, 'ready');
      expect(figure(el)).to.equal('182个');
    });

    it('is followed from one kind of source to the next', async () => {
      stub = stubFetch(() => json(parks(2)));
      const el = await fixture<QdMetric>(html`<qd-metric indicator="parks"></qd-metric>`);
      el.append(aScript(JSON.stringify(parks(1))));
      el.contextChanged();
      await until(() => figure(el) === '1个');
      // An address comes before the JSON inside, an object before the address.
      el.src = fresh('/next');
      await until(() => figure(el) === '2个');
      el.report = parks(3);
      await until(() => figure(el) === '3个');
      el.report = null;
      await until(() => figure(el) === '2个');
      el.src = null;
      await until(() => figure(el) === '1个');
      el.textContent = '';
      el.report = REPORT;
      el.indicator = 'departments-served';
      await until(() => figure(el) === '182个');
      expect(told.events.map(({detail}) => detail.message)).to.deep.equal([]);
    });
  });

  describe('an element in the page before its script', () => {
    const upgrade = (tag: string) => customElements.define(tag, class extends QdMetric {});

    it('takes attributes and JSON that were there', async () => {
      const tag = fresh('late-json');
      const el = document.createElement(tag) as QdMetric;
      el.setAttribute('indicator', 'parks');
      el.append(aScript(JSON.stringify(parks(21))));
      (await fixture(html`<div></div>`)).append(el);
      upgrade(tag);
      await inState(el, 'ready');
      expect(figure(el)).to.equal('21个');
    });

    it('takes properties that were set on it', async () => {
      const tag = fresh('late-object');
      const el = document.createElement(tag) as QdMetric;
      el.report = parks(22);
      el.indicator = 'parks';
      el.label = '公园数';
      (await fixture(html`<div></div>`)).append(el);
      upgrade(tag);
      await inState(el, 'ready');
      expect(textOf(el)).to.equal('公园数 22个 出处');
    });

    it('takes properties that are set before it is connected', async () => {
      const el = new QdMetric();
      el.report = parks(23);
      el.indicator = 'parks';
      expect(el.attributes).to.have.length(0);
      (await fixture(html`<div></div>`)).append(el);
      await inState(el, 'ready');
      expect(figure(el)).to.equal('23个');
    });
  });

  it('lets a class of the page’s own add properties', async () => {
    const seen: string[] = [];
    class OwnMetric extends QdMetric {
      static override properties = {office: {}};
      declare office?: string;
      protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
        if (changed.has('office')) seen.push(this.office!);
        super.willUpdate(changed);
      }
    }
    const name = fresh('own-metric');
    customElements.define(name, OwnMetric);
    const el = document.createElement(name) as OwnMetric;
    el.report = REPORT;
    el.indicator = 'departments-served';
    el.setAttribute('office', '大数据局');
    document.body.append(el);
    await inState(el, 'ready');
    expect(figure(el)).to.equal('182个');
    el.office = '统计局';
    await el.updateComplete;
    expect(seen).to.deep.equal(['大数据局', '统计局']);
    el.remove();
  });

  describe('inside <qd-report>', () => {
    it('takes the nearest report around', async () => {
      const page = await fixture(
        html`<qd-report .report=${parks(1)}>
          <p><qd-metric id="outer" indicator="parks"></qd-metric></p>
          <qd-report .report=${parks(2)}><qd-metric id="inner" indicator="parks"></qd-metric></qd-report>
        </qd-report>`,
      );
      const outer = await inState(page.querySelector<HTMLElement>('#outer')!, 'ready');
      const inner = await inState(page.querySelector<HTMLElement>('#inner')!, 'ready');
      expect(figure(outer)).to.equal('1个');
      expect(figure(inner)).to.equal('2个');
    });

    it('prefers the tag’s own report', async () => {
      const page = await fixture(
        html`<qd-report .report=${parks(1)}
          ><qd-metric indicator="parks" .report=${parks(5)}></qd-metric
        ></qd-report>`,
      );
      const el = await inState(page.querySelector('qd-metric')!, 'ready');
      expect(figure(el)).to.equal('5个');
    });

    it('finds it across shadow roots, open and closed', async () => {
      const page = await fixture(html`<qd-report .report=${parks(3)}><div></div></qd-report>`);
      const open = page.querySelector('div')!.attachShadow({mode: 'open'});
      const host = document.createElement('section');
      open.append(host);
      const closed = aClosedRoot(host);
      const el = document.createElement('qd-metric');
      el.indicator = 'parks';
      closed.append(el);
      await inState(el, 'ready');
      expect(figure(el)).to.equal('3个');
    });

    it('changes the report when moved to another', async () => {
      const page = await fixture(
        html`<div>
          <qd-report .report=${parks(1)}><qd-metric indicator="parks"></qd-metric></qd-report>
          <qd-report .report=${parks(2)}></qd-report>
        </div>`,
      );
      const el = await inState(page.querySelector('qd-metric')!, 'ready');
      page.lastElementChild!.append(el);
      await until(() => figure(el) === '2个');
      page.firstElementChild!.append(el);
      await until(() => figure(el) === '1个');
      expect(told.events.map(({detail}) => detail.message)).to.deep.equal([]);
    });

    it('follows what is around to another report', async () => {
      const [first, second] = [fresh('around'), fresh('around')];
      registerReport(first, parks(1));
      registerReport(second, parks(2));
      const page = await fixture(
        html`<qd-report report=${first}><qd-metric indicator="parks"></qd-metric></qd-report>`,
      );
      const el = await inState(page.querySelector('qd-metric')!, 'ready');
      expect(figure(el)).to.equal('1个');
      page.setAttribute('report', second);
      await until(() => figure(el) === '2个');
      page.setAttribute('report', 'no-such');
      await inState(el, 'error');
      expect(textOf(el)).to.include('“no-such”');
      page.setAttribute('report', first);
      await until(() => figure(el) === '1个');
    });

    describe('that is on its way', () => {
      /** The classes of what stands in a tag's root. */
      const inRoot = (el: Element) => [...el.shadowRoot!.children].map(({className}) => className);

      /** So many cards of one registered report. */
      async function waiting(count: number, load: () => unknown): Promise<QdMetric[]> {
        const report = fresh('slow');
        registerReport(report, load);
        const page = await fixture(
          html`<div>
            ${Array.from({length: count}, () => html`<qd-metric report=${report} indicator="parks">12个</qd-metric>`)}
          </div>`,
        );
        return [...page.querySelectorAll('qd-metric')];
      }

      it('is waited for by all its cards, which say so, and are complete when it is there', async () => {
        const gate = deferred<object>();
        const cards = await waiting(3, () => gate.promise);
        await until(() => cards.every((el) => el.getAttribute('state') === 'loading'));
        for (const el of cards) expect(inRoot(el)).to.deep.equal(['wait']);
        gate.resolve(parks(5));
        await cards[1]!.updateComplete;
        expect(figure(cards[1]!)).to.equal('5个');
        for (const el of cards) await inState(el, 'ready');
      });

      const besides: Array<[name: string, value: string, part: 'looks' | 'extras']> = [
        ['theme', 'dark', 'looks'],
        ['text', 'large', 'looks'],
        ['variant', 'tile', 'looks'],
        ['framed', '', 'looks'],
        ['trend', '', 'extras'],
        ['change', '', 'extras'],
        ['also', 'parks', 'extras'],
      ];
      for (const [name, value, needed] of besides) {
        it(`brings meanwhile what cards with ${name} need besides, once`, async () => {
          const had = parts[needed];
          const load = lazy[needed];
          let asked = 0;
          const gate = deferred<object>();
          const plain = await waiting(1, () => gate.promise);
          const others = [0, 1].map(() => {
            const el = plain[0]!.cloneNode(true) as QdMetric;
            el.setAttribute(name, value);
            return el;
          });
          try {
            parts[needed] = undefined;
            Object.assign(lazy, {
              [needed]: () => {
                asked++;
                return load();
              },
            });
            plain[0]!.parentElement!.append(...others);
            expect(asked).to.equal(1);
            expect(others.map((el) => el.getAttribute('state'))).to.deep.equal(['loading', 'loading']);
            await until(() => parts[needed]);
            expect(inRoot(others[1]!)).to.deep.equal(['wait']);
            gate.resolve(parks(5));
            for (const el of [...plain, ...others]) {
              await inState(el, 'ready');
              expect(figure(el)).to.equal('5个');
            }
          } finally {
            Object.assign(lazy, {[needed]: load});
            parts[needed] ??= had as undefined;
          }
        });
      }

      it('is not waited for by a card that wants another one', async () => {
        const other = fresh('other');
        registerReport(other, parks(2));
        const [, el] = await waiting(2, () => deferred().promise);
        await until(() => el!.getAttribute('state') === 'loading');
        el!.report = other;
        await inState(el!, 'ready');
        expect(figure(el!)).to.equal('2个');
      });

      it('finds a card that has left and come back', async () => {
        const gate = deferred<object>();
        const [, el] = await waiting(2, () => gate.promise);
        await until(() => el!.getAttribute('state') === 'loading');
        const parent = el!.parentElement!;
        el!.remove();
        gate.resolve(parks(7));
        await gate.promise;
        parent.append(el!);
        await inState(el!, 'ready');
        expect(figure(el!)).to.equal('7个');
      });

      it('is asked for once, also when it fails', async () => {
        let asked = 0;
        const cards = await waiting(3, async () => {
          asked++;
          throw new Error('no such file');
        });
        for (const el of cards) await inState(el, 'error');
        expect(asked).to.equal(1);
      });
    });

    it('waits with it for an address, and asks for that once', async () => {
      stub = stubFetch(() => json(parks(4)));
      const page = await fixture(
        html`<qd-report src=${fresh('/around')}>
          <qd-metric indicator="parks"></qd-metric><qd-metric indicator="parks"></qd-metric>
        </qd-report>`,
      );
      for (const el of page.querySelectorAll('qd-metric')) {
        await inState(el, 'ready');
        expect(figure(el)).to.equal('4个');
      }
      expect(stub.asked).to.have.length(1);
      expect(told.events.map(({detail}) => detail.message)).to.deep.equal([]);
    });

    it('tries the address of what is around again by the button', async () => {
      let works = false;
      stub = stubFetch(() => (works ? json(parks(6)) : new Response('', {status: 503})));
      const page = await fixture(
        html`<qd-report src=${fresh('/again')}><qd-metric indicator="parks"></qd-metric></qd-report>`,
      );
      const el = await inState(page.querySelector('qd-metric')!, 'error');
      works = true;
      el.shadowRoot!.querySelector('button')!.click();
      await inState(el, 'ready');
      expect(figure(el)).to.equal('6个');
      expect(stub.asked).to.have.length(2);
    });

    it('shows nothing of its own but what is in it', async () => {
      const page = await fixture(html`<qd-report .report=${parks(1)}><p>文章</p></qd-report>`);
      await inState(page as HTMLElement, 'ready');
      expect(getComputedStyle(page).display).to.equal('contents');
      expect(isShown(page.querySelector('p'))).to.be.true;
      expect(textOf(page)).to.equal('');
    });
  });

  describe('a registered report', () => {
    it('reaches a tag that stood in the page before', async () => {
      const id = fresh('registered');
      const el = await fixture<QdMetric>(html`<qd-metric report=${id} indicator="parks"></qd-metric>`);
      await inState(el, 'error');
      expect(told.codes()).to.deep.equal(['unknown-report']);
      registerReport(id, () => Promise.resolve(parks(31)));
      await inState(el, 'ready');
      expect(figure(el)).to.equal('31个');
    });

    it('that is not valid is a fault, and a valid one under the same id mends it', async () => {
      const id = fresh('mended');
      registerReport(id, {...parks(1), format: 2});
      const el = await fixture<QdMetric>(html`<qd-metric report=${id} indicator="parks"></qd-metric>`);
      await inState(el, 'error');
      expect(told.codes()).to.deep.equal(['invalid-report']);
      expect(told.events[0]!.detail.message).to.include('format');
      registerReport(id, parks(32));
      await inState(el, 'ready');
      expect(figure(el)).to.equal('32个');
    });

    it('takes the place of an earlier one, also in cards that show that', async () => {
      const id = fresh('replaced');
      registerReport(id, parks(33));
      const el = await fixture<QdMetric>(html`<qd-metric report=${id} indicator="parks"></qd-metric>`);
      await inState(el, 'ready');
      registerReport(id, parks(34));
      await until(() => figure(el) === '34个');
    });

    const failures: Array<[how: string, load: () => unknown]> = [
      ['rejects', () => Promise.reject(new Error('offline'))],
      ['rejects with nothing', () => Promise.reject()],
      [
        'throws',
        () => {
          throw new Error('offline');
        },
      ],
    ];
    for (const [how, load] of failures) {
      it(`is a fault where its loader ${how}, asked once until it is tried again`, async () => {
        const id = fresh('failing');
        let asked = 0;
        let works = false;
        registerReport(id, () => {
          asked++;
          return works ? parks(35) : load();
        });
        const el = await fixture<QdMetric>(
          html`<qd-metric report=${id} indicator="parks" locale="en"></qd-metric>`,
        );
        await inState(el, 'error');
        el.contextChanged();
        await el.updateComplete;
        el.contextChanged();
        await el.updateComplete;
        expect(told.codes()).to.deep.equal(['load-failed']);
        expect(asked).to.equal(1);
        works = true;
        el.shadowRoot!.querySelector('button')!.click();
        await inState(el, 'ready');
        expect(figure(el)).to.equal('35');
      });
    }

    it('leaves the focus on the card when it is tried again, whether it fails or works', async () => {
      const id = fresh('failing');
      const answers = [deferred<unknown>(), deferred<unknown>(), deferred<unknown>()];
      const asked = [...answers];
      registerReport(id, () => asked.shift()!.promise);
      const el = fixtureSync<QdMetric>(html`<qd-metric report=${id} indicator="parks"></qd-metric>`);
      answers[0]!.reject(new Error('offline'));
      await inState(el, 'error');
      const focused = () => el.shadowRoot!.activeElement;
      const retry = () => el.shadowRoot!.querySelector<HTMLElement>('.button')!;
      for (const [answer, works] of [
        [answers[1]!, false],
        [answers[2]!, true],
      ] as const) {
        retry().focus();
        retry().click();
        await inState(el, 'loading');
        expect(focused() === base(el), 'on the card').to.be.true;
        if (works) answer.resolve(parks(35));
        else answer.reject(new Error('offline'));
        await inState(el, works ? 'ready' : 'error');
        expect(focused() === (works ? part(el, 'source') : retry()), 'on the button').to.be.true;
      }
    });
  });

  describe('children', () => {
    it('are shown while the report is on its way, and hidden when it is there', async () => {
      const answer = deferred<Response>();
      stub = stubFetch(() => answer.promise);
      const el = await fixture<QdMetric>(
        html`<qd-metric src=${fresh('/slow')} indicator="parks"><a href="/parks">12个公园</a></qd-metric>`,
      );
      const child = el.firstElementChild!;
      expect(el.state).to.equal('loading');
      expect(isShown(child)).to.be.true;
      await until(() => base(el)?.getAttribute('aria-busy') === 'true');
      expect(isShown(child)).to.be.true;
      expect(el.shadowRoot!.querySelector('[role=status]')).to.equal(null);
      await expect(el).to.be.accessible();
      answer.resolve(json(parks(12)));
      await inState(el, 'ready');
      expect(isShown(child)).to.be.false;
    });

    it('stand in the page as before the script, until there is something to draw', async () => {
      const page = await fixture(
        html`<div>
          <x-unknown>12个公园</x-unknown>
          <qd-metric report="qingdao-2024-h1" indicator="no-such-figure">12个公园</qd-metric>
        </div>`,
      );
      const [unknown, el] = page.children;
      const own = await lazy.states();
      const {states} = lazy;
      const gate = deferred<void>();
      delete parts.states;
      lazy.states = () => gate.promise.then(() => own);
      try {
        const waiting = el!.cloneNode(true) as QdMetric;
        asBefore('qd-metric', () => page.append(waiting));
        await waiting.updateComplete;
        expect(waiting.state).to.equal('loading');
        expect(waiting.shadowRoot).to.equal(null);
        const looks = (element: Element) => {
          const {display, minWidth, contain} = getComputedStyle(element);
          return {display, minWidth, contain, height: element.getBoundingClientRect().height};
        };
        expect(looks(waiting)).to.deep.equal(looks(unknown!));
        gate.resolve();
        await inState(waiting, 'error');
        expect(waiting.shadowRoot).not.to.equal(null);
      } finally {
        lazy.states = states;
      }
    });

    it('have the room of a card while they wait, in a tag that came after the script', async () => {
      const report = fresh('slow');
      const gate = deferred<object>();
      registerReport(report, () => gate.promise);
      const page = await fixture(
        html`<div>
          <qd-metric report=${report} indicator="parks">12个公园</qd-metric>
          <qd-metric report=${report} indicator="parks"><a href="/parks">12个公园</a></qd-metric>
          <p>见<qd-metric variant="inline" report=${report} indicator="parks">12个公园</qd-metric>。</p>
        </div>`,
      );
      const [text, link, inline] = page.querySelectorAll('qd-metric');
      await until(() => [text, link, inline].every((el) => el!.state === 'loading'));
      await until(() => text!.offsetHeight === 132);
      expect(link!.offsetHeight).to.equal(132);
      expect(isShown(link!.firstElementChild)).to.be.true;
      expect(inline!.shadowRoot).to.equal(null);
      expect(getComputedStyle(inline!).display).to.equal('inline');
      gate.resolve(parks(5));
      for (const el of [text, link, inline]) await inState(el!, 'ready');
      expect(figure(text!)).to.equal('5个');
      expect(text!.shadowRoot!.querySelector('slot')).to.equal(null);
    });

    it('are shown beside the words of a fault', async () => {
      const el = await fixture<QdMetric>(
        html`<qd-metric report="no-such" indicator="parks"><a href="/parks">12个公园</a></qd-metric>`,
      );
      await inState(el, 'error');
      expect(isShown(el.firstElementChild)).to.be.true;
      expect(el.shadowRoot!.querySelector('[role=alert]')!.textContent).to.include('no-such');
    });

    it('are shown again when a card that was ready fails', async () => {
      const el = await fixture<QdMetric>(
        html`<qd-metric .report=${parks(1)} indicator="parks"><b>公园</b></qd-metric>`,
      );
      await inState(el, 'ready');
      el.indicator = 'no-such';
      await inState(el, 'error');
      expect(isShown(el.firstElementChild)).to.be.true;
      expect(figure(el)).to.equal(undefined);
    });

    it('are shown where a file of the package is missing, and the console says so once', async () => {
      const {states, looks} = lazy;
      const missing = () => Promise.reject(new TypeError('404'));
      try {
        lazy.states = lazy.looks = missing;
        const el = await fixture<QdMetric>(
          html`<qd-metric report="no-such" theme="dark"><b>公园</b></qd-metric>`,
        );
        await until(() => told.lines.length > 0);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        expect(told.lines.filter((line) => line.includes('missing'))).to.have.length.at.most(2);
        expect(isShown(el.firstElementChild)).to.be.true;
      } finally {
        Object.assign(lazy, {states, looks});
      }
    });

    for (const [locale, words] of [
      ['zh-CN', '正在读取数据'],
      ['en', 'Loading data'],
    ] as const) {
      it(`that are not there leave a status for screen readers (${locale})`, async () => {
        const answer = deferred<Response>();
        stub = stubFetch(() => answer.promise);
        const el = await fixture<QdMetric>(
          html`<qd-metric src=${fresh('/empty')} locale=${locale} indicator="parks"> </qd-metric>`,
        );
        await until(() => el.shadowRoot!.querySelector('[role=status]')?.textContent === words);
        await expect(el).to.be.accessible();
        answer.resolve(json(parks(1)));
        await inState(el, 'ready');
      });
    }
  });

  describe('a fault', () => {
    const faults: Array<
      [what: string, attributes: Record<string, string>, code: string, chinese: RegExp, english: RegExp]
    > = [
      [
        'no report is named',
        {indicator: 'parks'},
        'unknown-report',
        /没有指明报告.*<qd-metric>.*report="…".*<qd-report>/,
        /No report is named\. Give <qd-metric> a report="…", or put it inside <qd-report>\./,
      ],
      [
        'the report is unknown',
        {report: 'qingdao-2024', indicator: 'parks'},
        'unknown-report',
        /没有编号为“qingdao-2024”的报告.*<qd-metric> 的 report 属性.*qingdao-2024-h1/,
        /no report “qingdao-2024”\. Check the report attribute of <qd-metric>\. There is: .*qingdao-2024-h1/,
      ],
      [
        'the report’s name is empty',
        {report: '', indicator: 'parks'},
        'unknown-report',
        /<qd-metric> 的 report 属性/,
        /report attribute of <qd-metric>/,
      ],
      [
        'the indicator is unknown',
        {report: REPORT, indicator: 'data-resource-call'},
        'unknown-indicator',
        /没有指标“data-resource-call”.*<qd-metric> 的 indicator 属性.*可用的有：data-resource-calls/,
        /no indicator “data-resource-call”\. Check the indicator attribute of <qd-metric>\. There is: data-resource-calls/,
      ],
      [
        'no indicator is named',
        {report: REPORT},
        'unknown-indicator',
        /没有指明指标.*<qd-metric>.*indicator="…".*smart-city-rank/,
        /No indicator is named\. Give <qd-metric> an indicator="…"\. There is: smart-city-rank/,
      ],
      [
        'the names are those of every object',
        {report: '__proto__', indicator: 'constructor'},
        'unknown-report',
        /“__proto__”/,
        /“__proto__”/,
      ],
      [
        'the indicator is one that every object has',
        {report: REPORT, indicator: 'constructor'},
        'unknown-indicator',
        /“constructor”/,
        /“constructor”/,
      ],
    ];
    for (const [what, attributes, code, chinese, english] of faults) {
      for (const [lang, words] of [
        ['zh-CN', chinese],
        ['en', english],
      ] as const) {
        it(`is told three ways when ${what} (${lang})`, async () => {
          const page = await fixture(html`<div lang=${lang}></div>`);
          const el = document.createElement('qd-metric');
          for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
          page.append(el);
          await inState(el, 'error');
          expect(told.events).to.have.length(1);
          const [event] = told.events;
          expect(event!.target).to.equal(el);
          expect(event!.bubbles && event!.composed).to.be.true;
          expect(event!.detail.code).to.equal(code);
          expect(event!.detail.message).to.match(words);
          expect(el.shadowRoot!.querySelector('[role=alert]')!.textContent.trim()).to.equal(
            event!.detail.message,
          );
          expect(told.lines).to.have.length(1);
          expect(told.lines[0]).to.match(/^qd-widgets: <qd-metric> /);
          expect(told.lines[0]).to.match(english);
          expect(base(el).lang).to.equal(lang);
          await expect(el).to.be.accessible();
        });
      }
    }

    it('is told in the page’s language also where that language arrives last', async () => {
      const {english, looks} = lazy;
      const gate = deferred<void>();
      try {
        // Both are here already from other tests; a look that is late holds the English back as well.
        lazy.looks = () => gate.promise.then(looks);
        const page = await fixture(html`<div lang="en"><qd-metric report="no-such"></qd-metric></div>`);
        const el = page.querySelector('qd-metric')!;
        await el.updateComplete;
        await lazy.states();
        await el.updateComplete;
        gate.resolve();
        await inState(el, 'error');
        await until(() => base(el).lang === 'en');
        expect(told.events.map(({detail}) => detail.message)).to.have.length(1);
        expect(told.events[0]!.detail.message).to.match(/^There is no report/);
      } finally {
        Object.assign(lazy, {english, looks});
      }
    });

    it('is not told again when the card is drawn again', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric report="no-such" locale="zh-CN"></qd-metric>`);
      await inState(el, 'error');
      el.requestUpdate();
      await el.updateComplete;
      el.theme = 'dark';
      await until(() => base(el).dataset['theme'] === 'dark');
      el.locale = 'en';
      await until(() => base(el).lang === 'en');
      expect(told.events).to.have.length(1);
      expect(told.lines).to.have.length(1);
      expect(textOf(el)).to.match(/There is no report “no-such”/);
    });

    it('is told again when another takes its place', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric report=${REPORT} indicator="one"></qd-metric>`);
      await inState(el, 'error');
      el.indicator = 'two';
      await until(() => textOf(el).includes('“two”'));
      expect(told.codes()).to.deep.equal(['unknown-indicator', 'unknown-indicator']);
      el.report = 'three';
      await until(() => textOf(el).includes('“three”'));
      expect(told.codes()[2]).to.equal('unknown-report');
    });

    it('goes when the indicator is corrected', async () => {
      const el = await fixture<QdMetric>(
        html`<qd-metric report=${REPORT} indicator="departments"><b>部门</b></qd-metric>`,
      );
      await inState(el, 'error');
      el.setAttribute('indicator', 'departments-served');
      await inState(el, 'ready');
      expect(textOf(el)).to.equal('支撑用数需求的部门 182个 累计 出处');
      expect(isShown(el.firstElementChild)).to.be.false;
      expect(told.ready).to.have.length(1);
    });

    it('goes when the report is corrected, and is told anew when it comes back', async () => {
      const el = await fixture<QdMetric>(
        html`<qd-metric report="no-such" indicator="departments-served"></qd-metric>`,
      );
      await inState(el, 'error');
      el.setAttribute('report', REPORT);
      await inState(el, 'ready');
      expect(figure(el)).to.equal('182个');
      el.setAttribute('report', 'no-such');
      await inState(el, 'error');
      expect(told.events).to.have.length(2);
    });

    it('of an element that was removed is not told', async () => {
      const answer = deferred<Response>();
      stub = stubFetch(() => answer.promise);
      const src = fresh('/removed');
      const page = await fixture(
        html`<div><qd-metric src=${src}></qd-metric><qd-metric src=${src}></qd-metric></div>`,
      );
      const [gone, stays] = page.querySelectorAll('qd-metric');
      await until(() => stub!.asked.length === 1);
      gone!.remove();
      answer.resolve(new Response('', {status: 404}));
      await inState(stays!, 'error');
      expect(told.events.map(({target}) => target)).to.deep.equal([stays]);
      expect(gone!.state).to.equal('loading');
    });

    it('of an element removed at once is not told', async () => {
      const page = await fixture(html`<div></div>`);
      const el = document.createElement('qd-metric');
      el.setAttribute('report', 'no-such');
      page.append(el);
      el.remove();
      await el.updateComplete;
      const control = document.createElement('qd-metric');
      control.setAttribute('report', 'no-such');
      page.append(control);
      await inState(control, 'error');
      expect(told.events.map(({target}) => target)).to.deep.equal([control]);
    });

    it('shows ids of 20,000 characters shortened', async () => {
      const long = 'x'.repeat(20_000);
      const el = await fixture<QdMetric>(html`<qd-metric report=${long} indicator=${long}></qd-metric>`);
      await inState(el, 'error');
      expect(told.events[0]!.detail.message.length).to.be.below(600);
      expect(told.events[0]!.detail.message).to.include('x…');
      el.report = REPORT;
      await until(() => told.events.length === 2);
      expect(told.events[1]!.detail.message.length).to.be.below(600);
    });

    it('does not need a console that works', async () => {
      console.error = () => {
        throw new Error('replaced by the portal');
      };
      const el = await fixture<QdMetric>(html`<qd-metric report="no-such"></qd-metric>`);
      await inState(el, 'error');
      expect(told.events).to.have.length(1);
    });

    it('names a wrong type of indicator, too', async () => {
      const el = await fixture<QdMetric>(html`<qd-metric report=${REPORT}></qd-metric>`);
      Object.assign(el, {indicator: 2024});
      await until(() => told.events.length > 0 && textOf(el).includes('“2024”'));
      expect(told.events.at(-1)!.detail.code).to.equal('unknown-indicator');
    });
  });

  describe('a late answer', () => {
    it('never takes the place of a newer one', async () => {
      const slow = deferred<Response>();
      const [first, second] = [fresh('/late'), fresh('/late')];
      stub = stubFetch((url) => (url.endsWith(first) ? slow.promise : json(parks(2))));
      const page = await fixture(
        html`<div>
          <qd-metric src=${first} indicator="parks"></qd-metric
          ><qd-metric src=${first} indicator="parks"></qd-metric>
        </div>`,
      );
      const [el, control] = page.querySelectorAll('qd-metric');
      await until(() => stub!.asked.length === 1);
      el!.src = second;
      await inState(el!, 'ready');
      expect(figure(el!)).to.equal('2个');
      slow.resolve(json(parks(1)));
      await inState(control!, 'ready');
      expect(figure(control!)).to.equal('1个');
      expect(figure(el!)).to.equal('2个');
      expect(told.ready).to.have.length(2);
    });

    it('that is a fault does not reach a card that shows a newer report', async () => {
      const slow = deferred<Response>();
      const src = fresh('/late-fault');
      stub = stubFetch(() => slow.promise);
      const page = await fixture(
        html`<div>
          <qd-metric src=${src} indicator="parks"></qd-metric
          ><qd-metric src=${src} indicator="parks"></qd-metric>
        </div>`,
      );
      const [el, control] = page.querySelectorAll('qd-metric');
      await until(() => stub!.asked.length === 1);
      el!.report = parks(5);
      await inState(el!, 'ready');
      slow.reject(new TypeError('Failed to fetch'));
      await inState(control!, 'error');
      expect(el!.state).to.equal('ready');
      expect(figure(el!)).to.equal('5个');
    });

    it('reaches an element that was away when it came', async () => {
      const slow = deferred<Response>();
      stub = stubFetch(() => slow.promise);
      const page = await fixture(
        html`<div><qd-metric src=${fresh('/away')} indicator="parks"></qd-metric></div>`,
      );
      const el = page.querySelector('qd-metric')!;
      await until(() => stub!.asked.length === 1);
      el.remove();
      slow.resolve(json(parks(6)));
      await slow.promise;
      page.append(el);
      await inState(el, 'ready');
      expect(figure(el)).to.equal('6个');
      expect(stub.asked).to.have.length(1);
    });
  });

  describe('text that would harm', () => {
    const HOSTILE = [
      '<img src=x onerror="window.hurt=1">',
      '"><script>window.hurt=1</script>',
      '${window.hurt=1}{{constructor.constructor("window.hurt=1")()}}',
      'javascript:window.hurt=1',
      '</style><style>*{display:none}',
      'a\u202eb\u2066c',
      '\u0000\ud800',
    ];
    for (const text of HOSTILE) {
      it(`is shown as typed: ${JSON.stringify(text)}`, async () => {
        const page = await fixture(html`<div lang="en"></div>`);
        const el = document.createElement('qd-metric');
        Object.assign(el, {label: text, value: text, unit: text, qualifier: text, scale: text});
        page.append(el);
        await inState(el, 'ready');
        expect(part(el, 'label')!.textContent).to.equal(text);
        expect(figure(el)).to.include(text);
        const wrong = document.createElement('qd-metric');
        Object.assign(wrong, {report: text, indicator: text});
        page.append(wrong);
        await inState(wrong, 'error');
        expect(textOf(wrong)).to.include(text.replace(/\s+/g, ' '));
        const bad = document.createElement('qd-metric');
        Object.assign(bad, {src: text, theme: text, text, locale: text, variant: text});
        stub = stubFetch(() => new Response('', {status: 404, statusText: 'no'}));
        page.append(bad);
        await inState(bad, 'error');
        for (const root of [el, wrong, bad].map((host) => host.shadowRoot!)) {
          expect(root.querySelectorAll('img, script, style, iframe, [onerror]')).to.have.length(0);
        }
        expect('hurt' in window).to.be.false;
      });
    }

    it('of 20,000 characters is shown whole, in its place', async () => {
      const long = '长'.repeat(20_000);
      const page = await fixture(html`<div lang="zh-CN" style="width: 320px"></div>`);
      const el = document.createElement('qd-metric');
      Object.assign(el, {label: long, value: '12', unit: long});
      page.append(el);
      await inState(el, 'ready');
      expect(part(el, 'label')!.textContent).to.equal(long);
      expect(figure(el)).to.equal(`12${long}`);
      expect(base(el).scrollWidth).to.be.at.most(320);
    });

    it('in a report is shown as printed', async () => {
      const text = '<img src=x onerror="window.hurt=1">';
      const report = aReport({
        publisher: {'zh-CN': text},
        observations: [
          anObservation({label: {'zh-CN': text}, kind: 'rating', printed: text, value: text, unit: ''}),
        ],
      });
      const el = await fixture<QdMetric>(html`<qd-metric .report=${report} indicator="parks"></qd-metric>`);
      await inState(el, 'ready');
      expect(figure(el)).to.equal(text);
      expect(part(el, 'label')!.textContent).to.equal(text);
      expect(el.shadowRoot!.querySelector('img')).to.equal(null);
      expect('hurt' in window).to.be.false;
    });
  });

  describe('leaves nothing behind', () => {
    it('after 200 cards have come and gone', async () => {
      const before = listeners().length;
      const page = await fixture(html`<div></div>`);
      for (let i = 0; i < 200; i++) {
        const el = document.createElement('qd-metric');
        el.setAttribute('report', REPORT);
        el.setAttribute('indicator', 'departments-served');
        page.append(el);
        if (i % 20 === 0) await inState(el, 'ready');
        el.remove();
      }
      expect(listeners()).to.have.length(before);
      expect(page.childElementCount).to.equal(0);
    });

    it('when moved 100 times', async () => {
      const page = await fixture(
        html`<div>
          <section></section>
          <section></section>
        </div>`,
      );
      const el = document.createElement('qd-metric');
      el.setAttribute('report', REPORT);
      el.setAttribute('indicator', 'departments-served');
      page.firstElementChild!.append(el);
      await inState(el, 'ready');
      for (let i = 0; i < 100; i++) {
        page.children[i % 2]!.append(el);
        if (i % 10 === 0) await el.updateComplete;
      }
      await el.updateComplete;
      expect(textOf(el)).to.equal('支撑用数需求的部门 182个 累计 出处');
      expect(listeners(el)).to.have.length(1);
      expect(told.ready).to.have.length(1);
    });

    it('when drawn 200 times with other figures', async () => {
      const el = await fixture<QdMetric>(
        html`<qd-metric report=${REPORT} indicator="departments-served"></qd-metric>`,
      );
      const size = () => el.shadowRoot!.querySelectorAll('*').length;
      el.indicator = 'departments-served';
      await inState(el, 'ready');
      const before = size();
      for (let i = 0; i < 200; i++) {
        el.indicator = seed.observations[i % 44]!.indicator;
        await el.updateComplete;
      }
      el.indicator = 'departments-served';
      await el.updateComplete;
      expect(size()).to.equal(before);
      expect(told.events.map(({detail}) => detail.message)).to.deep.equal([]);
    });

    it('on the page: head, body, globals and the light children stay as they were', async () => {
      const snapshot = () => ({
        head: document.head.innerHTML,
        body: [...document.body.attributes].map(({name, value}) => `${name}=${value}`),
        html: [...document.documentElement.attributes].map(({name, value}) => `${name}=${value}`),
        title: document.title,
        stored: localStorage.length + sessionStorage.length + document.cookie.length,
        history: history.length,
        sheets: document.adoptedStyleSheets.length,
        globals: Object.keys(window).filter((key) => !/^(lit|reactive|__zod)/.test(key)),
        polluted: Object.keys(Object.prototype),
      });
      const before = snapshot();
      const page = await fixture(
        html`<div lang="en" data-qd-theme="dark">
          <qd-report report=${REPORT}>
            <qd-metric indicator="departments-served"><b>182</b></qd-metric>
            <qd-progress indicator="rubber-industry-data-share"></qd-progress>
            <qd-issue-list></qd-issue-list>
            <qd-metric indicator="no-such"></qd-metric>
          </qd-report>
        </div>`,
      );
      await inState(page.querySelector('qd-metric')!, 'ready');
      await inState(page.querySelector('qd-progress')!, 'ready');
      await inState(page.querySelector('qd-issue-list')!, 'ready');
      await inState(page.querySelectorAll('qd-metric')[1]!, 'error');
      expect(page.querySelector('qd-metric')!.innerHTML.replace(/<!--.*?-->/g, '')).to.equal('<b>182</b>');
      page.querySelector('qd-metric')!.shadowRoot!.querySelector('button')!.click();
      await until(() => page.querySelector('qd-metric')!.shadowRoot!.querySelector('[role=dialog]'));
      page.remove();
      expect(snapshot()).to.deep.equal(before);
    });
  });

  describe('is accessible', () => {
    const looks: Array<[theme: string, text: string, lang: string]> = [
      ['light', 'standard', 'zh-CN'],
      ['dark', 'large', 'en'],
      ['wall', 'standard', 'en'],
      ['light', 'large', 'zh-CN'],
    ];
    for (const [theme, text, lang] of looks) {
      it(`in every state: ${theme}, ${text}, ${lang}`, async () => {
        stub = stubFetch(() => new Promise(() => {}));
        const page = await fixture(
          html`<div
            lang=${lang}
            data-qd-theme=${theme}
            data-qd-text=${text}
            style=${`background: ${theme === 'light' ? '#fff' : '#10171d'}`}
          >
            <qd-metric report=${REPORT} indicator="data-exchange-turnover"></qd-metric>
            <qd-metric report=${REPORT} indicator="data-resource-calls" stale framed></qd-metric>
            <qd-metric label="Parks" value="12"></qd-metric>
            <qd-progress report=${REPORT} indicator="ocean-data-share"></qd-progress>
            <qd-progress report=${REPORT} indicator="ocean-data-share" variant="ring"></qd-progress>
            <qd-issue-list report=${REPORT}></qd-issue-list>
            <qd-metric class="absent" value=""></qd-metric>
            <qd-metric class="error" report="no-such"></qd-metric>
            <qd-metric class="error" src="ftp://parks.example/"></qd-metric>
            <qd-progress class="error" report=${REPORT} indicator="departments-served"></qd-progress>
            <qd-issue-list class="absent" .report=${aReport()}></qd-issue-list>
            <qd-metric class="loading" src=${fresh('/never')}></qd-metric>
          </div>`,
        );
        for (const el of page.children) {
          await inState(el as HTMLElement, (el.className || 'ready') as 'ready');
          await until(() => base(el)?.dataset['text'] === text && base(el).dataset['theme'] === theme);
        }
        await expect(page).to.be.accessible();
      });
    }
  });
});
