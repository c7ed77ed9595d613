import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {Launcher} from 'chrome-launcher';

/** Chromium before this lacks what the tests' own tools use; the widgets themselves go back further. */
const OLDEST = 120;

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function versionOf(path) {
  // On Windows `--version` opens a window.
  if (process.platform === 'win32') return '';
  try {
    const output = execFileSync(path, ['--version'], {timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore']});
    return /\d+(?:\.\d+)+/.exec(String(output))?.[0];
  } catch {
    return undefined; // For example the stub that Ubuntu puts in place of a browser.
  }
}

function installed() {
  let paths = [];
  try {
    paths = Launcher.getInstallations();
  } catch {
    // Thrown on Linux when there is none.
  }
  for (const path of paths) {
    const version = versionOf(path);
    if (version === undefined || (version && Number.parseInt(version, 10) < OLDEST)) continue;
    return {executablePath: path, name: `Chromium ${version} at ${path}`};
  }
  return undefined;
}

/** Whether this Linux has fonts, and says where. */
const hasFonts = () =>
  existsSync('/etc/fonts/fonts.conf') &&
  existsSync('/usr/share/fonts') &&
  readdirSync('/usr/share/fonts', {recursive: true}).some((name) => /\.(?:ttf|ttc|otf)$/i.test(name));

/**
 * The browser inside @sparticuz/chromium: Linux on x64, with its own NSS libraries, and one font for a machine that has none.
 * It has no windows of its own to draw, so that a page costs it half of what it costs an installed Chromium.
 */
async function bundled() {
  // The package takes whatever lies at TMPDIR/chromium, so it gets a folder of its own.
  const cache = fileURLToPath(new URL('../node_modules/.cache/chromium', import.meta.url));
  mkdirSync(cache, {recursive: true});
  const before = {...process.env};
  process.env.TMPDIR = cache;
  // Makes the package unpack its NSS libraries, which a bare machine lacks.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const {default: chromium} = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    // For the browser only: another browser would load the wrong NSS.
    const {LD_LIBRARY_PATH, FONTCONFIG_PATH} = process.env;
    const env = {...before, LD_LIBRARY_PATH, ...(hasFonts() ? {} : {FONTCONFIG_PATH})};
    return {executablePath, env, name: 'the Chromium of @sparticuz/chromium'};
  } finally {
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
    Object.assign(process.env, before);
  }
}

async function find() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROME_PATH names no file: ${given}`);
    return {executablePath: given, name: `CHROME_PATH, ${given}`};
  }
  const hasBundled = process.platform === 'linux' && process.arch === 'x64';
  const own = hasBundled && process.env.QD_BROWSER === 'bundled' ? undefined : installed();
  if (own) return own;
  if (hasBundled) return bundled();
  throw new Error('No Chrome or Chromium found: install one, or set CHROME_PATH to its program.');
}

/**
 * A Chromium to test in: the one at CHROME_PATH, an installed Chrome or Chromium, or the one that comes with
 * the development packages (QD_BROWSER=bundled asks for it).
 *
 * @returns {Promise<{name: string, launchOptions: import('puppeteer-core').LaunchOptions}>} launchOptions are
 *   for puppeteer's `launch`; name says which browser it is.
 */
export async function findBrowser() {
  const {name, ...launchOptions} = await find();
  // The sandbox fails as root, in most containers and under Ubuntu's AppArmor; only our own pages are opened.
  const args = process.platform === 'linux' ? ['--no-sandbox', ...ARGS] : ARGS;
  return {name, launchOptions: {...launchOptions, args}};
}
