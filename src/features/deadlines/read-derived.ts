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
  return eachRelationship(reader, small, now, async (stale) => {
    const slices = await reader.readSlices(stale);
    return stale.map((id, at) => derive(slices[at]!, id, now));
  });
}

/** Also keeps what had to be derived, for the next reader. With `of`, of these relationships only. */
export async function refreshDerived(
  writer: LedgerWriter,
  small: Ledger,
  now: string,
  of?: readonly string[],
): Promise<Derived[]> {
  const make = (stale: string[]) => writer.deriveAll(stale, now, (slice, id) => derive(slice, id, now));
  return eachRelationship(writer, small, now, make, of);
}

/** What is kept and still holds, and the rest made in one reading. */
async function eachRelationship(
  reader: LedgerReader,
  small: Ledger,
  now: string,
  make: (stale: string[]) => Promise<Derived[]>,
  of?: readonly string[],
): Promise<Derived[]> {
  const ids = of ?? small.relationships.map(({ id }) => id);
  const kept = (await reader.readDerived(of && { of })).filter((row) => holds(row, now));
  const byId = new Map(kept.map((row) => [row.relationship, row]));
  const stale = ids.filter((id) => !byId.has(id));
  if (stale.length > 0) for (const row of await make(stale)) byId.set(row.relationship, row);
  return ids.flatMap((id) => byId.get(id) ?? []);
}
