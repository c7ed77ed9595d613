/** Why a widget cannot show what it was asked for. */
export type FaultCode =
  | 'unknown-report'
  | 'unknown-indicator'
  | 'load-failed'
  | 'timeout'
  | 'too-large'
  | 'invalid-report'
  | 'not-a-share'
  | 'not-comparable';

/** A fault, with what its sentence names: an id, an address, a status, the place in the report. */
export interface Fault {
  code: FaultCode;
  /** What was asked for: the id or the address. */
  what?: string;
  /** What was found instead: a status, a reason. */
  why?: string;
  /** What may be meant, or what there is. */
  known?: string[];
}

/** Thrown while a report is loaded; carries the fault to the card. */
export class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
    this.name = 'FaultError';
  }
}

/** Shortened for a message: what an author mistypes may be 20,000 characters long. */
export function shorten(text: string, limit = 80): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
