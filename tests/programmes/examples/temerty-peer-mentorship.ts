import { dated, type Example, mail, pair, seen } from './example.ts';

const guide = pair('temerty-peer-mentorship');

export const examples: Example[] = [
  {
    title: 'a timely answer without a figure gives no verdict, however long a mail waits',
    ledger: { ...guide, messages: [mail('amina > maya', '2026-03-02T15:00:00Z')] },
    now: '2026-06-02T15:00:00Z',
    expect: [],
    none: ['reply-email', 'reply-text'],
    never: ['late', 'missed'],
  },
  {
    title: 'no contact in a month is not a matter of this guide',
    ledger: { ...guide, sources: seen('2026-01-01T00:00:00Z', '2026-06-02T15:00:00Z') },
    now: '2026-06-02T15:00:00Z',
    expect: [],
    none: ['monthly-contact'],
  },
  {
    title: 'evaluations have no date while no end is set, and none is invented',
    ledger: guide,
    now: '2026-06-02T15:00:00Z',
    expect: [],
    none: ['evaluation-midway', 'evaluation-final', 'programme-event'],
  },
  {
    title: 'the formative evaluation is owed around the middle of the relationship, the summative one at its end',
    ledger: pair('temerty-peer-mentorship', { end: '2026-12-12' }),
    now: '2026-06-28T15:00:00Z',
    expect: [
      { rule: 'evaluation-midway', state: 'open', subject: { window: { from: '2026-06-14', to: '2026-07-13' } } },
    ],
    none: ['evaluation-final'],
  },
  {
    title: 'training is met once it is ticked',
    ledger: { ...guide, programmeEvents: [dated('training', '2026-02-03', true)] },
    now: '2026-06-02T15:00:00Z',
    expect: [{ rule: 'programme-event', state: 'met', settledAt: '2026-02-03T05:00:00Z' }],
  },
];
