// Who came, by the names that a sheet uses.
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { Layout } from './layout.ts';
import type { Report } from './problem.ts';

export interface Roster {
  /** Person ids of those who came by this cell; undefined where it names nobody. */
  find: (cell: string, row: number) => string[] | undefined;
  /** Those of a row that names nobody; undefined where nothing says who. */
  usual: string[] | undefined;
}

/** Names are found among those of the relationship, whatever their case and accents, and by their first name where one has it. */
export function makeRoster(
  people: readonly Person[],
  relationship: Relationship,
  layout: Layout,
  report: Report,
): Roster {
  const { mentors, mentees, me } = relationship;
  const own = people.filter(({ id }) => mentors.includes(id) || mentees.includes(id));
  const match = makeMatch(own);
  const named = (name: string | undefined, among: readonly string[], code: 'other-mentor' | 'other-mentee') => {
    const id = name === undefined ? undefined : match(name);
    if (name !== undefined && (id === undefined || !among.includes(id))) report(0, code, name);
    return id !== undefined && among.includes(id) ? id : undefined;
  };
  named(layout.mentor, mentors, 'other-mentor');
  const mentee = named(layout.mentee, mentees, 'other-mentee') ?? (mentees.length === 1 ? mentees[0] : undefined);
  const mine = relationship.role === 'mentor' ? [me] : mentors;
  const find = (cell: string, row: number) => {
    const names = cell
      .split(/[,;\n/&+]|\band\b|\bund\b|\bet\b/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const found = names.map((name) => ({ name, id: match(name) }));
    for (const { name, id } of found) if (id === undefined) report(row, 'unknown-person', name);
    const ids = found.flatMap(({ id }) => (id === undefined ? [] : [id]));
    // A column of mentees alone does not say that the mentor came: the row is their log.
    return ids.length === 0 ? undefined : [...new Set([...mine, ...ids])];
  };
  const role = relationship.role === 'mentee' ? me : mentee;
  return { find, usual: role === undefined ? undefined : [...new Set([...mine, role])] };
}

const fold = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim();

function makeMatch(people: readonly Person[]): (name: string) => string | undefined {
  const whole = new Map<string, string>();
  const first = new Map<string, string | null>();
  for (const { id, name, emails } of people) {
    for (const each of [name, ...emails, name.split(',').reverse().join(' ')])
      if (fold(each) !== '') whole.set(fold(each), id);
    const start = fold(name).split(' ')[0]!;
    // Two of one first name are told by it no longer.
    first.set(start, first.has(start) ? null : id);
  }
  return (name) => whole.get(fold(name)) ?? first.get(fold(name)) ?? undefined;
}
