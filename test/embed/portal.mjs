import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {launch} from 'puppeteer-core';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {STRICT_POLICY} from './policy.mjs';

const EMBED = new URL('../../dist/embed/', import.meta.url);
const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

export {STRICT_POLICY};

/**
 * A portal of one page: serves the given files and the built embed files under `/qd/` and `/qd/embed/`, and opens its page in a
 * real browser.
 */
export async function openPortal() {
  const {launchOptions} = await findBrowser();
  const browser = await launch(launchOptions);
  const files = new Map();
  const headers = {};
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://portal').pathname;
    let body = files.get(path);
    if (typeof body === 'function') return body(request, response);
    if (body === undefined && path.startsWith('/qd/')) {
      try {
        body = readFileSync(fileURLToPath(new URL(path.replace(/^\/qd\/(embed\/)?/, ''), EMBED)));
      } catch {
        // Not one of the embed files: a 404 below.
      }
    }
    if (body === undefined) return response.writeHead(404).end('Not found');
    const type = TYPES[path.split('.').pop()] ?? TYPES.html;
    return response.writeHead(200, {'content-type': type, ...(type === TYPES.html ? headers : {})}).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  return {
    files,
    headers,
    origin,
    /** Opens a page with this body and tells what it asks for, says and violates. */
    async open(html, {policy = STRICT_POLICY, before, waitUntil = 'networkidle0'} = {}) {
      headers['content-security-policy'] = policy;
      files.set('/', `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Portal</title>${html}`);
      const page = await browser.newPage();
      const seen = {requests: [], console: [], errors: []};
      page.on('request', (request) => seen.requests.push(request.url().replace(origin, '')));
      page.on('console', (message) => seen.console.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => seen.errors.push(error.message));
      await page.evaluateOnNewDocument(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      if (before) await page.evaluateOnNewDocument(before);
      await page.goto(`${origin}/`, {waitUntil});
      return {page, seen, violations: () => page.evaluate(() => globalThis.violations)};
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** What a reader sees of each tag: its state, and the text in its shadow root or its own. */
export function shownText(page, selector) {
  return page.evaluate(async (tags) => {
    const elements = [...document.querySelectorAll(tags)];
    const settled = (element) => element.state && element.state !== 'loading';
    for (let tries = 0; tries < 100 && !elements.every(settled); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return elements.map((element) => ({
      state: element.getAttribute('state'),
      text: (element.shadowRoot ?? element).textContent.replace(/\s+/g, ' ').trim(),
    }));
  }, selector);
}
