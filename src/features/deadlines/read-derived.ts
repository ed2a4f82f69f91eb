// What is derived of every relationship, from the cache where it still holds and anew where it does not.
import type { Ledger } from '../../domain/ledger.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { type Derived, derive } from '../../domain/verdict/derive.ts';
import type { LedgerReader, LedgerWriter } from '../../ledger/ledger.ts';

/** True while a derivation still holds: made before now, and nothing has changed by itself since. */
export function holds(row: Derived, now: string): boolean {
  return compareInstants(row.at, now) <= 0 && (!row.next || compareInstants(now, row.next) < 0);
}

/** Reads only: what is stale is derived and thrown away after use. */
export async function readDerived(reader: LedgerReader, small: Ledger, now: string): Promise<Derived[]> {
  return eachRelationship(reader, small, now, async (id) => derive(await reader.readSlice(id), id, now));
}

/** Also keeps what had to be derived, for the next reader. */
export async function refreshDerived(writer: LedgerWriter, small: Ledger, now: string): Promise<Derived[]> {
  return eachRelationship(writer, small, now, (id) => writer.derive(id, now, (slice) => derive(slice, id, now)));
}

async function eachRelationship(
  reader: LedgerReader,
  small: Ledger,
  now: string,
  make: (id: string) => Promise<Derived>,
): Promise<Derived[]> {
  const kept = new Map((await reader.readDerived()).map((row) => [row.relationship, row]));
  const rows: Derived[] = [];
  for (const { id } of small.relationships) {
    const row = kept.get(id);
    rows.push(row && holds(row, now) ? row : await make(id));
  }
  return rows;
}
