/**
 * A portal with its editors: `/admin/edit/…` has each editor in a page of its own, `/qd/` the built embed files, and
 * `/art/…` what was left of the snippets, as an article. All under one host name, as portals have it.
 */
import {existsSync, readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {launch} from 'puppeteer-core';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {EDITORS} from './software.mjs';
import {ORIGIN} from './snippets.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const TYPES = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  json: 'application/json',
  png: 'image/png',
};
/** A picture of one dot, for every card that the pages would have. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The editor's module with all it imports, as one classic script. */
async function bundle(id) {
  const {outputFiles} = await build({
    stdin: {
      contents: `
        import {start} from './editors/${id}.js';
        globalThis.starting = start(location.hash === '#documented').then((editor) => (globalThis.cms = editor));`,
      resolveDir: here('.'),
    },
    bundle: true,
    format: 'iife',
    write: false,
    loader: {'.css': 'empty', '.svg': 'text'},
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

function editorPage(id) {
  const {script} = EDITORS.find((editor) => editor.id === id) ?? {};
  // CKEditor 4 and KindEditor replace a text area, and their settings are a script before the editor starts.
  const own = script
    ? `<script src="/admin/packages/${script}"></script>
       <script>if (location.hash === '#documented') document.write('<script src="/admin/settings/${id}.js"></' + 'script>')</script>`
    : '';
  const area = script || id === 'tinymce' ? '<textarea id="content"></textarea>' : '<div id="content"></div>';
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${id}</title>
    <textarea id="source">x</textarea>${area}${own}<script src="/admin/editors/${id}.js"></script>`;
}

function read(path) {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
}

/** Starts the portal and a browser that finds it under its name. */
export async function openSite() {
  const articles = new Map();
  const bundles = new Map();
  const frames = new Map();

  async function bodyOf(path) {
    const [, folder, kind, ...rest] = path.split('/');
    if (folder === 'admin') {
      const id = rest[0]?.replace(/\.(?:js|html)$/, '');
      if (kind === 'edit') return editorPage(id);
      if (kind === 'editors') {
        if (!bundles.has(id)) bundles.set(id, await bundle(id));
        return bundles.get(id);
      }
      if (kind === 'settings') return read(here(`settings/${rest.join('/')}`));
      if (kind === 'packages') return read(here(`node_modules/${rest.join('/')}`));
    }
    if (folder === 'qd') {
      if (path.endsWith('.png')) return DOT;
      return frames.get(path) ?? read(here(`../../dist/${path.slice('/qd/'.length)}`));
    }
    return articles.get(path);
  }

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, ORIGIN).pathname);
    const body = await bodyOf(path);
    if (body === undefined) return response.writeHead(404).end('Not found');
    const type = TYPES[/\.([a-z]+)$/.exec(path)?.[1]] ?? TYPES.html;
    return response.writeHead(200, {'content-type': type}).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  const {launchOptions} = await findBrowser();
  const {host} = new URL(ORIGIN);
  const rules = `MAP ${host}:80 127.0.0.1:${server.address().port}`;
  const browser = await launch({
    ...launchOptions,
    args: [...launchOptions.args, `--host-resolver-rules=${rules}`],
  });

  return {
    browser,
    articles,
    frames,
    /** Opens an address of the portal. */
    async open(path) {
      const page = await browser.newPage();
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${ORIGIN}${path}`, {waitUntil: 'load'});
      return {page, errors};
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
