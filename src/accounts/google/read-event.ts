// One event of Google's, as a record. An event that can't be read is null; one that says only that it is gone is a
// tombstone (schema Event, `status`: a deleted event is sure to have its id and nothing more).
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { readPerson } from '../people.ts';
import type { WireEvent, WireTime } from './wire.ts';

export type ReadEvent = { put: CalendarEvent } | { gone: string } | { skipped: true } | null;

interface Where {
  calendar: string;
  /** For times that carry neither offset nor zone. */
  zone: string;
}

export function readEvent(wire: WireEvent, where: Where): ReadEvent {
  const isCancelled = wire.status === 'cancelled';
  // The rule of a series is no meeting; asked for single events, Google sends none.
  if (wire.recurrence && wire.recurrence.length > 0 && !wire.recurringEventId) return { skipped: true };
  const times = readTimes(wire, where.zone);
  if (!times) return isCancelled ? { gone: wire.id } : null;
  return { put: { ...times, ...readWhat(wire, where) } };
}

function readWhat(wire: WireEvent, { calendar, zone }: Where): Omit<CalendarEvent, 'start' | 'end' | 'allDay'> {
  const organizer = readPerson(wire.organizer?.email, wire.organizer?.displayName);
  const original = wire.originalStartTime ? readTime(wire.originalStartTime, zone) : null;
  return {
    id: wire.id,
    ...(wire.iCalUID && { uid: wire.iCalUID }),
    calendar,
    title: wire.summary ?? '',
    busy: wire.transparency !== 'transparent' && !isMarker(wire),
    status: wire.status === 'cancelled' || wire.status === 'tentative' ? wire.status : 'confirmed',
    myResponse: readResponse(wire),
    ...(organizer && { organizer }),
    attendees: (wire.attendees ?? []).flatMap(
      ({ email, displayName, resource }) => (resource ? null : readPerson(email, displayName)) ?? [],
    ),
    ...(wire.recurringEventId && { series: wire.recurringEventId }),
    ...(original && { originalStart: original }),
    ...(wire.location && { location: wire.location }),
    kind: wire.eventType === 'outOfOffice' ? 'out-of-office' : wire.eventType === 'focusTime' ? 'focus' : 'default',
  };
}

/** Where one works and whose birthday it is stand in the calendar and take no time. */
function isMarker({ eventType }: WireEvent): boolean {
  return eventType === 'workingLocation' || eventType === 'birthday';
}

const responses: ReadonlyMap<string, CalendarEvent['myResponse']> = new Map([
  ['accepted', 'accepted'],
  ['declined', 'declined'],
  ['tentative', 'tentative'],
]);

/** Who is no guest of an own event has accepted it by making it. */
function readResponse({ attendees, organizer }: WireEvent): CalendarEvent['myResponse'] {
  const me = attendees?.find(({ self }) => self);
  if (me) return responses.get(me.responseStatus ?? '') ?? 'none';
  return organizer?.self || !attendees?.length ? 'accepted' : 'none';
}

function readTimes(wire: WireEvent, zone: string): Pick<CalendarEvent, 'start' | 'end' | 'allDay'> | null {
  const { start, end } = wire;
  if (!start || !end) return null;
  const allDay = Boolean(start.date);
  if (allDay !== Boolean(end.date)) return null;
  const from = readTime(start, zone);
  const to = readTime(end, zone);
  if (!from || !to) return null;
  if (allDay) return { allDay, start: from, end: to > from ? to : nextDay(from) };
  return Date.parse(to) < Date.parse(from) ? null : { allDay, start: from, end: to };
}

const nextDay = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/** A date, or an instant in whole seconds. */
function readTime({ date, dateTime, timeZone }: WireTime, zone: string): string | null {
  try {
    if (date) return Temporal.PlainDate.from(date).toString();
    if (!dateTime) return null;
    const instant = /(Z|[+-]\d\d:?\d\d)$/i.test(dateTime)
      ? Temporal.Instant.from(dateTime)
      : Temporal.PlainDateTime.from(dateTime)
          .toZonedDateTime(timeZone || zone)
          .toInstant();
    return instant.round({ smallestUnit: 'second', roundingMode: 'trunc' }).toString();
  } catch {
    return null;
  }
}
