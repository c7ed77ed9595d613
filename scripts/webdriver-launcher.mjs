import {startWebDriver} from './webdriver.mjs';

/**
 * A launcher for @web/test-runner that drives a browser by classic WebDriver.
 *
 * @param {{name: string, command: string[]}} options - `command` starts the WebDriver server.
 */
export function webdriverLauncher({name, command}) {
  const urls = new Map();
  let started;
  let queue = Promise.resolve();
  const browser = () => (started ??= startWebDriver(command));

  const unsupported = (what) => () => Promise.reject(new Error(`${what} is not supported by WebDriver`));
  /** What the commands of the tests (setViewport, sendKeys, emulateMedia) use of a puppeteer page. */
  const page = {
    setViewport: async (size) => (await browser()).setViewport(size),
    keyboard: {
      press: async (key) => (await browser()).press(key),
      down: async (key) => (await browser()).down(key),
      up: async (key) => (await browser()).up(key),
      async type(text) {
        for (const key of text) await (await browser()).press(key);
      },
    },
    emulateMediaFeatures: unsupported('emulateMedia'),
    emulateMediaType: unsupported('emulateMedia'),
  };

  return {
    name,
    // The commands know puppeteer's way of asking best, and that is what `getPage` gives them.
    type: 'puppeteer',
    concurrency: 1,
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    getPage: () => page,
    startSession(id, url) {
      urls.set(id, url);
      // The runner does not call a start() of its own, and there is one window for all.
      queue = queue.then(browser).then((window) => window.goto(url));
      return queue;
    },
    async stopSession(id) {
      urls.delete(id);
      const window = await browser();
      await window.goto('about:blank');
      // What a file asked for must not reach the next one.
      await window.setViewport({width: 800, height: 600});
      return {};
    },
    async stop() {
      await started?.then((window) => window.close());
    },
  };
}
