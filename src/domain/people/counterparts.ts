import type { Person } from './person.ts';
import type { Relationship } from './relationship.ts';

/**
 * Addresses whose threads decide this relationship: the mentees', and where the mentor's own seat is a mentee's, those
 * of the people across.
 */
export function counterpartEmails(relationship: Relationship, people: readonly Person[]): string[] {
  const across = relationship.mentees.includes(relationship.me) ? relationship.mentors : [];
  const ids = new Set([...relationship.mentees, ...across]);
  ids.delete(relationship.me);
  return [...new Set(people.filter((person) => ids.has(person.id)).flatMap((person) => person.emails))];
}
