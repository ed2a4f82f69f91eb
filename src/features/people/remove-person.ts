// Forgetting a person: their messages, their place in relationships, and every record that names them alone. What they
// share with others stays, without them.
import type { Ledger, RecordOf } from '../../domain/ledger.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { Change } from '../../ledger/ledger.ts';
import { planRemoveRelationship } from './remove-relationship.ts';

type Message = RecordOf<'messages'>;

export function planRemovePerson(ledger: Ledger, id: string): Change[] {
  const person = ledger.people.find((each) => each.id === id);
  if (!person) return [];
  return [
    ...leaveMail(ledger, new Set(person.emails), emailsOfOthers(ledger, id)),
    ...leaveRecords(ledger, id),
    ...ledger.relationships.flatMap((relationship) => leaveRelationship(ledger, relationship, id)),
    ...ledger.suspects.filter(({ id: email }) => person.emails.includes(email)).map(removing('suspects')),
    { list: 'people', remove: id },
  ];
}

/** Addresses of the other people that are written to; the mentor's own do not make a message shared. */
function emailsOfOthers({ people, relationships }: Ledger, id: string): Set<string> {
  const mine = new Set(relationships.map((relationship) => relationship.me));
  return new Set(people.filter((each) => each.id !== id && !mine.has(each.id)).flatMap((each) => each.emails));
}

function leaveMail({ messages, glimpses, corrections }: Ledger, gone: Set<string>, others: Set<string>): Change[] {
  const changes: Change[] = [];
  const removed = new Set<string>();
  for (const message of messages.filter((each) => emailsIn(each).some((email) => gone.has(email)))) {
    const isShared = !gone.has(message.from.email) && emailsIn(message).some((email) => others.has(email));
    if (isShared) changes.push({ list: 'messages', put: without(message, gone) });
    else removed.add(message.id);
  }
  const heard = glimpses.filter((glimpse) => glimpse.people.some((email) => gone.has(email)));
  return [
    ...changes,
    ...[...removed].map((id) => ({ list: 'messages' as const, remove: id })),
    ...corrections.filter((correction) => removed.has(correction.message)).map(removing('corrections')),
    ...heard.map(removing('glimpses')),
  ];
}

function emailsIn({ from, to, cc }: Message): string[] {
  return [from, ...to, ...cc].map((address) => address.email);
}

function without(message: Message, gone: Set<string>): Message {
  const keep = (addresses: Message['to']) => addresses.filter((address) => !gone.has(address.email));
  return { ...message, to: keep(message.to), cc: keep(message.cc) };
}

function leaveRecords(ledger: Ledger, id: string): Change[] {
  return [
    ...ledger.contacts
      .filter((contact) => contact.with.includes(id))
      .map((contact): Change => {
        const others = contact.with.filter((each) => each !== id);
        if (others.length === 0) return { list: 'contacts', remove: contact.id };
        return { list: 'contacts', put: { ...contact, with: others } };
      }),
    ...ledger.meetings
      .filter((meeting) => meeting.attendees.includes(id) && meeting.signatures.length === 0)
      .map((meeting): Change => {
        const attendees = meeting.attendees.filter((each) => each !== id);
        return { list: 'meetings', put: { ...meeting, attendees } };
      }),
    ...ledger.goals.filter((goal) => goal.mentee === id).map(removing('goals')),
    ...ledger.notices.filter((notice) => notice.to === id).map(removing('notices')),
    ...ledger.sources
      .filter((source) => source.people?.includes(id))
      .map((source): Change => {
        const others = source.people?.filter((each) => each !== id) ?? [];
        if (others.length === 0) return { list: 'sources', remove: source.id };
        return { list: 'sources', put: { ...source, people: others } };
      }),
  ];
}

/** A relationship in which nobody is left to mentor, or to be mentored by, goes too. */
function leaveRelationship(ledger: Ledger, relationship: Relationship, id: string): Change[] {
  const seats = ['mentors', 'mentees', 'faculty', 'coordinator'] as const;
  if (!seats.some((seat) => relationship[seat]?.includes(id))) return [];
  const left = { ...relationship };
  for (const seat of seats) if (left[seat]) left[seat] = left[seat].filter((each) => each !== id);
  const isEmpty = left.mentors.length === 0 || left.mentees.length === 0;
  return isEmpty ? planRemoveRelationship(ledger, relationship.id) : [{ list: 'relationships', put: left }];
}

function removing<L extends 'suspects' | 'corrections' | 'glimpses' | 'goals' | 'notices'>(list: L) {
  return ({ id }: { id: string }): Change => ({ list, remove: id });
}
