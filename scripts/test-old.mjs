/**
 * Runs the built embed files in real old Chromiums: test/old. Ends with a line "N passed, N failed".
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {OLD_CHROMIUMS, oldChromium} from './old-chromium.mjs';
import {runNodeTests} from './run-node-tests.mjs';

const USAGE = `Runs the built embed files in real old Chromiums (Linux on x64).

  npm run test:old             in all of them
  npm run test:old -- 83 108   in these
  npm run test:old -- --built  takes dist/ as it is, without a build

The browsers are downloaded once, 44 to 60 MB each. One that cannot be had is skipped, with a line that says why.`;

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
const unknown = positionals.filter((word) => !OLD_CHROMIUMS.some(({version}) => String(version) === word));
if (unknown.length > 0) {
  console.error(
    `There is no Chromium ${unknown.join(', ')} here: ${OLD_CHROMIUMS.map(({version}) => version).join(', ')}`,
  );
  process.exit(2);
}
process.chdir(fileURLToPath(new URL('../', import.meta.url)));

if (!options.built || !existsSync('dist/embed/qd.iife.js')) {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['scripts/build.mjs'], {encoding: 'utf8'});
  if (status !== 0) {
    console.log(`  ✗ the build failed:\n${stdout}${stderr}\n0 passed, 1 failed`);
    process.exit(1);
  }
}

const total = {passed: 0, failed: 0, skipped: 0};
for (const chromium of OLD_CHROMIUMS) {
  const {version} = chromium;
  if (positionals.length > 0 && !positionals.includes(String(version))) continue;
  try {
    process.env.QD_OLD_CHROMIUM = oldChromium(chromium);
  } catch (error) {
    // What came is not what was pinned: never a reason to go on as if nothing had happened.
    if (error instanceof RangeError) {
      console.log(`\nChromium ${version}\n  ✗ ${error.message}`);
      total.failed += 1;
    } else {
      console.log(`\nChromium ${version}: skipped, ${error.message}`);
      total.skipped += 1;
    }
    continue;
  }
  console.log(`\nChromium ${version}`);
  const counts = await runNodeTests(['test/old/embed.node.mjs']);
  for (const key of Object.keys(total)) total[key] += counts[key];
}

if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
