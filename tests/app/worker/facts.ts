// Two pairs and a thread of each, in a programme that wants an answer within 48 hours.
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import type { Programme } from '../../../src/domain/programme/programme.ts';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import { programmes } from '../../../src/programmes/index.ts';

/** A Monday, 10:00 in Paris. */
export const monday = '2026-03-02T09:00:00Z';

export const programme: Programme = {
  ...structuredClone(programmes[0]!),
  id: 'test',
  rules: [
    {
      rule: 'reply-email',
      strength: 'must',
      duty: 'mentor',
      figures: { hours: 48 },
      clause: { document: 'Guide', section: '2', says: 'Answer within 48 hours.' },
      requirements: ['T1'],
    },
  ],
};

export const mailFrom = (mentee: string, sentAt: string, id = `m-${mentee}`) => ({
  id,
  threadId: `t-${mentee}`,
  sentAt,
  from: { email: `${mentee}@example.edu` },
  to: [{ email: 'me@example.edu' }],
  cc: [],
  subject: `Question of ${mentee}`,
  kind: 'personal' as const,
  seenIn: [{ source: 'gmail-page', address: 'me@example.edu', at: sentAt }],
});

export const replyTo = (mentee: string, sentAt: string) => ({
  ...mailFrom(mentee, sentAt, `r-${mentee}`),
  from: { email: 'me@example.edu' },
  to: [{ email: `${mentee}@example.edu` }],
});

const pair = (mentee: string) => ({
  id: `pair-${mentee}`,
  programme: 'test',
  me: 'me',
  role: 'mentor' as const,
  mentors: ['me'],
  mentees: [mentee],
  start: '2026-01-05',
  zone: 'Europe/Paris',
});

export function factsWith(extra: Partial<Ledger> = {}, settings: Partial<Settings> = {}): Ledger {
  return {
    ...emptyLedger(),
    people: ['me', 'ana', 'ben'].map((id) => ({ id, name: id, emails: [`${id}@example.edu`] })),
    relationships: [pair('ana'), pair('ben')],
    programmes: [programme],
    sources: [{ id: 's', source: 'gmail-page', address: 'me@example.edu', from: '2026-01-05T00:00:00Z', to: monday }],
    settings: [{ ...defaultSettings('Europe/Paris'), ...settings }],
    ...extra,
  };
}
