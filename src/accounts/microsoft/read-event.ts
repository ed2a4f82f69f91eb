// One event of Graph's, as a record.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { readPerson } from '../people.ts';
import { readDate, readDateOf, readInstant } from './read-time.ts';
import { readUid } from './uid.ts';
import type { WireEvent } from './wire.ts';

export interface Where {
  calendar: string;
  /** The mentor's zone, for times that name none. */
  zone: string;
}

/** Null when it can't be read. */
export function readEvent(wire: WireEvent, where: Where): CalendarEvent | null {
  const times = readTimes(wire, where.zone);
  if (!times) return null;
  const organizer = readPerson(wire.organizer?.emailAddress?.address, wire.organizer?.emailAddress?.name);
  const original = readOriginal(wire, times);
  const showAs = wire.showAs?.toLowerCase();
  return {
    id: wire.id,
    ...(wire.iCalUId && { uid: readUid(wire.iCalUId) }),
    calendar: where.calendar,
    title: wire.subject ?? '',
    ...times,
    // "workingElsewhere" says where one works, not that one is taken.
    busy: showAs !== 'free' && showAs !== 'workingelsewhere',
    status: wire.isCancelled ? 'cancelled' : showAs === 'tentative' ? 'tentative' : 'confirmed',
    myResponse: readResponse(wire),
    ...(organizer && { organizer }),
    attendees: readAttendees(wire),
    ...(wire.seriesMasterId && { series: wire.seriesMasterId }),
    ...(original && { originalStart: original }),
    ...(wire.location?.displayName && { location: wire.location.displayName }),
    kind: showAs === 'oof' ? 'out-of-office' : 'default',
  };
}

/** Rooms and equipment are no people. */
function readAttendees({ attendees }: WireEvent): CalendarEvent['attendees'] {
  return (attendees ?? []).flatMap(({ type, emailAddress }) =>
    type?.toLowerCase() === 'resource' ? [] : (readPerson(emailAddress?.address, emailAddress?.name) ?? []),
  );
}

const responses: ReadonlyMap<string, CalendarEvent['myResponse']> = new Map([
  ['organizer', 'accepted'],
  ['accepted', 'accepted'],
  ['tentativelyaccepted', 'tentative'],
  ['declined', 'declined'],
]);

/** Graph says `none` of an own appointment that nobody was asked to; making it is accepting it. */
function readResponse({ responseStatus, isOrganizer, attendees }: WireEvent): CalendarEvent['myResponse'] {
  const said = responses.get(responseStatus?.response?.toLowerCase() ?? '');
  return said ?? (isOrganizer || (isOrganizer !== false && !attendees?.length) ? 'accepted' : 'none');
}

type Times = Pick<CalendarEvent, 'start' | 'end' | 'allDay'>;

function readTimes({ start, end, isAllDay, originalStartTimeZone }: WireEvent, zone: string): Times | null {
  if (!start || !end) return null;
  const read = isAllDay ? readDate : (time: typeof start) => readInstant(time, [originalStartTimeZone, zone]);
  const from = read(start);
  const to = read(end);
  if (!from || !to) return null;
  if (!isAllDay) return Date.parse(to) < Date.parse(from) ? null : { allDay: false, start: from, end: to };
  const next = Temporal.PlainDate.from(from).add({ days: 1 }).toString();
  return { allDay: true, start: from, end: to > from ? to : next };
}

/**
 * When the series planned it. Where the answer leaves it out, an occurrence that is no exception stands where it was
 * planned; of an exception it is not known.
 */
function readOriginal(wire: WireEvent, { start, allDay }: Times): string | null {
  if (!wire.seriesMasterId) return null;
  const said = wire.originalStart ? readInstant({ dateTime: wire.originalStart, timeZone: 'UTC' }, []) : null;
  if (said) return allDay ? readDateOf(said, [wire.originalStartTimeZone]) : said;
  return wire.type?.toLowerCase() === 'occurrence' ? start : null;
}
