/**
 * Runs our snippets through the editors and sanitizers of test/cms, which have a package file of their own, for
 * they are large and under other licences. Ends with a line "N passed, N failed"; without a network, where they
 * are not installed, it says so and counts nothing.
 */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {runNodeTests} from './run-node-tests.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const USAGE = `Runs the snippets for embedding through real editors, sanitizers and Markdown.

  npm run test:cms              what is left of each, compared with docs/embedding-survival.md
  npm run test:cms -- --write   writes that page
  npm run test:cms -- --built   takes dist/ as it is

The first run downloads them into test/cms/node_modules (about 250 MB).`;

function readOptions() {
  try {
    return parseArgs({
      options: {write: {type: 'boolean'}, built: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
    }).values;
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

const packagesOf = (path) => {
  try {
    return JSON.parse(readFileSync(`${root}test/cms/${path}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** Whether test/cms/node_modules holds what its lock file lists. */
function isInstalled() {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(locked).every(
    ([path, {integrity, optional}]) => !path || optional || installed?.[path]?.integrity === integrity,
  );
}

/** npm ci for test/cms. Ends the run where it fails; a network that is not there is no failure of ours. */
function install() {
  console.log('Installing the editors and sanitizers of test/cms (once) …');
  // No scripts: nothing there needs one.
  const args = [
    'ci',
    '--prefix',
    'test/cms',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const cli = process.env.npm_execpath;
  const {status, stderr, error} = spawnSync(cli ? process.execPath : 'npm', cli ? [cli, ...args] : args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: !cli && process.platform === 'win32',
    env: {...process.env, QD_SETUP: '1'},
  });
  if (status === 0) return;
  const said = `${stderr ?? ''}${error?.message ?? ''}`;
  const network =
    /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;
  const [reason] = network.exec(said) ?? [];
  if (reason) {
    console.log(`SKIPPED: the packages of test/cms could not be downloaded (${reason}); nothing was tested.`);
    console.log('\n0 passed, 0 failed');
    process.exit(0);
  }
  console.error(`${said}\nThe packages of test/cms could not be installed.\n\n0 passed, 1 failed`);
  process.exit(1);
}

function build() {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/build.mjs'], {encoding: 'utf8'});
  if (status === 0) return;
  console.log(`${stdout}${stderr}\nThe build failed.\n\n0 passed, 1 failed`);
  process.exit(1);
}

const options = readOptions();
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
process.chdir(root);
if (!isInstalled()) install();
if (!options.built) build();
if (options.write) process.env.QD_CMS_WRITE = '1';
const {passed, failed} = await runNodeTests(['test/cms/survival.cms.mjs']);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
