/**
 * Builds dist/ after `npm ci`, before packing, and when npx first links the package's own command, so that
 * `npx qd` works in a fresh clone.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';

const root = new URL('../', import.meta.url);
const isBuilt = existsSync(new URL('dist/src/cli/qd.js', root));

if (process.env.QD_SETUP || (process.env.npm_command === 'exec' && isBuilt)) {
  // `npm start` needs no dist/, `npm test` builds it as a step of its own, and npx should not build it again.
} else if (!existsSync(new URL('node_modules/typescript/package.json', root))) {
  console.log('dist/ is not built: the development packages are not installed.');
} else {
  const {status} = spawnSync(process.execPath, ['scripts/build.mjs'], {cwd: root, stdio: 'inherit'});
  process.exitCode = status ?? 1;
}
