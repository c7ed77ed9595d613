/**
 * Uses the packed package as its users do: the projects of test/consumers, whose frameworks have a package file of
 * their own. Ends with a line "N passed, N failed"; without a network, where they are not installed, it says so and
 * counts nothing.
 */
import {readFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {runNodeTests} from './run-node-tests.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const USAGE = `Installs the packed package into fresh projects and drives them in a browser.

  npm run test:consumers              plain HTML, Vite, React, Preact, Vue, Svelte, a server, Node; and their types
  npm run test:consumers -- --built   with dist/ as it stands

The first run downloads the frameworks into test/consumers/node_modules (about 140 MB).`;

function readOptions() {
  try {
    return parseArgs({options: {built: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}}}).values;
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

const packagesOf = (path) => {
  try {
    return JSON.parse(readFileSync(`${root}test/consumers/${path}`, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** Whether test/consumers/node_modules holds what its lock file lists. */
function isInstalled() {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(locked).every(
    ([path, {integrity, optional}]) => !path || optional || installed?.[path]?.integrity === integrity,
  );
}

/** npm ci for test/consumers. Ends the run where it fails; a network that is not there is no failure of ours. */
function install() {
  console.log('Installing the frameworks of test/consumers (once) …');
  // No scripts: nothing there needs one.
  const args = ['ci', '--prefix', 'test/consumers', '--prefer-offline', '--ignore-scripts', '--no-audit'];
  args.push('--no-fund', '--loglevel=error');
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
    console.log(`SKIPPED: the frameworks could not be downloaded (${reason}); nothing was tested.`);
    console.log('\n0 passed, 0 failed');
    process.exit(0);
  }
  console.error(`${said}\nThe packages of test/consumers could not be installed.\n\n0 passed, 1 failed`);
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
const {passed, failed} = await runNodeTests([
  'test/consumers/types.consumers.mjs',
  'test/consumers/projects.consumers.mjs',
]);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
