import type {Observation, Report} from '../src/schema.js';
import type {Fault} from './fault.js';

/**
 * What can't have a fault's code. Told apart by that, not by `in`, which also finds what an old page has added to
 * `Object.prototype`.
 */
export type NoFault = {code?: undefined};

const indexes = new WeakMap<Report, Map<string, Observation & NoFault>>();

/** The observation of an indicator, or the fault that names what there is. */
export function findObservation(
  report: Report,
  indicator: string | null | undefined,
): (Observation & NoFault) | Fault {
  const {observations} = report;
  let index = indexes.get(report);
  if (!index) {
    indexes.set(report, (index = new Map(observations.map((one) => [one.indicator, one]))));
  }
  return (
    index.get(indicator!) ?? {
      code: 'unknown-indicator',
      what: indicator || undefined,
      known: observations.map((observation) => observation.indicator),
    }
  );
}
