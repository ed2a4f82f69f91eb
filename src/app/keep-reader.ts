// One open connection to the ledger for a page's life; opened again when it was closed under it.
import type { LedgerReader } from '../ledger/ledger.ts';

export type Read = <T>(read: (reader: LedgerReader) => Promise<T>) => Promise<T>;

/** Rejects with what the second try rejects with. */
export function keepReader(open: () => Promise<LedgerReader>): Read {
  let opened: Promise<LedgerReader> | null = null;
  const once: Read = async (read) => {
    opened ??= open();
    try {
      return await read(await opened);
    } catch (error) {
      opened = null;
      throw error;
    }
  };
  return (read) => once(read).catch(() => once(read));
}
