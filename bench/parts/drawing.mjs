import {call, cpu, heap, median, rounds, settled} from '../measure.mjs';

// Seldom enough that asking costs next to nothing.
const POLLED = {polling: 50};

/**
 * A page that draws what it is told to, from its first byte on, its script included: what that cost, less an empty page.
 *
 * @returns {Promise<{cpu: number, heap: number, update: number}>}
 */
async function drawing(stage, name, given, {height, weighs, redraws}) {
  const work = async (browser) => {
    const tab = await stage.blank({browser, height});
    const draw = async () => {
      await stage.visit(tab, `/${name}/?n=0`);
      await tab.waitForFunction(
        'globalThis.times && (globalThis.draw || location.pathname === "/empty/")',
        POLLED,
      );
      if (name !== 'empty') await call(tab, 'draw', ...given);
      await settled(tab);
    };
    const redraw = async () => {
      await call(tab, 'redraw');
      await settled(tab);
    };
    const seen = {};
    // What is weighed is not traced.
    if (weighs) await draw();
    else seen.cpu = await cpu(tab, draw);
    if (redraws && name !== 'empty') seen.update = await cpu(tab, redraw);
    if (weighs) seen.heap = await heap(tab);
    await tab.close();
    return seen;
  };
  return weighs ? stage.freshBrowser(work) : work();
}

/** Two contestants by turns; what the first costs as a part of the second. */
export async function duel(
  stage,
  times,
  [mine, theirs],
  given,
  {height, weighs = true, redraws = false} = {},
) {
  const names = ['empty', mine, theirs];
  for (const name of names) await stage.serve(name);
  const seen = await rounds(times, names, (name) => drawing(stage, name, given, {height, redraws}));
  const net = (name) => seen[name].cpu - seen.empty.cpu;

  const row = {cpu: net(mine), theirs: net(theirs), ratio: net(mine) / net(theirs)};
  if (redraws) row.updateRatio = seen[mine].update / seen[theirs].update;
  if (weighs) {
    const weigh = async (name) => {
      const readings = [];
      for (let time = 0; time < 3; time++) {
        readings.push((await drawing(stage, name, given, {height, weighs: true})).heap);
      }
      return median(readings);
    };
    const [empty, ours, others] = [await weigh('empty'), await weigh(mine), await weigh(theirs)];
    row.heap = ours - empty;
    row.heapRatio = (ours - empty) / (others - empty);
  }
  for (const [what, value] of Object.entries(row)) {
    if (!Number.isFinite(value))
      throw new Error(`${mine} against ${theirs} gave no number for ${what}: ${value}`);
  }
  return row;
}
