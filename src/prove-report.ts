import {parseReport, parseSteps} from './parse-report.js';
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

/**
 * As {@link proveReport}, step by step, for an object that nobody else can change meanwhile.
 *
 * @param pause - Waits between two steps.
 * @throws ReportError; rejects.
 */
export async function proveInSteps(input: unknown, pause: () => Promise<void>): Promise<Report> {
  for (const step = parseSteps(input); !step.next().done;) await pause();
  proven.add(input as object);
  return input as Report;
}
