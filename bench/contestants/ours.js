// The widget of this package with a bundled report, as its README says: the first card asks for the report.
import 'qd-widgets/widgets/qd-metric.js';

contest({
  fill: (root, cards) =>
    (root.innerHTML = cards
      .map(
        ({indicator, text}) =>
          `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${text}</qd-metric>`,
      )
      .join('')),
  // It says itself when it has drawn; looked for once a frame.
  isDrawn: (card) => card.state === 'ready',
  change: (root, cards) => [...root.children].forEach((el, i) => (el.indicator = cards[i].indicator)),
});
