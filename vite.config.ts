import {existsSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {fileURLToPath} from 'node:url';
import {defineConfig, runnerImport, type Plugin} from 'vite';
import {docsPages} from './scripts/docs-pages.mjs';
import {embedPages} from './scripts/embed-pages.mjs';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What writes the head and the body of each page. */
const PAGES: Record<string, string> = {
  'index.html': 'demo/page.ts',
  'gallery.html': 'demo/gallery-page.ts',
  'wall.html': 'demo/wall-page.ts',
  'builder.html': 'demo/builder-page.ts',
};

/** Files that pages name and no module does. */
const ASSETS = [
  'demo/first-paint.js',
  'demo/host-plain.css',
  'demo/host-portal.css',
  'demo/pictures/share.jpg',
];

type PageModule = Pick<typeof import('./demo/page.js'), 'renderPage'>;
type BuilderModule = Pick<typeof import('./demo/builder-page.js'), 'renderBuilderPage'>;

/** The embed files as they were built last; without a build the builder has no preview. */
function builtFiles() {
  const listed = here('dist/embed/sri.json');
  return existsSync(listed) ? JSON.parse(readFileSync(listed, 'utf8')) : {version: '', files: {}};
}

/** What the builder takes from the build, beside its page: the script of its worker, and licence texts. */
const FROM_BUILD: Record<string, string[]> = {
  'static-worker.js': ['dist/static/static-worker.js'],
  'LICENSES.txt': ['dist/embed/LICENSES.txt', 'dist/static/LICENSES.txt'],
};

function fromBuild(name: string): string | undefined {
  const files = FROM_BUILD[name]?.map(here);
  return files?.every((file) => existsSync(file))
    ? files.map((file) => readFileSync(file, 'utf8')).join('\n')
    : undefined;
}

/** Writes the report into the demo pages, so that they can be read without a script. */
function demoPages(): Plugin {
  const sources = [here('demo'), here('seeds'), here('src')];
  return {
    name: 'demo-pages',
    transformIndexHtml: {
      order: 'pre',
      async handler(html, {filename}) {
        const {module} = await runnerImport<PageModule | BuilderModule>(here(PAGES[basename(filename)]!), {
          configFile: false,
          logLevel: 'error',
        });
        const site = process.env['QD_SITE'];
        const report = JSON.parse(readFileSync(here('seeds/qingdao-2024-h1.json'), 'utf8'));
        const {head, body} =
          'renderPage' in module
            ? module.renderPage(report, site)
            : module.renderBuilderPage({site, files: builtFiles()});
        return html.replace('<!-- page:head -->', () => head).replace('<!-- page:body -->', () => body);
      },
    },
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => {
        const [, name] = /^\/demo\/([\w.-]+)(?:\?|$)/.exec(request.url ?? '') ?? [];
        const built = name && fromBuild(name);
        if (built) {
          const type = name.endsWith('.js') ? 'text/javascript' : 'text/plain';
          response.writeHead(200, {'content-type': `${type}; charset=utf-8`}).end(built);
          return undefined;
        }
        if (!/^\/(?:demo)?(?:\?|$)/.test(request.url ?? '')) return next();
        response.writeHead(302, {location: `/demo/${/\?.*$/.exec(request.url!)?.[0] ?? ''}`}).end();
      });
    },
    generateBundle() {
      for (const fileName of ASSETS) {
        this.emitFile({type: 'asset', fileName, source: readFileSync(here(fileName))});
      }
      for (const name of Object.keys(FROM_BUILD)) {
        const source = fromBuild(name);
        if (source) this.emitFile({type: 'asset', fileName: `demo/${name}`, source});
      }
    },
    handleHotUpdate({file, server}) {
      if (file.endsWith('.css') || !sources.some((source) => file.startsWith(source))) return undefined;
      server.ws.send({type: 'full-reload'});
      return [];
    },
  };
}

/** The demo: a page that uses the package by its own name, as a stranger would. */
export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [demoPages(), embedPages(process.env['QD_SITE']), docsPages(process.env['QD_SITE'])],
  resolve: {
    alias: [
      {find: /^qd-widgets$/, replacement: here('index.ts')},
      {find: /^qd-widgets\/widgets\/(.+)\.js$/, replacement: `${here('widgets')}/$1.ts`},
      {find: /^qd-widgets\/seeds\/(.+)$/, replacement: `${here('seeds')}/$1`},
      {find: /^qd-widgets\/embed\/qd\.css$/, replacement: here('widgets/embed/qd.css')},
    ],
  },
  server: {watch: {ignored: ['**/dist/**', '**/dist-demo/**', '**/coverage/**']}},
  optimizeDeps: {entries: ['demo/*.html', '!demo/check.html'], include: ['zod/mini']},
  build: {
    target: 'es2022',
    outDir: 'dist-demo',
    emptyOutDir: true,
    // A page with a strict content policy loads no `data:` address.
    assetsInlineLimit: 0,
    rolldownOptions: {input: Object.keys(PAGES).map((page) => here(`demo/${page}`))},
  },
});
