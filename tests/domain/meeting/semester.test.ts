// The demonstration's calendars say of each event whether it was mentoring, which no calendar tells: with an empty log,
// what is suggested has to be exactly that.
import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../src/domain/ledger.ts';
import { forecast } from '../../../src/domain/meeting/forecast.ts';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { suggestMeetings } from '../../../src/domain/meeting/suggest.ts';
import { spread } from '../../standin/semester/calendar/occurrences.ts';
import type { Instance } from '../../standin/semester/calendar/types.ts';
import { semesterCalendars } from '../../standin/semester/calendar.ts';
import { demonstration, ledgerBackup, semester } from '../../standin/semester.ts';

const { now, zone } = demonstration;
const made = ledgerBackup(semester());
const window = ['2025-09-01T00:00:00Z', '2026-07-01T00:00:00Z'] as const;
const { events } = semesterCalendars(now, zone);
const instances = events.flatMap((event) => spread(event, ...window));

function toEvent({ event, original, start, end, title, response, cancelled }: Instance): CalendarEvent {
  const instant = (text: string) => (event.allDay ? text : Temporal.Instant.from(text).toString());
  return {
    id: `${event.vendor} ${event.key} ${original ?? ''}`,
    calendar: event.calendar,
    title,
    start: instant(start),
    end: instant(end),
    allDay: event.allDay,
    busy: event.busy,
    status: cancelled ? 'cancelled' : event.status,
    myResponse: response,
    organizer: { email: event.organizer.email },
    attendees: event.guests.map(({ email }) => ({ email })),
    ...(event.rule && { series: event.key }),
    kind: event.kind === 'working-location' ? 'default' : event.kind,
  };
}

describe('the calendars of a semester', () => {
  const ledger = { ...emptyLedger(), people: made.people, relationships: made.relationships };
  const past = instances.filter(({ end }) => end <= now);
  const isHeld = ({ event, cancelled, start }: Instance) =>
    event.mentoring !== undefined && !cancelled && start >= made.relationships[0]!.start;

  it('suggest every meeting that was held, under its relationship and with whom it was, and nothing else', () => {
    const found = suggestMeetings(instances.map(toEvent), ledger, now);
    const expected = past.filter(isHeld).map((instance) => {
      const { relationship, mentees } = instance.event.mentoring!;
      return [toEvent(instance).id, relationship, [...mentees].sort().join(' ')];
    });
    expect(expected.length).toBeGreaterThan(30);
    expect(past.length).toBeGreaterThan(expected.length * 2);
    expect(
      found
        .map(({ event, relationship, attendees }) => [event.id, relationship, [...attendees].sort().join(' ')])
        .sort(),
    ).toEqual(expected.sort());
  });

  it('foretell from what is booked, for everybody whom the programmes ask to meet', () => {
    const ahead = made.relationships.flatMap(({ id }) => forecast(ledger, instances.map(toEvent), id, now));
    expect(ahead).toHaveLength(15);
    const group = ahead.filter(({ rule }) => rule === 'semester-meeting');
    expect(group.every(({ booked, metAt }) => booked.length > 0 && metAt !== undefined)).toBe(true);
  });
});
