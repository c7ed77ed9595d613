import type {Report} from '../src/schema.js';
import {FaultError, whyRefused, type Fault} from './fault.js';
import type {ReportElement} from './report-element.js';

/** The largest answer that is read. */
const MAX_BYTES = 5_000_000;
/** How long an address may take to answer in full. */
const MAX_MS = 15_000;

/**
 * The report that a page brings itself: an object, an address, JSON inside the tag, or, where there is none of
 * these yet, whichever the page still brings.
 *
 * @throws FaultError; rejects.
 */
export async function ownReport(host: ReportElement, inline: string | undefined): Promise<Report> {
  const {report, src} = host;
  if (report && typeof report === 'object') return proveOrFail(report, '');
  if (src) return fetchReport(src);
  if (inline !== undefined) {
    return parseJson(inline, '').catch((error: unknown) => {
      watchChildren(host);
      throw error;
    });
  }
  await parsed();
  watchChildren(host);
  return fail({code: 'unknown-report'});
}

/** Until the page's source is read, it may still bring a report inside or around the tag. */
function parsed(): Promise<unknown> | undefined {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, {once: true}));
}

/** JSON may come later, or be corrected, by a script of the page. Watched once it has been missed. */
function watchChildren(host: ReportElement): void {
  const observer = new MutationObserver(() => {
    if (host.state !== 'error' || !host.isConnected) observer.disconnect();
    host.contextChanged();
  });
  observer.observe(host, {childList: true, subtree: true, characterData: true});
}

const pending = new Map<string, Promise<Report>>();

const fail = (fault: Fault): never => {
  throw new FaultError(fault);
};

/**
 * The report at an address: fetched once however many cards show it, checked whole. A failure is forgotten,
 * so that asking again tries again.
 *
 * @throws FaultError with `load-failed`, `timeout`, `too-large` or `invalid-report`; rejects.
 */
function fetchReport(address: string): Promise<Report> {
  let url: URL;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    return Promise.reject(new FaultError({code: 'load-failed', what: address, why: 'URL'}));
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) {
    return Promise.reject(new FaultError({code: 'load-failed', what: address, why: 'http(s)'}));
  }
  url.hash = '';
  let promise = pending.get(url.href);
  if (!promise) {
    promise = load(url);
    pending.set(url.href, promise);
    promise.catch(() => pending.delete(url.href));
  }
  return promise;
}

async function load(url: URL): Promise<Report> {
  const what = url.href;
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Not by the signal alone: a portal's own wrapper around fetch may drop it.
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new FaultError({code: 'timeout', what}));
      controller.abort();
    }, MAX_MS);
  });
  const read = async () => {
    // No cookies to other origins.
    const response = await fetch(what, {credentials: 'same-origin', signal: controller.signal});
    if (response.status !== 200) fail({code: 'load-failed', what, why: String(response.status)});
    // A redirect to another host is not what the editor named.
    if (response.url && new URL(response.url).origin !== url.origin) {
      fail({code: 'load-failed', what, why: `→ ${new URL(response.url).origin}`});
    }
    return decode(await readAll(response, what), response.headers.get('content-type'), what);
  };
  let text: string;
  try {
    text = await Promise.race([read(), late]);
  } catch (error) {
    controller.abort();
    if (error instanceof FaultError) throw error;
    throw new FaultError({code: 'load-failed', what, why: ''});
  } finally {
    clearTimeout(timer);
  }
  return parseJson(text, what);
}

async function readAll(response: Response, what: string): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) fail({code: 'too-large', what});
    chunks.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Text by the charset of the header, UTF-8 without one; a byte that does not belong there is a fault. */
function decode(bytes: Uint8Array, contentType: string | null, what: string): string {
  const charset = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, {fatal: true}).decode(bytes);
  } catch {
    return fail({code: 'invalid-report', what, why: charset});
  }
}

/**
 * The report in a JSON text, checked whole.
 *
 * @throws FaultError with `invalid-report`, `why` saying where; rejects.
 */
async function parseJson(text: string, what: string): Promise<Report> {
  if (text.length > MAX_BYTES) fail({code: 'too-large', what});
  let value: unknown;
  const started = Date.now();
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail({code: 'invalid-report', what, why: `JSON: ${(error as Error).message}`});
  }
  // A text that took long leaves the check to another task.
  if (Date.now() - started > 10) await new Promise((resolve) => setTimeout(resolve));
  return proveOrFail(value, what);
}

/** The report, proven; a ReportError becomes the fault a card can show. */
async function proveOrFail(value: unknown, what: string): Promise<Report> {
  const {proveReport} = await import('../src/prove-report.js');
  try {
    return await proveReport(value);
  } catch (error) {
    throw new FaultError({code: 'invalid-report', what, why: whyRefused(error)});
  }
}
