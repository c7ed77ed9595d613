import {aReport} from '../stage.mjs';
import {median, settled, watchTasks} from '../measure.mjs';

const SIZES = [1000, 5000, 10_000];

/** A report of the page's own: parsed and checked, and its table of all figures drawn. */
export async function parse(stage, {rounds}) {
  await stage.serve('parse');
  await stage.serve('rows-ours');
  const report = aReport(SIZES[SIZES.length - 1]);
  const cut = (size) => ({...report, observations: report.observations.slice(0, size)});
  const seen = {};
  const tab = await stage.open('/parse/?n=0');
  await tab.waitForFunction('globalThis.parse');
  await tab.evaluate((given) => globalThis.parse(given), cut(100));
  for (const size of SIZES) {
    const took = [];
    for (let round = 0; round < Math.min(rounds, 3); round++) {
      took.push(await tab.evaluate((given) => globalThis.parse(given), cut(size)));
    }
    seen[size] = {parse: median(took)};
  }
  await tab.close();
  for (const size of SIZES) {
    stage.served.set('/big.json', JSON.stringify(cut(size)));
    const all = await stage.open('/rows-ours/?n=0', {before: watchTasks, cache: false});
    await all.waitForFunction('globalThis.draw');
    const {drawn, rows} = await all.evaluate(async () => {
      Object.assign(globalThis.tasks, {longest: 0, over200: 0, gap: 0});
      const started = performance.now();
      await globalThis.drawFrom('qd-table', '/big.json');
      return {
        drawn: performance.now() - started,
        rows: document.querySelector('qd-table').shadowRoot.querySelectorAll('tbody tr').length,
      };
    });
    if (rows !== size) throw new Error(`${rows} rows of ${size}`);
    await settled(all);
    const {longest, over200} = await all.evaluate(() => globalThis.tasks);
    Object.assign(seen[size], {drawn, rows, longest, over200});
    await all.close();
    console.error(`parse: ${size}`);
  }
  return seen;
}
