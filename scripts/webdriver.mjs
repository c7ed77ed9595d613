import {spawn} from 'node:child_process';
import {setTimeout as wait} from 'node:timers/promises';
import {freePort} from './free-port.mjs';

/** Keys that WebDriver names by a character of its own. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

function keyOf(name) {
  const key = KEYS[name] ?? name;
  if ([...key].length !== 1) throw new Error(`no key is called ${name}`);
  return key;
}

/**
 * Starts a browser by classic WebDriver, with one window.
 *
 * @param {string[]} command - What starts the WebDriver server; it is given `--port=N`.
 */
export async function startWebDriver(command) {
  const base = `http://127.0.0.1:${await freePort()}`;
  const port = new URL(base).port;
  const server = spawn(command[0], [...command.slice(1), `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    // WebKit would put its layers together by a graphics card that there is not, at twice the work.
    env: {WEBKIT_DISABLE_COMPOSITING_MODE: '1', ...process.env},
  });

  function kill() {
    try {
      // Its whole group: xvfb-run does not pass a signal on.
      process.kill(-server.pid);
    } catch {
      // It has ended.
    }
  }
  process.once('exit', kill);

  async function request(method, path, body) {
    const given = body && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)};
    const response = await fetch(base + path, {method, ...given});
    const {value} = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${base}/status`);
      break;
    } catch (error) {
      if (tries === 100) throw error;
      await wait(100);
    }
  }
  const {sessionId} = await request('POST', '/session', {capabilities: {alwaysMatch: {}}});
  const call = (method, path, body) => request(method, `/session/${sessionId}${path}`, body);
  const run = (code, ...args) =>
    call('POST', '/execute/sync', {script: `return (${code}).apply(null, arguments)`, args});
  const keys = (actions) => call('POST', '/actions', {actions: [{type: 'key', id: 'keyboard', actions}]});

  // Long texts and many tags take more than the thirty seconds that a script has otherwise.
  await call('POST', '/timeouts', {script: 120_000});

  return {
    /** Opens a page in the whole window, also from within a frame. */
    async goto(url) {
      await call('POST', '/frame', {id: null});
      await call('POST', '/url', {url});
    },
    /** What follows happens in the frame of that number, until the next page is opened. */
    enterFrame: (id) => call('POST', '/frame', {id}),
    /** Runs a function in the page with plain values, and gives what it returns. */
    run,
    resize: (size) => call('POST', '/window/rect', {x: 0, y: 0, ...size}),
    async press(name) {
      const value = keyOf(name);
      await keys([
        {type: 'keyDown', value},
        {type: 'keyUp', value},
      ]);
    },
    down: (name) => keys([{type: 'keyDown', value: keyOf(name)}]),
    up: (name) => keys([{type: 'keyUp', value: keyOf(name)}]),
    /** Clicks where the first element of that kind is, in shadow roots too: `qd-metric >>> button`. */
    async click(selector) {
      const at = await run((path) => {
        const element = path
          .split('>>>')
          .reduce((root, part) => (root.shadowRoot ?? root).querySelector(part.trim()), document);
        const {left, top, width, height} = element.getBoundingClientRect();
        return {x: Math.round(left + width / 2), y: Math.round(top + height / 2)};
      }, selector);
      const actions = [
        {type: 'pointerMove', duration: 0, origin: 'viewport', ...at},
        {type: 'pointerDown', button: 0},
        {type: 'pointerUp', button: 0},
      ];
      await call('POST', '/actions', {
        actions: [{type: 'pointer', id: 'mouse', parameters: {pointerType: 'mouse'}, actions}],
      });
    },
    async close() {
      await request('DELETE', `/session/${sessionId}`).catch(() => {});
      kill();
    },
  };
}
