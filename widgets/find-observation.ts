import type {Observation, Report} from '../src/schema.js';
import type {Fault} from './fault.js';

/** The observation of an indicator, or the fault that names what there is. */
export function findObservation(report: Report, indicator: string | null | undefined): Observation | Fault {
  const {observations} = report;
  return (
    observations.find((observation) => observation.indicator === indicator) ?? {
      code: 'unknown-indicator',
      what: indicator || undefined,
      known: observations.map((observation) => observation.indicator),
    }
  );
}
