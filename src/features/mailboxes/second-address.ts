// Somebody who writes among the people of the ledger under a mentee's name, from an address nobody listed: perhaps the
// mentee's second address. It is offered, and never assumed.
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { isSameName } from '../../domain/people/same-name.ts';
import type { Suspect } from '../../domain/people/suspect.ts';
import type { Address } from '../../domain/record.ts';
import type { Message } from '../../domain/thread/message.ts';
import type { Change, LedgerReader } from '../../ledger/ledger.ts';

interface Facts {
  people: readonly Person[];
  relationships: readonly Relationship[];
}

/** `writer` is not known by address; who it may be is a mentee of the same name. */
export function findSecondAddress(
  { name, email }: Address,
  { people, relationships }: Facts,
): Pick<Suspect, 'reason' | 'because' | 'relationship' | 'person'> | null {
  if (!name || people.some(({ emails }) => emails.some((each) => each.toLowerCase() === email))) return null;
  for (const { id: relationship, mentees, me } of relationships) {
    const person = people.find((each) => each.id !== me && mentees.includes(each.id) && isSameName(each.name, name));
    if (person) return { reason: 'same-name', because: person.name, relationship, person: person.id };
  }
  return null;
}

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
