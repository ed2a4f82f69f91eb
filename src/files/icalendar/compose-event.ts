// An occurrence as the event that every calendar gives.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { composeDate, composeInstant } from './moment.ts';
import { getText, type Part } from './part.ts';
import { type People, readPeople } from './people.ts';
import type { Occurrence } from './series.ts';

/** What an entry says, whenever it takes place. */
export type Said = Omit<CalendarEvent, 'id' | 'start' | 'end' | 'originalStart'>;

export function readSaid({ entry, original }: Occurrence, me: ReadonlySet<string>): Said {
  const { part, calendar, uid } = entry;
  const people: People = readPeople(part, me);
  const location = getText(part, 'location').trim();
  return {
    ...(uid !== '' && { uid }),
    calendar: calendar.name,
    title: getText(part, 'summary').trim(),
    allDay: entry.start.isDate,
    busy: isBusy(part),
    status: calendar.method === 'CANCEL' ? 'cancelled' : readStatus(part),
    myResponse: people.myResponse,
    ...(people.organizer && { organizer: people.organizer }),
    attendees: people.attendees,
    ...(original !== undefined && uid !== '' && { series: uid }),
    ...(location !== '' && { location }),
    kind: readKind(part),
  };
}

/** The event; its id is the same whenever the file, or a later one, is read again. */
export function composeEvent(occurrence: Occurrence, said: Said): CalendarEvent {
  const { entry, start, end, original } = occurrence;
  const name = said.uid ?? `${said.title} ${entry.start.wall}`;
  const planned = original && write(original.at, original.isDate);
  return {
    // What does not recur is told by its uid alone, so that it is the same event after it was moved.
    id: composeId(planned === undefined ? name : `${name} ${planned}`),
    ...said,
    start: write(start, said.allDay),
    end: write(end, said.allDay),
    ...(planned !== undefined && { originalStart: planned }),
  };
}

const write = (seconds: number, isDate: boolean) => (isDate ? composeDate(seconds) : composeInstant(seconds));

const LONGEST_ID = 500;

/** A longer one ends in a number made of all of it (FNV-1a), so that two stay two. */
function composeId(name: string): string {
  if (name.length <= LONGEST_ID) return name;
  let sum = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) sum = Math.imul(sum ^ name.charCodeAt(at), 0x01000193) >>> 0;
  return `${name.slice(0, LONGEST_ID - 12)} ${sum.toString(16)}`;
}

/** Free where it says so (RFC 5545, 3.8.2.7), or Outlook does. */
function isBusy(part: Part): boolean {
  return getText(part, 'transp').toUpperCase() !== 'TRANSPARENT' && busyStatus(part) !== 'FREE';
}

const busyStatus = (part: Part) => getText(part, 'x-microsoft-cdo-busystatus').toUpperCase();

function readStatus(part: Part): CalendarEvent['status'] {
  const status = getText(part, 'status').toUpperCase();
  return status === 'CANCELLED' ? 'cancelled' : status === 'TENTATIVE' ? 'tentative' : 'confirmed';
}

function readKind(part: Part): CalendarEvent['kind'] {
  if (part[0] === 'vtodo') return 'task';
  return busyStatus(part) === 'OOF' ? 'out-of-office' : 'default';
}
