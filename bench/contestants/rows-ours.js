// A list or a table of the package; which one, and its report, the bench says.
import 'qd-widgets/widgets/qd-issue-list.js';
import 'qd-widgets/widgets/qd-table.js';
import {registerBundledReport} from 'qd-widgets/src/report-registry.js';

async function show(tag, given) {
  const root = document.querySelector('#root');
  // A table has the width of the page, not of a card.
  root.className = '';
  const el = document.createElement(tag);
  Object.assign(el, {pageSize: 1e6, ...given});
  root.append(el);
  while (el.state !== 'ready') await new Promise((resolve) => requestAnimationFrame(resolve));
  // All rows, and not only the first of many.
  await el.updateComplete;
}

/** Of a report that counts as proven when the package was built. */
globalThis.draw = (tag, report) => {
  registerBundledReport('made', () => report);
  return show(tag, {report: 'made'});
};
/** Of the page's own report, which is fetched and checked. */
globalThis.drawFrom = (tag, src) => show(tag, {src});
contest({fill() {}, change() {}});
