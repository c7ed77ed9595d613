import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {STRICT_POLICY} from '../embed/policy.mjs';

const EMBED = new URL('../../dist/embed/', import.meta.url);
const TYPES = {html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css'};

/** Serves pages made of a body, under the policy that the package promises to work under, and the built embed files. */
export async function servePages() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://portal').pathname;
    let body = pages.get(path);
    if (body === undefined && path.startsWith('/qd/')) {
      try {
        body = readFileSync(new URL(path.slice('/qd/'.length), EMBED));
      } catch {
        // Not one of the embed files: a 404 below.
      }
    }
    if (body === undefined) return response.writeHead(404).end('Not found');
    const type = TYPES[path.split('.').pop()] ?? TYPES.html;
    const policy = type === TYPES.html ? {'content-security-policy': STRICT_POLICY} : {};
    return response.writeHead(200, {'content-type': type, ...policy}).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  let count = 0;
  return {
    origin,
    /** The address of a page with this head and body. */
    add({head = '', body, root = 'lang="zh-CN"', doctype = '<!doctype html>'}) {
      const path = `/page-${++count}`;
      pages.set(
        path,
        `${doctype}<html ${root}><head><meta charset="utf-8"><title>Portal</title>${head}</head><body>${body}</body></html>`,
      );
      return origin + path;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
