import {page} from '../stage.mjs';
import {cpu, settled, watchTasks} from '../measure.mjs';

const COUNT = 10_000;

/** Ten thousand tags that stand in a page when the script comes: how long it works, and how long at a stretch. */
export async function many(stage) {
  await stage.serve('family');
  const {cards} = stage;
  const tags = Array.from({length: COUNT}, (_none, i) => {
    const {indicator, text} = cards[i % cards.length];
    return `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${text}</qd-metric>`;
  }).join('');
  const body = (script) =>
    page('', `<div class="grid">${tags}</div><script>globalThis.contest=()=>{}</script>${script}`);
  stage.served.set('/many/', body('<script type="module" src="/family/index.js"></script>'));
  stage.served.set('/many/bare', body(''));
  const seen = {};
  for (const [what, path] of [
    ['bare', '/many/bare'],
    ['ours', '/many/'],
  ]) {
    const tab = await stage.blank({before: watchTasks});
    const work = await cpu(tab, async () => {
      await stage.visit(tab, path);
      if (what === 'ours') {
        await tab.waitForFunction(
          () => [...document.querySelectorAll('qd-metric')].every(({state}) => state === 'ready'),
          {timeout: 120_000, polling: 200},
        );
      }
      seen[what] = {took: await tab.evaluate(() => performance.now())};
      await settled(tab);
    });
    const {longest, gap, over200} = await tab.evaluate(() => globalThis.tasks);
    Object.assign(seen[what], {cpu: work, longest, gap, over200});
    await tab.close();
  }
  return seen;
}
