// With whom, and under which relationships a speed session is offered.
import type { Ledger } from '../../domain/ledger.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { findProgramme } from '../../programmes/index.ts';
import { fold } from '../log-page/fold.ts';
import { othersIn } from '../meeting-log/compose-draft.ts';
import { otherRole, type Session } from './session.ts';

type Parts = Pick<Ledger, 'people' | 'relationships' | 'programmes'>;

/** Those whose programme has such sessions; of the two sides of one pair, the mentor's. */
export function findSpeedRelationships(ledger: Parts): Relationship[] {
  const offered = ledger.relationships.filter(({ programme }) =>
    findProgramme(ledger.programmes, programme)?.structure.forms.includes('speed-session'),
  );
  const isOtherSide = (each: Relationship) =>
    each.role === 'mentee' &&
    othersIn(each).length > 0 &&
    othersIn(each).every((partner) => findMirror(offered, each, partner) !== undefined);
  return offered.filter((each) => !isOtherSide(each));
}

/** The relationship with the same person under the same programme in which the roles are the other way round (P6). */
export function findMirror(
  relationships: readonly Relationship[],
  { programme, me, role }: Relationship,
  partner: string,
): Relationship | undefined {
  return relationships.find(
    (each) =>
      each.programme === programme &&
      each.me === me &&
      each.role === otherRole(role) &&
      othersIn(each).includes(partner),
  );
}

/** The person who was chosen, or the one who is called as was typed; undefined for somebody new. */
export function findPartner({ people }: Parts, { partner, name }: Session, me: string): Person | undefined {
  if (partner !== '') return people.find(({ id }) => id === partner);
  const wanted = fold(name.trim());
  const called = people.filter((each) => each.id !== me && fold(each.name.trim()) === wanted);
  return wanted !== '' && called.length === 1 ? called[0] : undefined;
}

/** The name to show; empty while nobody is chosen. */
export function composePartner(ledger: Parts, session: Session, me: string): string {
  const person = findPartner(ledger, session, me);
  return person ? person.name || person.emails[0] || 'Someone' : session.name.trim();
}
