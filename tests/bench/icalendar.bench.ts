// Reading a calendar file with 10 000 occurrences, against ical.js alone doing the same: parsing, expanding, and taking
// the same fields of each occurrence.
import ICAL from 'ical.js';
import { readCalendar } from '../../src/files/icalendar.ts';
import { line, median } from './report.ts';

const from = '2026-01-01T00:00:00Z';
const to = '2027-01-01T00:00:00Z';
const SERIES = 160;
const WEEKS = 50;
const SINGLES = 2000;
const ROUNDS = 9;
const LIMIT = 1.3;

const pad = (value: number) => String(value).padStart(2, '0');

const zone = `BEGIN:VTIMEZONE
TZID:America/Toronto
BEGIN:DAYLIGHT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE`.split('\n');

/** A year of one person, as Google exports it: weekly series of fifty meetings, and meetings that stand alone. */
function composeFile(): string {
  const series = Array.from({ length: SERIES }, (_, at) =>
    composeEvent(`series-${at}`, `202601${pad(5 + (at % 5))}`, at, [`RRULE:FREQ=WEEKLY;COUNT=${WEEKS}`]),
  );
  const singles = Array.from({ length: SINGLES }, (_, at) =>
    composeEvent(`single-${at}`, `2026${pad(1 + (at % 12))}${pad(1 + (at % 28))}`, at, []),
  );
  const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Robin', ...zone];
  return [...calendar, ...series.flat(), ...singles.flat(), 'END:VCALENDAR', ''].join('\r\n');
}

function composeEvent(uid: string, day: string, at: number, more: string[]): string[] {
  const hour = 8 + (at % 9);
  return [
    'BEGIN:VEVENT',
    `DTSTART;TZID=America/Toronto:${day}T${pad(hour)}0000`,
    `DTEND;TZID=America/Toronto:${day}T${pad(hour + 1)}0000`,
    ...more,
    'DTSTAMP:20260101T000000Z',
    'ORGANIZER;CN=Robin Park:mailto:robin@uni.example',
    `UID:${uid}@google.com`,
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Robin Par',
    ' k;X-NUM-GUESTS=0:mailto:robin@uni.example',
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;X-NUM-GU',
    ` ESTS=0:mailto:mentee${at % 40}@uni.example`,
    'CREATED:20251201T000000Z',
    'DESCRIPTION:What we said we would do\\, and what came of it.',
    'LAST-MODIFIED:20251201T000000Z',
    'LOCATION:Room 4',
    'SEQUENCE:0',
    'STATUS:CONFIRMED',
    `SUMMARY:Meeting ${at}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

function readAlone(text: string): unknown[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const each of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(each);
  return calendar.getAllSubcomponents('vevent').flatMap((component) => {
    const event = new ICAL.Event(component);
    if (!event.isRecurring()) return [takeFields(event, event.startDate, event.endDate)];
    const found: unknown[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { startDate, endDate, item } = event.getOccurrenceDetails(next);
      found.push(takeFields(item, startDate, endDate));
    }
    return found;
  });
}

function takeFields(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): unknown {
  return {
    uid: event.uid,
    title: event.summary,
    location: event.location,
    organizer: event.organizer,
    attendees: event.attendees.map((each) => [each.getFirstParameter('cn'), each.getFirstValue()]),
    start: start.toJSDate().toISOString(),
    end: end.toJSDate().toISOString(),
  };
}

const text = composeFile();
const read = () => readCalendar(text, { from, to, zone: 'America/Toronto', me: ['robin@uni.example'] });
const alone = () => readAlone(text);

function time(run: () => unknown[]): number {
  const start = process.cpuUsage();
  const { length } = run();
  if (length !== SERIES * WEEKS + SINGLES) throw new Error(`${length} occurrences`);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

// Turn by turn, so that what else the machine does falls on both.
const times = { ours: [] as number[], alone: [] as number[] };
for (let round = 0; round < ROUNDS + 2; round += 1) {
  const [own, other] = [time(read), time(alone)];
  if (round < 2) continue;
  times.ours.push(own);
  times.alone.push(other);
}
const peer = median(times.alone);
line(
  '10 000 occurrences of a calendar file',
  median(times.ours),
  'ms',
  peer * LIMIT,
  `limit, ${LIMIT} times ical.js alone`,
);
