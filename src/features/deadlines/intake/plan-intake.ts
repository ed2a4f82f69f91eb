// From one sight of a mail page to the changes it makes. Pure: the same sight over the same ledger makes the same changes,
// and over a ledger that has them already it makes none.
import type { Ledger } from '../../../domain/ledger.ts';
import { isSameMessage } from '../../../domain/thread/merge-message.ts';
import type { Glimpse, Message } from '../../../domain/thread/message.ts';
import { compareInstants } from '../../../domain/time/instants.ts';
import type { Change } from '../../../ledger/ledger.ts';
import type { Sight } from '../contract.ts';
import { findOwnAddress, findSuspect } from './find-suspect.ts';
import { withListedAddresses } from './listed-sight.ts';
import { namesSenders, readRowFacts } from './read-row.ts';
import { readSourceFacts } from './read-sources.ts';
import { indexMessages, readThreadFacts } from './read-thread.ts';
import { readRoster } from './roster.ts';

/** What the intake needs to know: the ledger without messages, and the messages of the threads in sight. */
export interface Known {
  small: Ledger;
  messages: Message[];
}

/** The threads a sight speaks of. */
export function threadsInSight(sight: Sight): string[] {
  const ids = [...sight.rows.map((row) => row.threadId), sight.thread?.threadId];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

export function planIntake(seen: Sight, known: Known): Change[] {
  const roster = readRoster(known.small);
  const sight = withListedAddresses(seen, roster);
  if (sight.owner && !roster.mine.has(sight.owner)) {
    return findOwnAddress(sight, known.small, roster).map((put) => ({ list: 'suspects', put }));
  }
  const byId = indexMessages(known.messages);
  const byThread = Map.groupBy(known.messages, (message) => message.threadId);
  const read = sight.owner ? readThreadFacts(sight, roster, byId) : [];
  const isNew = (message: Message) =>
    !byId.has(message.id) && !known.messages.some((each) => isSameMessage({ message: each, told: [] }, message));
  const fresh = read.filter(isNew);
  for (const message of read) if (!byId.has(message.id)) byId.set(message.id, message);
  const rows = sight.owner && namesSenders(sight.view) ? sight.rows : [];
  const facts = rows.map((row) => readRowFacts(row, sight, roster, byId, byThread.get(row.threadId ?? '') ?? []));
  const messages = [...read, ...facts.flatMap((fact) => fact.messages)];
  const sources = readSourceFacts(
    sight,
    known.small,
    roster,
    Map.groupBy([...known.messages, ...fresh], (each) => each.threadId),
  );
  return [
    ...messages.map((put): Change => ({ list: 'messages', put })),
    ...facts.flatMap((fact) => fact.glimpses).map((put): Change => ({ list: 'glimpses', put })),
    ...overtaken(known.small.glimpses, messages).map((id): Change => ({ list: 'glimpses', remove: id })),
    ...sources.map((put): Change => ({ list: 'sources', put })),
    ...(sight.owner ? findSuspect(sight, known.small, roster) : []).map((put): Change => ({ list: 'suspects', put })),
  ];
}

/**
 * A glimpse has done its work when its message, or a newer one of its thread, was read; one that dates its thread's
 * beginning stays, as evidence of contact.
 */
function overtaken(glimpses: readonly Glimpse[], read: readonly Message[]): string[] {
  return glimpses
    .filter(
      (glimpse) =>
        !glimpse.firstAt &&
        read.some(
          (message) => message.threadId === glimpse.threadId && compareInstants(message.sentAt, glimpse.at) >= 0,
        ),
    )
    .map((glimpse) => glimpse.id);
}
