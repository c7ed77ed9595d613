/**
 * Runs the slow ones of the tests with hostile pages (test/hostile/*.hostile.mjs; the others are part of `npm test`).
 * Ends with a line "N passed, N failed".
 */
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {runNodeTests} from './run-node-tests.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const USAGE = `Runs what takes long of the tests with hostile pages, against the built embed files.

  npm run test:hostile              all of them
  npm run test:hostile -- data      the files whose name contains one of the given words
  npm run test:hostile -- --built   takes dist/ as it is`;

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {built: {type: 'boolean'}, help: {type: 'boolean', short: 'h'}},
    });
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

const {values: options, positionals} = readOptions();
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
process.chdir(root);
const files = readdirSync('test/hostile')
  .filter((name) => name.endsWith('.hostile.mjs'))
  .filter((name) => positionals.length === 0 || positionals.some((word) => name.includes(word)))
  .map((name) => `test/hostile/${name}`);
if (files.length === 0) {
  console.error(`No test file matches: ${positionals.join(' ')}`);
  process.exit(2);
}
if (!options.built) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/build.mjs'], {encoding: 'utf8'});
  if (status !== 0) {
    console.log(`${stdout}${stderr}\nThe build failed.\n\n0 passed, 1 failed`);
    process.exit(1);
  }
}
const {passed, failed} = await runNodeTests(files);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
