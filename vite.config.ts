import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defineConfig, runnerImport, type Plugin} from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes the report into the demo page, so that it can be read without a script. */
function demoPage(): Plugin {
  const sources = [here('demo'), here('seeds'), here('src'), here('widgets/display-text.ts')];
  return {
    name: 'demo-page',
    transformIndexHtml: {
      order: 'pre',
      async handler(html) {
        const {module} = await runnerImport<typeof import('./demo/page.js')>(here('demo/page.ts'), {
          configFile: false,
          logLevel: 'error',
        });
        const report = JSON.parse(readFileSync(here('seeds/qingdao-2024-h1.json'), 'utf8'));
        const {head, body} = module.renderPage(report);
        return html.replace('<!-- page:head -->', () => head).replace('<!-- page:body -->', () => body);
      },
    },
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => {
        if (!/^\/(?:demo)?(?:\?|$)/.test(request.url ?? '')) return next();
        response.writeHead(302, {location: `/demo/${/\?.*$/.exec(request.url!)?.[0] ?? ''}`}).end();
      });
    },
    // Not a module, so Vite takes no notice of it.
    generateBundle() {
      const source = readFileSync(here('demo/first-paint.js'), 'utf8');
      this.emitFile({type: 'asset', fileName: 'demo/first-paint.js', source});
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
  plugins: [demoPage()],
  resolve: {
    alias: [
      {find: /^qd-widgets$/, replacement: here('index.ts')},
      {find: /^qd-widgets\/widgets\/(.+)\.js$/, replacement: `${here('widgets')}/$1.ts`},
      {find: /^qd-widgets\/seeds\/(.+)$/, replacement: `${here('seeds')}/$1`},
      {find: /^qd-widgets\/embed\/qd\.css$/, replacement: here('widgets/embed/qd.css')},
    ],
  },
  server: {watch: {ignored: ['**/dist/**', '**/dist-demo/**', '**/coverage/**']}},
  optimizeDeps: {entries: ['demo/*.html'], include: ['zod/mini']},
  build: {
    target: 'es2022',
    outDir: 'dist-demo',
    emptyOutDir: true,
    // A page with a strict content policy loads no `data:` address.
    assetsInlineLimit: 0,
    rolldownOptions: {input: here('demo/index.html')},
  },
});
