// Vite: the embed pages and the embed files beside the demo, so that every address that the demo copies works.
import {spawn} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {runnerImport} from 'vite';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** Style sheets that are published as they are written. */
const SHEETS = ['page.css', 'qd.css'];

/** @returns {string[]} The embed files that are built. */
export function builtEmbedFiles() {
  const list = at('dist/embed/sri.json');
  if (!existsSync(list)) return [];
  return [...Object.keys(JSON.parse(readFileSync(list, 'utf8')).files), 'sri.json'];
}

const reports = () =>
  readdirSync(at('seeds'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(at(`seeds/${file}`), 'utf8')));

async function importSource(path) {
  const {module} = await runnerImport(at(path), {configFile: false, logLevel: 'error'});
  return module;
}

/** Pictures are drawn when the package is built. */
async function builtPictures(report, {indicator}) {
  const folder = at(`dist/embed/metric/${report.id}/${indicator}/`);
  const list = `${folder}oembed.json`;
  if (!existsSync(list)) return [];
  const {width, height} = JSON.parse(readFileSync(list, 'utf8'));
  return readdirSync(folder)
    .filter((name) => /\.(?:png|svg)$/.test(name))
    .map((name) => ({name, width, height, content: readFileSync(folder + name)}));
}

let building;

/** Builds dist/ once, when somebody first asks for an embed file in a fresh clone. */
function buildOnce() {
  building ??= new Promise((resolve) => {
    const child = spawn(process.execPath, [at('scripts/build.mjs')], {stdio: 'ignore'});
    child.once('close', resolve).once('error', resolve);
  });
  return building;
}

/** What `/embed/…` answers: a page, a file beside it, or an embed file; `undefined` where there is none. */
async function answer(path, base) {
  const [, file] = /^\/embed\/([\w.-]+)$/.exec(path) ?? [];
  if (file && SHEETS.includes(file)) return readFileSync(at(`widgets/embed/${file}`));
  if (file) {
    if (!builtEmbedFiles().length) await buildOnce();
    return builtEmbedFiles().includes(file) ? readFileSync(at(`dist/embed/${file}`)) : undefined;
  }
  const {readEmbedPath} = await importSource('src/embed/embed-path.ts');
  const folder = path.replace(/[^/]*$/, '');
  const target = readEmbedPath(folder);
  const report = target && reports().find(({id}) => id === target.report);
  if (!report) return undefined;
  const {targetFiles} = await importSource('src/embed/report-files.ts');
  const name = path.slice(folder.length) || 'index.html';
  const files = await targetFiles(report, target, {base, drawPictures: builtPictures});
  return files.find((entry) => entry.path.endsWith(`/${name}`))?.content;
}

/** Every request below `/embed/`: pages are made when they are asked for, from the sources as they are. */
async function serve(request, response, next) {
  const url = new URL(request.url ?? '/', 'http://demo.invalid');
  if (!url.pathname.startsWith('/embed/') || /^\/embed\/@/.test(url.pathname)) return next();
  try {
    const path = decodeURIComponent(url.pathname);
    const isFolder = path.endsWith('/');
    const host = /^[\w.:[\]-]+$/.exec(request.headers.host ?? '')?.[0];
    const content = await answer(path, host && `http://${host}/`);
    if (content !== undefined) {
      const type = TYPES[isFolder ? 'html' : path.split('.').pop()] ?? 'application/octet-stream';
      // As a portal would, so that a page elsewhere can load the files with their hashes.
      return response.writeHead(200, {'content-type': type, 'access-control-allow-origin': '*'}).end(content);
    }
    // Editors leave the slash out, as the copied address does.
    if (!isFolder && !/\.\w+$/.test(path) && (await answer(`${path}/`, undefined)) !== undefined) {
      return response.writeHead(302, {location: `${url.pathname}/${url.search}`}).end();
    }
    return response.writeHead(404, {'content-type': 'text/plain; charset=utf-8'}).end('404\n');
  } catch (error) {
    if (error instanceof RangeError || error instanceof URIError || error.name === 'RangeError') {
      return response.writeHead(404, {'content-type': 'text/plain; charset=utf-8'}).end(`${error.message}\n`);
    }
    return next(error);
  }
}

/**
 * @param {string | undefined} site Where the demo's pages are published, as `https://example.org/qd/demo/`.
 * @returns {import('vite').Plugin}
 */
export function embedPages(site) {
  return {
    name: 'embed-pages',
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => void serve(request, response, next).catch(next));
    },
    async generateBundle() {
      const {embedFiles} = await importSource('src/embed/report-files.ts');
      const base = site && new URL('../', site).href;
      for (const report of reports()) {
        for await (const {path, content} of embedFiles(report, {base, drawPictures: builtPictures})) {
          this.emitFile({type: 'asset', fileName: path, source: content});
        }
      }
      for (const name of new Set([...SHEETS, ...builtEmbedFiles()])) {
        const file = SHEETS.includes(name) ? at(`widgets/embed/${name}`) : at(`dist/embed/${name}`);
        this.emitFile({type: 'asset', fileName: `embed/${name}`, source: readFileSync(file)});
      }
    },
  };
}
