// Slices of many relationships out of one reading of everything: cheaper than looking each up once they are several.
import { emptyLedger, type Ledger, type RecordOf } from '../domain/ledger.ts';
import { counterpartEmails } from '../domain/people/counterparts.ts';
import { narrow, relationshipLists } from './pick.ts';

interface Thread {
  messages: RecordOf<'messages'>[];
  glimpses: RecordOf<'glimpses'>[];
}

/** Gives the slice of each relationship it is asked for. */
export function partition(all: Ledger): (relationship: string) => Ledger {
  const { threads, threadsOf } = gatherThreads(all);
  const own = relationshipLists.map(
    (list) => [list, groupByRelationship<{ relationship: string }>(all[list])] as const,
  );
  const relationships = new Map(all.relationships.map((relationship) => [relationship.id, relationship]));
  return (id) => {
    const relationship = relationships.get(id);
    if (!relationship) return { ...emptyLedger(), programmes: all.programmes, settings: all.settings };
    const emails = counterpartEmails(relationship, all.people);
    const ids = new Set(emails.flatMap((email) => [...(threadsOf.get(email) ?? [])]));
    const found = [...ids].map((thread) => threads.get(thread)!);
    return narrow(all, relationship, {
      ...Object.fromEntries(own.map(([list, groups]) => [list, groups.get(id) ?? []])),
      messages: found.flatMap((thread) => thread.messages),
      glimpses: found.flatMap((thread) => thread.glimpses),
    });
  };
}

function gatherThreads({ messages, glimpses }: Ledger) {
  const threads = new Map<string, Thread>();
  const threadsOf = new Map<string, Set<string>>();
  const enter = (id: string, emails: string[]): Thread => {
    for (const email of emails) getOrMake(threadsOf, email, () => new Set<string>()).add(id);
    return getOrMake(threads, id, () => ({ messages: [], glimpses: [] }));
  };
  for (const message of messages) {
    const emails = [message.from, ...message.to, ...message.cc].map((address) => address.email);
    enter(message.threadId, emails).messages.push(message);
  }
  for (const glimpse of glimpses) enter(glimpse.threadId, glimpse.people).glimpses.push(glimpse);
  return { threads, threadsOf };
}

function groupByRelationship<T extends { relationship: string }>(records: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) getOrMake(groups, record.relationship, () => []).push(record);
  return groups;
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
