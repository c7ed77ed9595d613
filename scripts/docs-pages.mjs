// Vite: the documentation under /docs/, beside the demo.
import {docsFiles} from './docs-site.mjs';

const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** A request below `/docs/`: made from the sources as they are. */
async function serve(request, response, next) {
  const {pathname, search} = new URL(request.url ?? '/', 'http://demo.invalid');
  if (pathname === '/docs') return response.writeHead(302, {location: `/docs/${search}`}).end();
  if (!pathname.startsWith('/docs/')) return next();
  const name = decodeURIComponent(pathname.slice('/docs/'.length)).replace(/(^|\/)$/, '$1index.html');
  const content = (await docsFiles()).get(name);
  if (content === undefined) {
    return response.writeHead(404, {'content-type': TYPES.txt}).end('404\n');
  }
  return response.writeHead(200, {'content-type': TYPES[name.split('.').pop()] ?? TYPES.txt}).end(content);
}

/**
 * @param {string | undefined} site Where the demo's pages are published.
 * @returns {import('vite').Plugin}
 */
export function docsPages(site) {
  return {
    name: 'docs-pages',
    configureServer({middlewares}) {
      middlewares.use((request, response, next) => void serve(request, response, next).catch(next));
    },
    async generateBundle() {
      for (const [name, source] of await docsFiles({site})) {
        this.emitFile({type: 'asset', fileName: `docs/${name}`, source});
      }
    },
  };
}
