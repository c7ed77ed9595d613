/**
 * Runs our snippets through the editors and sanitizers of test/cms, which have a package file of their own, for
 * they are large and under other licences. Ends with a line "N passed, N failed"; without a network, where they
 * are not installed, it says so and counts nothing.
 */
import {runNodeTests} from './run-node-tests.mjs';
import {buildOrEnd, end, installPackages, readOptions} from './test-command.mjs';

const USAGE = `Runs the snippets for embedding through real editors, sanitizers and Markdown.

  npm run test:cms              what is left of each, compared with docs/embedding-survival.md
  npm run test:cms -- --write   writes that page
  npm run test:cms -- --built   takes dist/ as it is

The first run downloads them into test/cms/node_modules (about 250 MB).`;

const {options} = readOptions(USAGE, {write: {type: 'boolean'}});
installPackages('test/cms', 'the editors and sanitizers');
await buildOrEnd(options.built);
if (options.write) process.env.QD_CMS_WRITE = '1';
end(await runNodeTests(['test/cms/survival.cms.mjs']));
