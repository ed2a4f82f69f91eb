// How a person is named and reached on paper.
import type { Person } from '../../domain/people/person.ts';

export const nameOf = (people: ReadonlyMap<string, Person>, id: string) => {
  const person = people.get(id);
  return person?.name.trim() || person?.emails[0] || 'Somebody removed';
};

export const contactOf = (person: Person | undefined) => [
  ...(person?.emails ?? []),
  ...(person?.phone ? [person.phone] : []),
];
