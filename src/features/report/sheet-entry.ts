// One row of the sheet: the entry as it was signed, who signed it, and what was said about it later.
import { fingerprint } from '../../domain/meeting/chain.ts';
import type { Meeting, Signature } from '../../domain/meeting/meeting.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { describeChange } from './change-words.ts';
import type { ChosenEntry } from './choose-entries.ts';
import { nameOf } from './person-words.ts';
import type { SheetEntry, SheetSignature } from './sheet.ts';
import { composeClockRange, composeDay, composeHours, dayOf } from './sheet-words.ts';

/** What the entries of one sheet share. */
export interface Context {
  relationship: Relationship;
  people: ReadonlyMap<string, Person>;
  mentees: readonly string[];
}

export function composeEntry({ stored, amendments }: ChosenEntry, context: Context): SheetEntry {
  const { relationship, people } = context;
  const isTimed = !(stored.countOnly && stored.minutes === 0);
  return {
    id: stored.id,
    date: composeDay(dayOf(stored.start, relationship.zone)),
    range: isTimed ? composeClockRange(stored.start, stored.minutes, relationship.zone) : 'time not recorded',
    hours: isTimed ? composeHours(stored.minutes) : '',
    attendees:
      context.mentees.length > 1
        ? stored.attendees.filter((id) => id !== relationship.me).map((id) => nameOf(people, id))
        : [],
    topics: stored.topics.map((text, at) => ({ text, level: stored.topicLevels?.[at] ?? 0 })),
    homework: stored.homework,
    signatures: composeSignatures(stored, context),
    amendments: amendments.map((each) => ({
      at: composeDay(dayOf(each.at, relationship.zone)),
      by: nameFor(each.by, context),
      reason: each.reason,
      changes: describeChange(each.change, (id) => nameFor(id, context), relationship.zone),
      fingerprint: fingerprint(each.digest),
    })),
  };
}

/** Both sides in the one column: who signed, and for whom of those who were there a line is left. */
function composeSignatures(
  { signatures, attendees }: Meeting,
  { relationship, people, mentees }: Context,
): SheetSignature[] {
  const signed = signatures
    .filter(({ by }) => !relationship.mentees.includes(by) || mentees.includes(by))
    .map((signature) => composeSignature(signature, relationship, people));
  const has = (id: string) => signatures.some(({ by }) => by === id);
  const isByMentor = relationship.mentors.some(has);
  const mentor = relationship.mentors.find((id) => attendees.includes(id)) ?? relationship.mentors[0];
  const waiting = mentees.filter((id) => attendees.includes(id) && !has(id));
  return [
    ...signed,
    ...(isByMentor || mentor === undefined ? [] : [{ role: 'Mentor' as const, name: nameOf(people, mentor) }]),
    ...waiting.map((id) => ({ role: 'Mentee' as const, name: nameOf(people, id) })),
  ];
}

function composeSignature(
  { by, how, at, digest, name, drawing }: Signature,
  { mentees, zone }: Relationship,
  people: ReadonlyMap<string, Person>,
): SheetSignature {
  return {
    role: mentees.includes(by) ? 'Mentee' : 'Mentor',
    name: nameOf(people, by),
    how,
    at: composeDay(dayOf(at, zone)),
    fingerprint: fingerprint(digest),
    ...(how === 'drawn' && drawing && { drawing }),
    ...(how === 'typed' && name && { typed: name }),
  };
}

/** On the sheet of one mentee the others of a group stay without a name. */
function nameFor(id: string, { relationship, people, mentees }: Context): string {
  return relationship.mentees.includes(id) && !mentees.includes(id) ? 'another mentee' : nameOf(people, id);
}
