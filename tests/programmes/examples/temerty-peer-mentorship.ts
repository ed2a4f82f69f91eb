import { type Example, mail, pair, seen } from './example.ts';

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
];
