import {existsSync} from 'node:fs';
import {parseReport} from '../parse-report.js';
import {describeIssue, ReportError} from '../report-error.js';
import type {Report} from '../schema.js';
import {InputError, UsageError} from './command.js';
import {bundledIds, bundledReport} from './package-files.js';
import {readInput} from './read-input.js';

/**
 * The report of a file, or of standard input for `-`, checked whole.
 *
 * @throws UsageError when it can't be read, InputError with a line for each thing that is not of the format.
 */
export function readReportFile(file: string): Report {
  const text = readInput(file);
  try {
    return parseReport(JSON.parse(text));
  } catch (error) {
    const messages =
      error instanceof ReportError
        ? error.issues.map((issue) => describeIssue(issue, 'en'))
        : [`not JSON: ${(error as Error).message}`];
    throw new InputError(messages.map((message) => `${file}: ${message}`).join('\n'));
  }
}

/** A report, and whether the embed files carry it. */
export interface GivenReport {
  report: Report;
  isBundled: boolean;
}

/**
 * The report that an argument names: a bundled one by its id, otherwise a file, or standard input for `-`.
 *
 * @throws as {@link readReportFile}; UsageError naming the bundled ids where there is neither.
 */
export function readReport(name: string): GivenReport {
  const bundled = bundledReport(name);
  if (bundled !== undefined) return {report: JSON.parse(bundled) as Report, isBundled: true};
  if (name !== '-' && !existsSync(name)) {
    throw new UsageError(
      `No file "${name}", and no bundled report of that id. Bundled: ${bundledIds().join(', ')}`,
    );
  }
  return {report: readReportFile(name), isBundled: false};
}

/**
 * The address of the folder that has `embed/` in it, with a slash at its end.
 *
 * @throws UsageError when it is no http(s) address, or a path.
 */
export function readBase(base: string): string {
  const isPath = /^\/(?!\/)/.test(base);
  let url: URL | undefined;
  try {
    url = new URL(base, isPath ? 'https://a.invalid' : undefined);
  } catch {
    // Told below.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw new UsageError(
      `--base is the address of a folder, as https://www.example.gov.cn/qd/; not "${base}"`,
    );
  }
  const address = isPath ? url.pathname : url.href;
  return address.endsWith('/') ? address : `${address}/`;
}
