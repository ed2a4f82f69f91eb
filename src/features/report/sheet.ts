// The tracking sheet (PROGRAMMES M8, M9) as plain facts: what the print page shows, and what goes into the bundle. A
// private note is never among them, nor is one that is only mentor's and mentee's: the sheet is for the programme.
import type { Ledger } from '../../domain/ledger.ts';
import { type ChainFacts, readChain, sealPrint } from '../../domain/meeting/chain.ts';
import type { Signature } from '../../domain/meeting/meeting.ts';
import { findProgramme } from '../../programmes/index.ts';
import type { SheetRequest } from './address.ts';
import { chooseEntries } from './choose-entries.ts';
import { contactOf, nameOf } from './person-words.ts';
import { type Context, composeEntry } from './sheet-entry.ts';

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
  /** The last seal of the relationship's chain, `7F3A-91C2-00AB-5D1E`. Absent before anything is signed. */
  seal?: string;
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

type Facts = ChainFacts & Pick<Ledger, 'people' | 'relationships' | 'programmes'>;

/** Null when there is no such relationship, or no such mentee in it. */
export function composeSheet(facts: Facts, request: SheetRequest): Sheet | null {
  const relationship = facts.relationships.find(({ id }) => id === request.relationship);
  if (!relationship || (request.mentee && !relationship.mentees.includes(request.mentee))) return null;
  const people = new Map(facts.people.map((person) => [person.id, person]));
  const mentees = request.mentee ? [request.mentee] : relationship.mentees;
  const chosen = chooseEntries(facts, relationship, request);
  const context: Context = { relationship, people, mentees };
  const last = readChain(facts, relationship.id).at(-1);
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
    ...(last && { seal: sealPrint(last.seal.digest) }),
  };
}
