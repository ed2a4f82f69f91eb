// How to reach both: in an audit the mentor or the mentee is contacted to verify (PROGRAMMES R2).
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { contactOf, nameOf } from './person-words.ts';

export function composeContacts(
  { mentors, mentees }: Relationship,
  people: ReadonlyMap<string, Person>,
  mentee: string | undefined,
): string {
  const write = (role: string) => (id: string) =>
    [`${role}: ${nameOf(people, id)}`, ...contactOf(people.get(id))].join('\n');
  const chosen = mentee ? [mentee] : mentees;
  return `${[...mentors.map(write('Mentor')), ...chosen.map(write('Mentee'))].join('\n\n')}\n`;
}
