// "Is this a mentee?", answered. Yes adds the person to the relationship that the question names, or the address to the
// mentor's own.
import type { Ledger } from '../../domain/ledger.ts';
import type { Change } from '../../ledger/ledger.ts';

export function decideSuspect(
  small: Ledger,
  email: string,
  decision: 'yes' | 'no' | 'shown',
  deps: { newId(): string },
): Change[] {
  const suspect = small.suspects.find((each) => each.id === email);
  if (!suspect) return [];
  const asked: Change = { list: 'suspects', put: { ...suspect, decision } };
  if (decision !== 'yes') return [asked];
  return [
    asked,
    ...(suspect.about === 'mentee' ? addMentee(small, suspect, deps.newId()) : addOwnAddress(small, email)),
  ];
}

function addMentee(small: Ledger, suspect: Ledger['suspects'][number], id: string): Change[] {
  const relationship = small.relationships.find((each) => each.id === suspect.relationship);
  if (!relationship) return [];
  return [
    { list: 'people', put: { id, name: suspect.name ?? suspect.id, emails: [suspect.id] } },
    { list: 'relationships', put: { ...relationship, mentees: [...relationship.mentees, id] } },
  ];
}

function addOwnAddress(small: Ledger, email: string): Change[] {
  const me = small.people.find((person) => person.id === small.relationships[0]?.me);
  return me ? [{ list: 'people', put: { ...me, emails: [...new Set([...me.emails, email])] } }] : [];
}
