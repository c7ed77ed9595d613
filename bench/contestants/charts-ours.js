import 'qd-widgets/widgets/qd-chart.js';

globalThis.draw = async (count, report) => {
  const root = document.querySelector('#root');
  for (let i = 0; i < count; i++) {
    const el = document.createElement('qd-chart');
    el.indicators = report.observations.map(({indicator}) => indicator).join(' ');
    el.report = report;
    root.append(el);
  }
  const ready = (el) => el.state === 'ready';
  const drawn = (el) => {
    const {top} = el.getBoundingClientRect();
    return top > innerHeight || el.shadowRoot.querySelector('.drawn');
  };
  while (![...root.children].every(ready) || ![...root.children].every(drawn)) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
};
contest({fill() {}, change() {}});
