import {heap as heapOf, settled} from '../measure.mjs';

const FEW = 1000;
const MANY = 5000;

/** Bytes that one more card holds: what a page of 5,000 holds above one of 1,000, each in a browser of its own. */
export async function heap(stage, {names}) {
  const perCard = {};
  for (const name of names) {
    await stage.serve(name);
    const held = {};
    for (const n of [FEW, MANY]) {
      held[n] = await stage.freshBrowser(async (browser) => {
        const tab = await stage.open(`/${name}/?n=${n}`, {browser});
        await tab.waitForFunction('globalThis.times', {timeout: 300_000, polling: 50});
        await settled(tab);
        return heapOf(tab);
      });
    }
    perCard[name] = (held[MANY] - held[FEW]) / (MANY - FEW);
    console.error(`heap: ${name}`);
  }
  return perCard;
}
