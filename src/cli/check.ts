import {dirname, join} from 'node:path';
import {parseArgs} from 'node:util';
import {checkReport} from '../check-report.js';
import {UsageError, type Command} from './command.js';
import {readInput} from './read-input.js';
import {readReportFile} from './read-report.js';

/** `qd check`: proves a report against its source text. */
export const check: Command = {
  summary: 'prove every figure of a report against its source text',
  help: `Usage: qd check REPORT.json [--text SOURCE.txt]

Proves that every quote stands in the source and every number in its quote, with that value, scale, unit and
qualifier; and that no number of the source is left without an observation or an explanation.

REPORT.json may be - for standard input; then --text is needed.

  --text FILE   the source text; otherwise the file that the report names, beside the report
  --help        this help

The summary goes to standard output, each fault to standard error.
Exit status: 0 proved, 1 not proved, 2 wrong use.
`,
  run(args) {
    const {values, positionals} = parseArgs({
      args,
      allowPositionals: true,
      options: {text: {type: 'string'}},
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length) throw new UsageError('Give one report: qd check REPORT.json');
    if (file === '-' && values.text === undefined) {
      throw new UsageError('A report from standard input has no source beside it. Add --text SOURCE.txt');
    }

    const report = readReportFile(file);
    const source = readInput(values.text ?? join(dirname(file), report.source.text));
    const {proved, observations, ignored, faults} = checkReport(report, source);
    console.log(`${proved} of ${observations} figures proved; ${ignored} other numbers explained`);
    for (const fault of faults) console.error(fault.message);
    return faults.length ? 1 : 0;
  },
};
