import {copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {parseArgs} from 'node:util';
import {reportFiles} from '../embed/report-files.js';
import {InputError, UsageError, type Command} from './command.js';
import {distPath, embedHashes} from './package-files.js';
import {readBase, readReport} from './read-report.js';

/** `qd report`: a report as static files. */
export const report: Command = {
  summary: 'write a report as static files: page, cards, data',
  help: `Usage: qd report REPORT --out DIR [--base URL]

Writes what a portal serves of a report, without a server program: DIR/index.html, the page of the whole report;
DIR/embed/, the page of every figure and list, the scripts and the style sheet; and the data as JSON, CSV and
JSON-LD. Every page is complete without scripts.

REPORT is a bundled report's id, a file, or - for standard input.

  --out DIR    the folder; it is made where there is none. Files of the same names are written anew, other files
               stay; a page there that this command has not written is not replaced
  --base URL   the address that DIR will have, as https://www.example.gov.cn/qd/: previews of links, oEmbed and
               canonical addresses need it
  --help       this help

What was written goes to standard output, messages to standard error.
Exit status: 0 written, 1 the report falls short or the folder holds another page, 2 wrong use.
`,
  async run(args) {
    const {values, positionals} = parseArgs({
      args,
      allowPositionals: true,
      options: {out: {type: 'string'}, base: {type: 'string'}},
    });
    const [name, ...others] = positionals;
    if (name === undefined || others.length)
      throw new UsageError('Give one report: qd report REPORT --out DIR');
    const {out} = values;
    if (!out) throw new UsageError('Say where to write: qd report REPORT --out DIR');
    const base = values.base === undefined ? undefined : readBase(values.base);
    if (base?.startsWith('/'))
      throw new UsageError('--base is a whole address: https://www.example.gov.cn/qd/');
    const {report, isBundled} = readReport(name);
    refuseForeign(out);

    let pages = 0;
    let files = 0;
    for await (const {path, content} of reportFiles(report, {base, isBundled})) {
      write(join(out, ...path.split('/')), content);
      files++;
      if (path.endsWith('.html')) pages++;
    }
    const scripts = [...Object.keys(embedHashes()), 'sri.json'];
    mkdirSync(join(out, 'embed'), {recursive: true});
    for (const file of scripts) copyFileSync(distPath(`embed/${file}`), join(out, 'embed', file));
    console.log(
      `${join(out, 'index.html')}: ${report.observations.length} figures, ${pages} pages, ` +
        `${files + scripts.length} files`,
    );
    if (!base) {
      console.error('Without --base, previews of links and oEmbed have no whole addresses. Add --base URL.');
    }
    return 0;
  },
};

/** What the pages carry that this command has written. */
const SIGN = '<meta name="generator" content="qd-widgets" />';

/** @throws InputError where the folder's page is somebody else's. */
function refuseForeign(out: string): void {
  if (existsSync(out) && !statSync(out).isDirectory()) throw new UsageError(`${out} is not a folder`);
  const page = join(out, 'index.html');
  if (existsSync(page) && !readFileSync(page, 'utf8').includes(SIGN)) {
    throw new InputError(`${page} is another page: it is not replaced. Give an empty folder with --out.`);
  }
}

function write(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(file), {recursive: true});
    writeFileSync(file, content);
  } catch (error) {
    throw new UsageError(`Can't write ${file}: ${(error as Error).message}`);
  }
}
