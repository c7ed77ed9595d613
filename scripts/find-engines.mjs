import {accessSync, constants} from 'node:fs';
import {delimiter, join} from 'node:path';
import {chromeLauncher} from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import {defaultMedia} from './default-media.mjs';
import {webdriverLauncher} from './webdriver-launcher.mjs';

function whereIs(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

function firefox() {
  const name = 'Firefox';
  const executablePath = process.env.FIREFOX_PATH ?? whereIs('firefox-esr', 'firefox');
  if (!executablePath)
    return {
      name,
      missing: 'install firefox or firefox-esr, or set FIREFOX_PATH',
      packages: ['firefox-esr'],
    };
  // Puppeteer speaks WebDriver BiDi to Firefox; no geckodriver is needed.
  const launcher = chromeLauncher({puppeteer, launchOptions: {browser: 'firefox', executablePath}});
  const getPage = launcher.getPage.bind(launcher);
  launcher.getPage = (id) => Object.assign(getPage(id), defaultMedia);
  return {name: `${name} at ${executablePath}`, executablePath, launcher};
}

function webkit() {
  const name = 'WebKitGTK';
  const driver = whereIs('WebKitWebDriver');
  const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const xvfb = hasDisplay ? undefined : whereIs('xvfb-run');
  const packages = [
    ...(driver ? [] : ['webkit2gtk-driver']),
    ...(hasDisplay || xvfb ? [] : ['xvfb', 'xauth']),
  ];
  if (!driver) return {name, missing: `install ${packages.join(', ')}`, packages};
  if (!hasDisplay && !xvfb) return {name, missing: 'it needs a display: install xvfb and xauth', packages};
  // A screen larger than any window that a test asks for.
  const command = xvfb ? [xvfb, '-a', '-s', '-screen 0 2200x1600x24', driver] : [driver];
  return {name: `${name} by ${driver}`, command, launcher: webdriverLauncher({name, command})};
}

/**
 * The browsers other than Chromium that the tests can run in on this machine.
 *
 * @returns {Array<{name: string, launcher?: object, executablePath?: string, command?: string[], missing?: string, packages?: string[]}>}
 *   a launcher of @web/test-runner, and the program or the command of the WebDriver server; or what is missing, and the
 *   packages of Debian that bring it.
 */
export function findEngines() {
  return [firefox(), webkit()];
}

/** Whether a browser that is missing is a failure: where QD_REQUIRE_ENGINES=1 says so. */
export const areEnginesRequired = () => process.env.QD_REQUIRE_ENGINES === '1';
