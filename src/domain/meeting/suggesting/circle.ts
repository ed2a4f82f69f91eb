// Everybody a mentor's calendar may name: whom they meet under each relationship, by address and by name, and who
// belongs to it without being met for its sake.
import { findProgramme } from '../../../programmes/index.ts';
import type { Ledger } from '../../ledger.ts';
import type { Person } from '../../people/person.ts';
import type { Relationship } from '../../people/relationship.ts';
import type { Programme } from '../../programme/programme.ts';
import { endOf, startOf } from '../../time/windows.ts';
import { indexNames, type NameIndex } from './names.ts';

export interface Bond {
  relationship: Relationship;
  programme: Programme | undefined;
  /** Person ids of those who are met: the mentees, or on a mentee's own side the mentors. */
  partners: ReadonlySet<string>;
  /** Instants, `to` exclusive; without it, it goes on. */
  from: string;
  to: string | undefined;
}

export interface Seat {
  /** The owner, or a co-mentor. */
  isMySide: boolean;
  /** Person ids of those who are met. */
  partners: readonly string[];
}

export interface Circle {
  bonds: Map<string, Bond>;
  /** The bonds in which a person is met. */
  bondsOf: Map<string, Bond[]>;
  people: Map<string, Person>;
  /** Everybody in any relationship, by address. */
  seats: Map<string, Seat>;
  names: NameIndex;
}

export function drawCircle(ledger: Ledger): Circle {
  const people = new Map(ledger.people.map((person) => [person.id, person]));
  const emailsOf = (ids: Iterable<string>) => [...ids].flatMap((id) => people.get(id)?.emails ?? []);
  const bonds = ledger.relationships.map((relationship) => makeBond(ledger, relationship));
  const bondsOf = new Map<string, Bond[]>();
  for (const bond of bonds) for (const id of bond.partners) push(bondsOf, id, bond);
  const me = new Set(ledger.relationships.map((each) => each.me));
  const inAny = ledger.relationships.flatMap(membersOf);
  const colleagues = ledger.relationships.flatMap(({ role, mentors }) => (role === 'mentor' ? mentors : []));
  const mySide = new Set([
    ...emailsOf([...me, ...colleagues]),
    ...(ledger.accounts ?? []).map(({ address }) => address),
  ]);
  const seats = new Map<string, Seat>();
  for (const email of [...mySide, ...emailsOf(inAny)]) seats.set(email, { isMySide: mySide.has(email), partners: [] });
  for (const id of bondsOf.keys()) {
    for (const email of emailsOf([id])) {
      const seat = seats.get(email);
      seats.set(email, { isMySide: seat?.isMySide ?? false, partners: [...(seat?.partners ?? []), id] });
    }
  }
  const named = (ids: Iterable<string>) => [...new Set(ids)].flatMap((id) => people.get(id) ?? []);
  return {
    bonds: new Map(bonds.map((bond) => [bond.relationship.id, bond])),
    bondsOf,
    people,
    seats,
    names: indexNames(named(bondsOf.keys()), named([...inAny, ...me]), named(me)),
  };
}

function makeBond({ programmes }: Ledger, relationship: Relationship): Bond {
  const { role, mentors, mentees, me, zone, start, end, continues } = relationship;
  return {
    relationship,
    programme: findProgramme(programmes ?? [], relationship.programme),
    partners: new Set((role === 'mentor' ? mentees : mentors).filter((id) => id !== me)),
    from: startOf(start, zone),
    to: end === undefined || continues ? undefined : endOf(end, zone),
  };
}

function membersOf({ mentors, mentees, faculty = [], coordinator = [] }: Relationship): string[] {
  return [...mentors, ...mentees, ...faculty, ...coordinator];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
