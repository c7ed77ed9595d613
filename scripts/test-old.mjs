/**
 * Runs the built embed files in real old Chromiums: test/old. Ends with a line "N passed, N failed".
 */
import {OLD_CHROMIUMS, oldChromium} from './old-chromium.mjs';
import {runNodeTests} from './run-node-tests.mjs';
import {buildOrEnd, end, readOptions} from './test-command.mjs';

const USAGE = `Runs the built embed files in real old Chromiums (Linux on x64).

  npm run test:old             in all of them
  npm run test:old -- 83 108   in these
  npm run test:old -- --built  takes dist/ as it is, without a build

The browsers are downloaded once, 44 to 60 MB each. One that cannot be had is skipped, with a line that says why.`;

const {options, words} = readOptions(USAGE);
const unknown = words.filter((word) => !OLD_CHROMIUMS.some(({version}) => String(version) === word));
if (unknown.length > 0) {
  console.error(
    `There is no Chromium ${unknown.join(', ')} here: ${OLD_CHROMIUMS.map(({version}) => version).join(', ')}`,
  );
  process.exit(2);
}
await buildOrEnd(options.built);

const total = {passed: 0, failed: 0, skipped: 0};
for (const chromium of OLD_CHROMIUMS) {
  const {version} = chromium;
  if (words.length > 0 && !words.includes(String(version))) continue;
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

end(total);
