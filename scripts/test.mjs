/**
 * The whole test suite: the build, the tests that run in a browser (test/**\/*.test.ts) and those that run
 * in Node against dist/ (test/**\/*.node.mjs). Ends with a line "N passed, N failed".
 */
import {readdirSync} from 'node:fs';
import {build, end, readOptions} from './test-command.mjs';

const USAGE = `Runs the tests.

  npm test                        the build and all tests
  npm test -- test/NAME.test.ts   the files whose path contains one of the given words
  npm run coverage                the browser tests, with the coverage of src and widgets
  npm run test:browsers           the browser tests and the embed files in Firefox and WebKitGTK, where installed
  npm run test:browsers -- --engine webkit   in one of them
  npm run test:browsers -- --built           takes dist/ as it is, without a build

CHROME_PATH sets the browser; QD_BROWSER=bundled takes the one among the development packages.
QD_REQUIRE_ENGINES=1 makes it a failure that Firefox or WebKitGTK is missing.`;

const {options, words: given} = readOptions(USAGE, {
  coverage: {type: 'boolean'},
  engine: {type: 'string'},
  engines: {type: 'boolean'},
});
const words = given.map((word) => word.replaceAll('\\', '/').replace(/^\.\//, ''));
const files = readdirSync('test', {recursive: true})
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  // Those with a command of their own, and the packages that some of them have.
  .filter((name) => !/^test\/(old|engines|cms|consumers)\/|\/node_modules\//.test(name))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .toSorted();
/** The embed files in the other engines. */
const engineFiles = options.engines
  ? readdirSync('test/engines')
      .filter((name) => name.endsWith('.node.mjs'))
      .map((name) => `test/engines/${name}`)
      .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
      .toSorted()
  : [];
const needsEmbed = engineFiles.length > 0;
/** What asks an engine for nothing but letters and numbers: not in each of them, unless it is named. */
const DATA_ONLY =
  /^test\/(?:change|check-report|decimal|display-text|embed-page|extract-figures|figure-properties|format-date|judge-markup|judge-policy|observations-csv|period-name|period-span|sha256)\.test\.ts$/;
const leftOut = options.engines && words.length === 0 ? files.filter((name) => DATA_ONLY.test(name)) : [];
const browserFiles = files.filter((name) => name.endsWith('.test.ts') && !leftOut.includes(name));
const nodeFiles =
  options.coverage || options.engines ? [] : files.filter((name) => name.endsWith('.node.mjs'));
if (browserFiles.length + nodeFiles.length === 0 && !needsEmbed) {
  console.error(words.length > 0 ? `No test file matches: ${words.join(' ')}` : 'There are no test files.');
  process.exit(2);
}

const total = {passed: 0, failed: 0, skipped: 0};
function add(counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
}

/** Builds dist/ unless it may be taken as it is; says whether it is there. */
async function prepareDist() {
  console.log('\nBuild');
  const started = Date.now();
  const failure = await build(options.built);
  if (failure) {
    console.log(`  ✗ the build failed:\n${failure}`);
    total.failed += 1;
  } else console.log(`  ✓ dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return !failure;
}

async function testInChromium() {
  const {chromeLauncher} = await import('@web/test-runner-chrome');
  const {findBrowser} = await import('./find-browser.mjs');
  const {runBrowserTests} = await import('./run-browser-tests.mjs');
  const {name, launchOptions} = await findBrowser();
  console.log(`\nBrowser tests (${name})`);
  const launcher = chromeLauncher({launchOptions});
  // One page serves all test files: what a file emulates must not reach the next one.
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const page = launcher.getPage(id);
    const result = await stopSession(id);
    await page.emulateMediaFeatures([]);
    await page.emulateMediaType();
    await page.setViewport({width: 800, height: 600});
    return result;
  };
  add(await runBrowserTests({files: browserFiles, browser: launcher, coverage: options.coverage}));
}

async function testInOtherEngines() {
  const {areEnginesRequired, findEngines} = await import('./find-engines.mjs');
  const {runBrowserTests} = await import('./run-browser-tests.mjs');
  const {runNodeTests} = await import('./run-node-tests.mjs');
  for (const {name, missing, launcher} of findEngines()) {
    if (options.engine && !name.toLowerCase().includes(options.engine.toLowerCase())) continue;
    if (!launcher) {
      const isFailure = areEnginesRequired();
      console.log(isFailure ? `\n${name}\n  ✗ not tested: ${missing}` : `\n${name}: skipped, ${missing}`);
      if (isFailure) total.failed += 1;
      continue;
    }
    console.log(`\nBrowser tests (${name})`);
    // What is not asked here is said, or its silence would look like success.
    if (browserFiles.length > 0) console.log('  – not asked here: axe, but for test/engines/axe.node.mjs');
    if (leftOut.length > 0) {
      const names = leftOut.map((file) => file.slice('test/'.length, -'.test.ts'.length));
      console.log(`  – left out, which Chromium runs: ${names.join(', ')}`);
    }
    if (browserFiles.length > 0)
      add(await runBrowserTests({files: browserFiles, browser: launcher, hasAxe: false}));
    if (!isBuilt) continue;
    process.env.QD_ENGINE = name;
    add(await runNodeTests(engineFiles));
  }
}

async function testInNode(other) {
  const {runNodeTests} = await import('./run-node-tests.mjs');
  console.log('\nNode tests of dist/');
  add(await runNodeTests(nodeFiles, other));
}

/** A step that breaks down is a failure; the other steps still run. */
async function attempt(step) {
  try {
    await step();
  } catch (error) {
    console.error(`  ✗ ${error instanceof Error ? error.message : error}`);
    total.failed += 1;
  }
}

const needsDist =
  nodeFiles.length > 0 || needsEmbed || (words.length === 0 && !options.coverage && !options.engines);
const isBuilt = needsDist && (await prepareDist());
const inBrowser = options.engines
  ? attempt(testInOtherEngines)
  : browserFiles.length > 0 && attempt(testInChromium);
if (nodeFiles.length > 0 && isBuilt) await attempt(() => testInNode(inBrowser));
await inBrowser;
if (nodeFiles.length > 0 && !isBuilt) console.log('\nNode tests of dist/: not run, the build failed');

end(total);
