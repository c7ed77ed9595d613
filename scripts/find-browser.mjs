import {execFile, execFileSync} from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
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

/**
 * Whether this Linux has a font for Chinese, by the names under which such fonts are packed, and says where its fonts are.
 * A machine whose only fonts are Latin draws words wider than any reader of a Chinese page sees them.
 */
const hasChineseFont = () =>
  existsSync('/etc/fonts/fonts.conf') &&
  existsSync('/usr/share/fonts') &&
  readdirSync('/usr/share/fonts', {recursive: true}).some((name) =>
    /(?:CJK|Source ?Han|Droid ?Sans ?Fallback|wqy|uming|ukai|msyh|simsun|simhei|HarmonyOS)[^/]*\.(?:ttf|ttc|otf)$/i.test(
      name,
    ),
  );

/** Where fontconfig finds the package's one font: the file that comes with it names folders of another system. */
const fontsConf = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;

/** Unpacks the browser into a folder, in a process of its own: what it asks of the environment is for nobody else. */
function unpack(folder) {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    // The package takes whatever lies at TMPDIR/chromium, and unpacks its NSS libraries, which a bare machine lacks, where it
    // thinks to be in the cloud.
    env: {...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x'},
  });
}

/**
 * The browser inside @sparticuz/chromium: Linux on x64, with its own NSS libraries, and one font for a machine that has none
 * for Chinese. It has no windows of its own to draw, so that a page costs it half of what it costs an installed Chromium.
 */
async function bundled() {
  const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
  const {version} = JSON.parse(readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8'));
  const cache = join(modules, '.cache', `chromium-${version}`);
  const fonts = join(cache, 'fonts');
  // Whole or not at all: of test files that start together, one would run what another is still writing.
  if (!existsSync(cache)) {
    mkdirSync(join(modules, '.cache'), {recursive: true});
    const folder = mkdtempSync(`${cache}-`);
    await unpack(folder);
    writeFileSync(join(folder, 'fonts/fonts.conf'), fontsConf(fonts));
    try {
      renameSync(folder, cache);
    } catch (error) {
      // Another was faster.
      rmSync(folder, {recursive: true, force: true});
      if (!existsSync(cache)) throw error;
    }
  }
  // For the browser only: another browser would load the wrong NSS.
  const env = {...process.env, LD_LIBRARY_PATH: join(cache, 'al2023/lib')};
  if (!hasChineseFont()) env.FONTCONFIG_PATH = fonts;
  return {executablePath: join(cache, 'chromium'), env, name: 'the Chromium of @sparticuz/chromium'};
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
