import {parseArgs} from 'node:util';
import {extractFigures} from '../extract-figures.js';
import {UsageError, type Command} from './command.js';
import {readInput} from './read-input.js';

/** `qd figures`: every figure of a text as JSON. */
export const figures: Command = {
  summary: 'list every figure of a text as JSON',
  help: `Usage: qd figures TEXT

Prints a JSON array with a row for each number of a Chinese report, in text order:
{start, end, value, scale, unit, qualifier, kind, label, isKpi, direction}. Offsets are UTF-16 code units, end
exclusive; scale and qualifier are as written.

TEXT is a UTF-8 file, or - for standard input.

  --help   this help

Exit status: 0 done, 2 wrong use.
`,
  run(args) {
    const {positionals} = parseArgs({args, allowPositionals: true, options: {}});
    const [file, ...others] = positionals;
    if (file === undefined || others.length) throw new UsageError('Give one text: qd figures TEXT');
    const rows = extractFigures(readInput(file)).map((row) => `  ${JSON.stringify(row)}`);
    process.stdout.write(rows.length ? `[\n${rows.join(',\n')}\n]\n` : '[]\n');
    return 0;
  },
};
