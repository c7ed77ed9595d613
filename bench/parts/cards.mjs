import {call, cpu, rounds} from '../measure.mjs';

/** One visit: draw all, look, change all. */
async function visit(stage, name, n, slow) {
  const tab = await stage.blank({slow});
  const drawn = await cpu(tab, async () => {
    await stage.visit(tab, `/${name}/?n=${n}`);
    await tab.waitForFunction('globalThis.times', {timeout: 300_000, polling: 50});
  });
  const times = await tab.evaluate(() => globalThis.times);
  const nodes = await tab.evaluate(() => globalThis.nodes());
  const update = await cpu(tab, () => call(tab, 'update'));
  await tab.close();
  return {cpu: drawn, ...times, ...nodes, update};
}

/** Cards of the same visible content: bytes, time, processor, update, nodes. */
export async function cards(stage, {names, counts, slowdowns, rounds: times}) {
  const built = {};
  for (const name of ['empty', ...names]) built[name] = await stage.serve(name);
  await visit(stage, 'empty', 0, 1);
  const all = {};
  for (const slow of slowdowns) {
    for (const n of counts) {
      // Slowed down, the largest page says nothing new and takes minutes.
      if (slow > 1 && n > 1000) continue;
      const seen = await rounds(
        n > 1000 || slow > 1 ? Math.min(times, 3) : 3 * times,
        ['empty', ...names],
        (name) => visit(stage, name, name === 'empty' ? 0 : n, slow),
      );
      const rows = {};
      for (const name of names) {
        const {cpu: total, ...row} = seen[name];
        const net = total - seen.empty.cpu;
        rows[name] = {
          bytes: built[name].bytes,
          requests: built[name].requests,
          ...row,
          page: total,
          cpu: net,
          perCard: net / n,
        };
      }
      (all[slow] ??= {})[n] = rows;
      console.error(`cards: ${n}${slow > 1 ? `, ${slow} × slower` : ''}`);
    }
  }
  return all;
}
