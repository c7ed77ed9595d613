import {launch} from 'puppeteer-core';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {STRICT_POLICY} from './policy.mjs';
import {pageOf, servePortal} from './serve-portal.mjs';

export {STRICT_POLICY};

/** Another engine than Chromium is to be tested: scripts/test.mjs --engines says which. */
export const isOtherEngine = Boolean(process.env.QD_ENGINE);

/**
 * A portal of one page: serves the given files and the built embed files under `/qd/` and `/qd/embed/`, and opens its page in a
 * real browser.
 */
export async function openPortal() {
  if (isOtherEngine) {
    const {openEnginePortal} = await import('../engines/portal.mjs');
    return openEnginePortal();
  }
  const {launchOptions} = await findBrowser();
  const browser = await launch(launchOptions);
  const {files, headers, origin, close} = await servePortal();

  return {
    files,
    headers,
    origin,
    /** Opens a page with this body and tells what it asks for, says and violates. */
    async open(html, {policy = STRICT_POLICY, before, viewport, waitUntil = 'networkidle0'} = {}) {
      headers['content-security-policy'] = policy;
      files.set('/', pageOf(html));
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
      if (viewport) await page.setViewport(viewport);
      await page.goto(`${origin}/`, {waitUntil});
      return {page, seen, violations: () => page.evaluate(() => globalThis.violations)};
    },
    async close() {
      await browser.close();
      close();
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
