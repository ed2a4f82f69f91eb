// A pair under the log's strictest programme, with the worker's handlers over a ledger in memory.
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import { digestToSign } from '../../../src/domain/meeting/chain.ts';
import type { Meeting, Signature } from '../../../src/domain/meeting/meeting.ts';
import { meetingLogHandlers } from '../../../src/features/meeting-log/worker.ts';
import { MemoryLedger, type MemoryOptions } from '../../../src/ledger/memory.ts';

export const now = '2026-03-09T08:40:00Z';
export const context = { caller: 'popup', request: 'call-1' } as const;

export function pair(more: Partial<Ledger> = {}): Ledger {
  return {
    ...emptyLedger(),
    people: [
      { id: 'me', name: 'Robin Doyle', emails: ['robin@example.edu'] },
      { id: 'jun', name: 'Jun Li', emails: ['jun@example.edu'] },
      { id: 'ana', name: 'Ana Alvarez', emails: ['ana@example.edu'] },
    ],
    relationships: [
      {
        id: 'pair',
        programme: 'cpd-mentoring',
        me: 'me',
        role: 'mentor',
        mentors: ['me'],
        mentees: ['jun'],
        start: '2026-01-01',
        zone: 'Europe/Berlin',
      },
    ],
    ...more,
  };
}

export function entry(id: string, more: Partial<Meeting> = {}): Meeting {
  return {
    id,
    relationship: 'pair',
    start: '2026-03-04T17:00:00Z',
    minutes: 60,
    outcome: 'held',
    attendees: ['jun'],
    topics: [],
    homework: [],
    signatures: [],
    ...more,
  };
}

export async function start(facts: Ledger = pair(), options: MemoryOptions = {}) {
  const commits: string[][] = [];
  const ledger = new MemoryLedger({ ...options, onCommit: (lists) => commits.push(lists) });
  await ledger.replaceAll(facts);
  commits.length = 0;
  const handlers = meetingLogHandlers({ open: async () => ledger, now: () => now });
  const save = (meeting: Meeting, reviewed: { id: string; outcome: 'done' | 'carried' | 'dropped' }[] = []) =>
    handlers['meeting.save']({ meeting, reviewed }, context);
  return { ledger, handlers, commits, save };
}

export async function signature(ledger: MemoryLedger, id: string, more: Partial<Signature> = {}): Promise<Signature> {
  const { meetings, amendments } = await ledger.readSmall();
  const digest = await digestToSign(meetings.find((each) => each.id === id)!, amendments);
  return { by: 'jun', how: 'typed', name: 'Jun Li', at: now, digest, ...more };
}
