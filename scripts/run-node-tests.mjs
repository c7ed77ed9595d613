import {relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {run} from 'node:test';
import {inspect} from 'node:util';

/** Not console.log, which the browser tests' runner takes over while they run beside these. */
const print = (line) => process.stdout.write(`${line}\n`);

const root = fileURLToPath(new URL('../', import.meta.url));

/** From so many seconds on a file says how long it took. */
const SLOW_SECONDS = 10;

/**
 * Runs test files by node:test, three at a time (each is a process with a browser, and most of it is waiting), and
 * prints of each what failed.
 *
 * @param {string[]} files
 * @param {Promise<unknown>} [other] - what runs beside them: until it has ended they go two at a time.
 * @returns {Promise<{passed: number, failed: number, skipped: number}>}
 */
export async function runNodeTests(files, other) {
  const total = {passed: 0, failed: 0, skipped: 0};
  const queue = [...files];
  async function lane() {
    while (queue.length > 0) {
      const counts = await runFile(queue.shift());
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
  }
  await Promise.all([lane(), lane(), Promise.resolve(other).then(lane)]);
  return total;
}

async function runFile(file) {
  const started = Date.now();
  const counts = {passed: 0, failed: 0, skipped: 0};
  const failures = [];
  const names = [];
  const stream = run({files: [file], concurrency: 1, timeout: 300_000});
  stream.on('test:start', ({name, nesting}) => names.splice(nesting, names.length, name));
  stream.on('test:pass', ({details, skip, todo}) => {
    if (details.type === 'suite') return;
    counts[skip === undefined && todo === undefined ? 'passed' : 'skipped'] += 1;
  });
  stream.on('test:fail', ({name, nesting, details, todo}) => {
    // A suite fails because of its tests; it counts only when it failed by itself.
    const {failureType} = details.error ?? {};
    if (failureType === 'subtestsFailed' || todo !== undefined) return;
    counts.failed += 1;
    failures.push([[...names.slice(0, nesting), name].join(' › '), details.error]);
  });
  const output = [];
  stream.on('test:stderr', ({message}) => output.push(message));
  stream.on('test:stdout', ({message}) => output.push(message));
  await new Promise((resolve, reject) => stream.on('end', resolve).on('error', reject).resume());

  const sum = [`${counts.passed} passed`];
  if (counts.failed > 0) sum.push(`${counts.failed} failed`);
  if (counts.skipped > 0) sum.push(`${counts.skipped} skipped`);
  const seconds = Math.round((Date.now() - started) / 1000);
  if (seconds >= SLOW_SECONDS) sum.push(`${seconds} s`);
  print(`  ${counts.failed > 0 ? '✗' : '✓'} ${relative(root, file).split(sep).join('/')}: ${sum.join(', ')}`);
  for (const [name, error] of failures) {
    const cause = error?.cause ?? error;
    const text = typeof cause?.stack === 'string' ? cause.stack : inspect(cause);
    const own = text.split('\n').filter((line) => !/^\s+at .*\bnode:|^\s+at async Promise/.test(line));
    print(`    ✗ ${name}\n${own.join('\n').replace(/^/gm, '      ')}`);
  }
  if (failures.length > 0 && output.length > 0) print(output.join('').trimEnd().replace(/^/gm, '      | '));
  return counts;
}
