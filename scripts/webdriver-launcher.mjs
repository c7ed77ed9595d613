import {spawn} from 'node:child_process';
import {createServer} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * A launcher for @web/test-runner that drives a browser by classic WebDriver.
 *
 * @param {{name: string, command: string[]}} options - `command` starts the WebDriver server; it is given
 *   `--port=N`.
 */
export function webdriverLauncher({name, command}) {
  const urls = new Map();
  let server;
  let base = '';
  let session;
  let started;
  let queue = Promise.resolve();

  async function call(method, path, body) {
    const given = body && {headers: {'content-type': 'application/json'}, body: JSON.stringify(body)};
    const response = await fetch(base + path, {method, ...given});
    const {value} = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  function kill() {
    try {
      // Its whole group: xvfb-run does not pass a signal on.
      process.kill(-server.pid);
    } catch {
      // It has ended.
    }
  }

  async function start() {
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    server = spawn(command[0], [...command.slice(1), `--port=${port}`], {stdio: 'ignore', detached: true});
    process.once('exit', kill);
    for (let tries = 0; ; tries++) {
      try {
        await fetch(`${base}/status`);
        break;
      } catch (error) {
        if (tries === 100) throw error;
        await wait(100);
      }
    }
    ({sessionId: session} = await call('POST', '/session', {capabilities: {alwaysMatch: {}}}));
  }

  return {
    name,
    type: 'webdriver',
    concurrency: 1,
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    startSession(id, url) {
      urls.set(id, url);
      // The runner does not call a start() of its own, and there is one window for all.
      queue = queue
        .then(() => (started ??= start()))
        .then(() => call('POST', `/session/${session}/url`, {url}));
      return queue;
    },
    async stopSession(id) {
      urls.delete(id);
      await call('POST', `/session/${session}/url`, {url: 'about:blank'});
      return {};
    },
    async stop() {
      if (!server) return;
      if (session) await call('DELETE', `/session/${session}`).catch(() => {});
      kill();
    },
  };
}
