// A log with everything a sheet can show, and notes that must not leave.
import type { Ledger } from '../../../src/domain/ledger.ts';
import { composeAmendment, digestMeeting } from '../../../src/domain/meeting/chain.ts';
import type { Amendment, Meeting, Signature } from '../../../src/domain/meeting/meeting.ts';
import { ledger, relationship } from '../../domain/build.ts';
import { sealAll } from '../../domain/meeting/seal-all.ts';

export const NOW = '2016-11-05T12:00:00Z';
export const ZONE = 'America/Toronto';
export const request = { relationship: 'r1', from: '2016-01-01', to: '2016-12-31' };
export const PRIVATE = 'PRIVATE-NOTE-7351';
export const SHARED = 'SHARED-NOTE-9942';

export const people = [
  { id: 'me', name: 'Łukasz Żółć', emails: ['me@uni.example'] },
  { id: 'ana', name: 'آنا الفارسي', emails: ['ana@uni.example'], phone: '+1 555 0100' },
  { id: 'ben', name: '李小龍 <Ben>', emails: ['ben@uni.example'] },
];

export function meeting(more: Partial<Meeting> = {}): Meeting {
  return {
    id: 'e1',
    relationship: 'r1',
    start: '2016-05-18T22:00:00Z',
    minutes: 60,
    outcome: 'held',
    attendees: ['me', 'ana'],
    topics: ['Leadership'],
    homework: [],
    signatures: [],
    ...more,
  };
}

export async function sign(entry: Meeting, ...signatures: Omit<Signature, 'digest' | 'at'>[]): Promise<Meeting> {
  const digest = await digestMeeting(entry);
  return { ...entry, signatures: signatures.map((each) => ({ ...each, at: '2016-05-19T12:00:00Z', digest })) };
}

const drawing = { paths: ['M 1 1 L 20 20', 'M 5 5 L 9 9'], width: 200, height: 60 };

export async function sampleLedger(more: Partial<Ledger> = {}): Promise<Ledger> {
  const first = await sign(
    meeting({
      topics: ['Leadership', 'Self-evaluation', 'Strengths', 'Plan'],
      topicLevels: [0, 1, 2, 0],
      homework: ['Write the plan & <send> it'],
      privateNote: PRIVATE,
      preparationMinutes: 20,
    }),
    { by: 'me', how: 'drawn', drawing },
    { by: 'ana', how: 'typed', name: 'آنا' },
  );
  const second = await sign(meeting({ id: 'e2', start: '2016-06-01T22:00:00Z', sharedNote: SHARED }), {
    by: 'me',
    how: 'reply',
    message: 'm1',
  });
  const amendment: Amendment = await composeAmendment(first, [], {
    id: 'a1',
    at: '2016-05-20T12:00:00Z',
    by: 'me',
    reason: 'The clock was read wrongly',
    change: { minutes: 45 },
  });
  return sealAll(
    ledger({
      people,
      relationships: [relationship({ programme: 'cpd-mentoring', mentors: ['me'], start: '2016-05-01', zone: ZONE })],
      meetings: [
        second,
        first,
        meeting({
          id: 'e3',
          start: '2016-06-15T22:00:00Z',
          attendees: ['me', 'ben'],
          minutes: 90,
          privateNote: PRIVATE,
        }),
        meeting({ id: 'e4', start: '2016-06-20T22:00:00Z', outcome: 'cancelled' }),
        meeting({ id: 'e5', start: '2016-07-20T22:00:00Z', outcome: 'planned' }),
      ],
      amendments: [amendment],
      ...more,
    }),
  );
}
