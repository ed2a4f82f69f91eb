// What our own pages read from: the ledger itself, so that they show something before the worker has started.
import { openIdbLedger } from '../ledger/idb.ts';
import type { LedgerReader } from '../ledger/ledger.ts';

/** Rejects with a LedgerError. */
export function openReader(): Promise<LedgerReader> {
  return openIdbLedger();
}
