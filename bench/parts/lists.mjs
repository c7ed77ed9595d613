import {aReport, rowTexts} from '../stage.mjs';
import {duel} from './drawing.mjs';

const ROWS = 1000;

/** A table and a list of 1,000 rows, against the same rows as static HTML. */
export async function lists(stage, {rounds}) {
  const contestants = ['rows-ours', 'rows-static'];
  const given = {'qd-table': aReport(ROWS), 'qd-issue-list': aReport(1, ROWS)};
  const seen = {};
  for (const [tag, report] of Object.entries(given)) {
    seen[tag] = await duel(stage, rounds, contestants, [tag, report, await rowTexts(report)]);
    console.error(`lists: ${tag}`);
  }
  return seen;
}
