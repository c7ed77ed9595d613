import {STRICT_POLICY} from '../embed/policy.mjs';
import {pageOf, servePortal} from '../embed/serve-portal.mjs';
import {openWindow} from './window.mjs';

/** What the window itself asks for, not the page. */
const ITS_OWN = /^\/(before\.js|frame|favicon\.ico)$/;
const FRAME =
  '<!doctype html><title>Frame</title><body style="margin: 0"><iframe style="border: 0"></iframe>';

/**
 * The portal of test/embed/portal.mjs in another engine than Chromium: the same tests run in it. It has one window, so a page
 * ends where the next is opened. What a page asks for is what its server hears; what it says and violates is caught in the
 * page, by a script that runs before all others and takes itself away.
 */
export async function openEnginePortal() {
  let heard = [];
  const {files, headers, origin, close} = await servePortal(({url, headers: {host}}) => {
    if (ITS_OWN.test(url)) return;
    heard.push(origin.endsWith(`//${host}`) ? url : `http://${host}${url}`);
  });
  const window = await openWindow();
  files.set('/frame', (_request, response) =>
    response.writeHead(200, {'content-type': 'text/html'}).end(FRAME),
  );
  files.set('/favicon.ico', (_request, response) => response.writeHead(204).end());

  return {
    files,
    headers,
    origin,
    async open(html, {policy = STRICT_POLICY, before = () => {}, viewport} = {}) {
      await window.goto('about:blank');
      headers['content-security-policy'] = policy;
      files.set('/', pageOf(`<script src="/before.js"></script>${html}`));
      files.set('/before.js', `(${keepWatch})();(${before})()`);
      const seen = {requests: [], console: [], errors: []};
      heard = seen.requests;
      await window.goto(`${origin}/`, viewport);

      /** Runs a function in the page, and takes over what has been said there. */
      async function evaluate(code, ...args) {
        // As letters that every driver passes on unchanged, lone surrogates among them.
        const given = escape(JSON.stringify(args));
        const text = await window.run(
          `async (given) => watch.answer(await (${code})(...JSON.parse(given)))`,
          given,
        );
        const told = JSON.parse(text);
        seen.console.push(...told.console);
        seen.errors.push(...told.errors);
        return told.value;
      }
      await evaluate(() => {});
      const page = {
        evaluate,
        $eval: (selector, code) => evaluate(`(one) => (${code})(document.querySelector(one))`, selector),
        $$eval: (selector, code) =>
          evaluate(`(all) => (${code})([...document.querySelectorAll(all)])`, selector),
        waitForFunction: (code) => evaluate(waitFor(code)),
        close: () => window.goto('about:blank'),
      };
      return {page, seen, violations: () => evaluate(() => globalThis.violations)};
    },
    async close() {
      await window.close();
      close();
    },
  };
}

const escape = (text) =>
  text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

const waitFor = (code) => `async () => {
  for (let tries = 0; tries < 400 && !(${code})(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
}`;

/** In the page, before its scripts: what goes wrong and what the console is told. */
function keepWatch() {
  document.currentScript.remove();
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    // Firefox asks for the icon of a page by the page's own policy.
    if (event.blockedURI.endsWith('/favicon.ico')) return;
    globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  const seen = {console: [], errors: []};
  addEventListener('error', (event) => seen.errors.push(event.message));
  addEventListener('unhandledrejection', (event) => seen.errors.push(String(event.reason)));
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
    const say = console[name];
    console[name] = (...words) => {
      seen.console.push(`${name}: ${words.join(' ')}`);
      say.apply(console, words);
    };
  }
  const {stringify} = JSON;
  globalThis.watch = {
    /** A value and what has been seen since the last one, as a text of ASCII letters. */
    answer(value) {
      const told = {value, console: seen.console.splice(0), errors: seen.errors.splice(0)};
      return stringify(told).replace(
        /[^ -~]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    },
  };
}
