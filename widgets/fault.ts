import type {ReportError} from '../src/report-error.js';

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
  /** The attribute it was asked for by, where that is another than usual. */
  attribute?: string;
  /** What was found instead: a status, or a reason, by language where it is a sentence. */
  why?: string | Record<'zh-CN' | 'en', string>;
  /** What may be meant, or what there is. */
  known?: string[];
  /** What was thrown; it tells the code and the reason. */
  error?: unknown;
}

/** Thrown while a report is loaded; carries the fault to the card. */
export class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }

  // Not a field: assigning fails where a page has frozen what errors inherit.
  override get name(): string {
    return 'FaultError';
  }
}

/** What was thrown as a reason: in both languages where it is a ReportError. */
export function whyRefused(error: unknown): Fault['why'] {
  const {message, describe} = Object(error) as Partial<ReportError>;
  if (!describe) return message;
  return {'zh-CN': (error as ReportError).describe('zh-CN'), en: (error as ReportError).describe('en')};
}

/** The reason in a language. */
export function reasonOf({why}: Fault, language: 'zh-CN' | 'en'): string {
  return shorten((typeof why === 'object' ? why[language] : why) ?? '', 300);
}

/** Shortened for a message: what an author mistypes may be 20,000 characters long. */
export function shorten(text: string, limit = 80): string {
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}
