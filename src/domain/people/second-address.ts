// Somebody who writes among the people of the ledger under a mentee's name, from an address nobody listed: perhaps the
// mentee's second address. It is offered, and never assumed.
import type { Address } from '../record.ts';
import type { Person } from './person.ts';
import type { Relationship } from './relationship.ts';
import { isSameName } from './same-name.ts';
import type { Suspect } from './suspect.ts';

export interface Facts {
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
