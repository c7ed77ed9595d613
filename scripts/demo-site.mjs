// Builds the demo and serves it as a site with a strict policy would, for the tests and the pictures.
import {createServer} from 'node:http';
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';
import {launch} from 'puppeteer-core';
import {build} from 'vite';
import {findBrowser} from './find-browser.mjs';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  json: 'application/json',
};

/** No inline script or style; Lit's templates and ours are the only HTML from strings. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html qd-widgets qd-builder";

function serve(folder) {
  const server = createServer(({url}, response) => {
    let path = normalize(join(folder, decodeURIComponent(new URL(url, 'http://demo').pathname)));
    if (path.startsWith(folder) && existsSync(path) && statSync(path).isDirectory()) {
      if (!url.endsWith('/')) return response.writeHead(301, {location: `${url}/`}).end();
      path = join(path, 'index.html');
    }
    if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
      return response.writeHead(404).end('Not found');
    }
    const headers = {'content-type': TYPES[path.split('.').pop()] ?? 'application/octet-stream'};
    if (path.endsWith('.html')) headers['content-security-policy'] = POLICY;
    return response.writeHead(200, headers).end(readFileSync(path));
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/**
 * The built demo in a real browser.
 *
 * @returns {Promise<{
 *   origin: string,
 *   open: (path: string, viewport?: import('puppeteer-core').Viewport) => Promise<{
 *     page: import('puppeteer-core').Page,
 *     seen: {requests: string[], errors: string[], violations: () => Promise<string[]>},
 *   }>,
 *   close: () => Promise<void>,
 * }>} `open` resolves once every tag of the page that has data shows them.
 */
export async function openDemoSite() {
  const folder = mkdtempSync(join(tmpdir(), 'qd-demo-'));
  const root = fileURLToPath(new URL('../', import.meta.url));
  await build({root, configFile: `${root}vite.config.ts`, logLevel: 'error', build: {outDir: folder}});
  const server = await serve(folder);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const {launchOptions} = await findBrowser();
  const browser = await launch(launchOptions);

  return {
    origin,
    async open(path, viewport = {width: 1280, height: 900}) {
      const page = await browser.newPage();
      await page.setViewport(viewport);
      const requests = [];
      const errors = [];
      page.on('request', (request) => requests.push(request.url().replace(origin, '')));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.evaluateOnNewDocument(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => {
          globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      await page.goto(new URL(path, `${origin}/demo/`).href);
      await settled(page);
      return {page, seen: {requests, errors, violations: () => page.evaluate(() => globalThis.violations)}};
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

/** Waits until no tag, also inside others, is loading. */
export function settled(page) {
  return page.waitForFunction(() => {
    const tags = (root) =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.localName.startsWith('qd-') ? [element] : []),
        ...(element.shadowRoot ? tags(element.shadowRoot) : []),
      ]);
    return tags(document).every(
      (tag) =>
        tag.localName === 'qd-report' ||
        (tag.state && tag.state !== 'loading') ||
        tag.getAttribute('src') === 'never-answers.json',
    );
  });
}
