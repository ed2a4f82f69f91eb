// The tracking sheet (PROGRAMMES M8, M9) as plain facts: what the print page shows, and what goes into the bundle. A
// private note is never among them, nor is one that is only mentor's and mentee's: the sheet is for the programme.
import type { Ledger } from '../../domain/ledger.ts';
import { currentMeeting, findAmendments, fingerprint } from '../../domain/meeting/chain.ts';
import type { Amendment, Meeting, Signature } from '../../domain/meeting/meeting.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { findProgramme } from '../../programmes/index.ts';
import type { SheetRequest } from './address.ts';
import { describeChange } from './change-words.ts';
import { composeClockRange, composeDay, composeHours, dayOf } from './sheet-words.ts';

export interface Sheet {
  programme: string;
  /** Name of mentor, name of mentee, mentee contact information: one each, or several in a cohort. */
  mentors: string[];
  mentees: string[];
  contacts: { name: string; lines: string[] }[];
  from: string;
  to: string;
  zone: string;
  entries: SheetEntry[];
  totals: SheetTotals;
}

export interface SheetEntry {
  /** The meeting's id. */
  id: string;
  date: string;
  /** "6:00 pm – 7:00 pm"; of an entry without a time, that none was recorded. */
  range: string;
  /** "1 hour". '' where no time was recorded. */
  hours: string;
  /** Who attended, where the sheet is of several mentees. */
  attendees: string[];
  topics: { text: string; level: number }[];
  homework: string[];
  signatures: SheetSignature[];
  amendments: SheetAmendment[];
}

export interface SheetSignature {
  role: 'Mentor' | 'Mentee';
  name: string;
  /** Absent: not signed, and a line is left to sign on. */
  how?: Signature['how'];
  /** "18 May 2016". */
  at?: string;
  /** "7F3A-91C2". */
  fingerprint?: string;
  drawing?: NonNullable<Signature['drawing']>;
  typed?: string;
}

export interface SheetAmendment {
  at: string;
  by: string;
  reason: string;
  changes: string[];
  fingerprint: string;
}

export interface SheetTotals {
  meetings: number;
  minutes: number;
  /** Never counted as time spent (M3). */
  preparation: number;
  cancelled: number;
  missed: number;
}

type Facts = Pick<Ledger, 'people' | 'relationships' | 'programmes' | 'meetings' | 'amendments'>;

/** Null when there is no such relationship, or no such mentee in it. */
export function composeSheet(facts: Facts, request: SheetRequest): Sheet | null {
  const relationship = facts.relationships.find(({ id }) => id === request.relationship);
  if (!relationship || (request.mentee && !relationship.mentees.includes(request.mentee))) return null;
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const mentees = request.mentee ? [request.mentee] : relationship.mentees;
  const chosen = chooseEntries(facts, relationship, request);
  const context: Context = { relationship, people, mentees };
  const held = chosen.filter(({ now }) => now.outcome === 'held');
  return {
    programme: findProgramme(facts.programmes, relationship.programme)?.name ?? '',
    mentors: relationship.mentors.map((id) => nameOf(people, id)),
    mentees: mentees.map((id) => nameOf(people, id)),
    contacts: mentees.map((id) => ({ name: nameOf(people, id), lines: contactOf(people.get(id)) })),
    from: request.from,
    to: request.to,
    zone: relationship.zone,
    entries: chosen
      .filter(({ stored, now }) => stored.outcome === 'held' || now.outcome === 'held')
      .map((entry) => composeEntry(entry, context)),
    totals: {
      meetings: held.length,
      minutes: held.reduce((sum, { now }) => sum + now.minutes, 0),
      preparation: held.reduce((sum, { now }) => sum + (now.preparationMinutes ?? 0), 0),
      cancelled: chosen.filter(({ now }) => now.outcome === 'cancelled').length,
      missed: chosen.filter(({ now }) => now.outcome === 'no-show').length,
    },
  };
}

/** An entry as it was signed, and as its amendments leave it. */
export interface ChosenEntry {
  stored: Meeting;
  now: Meeting;
  amendments: Amendment[];
}

/** The entries a request speaks of, in the order of time: not those still planned. */
export function chooseEntries(
  { meetings, amendments }: Pick<Facts, 'meetings' | 'amendments'>,
  { zone }: Relationship,
  { relationship, mentee, from, to }: SheetRequest,
): ChosenEntry[] {
  return meetings
    .filter((stored) => stored.relationship === relationship)
    .map((stored) => ({
      stored,
      now: currentMeeting(stored, amendments),
      amendments: findAmendments(stored, amendments),
    }))
    .filter(({ now }) => now.outcome !== 'planned')
    .filter(({ now, stored }) => !mentee || now.attendees.includes(mentee) || stored.attendees.includes(mentee))
    .filter(({ now }) => dayOf(now.start, zone) >= from && dayOf(now.start, zone) <= to)
    .toSorted((one, other) => Temporal.Instant.compare(one.now.start, other.now.start));
}

interface Context {
  relationship: Relationship;
  people: ReadonlyMap<string, Person>;
  mentees: readonly string[];
}

function composeEntry({ stored, amendments }: ChosenEntry, context: Context): SheetEntry {
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
      by: nameOf(people, each.by),
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

export const nameOf = (people: ReadonlyMap<string, Person>, id: string) => {
  const person = people.get(id);
  return person?.name.trim() || person?.emails[0] || 'Somebody removed';
};

export const contactOf = (person: Person | undefined) => [
  ...(person?.emails ?? []),
  ...(person?.phone ? [person.phone] : []),
];
