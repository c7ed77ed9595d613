import {expect, fixture, html} from '@open-wc/testing';
import type {QdMetric} from '../widgets/qd-metric.js';
import '../widgets/qd-metric.js';
import {
  anObservation,
  aReport,
  deferred,
  fresh,
  inState,
  json,
  listen,
  part,
  stubFetch,
  textOf,
  until,
  type FetchStub,
  type Told,
} from './fixtures.js';

const figure = (el: Element) => part(el, 'figure')?.textContent;
const REPORT_TEXT = JSON.stringify(aReport());
const utf8 = new TextEncoder();

async function aCard(attributes: Record<string, unknown>, lang = 'en'): Promise<QdMetric> {
  const page = await fixture(html`<div lang=${lang}></div>`);
  const el = document.createElement('qd-metric');
  Object.assign(el, {indicator: 'parks', ...attributes});
  page.append(el);
  return el;
}

function aStream(chunks: Iterable<Uint8Array<ArrayBuffer>>, onCancel?: () => void): ReadableStream {
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const {done, value} = iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: onCancel,
  });
}

function answeredFrom(response: Response, url: string): Response {
  Object.defineProperty(response, 'url', {value: url});
  return response;
}

describe('the report that a page brings', () => {
  let told: Told;
  let stub: FetchStub | undefined;
  beforeEach(() => (told = listen()));
  afterEach(() => {
    told.stop();
    stub?.stop();
    stub = undefined;
  });

  async function faultOf(el: QdMetric) {
    await inState(el, 'error');
    expect(told.events).to.have.length(1);
    expect(told.lines).to.have.length(1);
    expect(figure(el)).to.equal(undefined);
    return told.events[0]!.detail;
  }

  describe('by its address', () => {
    it('is asked for once, however many cards show it and wherever they write it', async () => {
      stub = stubFetch(() => json(aReport()));
      const src = fresh('/once');
      const page = await fixture(
        html`<div>
          ${[src, `${src}#here`, new URL(src, document.baseURI).href, `/x/..${src}`].map(
            (address) => html`<qd-metric src=${address} indicator="parks"></qd-metric>`,
          )}
        </div>`,
      );
      for (const el of page.querySelectorAll('qd-metric')) await inState(el, 'ready');
      expect(stub.asked).to.deep.equal([new URL(src, document.baseURI).href]);
      const later = await aCard({src});
      await inState(later, 'ready');
      expect(stub.asked).to.have.length(1);
    });

    it('is asked for without cookies to other origins', async () => {
      stub = stubFetch(() => json(aReport()));
      const el = await aCard({src: `https://other.example${fresh('/cookies')}`});
      await inState(el, 'ready');
      expect(stub.inits[0]!.credentials).to.equal('same-origin');
      expect(stub.inits[0]!.method ?? 'GET').to.equal('GET');
      expect(stub.inits[0]!.headers).to.equal(undefined);
    });

    const good: Array<[how: string, answer: () => Response]> = [
      ['as JSON', () => json(aReport())],
      ['as plain text', () => new Response(REPORT_TEXT, {headers: {'content-type': 'text/plain'}})],
      ['without a type', () => new Response(new Blob([REPORT_TEXT]))],
      ['with a byte order mark', () => new Response(`\ufeff${REPORT_TEXT}`)],
      [
        'in UTF-16 where the header says so',
        () =>
          new Response(
            new Uint8Array(new Uint16Array([...REPORT_TEXT].map((sign) => sign.charCodeAt(0))).buffer),
            {
              headers: {'content-type': 'application/json; charset="utf-16le"'},
            },
          ),
      ],
      [
        'byte by byte',
        () => new Response(aStream([...utf8.encode(REPORT_TEXT)].map((byte) => Uint8Array.of(byte)))),
      ],
    ];
    for (const [how, answer] of good) {
      it(`is read ${how}`, async () => {
        stub = stubFetch(answer);
        const el = await aCard({src: fresh('/good')}, 'zh-CN');
        await inState(el, 'ready');
        expect(textOf(el)).to.equal('新建公园 12个 出处');
        expect(told.codes()).to.deep.equal([]);
      });
    }

    const failures: Array<[how: string, answer: () => Response | Promise<Response>, why: RegExp]> = [
      ['404', () => new Response('not here', {status: 404}), /\(404\)/],
      ['401', () => new Response('log in', {status: 401}), /\(401\)/],
      ['500 with a report in it', () => json(aReport(), {status: 500}), /\(500\)/],
      ['204', () => new Response(null, {status: 204}), /\(204\)/],
      ['206', () => json(aReport(), {status: 206}), /\(206\)/],
      ['a network error', () => Promise.reject(new TypeError('Failed to fetch')), /could not be read:/],
      [
        'an answer that breaks off',
        () =>
          new Response(
            new ReadableStream({
              start(controller) {
                controller.enqueue(utf8.encode(REPORT_TEXT.slice(0, 50)));
                controller.error(new TypeError('reset'));
              },
            }),
          ),
        /could not be read:/,
      ],
      [
        'a redirect to another host',
        () => answeredFrom(json(aReport()), 'https://stranger.example/report.json'),
        /\(→ https:\/\/stranger\.example\)/,
      ],
    ];
    for (const [how, answer, why] of failures) {
      it(`is a load-failed after ${how}`, async () => {
        stub = stubFetch(answer);
        const src = fresh('/failed');
        const el = await aCard({src});
        const {code, message} = await faultOf(el);
        expect(code).to.equal('load-failed');
        expect(message).to.match(why);
        expect(message).to.include(src);
        expect(message).to.include('Check the src attribute of <qd-metric>');
      });
    }

    it('follows a redirect on its own host', async () => {
      stub = stubFetch((url) => answeredFrom(json(aReport()), new URL('/moved', url).href));
      const el = await aCard({src: fresh('/moving')});
      await inState(el, 'ready');
    });

    const addresses = [
      'ftp://parks.example/report.json',
      'javascript:alert(1)',
      'data:application/json,{}',
      'blob:https://parks.example/1',
      'file:///etc/passwd',
      'https://user:word@parks.example/report.json',
      'https://user@parks.example/report.json',
      'http://',
      'https://parks.example:99999/',
    ];
    for (const src of addresses) {
      it(`is not asked for at ${src}`, async () => {
        stub = stubFetch(() => json(aReport()));
        const el = await aCard({src});
        const {code, message} = await faultOf(el);
        expect(code).to.equal('load-failed');
        expect(message).to.include(src);
        expect(stub.asked).to.be.empty;
      });
    }

    it('is tried again by the button, and then by every new card', async () => {
      let works = false;
      stub = stubFetch(() => (works ? json(aReport()) : new Response('', {status: 404})));
      const src = fresh('/again');
      const el = await aCard({src}, 'zh-CN');
      await inState(el, 'error');
      const button = el.shadowRoot!.querySelector('button')!;
      expect(button.textContent).to.equal('重新读取');
      button.click();
      await until(() => told.events.length === 2);
      expect(stub.asked).to.have.length(2);
      works = true;
      await inState(el, 'error');
      el.shadowRoot!.querySelector('button')!.click();
      await inState(el, 'ready');
      expect(figure(el)).to.equal('12个');
      expect(told.codes()).to.deep.equal(['load-failed', 'load-failed']);
      await inState(await aCard({src}), 'ready');
      expect(stub.asked).to.have.length(3);
    });

    describe('that does not answer', () => {
      const {setTimeout} = window;
      let runOut: (() => void) | undefined;
      beforeEach(() => {
        runOut = undefined;
        window.setTimeout = ((run: () => void, delay = 0, ...rest: unknown[]) => {
          if (delay < 15_000) return setTimeout(run, delay, ...rest);
          expect(delay).to.equal(15_000);
          runOut = run;
          return 0;
        }) as typeof window.setTimeout;
      });
      afterEach(() => (window.setTimeout = setTimeout));

      const silent: Array<[how: string, answer: () => Promise<Response> | Response]> = [
        ['at all', () => new Promise<Response>(() => {})],
        [
          'to the end',
          () => new Response(new ReadableStream({start: (stream) => stream.enqueue(utf8.encode('{'))})),
        ],
      ];
      for (const [how, answer] of silent) {
        it(`${how} is loading at first, and a timeout after 15 seconds`, async () => {
          stub = stubFetch(answer);
          const el = await aCard({src: fresh('/silent')});
          await until(() => stub!.asked.length === 1 && runOut);
          expect(el.state).to.equal('loading');
          expect(told.codes()).to.deep.equal([]);
          runOut!();
          const {code, message} = await faultOf(el);
          expect(code).to.equal('timeout');
          expect(message).to.match(/within 15 seconds.*Try again later/);
          expect(stub.inits[0]!.signal!.aborted).to.be.true;
          expect(el.shadowRoot!.querySelector('button')!.textContent).to.equal('Try again');
        });
      }

      it('is a timeout also where a portal’s fetch drops the signal', async () => {
        const real = window.fetch;
        window.fetch = () => new Promise(() => {});
        try {
          const el = await aCard({src: fresh('/wrapped')});
          await until(() => runOut);
          runOut!();
          expect((await faultOf(el)).code).to.equal('timeout');
        } finally {
          window.fetch = real;
        }
      });
    });

    it('is given up and cancelled beyond 5 MB', async () => {
      let sent = 0;
      function* endless() {
        for (;;) {
          sent += 100_000;
          yield new Uint8Array(100_000).fill(32);
        }
      }
      let signal: AbortSignal | undefined;
      stub = stubFetch((_url, init) => {
        signal = init.signal!;
        return new Response(aStream(endless()));
      });
      const el = await aCard({src: fresh('/endless')});
      const {code, message} = await faultOf(el);
      expect(code).to.equal('too-large');
      expect(message).to.match(/larger than 5 MB/);
      expect(sent).to.be.below(6_000_000);
      expect(signal!.aborted).to.be.true;
      expect(el.shadowRoot!.querySelector('button')).to.equal(null);
    });

    it('is read up to 5 MB', async () => {
      const filled = REPORT_TEXT + ' '.repeat(5_000_000 - utf8.encode(REPORT_TEXT).length);
      stub = stubFetch(() => new Response(filled));
      const el = await aCard({src: fresh('/large')});
      await inState(el, 'ready');
    });

    const invalid: Array<[how: string, body: BodyInit, why: RegExp, type?: string]> = [
      ['no JSON', '<html>Log in</html>', /JSON: /],
      ['nothing', '', /JSON: /],
      ['half of it', REPORT_TEXT.slice(0, -20), /JSON: /],
      ['two values', `${REPORT_TEXT}${REPORT_TEXT}`, /JSON: /],
      ['JSONP', `callback(${REPORT_TEXT})`, /JSON: /],
      ['null', 'null', /expected a report object/],
      ['a list', '[]', /expected a report object/],
      ['another format', JSON.stringify({...aReport(), format: 2}), /format: expected the number 1/],
      [
        'a number where a decimal belongs',
        JSON.stringify(aReport({observations: [anObservation({value: 12 as never})]})),
        /observations\[0\]\.value: expected a decimal string/,
      ],
      [
        'a number beyond all numbers',
        REPORT_TEXT.replace('"scale":0', '"scale":1e999'),
        /observations\[0\]\.scale: /,
      ],
      ['a misspelt key', JSON.stringify({...aReport(), observatons: []}), /no "observatons" here/],
      ['nesting without end', '['.repeat(100_000), /JSON: |nested/],
      [
        'GBK sent as UTF-8',
        Uint8Array.of(0x7b, 0x22, 0xc7, 0xe0, 0xb5, 0xba, 0x22, 0x3a, 0x31, 0x7d),
        /utf-8/,
      ],
      ['UTF-16 sent as UTF-8', Uint8Array.of(0xff, 0xfe, 0x7b, 0x00), /utf-8/],
      ['an unknown charset', REPORT_TEXT, /x-martian/, 'application/json; charset=x-martian'],
      ['replaced characters', REPORT_TEXT.replace('新建', '\ufffd\ufffd'), /U\+FFFD/],
    ];
    for (const [how, body, why, type = 'application/json'] of invalid) {
      it(`is an invalid-report if it is ${how}`, async () => {
        stub = stubFetch(() => new Response(body, {headers: {'content-type': type}}));
        const src = fresh('/invalid');
        const el = await aCard({src});
        const {code, message} = await faultOf(el);
        expect(code).to.equal('invalid-report');
        expect(message).to.match(why);
        expect(message).to.include(src);
        expect(textOf(el)).not.to.include('\ufffd');
      });
    }

    const keys = [
      '__proto__',
      'constructor',
      'prototype',
      'then',
      'hasOwnProperty',
      'nodeType',
      '_$litType$',
    ];
    for (const key of keys) {
      it(`is refused with the key ${key}, and nothing is polluted`, async () => {
        const text = REPORT_TEXT.replace('{', `{"${key}": {"polluted": 1, "prototype": {"polluted": 1}},`);
        stub = stubFetch(() => new Response(text));
        const el = await aCard({src: fresh('/polluted')});
        const {code, message} = await faultOf(el);
        expect(code).to.equal('invalid-report');
        expect(message).to.include(key);
        expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
      });
    }

    // ReportError speaks English only; see describeIssue.
    it('names its fault in Chinese on a Chinese page', async () => {
      stub = stubFetch(() => json({...aReport(), format: 2}));
      const {message} = await faultOf(await aCard({src: fresh('/chinese')}, 'zh-CN'));
      expect(message).to.match(/^报告（http.*）不合格式，没有显示：format：应为数字 1.*请改正/);
      expect(message).not.to.include('expected');
    });
  });

  describe('inside the tag or as an object', () => {
    it('is refused as a whole where one figure is wrong', async () => {
      const report = aReport({observations: [anObservation(), anObservation({indicator: 'Wrong id'})]});
      const {code, message} = await faultOf(await aCard({report}));
      expect(code).to.equal('invalid-report');
      expect(message).to.match(/^The report is not valid.*observations\[1\]\.indicator/);
    });

    const objects: Array<[what: string, report: object]> = [
      ['an empty object', {}],
      ['a list', []],
      ['a date', new Date(0)],
      ['an element', document.createElement('div')],
      [
        'an object that throws',
        new Proxy(
          {},
          {
            ownKeys() {
              throw new Error('no');
            },
          },
        ),
      ],
    ];
    for (const [what, report] of objects) {
      it(`is no ${what}`, async () => {
        expect((await faultOf(await aCard({report}))).code).to.equal('invalid-report');
      });
    }

    it('is too large beyond 5 MB of text', async () => {
      const page = await fixture(html`<div lang="en"></div>`);
      const el = document.createElement('qd-metric');
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = REPORT_TEXT + ' '.repeat(5_000_000);
      el.append(script);
      page.append(el);
      expect((await faultOf(el)).code).to.equal('too-large');
    });

    it('brings no request', async () => {
      const answer = deferred<Response>();
      stub = stubFetch(() => answer.promise);
      await inState(await aCard({report: aReport()}), 'ready');
      expect(stub.asked).to.be.empty;
    });
  });
});
