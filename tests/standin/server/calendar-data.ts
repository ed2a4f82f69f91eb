// What the calendar pages show: the same events as the APIs', with the ids that pages carry.
import { googleChipId, googleInstanceId, outlookItemIdOf } from '../semester/calendar/ids.ts';
import type { Guest, Instance, Response, StandinEvent, StandinTask, Vendor } from '../semester/calendar/types.ts';
import type { CalendarBook } from './calendars.ts';
import { googleCalendarId } from './google/wire.ts';

export interface PageEvent {
  /** As the page carries it: `data-eventid`, `data-calitemid`. */
  pageId: string;
  /** As the API knows it. */
  id: string;
  title: string;
  start: string;
  end: string;
  allDay: boolean;
  location: string;
  response: Response;
  cancelled: boolean;
  tentative: boolean;
  busy: boolean;
  kind: StandinEvent['kind'];
  /** Of a series; and whether it differs from it. */
  recurring: boolean;
  differs: boolean;
  organizer: { name: string; email: string };
  guests: Guest[];
  /** The calendar's name as the page says it, its id and colour. */
  calendar: { id: string; name: string; colour: string };
}

export interface PageCalendars {
  events: PageEvent[];
  tasks: StandinTask[];
  calendars: { id: string; name: string; colour: string }[];
}

/** Everything between two instants. Google's page leaves cancelled events out, Outlook's marks those of others. */
export function readCalendars(book: CalendarBook, tasks: StandinTask[], from: string, to: string): PageCalendars {
  const calendars = book.calendars.map(({ key, name, colour, primary }) => ({
    key,
    id: googleCalendarId(book, key),
    name: primary && book.vendor === 'google' ? (book.owner.name ?? name) : name,
    colour,
  }));
  const events = calendars.flatMap(({ key, ...calendar }) =>
    book
      .instances(key, from, to)
      .filter((each) => isShown(book, each))
      .map((each) => toPage(book.vendor, each, calendar)),
  );
  return { events, tasks, calendars: calendars.map(({ key: _, ...calendar }) => calendar) };
}

function isShown(book: CalendarBook, instance: Instance): boolean {
  if (!instance.cancelled) return true;
  return book.vendor === 'microsoft' && instance.original === undefined && !book.isRemoved(instance);
}

function toPage(vendor: Vendor, instance: Instance, calendar: PageEvent['calendar']): PageEvent {
  const { event, original, start, end, title, location = '', response, cancelled, differs } = instance;
  const { allDay, status, busy, kind, organizer, guests } = event;
  const id = googleInstanceId(instance);
  return {
    pageId: vendor === 'google' ? googleChipId(id, calendar.id) : outlookItemIdOf(instance),
    id,
    title,
    start,
    end,
    allDay,
    location,
    response,
    cancelled,
    tentative: status === 'tentative',
    busy,
    kind,
    recurring: original !== undefined,
    differs,
    organizer: { name: organizer.name ?? organizer.email, email: organizer.email },
    guests,
    calendar,
  };
}
