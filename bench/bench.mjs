/**
 * What a page pays for its cards: ours against hand-written HTML, against the least custom elements, and against
 * two libraries. All in one browser, in rounds, so that a busy machine is busy for all; only ratios count.
 */
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {brotliCompressSync} from 'node:zlib';
import {launch} from 'puppeteer-core';
import {build} from 'vite';
import {findBrowser} from '../scripts/find-browser.mjs';

const USAGE = `Measures what cards cost.

  npm run bench                       everything; some minutes
  npm run bench -- --quick            ours, static and Lit at 10 and 1,000, 3 rounds
  npm run bench -- --only ours,static --n 1000 --rounds 5
  npm run bench -- --parts cards,shift,lists,charts,print,parse
  npm run bench -- --slow 1           slowdowns of the processor: 1, 4, or 1,4 (default)
  npm run bench -- --json FILE        where the numbers go (default bench/results.json)`;

const {values: options} = parseArgs({
  options: {
    only: {type: 'string', default: 'ours,static,lit,vanilla,material,webawesome'},
    n: {type: 'string', default: '10,100,1000,5000'},
    rounds: {type: 'string', default: '5'},
    parts: {type: 'string', default: 'cards,shift,lists,charts,print,parse'},
    slow: {type: 'string', default: '1,4'},
    json: {type: 'string', default: 'bench/results.json'},
    quick: {type: 'boolean', default: false},
    help: {type: 'boolean', short: 'h', default: false},
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
if (options.quick) {
  Object.assign(options, {only: 'ours,static,lit', n: '10,1000', rounds: '3', slow: '1'});
}
const root = fileURLToPath(new URL('../', import.meta.url));
process.chdir(root);
const list = (text) => text.split(',').filter(Boolean);
const parts = new Set(list(options.parts));
const names = list(options.only);
const counts = list(options.n).map(Number);
const slowdowns = list(options.slow).map(Number);
const rounds = Number(options.rounds);

const median = (numbers) => {
  const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
  return sorted.length ? sorted[sorted.length >> 1] : NaN;
};

// What is compared.

if (!existsSync('dist/index.js')) run('scripts/build.mjs');
const isPeer = (name) => name === 'material' || name === 'webawesome';
if (names.some(isPeer) && !existsSync('bench/node_modules')) {
  console.log('Installing the libraries to compare with …');
  const {status} = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: 'bench',
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function run(script) {
  const {status} = spawnSync(process.execPath, [script], {stdio: 'inherit'});
  if (status !== 0) process.exit(status ?? 1);
}

/** The same visible content for all: figures with hedge, unit and note, as the report prints them. */
async function contents() {
  const {figureParts, spokenFigure} = await import(`${root}dist/index.js`);
  const {observations} = JSON.parse(readFileSync('dist/seeds/qingdao-2024-h1.json', 'utf8'));
  const KIND = {qualifier: 'q', integer: 'n', decimal: 'n', fraction: 'n', scale: 's', unit: 'u'};
  return observations
    .filter(({qualifier, unit, basis}) => qualifier && unit && basis === 'cumulative')
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
        input: `${root}bench/${entry}.js`,
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

// The server: a folder for each contestant.

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};
const served = new Map();
/** How long scripts wait, in milliseconds, while the layout is watched. */
let delay = 0;

const server = createServer(async (request, response) => {
  const {pathname} = new URL(request.url, 'http://bench');
  const body = served.get(pathname);
  const type = TYPES[pathname.split('.').pop()] ?? TYPES.html;
  if (body === undefined) return response.writeHead(404).end();
  if (delay && type === TYPES.js) await new Promise((resolve) => setTimeout(resolve, delay));
  return response
    .writeHead(200, {
      'content-type': type,
      'cache-control': 'max-age=60',
      // The memory of a page is told only to pages that stand apart.
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    })
    .end(body);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${server.address().port}`;

const PAGE_STYLE =
  'body{margin:16px;font:16px/1.5 sans-serif}.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr));gap:32px}';
const page = (head, body) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Bench</title><style>${PAGE_STYLE}</style>${head}<body>${body}`;

const CARDS = await contents();
const inHarness = `<script>globalThis.CARDS=${JSON.stringify(CARDS)};${readFileSync('bench/harness.js', 'utf8')}</script>`;

async function serve(name, entry = `contestants/${name}`) {
  const built = await bundle(entry);
  for (const [file, code] of built.files) served.set(`/${name}/${file}`, code);
  // As Vite writes a page's head.
  const sheets = [
    ...built.preloads.map((chunk) => `<link rel="modulepreload" href="/${name}/${chunk}">`),
    ...built.sheets.map((sheet) => `<link rel="stylesheet" href="/${name}/${sheet}">`),
  ].join('');
  served.set(
    `/${name}/`,
    page(
      sheets,
      `<div id="root" class="grid"></div>${inHarness}<script type="module" src="/${name}/index.js"></script>`,
    ),
  );
  return {...built, sheetLinks: sheets};
}

const {launchOptions, name: browserName} = await findBrowser();
const browser = await launch({
  ...launchOptions,
  args: [...(launchOptions.args ?? []), '--enable-blink-features=ForceEagerMeasureMemory'],
  protocolTimeout: 600_000,
});

async function open(path, slow = 1, before) {
  const tab = await browser.newPage();
  await tab.setViewport({width: 1280, height: 900});
  if (before) await tab.evaluateOnNewDocument(before);
  if (slow > 1) await tab.emulateCPUThrottling(slow);
  await tab.goto(origin + path, {waitUntil: 'load'});
  return tab;
}

/** Script, style and layout so far, in milliseconds. */
async function cpu(tab) {
  const {ScriptDuration, LayoutDuration, RecalcStyleDuration} = await tab.metrics();
  return (ScriptDuration + LayoutDuration + RecalcStyleDuration) * 1000;
}

async function memory(tab) {
  const measured = tab.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes);
  return measured.catch(() => NaN);
}

const result = {browser: browserName, date: new Date().toISOString(), rounds};

/** One visit: draw all, look, change all. */
async function visit(name, n, slow, weighs = false) {
  const tab = await open(`/${name}/?n=${n}`, slow);
  await tab.waitForFunction('globalThis.times', {timeout: 300_000, polling: 100});
  const drawn = await cpu(tab);
  const times = await tab.evaluate(() => globalThis.times);
  const nodes = await tab.evaluate(() => globalThis.nodes());
  const heap = weighs ? await memory(tab) : NaN;
  const before = await cpu(tab);
  await tab.evaluate(() => globalThis.update());
  const update = (await cpu(tab)) - before;
  await tab.close();
  return {cpu: drawn, ...times, nodes, heap, update};
}

async function benchCards() {
  const built = {};
  for (const name of ['empty', ...names]) built[name] = await serve(name);
  const seen = {};
  const note = (name, n, slow, measured) => {
    for (const [what, value] of Object.entries(measured)) {
      (((seen[slow] ??= {})[n] ??= {})[name] ??= {})[what] ??= [];
      seen[slow][n][name][what].push(value);
    }
  };
  await visit('empty', 0, 1);
  for (let round = 0; round < rounds; round++) {
    for (const slow of slowdowns) {
      for (const n of counts) {
        // Slowed down, the largest page says nothing new and takes minutes.
        if (slow > 1 && n > 1000) continue;
        const order = ['empty', ...names];
        order.push(...order.splice(0, round % order.length));
        for (const name of order) {
          const shown = name === 'empty' ? 0 : n;
          note(name, n, slow, await visit(name, shown, slow, slow === 1 && n >= 1000));
        }
      }
    }
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  result.cards = {};
  for (const [slow, byCount] of Object.entries(seen)) {
    for (const [n, byName] of Object.entries(byCount)) {
      const at = (name, what) => median(byName[name]?.[what] ?? []);
      const rows = {};
      for (const name of names) {
        rows[name] = {
          bytes: built[name].bytes,
          requests: built[name].requests,
          first: at(name, 'first'),
          all: at(name, 'all'),
          cpu: at(name, 'cpu') - at('empty', 'cpu'),
          perCard: (at(name, 'cpu') - at('empty', 'cpu')) / n,
          update: at(name, 'update'),
          heapPerCard: (at(name, 'heap') - at('empty', 'heap')) / n,
          nodes: at(name, 'nodes'),
        };
      }
      (result.cards[slow] ??= {})[n] = rows;
      table(`N = ${n}${slow > 1 ? `, processor ${slow} × slower` : ''}`, rows);
    }
  }
}

function table(title, rows) {
  const base = rows.static ?? Object.values(rows)[0];
  const ratio = (value, of) => (Number.isFinite(value) && of ? (value / of).toFixed(2) : '–');
  const ms = (value) => value.toFixed(0);
  console.log(`\n### ${title}\n`);
  console.log(
    '| contestant | kB brotli | first, ms | all, ms | CPU, ms | CPU, × static | update, × static | heap per card, B | heap, × static | nodes |',
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const [name, row] of Object.entries(rows)) {
    console.log(
      `| ${name} | ${(row.bytes / 1000).toFixed(1)} | ${ms(row.first)} | ${ms(row.all)} | ${row.cpu.toFixed(1)} | ${ratio(row.cpu, base.cpu)} | ${ratio(row.update, base.update)} | ${Number.isFinite(row.heapPerCard) ? row.heapPerCard.toFixed(0) : '–'} | ${ratio(row.heapPerCard, base.heapPerCard)} | ${row.nodes} |`,
    );
  }
}

/** How far things move when the script comes a second late. */
async function benchShift() {
  await serve('ours');
  const css = readFileSync('dist/embed/qd.css', 'utf8');
  served.set('/qd.css', css);
  const all = JSON.parse(readFileSync('dist/seeds/qingdao-2024-h1.json', 'utf8')).observations;
  const cards = all
    .map(
      ({indicator, label, printed}) =>
        `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${label['zh-CN']} ${printed}</qd-metric>`,
    )
    .join('');
  const watch = () => {
    globalThis.contest = () => {};
    globalThis.shift = 0;
    new PerformanceObserver((seen) => {
      for (const {value} of seen.getEntries()) globalThis.shift += value;
    }).observe({type: 'layout-shift', buffered: true});
  };
  const script = '<script type="module" src="/ours/index.js"></script>';
  const link = '<link rel="stylesheet" href="/qd.css">';
  const pages = {
    'grid, qd.css': page(link, `<div class="qd-grid">${cards}</div><p>后文</p>${script}`),
    'column, qd.css': page(link, `<div>${cards}</div><p>后文</p>${script}`),
    'grid, without': page('', `<div class="grid">${cards}</div><p>后文</p>${script}`),
    'column, without': page('', `<div>${cards}</div><p>后文</p>${script}`),
  };
  result.shift = {};
  delay = 1000;
  for (const [name, html] of Object.entries(pages)) {
    const path = `/shift/${encodeURIComponent(name)}`;
    served.set(path, html);
    for (const width of [1280, 360]) {
      const tab = await browser.newPage();
      await tab.setCacheEnabled(false);
      await tab.setViewport({width, height: 900});
      await tab.evaluateOnNewDocument(watch);
      await tab.goto(origin + path, {waitUntil: 'load'});
      await tab.waitForFunction(
        () =>
          [...document.querySelectorAll('qd-metric')].every((card) => card.getAttribute('state') === 'ready'),
        {timeout: 60_000},
      );
      await tab.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100))),
      );
      result.shift[`${name}, ${width} px`] = await tab.evaluate(() => globalThis.shift);
      await tab.close();
    }
  }
  delay = 0;
  console.log('\n### Layout shift, script 1 s late\n\n| page | shift |\n|---|---:|');
  for (const [name, shift] of Object.entries(result.shift)) console.log(`| ${name} | ${shift.toFixed(4)} |`);
}

/** A report of so many figures and problems, made from the bundled one. */
function aReport(size, issues = 0) {
  const report = JSON.parse(readFileSync('dist/seeds/qingdao-2024-h1.json', 'utf8'));
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

/** A page that draws what it is told to; gives what the drawing cost. */
async function drawing(name, ...given) {
  const tab = await open(`/${name}/?n=0`);
  await tab.waitForFunction('globalThis.times && globalThis.draw');
  const weighed = await memory(tab);
  const before = await cpu(tab);
  await tab.evaluate(
    async (...told) => {
      await globalThis.draw(...told);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    },
    ...given,
  );
  const cost = (await cpu(tab)) - before;
  const heap = (await memory(tab)) - weighed;
  await tab.close();
  return {cpu: cost, heap};
}

/** Two contestants by turns; what the first costs as a part of the second. */
async function duel(title, [mine, theirs], ...given) {
  const seen = {[mine]: [], [theirs]: []};
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 ? [mine, theirs] : [theirs, mine])
      seen[name].push(await drawing(name, ...given));
  }
  const at = (name, what) => median(seen[name].map((cost) => cost[what]));
  const row = {
    cpu: at(mine, 'cpu'),
    cpuRatio: at(mine, 'cpu') / at(theirs, 'cpu'),
    heapRatio: at(mine, 'heap') / at(theirs, 'heap'),
  };
  (result.duels ??= {})[title] = row;
  console.log(
    `| ${title} | ${row.cpu.toFixed(0)} | ${row.cpuRatio.toFixed(2)} | ${row.heapRatio.toFixed(2)} |`,
  );
}

async function benchLists() {
  for (const name of ['rows-ours', 'rows-static']) await serve(name);
  console.log('\n### Lists and tables of 1,000 rows, against static rows\n');
  console.log('| what | CPU, ms | CPU, × | memory, × |\n|---|---:|---:|---:|');
  const contestants = ['rows-ours', 'rows-static'];
  await duel('qd-table', contestants, 'qd-table', aReport(1000));
  await duel('qd-issue-list', contestants, 'qd-issue-list', aReport(1, 1000));
}

async function benchCharts() {
  for (const name of ['charts-ours', 'charts-plain']) await serve(name);
  console.log('\n### Charts of 12 points in a long page, against plain chart.js that draws all\n');
  console.log('| charts | CPU, ms | CPU, × | memory, × |\n|---|---:|---:|---:|');
  const report = aReport(12);
  for (const observation of report.observations)
    Object.assign(observation, {kind: 'count', unit: '个', scale: 0, value: '120'});
  for (const count of [20, 100]) await duel(String(count), ['charts-ours', 'charts-plain'], count, report);
}

/** Whether paper gets all of a long page. */
async function benchPrint() {
  await serve('ours');
  await serve('charts-ours');
  const cards = Array.from({length: 200}, (_none, i) => CARDS[i % CARDS.length]);
  served.set(
    '/print/',
    page(
      '',
      `<div id="root"></div><div class="grid">${cards.map(({indicator, text}) => `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${text}</qd-metric>`).join('')}</div><script>globalThis.CARDS=[];${readFileSync('bench/harness.js', 'utf8')}</script><script type="module" src="/ours/index.js"></script><script type="module" src="/charts-ours/index.js"></script>`,
    ),
  );
  const tab = await open('/print/');
  await tab.waitForFunction('globalThis.draw');
  const report = aReport(12);
  for (const observation of report.observations)
    Object.assign(observation, {kind: 'count', unit: '个', scale: 0, value: '120'});
  await tab.evaluate((given) => globalThis.draw(30, given), report);
  const pdf = Buffer.from(await tab.pdf({timeout: 120_000}));
  await tab.close();
  writeFileSync('bench/print.pdf', pdf);
  const images = pdf.toString('latin1').split('/Subtype /Image').length - 1;
  const {stdout, status} = spawnSync('pdftotext', ['bench/print.pdf', '-'], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  // A form of the same character may stand in the PDF: ⽀ for 支.
  const text = status === 0 ? stdout.normalize('NFKC').replace(/\s/g, '') : '';
  const figures = cards.reduce(
    (all, {pieces}) => all.add(pieces.map(([, piece]) => piece).join('')),
    new Set(),
  );
  const printed = [...figures].reduce((sum, figure) => sum + text.split(figure).length - 1, 0);
  result.print = {cards: status === 0 ? printed : 'no pdftotext here', images};
  console.log(
    `\n### Print\n\n200 cards and 30 charts: the PDF holds ${result.print.cards} figures and ${images} images`,
  );
}

async function benchParse() {
  await serve('parse');
  await serve('rows-ours');
  const report = aReport(10_000);
  const tab = await open('/parse/?n=0');
  await tab.waitForFunction('globalThis.parse');
  result.parse = {};
  console.log('\n### A report of the page’s own: parsed and checked\n\n| observations | ms |\n|---:|---:|');
  await tab.evaluate((given) => globalThis.parse(100, given), report);
  for (const count of [1000, 5000, 10_000]) {
    const took = await tab.evaluate((size, given) => globalThis.parse(size, given), count, report);
    result.parse[count] = took;
    console.log(`| ${count} | ${took.toFixed(0)} |`);
  }
  await tab.close();
}

const suites = {
  cards: benchCards,
  shift: benchShift,
  lists: benchLists,
  charts: benchCharts,
  print: benchPrint,
  parse: benchParse,
};
try {
  for (const [name, suite] of Object.entries(suites)) if (parts.has(name)) await suite();
} finally {
  await browser.close();
  server.close();
}
writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
console.log(`\n${options.json}: the numbers`);
