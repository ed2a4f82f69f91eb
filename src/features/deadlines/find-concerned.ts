// Which relationships the threads of a sight belong to: only of these anything has to be told.
import type { Ledger } from '../../domain/ledger.ts';
import { counterpartEmails } from '../../domain/people/counterparts.ts';
import type { Message } from '../../domain/thread/message.ts';
import type { Change } from '../../ledger/ledger.ts';

/** `messages` are those known of the threads; `changes` what the sight adds to them. */
export function findConcerned(
  small: Ledger,
  threads: readonly string[],
  messages: readonly Message[],
  changes: readonly Change[],
): string[] {
  const inSight = new Set(threads);
  const addresses = new Set<string>();
  const enter = ({ from, to, cc }: Message) => {
    for (const { email } of [from, ...to, ...cc]) addresses.add(email);
  };
  const puts = changes.flatMap((change) => ('put' in change ? [change] : []));
  for (const message of messages) enter(message);
  for (const change of puts) if (change.list === 'messages') enter(change.put);
  const seen = puts.flatMap((change) => (change.list === 'glimpses' ? [change.put] : []));
  for (const { threadId, people } of [...small.glimpses, ...seen]) {
    if (inSight.has(threadId)) for (const email of people) addresses.add(email);
  }
  const byId = new Map(small.people.map((person) => [person.id, person]));
  return small.relationships
    .filter((each) => {
      const people = [...each.mentees, ...each.mentors].flatMap((id) => byId.get(id) ?? []);
      return counterpartEmails(each, people).some((email) => addresses.has(email));
    })
    .map(({ id }) => id);
}
