// The one who uses this Waymark.
import type { Ledger } from '../../domain/ledger.ts';
import type { Person } from '../../domain/people/person.ts';

const OWN_ID = 'me';

/** Who I am in the relationships there are; before the first, the record that the first run made, or an empty one. */
export function findMe(small: Ledger): Person {
  const id = small.relationships.find((one) => !one.id.startsWith('sample-'))?.me ?? OWN_ID;
  return small.people.find((person) => person.id === id) ?? { id, name: '', emails: [] };
}
