// Held meetings as a calendar file (RFC 5545), for any calendar to take in.
import ICAL from 'ical.js';
import type { Person } from '../domain/people/person.ts';
import { type LogRow, localStart, namesOf } from './log-row.ts';

export interface IcsOptions {
  people: readonly Person[];
  /** When it is written, an instant (DTSTAMP). */
  now: string;
}

/**
 * What was held, and nothing else. Topics and homework are the description; no note leaves with it. Lines end in CRLF and
 * are folded between characters. An entry without a time is the whole day.
 */
export function writeIcs(rows: readonly LogRow[], options: IcsOptions): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Waymark//Meeting log//EN');
  calendar.updatePropertyWithValue('x-wr-calname', 'Mentoring meetings');
  const names = namesOf(options.people);
  const addresses = new Map(options.people.map(({ id, emails }) => [id, emails[0]]));
  for (const row of rows) {
    if (row.meeting.outcome === 'held') calendar.addSubcomponent(composeEvent(row, names, addresses, options.now));
  }
  return `${calendar.toString()}\r\n`;
}

function composeEvent(
  row: LogRow,
  names: ReadonlyMap<string, string>,
  addresses: ReadonlyMap<string, string | undefined>,
  now: string,
): ICAL.Component {
  const { meeting, programme } = row;
  const event = new ICAL.Component('vevent');
  const set = (name: string, value: string) => event.updatePropertyWithValue(name, clean(value));
  set('uid', `${meeting.id}@waymark`);
  event.updatePropertyWithValue('dtstamp', toTime(now));
  addTimes(event, row);
  const others = meeting.attendees.filter((id) => id !== row.relationship.me);
  const who = others.map((id) => names.get(id)).filter((name) => name !== undefined);
  set('summary', who.length > 0 ? `Mentoring: ${who.join(', ')}` : 'Mentoring');
  const description = composeDescription(row);
  if (description !== '') set('description', description);
  set('categories', programme);
  set('status', 'CONFIRMED');
  for (const id of meeting.attendees) addAttendee(event, names.get(id), addresses.get(id));
  return event;
}

function addTimes(event: ICAL.Component, row: LogRow): void {
  const { start, minutes, countOnly } = row.meeting;
  if (countOnly && minutes === 0) {
    const day = ICAL.Time.fromDateString(localStart(row).toPlainDate().toString());
    event.updatePropertyWithValue('dtstart', day);
    return;
  }
  const end = Temporal.Instant.from(start).add({ seconds: Math.round(minutes * 60) });
  event.updatePropertyWithValue('dtstart', toTime(start));
  event.updatePropertyWithValue('dtend', toTime(end.toString()));
}

function toTime(instant: string): ICAL.Time {
  const seconds = Temporal.Instant.from(instant).round({ smallestUnit: 'second', roundingMode: 'floor' });
  return ICAL.Time.fromDateTimeString(seconds.toString());
}

function composeDescription({ meeting }: LogRow): string {
  const topics = meeting.topics.map((topic, at) => `${'  '.repeat(meeting.topicLevels?.[at] ?? 0)}• ${topic}`);
  const homework = meeting.homework.map((item) => `Homework: ${item}`);
  return [...topics, ...homework].join('\n');
}

function addAttendee(event: ICAL.Component, name: string | undefined, email: string | undefined): void {
  if (email === undefined) return;
  const attendee = new ICAL.Property('attendee');
  attendee.setValue(`mailto:${email}`);
  // A parameter can hold neither quotes nor lines (RFC 5545, 3.2).
  if (name !== undefined) attendee.setParameter('cn', clean(name).replace(/["\n]/g, ' '));
  attendee.setParameter('partstat', 'ACCEPTED');
  event.addProperty(attendee);
}

/** Control characters are not text (RFC 5545, 3.1). */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .toWellFormed();
}
