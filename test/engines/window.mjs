import {launch} from 'puppeteer-core';
import {findEngines} from '../../scripts/find-engines.mjs';
import {startWebDriver} from '../../scripts/webdriver.mjs';

/**
 * One window of the browser that QD_ENGINE names (scripts/test.mjs --engines sets it): Firefox by puppeteer, WebKitGTK by
 * WebDriver.
 *
 * - `goto(url, size)` opens a page, where a size is given in a view of that size
 * - `run(code, ...args)` runs a function in it, with plain values
 * - `click(selector)` clicks an element, in shadow roots too: `qd-metric >>> button`
 */
export async function openWindow() {
  const {executablePath, command} = findEngines().find(({name}) => name === process.env.QD_ENGINE);
  if (command) return openWebKit(command);
  const browser = await launch({browser: 'firefox', executablePath});
  const page = await browser.newPage();
  return {
    async goto(url, size) {
      if (size) await page.setViewport(size);
      await page.goto(url);
    },
    run: (code, ...args) => page.evaluate(`(${code})(${args.map((arg) => JSON.stringify(arg)).join()})`),
    async click(selector) {
      const handle = await page.waitForSelector(selector);
      await handle.click();
    },
    close: () => browser.close(),
  };
}

async function openWebKit(command) {
  const window = await startWebDriver(command);
  await window.resize({width: 2000, height: 1500});
  return {
    ...window,
    async goto(url, size) {
      if (!size) return window.goto(url);
      // A window on a desktop is never as narrow as a telephone; a frame is. The server has it at /frame.
      await window.goto(new URL('/frame', url).href);
      await window.run(fillFrame, url, size);
      return window.enterFrame(0);
    },
  };
}

/** In the page: loads another into its frame. */
function fillFrame(url, {width, height}) {
  const frame = document.querySelector('iframe');
  frame.width = width;
  frame.height = height;
  return new Promise((resolve) => {
    frame.addEventListener('load', () => resolve(), {once: true});
    frame.src = url;
  });
}
