import { contact, type Example, held, mail, pair, seen } from './example.ts';

const sign = (by: string) => ({ by, how: 'typed' as const, at: '2026-02-04T12:00:00Z', digest: '00' });
const hours = { rule: 'hours-or-meetings', subject: { window: { from: '2026-01-12', to: '2026-07-11' } } } as const;

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
  {
    title: 'three hours in two meetings are enough',
    ledger: {
      ...pair('cpd-mentoring'),
      meetings: ['2026-02-03T17:00:00Z', '2026-03-03T17:00:00Z'].map((at) => held(at, undefined, { minutes: 90 })),
    },
    now: '2026-04-01T00:00:00Z',
    expect: [{ ...hours, state: 'met', settledAt: '2026-03-03T18:30:00Z' }],
  },
  {
    title: 'preparation comes on top and is not counted',
    ledger: {
      ...pair('cpd-mentoring'),
      meetings: [held('2026-02-03T17:00:00Z', undefined, { preparationMinutes: 180 })],
    },
    now: '2026-07-12T04:00:00Z',
    expect: [{ ...hours, state: 'missed' }],
  },
  {
    title: 'an entry is complete with both signatures',
    ledger: {
      ...pair('cpd-mentoring'),
      meetings: [
        held('2026-02-03T17:00:00Z', undefined, { id: 'whole', signatures: [sign('maya'), sign('amina')] }),
        held('2026-02-10T17:00:00Z', undefined, { id: 'half', signatures: [sign('maya')] }),
      ],
    },
    now: '2026-04-01T00:00:00Z',
    expect: [
      { rule: 'log-complete', subject: { meeting: 'whole' }, state: 'met', settledAt: '2026-02-04T12:00:00Z' },
      { rule: 'log-complete', subject: { meeting: 'half' }, state: 'open' },
    ],
  },
];
