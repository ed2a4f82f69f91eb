// Events and calendars as Graph writes them: local times without an offset, in seven digits of a second.
import type { Address } from '../../../../src/domain/record.ts';
import { graphCalendarId, graphEventId, graphUid } from '../../semester/calendar/ids.ts';
import type { Instance, Response, StandinCalendar, StandinEvent } from '../../semester/calendar/types.ts';
import type { CalendarBook } from '../calendars.ts';

/** Windows names of the zones the stand-in uses; any other zone is written as it is. */
const windows: Record<string, string> = {
  'America/Toronto': 'Eastern Standard Time',
  UTC: 'UTC',
  'Europe/London': 'GMT Standard Time',
};
const iana = Object.fromEntries(Object.entries(windows).map(([zone, name]) => [name, zone]));

const responses: Record<Response, string> = {
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentativelyAccepted',
  none: 'notResponded',
};

/** `zone`: what the request prefers, in Windows' words or IANA's. */
export function writeTime(text: string, zone: string): object {
  if (text.length === 10) return { dateTime: `${text}T00:00:00.0000000`, timeZone: zone };
  const local = Temporal.Instant.from(text)
    .toZonedDateTimeISO(iana[zone] ?? zone)
    .toPlainDateTime();
  return { dateTime: local.toString({ fractionalSecondDigits: 7 }), timeZone: zone };
}

const recipient = ({ name, email }: Address) => ({
  emailAddress: { name: name ?? email, address: email },
});

export function writeCalendar(book: CalendarBook, calendar: StandinCalendar): object {
  const { key, name, own, primary } = calendar;
  return {
    id: graphCalendarId(key),
    name,
    color: 'auto',
    hexColor: '',
    isDefaultCalendar: primary === true,
    changeKey: 'nfZyf7VcrEKLNoU37KWlkQAAA0x0+w==',
    canShare: own,
    canViewPrivateItems: own,
    canEdit: own,
    allowedOnlineMeetingProviders: ['teamsForBusiness'],
    defaultOnlineMeetingProvider: 'teamsForBusiness',
    isTallyingResponses: own,
    isRemovable: !primary,
    owner: own
      ? { name: book.owner.name, address: book.owner.email }
      : { name: 'Clinic office', address: 'clinic@umms.example.edu' },
  };
}

const etag = (book: CalendarBook, instance: Instance) =>
  `W/"${Buffer.from(`change ${book.changedAt(instance)}`).toString('base64')}"`;

const typed = { '@odata.type': '#microsoft.graph.event' };

/** An event that is gone from the view. */
export function writeRemoved(instance: Instance): object {
  return { ...typed, id: graphEventId(instance), '@removed': { reason: 'deleted' } };
}

/** Of an occurrence that is like its series, change tracking tells only when it is. */
export function writeOccurrence(book: CalendarBook, instance: Instance, zone: string): object {
  return {
    ...typed,
    '@odata.etag': etag(book, instance),
    id: graphEventId(instance),
    seriesMasterId: graphEventId({ event: instance.event }),
    type: 'occurrence',
    start: writeTime(instance.start, zone),
    end: writeTime(instance.end, zone),
  };
}

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function writeRecurrence(event: StandinEvent): object {
  const parts = Object.fromEntries(event.rule!.split(';').map((part) => part.split('=')));
  const first = Temporal.Instant.from(event.start).toZonedDateTimeISO(event.zone);
  const named = parts.BYDAY?.split(',').map((day: string) => days.find((name) => name.startsWith(day.toLowerCase())));
  return {
    pattern: {
      type: 'weekly',
      interval: Number(parts.INTERVAL ?? 1),
      month: 0,
      dayOfMonth: 0,
      daysOfWeek: named ?? [days[first.dayOfWeek - 1]],
      firstDayOfWeek: 'sunday',
      index: 'first',
    },
    range: {
      type: 'numbered',
      startDate: first.toPlainDate().toString(),
      endDate: '0001-01-01',
      recurrenceTimeZone: windows[event.zone] ?? event.zone,
      numberOfOccurrences: Number(parts.COUNT ?? 0),
    },
  };
}

type Kind = 'singleInstance' | 'seriesMaster' | 'exception' | 'occurrence';

function writePlace(location: string | undefined): object {
  const displayName = location ?? '';
  const place = { displayName, locationType: 'default', uniqueIdType: displayName ? 'locationStore' : 'unknown' };
  return { location: place, locations: displayName ? [place] : [] };
}

function writePeople(book: CalendarBook, { event, response }: Instance): object {
  const isOrganizer = event.organizer.email === book.owner.email;
  const answered = isOrganizer ? 'organizer' : responses[response];
  const answer = (each: string) => ({ response: each, time: '2026-03-01T10:00:00Z' });
  return {
    isOrganizer,
    responseStatus: answer(answered),
    organizer: recipient(event.organizer),
    attendees: event.guests.map((each) => ({
      type: 'required',
      status: answer(responses[each.response]),
      ...recipient(each),
    })),
  };
}

function showAs({ event }: Instance): string {
  if (event.kind === 'out-of-office') return 'oof';
  if (event.kind === 'working-location') return 'workingElsewhere';
  if (!event.busy) return 'free';
  return event.status === 'tentative' ? 'tentative' : 'busy';
}

/** One event whole. `zone` is the one in which the answer's times are. */
export function writeEvent(book: CalendarBook, instance: Instance, kind: Kind, zone: string): object {
  const { event, original, start, end, title, location } = instance;
  const ofSeries = original !== undefined;
  return {
    ...typed,
    '@odata.etag': etag(book, instance),
    id: graphEventId(instance),
    createdDateTime: '2025-09-01T10:00:00.0000000Z',
    lastModifiedDateTime: '2026-03-01T10:00:00.0000000Z',
    changeKey: etag(book, instance).slice(3, -1),
    categories: [],
    transactionId: null,
    originalStartTimeZone: windows[event.zone] ?? event.zone,
    originalEndTimeZone: windows[event.zone] ?? event.zone,
    iCalUId: graphUid(event),
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    subject: title,
    bodyPreview: '',
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: event.allDay,
    isCancelled: event.status === 'cancelled',
    isDraft: false,
    responseRequested: true,
    seriesMasterId: ofSeries ? graphEventId({ event }) : null,
    ...(ofSeries ? { originalStart: original } : {}),
    showAs: showAs(instance),
    type: kind,
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(graphEventId(instance))}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    allowNewTimeProposals: true,
    hideAttendees: false,
    recurrence: kind === 'seriesMaster' ? writeRecurrence(event) : null,
    onlineMeeting: null,
    body: { contentType: 'html', content: '' },
    start: writeTime(start, zone),
    end: writeTime(end, zone),
    ...writePlace(location),
    ...writePeople(book, instance),
  };
}
