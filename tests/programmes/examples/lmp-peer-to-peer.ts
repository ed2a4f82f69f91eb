import { contact, type Example, mail, pair, seen } from './example.ts';

const silent = {
  ...pair('lmp-peer-to-peer'),
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
];
