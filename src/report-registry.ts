import type {Report} from './schema.js';

/** A report, or a function that gives or fetches one when a card first asks for it. */
export type ReportLoader = unknown | (() => unknown);

interface Entry {
  load: () => unknown;
  /** Proven when the package was built, so a page need not check it again. */
  bundled: boolean;
  /** The report, or the promise of it, once somebody has asked. */
  result?: Report | Promise<Report>;
}

const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();

/** Whether something is on its way. */
export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as {then?: unknown} | null)?.then === 'function';

function add(id: string, load: () => unknown, bundled: boolean): void {
  entries.set(id, {load, bundled});
  for (const listener of [...listeners]) listener();
}

/**
 * Makes a report known under an id, so that `<qd-metric report="id">` and {@link loadReport} find it, also
 * when the tag stands in the page already. A later registration of an id replaces the earlier one for cards that come after it.
 *
 * @param report - The report as an object, or a function that returns it or a promise of it. It is called
 *   when the report is first asked for, and its result is checked whole, as by `parseReport`: in steps, so that
 *   a page takes its turns meanwhile.
 */
export function registerReport(id: string, report: ReportLoader): void {
  // Async, so that a loader that throws rejects.
  add(id, async () => (typeof report === 'function' ? (report as () => unknown)() : report), false);
}

/** Like {@link registerReport} for a report that was proven when the package was built. */
export function registerBundledReport(id: string, load: () => Report | Promise<Report>): void {
  add(id, load, true);
}

/** The ids that {@link loadReport} knows, in the order in which they came. */
export function reportIds(): string[] {
  return [...entries.keys()];
}

/** Calls back whenever a report is registered; returns what ends that. */
export function onRegister(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The report, at once where it is at hand, or the promise of it; `undefined` for an unknown id.
 * A loader that failed is asked again the next time.
 */
export function findReport(id: string): Report | Promise<Report> | undefined {
  const entry = entries.get(id);
  if (!entry) return undefined;
  if (entry.result) return entry.result;
  const prove = (value: unknown) => {
    // A JSON module arrives as the default export.
    const report = (value as {default?: unknown} | null)?.default ?? value;
    // Checked by the parser, which brings zod: only for a report that is not the package's own.
    return entry.bundled
      ? (report as Report)
      : import('./prove-report.js').then((own) => own.proveReport(report));
  };
  const given = entry.load();
  const result = isPromise(given) ? given.then(prove) : prove(given);
  entry.result = result;
  if (isPromise(result)) {
    (result as Promise<Report>).then(
      (report) => (entry.result = report),
      () => (entry.result = undefined),
    );
  }
  return result;
}

/**
 * A bundled or registered report.
 *
 * @throws Error naming the known ids when there is none of that id; ReportError when a registered one is
 *   not valid; whatever its loader throws. All as a rejected promise.
 */
export async function loadReport(id: string): Promise<Report> {
  const report = findReport(id);
  if (!report) {
    throw new Error(`No report "${id}". Known: ${reportIds().join(', ') || 'none'}. Use registerReport().`);
  }
  return report;
}
