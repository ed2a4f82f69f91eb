// The log as rules see it: each entry once and as its amendments leave it. One that says it was held counts from the
// moment it ended, never before.
import type { Ledger } from '../ledger.ts';
import { currentMeeting } from '../meeting/chain.ts';
import type { Meeting } from '../meeting/meeting.ts';
import { addMinutes } from '../time/instants.ts';

export interface Entries {
  /** Those that are facts by now. */
  current: Meeting[];
  /** Amended ones as they were signed, by id. */
  signed: Map<string, Meeting>;
  /** When those that are still going on, or are dated ahead, will have ended. */
  ends: string[];
}

export function readEntries({ meetings, amendments }: Pick<Ledger, 'meetings' | 'amendments'>, now: string): Entries {
  const entries: Entries = { current: [], signed: new Map(), ends: [] };
  const amended = Map.groupBy(amendments ?? [], ({ meeting }) => meeting);
  const time = Date.parse(now);
  for (const stored of new Map((meetings ?? []).map((meeting) => [meeting.id, meeting])).values()) {
    const own = amended.get(stored.id);
    const meeting = own ? currentMeeting(stored, own) : stored;
    if (own) entries.signed.set(stored.id, stored);
    const isAhead = Date.parse(meeting.start) + meeting.minutes * 60_000 > time;
    if (meeting.outcome === 'held' && isAhead) entries.ends.push(addMinutes(meeting.start, meeting.minutes));
    else entries.current.push(meeting);
  }
  return entries;
}
