// Whether an event looks like a mentoring meeting, under which relationship, with whom, and how that shows.
import type { Ledger } from '../../ledger.ts';
import { compareInstants } from '../../time/instants.ts';
import type { CalendarEvent, Meeting } from '../meeting.ts';
import { type Bond, type Circle, drawCircle } from './circle.ts';
import { mayBeMeeting, meetingMinutes } from './eligible.ts';
import { findNamed } from './names.ts';
import { isProgrammeDate } from './programme-date.ts';
import { makeRefused } from './refused.ts';
import { isSpeedSession, speaksOfMentoring } from './session-words.ts';

export type MatchCode = 'attendee' | 'group' | 'series' | 'title' | 'speed-session';

export interface Match {
  bond: Bond;
  /** Person ids of those the meeting is with. */
  partners: string[];
  minutes: number;
  code: MatchCode;
}

/** Beside the partners so many others may come: somebody introduced, a room, a list. */
const OTHERS = 2;

/** Looks at any number of events of one ledger. Refused ones and dates of the programme match nothing. */
export function makeMatcher(ledger: Ledger): (event: CalendarEvent) => Match | null {
  const circle = drawCircle(ledger);
  const series = confirmedSeries(ledger.meetings);
  const isRefused = makeRefused(ledger.refusals ?? []);
  const dates = new Set((ledger.programmeEvents ?? []).flatMap(({ calendarEvent }) => calendarEvent ?? []));
  return (event) => {
    if (!mayBeMeeting(event)) return null;
    const found = look(circle, event, event.series === undefined ? undefined : series.get(event.series));
    if (!found || dates.has(event.id) || isRefused(event)) return null;
    if (found.code !== 'series' && isProgrammeDate(event.title, found.bond.programme)) return null;
    const minutes = meetingMinutes(event);
    return minutes === null ? null : { ...found, minutes };
  };
}

type Found = Omit<Match, 'minutes'>;

function look(circle: Circle, event: CalendarEvent, before: Meeting | undefined): Found | null {
  const { partners, others, isMine } = readGuests(circle, event);
  if (before) return again(circle, event, before, partners);
  if (partners.size > 0)
    return isMine && fits(circle, event, partners, others) ? withThese(circle, event, partners) : null;
  if (others > 0 || !isMine) return null;
  const named = event.status === 'tentative' ? [] : findNamed(event.title, circle.names);
  if (named.length > 0) {
    const found = choose(circle, event, new Set(named));
    return found && { ...found, code: 'title' };
  }
  return speedSession(circle, event);
}

interface Guests {
  /** Those who are met. */
  partners: ReadonlySet<string>;
  /** How many others there are who belong to no relationship. */
  others: number;
  /** Whether the event is on the owner's side at all. */
  isMine: boolean;
}

const nobody: ReadonlySet<string> = new Set();
/** More guests than this need not be counted. */
const MANY = 100;

function readGuests({ seats }: Circle, { attendees, organizer, myResponse }: CalendarEvent): Guests {
  let partners: Set<string> | undefined;
  const outside: string[] = [];
  let isMine = myResponse !== 'none' || organizer === undefined;
  for (let at = organizer ? -1 : 0; at < attendees.length; at += 1) {
    const { email } = at < 0 ? organizer! : attendees[at]!;
    const seat = seats.get(email);
    if (!seat) {
      if (outside.length < MANY && !isRoom(email) && !outside.includes(email)) outside.push(email);
      continue;
    }
    if (seat.isMySide) isMine = true;
    for (const id of seat.partners) partners = (partners ?? new Set()).add(id);
  }
  return { partners: partners ?? nobody, others: outside.length, isMine };
}

const isRoom = (email: string) => email.endsWith('resource.calendar.google.com');

/** A class, a rota or somebody else's committee may have a mentee in it, and is no mentoring. */
function fits(
  { seats }: Circle,
  { organizer, title }: CalendarEvent,
  partners: ReadonlySet<string>,
  others: number,
): boolean {
  if (others > Math.max(OTHERS, partners.size)) return false;
  const isOurs = organizer === undefined || seats.has(organizer.email);
  return isOurs || speaksOfMentoring(title);
}

/** A series that was logged before goes on, with whom it was or with those who are invited now. */
function again(circle: Circle, event: CalendarEvent, before: Meeting, invited: ReadonlySet<string>): Found | null {
  const bond = circle.bonds.get(before.relationship);
  if (!bond || !isDuring(bond, event)) return null;
  const now = [...invited].filter((id) => bond.partners.has(id));
  const partners = now.length > 0 ? now : before.attendees.filter((id) => bond.partners.has(id));
  return partners.length > 0 ? { bond, partners, code: 'series' } : null;
}

function withThese(circle: Circle, event: CalendarEvent, partners: ReadonlySet<string>): Found | null {
  const found = choose(circle, event, partners);
  return found && { ...found, code: found.partners.length > 1 ? 'group' : 'attendee' };
}

/**
 * Of several relationships under which it may be logged: the one with the most of those who are met, then the one whose
 * programme the title speaks of, then the one that began last.
 */
function choose(circle: Circle, event: CalendarEvent, met: ReadonlySet<string>): Omit<Found, 'code'> | null {
  const bonds = new Set([...met].flatMap((id) => circle.bondsOf.get(id) ?? []));
  const options = [...bonds]
    .filter((bond) => isDuring(bond, event))
    .map((bond) => ({ bond, partners: [...met].filter((id) => bond.partners.has(id)) }));
  if (options.length > 1) options.sort((a, b) => compareOptions(event.title, a, b));
  return options[0] ?? null;
}

function compareOptions(title: string, a: Omit<Found, 'code'>, b: Omit<Found, 'code'>): number {
  const speaks = ({ bond }: typeof a) => Number(speaksOfMentoring(title, bond.programme, { only: true }));
  return (
    b.partners.length - a.partners.length ||
    speaks(b) - speaks(a) ||
    compareInstants(b.bond.from, a.bond.from) ||
    (a.bond.relationship.id < b.bond.relationship.id ? -1 : 1)
  );
}

function isDuring({ from, to }: Bond, { start }: CalendarEvent): boolean {
  return compareInstants(start, from) >= 0 && (to === undefined || compareInstants(start, to) < 0);
}

/** With nobody invited, a speed session is with the one person there is under such a programme. */
function speedSession(circle: Circle, event: CalendarEvent): Found | null {
  for (const bond of circle.bonds.values()) {
    const { programme, partners } = bond;
    if (partners.size !== 1 || !isDuring(bond, event) || !isSpeedSession(event.title, programme)) continue;
    return { bond, partners: [...partners], code: 'speed-session' };
  }
  return null;
}

/** The last meeting that was held of each series. */
function confirmedSeries(meetings: readonly Meeting[]): Map<string, Meeting> {
  const last = new Map<string, Meeting>();
  for (const meeting of meetings) {
    if (meeting.series === undefined || meeting.outcome !== 'held') continue;
    const known = last.get(meeting.series);
    const later = known && (compareInstants(meeting.start, known.start) || (meeting.id < known.id ? -1 : 1));
    if (later === undefined || later > 0) last.set(meeting.series, meeting);
  }
  return last;
}
