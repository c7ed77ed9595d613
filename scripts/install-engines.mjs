/**
 * Installs Firefox and WebKitGTK for the tests where they are missing: as root, by apt-get. Anywhere else, and where that
 * fails, it says what to install; it never fails itself, as the tests in those browsers say what they lack.
 */
import {spawnSync} from 'node:child_process';
import {findEngines} from './find-engines.mjs';

const OPTIONS = [
  '-qq',
  '--yes',
  '--no-install-recommends',
  '-o',
  'Acquire::Retries=1',
  '-o',
  'Acquire::http::Timeout=15',
];
/** How long is waited for what is downloaded, in ms: rather without a browser than without an end. */
const MAX_MS = 120_000;

const missingPackages = () => findEngines().flatMap(({packages = []}) => packages);

/** Says whether it went well, and why not. */
function apt(args, timeout) {
  const {status, stderr, error} = spawnSync('apt-get', [...OPTIONS, ...args], {
    encoding: 'utf8',
    timeout,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  });
  if (status === 0) return true;
  const [reason] = `${error?.message ?? ''}\n${stderr ?? ''}`.trim().split('\n');
  console.log(`apt-get ${args.join(' ')} failed. ${reason}`);
  return false;
}

const packages = missingPackages();
if (packages.length > 0) {
  if (process.getuid?.() === 0) {
    console.log(`Installing ${packages.join(', ')} …`);
    // Where the lists cannot be fetched, those from before may still do. Only a download is ever cut short.
    apt(['update'], MAX_MS);
    if (apt(['install', '--download-only', ...packages], MAX_MS)) apt(['install', ...packages]);
  }
  for (const {name, missing} of findEngines()) if (missing) console.log(`${name} is missing: ${missing}`);
}
