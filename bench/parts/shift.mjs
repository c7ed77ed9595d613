import {readFileSync} from 'node:fs';
import {page, seed} from '../stage.mjs';
import {settled} from '../measure.mjs';

/** Runs in the page before its scripts. */
function watch() {
  globalThis.contest = () => {};
  globalThis.shift = 0;
  // Before the script comes: where things are that a reader sees.
  setTimeout(() => {
    const seen = [...document.querySelectorAll('qd-metric, p')].map((el) => [el, el.getBoundingClientRect()]);
    const before = seen.filter(([, {top, height}]) => height && top < innerHeight);
    globalThis.moved = () =>
      Math.max(...before.map(([el, {top}]) => Math.abs(el.getBoundingClientRect().top - top)));
  }, 500);
  new PerformanceObserver((seen) => {
    for (const {value} of seen.getEntries()) globalThis.shift += value;
  }).observe({type: 'layout-shift', buffered: true});
}

/**
 * How far things move when the script comes a second late, the fallback text shown meanwhile: the page of cards that all
 * contestants have, and pages that ask for more, with a line below all figures of a report. `shift` is what the browser
 * counts, which is nothing for a card that is skipped while it is out of sight; `moved` how many pixels something that was
 * on the screen has moved.
 */
export async function shift(stage) {
  await stage.serve('ours');
  stage.served.set('/qd.css', readFileSync('dist/embed/qd.css', 'utf8'));
  const cards = seed()
    .observations.map(
      ({indicator, label, printed}) =>
        `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${label['zh-CN']} ${printed}</qd-metric>`,
    )
    .join('');
  const many = stage.cards.map(
    ({indicator, text}) => `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${text}</qd-metric>`,
  );
  const hundred = Array.from({length: 100}, (_none, i) => many[i % many.length]).join('');
  const script = '<script type="module" src="/ours/index.js"></script>';
  const link = '<link rel="stylesheet" href="/qd.css">';
  const pages = {
    '100 cards, qd.css': page(link, `<div class="grid">${hundred}</div>${script}`),
    '100 cards, without': page('', `<div class="grid">${hundred}</div>${script}`),
    'grid, qd.css': page(link, `<div class="qd-grid">${cards}</div><p>后文</p>${script}`),
    'column, qd.css': page(link, `<div>${cards}</div><p>后文</p>${script}`),
    'grid, without': page('', `<div class="grid">${cards}</div><p>后文</p>${script}`),
    'column, without': page('', `<div>${cards}</div><p>后文</p>${script}`),
  };
  const seen = {};
  stage.delay = 1000;
  for (const [name, html] of Object.entries(pages)) {
    // No dot, by which the server knows a file's type.
    const path = `/shift/${name.replace(/\W+/g, '-')}`;
    stage.served.set(path, html);
    for (const width of [1280, 360]) {
      const tab = await stage.open(path, {before: watch, width, cache: false});
      await tab.waitForFunction(
        (count) => {
          const shown = [...document.querySelectorAll('qd-metric')];
          return shown.length >= count && shown.every(({state}) => state === 'ready');
        },
        {timeout: 60_000},
        seed().observations.length,
      );
      await settled(tab);
      seen[`${name}, ${width} px`] = await tab.evaluate(() => ({
        shift: globalThis.shift,
        moved: globalThis.moved(),
      }));
      await tab.close();
    }
  }
  stage.delay = 0;
  return seen;
}
