// Charts of the package, of a report that counts as proven when the package was built.
import 'qd-widgets/widgets/qd-chart.js';
import {registerBundledReport} from 'qd-widgets/src/report-registry.js';

const POINTS = 12;

const charts = () => [...document.querySelector('#root').children];
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
/** Whether all that are in the window are drawn; those below it need not be. */
const areDrawn = () => {
  for (const el of charts()) {
    if (el.getBoundingClientRect().top > innerHeight) break;
    if (!el.shadowRoot.querySelector('.drawn')) return false;
  }
  return true;
};

globalThis.draw = async (count, report) => {
  // Each figure ten times as large, in its letters too.
  const raised = report.observations.map((observation) => ({
    ...observation,
    value: `${observation.value}0`,
    printed: observation.printed.replace(/\d(?=\D*$)/, '$&0'),
  }));
  registerBundledReport('first', () => report);
  registerBundledReport('second', () => ({...report, observations: raised}));
  const root = document.querySelector('#root');
  let ready = 0;
  const all = new Promise((resolve) =>
    root.addEventListener('qd-ready', () => {
      ready++;
      if (ready === count) resolve();
    }),
  );
  const ids = report.observations.map(({indicator}) => indicator);
  root.innerHTML = Array.from(
    {length: count},
    (_none, i) => `<qd-chart report="first" indicators="${ids.slice(i, i + POINTS).join(' ')}"></qd-chart>`,
  ).join('');
  await all;
  while (!areDrawn()) await frame();
};
globalThis.redraw = async () => {
  for (const el of charts()) el.report = 'second';
  await Promise.all(charts().map((el) => el.updateComplete));
};
contest({fill() {}, change() {}});
