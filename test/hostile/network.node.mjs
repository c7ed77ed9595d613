/* Servers that answer wrongly, late, or not at all: a sentence that says so, and nothing half shown. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {after, before, describe, it} from 'node:test';
import {openPortal} from '../embed/portal.mjs';

const TEXT = readFileSync(new URL('../../seeds/qingdao-2024-h1.json', import.meta.url), 'utf8');
const JSON_TYPE = {'content-type': 'application/json; charset=utf-8'};
/** Latin letters and a few Chinese signs as GBK has them. */
const GBK = Buffer.concat([
  Buffer.from('{"format":1,"title":"'),
  Buffer.from([0xc7, 0xe0, 0xb5, 0xba]),
  Buffer.from('"}'),
]);
const UTF16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');

const send =
  (status, body = '', headers = JSON_TYPE) =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
const redirect = (to) => (_request, response) => response.writeHead(302, {location: to}).end();

/** How a server answers, and what comes of it: a code, with a word of the sentence, or a card. */
const ANSWERS = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 405, 410, 418, 429, 451, 500, 501, 502, 503, 504].map((status) => [
      `${status}`,
      [send(status, 'no'), 'load-failed', String(status)],
    ]),
  ),
  '404 with a page': [
    send(404, '<!doctype html><title>404</title>', {'content-type': 'text/html'}),
    'load-failed',
    '404',
  ],
  '500 with a whole report': [send(500, TEXT), 'load-failed', '500'],
  203: [send(203, TEXT), 'load-failed', '203'],
  204: [send(204), 'load-failed', '204'],
  205: [send(205), 'load-failed', '205'],
  '206 with a whole report': [send(206, TEXT), 'load-failed', '206'],
  '300 without an address': [send(300, TEXT), 'load-failed', '300'],
  '304 that nobody asked for': [send(304), 'load-failed'],
  'nothing in it': [send(200), 'invalid-report', 'JSON'],
  'nothing but white space': [send(200, ' \n'), 'invalid-report', 'JSON'],
  'half of it': [send(200, TEXT.slice(0, TEXT.length / 2)), 'invalid-report', 'JSON'],
  'a length beyond its end': [
    (_request, response) => {
      response.writeHead(200, {...JSON_TYPE, 'content-length': Buffer.byteLength(TEXT) + 1000});
      response.write(TEXT);
      setTimeout(() => response.destroy(), 50);
    },
    'load-failed',
  ],
  'a break after the first half': [
    (_request, response) => {
      response.writeHead(200, JSON_TYPE);
      response.write(TEXT.slice(0, 20_000));
      setTimeout(() => response.destroy(), 50);
    },
    'load-failed',
  ],
  'a reset at once': [(request) => request.socket.resetAndDestroy(), 'load-failed'],
  'a closed connection': [(request) => request.socket.destroy(), 'load-failed'],
  'words that are no HTTP': [(request) => request.socket.end('hello\r\n\r\n'), 'load-failed'],
  'a page to log in': [
    send(200, '<!doctype html><title>统一身份认证</title>', {'content-type': 'text/html; charset=utf-8'}),
    'invalid-report',
    'JSON',
  ],
  'a redirect to a page to log in': [redirect('/login'), 'invalid-report', 'JSON'],
  'a redirect abroad': [redirect('http://127.0.0.2:9/x.json'), 'load-failed'],
  'a redirect without end': [redirect('/net/a redirect without end'), 'load-failed'],
  'a redirect to another scheme': [redirect('data:application/json,{}'), 'load-failed'],
  'a redirect to nowhere': [redirect('http://'), 'load-failed'],
  'GBK without a word of it': [send(200, GBK), 'invalid-report', 'utf-8'],
  'GBK as its header says': [
    send(200, GBK, {'content-type': 'application/json; charset=gbk'}),
    'invalid-report',
    '',
  ],
  'UTF-16 without a word of it': [send(200, UTF16), 'invalid-report', 'utf-8'],
  'an unknown charset': [
    send(200, TEXT, {'content-type': 'application/json; charset=klingon'}),
    'invalid-report',
    'klingon',
  ],
  'bytes of an image': [
    send(200, Buffer.from('89504e470d0a1a0a0000000d', 'hex'), {'content-type': 'image/png'}),
    'invalid-report',
    '',
  ],
  JSONP: [send(200, `callback(${TEXT})`, {'content-type': 'text/javascript'}), 'invalid-report', 'JSON'],
  'two values': [send(200, TEXT + TEXT), 'invalid-report', 'JSON'],
  'broken gzip': [
    // Browsers give what they could unpack, without a word: half a text, which is no JSON.
    send(200, gzipSync(TEXT).subarray(0, 2000), {...JSON_TYPE, 'content-encoding': 'gzip'}),
    'invalid-report',
  ],
  'gzip that is none': [send(200, TEXT, {...JSON_TYPE, 'content-encoding': 'gzip'}), 'load-failed'],
  'a bomb': [
    send(200, gzipSync(Buffer.alloc(80_000_000, 0x20)), {...JSON_TYPE, 'content-encoding': 'gzip'}),
    'too-large',
  ],
  'a body without end': [
    (_request, response) => {
      response.writeHead(200, JSON_TYPE);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20)));
      };
      response.on('drain', more);
      more();
    },
    'too-large',
  ],
  'a header that lies about 200 MB': [
    (_request, response) => {
      response.writeHead(200, {...JSON_TYPE, 'content-length': 200_000_000});
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x20)));
      };
      response.on('drain', more);
      more();
    },
    'too-large',
  ],
  'no answer': [() => {}, 'timeout'],
  'a head and no body': [
    (_request, response) => void response.writeHead(200, JSON_TYPE).flushHeaders(),
    'timeout',
  ],
  'a silence half-way': [
    (_request, response) => {
      response.writeHead(200, JSON_TYPE);
      response.write(TEXT.slice(0, 20_000));
    },
    'timeout',
  ],
  'a sign now and then': [
    (_request, response) => {
      response.writeHead(200, JSON_TYPE);
      const timer = setInterval(() => response.write(' '), 200);
      response.on('close', () => clearInterval(timer));
    },
    'timeout',
  ],
  'a report': [send(200, TEXT)],
  'a byte order mark': [send(200, `\ufeff${TEXT}`)],
  'text/plain': [send(200, TEXT, {'content-type': 'text/plain'})],
  'text/html': [send(200, TEXT, {'content-type': 'text/html'})],
  'no type': [send(200, TEXT, {})],
  'a charset in quotes': [send(200, TEXT, {'content-type': 'application/json; charset="UTF-8"'})],
  'UTF-16 as its header says': [send(200, UTF16, {'content-type': 'application/json; charset=utf-16le'})],
  gzip: [send(200, gzipSync(TEXT), {...JSON_TYPE, 'content-encoding': 'gzip'})],
  'a redirect at home': [redirect('/net/a report')],
  'a download': [send(200, TEXT, {...JSON_TYPE, 'content-disposition': 'attachment; filename=x.json'})],
  'cookies and rules': [
    send(200, TEXT, {
      ...JSON_TYPE,
      'set-cookie': 'a=b',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    }),
  ],
  'a drip': [
    (_request, response) => {
      response.writeHead(200, JSON_TYPE);
      const parts = TEXT.match(/[^]{1,20000}/g);
      const timer = setInterval(() => {
        const part = parts.shift();
        if (part === undefined) {
          clearInterval(timer);
          response.end();
        } else response.write(part);
      }, 20);
      response.on('close', () => clearInterval(timer));
    },
  ],
};

/** What other engines make of an answer: never a figure of half of it. */
const OTHERWISE = {
  // As HTTP 0.9, whose body is no report, unless the connection has been used before.
  Firefox: {'words that are no HTTP': ['invalid-report|load-failed']},
  WebKitGTK: {
    // As a body that has ended.
    'a break after the first half': ['invalid-report', 'JSON'],
    // As what it is.
    'gzip that is none': [],
  },
};
const others = OTHERWISE[process.env.QD_ENGINE?.split(' ')[0]] ?? {};
/** So many are asked at once: browsers keep six connections to a server, and some answers never end. */
const AT_ONCE = 6;

describe('a server that answers with', () => {
  let portal;
  let told;
  let seen;
  let violations;
  const codeOf = (name) => (others[name] ?? ANSWERS[name].slice(1))[0];
  const isSlow = (name) => codeOf(name) === 'timeout';
  const all = Object.keys(ANSWERS);
  const names = [...all.filter((name) => !isSlow(name)), ...all.filter(isSlow)];
  before(async () => {
    portal = await openPortal();
    const asked = {};
    names.forEach((name) => {
      portal.files.set(`/net/${encodeURIComponent(name)}`, (request, response) => {
        asked[name] = (asked[name] ?? 0) + 1;
        return ANSWERS[name][0](request, response);
      });
    });
    portal.files.set('/login', '<!doctype html><title>Log in</title>');
    const addresses = names.map((name) => `/net/${encodeURIComponent(name)}`);
    let page;
    // Where no answer comes, the 15 seconds of the page are short ones. Not before: a busy machine may need them.
    ({page, seen, violations} = await portal.open(
      '<script defer src="/qd/qd.iife.js"></script><main></main>',
      {before: quicken},
    ));
    told = await page.evaluate(
      async (all, atOnce, slowFrom) => {
        const events = new Map();
        document.addEventListener('qd-error', ({target, detail}) =>
          events.set(target, [...(events.get(target) ?? []), detail]),
        );
        const main = document.querySelector('main');
        const tags = [];
        const first = [];
        const isDone = (tag) => /^(ready|error)$/.test(tag.getAttribute('state'));
        while (tags.length < all.length) {
          globalThis.isHurried = tags.length >= slowFrom;
          const end = Math.min(tags.length + atOnce, globalThis.isHurried ? Infinity : slowFrom);
          const some = all.slice(tags.length, end).map((address) => {
            const tag = document.createElement('qd-metric');
            tag.setAttribute('src', address);
            tag.setAttribute('indicator', 'video-feeds');
            tag.append('近30万路');
            return tag;
          });
          main.append(...some);
          tags.push(...some);
          first.push(...some.map((tag) => tag.getAttribute('state')));
          for (let tries = 0; tries < 800 && !some.every(isDone); tries++)
            await new Promise((resolve) => setTimeout(resolve, 25));
        }
        const look = () =>
          tags.map((tag, i) => ({
            first: first[i],
            state: tag.getAttribute('state'),
            text: tag.shadowRoot.textContent.replace(/\s+/g, ' ').trim(),
            events: events.get(tag) ?? [],
          }));
        return look();
      },
      addresses,
      AT_ONCE,
      names.length - names.filter(isSlow).length,
    );
    told.asked = asked;
  });
  after(() => portal.close());

  names.forEach((name, i) => {
    const [code, word] = others[name] ?? ANSWERS[name].slice(1);
    it(`${name}: ${code ?? 'a card'}`, () => {
      const {state, text, events} = told[i];
      assert.doesNotMatch(text, /\ufffd|undefined|\[object/);
      if (!code) {
        assert.equal(state, 'ready', text);
        assert.match(text, /近30万路/);
        assert.deepEqual(events, []);
        return;
      }
      assert.equal(state, 'error', text);
      assert.equal(events.length, 1);
      assert.match(events[0].code, new RegExp(`^(?:${code})$`));
      assert.doesNotMatch(text, /近30万路/);
      if (word) assert.ok(text.includes(word), text);
      const lines = seen.console.filter(
        (line) => line.includes('qd-widgets:') && line.includes(`/net/${encodeURIComponent(name)}`),
      );
      assert.ok(lines.length >= 1, 'the console says it');
    });
  });

  it('any of these is asked once, and nobody else is', () => {
    const strange = seen.requests.filter(
      (url) => !/^\/($|qd\/qd\.iife\.js|net\/|login|favicon)/.test(url) && !/127\.0\.0\.2|^data:/.test(url),
    );
    assert.deepEqual(strange, []);
    const again = Object.entries(told.asked).filter(
      ([name, count]) => count > 1 && !/redirect|report|reset|closed|HTTP/.test(name),
    );
    assert.deepEqual(again, []);
  });

  it('any of these leaves the page without an error or a violation', async () => {
    assert.deepEqual(seen.errors, []);
    assert.deepEqual(
      (await violations()).filter((line) => !/^connect-src .*\/net\/a%20redirect%20/.test(line)),
      [],
    );
  });
});

/** Fifteen seconds pass in three, once the page is in a hurry. */
function quicken() {
  const real = setTimeout;
  globalThis.setTimeout = (callback, ms, ...rest) =>
    real(callback, ms === 15_000 && globalThis.isHurried ? 3_000 : ms, ...rest);
}
