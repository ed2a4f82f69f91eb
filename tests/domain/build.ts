// Small ledgers for tests: a mentor with a co-mentor and two mentees under a programme, and messages between them.
import { emptyLedger, type Ledger } from '../../src/domain/ledger.ts';
import type { CalendarEvent, Meeting } from '../../src/domain/meeting/meeting.ts';
import type { Relationship } from '../../src/domain/people/relationship.ts';
import type { Contact } from '../../src/domain/thread/contact.ts';
import type { Message } from '../../src/domain/thread/message.ts';

export const address = {
  me: 'me@uni.example',
  alt: 'me@home.example',
  co: 'co@uni.example',
  ana: 'ana@uni.example',
  ben: 'ben@uni.example',
  coordinator: 'office@uni.example',
  list: 'cohort@lists.example',
};

export const people = [
  { id: 'me', name: 'Mia Mentor', emails: [address.me, address.alt] },
  { id: 'co', name: 'Cody Comentor', emails: [address.co] },
  { id: 'ana', name: 'Ana Alvarez', emails: [address.ana] },
  { id: 'ben', name: 'Ben Bekele', emails: [address.ben] },
  { id: 'office', name: 'Olga Office', emails: [address.coordinator] },
];

export function relationship(more: Partial<Relationship> = {}): Relationship {
  return {
    id: 'r1',
    programme: 'umms-peer-mentoring',
    me: 'me',
    role: 'mentor',
    mentors: ['me', 'co'],
    mentees: ['ana', 'ben'],
    coordinator: ['office'],
    start: '2026-01-01',
    zone: 'America/Toronto',
    ...more,
  };
}

export function ledger(more: Partial<Ledger> = {}): Ledger {
  return { ...emptyLedger(), people, relationships: [relationship()], ...more };
}

let count = 0;

/** A message from one address to others; a name in `address` stands for it. */
export function message(
  from: keyof typeof address,
  at: string,
  more: Partial<Message> & { to?: Message['to'] } = {},
): Message {
  count += 1;
  const to = from === 'ana' || from === 'ben' ? [{ email: address.me }] : [{ email: address.ana }];
  return {
    id: `m${count}`,
    threadId: 't1',
    sentAt: at,
    from: { email: address[from] },
    to,
    cc: [],
    subject: 'A question',
    kind: 'personal',
    ...more,
  };
}

export function contact(more: Partial<Contact> = {}): Contact {
  count += 1;
  return {
    id: `c${count}`,
    relationship: 'r1',
    with: ['ana'],
    at: '2026-02-10T12:00:00Z',
    channel: 'text',
    direction: 'in',
    made: true,
    ...more,
  };
}

/** An hour's meeting with Ana that was held. */
export function held(more: Partial<Meeting> = {}): Meeting {
  count += 1;
  return {
    id: `e${count}`,
    relationship: 'r1',
    start: '2026-02-10T17:00:00Z',
    minutes: 60,
    outcome: 'held',
    attendees: ['ana'],
    topics: [],
    homework: [],
    signatures: [],
    ...more,
  };
}

/** An hour of the mentor's own calendar, busy and confirmed. */
export function calendarEvent(title: string, start: string, more: Partial<CalendarEvent> = {}): CalendarEvent {
  count += 1;
  return {
    id: `v${count}`,
    calendar: 'primary',
    title,
    start,
    end: Temporal.Instant.from(start).add({ hours: 1 }).toString(),
    allDay: false,
    status: 'confirmed',
    myResponse: 'accepted',
    attendees: [],
    kind: 'default',
    ...more,
  };
}

/** Coverage of one mailbox between two instants. */
export function covered(
  from: string,
  to: string,
  more: Partial<Ledger['sources'][number]> = {},
): Ledger['sources'][number] {
  return { id: `s ${from} ${to} ${more.address ?? ''}`, source: 'gmail-page', from, to, ...more };
}
