// A list or a table of the package; which one, and its report, the bench says.
import 'qd-widgets/widgets/qd-issue-list.js';
import 'qd-widgets/widgets/qd-table.js';

globalThis.draw = async (tag, report) => {
  const el = document.createElement(tag);
  el.pageSize = 1e6;
  el.report = report;
  document.querySelector('#root').append(el);
  while (el.state !== 'ready') await new Promise((resolve) => requestAnimationFrame(resolve));
};
contest({fill() {}, change() {}});
