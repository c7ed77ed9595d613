import {aReport, seed} from '../stage.mjs';
import {duel} from './drawing.mjs';

/** Figures in a chart. */
export const POINTS = 12;
const COUNTS = [20, 100];

/** Counts of one kind, each its own: enough that each of so many charts of 12 shows others. */
export function chartReport(charts = Math.max(...COUNTS)) {
  const report = aReport(charts + POINTS - 1);
  const [count] = seed().observations.filter(({printed}) => printed === '14个');
  const observations = report.observations.map(({indicator, label}, i) => {
    const value = String(120 + 7 * i);
    return {...count, indicator, label, value, printed: `${value}个`};
  });
  return {...report, observations};
}

/** Bar charts of 12 points against chart.js as its manual says, which draws all at once. */
export async function charts(stage, {rounds}) {
  const contestants = ['charts-ours', 'charts-plain'];
  const report = chartReport();
  const seen = {};
  for (const count of COUNTS) {
    seen[`${count} in a long page`] = await duel(stage, rounds, contestants, [count, report], {
      redraws: true,
    });
    console.error(`charts: ${count}`);
  }
  // So tall a window that none is out of sight.
  seen['20, all in view'] = await duel(stage, rounds, contestants, [20, report], {
    height: 9000,
    weighs: false,
  });
  return seen;
}
