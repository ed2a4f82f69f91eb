import { contact, dated, type Example, held, mail, pair, seen } from './example.ts';

const silent = {
  ...pair('lmp-peer-to-peer'),
  programmeEvents: [dated('launch', '2026-03-12', true)],
  sources: seen('2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z'),
};

export const examples: Example[] = [
  {
    title: 'silence is not held against the mentor, for the mentee begins',
    ledger: silent,
    now: '2026-05-01T00:00:00Z',
    expect: [],
    none: ['reply-email', 'reply-text', 'monthly-contact'],
    never: ['late', 'missed', 'cannot-tell'],
  },
  {
    title: 'a mail that waits has no deadline, for the document names none',
    ledger: {
      ...silent,
      messages: [mail('amina > maya', '2026-03-02T15:00:00Z')],
      contacts: [contact('in', 'text', '2026-03-02T15:00:00Z')],
    },
    now: '2026-04-02T15:00:00Z',
    expect: [],
    none: ['reply-email', 'reply-text'],
    never: ['late', 'missed'],
  },
  {
    title: 'the launch in March is mandatory, and missed when March is over',
    ledger: pair('lmp-peer-to-peer'),
    now: '2026-04-01T04:00:00Z',
    expect: [{ rule: 'programme-event', subject: { event: 'launch' }, state: 'missed', due: '2026-04-01T04:00:00Z' }],
  },
  {
    title: 'a launch that was attended is met on its date',
    ledger: silent,
    now: '2026-04-01T04:00:00Z',
    expect: [
      { rule: 'programme-event', subject: { event: 'launch' }, state: 'met', settledAt: '2026-03-12T04:00:00Z' },
    ],
  },
  {
    title: 'formal feedback is open through May',
    ledger: silent,
    now: '2026-05-10T12:00:00Z',
    expect: [{ rule: 'check-in', subject: { event: 'feedback-may' }, state: 'open', due: '2026-06-01T04:00:00Z' }],
  },
  {
    title: 'two meetings from February to December are enough',
    ledger: { ...silent, meetings: [held('2026-02-03T17:00:00Z'), held('2026-10-06T16:00:00Z')] },
    now: '2026-11-01T00:00:00Z',
    expect: [
      { rule: 'yearly-meetings', subject: { mentee: 'amina' }, state: 'met', settledAt: '2026-10-06T17:00:00Z' },
    ],
  },
];
