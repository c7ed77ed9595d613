import {basename} from 'node:path';
import {parseArgs} from 'node:util';
import {draftReport} from '../draft-report.js';
import {InputError, UsageError, type Command} from './command.js';
import {readInput} from './read-input.js';

const DATE = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';

/** `qd draft`: a report to begin with. */
export const draft: Command = {
  summary: 'draft a report from its text, for an editor to finish',
  help: `Usage: qd draft TEXT [--id ID] [--publisher NAME] [--period START/END] [--url URL] [--published DATE]

Prints a report drafted from a Chinese text: areas, items, problems and plans by its headings (一、 （一） 一是), an
observation for each figure with its sentence, and the reason why each other number is none.

TEXT is a UTF-8 file, or - for standard input.

  --id ID              id of the report, as qingdao-2024-h1; otherwise the file's name
  --publisher NAME     who publishes it
  --period START/END   as 2024-01-01/2024-06-30; otherwise a guess from the text
  --url URL            where the text is published
  --published DATE     when, as 2024-07-18
  --help               this help

An editor then has to: give each indicator, area and item an id that says what it is; correct the labels; write
the English of every text; link problems to plans; decide on each number that is left. qd check names what is
missing:

  qd draft report.txt > report.json
  qd check report.json --text report.txt

Exit status: 0 printed, 1 the text falls short, 2 wrong use.
`,
  run(args) {
    const {values, positionals} = parseArgs({
      args,
      allowPositionals: true,
      options: {
        id: {type: 'string'},
        publisher: {type: 'string'},
        period: {type: 'string'},
        url: {type: 'string'},
        published: {type: 'string'},
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length) throw new UsageError('Give one text: qd draft TEXT');
    const {publisher, url, published} = values;
    const [, start, end] = new RegExp(`^(${DATE})/(${DATE})$`).exec(values.period ?? '') ?? [];
    if (values.period !== undefined && (!start || !end || start > end)) {
      throw new UsageError(`--period is two dates, as 2024-01-01/2024-06-30; not "${values.period}"`);
    }
    if (published !== undefined && !new RegExp(`^${DATE}$`).test(published)) {
      throw new UsageError(`--published is a date, as 2024-07-18; not "${published}"`);
    }
    const text = readInput(file);
    const name = file === '-' ? 'report.txt' : basename(file).replace(/[^\w.-]+/g, '-');
    const id = values.id ?? idOf(name);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
      throw new UsageError(`--id is of small letters, digits and hyphens, as qingdao-2024-h1; not "${id}"`);
    }
    let report;
    try {
      const period = start && end ? {start, end} : undefined;
      report = draftReport(text, {id, text: name, publisher, url, published, period});
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new InputError(`${file}: ${error.message}. Add --period START/END`);
    }
    if (!report.observations.length) throw new InputError(`${file}: no figure found`);
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    if (!publisher) console.error('The publisher is not named: add --publisher NAME, or write it in.');
    if (!start) {
      console.error(
        `The period is a guess: ${report.period.start}/${report.period.end}. --period START/END sets it.`,
      );
    }
    return 0;
  },
};

/** The file's name as an id; `report` where it has no letter that an id may have. */
function idOf(name: string): string {
  const id = name
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id || 'report';
}
