import {createServer} from 'node:http';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const EMBED = new URL('../../dist/embed/', import.meta.url);
const TYPES = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
};

/**
 * Serves `files` (path to body, or to what answers), with `headers` on each page, and the built embed files under `/qd/` and
 * `/qd/embed/`. `onRequest` is told of each request.
 */
export async function servePortal(onRequest = () => {}) {
  const files = new Map();
  const headers = {};
  const server = createServer((request, response) => {
    onRequest(request);
    const path = new URL(request.url, 'http://portal').pathname;
    let body = files.get(path);
    if (typeof body === 'function') return body(request, response);
    if (body === undefined && path.startsWith('/qd/')) {
      try {
        body = readFileSync(fileURLToPath(new URL(path.replace(/^\/qd\/(embed\/)?/, ''), EMBED)));
      } catch {
        // Not one of the embed files: a 404 below.
      }
    }
    if (body === undefined) return response.writeHead(404).end('Not found');
    const type = TYPES[path.split('.').pop()] ?? TYPES.html;
    return response.writeHead(200, {'content-type': type, ...(type === TYPES.html ? headers : {})}).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {files, headers, origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close()};
}

/** The page of a portal: a head with a title, then what is given. */
export const pageOf = (html) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Portal</title>${html}`;
