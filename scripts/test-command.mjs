/** What the commands that run tests have in common. */
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * The options of the command line and the words behind them, `--help` answered; then the folder is that of the project.
 *
 * @param {string} usage
 * @param {import('node:util').ParseArgsConfig['options']} options - beside `--built` and `--help`.
 */
export function readOptions(usage, options = {}) {
  const known = {built: {type: 'boolean'}, ...options, help: {type: 'boolean', short: 'h'}};
  try {
    const {values, positionals} = parseArgs({allowPositionals: true, options: known});
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    process.chdir(root);
    return {options: values, words: positionals};
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    return process.exit(2);
  }
}

/**
 * Builds dist/, or takes it as it is.
 *
 * @param {boolean} [isBuilt] - it may be taken as it is.
 * @returns {Promise<string>} What the build said when it failed, otherwise nothing.
 */
export async function build(isBuilt = false) {
  if (isBuilt && existsSync('dist/embed/qd.iife.js')) return '';
  const said = [];
  const child = spawn(process.execPath, ['scripts/build.mjs'], {stdio: ['ignore', 'pipe', 'pipe']});
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return code === 0 ? '' : `${Buffer.concat(said)}` || 'The build failed.';
}

/** As build, and ends the run where it fails. */
export async function buildOrEnd(isBuilt) {
  const failure = await build(isBuilt);
  if (!failure) return;
  console.log(`  ✗ the build failed:\n${failure}`);
  end({passed: 0, failed: 1});
}

/** Ends the run with a line that says how many passed and failed. */
export function end({passed, failed, skipped = 0}) {
  if (skipped > 0) console.log(`\n${skipped} skipped`);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}

const NO_NETWORK =
  /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/**
 * Has the packages of a folder's own lock file installed in it, unless they are. Ends the run where that fails; a network
 * that is not there is no failure of ours.
 *
 * @param {string} folder - such as `test/cms`.
 * @param {string} what - what they are, for the reader.
 */
export function installPackages(folder, what) {
  const packagesOf = (path) => {
    try {
      return JSON.parse(readFileSync(`${folder}/${path}`, 'utf8')).packages;
    } catch {
      return undefined;
    }
  };
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  const isInstalled = Object.entries(locked).every(
    ([path, {integrity, optional}]) => !path || optional || installed?.[path]?.integrity === integrity,
  );
  if (isInstalled) return;
  console.log(`Installing ${what} of ${folder} (once) …`);
  // No scripts: nothing there needs one.
  const args = ['ci', '--prefix', folder, '--prefer-offline', '--ignore-scripts', '--no-audit'];
  args.push('--no-fund', '--loglevel=error');
  const cli = process.env.npm_execpath;
  const {status, stderr, error} = spawnSync(cli ? process.execPath : 'npm', cli ? [cli, ...args] : args, {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: !cli && process.platform === 'win32',
    env: {...process.env, QD_SETUP: '1'},
  });
  if (status === 0) return;
  const said = `${stderr ?? ''}${error?.message ?? ''}`;
  const [reason] = NO_NETWORK.exec(said) ?? [];
  if (reason) {
    console.log(`SKIPPED: ${what} of ${folder} could not be downloaded (${reason}); nothing was tested.`);
    end({passed: 0, failed: 0});
  }
  console.error(`${said}\nThe packages of ${folder} could not be installed.`);
  end({passed: 0, failed: 1});
}
