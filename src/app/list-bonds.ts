// The relationships that an absence may concern, by names to choose from.
import type { Ledger } from '../domain/ledger.ts';
import { findProgramme } from '../programmes/index.ts';

/** Where the owner mentors; each by its programme and whom it is with. */
export function listBonds({ relationships, programmes, people }: Ledger): { id: string; name: string }[] {
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '';
  return relationships
    .filter(({ role }) => role === 'mentor')
    .map(({ id, programme, mentees, me }) => {
      const others = mentees.filter((mentee) => mentee !== me);
      const who = others.length > 2 ? `${others.length} mentees` : others.map(nameOf).join(', ');
      return { id, name: `${findProgramme(programmes, programme)?.short ?? programme}: ${who}` };
    });
}
