import type {Report} from '../src/schema.js';
import type {Fault} from './fault.js';

/** The fault of a list that is asked for an area of work which the report does not have. */
export function areaFault({areas = []}: Report, area: string | null | undefined): Fault | undefined {
  if (!area || areas.some(({id}) => id === area)) return undefined;
  return {code: 'unknown-indicator', what: area, known: areas.map(({id}) => id)};
}
