/**
 * Installs the packages from the lock file when node_modules is missing or differs from it; otherwise says
 * nothing. Runs before `npm start` and `npm test`, so it uses Node's built-in modules only.
 */
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const root = new URL('../', import.meta.url);
const NEEDED_NODE = [20, 19];

/** @param {string} path */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, root), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * npm leaves out an optional package that is for another machine. One that names this system and processor
 * must be there, or node_modules was copied from elsewhere; where it names a C library too, only npm can tell.
 */
function mayBeAbsent({optional, os, cpu, libc}) {
  const isForUs = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
  return optional && !isForUs;
}

/** Whether node_modules holds what the lock file lists. npm keeps its own list of what it has installed. */
function isInstalled() {
  const locked = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!locked || !installed) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    if (!found) return mayBeAbsent(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1])) {
  fail(`qd-widgets needs Node ${NEEDED_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

function install() {
  console.log('Installing the packages listed in package-lock.json (once, about half a minute) …');
  const command = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const result = spawnSync(cli ? process.execPath : 'npm', cli ? [cli, ...command] : command, {
    cwd: root,
    stdio: 'inherit',
    shell: !cli && process.platform === 'win32',
    // Those who run this build for themselves what they need; see prepare.mjs.
    env: {...process.env, QD_SETUP: '1'},
  });
  if (result.status === 0) return;
  const end = result.error
    ? `did not start: ${result.error.message}`
    : `ended with ${result.status ?? result.signal}`;
  fail(`The packages could not be installed; npm ci ${end}. Its message is above.`);
}

/** Waits while another `npm start` or `npm test` is installing here, and then keeps others waiting. */
function takeTurn() {
  const lock = join(
    tmpdir(),
    `qd-widgets-${createHash('sha256').update(root.href).digest('hex').slice(0, 16)}.lock`,
  );
  for (let waits = 0; ; waits++) {
    try {
      writeFileSync(lock, String(process.pid), {flag: 'wx'});
      process.once('exit', () => rmSync(lock, {force: true}));
      return;
    } catch (error) {
      // Without a place for the lock nobody can be waited for.
      if (error.code !== 'EEXIST') return;
    }
    if (!isRunning(lock) || waits > 1200) {
      rmSync(lock, {force: true});
      continue;
    }
    if (waits === 0) console.log('Waiting for the installation that another command has begun …');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

/** Whether the process that wrote a lock is still there. */
function isRunning(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

if (!isInstalled()) {
  takeTurn();
  if (!isInstalled()) install();
}
