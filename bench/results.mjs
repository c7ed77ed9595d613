/** The numbers of a run as tables, each target beside what was measured. */
import {readFileSync, writeFileSync} from 'node:fs';
import {format, resolveConfig} from 'prettier';

const PAGE = 'docs/benchmark.md';
const BEGIN = '<!-- npm run bench -- --write -->';
const END = '<!-- end -->';

const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
const number = (value, digits = 2) => (isNumber(value) ? value.toFixed(digits) : '–');
const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (title, head, rows) =>
  [`### ${title}`, '', row(head), row(head.map((_cell, i) => (i ? '---:' : '---'))), ...rows.map(row)].join(
    '\n',
  );

/**
 * Each target: what it is, its limit, and what the run measured, which is not a number where that part did not run.
 */
function targets({cards, heap, shift, lists, charts, print, parse, many}) {
  const at = (n, name) => cards?.[1]?.[n]?.[name];
  const over = (n, other, what = 'cpu', name = 'ours') => at(n, name)?.[what] / at(n, other)?.[what];
  const shiftOf = (kind) =>
    shift &&
    Math.max(...Object.entries(shift).flatMap(([name, seen]) => (name.startsWith(kind) ? seen.shift : [])));
  const first = at(1000, 'ours') ?? at(10, 'ours');
  const drawing = [
    ['ours', ''],
    ['ours-with-report', ', report with the script'],
  ].flatMap(([name, how]) => {
    const peers = ['material', 'webawesome'].map((other) => over(1000, other, 'cpu', name)).filter(isNumber);
    return [
      [`CPU of 1,000 cards, × static${how}`, 0.7, over(1000, 'static', 'cpu', name)],
      [`CPU of 1,000 cards, × minimal LitElement${how}`, 0.65, over(1000, 'lit', 'cpu', name)],
      [`CPU of 5,000 cards, × static${how}`, 0.7, over(5000, 'static', 'cpu', name)],
      [
        `CPU of 1,000 cards, × the best of the libraries${how}`,
        0.25,
        peers.length ? Math.max(...peers) : NaN,
      ],
      [`CPU per card at 5,000, × at 1,000${how}`, 1, at(5000, name)?.perCard / at(1000, name)?.perCard],
      [
        `Whole page of 10 cards, start included, × minimal LitElement${how}`,
        1.2,
        over(10, 'lit', 'page', name),
      ],
    ];
  });
  return [
    ...drawing,
    ['Heap per card, × static', 0.85, heap?.ours / heap?.static],
    ['Nodes of a card, without 2 for each optional part', 16, first?.nodes - 2 * first?.optional, 0],
    ['Update of 1,000 cards, × static', 0.45, over(1000, 'static', 'update')],
    ['Layout shift of 100 cards with `qd.css`, script 1 s late', 0, shiftOf('100 cards, qd.css'), 4],
    ['Layout shift of 100 cards without it', 0.01, shiftOf('100 cards, without'), 4],
    ['Layout shift in `qd-grid`, a line below, with `qd.css`', 0, shiftOf('grid, qd.css'), 4],
    ['Layout shift in a grid, a line below, without it', 0.01, shiftOf('grid, without'), 4],
    ['`qd-table` of 1,000 rows, CPU × static rows', 0.6, lists?.['qd-table'].ratio],
    ['`qd-table` of 1,000 rows, memory × static rows', 0.65, lists?.['qd-table'].heapRatio],
    ['`qd-issue-list` of 1,000 rows, CPU × static rows', 0.6, lists?.['qd-issue-list'].ratio],
    ['`qd-issue-list` of 1,000 rows, memory × static rows', 0.65, lists?.['qd-issue-list'].heapRatio],
    ['100 charts in a long page, CPU × chart.js', 0.35, charts?.['100 in a long page'].ratio],
    ['100 charts, update × chart.js', 0.3, charts?.['100 in a long page'].updateRatio],
    ['20 charts, all drawn, CPU × chart.js', 1.15, charts?.['20, all in view'].ratio],
    ['Figures missing in a PDF of 200 cards', 0, print?.ofCards - print?.cards, 0],
    ['Charts missing in a PDF of 30', 0, print?.ofCharts - print?.charts, 0],
    [
      'Parse and check of 10,000 figures, per figure × of 1,000',
      1.5,
      parse?.[10_000].parse / 10 / parse?.[1000].parse,
    ],
    ['A table of 10,000 figures from an address: longest task, ms', 200, parse?.[10_000].longest, 0],
    ['10,000 cards in a page: work, s', 10, (many?.ours.cpu - many?.bare.cpu) / 1000, 1],
    ['10,000 cards in a page: longest task, ms', 200, many?.ours.longest, 0],
  ].filter(([, , measured]) => isNumber(measured));
}

function targetTable(result) {
  const rows = targets(result).map(([what, limit, measured, digits = 2]) => [
    what,
    `≤ ${limit}`,
    number(measured, digits),
    Number(measured.toFixed(digits)) <= limit ? 'yes' : '**no**',
  ]);
  return rows.length ? table('Targets', ['What', 'Target', 'Measured', 'Held'], rows) : '';
}

function cardTables(cards = {}) {
  return Object.entries(cards).flatMap(([slow, byCount]) =>
    Object.entries(byCount).map(([n, rows]) => {
      const base = rows.static ?? Object.values(rows)[0];
      return table(
        `${Number(n).toLocaleString('en')} cards${slow > 1 ? `, processor ${slow} × slower` : ''}`,
        [
          'Contestant',
          'kB brotli',
          'First, ms',
          'All, ms',
          'CPU, ms',
          'CPU, × static',
          'Update, × static',
          'Nodes',
        ],
        Object.entries(rows).map(([name, seen]) => [
          name,
          number(seen.bytes / 1000, 1),
          number(seen.first, 0),
          number(seen.all, 0),
          number(seen.cpu, 0),
          number(seen.cpu / base.cpu),
          number(seen.update / base.update),
          seen.nodes,
        ]),
      );
    }),
  );
}

/** All tables of a run, as Markdown. */
export function resultTables(result) {
  const {heap, shift, lists, charts, print, parse, many} = result;
  const duels = (title, seen) =>
    table(
      title,
      ['What', 'CPU, ms', 'Theirs, ms', 'CPU, ×', 'Update, ×', 'Memory, ×'],
      Object.entries(seen).map(([what, duel]) => [
        what,
        number(duel.cpu, 0),
        number(duel.theirs, 0),
        number(duel.ratio),
        number(duel.updateRatio),
        number(duel.heapRatio),
      ]),
    );
  return [
    targetTable(result),
    ...cardTables(result.cards),
    heap &&
      table(
        'Heap of one more card, between 1,000 and 5,000',
        ['Contestant', 'Bytes', '× static'],
        Object.entries(heap).map(([name, bytes]) => [name, number(bytes, 0), number(bytes / heap.static)]),
      ),
    shift &&
      table(
        'Layout shift, script 1 s late',
        ['Page', 'Shift', 'Moved, px'],
        Object.entries(shift).map(([name, seen]) => [name, number(seen.shift, 4), number(seen.moved, 0)]),
      ),
    lists && duels('1,000 rows against static rows', lists),
    charts && duels('Bar charts of 12 points against plain chart.js', charts),
    print &&
      table(
        'A PDF of a long page',
        ['What', 'In the page', 'In the PDF'],
        [
          ['Figures', print.ofCards, number(print.cards, 0)],
          ['Charts', print.ofCharts, print.charts],
        ],
      ),
    parse &&
      table(
        'A report of the page’s own',
        [
          'Figures',
          'Parsed and checked, ms',
          'Table of all from an address, ms',
          'Longest task, ms',
          'Tasks over 200 ms',
        ],
        Object.entries(parse).map(([size, seen]) => [
          Number(size).toLocaleString('en'),
          number(seen.parse, 0),
          number(seen.drawn, 0),
          number(seen.longest, 0),
          seen.over200,
        ]),
      ),
    many &&
      table(
        '10,000 cards in a page',
        ['Page', 'All drawn, ms', 'CPU, ms', 'Longest task, ms', 'Longest without a turn, ms'],
        Object.entries(many).map(([name, seen]) => [
          name === 'bare' ? 'without the script' : name,
          number(seen.took, 0),
          number(seen.cpu, 0),
          number(seen.longest, 0),
          number(seen.gap, 0),
        ]),
      ),
  ]
    .filter(Boolean)
    .map((text) => `\n${text}\n`)
    .join('');
}

/** Puts the tables into the documentation. */
export async function writePage(result) {
  const given = readFileSync(PAGE, 'utf8');
  const [before, after] = [given.indexOf(BEGIN), given.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${PAGE} has no place for the tables`);
  const said = `${result.browser.replace(/ at .*/, '')}, ${result.date.slice(0, 10)}, ${result.rounds} rounds, ${result.seconds} s.`;
  const text = `${given.slice(0, before)}${BEGIN}\n\n${said}\n${resultTables(result)}\n${given.slice(after)}`;
  writeFileSync(PAGE, await format(text, {...(await resolveConfig(PAGE)), filepath: PAGE}));
}
