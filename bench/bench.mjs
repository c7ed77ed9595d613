/**
 * What a page pays for its cards: ours against hand-written HTML, against the least custom elements, and against
 * two libraries. All in one browser, in rounds, so that a busy machine is busy for all; only ratios count.
 */
import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {cards} from './parts/cards.mjs';
import {charts} from './parts/charts.mjs';
import {heap} from './parts/heap.mjs';
import {lists} from './parts/lists.mjs';
import {many} from './parts/many.mjs';
import {parse} from './parts/parse.mjs';
import {print} from './parts/print.mjs';
import {shift} from './parts/shift.mjs';
import {resultTables, writePage} from './results.mjs';
import {openStage} from './stage.mjs';

/** What can be measured, in this order. */
const PARTS = {cards, heap, shift, lists, charts, print, parse, many};

const USAGE = `Measures what cards cost, against others, in one browser.

  npm run bench                          everything; many minutes
  npm run bench -- --quick               the same with fewer contestants, sizes and rounds, some minutes
  npm run bench -- lists charts          only these parts of: ${Object.keys(PARTS).join(', ')}
  npm run bench -- cards --only ours,static --n 1000 --rounds 5
  npm run bench -- cards --slow 1        slowdowns of the processor: 1, 4, or 1,4 (default)
  npm run bench -- --json FILE           where the numbers go (default bench/results.json)
  npm run bench -- --write               writes the tables into docs/benchmark.md as well`;

function readOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        only: {type: 'string'},
        n: {type: 'string'},
        rounds: {type: 'string'},
        slow: {type: 'string'},
        json: {type: 'string', default: 'bench/results.json'},
        quick: {type: 'boolean', default: false},
        write: {type: 'boolean', default: false},
        help: {type: 'boolean', short: 'h', default: false},
      },
    });
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

const {values: options, positionals} = readOptions();
const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
if (options.help || unknown.length) {
  console.log(unknown.length ? `No part ${unknown.join(', ')}.\n\n${USAGE}` : USAGE);
  process.exit(unknown.length ? 2 : 0);
}
process.chdir(fileURLToPath(new URL('../', import.meta.url)));

const list = (text) => text.split(',').filter(Boolean);
const {quick} = options;
const plan = {
  names: list(
    options.only ??
      (quick
        ? 'ours,ours-with-report,static,lit'
        : 'ours,ours-with-report,static,lit,vanilla,material,webawesome'),
  ),
  counts: list(options.n ?? (quick ? '10,1000' : '10,100,1000,5000')).map(Number),
  slowdowns: list(options.slow ?? (quick ? '1' : '1,4')).map(Number),
  rounds: Number(options.rounds ?? (quick ? 3 : 5)),
};

const started = Date.now();
const stage = await openStage();
const result = {browser: stage.browserName, date: new Date().toISOString(), quick, rounds: plan.rounds};
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (positionals.length && !positionals.includes(name)) continue;
    result[name] = await measure(stage, plan);
  }
} finally {
  await stage.close();
}
result.seconds = Math.round((Date.now() - started) / 1000);
console.log(resultTables(result));
writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
if (options.write) await writePage(result);
console.error(`${options.json}: the numbers, in ${result.seconds} s`);
