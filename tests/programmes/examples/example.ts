// A worked example of a pack: facts, an instant, and what the rules say then. Everybody in it has a short name.
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Meeting, ProgrammeEvent } from '../../../src/domain/meeting/meeting.ts';
import type { RuleId } from '../../../src/domain/programme/programme.ts';
import type { Contact } from '../../../src/domain/thread/contact.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import type { Source } from '../../../src/domain/verdict/source.ts';
import type { Subject, VerdictState } from '../../../src/domain/verdict/verdict.ts';

export interface Expected {
  rule: RuleId;
  subject?: Partial<Subject>;
  state: VerdictState;
  due?: string;
  since?: string;
  settledAt?: string;
}

export interface Example {
  title: string;
  ledger: Partial<Ledger>;
  now: string;
  /** Verdicts that are among those given. */
  expect: Expected[];
  /** Rules that give no verdict at all. */
  none?: RuleId[];
  /** No verdict is in one of these states. */
  never?: VerdictState[];
}

const people = ['maya', 'bo', 'amina', 'jun'].map((id) => ({ id, name: id, emails: [`${id}@school.edu`] }));

/** Maya mentors Amina under a pack, in Toronto, from 12 January 2026. */
export function pair(programme: string, more: Partial<Ledger['relationships'][number]> = {}): Partial<Ledger> {
  return {
    people,
    relationships: [
      {
        id: 'r',
        programme,
        me: 'maya',
        role: 'mentor',
        mentors: ['maya'],
        mentees: ['amina'],
        start: '2026-01-12',
        zone: 'America/Toronto',
        ...more,
      },
    ],
  };
}

let count = 0;

/** A mail of one thread; `line` is `from > to, to`. */
export function mail(line: string, sentAt: string, more: Partial<Message> = {}): Message {
  const [from, to] = line.split(' > ') as [string, string];
  const address = (name: string) => ({ email: `${name}@school.edu` });
  count += 1;
  return {
    id: `m${count}`,
    threadId: 't',
    sentAt,
    from: address(from),
    to: to.split(', ').map(address),
    cc: [],
    subject: 'A question',
    kind: 'personal',
    seenIn: [{ source: 'gmail-page', address: 'maya@school.edu', at: sentAt }],
    ...more,
  };
}

/** A text, a call or a talk with Amina. */
export function contact(
  direction: Contact['direction'],
  channel: Contact['channel'],
  at: string,
  made = true,
): Contact {
  count += 1;
  return { id: `c${count}`, relationship: 'r', with: ['amina'], at, channel, direction, made };
}

/** Maya's mailbox was seen, without a gap, between two instants. */
export function seen(from: string, to: string): Source[] {
  return [{ id: 's', source: 'gmail-page', address: 'maya@school.edu', from, to }];
}

/** An hour's meeting that was held. */
export function held(start: string, attendees = ['maya', 'amina'], more: Partial<Meeting> = {}): Meeting {
  count += 1;
  return {
    id: `e${count}`,
    relationship: 'r',
    start,
    minutes: 60,
    outcome: 'held',
    attendees,
    topics: ['Exams'],
    homework: [],
    signatures: [],
    ...more,
  };
}

/** A date of the programme, typed or ticked. */
export function dated(event: string, at: string, done: boolean): ProgrammeEvent {
  return { id: `${event} ${at}`, relationship: 'r', event, at, done };
}
