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
    ...(suspect.about === 'mentee' ? addMentee(small, suspect, deps.newId()) : addAddress(small, mineIn(small), email)),
  ];
}

function addMentee(small: Ledger, suspect: Ledger['suspects'][number], id: string): Change[] {
  if (suspect.person !== undefined) return addAddress(small, suspect.person, suspect.id);
  const relationship = small.relationships.find((each) => each.id === suspect.relationship);
  if (!relationship) return [];
  return [
    { list: 'people', put: { id, name: suspect.name ?? suspect.id, emails: [suspect.id] } },
    { list: 'relationships', put: { ...relationship, mentees: [...relationship.mentees, id] } },
  ];
}

const mineIn = (small: Ledger): string | undefined => small.relationships[0]?.me;

function addAddress(small: Ledger, id: string | undefined, email: string): Change[] {
  const person = small.people.find((each) => each.id === id);
  return person ? [{ list: 'people', put: { ...person, emails: [...new Set([...person.emails, email])] } }] : [];
}

/** Takes an answer back: who was added by it leaves again, unless more was said of them since; the question may be asked anew. */
export function undoSuspect(small: Ledger, email: string): Change[] {
  const suspect = small.suspects.find((each) => each.id === email);
  const forget: Change = { list: 'suspects', remove: email };
  if (suspect?.decision !== 'yes') return [forget];
  return [
    forget,
    ...(suspect.about === 'mentee' ? dropMentee(small, suspect) : dropAddress(small, mineIn(small), email)),
  ];
}

function dropMentee(small: Ledger, suspect: Ledger['suspects'][number]): Change[] {
  if (suspect.person !== undefined) return dropAddress(small, suspect.person, suspect.id);
  const added = small.people.find(({ emails }) => emails.length === 1 && emails[0] === suspect.id);
  const relationship = small.relationships.find((each) => each.id === suspect.relationship);
  if (!added || !relationship) return [];
  return [
    { list: 'people', remove: added.id },
    {
      list: 'relationships',
      put: { ...relationship, mentees: relationship.mentees.filter((mentee) => mentee !== added.id) },
    },
  ];
}

function dropAddress(small: Ledger, id: string | undefined, email: string): Change[] {
  const person = small.people.find((each) => each.id === id);
  if (!person) return [];
  return [{ list: 'people', put: { ...person, emails: person.emails.filter((each) => each !== email) } }];
}
