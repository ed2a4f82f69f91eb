import { contact, type Example, mail, pair, seen } from './example.ts';

export const examples: Example[] = [
  {
    title: 'mail, texts and months carry no deadline here',
    ledger: {
      ...pair('cpd-mentoring'),
      messages: [mail('amina > maya', '2026-03-02T15:00:00Z')],
      contacts: [contact('in', 'text', '2026-03-02T15:00:00Z')],
      sources: seen('2026-01-01T00:00:00Z', '2026-06-02T15:00:00Z'),
    },
    now: '2026-06-02T15:00:00Z',
    expect: [],
    none: ['reply-email', 'reply-text', 'monthly-contact'],
    never: ['late', 'missed'],
  },
];
