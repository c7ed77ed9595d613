/**
 * Runs the slow ones of the tests with hostile pages (test/hostile/*.hostile.mjs; the others are part of `npm test`).
 * Ends with a line "N passed, N failed".
 */
import {readdirSync} from 'node:fs';
import {runNodeTests} from './run-node-tests.mjs';
import {buildOrEnd, end, readOptions} from './test-command.mjs';

const USAGE = `Runs what takes long of the tests with hostile pages, against the built embed files.

  npm run test:hostile              all of them
  npm run test:hostile -- data      the files whose name contains one of the given words
  npm run test:hostile -- --built   takes dist/ as it is`;

const {options, words} = readOptions(USAGE);
const files = readdirSync('test/hostile')
  .filter((name) => name.endsWith('.hostile.mjs'))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .map((name) => `test/hostile/${name}`);
if (files.length === 0) {
  console.error(`No test file matches: ${words.join(' ')}`);
  process.exit(2);
}
await buildOrEnd(options.built);
end(await runNodeTests(files));
