// Events that look like mentoring meetings that were held and are not in the log yet, each with its reason (PROGRAMMES
// section 1.3). Precision comes before recall: what is offered wrongly costs more than what has to be added by hand.
import type { Ledger } from '../ledger.ts';
import { compareInstants } from '../time/instants.ts';
import type { CalendarEvent } from './meeting.ts';
import { makeLogged } from './suggesting/logged.ts';
import { type Match, type MatchCode, makeMatcher } from './suggesting/match.ts';
import { composeReason } from './suggesting/reason.ts';

export { describeLesson, type Lesson, readLessons } from './suggesting/refused.ts';

export interface Suggestion {
  event: CalendarEvent;
  /** Id of the relationship under which it would be logged. */
  relationship: string;
  /** Person ids of the mentees it would credit; on a mentee's own side, the mentee and the mentors. */
  attendees: string[];
  /** As the calendar has it. */
  minutes: number;
  /** Why it is suggested, in words. */
  reason: string;
  code: MatchCode;
}

/**
 * Newest first. `events` are those of the window that is looked at.
 * @param now an ISO instant in UTC; only what has ended by then was held
 */
export function suggestMeetings(events: readonly CalendarEvent[], ledger: Ledger, now: string): Suggestion[] {
  const match = makeMatcher(ledger);
  const isLogged = makeLogged(ledger.meetings);
  const names = new Map(ledger.people.map(({ id, name }) => [id, name]));
  const found = new Map<string, Suggestion>();
  for (const event of events) {
    if (compareInstants(event.end, now) > 0) continue;
    const matched = match(event);
    if (!matched || found.has(event.id) || isLogged(event, matched.partners)) continue;
    found.set(event.id, compose(event, matched, names));
  }
  return [...found.values()].sort(
    (a, b) => compareInstants(b.event.start, a.event.start) || (a.event.id < b.event.id ? -1 : 1),
  );
}

function compose(event: CalendarEvent, matched: Match, names: ReadonlyMap<string, string>): Suggestion {
  const { bond, partners, minutes, code } = matched;
  const { id, role, me } = bond.relationship;
  return {
    event,
    relationship: id,
    attendees: role === 'mentor' ? partners : [me, ...partners],
    minutes,
    reason: composeReason(code, partners.map((each) => names.get(each) ?? '').filter(Boolean)),
    code,
  };
}
