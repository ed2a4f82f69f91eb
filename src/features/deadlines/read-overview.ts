import type { LedgerReader } from '../../ledger/ledger.ts';
import { composeOverview } from './compose-overview.ts';
import type { Links } from './links.ts';
import type { Overview } from './overview.ts';
import { readDerived } from './read-derived.ts';

/** The Monday view as of `now`, read and never written. */
export async function readOverview(reader: LedgerReader, now: string, links: Links): Promise<Overview> {
  const small = await reader.readSmall();
  return composeOverview(small, await readDerived(reader, small, now), now, links);
}
