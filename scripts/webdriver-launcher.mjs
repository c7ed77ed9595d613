import {defaultMedia} from './default-media.mjs';
import {startWebDriver} from './webdriver.mjs';

/** Larger than most pages that a test asks for: what is outside the window counts as out of sight. */
const WINDOW = {width: 2000, height: 1500};
const PAGE = {width: 800, height: 600};

/** Runs in the window: makes its page a frame of an exact size, which a window on a desktop does not take. */
function frame(url, {width, height}) {
  const inner = document.createElement('iframe');
  inner.width = width;
  inner.height = height;
  inner.style.border = '0';
  inner.src = url;
  document.documentElement.style.margin = document.body.style.margin = '0';
  document.body.replaceChildren(inner);
  inner.focus();
}

function sizeFrame({width, height}) {
  const inner = document.querySelector('iframe');
  inner.width = width;
  inner.height = height;
}

/**
 * A launcher for @web/test-runner that drives a browser by classic WebDriver.
 *
 * @param {{name: string, command: string[]}} options - `command` starts the WebDriver server.
 */
export function webdriverLauncher({name, command}) {
  const urls = new Map();
  let started;
  let queue = Promise.resolve();
  const browser = () => (started ??= start());

  async function start() {
    const window = await startWebDriver(command);
    await window.resize(WINDOW);
    return window;
  }

  /** What the commands of the tests (setViewport, sendKeys, emulateMedia) use of a puppeteer page. */
  const page = {
    ...defaultMedia,
    async setViewport({width, height}) {
      await (await browser()).run(sizeFrame, {width, height});
    },
    keyboard: {
      press: async (key) => (await browser()).press(key),
      down: async (key) => (await browser()).down(key),
      up: async (key) => (await browser()).up(key),
      async type(text) {
        for (const key of text) await (await browser()).press(key);
      },
    },
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
      queue = queue.then(browser).then(async (window) => {
        // A page of the same origin: frames of another are slowed down.
        await window.goto(new URL('/test/engines/frame.html', url).href);
        await window.run(frame, url, PAGE);
      });
      return queue;
    },
    async stopSession(id) {
      urls.delete(id);
      await (await browser()).goto('about:blank');
      return {};
    },
    async stop() {
      await started?.then((window) => window.close());
    },
  };
}
