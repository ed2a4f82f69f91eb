import type { LedgerReader } from '../ledger/ledger.ts';

/**
 * For one overview: what it rests on is asked for at once, and only once, because each question is a way to the database
 * and back. The reader's methods have to work without the reader they stand on.
 */
export function askOnce(reader: LedgerReader): LedgerReader {
  const [small, derived] = [reader.readSmall(), reader.readDerived()];
  // Whoever takes them hears of their failure.
  Promise.allSettled([small, derived]);
  return {
    ...reader,
    unreadable: reader.unreadable,
    readSmall: () => small,
    readDerived: (options) => (options?.withStale ? reader.readDerived(options) : derived),
    close: () => reader.close(),
  };
}
