import {parseReport} from './parse-report.js';
import type {Report} from './schema.js';

const proven = new WeakSet<object>();

/**
 * The same object, once it is known to be a valid report. Each object is checked at most once.
 *
 * @throws ReportError when it is no valid report.
 */
export function proveReport(input: unknown): Report {
  if (typeof input === 'object' && input !== null && proven.has(input)) return input as Report;
  const report = parseReport(input);
  proven.add(report);
  return report;
}
