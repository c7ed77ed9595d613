/**
 * Where contestants meet: their bundles, the server that gives their pages, and the browser that opens them.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import {launch} from 'puppeteer-core';
import {build} from 'vite';
import {findBrowser} from '../scripts/find-browser.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

const PAGE_STYLE =
  'body{margin:16px;font:16px/1.5 sans-serif}.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:32px}';

/** A page with the style that all share. */
export const page = (head, body) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Bench</title><style>${PAGE_STYLE}</style>${head}<body>${body}`;

/** The first bundled report, read afresh. */
export const seed = () => JSON.parse(read('dist/seeds/qingdao-2024-h1.json'));

/** A report of so many figures and problems, made from the bundled one. */
export function aReport(size, issues = 0) {
  const report = seed();
  const given = report.observations.filter(({kind}) => kind === 'count' || kind === 'amount');
  const observations = Array.from({length: size}, (_none, i) => ({
    ...given[i % given.length],
    indicator: `made-${i}`,
    label: {'zh-CN': `第${i + 1}项指标`, en: `Indicator ${i + 1}`},
  }));
  const plans = report.plans.slice(0, 1);
  const made = Array.from({length: issues}, (_none, i) => ({
    ...report.issues[i % report.issues.length],
    id: `issue-${i}`,
    number: `2.${i + 1}`,
    plans: [{id: plans[0].id, by: 'editor', relation: 'answers'}],
  }));
  return {...report, id: `made-${size}`, observations, issues: made, plans, platforms: [], series: []};
}

/** What a table says of each figure of a report, column by column, for those who write it by hand. */
export async function rowTexts(report) {
  const {figureParts} = await import(`${root}dist/index.js`);
  const items = new Map(
    report.areas.flatMap((area) => area.items.map(({id, title}) => [id, title['zh-CN']])),
  );
  return report.observations.map((observation) => {
    const texts = {
      label: observation.label['zh-CN'],
      item: items.get(observation.item) ?? '',
      hedge: '',
      value: '',
      unit: '',
    };
    for (const {type, value} of figureParts(observation, 'zh-CN')) {
      const isNumber = /^(?:integer|decimal|fraction)$/.test(type);
      texts[isNumber ? 'value' : texts.value ? 'unit' : 'hedge'] += value;
    }
    return texts;
  });
}

/** The same visible content for all: figures with hedge, unit and note, as the report prints them. */
async function contents() {
  const {figureParts, spokenFigure} = await import(`${root}dist/index.js`);
  const KIND = {qualifier: 'q', integer: 'n', decimal: 'n', fraction: 'n', scale: 's', unit: 'u'};
  return seed()
    .observations.filter(({qualifier, unit, basis}) => qualifier && unit && basis === 'cumulative')
    .map((observation) => {
      const pieces = [];
      for (const {type, value} of figureParts(observation, 'zh-CN')) {
        const kind = KIND[type] ?? 'n';
        const last = pieces[pieces.length - 1];
        if (last?.[0] === kind) last[1] += value;
        else pieces.push([kind, value]);
      }
      const label = observation.label['zh-CN'];
      return {
        indicator: observation.indicator,
        label,
        pieces,
        note: '累计',
        name: `出处：${label}`,
        text: `${label} ${spokenFigure(observation, 'zh-CN')}`,
      };
    });
}

/** Bundles a page's script as an author would; gives its files, and the bytes of what the first card waits for. */
async function bundle(entry) {
  const {output} = await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    resolve: {alias: {'qd-widgets': `${root}dist`}},
    build: {
      write: false,
      target: 'es2022',
      modulePreload: {polyfill: false},
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: `${root}bench/contestants/${entry}.js`,
        output: {entryFileNames: 'index.js', assetFileNames: '[name][extname]'},
      },
    },
  });
  const files = new Map(output.map((file) => [file.fileName, file.code ?? file.source]));
  const chunks = new Map(output.filter(({type}) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const needed = new Set();
  const walk = (name) => {
    if (needed.has(name)) return;
    needed.add(name);
    chunks.get(name).imports.forEach(walk);
  };
  walk('index.js');
  const preloads = [...needed].filter((name) => name !== 'index.js');
  const sheets = [...files.keys()].filter((name) => name.endsWith('.css'));
  const bytes = [...needed, ...sheets].reduce(
    (sum, name) => sum + brotliCompressSync(files.get(name)).length,
    0,
  );
  return {files, sheets, preloads, bytes, requests: needed.size + sheets.length};
}

const PEERS = ['material', 'webawesome'];

/** Installs the libraries to compare with, from the lock file beside this one. */
function installPeers() {
  if (existsSync(`${root}bench/node_modules/.package-lock.json`)) return;
  console.error('Installing the libraries to compare with …');
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: `${root}bench`,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Opens the server and the browser. */
export async function openStage() {
  if (!existsSync(`${root}dist/index.js`)) {
    const {status} = spawnSync(process.execPath, [`${root}scripts/build.mjs`], {stdio: ['ignore', 2, 2]});
    if (status !== 0) process.exit(status ?? 1);
  }
  const cards = await contents();
  const harness = `<script>globalThis.CARDS=${JSON.stringify(cards)};${read('bench/harness.js')}</script>`;
  /** What the server gives, by path. */
  const served = new Map();
  const built = new Map();
  const stage = {
    cards,
    harness,
    served,
    /** How long scripts wait, in milliseconds, while the layout is watched. */
    delay: 0,
    serve,
    open,
    blank,
    visit,
    freshBrowser,
    close,
  };

  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url, 'http://bench');
    const body = served.get(decodeURIComponent(pathname));
    const type = TYPES[pathname.split('.').pop()] ?? TYPES.html;
    if (body === undefined) return response.writeHead(404).end();
    if (stage.delay && type === TYPES.js) await new Promise((resolve) => setTimeout(resolve, stage.delay));
    return response.writeHead(200, {'content-type': type, 'cache-control': 'max-age=60'}).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  stage.origin = `http://127.0.0.1:${server.address().port}`;

  /** Puts a contestant's page at `/NAME/`, as Vite writes a page's head. */
  async function serve(name) {
    if (built.has(name)) return built.get(name);
    if (PEERS.includes(name)) installPeers();
    const made = await bundle(name);
    for (const [file, code] of made.files) served.set(`/${name}/${file}`, code);
    const links = [
      ...made.preloads.map((chunk) => `<link rel="modulepreload" href="/${name}/${chunk}">`),
      ...made.sheets.map((sheet) => `<link rel="stylesheet" href="/${name}/${sheet}">`),
    ].join('');
    served.set(
      `/${name}/`,
      page(
        links,
        `<div id="root" class="grid"></div>${harness}<script type="module" src="/${name}/index.js"></script>`,
      ),
    );
    built.set(name, made);
    return made;
  }

  const {launchOptions, name: browserName} = await findBrowser();
  const start = () => launch({...launchOptions, protocolTimeout: 600_000});
  const browser = await start();
  stage.browserName = browserName;

  /** A tab of a browser at a path of the server. */
  async function open(path, options) {
    const tab = await blank(options);
    await visit(tab, path);
    return tab;
  }

  /** A tab that has not been anywhere yet. */
  async function blank({
    slow = 1,
    before,
    browser: of = browser,
    width = 1280,
    height = 900,
    cache = true,
  } = {}) {
    const tab = await of.newPage();
    await tab.setViewport({width, height});
    if (!cache) await tab.setCacheEnabled(false);
    if (before) await tab.evaluateOnNewDocument(before);
    if (slow > 1) await tab.emulateCPUThrottling(slow);
    return tab;
  }

  /** Opens a path of the server in a tab. */
  async function visit(tab, path) {
    await tab.goto(stage.origin + path, {waitUntil: 'load', timeout: 120_000});
  }

  /** Another browser, whose first page has a process and a heap of its own. */
  async function freshBrowser(use) {
    const fresh = await start();
    try {
      return await use(fresh);
    } finally {
      await fresh.close();
    }
  }

  async function close() {
    await browser.close();
    server.close();
  }

  return stage;
}
