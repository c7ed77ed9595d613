// Charts of the package, of a report that counts as proven when the package was built.
import 'qd-widgets/widgets/qd-chart.js';
import {registerBundledReport} from 'qd-widgets/src/report-registry.js';

const charts = () => [...document.querySelector('#root').children];
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const isDrawn = (el) => {
  const {top} = el.getBoundingClientRect();
  return el.state === 'ready' && (top > innerHeight || el.shadowRoot.querySelector('.drawn'));
};

globalThis.draw = async (count, report) => {
  const raised = report.observations.map((observation) => ({...observation, value: `${observation.value}0`}));
  registerBundledReport('first', () => report);
  registerBundledReport('second', () => ({...report, observations: raised}));
  const indicators = report.observations.map(({indicator}) => indicator).join(' ');
  document.querySelector('#root').innerHTML =
    `<qd-chart report="first" indicators="${indicators}"></qd-chart>`.repeat(count);
  while (!charts().every(isDrawn)) await frame();
};
globalThis.redraw = async () => {
  for (const el of charts()) el.report = 'second';
  await Promise.all(charts().map((el) => el.updateComplete));
};
contest({fill() {}, change() {}});
