/**
 * Uses the packed package as its users do: the projects of test/consumers, whose frameworks have a package file of
 * their own. Ends with a line "N passed, N failed"; without a network, where they are not installed, it says so and
 * counts nothing.
 */
import {runNodeTests} from './run-node-tests.mjs';
import {buildOrEnd, end, installPackages, readOptions} from './test-command.mjs';

const USAGE = `Installs the packed package into fresh projects and drives them in a browser.

  npm run test:consumers              plain HTML, Vite, React, Preact, Vue, Svelte, a server, Node; and their types
  npm run test:consumers -- --built   with dist/ as it stands

The first run downloads the frameworks into test/consumers/node_modules (about 140 MB).`;

const {options} = readOptions(USAGE);
installPackages('test/consumers', 'the frameworks');
await buildOrEnd(options.built);
end(await runNodeTests(['test/consumers/types.consumers.mjs', 'test/consumers/projects.consumers.mjs']));
