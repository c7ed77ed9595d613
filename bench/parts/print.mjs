import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {call} from '../measure.mjs';
import {page} from '../stage.mjs';
import {POINTS, chartReport} from './charts.mjs';

const CARDS = 200;
const CHARTS = 30;

/** Whether paper gets all of a long page. */
export async function print(stage) {
  await stage.serve('ours');
  await stage.serve('charts-ours');
  const cards = Array.from({length: CARDS}, (_none, i) => stage.cards[i % stage.cards.length]);
  const tags = cards.map(
    ({indicator, text}) => `<qd-metric report="qingdao-2024-h1" indicator="${indicator}">${text}</qd-metric>`,
  );
  const scripts = ['ours', 'charts-ours']
    .map((name) => `<script type="module" src="/${name}/index.js"></script>`)
    .join('');
  stage.served.set(
    '/print/',
    page('', `<div id="root"></div><div class="grid">${tags.join('')}</div>${stage.harness}${scripts}`),
  );
  const tab = await stage.open('/print/?n=0');
  await tab.waitForFunction('globalThis.draw');
  const report = chartReport(CHARTS);
  await call(tab, 'draw', CHARTS, report);
  const pdf = Buffer.from(await tab.pdf({timeout: 120_000}));
  const drawn = await tab.evaluate(
    () =>
      [...document.querySelectorAll('qd-chart')].filter((el) => el.shadowRoot.querySelector('.drawn')).length,
  );
  await tab.close();
  const text = textOf(pdf);
  // A canvas is printed as lines, not as an image: of a chart its numbers are looked for, which stand at its marks.
  const marks = report.observations.map(({value}, i) => [
    value,
    Math.min(i, CHARTS - 1) - Math.max(0, i - POINTS + 1) + 1,
  ]);
  const charts = Math.floor(countIn(text, marks) / POINTS);
  // Of a figure its numeral: the smaller words beside it stand on lines of their own in what is read from a PDF.
  const counted = new Map();
  for (const {pieces} of cards) {
    const [, numeral] = pieces.find(([kind]) => kind === 'n');
    counted.set(numeral, (counted.get(numeral) ?? 0) + 1);
  }
  return {
    cards: text ? countIn(text, counted) : NaN,
    ofCards: CARDS,
    charts: text ? Math.min(drawn, charts) : NaN,
    ofCharts: CHARTS,
  };
}

/** How many of these lines a text has, each counted as often as it is wanted. */
function countIn(text = [], wanted) {
  return [...wanted].reduce(
    (sum, [line, times]) => sum + Math.min(times, text.filter((other) => other === line).length),
    0,
  );
}

/** The lines of a PDF, or nothing where no program can read it. */
function textOf(pdf) {
  const folder = mkdtempSync(join(tmpdir(), 'qd-bench-'));
  const path = join(folder, 'print.pdf');
  writeFileSync(path, pdf);
  const {stdout, status} = spawnSync('pdftotext', ['-raw', path, '-'], {encoding: 'utf8', maxBuffer: 1e8});
  rmSync(folder, {recursive: true, force: true});
  // A form of the same character may stand in the PDF: ⽀ for 支.
  return status === 0 ? stdout.normalize('NFKC').split('\n') : undefined;
}
