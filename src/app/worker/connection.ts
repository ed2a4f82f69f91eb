// One connection to the ledger for as long as the worker lives, opened when first needed and again after it was lost.
// It holds no facts: a worker that starts anew only opens it again.
import type { LedgerWriter } from '../../ledger/ledger.ts';

export type Connect = (onClosed: () => void) => Promise<LedgerWriter>;

export function keepOpen(connect: Connect): () => Promise<LedgerWriter> {
  let connection: Promise<LedgerWriter> | undefined;
  const forget = () => {
    connection = undefined;
  };
  return () => {
    connection ??= connect(forget).catch((error) => {
      forget();
      throw error;
    });
    return connection;
  };
}
