// How an error becomes a code on the wire. What is not expected is `failed`, and goes to the reporter.
import type { Answer, FailureCode } from './contract.ts';

const codes: Record<FailureCode, true> = {
  full: true,
  'newer-version': true,
  blocked: true,
  unreadable: true,
  closed: true,
  'not-allowed': true,
  'bad-input': true,
  'unknown-call': true,
  'not-found': true,
  failed: true,
  'no-answer': true,
  orphaned: true,
};

/** An expected outcome of a call that is no success: a handler throws it, the asker gets its code. */
export class CallFailure extends Error {
  readonly code: FailureCode;
  readonly detail: string | undefined;
  /** `detail` is shown to the asker: a field or a code, never what a person wrote. */
  constructor(code: FailureCode, detail?: string) {
    super(code);
    this.name = 'CallFailure';
    this.code = code;
    this.detail = detail;
  }
}

/** Errors of other parts are expected too when they carry one of our codes, as those of the ledger do. */
export function toFailure(error: unknown): Answer<never> | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = error.code;
  if (typeof code !== 'string' || !Object.hasOwn(codes, code)) return null;
  const detail = error instanceof CallFailure ? error.detail : undefined;
  return { ok: false, code: code as FailureCode, ...(detail !== undefined && { detail }) };
}
