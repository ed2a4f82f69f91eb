// How long it takes to look through a big calendar for meetings that were held: 10 000 events of two years, of which one
// in eight is with a mentee, one in eight names one in its title, and the others are the rest of a busy life.
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import type { CalendarEvent } from '../../src/domain/meeting/meeting.ts';
import { suggestMeetings } from '../../src/domain/meeting/suggest.ts';
import { line, median } from './report.ts';

const now = '2026-03-09T12:40:00Z';
const HOUR = 3_600_000;
const EVENTS = 10_000;
const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`;

function buildLedger(mentees: number, entries: number): Ledger {
  const ledger = emptyLedger();
  const people = Array.from({ length: mentees }, (_, at) => `p${at}`);
  ledger.people.push({ id: 'me', name: 'Robin Lavoie', emails: ['me@uni.example'] });
  ledger.people.push(
    ...people.map((id, at) => ({ id, name: nameOf(at), emails: [`${id}@uni.example`, `${id}@home.example`] })),
  );
  ledger.relationships.push({
    id: 'cohort',
    programme: 'umms-peer-mentoring',
    me: 'me',
    role: 'mentor',
    mentors: ['me'],
    mentees: people,
    start: '2023-09-01',
    zone: 'America/Toronto',
  });
  ledger.meetings.push(
    ...Array.from({ length: entries }, (_, at): Ledger['meetings'][number] => ({
      id: `e${at}`,
      relationship: 'cohort',
      start: startOf(at * 8),
      minutes: 50,
      outcome: 'held',
      attendees: [people[at % mentees]!],
      topics: [],
      homework: [],
      event: `v${at * 8}`,
      signatures: [],
    })),
  );
  return ledger;
}

const given = ['Amina', 'Łukasz', 'Noémie', 'Yousef', 'Grace', 'Tomás', 'Hana', 'Elif', 'Marek', 'Priya'];
const nameOf = (at: number) => `${given[at % given.length]}${at} Family${at}`;
const startOf = (at: number) => instant(Date.parse(now) - (EVENTS - at + 2) * 1.7 * HOUR);

function buildEvents(mentees: number): CalendarEvent[] {
  return Array.from({ length: EVENTS }, (_, at) => {
    const mentee = (at >> 3) % mentees;
    const guests =
      at % 8 === 0 ? [`p${mentee}@uni.example`] : at % 2 === 0 ? [] : [`x${at % 300}@else.example`, 'y@else.example'];
    return {
      id: `v${at}`,
      calendar: 'primary',
      title: at % 8 === 2 ? `Kaffee mit ${nameOf(mentee)}` : `Réunion du groupe ${at}: plan & budget`,
      start: startOf(at),
      end: instant(Date.parse(startOf(at)) + HOUR),
      allDay: false,
      status: 'confirmed',
      myResponse: 'accepted',
      organizer: { email: 'me@uni.example' },
      attendees: ['me@uni.example', ...guests].map((email) => ({ email })),
      kind: 'default',
    };
  });
}

function time(ledger: Ledger, events: CalendarEvent[]): number {
  const start = performance.now();
  suggestMeetings(events, ledger, now);
  return performance.now() - start;
}

/** As they come from storage: every string its own. */
const read = <T>(text: string) => JSON.parse(text) as T;
for (const [mentees, entries] of [
  [15, 300],
  [500, 5000 / 4],
] as const) {
  const [ledger, events] = [JSON.stringify(buildLedger(mentees, entries)), JSON.stringify(buildEvents(mentees))];
  const found = suggestMeetings(read(events), read(ledger), now).length;
  const given = Array.from({ length: 7 }, () => [read<Ledger>(ledger), read<CalendarEvent[]>(events)] as const);
  const runs = given.map((each) => time(...each));
  line(
    `suggestMeetings, ${EVENTS} events, ${mentees} mentees, ${entries} logged, ${found} found`,
    median(runs),
    'ms',
    50,
  );
}
