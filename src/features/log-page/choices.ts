// What the filter offers: relationships and mentees by name.
import type { Ledger } from '../../domain/ledger.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { findProgramme } from '../../programmes/index.ts';

export interface Choice {
  value: string;
  text: string;
}

type Parts = Pick<Ledger, 'people' | 'relationships' | 'programmes'>;

const byText = new Intl.Collator();

function nameOf(ledger: Parts, id: string): string {
  const person = ledger.people.find((each) => each.id === id);
  return person?.name || person?.emails[0] || 'Someone';
}

/** Those across from oneself: the mentees, and for a mentee the mentors. */
export function counterparts({ role, me, mentors, mentees }: Relationship): string[] {
  return (role === 'mentor' ? mentees : mentors).filter((id) => id !== me);
}

/** "CPD mentoring · Jun Li", "Peer mentoring · 14 mentees". */
export function composeRelationshipName(ledger: Parts, relationship: Relationship): string {
  const programme = findProgramme(ledger.programmes, relationship.programme)?.short ?? relationship.programme;
  const others = counterparts(relationship);
  if (others.length === 0) return programme;
  const whom = others.length === 1 ? nameOf(ledger, others[0]!) : `${others.length} mentees`;
  return `${programme} · ${whom}`;
}

export function relationshipChoices(ledger: Parts): Choice[] {
  return ledger.relationships.map((each) => ({ value: each.id, text: composeRelationshipName(ledger, each) }));
}

/** Mentees of one relationship, or of all; each once, by name. */
export function menteeChoices(ledger: Parts, relationship: string): Choice[] {
  const chosen = ledger.relationships.filter(({ id }) => relationship === '' || id === relationship);
  const ids = new Set(chosen.flatMap(counterparts));
  const names = new Map(ledger.people.map(({ id, name, emails }) => [id, name || emails[0] || 'Someone']));
  return [...ids]
    .map((value) => ({ value, text: names.get(value) ?? 'Someone' }))
    .sort((a, b) => byText.compare(a.text, b.text));
}
