// Which entries a sheet speaks of.
import type { Ledger } from '../../domain/ledger.ts';
import { currentMeeting, findAmendments } from '../../domain/meeting/chain.ts';
import type { Amendment, Meeting } from '../../domain/meeting/meeting.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { SheetRequest } from './address.ts';
import { dayOf } from './sheet-words.ts';

/** An entry as it was signed, and as its amendments leave it. */
export interface ChosenEntry {
  stored: Meeting;
  now: Meeting;
  amendments: Amendment[];
}

/** The entries a request speaks of, in the order of time: not those still planned. */
export function chooseEntries(
  { meetings, amendments }: Pick<Ledger, 'meetings' | 'amendments'>,
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
