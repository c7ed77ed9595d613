import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const ARGS = [
  '--headless',
  '--remote-debugging-pipe',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--no-first-run',
  '--hide-scrollbars',
  '--font-render-hinting=none',
];

const ANSWER_SECONDS = 30;

/** One key press as DevTools wants it: only those with a meaning of their own. */
const KEYS = {
  Enter: {key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r'},
  Escape: {key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27},
  Tab: {key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9},
};

/**
 * Opens a Chromium of any age, by the few words of the DevTools protocol that have been the same since 83;
 * today's drivers refuse the old ones.
 *
 * @param {string} program
 * @param {Record<string, string | undefined>} env
 */
export async function openChromium(program, env = process.env) {
  const profile = mkdtempSync(join(tmpdir(), 'qd-old-'));
  const child = spawn(program, [...ARGS, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env,
  });
  const said = [];
  child.stderr.on('data', (part) => said.push(part));
  const [, , , write, read] = child.stdio;

  const waiting = new Map();
  const listeners = new Map();
  let ended;
  const end = (why) => {
    ended ??= new Error(`${why}\n${Buffer.concat(said).toString().slice(-600)}`);
    for (const {reject} of waiting.values()) reject(ended);
    waiting.clear();
  };
  child.once('error', ({message}) => end(message));
  const closed = new Promise((resolve) => {
    child.once('close', (code, signal) => {
      end(`the browser ended with ${code ?? signal}`);
      resolve();
    });
  });
  write.on('error', () => {});

  let rest = '';
  read.setEncoding('utf8').on('data', (part) => {
    const messages = (rest + part).split('\0');
    rest = messages.pop();
    for (const text of messages) {
      const {id, result, error, method, params, sessionId} = JSON.parse(text);
      if (id === undefined) listeners.get(sessionId)?.(method, params);
      else {
        const {resolve, reject} = waiting.get(id) ?? {};
        waiting.delete(id);
        if (error) reject?.(new Error(error.message));
        else resolve?.(result);
      }
    }
  });

  let count = 0;
  function call(method, params = {}, sessionId = undefined) {
    if (ended) return Promise.reject(ended);
    return new Promise((resolve, reject) => {
      const id = ++count;
      // A page that hangs is a failure of its test, not the end of the run.
      const late = setTimeout(() => {
        waiting.delete(id);
        reject(new Error(`the browser did not answer ${method} within ${ANSWER_SECONDS} s`));
      }, ANSWER_SECONDS * 1000);
      const settle = (pass) => (value) => {
        clearTimeout(late);
        pass(value);
      };
      waiting.set(id, {resolve: settle(resolve), reject: settle(reject)});
      write.write(`${JSON.stringify({id, method, params, sessionId})}\0`);
    });
  }

  /** A page with what it says: errors nobody caught, what the console heard, addresses asked for. */
  async function openPage({width = 1000, height = 800} = {}) {
    const {targetId} = await call('Target.createTarget', {url: 'about:blank'});
    const {sessionId} = await call('Target.attachToTarget', {targetId, flatten: true});
    const send = (method, params) => call(method, params, sessionId);
    const seen = {errors: [], console: [], requests: []};
    let loaded = () => {};
    listeners.set(sessionId, (method, params) => {
      if (method === 'Page.loadEventFired') loaded();
      if (method === 'Network.requestWillBeSent') seen.requests.push(params.request.url);
      if (method === 'Runtime.exceptionThrown') {
        const {text, exception} = params.exceptionDetails;
        seen.errors.push(exception?.description ?? text);
      }
      if (method === 'Runtime.consoleAPICalled') {
        seen.console.push(
          `${params.type}: ${params.args.map(({value, description}) => value ?? description).join(' ')}`,
        );
      }
    });
    await Promise.all(['Page.enable', 'Runtime.enable', 'Network.enable'].map((method) => send(method)));

    const page = {
      seen,
      send,
      /** Runs a function in the page with plain values, and gives what it returns. */
      async run(code, ...given) {
        const expression = `(${code})(${given.map((value) => JSON.stringify(value)).join(',')})`;
        const options = {expression, awaitPromise: true, returnByValue: true};
        const {result, exceptionDetails} = await send('Runtime.evaluate', options);
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
      /** Runs before anything of the page itself. */
      before: (code) => send('Page.addScriptToEvaluateOnNewDocument', {source: `(${code})()`}),
      async goto(url) {
        const done = new Promise((resolve) => (loaded = resolve));
        const {errorText} = await send('Page.navigate', {url});
        if (errorText) throw new Error(`${url}: ${errorText}`);
        await done;
      },
      viewport: (size) =>
        send('Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: 1, mobile: false}),
      async press(name) {
        const {text, ...key} = KEYS[name];
        await send('Input.dispatchKeyEvent', {type: text ? 'keyDown' : 'rawKeyDown', text, ...key});
        await send('Input.dispatchKeyEvent', {type: 'keyUp', ...key});
      },
      async picture() {
        const {data} = await send('Page.captureScreenshot', {format: 'png'});
        return Buffer.from(data, 'base64');
      },
      async close() {
        listeners.delete(sessionId);
        await call('Target.closeTarget', {targetId});
      },
    };
    await page.viewport({width, height});
    return page;
  }

  async function close() {
    call('Browser.close').catch(() => {});
    const late = setTimeout(() => child.kill('SIGKILL'), 5000);
    await closed;
    clearTimeout(late);
    rmSync(profile, {recursive: true, force: true, maxRetries: 3});
  }

  try {
    const {product} = await call('Browser.getVersion');
    return {version: product, openPage, close};
  } catch (error) {
    await close();
    throw error;
  }
}
