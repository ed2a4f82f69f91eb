// What is booked ahead under a relationship: events that look like its meetings, and planned entries of the log.
import type { Ledger } from '../ledger.ts';
import { addMinutes, compareInstants } from '../time/instants.ts';
import { type Credit, compareCredits } from './credit.ts';
import type { CalendarEvent } from './meeting.ts';
import { makeLogged } from './suggesting/logged.ts';
import { makeMatcher } from './suggesting/match.ts';

export interface Booked extends Credit {
  /** The event's title; '' of a planned entry. */
  title: string;
}

/** In order of their end, each once: an entry that was planned stands for its event. */
export function readBookings(
  ledger: Ledger,
  events: readonly CalendarEvent[],
  relationship: string,
  now: string,
): Booked[] {
  const planned = plannedEntries(ledger, relationship, now);
  const isPlanned = makeLogged(planned.map(({ entry }) => ({ ...entry, outcome: 'held' })));
  const isLogged = makeLogged(ledger.meetings);
  const match = makeMatcher(ledger);
  const found = new Map<string, Booked>();
  for (const event of events) {
    if (compareInstants(event.end, now) <= 0) continue;
    const matched = match(event);
    if (!matched || matched.bond.relationship.id !== relationship) continue;
    if (isPlanned(event, matched.partners) || isLogged(event, matched.partners)) continue;
    const { me, role } = matched.bond.relationship;
    const people = role === 'mentor' ? matched.partners : [me, ...matched.partners];
    const { id, title, start, end } = event;
    found.set(id, { meeting: id, title, start, end, minutes: matched.minutes, people });
  }
  return [...planned.map(({ booked }) => booked), ...found.values()].sort(compareCredits);
}

function plannedEntries({ meetings }: Ledger, relationship: string, now: string) {
  const ahead = meetings.filter(
    (each) => each.relationship === relationship && each.outcome === 'planned' && compareInstants(each.start, now) > 0,
  );
  return [...new Map(ahead.map((entry) => [entry.id, entry])).values()].map((entry) => {
    const { id, start, minutes, attendees } = entry;
    const booked = { meeting: id, title: '', start, end: addMinutes(start, minutes), minutes, people: attendees };
    return { entry, booked };
  });
}
