// What is saved when people are added or a relationship is edited: whole records, put in one transaction.
import type { Person } from '../../../domain/people/person.ts';
import type { Relationship } from '../../../domain/people/relationship.ts';
import type { RosterLine } from './roster-line.ts';

export interface PeoplePlan {
  people: Person[];
  relationships: Relationship[];
}

/** A person of a roster row. */
function composePerson({ name, email, phone }: RosterLine, id: string): Person {
  return { id, name: name || email, emails: email ? [email] : [], ...(phone ? { phone } : {}) };
}

/** New people of good rows, at the end of the relationship's mentees. */
export function planMentees(rows: RosterLine[], relationship: Relationship, newId: () => string): PeoplePlan {
  const people = rows.map((row) => composePerson(row, newId()));
  const mentees = [...relationship.mentees, ...people.map(({ id }) => id)];
  return { people, relationships: [{ ...relationship, mentees }] };
}

/** Ids of the people on the rows: those who are known by address, and new ones, which are given beside. */
export function planNamed(
  rows: RosterLine[],
  people: Person[],
  newId: () => string,
): { ids: string[]; added: Person[] } {
  const added: Person[] = [];
  const ids = rows.map((row) => {
    const there = people.find(({ emails }) => emails.includes(row.email));
    if (there) return there.id;
    const person = composePerson(row, newId());
    added.push(person);
    return person.id;
  });
  return { ids: [...new Set(ids)], added };
}

/** People as lines that a roster reader reads back. */
export function composePeople(ids: string[] | undefined, people: Person[]): string {
  return (ids ?? [])
    .flatMap((id) => people.filter((person) => person.id === id))
    .map(({ name, emails }) => (emails[0] ? `${name.replace(/[<>"]/g, '')} <${emails[0]}>` : name))
    .join('\n');
}
