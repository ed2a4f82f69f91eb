// What a new entry begins with: filled in from a suggestion, or empty for a meeting that was in no calendar.
import type { Ledger } from '../../domain/ledger.ts';
import type { Meeting, Refusal } from '../../domain/meeting/meeting.ts';
import type { Suggestion } from '../../domain/meeting/suggest.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { composePrint } from './differs.ts';

/** One event may stand for an entry in each of two relationships, as a speed session does. */
function composeId({ event, relationship }: Suggestion, meetings: readonly Meeting[]): string {
  const isTaken = meetings.some((each) => each.id === event.id && each.relationship !== relationship);
  return isTaken ? `${event.id} ${relationship}` : event.id;
}

export function draftFromSuggestion(suggestion: Suggestion, ledger: Ledger, now: string): Meeting {
  const { event, relationship, attendees, minutes } = suggestion;
  return {
    id: composeId(suggestion, ledger.meetings),
    relationship,
    start: event.start,
    minutes,
    outcome: 'held',
    attendees,
    topics: [],
    homework: [],
    signatures: [],
    event: event.id,
    ...(event.series !== undefined && { series: event.series }),
    eventPrint: composePrint(event),
    plannedStart: event.start,
    plannedMinutes: minutes,
    enteredAt: now,
    enteredFrom: 'calendar',
  };
}

/** The half hour that has begun, an hour ago, for an hour. */
export function draftTyped(relationship: Relationship, id: string, now: string): Meeting {
  const others = othersIn(relationship);
  const start = Temporal.Instant.from(now).round({
    smallestUnit: 'minute',
    roundingIncrement: 30,
    roundingMode: 'floor',
  });
  return {
    id,
    relationship: relationship.id,
    start: start.subtract({ hours: 1 }).toString(),
    minutes: 60,
    outcome: 'held',
    attendees: withMe(relationship, others.length === 1 ? others : []),
    topics: [],
    homework: [],
    signatures: [],
    enteredAt: now,
    enteredFrom: 'typed',
  };
}

/** Those across: the mentees of a mentor, the mentors of a mentee. */
export function othersIn({ role, mentees, mentors, me }: Relationship): string[] {
  return (role === 'mentor' ? mentees : mentors).filter((id) => id !== me);
}

/** A mentee who keeps the log is credited too. */
export function withMe({ me, mentees }: Relationship, attendees: readonly string[]): string[] {
  return [...new Set(mentees.includes(me) ? [me, ...attendees] : attendees)];
}

export type RefusalReach = 'event' | 'series' | 'title';

/** That an event, its series or everything of its title is no mentoring meeting. */
export function composeRefusal({ event }: Suggestion, reach: RefusalReach, at: string): Refusal {
  if (reach === 'series' && event.series !== undefined)
    return { id: `series ${event.series}`, at, series: event.series, shown: event.title };
  if (reach === 'title')
    return { id: `title ${event.title}`.slice(0, 500), at, title: event.title, shown: event.title };
  return { id: `event ${event.id}`, at, event: event.id, shown: event.title };
}
