// Errors of the database become ours where they enter.
import { LedgerError, type LedgerErrorCode } from './ledger.ts';

const codes: Record<string, LedgerErrorCode> = {
  QuotaExceededError: 'full',
  VersionError: 'newer-version',
  InvalidStateError: 'closed',
  AbortError: 'closed',
  UnknownError: 'unreadable',
  NotReadableError: 'unreadable',
  DataError: 'unreadable',
};

/** An expected failure as a LedgerError; anything else comes back as it is, a bug to be thrown on. */
export function toLedgerError(error: unknown): unknown {
  if (error instanceof LedgerError || !(error instanceof Error || error instanceof DOMException)) return error;
  const code = codes[error.name];
  return code ? new LedgerError(code, `${error.name} from the database`) : error;
}
