import {parseSteps} from './parse-report.js';
import type {Report} from './schema.js';

/** How long one task goes on with a report, in ms. Most are done with sooner. */
const SLICE = 50;

/** What is proven, or is about to be. */
const proofs = new WeakMap<object, Promise<Report>>();

/**
 * The same object, once it is known to be a valid report. Each object is checked at most once, step by step, with a turn for
 * the page after each that took long, so that ten thousand figures do not make it wait. Nothing is copied: what a script
 * changes in the object meanwhile goes unseen, as it would afterwards.
 *
 * @param pause - Waits for the next task where this one has been at work for long; see `pauses`.
 * @throws ReportError when it is no valid report; rejects.
 */
export function proveReport(input: unknown, pause = pauses()): Promise<Report> {
  if (typeof input !== 'object' || input === null) return prove(input, pause);
  let proof = proofs.get(input);
  if (!proof) {
    proof = prove(input, pause);
    proofs.set(input, proof);
    proof.catch(() => proofs.delete(input));
  }
  return proof;
}

async function prove(input: unknown, pause: ReturnType<typeof pauses>): Promise<Report> {
  for (const step = parseSteps(input); !step.next().done;) await pause();
  // Who waits for it draws it at once.
  await pause(true);
  return input as Report;
}

/**
 * What gives the page its turn: it waits for the next task where this one has been at work for long, and, for the last
 * time, where any has.
 */
function pauses(): (isLast?: boolean) => Promise<void> {
  let from = Date.now();
  let hasPaused = false;
  return async (isLast = false) => {
    if (Date.now() - from < SLICE && !(isLast && hasPaused)) return;
    await new Promise((resolve) => setTimeout(resolve));
    from = Date.now();
    hasPaused = true;
  };
}
