// What a meeting counts for. It credits those who attended; cancelled, missed and planned ones are kept and credit nobody,
// and preparation time never counts (PROGRAMMES M3, section 1.9 notes 6 and 8).
import { addMinutes, compareInstants } from '../time/instants.ts';
import { dateOf, endOf, startOf } from '../time/windows.ts';
import type { Window } from '../verdict/verdict.ts';
import { currentMeeting } from './chain.ts';
import type { Amendment, Meeting } from './meeting.ts';

export interface Credit {
  /** The meeting's id. */
  meeting: string;
  /** Person ids of all who came, each once. */
  people: string[];
  /** Instants. It counts from its end on, in the window in which it began. */
  start: string;
  end: string;
  minutes: number;
}

export interface Total {
  meetings: number;
  minutes: number;
}

/** Null for a meeting that credits nobody. Amendments of other meetings are passed over. */
export function creditOf(meeting: Meeting, amendments: readonly Amendment[] = []): Credit | null {
  const { id, outcome, attendees, start, minutes } = currentMeeting(meeting, amendments);
  if (outcome !== 'held' || attendees.length === 0) return null;
  return { meeting: id, people: [...new Set(attendees)], start, end: addMinutes(start, minutes), minutes };
}

/** The credits of those that have ended, each meeting once, in order. */
export function creditsUntil(
  now: string,
  meetings: readonly Meeting[],
  amendments: readonly Amendment[] = [],
): Credit[] {
  const byMeeting = Map.groupBy(amendments, ({ meeting }) => meeting);
  const credits = new Map<string, Credit>();
  for (const meeting of meetings) {
    const credit = creditOf(meeting, byMeeting.get(meeting.id));
    if (credit && compareInstants(credit.end, now) <= 0) credits.set(credit.meeting, credit);
  }
  return [...credits.values()].sort(compareCredits);
}

/** By when they count; of two that end together, by id, so that any order of records gives the same. */
export function compareCredits(a: Credit, b: Credit): number {
  return compareInstants(a.end, b.end) || (a.meeting < b.meeting ? -1 : 1);
}

/** Those of one person. */
export function creditsFor(person: string, credits: readonly Credit[]): Credit[] {
  return credits.filter(({ people }) => people.includes(person));
}

/** Those that began within the window, by the date in the zone. */
export function creditsWithin(window: Window, zone: string, credits: readonly Credit[]): Credit[] {
  const [from, to] = [startOf(window.from, zone), endOf(window.to, zone)];
  return credits.filter(({ start }) => compareInstants(start, from) >= 0 && compareInstants(start, to) < 0);
}

export function totalOf(credits: readonly Credit[]): Total {
  return { meetings: credits.length, minutes: credits.reduce((sum, { minutes }) => sum + minutes, 0) };
}

/** By person id. */
export function totalsByPerson(credits: readonly Credit[]): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const { people, minutes } of credits) for (const person of people) add(totals, person, minutes);
  return totals;
}

/** By month as `2026-03`, in the zone; months without a meeting are not there. */
export function totalsByMonth(credits: readonly Credit[], zone: string): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const { start, minutes } of credits) add(totals, dateOf(start, zone).slice(0, 7), minutes);
  return totals;
}

function add(totals: Map<string, Total>, key: string, minutes: number): void {
  const known = totals.get(key);
  totals.set(key, { meetings: (known?.meetings ?? 0) + 1, minutes: (known?.minutes ?? 0) + minutes });
}
