// The question whether a writer is a mentee at a second address, asked of mail that accounts and files bring.
import { type Facts, findSecondAddress } from '../../domain/people/second-address.ts';
import type { Suspect } from '../../domain/people/suspect.ts';
import type { Message } from '../../domain/thread/message.ts';
import type { Change, LedgerReader } from '../../ledger/ledger.ts';

/** Questions to ask of messages that were just read; none that was asked before. */
export async function planSuspects(
  ledger: LedgerReader,
  messages: readonly Message[],
  facts: Facts,
  now: string,
): Promise<Change[]> {
  const found = new Map<string, Suspect>();
  for (const { from, kind } of messages) {
    const why = kind === 'personal' && !found.has(from.email) ? findSecondAddress(from, facts) : null;
    if (!why || (await ledger.get('suspects', from.email))) continue;
    found.set(from.email, { id: from.email, name: from.name!, about: 'mentee', ...why, since: now });
  }
  return [...found.values()].map((put) => ({ list: 'suspects', put }));
}
