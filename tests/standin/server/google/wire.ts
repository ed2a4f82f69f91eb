// Events and calendars as Google's API writes them.
import { compactTime, googleEventId, googleInstanceId, googleUid } from '../../semester/calendar/ids.ts';
import type { Guest, Instance, Response, StandinCalendar } from '../../semester/calendar/types.ts';
import type { CalendarBook } from '../calendars.ts';

const ids: Record<string, string> = {
  rotations: 'c_5f1r0tat10ns7a2b9@group.calendar.google.com',
  holidays: 'en.canadian#holiday@group.v.calendar.google.com',
};

export function googleCalendarId(book: CalendarBook, key: string): string {
  return key === 'primary' ? book.owner.email : (ids[key] ?? `${key}@group.calendar.google.com`);
}

/** By its id, or by the word `primary`. */
export function findCalendar(book: CalendarBook, id: string): StandinCalendar | undefined {
  return (
    book.calendars.find(({ key }) => id === key && key === 'primary') ??
    book.calendars.find(({ key }) => googleCalendarId(book, key) === id)
  );
}

export function writeCalendar(book: CalendarBook, calendar: StandinCalendar): object {
  const { key, name, own, primary } = calendar;
  return {
    kind: 'calendar#calendarListEntry',
    etag: `"${1_772_000_000_000_000 + book.version}"`,
    id: googleCalendarId(book, key),
    summary: primary ? book.owner.email : name,
    ...(primary ? { primary: true } : {}),
    timeZone: book.zone,
    colorId: '14',
    backgroundColor: '#9fe1e7',
    foregroundColor: '#000000',
    selected: true,
    accessRole: own ? 'owner' : 'reader',
    defaultReminders: [],
  };
}

const responses: Record<Response, string> = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
  none: 'needsAction',
};

const types = {
  default: 'default',
  'out-of-office': 'outOfOffice',
  focus: 'focusTime',
  'working-location': 'workingLocation',
};

function writeTime(text: string, zone: string): object {
  if (text.length === 10) return { date: text };
  const local = Temporal.Instant.from(text).toZonedDateTimeISO(zone);
  return { dateTime: local.toString({ timeZoneName: 'never', smallestUnit: 'second' }), timeZone: zone };
}

function writeGuest({ name, email, response }: Guest): object {
  return { email, ...(name ? { displayName: name } : {}), responseStatus: responses[response] };
}

function writeGuests(book: CalendarBook, { event, response }: Instance, most: number): object {
  if (event.guests.length === 0) return {};
  const organizes = event.organizer.email === book.owner.email;
  const mine = {
    email: book.owner.email,
    self: true,
    ...(organizes ? { organizer: true } : {}),
    responseStatus: responses[response],
  };
  if (event.guests.length + 1 > most) return { attendees: [mine], attendeesOmitted: true };
  return { attendees: [mine, ...event.guests.map(writeGuest)] };
}

/** What only some kinds of event have. */
function writeKind(kind: Instance['event']['kind']): object {
  if (kind === 'out-of-office') {
    return { outOfOfficeProperties: { autoDeclineMode: 'declineNone' }, transparency: 'opaque' };
  }
  if (kind === 'focus') return { focusTimeProperties: { autoDeclineMode: 'declineNone', chatStatus: 'doNotDisturb' } };
  return kind === 'working-location' ? { workingLocationProperties: { type: 'homeOffice', homeOffice: {} } } : {};
}

function writeSeries({ event, original }: Instance): object {
  if (original === undefined) return {};
  return { recurringEventId: googleEventId(event), originalStartTime: writeTime(original, event.zone) };
}

const etag = (book: CalendarBook, instance: Instance) => `"${3_546_000_000_000_000 + book.changedAt(instance) * 2}"`;

/** One that is gone: nothing but its name is promised. */
export function writeTombstone(book: CalendarBook, instance: Instance): object {
  return {
    kind: 'calendar#event',
    etag: etag(book, instance),
    id: googleInstanceId(instance),
    status: 'cancelled',
    ...writeSeries(instance),
  };
}

export function writeEvent(book: CalendarBook, instance: Instance, mostGuests: number): object {
  const { event, original, start, end, title, location, cancelled } = instance;
  const { zone, organizer, kind, busy, status } = event;
  const self = organizer.email === book.owner.email;
  const who = {
    email: organizer.email,
    ...(organizer.name ? { displayName: organizer.name } : {}),
    ...(self ? { self } : {}),
  };
  return {
    kind: 'calendar#event',
    etag: etag(book, instance),
    id: googleInstanceId(instance),
    status: cancelled ? 'cancelled' : status,
    htmlLink: `https://www.google.com/calendar/event?eid=${compactTime(original ?? start)}`,
    created: '2025-09-01T10:00:00.000Z',
    updated: new Date(Date.parse('2026-03-01T10:00:00.000Z') + book.changedAt(instance) * 1000).toISOString(),
    summary: title,
    ...(location ? { location } : {}),
    creator: who,
    organizer: who,
    start: writeTime(start, zone),
    end: writeTime(end, zone),
    ...(kind === 'working-location' || !busy ? { transparency: 'transparent' } : {}),
    ...writeSeries(instance),
    iCalUID: googleUid(event),
    sequence: instance.differs ? 1 : 0,
    ...writeGuests(book, instance, mostGuests),
    reminders: { useDefault: true },
    eventType: types[kind],
    ...writeKind(kind),
  };
}
