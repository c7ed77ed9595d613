import {readFileSync} from 'node:fs';
import {relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {startTestRunner} from '@web/test-runner';
import {freePort} from './free-port.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Not console.log, which the runner takes over to keep a progress bar in place. */
const print = (...lines) => process.stdout.write(`${lines.join(' ')}\n`);

/**
 * Serves a JSON file that is imported without `with {type: 'json'}` as a JavaScript module, as Vite does.
 * Fetched, or imported with the attribute, it stays JSON.
 */
const jsonModules = {
  name: 'json-modules',
  resolveImport({source, code}) {
    if (!source.endsWith('.json')) return undefined;
    const after = code.slice(code.indexOf(source) + source.length + 1);
    return /^\s*with\b/.test(after) ? undefined : `${source}?module`;
  },
  serve({path, URL: url}) {
    if (!path.endsWith('.json') || !url.searchParams.has('module')) return undefined;
    const json = readFileSync(root + decodeURIComponent(path).slice(1), 'utf8');
    return {body: `export default ${json};`, type: 'js'};
  },
};

/** What a command of @web/test-runner-commands, such as emulateMedia, says in an engine that lacks it. */
const UNSUPPORTED = /CDP support is required|not supported (for browser type|by WebDriver)/;

/** WTR's own messages are left out: the reporter below has the say, save for errors. */
const logger = {
  log() {},
  debug() {},
  group() {},
  groupEnd() {},
  error: (error) => UNSUPPORTED.test(String(error)) || print(error?.stack ?? error),
  warn: print,
  logSyntaxError({message, filePath, line, column}) {
    print(`  ✗ ${relative(root, filePath)}:${line}:${column} ${message}`);
  },
};

/**
 * What a failed assertion carries goes to the runner as text: of an element or an event it would read the whole page, and hang.
 */
const textsInErrors = {
  name: 'texts-in-errors',
  transform({path, body}) {
    if (!path.endsWith('/@open-wc/testing/register-chai-plugins.js')) return undefined;
    return `${body}
      const isOfThePage = (value) => value instanceof EventTarget || value instanceof Event;
      chai.use(({Assertion}, {inspect}) => {
        const {assert} = Assertion.prototype;
        Assertion.prototype.assert = function (...all) {
          try {
            return assert.apply(this, all);
          } catch (error) {
            for (const key of ['actual', 'expected']) {
              const value = error[key];
              if ([value].flat().some(isOfThePage)) error[key] = inspect(value);
            }
            throw error;
          }
        };
      });`;
  },
};

/**
 * What axe finds is in the markup, which is the same in every engine, save for colours and sizes: Chromium is asked in each
 * state that a test brings about, the others by test/engines/axe.node.mjs for every tag.
 */
const withoutAxe = {
  name: 'without-axe',
  serve({path}) {
    if (!path.endsWith('/chai-a11y-axe/src/accessible.js')) return undefined;
    const body = `export const chaiA11yAxe = ({Assertion}, {addMethod}) =>
      addMethod(Assertion.prototype, 'accessible', () => Promise.resolve());`;
    return {body, type: 'js'};
  },
};

function* testsOf(suite, names = []) {
  for (const test of suite?.tests ?? []) yield {...test, name: [...names, test.name].join(' › ')};
  for (const inner of suite?.suites ?? []) yield* testsOf(inner, [...names, inner.name]);
}

const indent = (text, by) => text.trimEnd().replace(/^/gm, ' '.repeat(by));

function describeError({name, message = 'no message', stack = '', expected, actual}) {
  const lines = [name && !message.startsWith(name) ? `${name}: ${message}` : message];
  const isLong = [expected, actual].some((text) => typeof text === 'string' && /\n|.{60}/.test(text));
  if (isLong) lines.push(`expected: ${expected}`, `actual:   ${actual}`);
  // Of the stack, the places in our own files.
  const own = stack
    .split('\n')
    .filter((line) => /:\d+/.test(line) && !/node_modules|__web-|\/wtr-/.test(line));
  lines.push(...own.slice(0, 6).map((line) => line.trim()));
  return indent(lines.join('\n'), 6);
}

/** One line for a test file that passes; all that went wrong for one that fails. */
function reporter(counts) {
  return {
    reportTestFileResults({sessionsForTestFile, testFile}) {
      for (const session of sessionsForTestFile) {
        const tests = [...testsOf(session.testResults)];
        // Where a hook asked for what there is not, its tests did not run, and carry no error.
        const isUnsupported = ({message}) => UNSUPPORTED.test(message);
        const hookFailed = session.errors.length > 0 && session.errors.every(isUnsupported);
        const isSkipped = ({skipped: isLeftOut, passed: isPassed, error}) =>
          isLeftOut || (error ? isUnsupported(error) : hookFailed && !isPassed);
        const failed = tests.filter((test) => !test.passed && !isSkipped(test));
        const leftOut = tests.filter(isSkipped);
        const skipped = leftOut.length;
        const passed = tests.length - failed.length - skipped;
        // An error outside a test, such as a file that does not load, counts as one failure.
        const errors = session.errors.filter((error) => !isUnsupported(error));
        const broken = failed.length === 0 && (errors.length > 0 || (!session.passed && skipped === 0));
        const isGood = failed.length === 0 && !broken;
        counts.passed += passed;
        counts.failed += failed.length + (broken ? 1 : 0);
        counts.skipped += skipped;

        const sum = [`${passed} passed`];
        if (failed.length > 0) sum.push(`${failed.length} failed`);
        if (skipped > 0) sum.push(`${skipped} skipped`);
        if (broken) sum.push('failed outside its tests');
        const file = relative(root, testFile).split(sep).join('/');
        print(`  ${isGood ? '✓' : '✗'} ${file}: ${sum.join(', ')}`);
        // A test that cannot be had here is named: its silence would look like success.
        for (const {name, error} of leftOut) {
          const why = hookFailed || isUnsupported(error ?? {}) ? ': no emulateMedia in this browser' : '';
          print(`    – skipped: ${name}${why}`);
        }
        for (const {name, error} of failed) {
          print(`    ✗ ${name}\n${describeError(error ?? {})}`);
        }
        if (isGood) continue;
        for (const error of session.errors) print(`    ✗ ${file}\n${describeError(error)}`);
        for (const path of session.request404s) print(`      not found: ${path}`);
        for (const log of session.logs.slice(0, 20)) {
          print(
            indent(
              `console: ${log.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' ')}`,
              6,
            ),
          );
        }
      }
    },
  };
}

/**
 * Runs test files in a browser by @web/test-runner and prints what failed.
 *
 * @param {{files: string[], browser: object, coverage?: boolean, hasAxe?: boolean}} options - `browser` is a launcher of
 *   @web/test-runner; `coverage` measures src and widgets (Chromium only) and fails under the thresholds; without
 *   `hasAxe` everything counts as accessible.
 * @returns {Promise<{passed: number, failed: number, skipped: number}>}
 */
export async function runBrowserTests({files, browser, coverage = false, hasAxe = true}) {
  const counts = {passed: 0, failed: 0, skipped: 0};
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      rootDir: root,
      port: await freePort(),
      files,
      browsers: [browser],
      concurrency: 1,
      concurrentBrowsers: 1,
      // 'development' would print Lit's warnings.
      nodeResolve: {exportConditions: ['production', 'default']},
      plugins: [
        jsonModules,
        textsInErrors,
        ...(hasAxe ? [] : [withoutAxe]),
        // The tsconfig carries the decorator mode.
        esbuildPlugin({ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json`}),
      ],
      // Mocha's own 2 s are too short for axe and the first chart on a loaded machine, and 20 s for one that stood still.
      testFramework: {config: {timeout: 60_000}},
      browserStartTimeout: 60_000,
      testsStartTimeout: 60_000,
      testsFinishTimeout: 300_000,
      staticLogging: true,
      reporters: [reporter(counts)],
      logger,
      coverage,
      coverageConfig: {
        include: ['src/**/*.ts', 'widgets/**/*.ts'],
        exclude: ['src/cli/**'],
        reportDir: 'coverage',
        reporters: ['text-summary', 'lcov'],
        threshold: {statements: 90, branches: 85, functions: 90, lines: 90},
      },
    },
  });
  if (!runner) return {passed: 0, failed: 1, skipped: 0};
  const passed = runner.stopped
    ? runner.passed
    : await new Promise((resolve) => runner.on('stopped', resolve));
  if (!passed && counts.failed === 0 && (coverage || counts.skipped === 0)) {
    counts.failed += 1;
    print(coverage ? '  ✗ coverage is under its thresholds' : '  ✗ the run ended early');
  }
  return counts;
}
