import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createServer} from 'node:http';
import {existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {brotliCompressSync} from 'node:zlib';
import {svelte} from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import {launch} from 'puppeteer-core';
import {build} from 'vite';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {snippet} from './readme.mjs';
import {packageFile, workspace} from './workspace.mjs';

/**
 * What a page with one card may load before it shows: bytes, brotli. Above the 12 kB of the modules themselves are
 * Vite's helpers for late parts.
 */
const ONE_CARD = 13_800;

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};
const PAGE = (body) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Consumer</title><link rel="icon" href="data:,">${body}`;
const TSCONFIG = {
  compilerOptions: {jsx: 'react-jsx', module: 'esnext', moduleResolution: 'bundler', strict: true},
};

let place;
let origin;
let browser;
let server;

before(async () => {
  place = workspace();
  server = createServer(({url}, response) => {
    const path = normalize(join(place.folder, decodeURIComponent(new URL(url, 'http://consumer').pathname)));
    if (!path.startsWith(place.folder) || !existsSync(path) || !statSync(path).isFile()) {
      return response.writeHead(404).end('Not found');
    }
    const type = TYPES[path.split('.').pop()] ?? 'application/octet-stream';
    return response.writeHead(200, {'content-type': type}).end(readFileSync(path));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
  const {launchOptions} = await findBrowser();
  browser = await launch(launchOptions);
});

after(async () => {
  await browser?.close();
  server?.close();
  place?.remove();
});

function write(files) {
  for (const [path, text] of Object.entries(files)) {
    const whole = join(place.folder, path);
    mkdirSync(dirname(whole), {recursive: true});
    writeFileSync(whole, typeof text === 'string' ? text : JSON.stringify(text));
  }
}

/** Opens a page of the workspace once its cards are ready; fails on any error that it says. */
async function open(path, cards = 1) {
  const page = await browser.newPage();
  const said = [];
  const requests = [];
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => requests.push(request.url().replace(origin, '')));
  await page.goto(`${origin}/${path}`);
  try {
    await page.waitForFunction(
      (count) => document.querySelectorAll('qd-metric[state="ready"]').length === count,
      {timeout: 20_000},
      cards,
    );
  } catch (error) {
    throw new Error(`${path} shows no card: ${said.join('\n')}\n${await page.content()}`, {cause: error});
  }
  return {page, said, requests};
}

/** The texts of the cards as a reader sees them. */
const figures = (page) =>
  page.$$eval('qd-metric', (cards) =>
    cards.map(({shadowRoot}) => {
      const text = (part) => shadowRoot.querySelector(`[part~="${part}"]`).innerText.replace(/\s/g, '');
      return [text('label'), text('figure')];
    }),
  );

const CALLS = ['数据资源调用', '921.61亿次'];

async function bundle(name, plugins = []) {
  const root = realpathSync(join(place.folder, name));
  const {output} = await build({root, base: './', configFile: false, logLevel: 'error', plugins});
  return output.filter(({type}) => type === 'chunk');
}

/** The chunks that a page loads before it runs. */
function atFirst(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set();
  const follow = (chunk) => {
    if (!chunk || first.has(chunk)) return;
    first.add(chunk);
    for (const name of chunk.imports) follow(byName.get(name));
  };
  follow(chunks.find(({isEntry}) => isEntry));
  return [...first];
}

/** Our modules and the packages in chunks. */
const modulesOf = (chunks) =>
  chunks.flatMap(({moduleIds}) => moduleIds.map((id) => id.replaceAll('\\', '/')));

describe('the packed package', () => {
  it('is tested with the dependencies that it asks for', () => {
    const {dependencies} = packageFile();
    const {devDependencies} = packageFile('test/consumers/');
    for (const [name, version] of Object.entries(dependencies)) {
      assert.equal(devDependencies[name], version, name);
      const installed = JSON.parse(
        readFileSync(join(place.folder, 'node_modules', name, 'package.json'), 'utf8'),
      );
      assert.equal(installed.version, version, name);
    }
  });

  it('shows a card in plain HTML, from the embed file in node_modules', async () => {
    write({'plain.html': PAGE(snippet('Plain HTML', 'html'))});
    const {page, said, requests} = await open('plain.html');
    assert.deepEqual(await figures(page), [CALLS]);
    assert.deepEqual(said, []);
    assert.deepEqual(
      requests.filter((url) => url.startsWith('/')),
      ['/plain.html', '/node_modules/qd-widgets/dist/embed/qd.js'],
    );
  });

  it('is in a Vite page with one card that card only: no chart, no zod, no other widget', async () => {
    write({
      'vite/index.html': PAGE('<script type="module" src="main.ts"></script>'),
      'vite/main.ts': snippet('Vite and TypeScript', 'ts'),
      'vite/tsconfig.json': TSCONFIG,
    });
    const chunks = await bundle('vite');
    const first = atFirst(chunks);
    const widgets = (list) => [
      ...new Set(modulesOf(list).flatMap((id) => /\/dist\/widgets\/(qd-[\w-]+)\.js$/.exec(id)?.[1] ?? [])),
    ];
    assert.deepEqual(widgets(chunks), ['qd-metric']);
    for (const [name, list] of [
      ['chart.js', chunks],
      ['zod', first],
      ['uqr', first],
      ['qd-widgets/dist/seeds/qingdao', first],
    ]) {
      assert.deepEqual(
        modulesOf(list).filter((id) => id.includes(`/node_modules/${name}`)),
        [],
        name,
      );
    }
    const bytes = first.reduce((sum, {code}) => sum + brotliCompressSync(code).length, 0);
    console.log(`one card with Vite: ${(bytes / 1000).toFixed(1)} kB brotli before it shows`);
    assert.ok(bytes <= ONE_CARD, `${bytes} bytes are more than ${ONE_CARD}`);
    const {page, said} = await open('vite/dist/index.html');
    assert.deepEqual(await figures(page), [CALLS]);
    assert.deepEqual(said, []);
  });

  it('shows its figures in the first frame where the report comes with the script, in either order', async () => {
    const seed = `import 'qd-widgets/seeds/qingdao-2024-h1.js';`;
    const widget = `import 'qd-widgets/widgets/qd-metric.js';`;
    const card = '<qd-metric report="qingdao-2024-h1" indicator="data-resource-calls">921.61亿次</qd-metric>';
    for (const [name, imports] of [
      ['before', [seed, widget]],
      ['after', [widget, seed]],
    ]) {
      write({
        [`seed-${name}/index.html`]: PAGE(`${card}<script type="module" src="main.js"></script>`),
        [`seed-${name}/main.js`]: `${imports.join('\n')}
          document.body.insertAdjacentHTML('beforeend', '${card}');
          requestAnimationFrame(() => {
            globalThis.first = [...document.querySelectorAll('qd-metric')].map(({state}) => state);
          });`,
      });
      await bundle(`seed-${name}`);
      const {page, said} = await open(`seed-${name}/dist/index.html`, 2);
      assert.deepEqual(await figures(page), [CALLS, CALLS]);
      assert.deepEqual(await page.evaluate(() => globalThis.first), ['ready', 'ready'], name);
      assert.deepEqual(said, []);
    }
  });

  /** A report of the page's own: an indicator, a unit and words that no bundled report has. */
  const OWN = `
    import seed from 'qd-widgets/seeds/qingdao-2024-h1.json';
    const {format, language, publisher, period, source} = seed;
    const provenance = {quote: '建成充电桩1200台。', start: 0, end: 11, figureStart: 5, figureEnd: 9};
    export const own = {
      format, language, publisher, period, source, id: 'own',
      areas: [], issues: [], plans: [], documents: [], platforms: [],
      observations: [{
        indicator: 'charging-points', label: {'zh-CN': '充电桩', en: 'Charging points'}, kind: 'count',
        printed: '1200台', value: '1200', scale: 0, unit: '台', basis: 'point', provenance,
      }],
    };`;

  const jsx = (name, start) => ({
    name,
    readme: [name, 'tsx'],
    file: 'Figures.tsx',
    main: 'main.tsx',
    code: `${start}`,
  });
  const FRAMEWORKS = [
    {
      ...jsx('React'),
      code: `import {createRoot} from 'react-dom/client';
        import {Figures} from './Figures';
        createRoot(document.getElementById('app')!).render(<Figures report="qingdao-2024-h1" />);`,
      options: {jsxImportSource: 'react'},
    },
    {
      ...jsx('Preact'),
      code: `import {render} from 'preact';
        import {Figures} from './Figures';
        render(<Figures report="qingdao-2024-h1" />, document.getElementById('app')!);`,
      options: {jsxImportSource: 'preact'},
    },
    {
      name: 'Vue',
      readme: ['Vue', 'vue'],
      file: 'Figures.vue',
      main: 'main.ts',
      code: `import {createApp} from 'vue';
        import Figures from './Figures.vue';
        createApp(Figures, {report: 'qingdao-2024-h1'}).mount('#app');`,
      plugins: () => [vue({template: {compilerOptions: {isCustomElement: (tag) => tag.startsWith('qd-')}}})],
    },
    {
      name: 'Svelte',
      readme: ['Svelte', 'svelte'],
      file: 'Figures.svelte',
      main: 'main.ts',
      code: `import {mount} from 'svelte';
        import Figures from './Figures.svelte';
        mount(Figures, {target: document.getElementById('app')!, props: {report: 'qingdao-2024-h1'}});`,
      plugins: () => [svelte({configFile: false})],
    },
  ];

  for (const {name, readme, file, main, code, options = {}, plugins = () => []} of FRAMEWORKS) {
    it(`shows README's card in ${name}, and tells it by its event`, async () => {
      const folder = name.toLowerCase();
      write({
        [`${folder}/index.html`]: PAGE(`<div id="app"></div><script type="module" src="${main}"></script>`),
        [`${folder}/${file}`]: snippet(...readme),
        [`${folder}/${main}`]: code,
        [`${folder}/tsconfig.json`]: {compilerOptions: {...TSCONFIG.compilerOptions, ...options}},
      });
      await bundle(folder, plugins());
      const {page, said} = await open(`${folder}/dist/index.html`);
      assert.deepEqual(await figures(page), [CALLS]);
      assert.equal(await page.$eval('qd-metric', (card) => card.getAttribute('variant')), 'hero');
      // What a page says comes by a way of its own, and may come later than what it shows.
      for (let round = 0; round < 50 && said.length === 0; round++) await setTimeout(100);
      assert.deepEqual(said, ['shown: data-resource-calls']);
    });
  }

  it('shows a bundled report and one of the page’s own side by side, the own one as an object', async () => {
    write({
      'two/index.html': PAGE('<div id="app"></div><script type="module" src="main.tsx"></script>'),
      'two/Figures.tsx': snippet('React', 'tsx'),
      'two/own.ts': OWN,
      'two/main.tsx': `import type {} from 'qd-widgets/react';
        import {createRoot} from 'react-dom/client';
        import {Figures} from './Figures';
        import {own} from './own';
        createRoot(document.getElementById('app')!).render(<>
          <Figures report="qingdao-2024-h1" />
          <qd-report report={own}><qd-metric indicator="charging-points" /></qd-report>
        </>);`,
      'two/tsconfig.json': TSCONFIG,
    });
    await bundle('two');
    const {page} = await open('two/dist/index.html', 2);
    assert.deepEqual(await figures(page), [CALLS, ['充电桩', '1200台']]);
  });

  it('is drawn by @lit-labs/ssr as declarative shadow DOM, whose place the card takes, with the support for hydration loaded', async () => {
    write({'server/card.mjs': snippet('On a server', 'js')});
    const drawn = execFileSync(process.execPath, ['server/card.mjs'], {cwd: place.folder, encoding: 'utf8'});
    assert.match(drawn, /<template shadowroot(?:mode)?="open"/);
    assert.match(drawn.replace(/<style>[^]*?<\/style>|<[^>]*>/g, ''), /921\.61/);
    write({
      'server/index.html': PAGE(`${drawn}<script type="module" src="main.js"></script>`),
      'server/main.js': `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
        import 'qd-widgets/widgets/qd-metric.js';`,
    });
    await bundle('server');
    const {page, said} = await open('server/dist/index.html');
    await page.waitForFunction(() => document.querySelector('qd-metric').hasUpdated);
    assert.deepEqual(await figures(page), [CALLS]);
    assert.equal(
      await page.$eval('qd-metric', ({shadowRoot}) => shadowRoot.querySelectorAll('[part~=base]').length),
      1,
    );
    assert.deepEqual(said, []);
  });

  it('gives Node its data side, which asks for no document', () => {
    write({
      'node/data.mjs': `
        for (const name of ['document', 'window', 'HTMLElement', 'customElements']) {
          Object.defineProperty(globalThis, name, {get() { throw new Error(name + ' was asked for'); }});
        }
        const {checkReport, loadReport, registerReport, reportIds} = await import('qd-widgets');
        const {readFileSync} = await import('node:fs');
        const {createRequire} = await import('node:module');
        const require = createRequire(import.meta.url);
        const report = await loadReport('qingdao-2024-h1');
        registerReport('object', {...report, id: 'object'});
        registerReport('loader', async () => ({...report, id: 'loader'}));
        registerReport('module', () => import('qd-widgets/seeds/qingdao-2024-h1.json', {with: {type: 'json'}}));
        registerReport('wrong', {...report, format: 2});
        const path = require.resolve('qd-widgets/seeds/qingdao-2024-h1.json').replace(/json$/, 'txt');
        const {faults} = checkReport(report, readFileSync(path, 'utf8'));
        console.log(JSON.stringify({
          ids: reportIds(),
          loaded: [(await loadReport('object')).id, (await loadReport('loader')).id, (await loadReport('module')).id],
          wrong: await loadReport('wrong').then(() => 'loaded', ({name}) => name),
          faults: faults.length,
          figures: report.observations.length,
        }));`,
    });
    const args = ['--no-warnings', 'node/data.mjs'];
    const said = execFileSync(process.execPath, args, {cwd: place.folder, encoding: 'utf8'});
    assert.deepEqual(JSON.parse(said), {
      ids: ['qingdao-2024-h1', 'object', 'loader', 'module', 'wrong'],
      loaded: ['object', 'loader', 'qingdao-2024-h1'],
      wrong: 'ReportError',
      faults: 0,
      figures: 44,
    });
  });

  it('gives a command to npx', () => {
    const program = join(place.folder, 'node_modules/qd-widgets', packageFile().bin.qd);
    const said = execFileSync(
      process.execPath,
      [program, 'embed', 'qingdao-2024-h1', 'data-resource-calls'],
      {
        encoding: 'utf8',
      },
    );
    assert.match(said, /data-resource-calls/);
  });
});
