import { contact, type Example, mail, pair } from './example.ts';

export const examples: Example[] = [
  {
    title: 'a reciprocal pair owes each other no deadline',
    ledger: {
      ...pair('speed-peer-mentoring', { mentors: ['maya', 'amina'], mentees: ['maya', 'amina'] }),
      messages: [mail('amina > maya', '2026-03-02T15:00:00Z'), mail('maya > amina', '2026-03-20T15:00:00Z')],
      contacts: [contact('in', 'text', '2026-03-02T15:00:00Z')],
    },
    now: '2026-06-02T15:00:00Z',
    expect: [],
    none: ['reply-email', 'reply-text', 'monthly-contact', 'goals-set', 'agenda-ready'],
  },
];
