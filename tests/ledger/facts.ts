// A small mentoring life to put into ledgers: two pairs and a cohort that share one mentor.
import { emptyLedger, type Ledger, type RecordOf } from '../../src/domain/ledger.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import type { Derived } from '../../src/domain/verdict/derive.ts';

export const at = '2026-02-02T09:00:00Z';

export function person(id: string): RecordOf<'people'> {
  return { id, name: id, emails: [`${id}@example.edu`] };
}

export function relationship(id: string, mentees: string[], extra = {}): RecordOf<'relationships'> {
  const base = { programme: 'care', me: 'me', role: 'mentor' as const, start: '2025-09-01', zone: 'Europe/Paris' };
  return { id, mentors: ['me'], mentees, ...base, ...extra };
}

export function message(id: string, from: string, to: string[], extra = {}): RecordOf<'messages'> {
  const address = (name: string) => ({ email: `${name}@example.edu` });
  return {
    id,
    threadId: `thread-${id}`,
    sentAt: at,
    from: address(from),
    to: to.map(address),
    cc: [],
    subject: 'Week 4',
    kind: 'personal',
    ...extra,
  };
}

export function contact(id: string, relationshipId: string, extra = {}): RecordOf<'contacts'> {
  const base = { channel: 'call' as const, direction: 'out' as const, made: true };
  return { id, relationship: relationshipId, with: ['ana'], at, ...base, ...extra };
}

export function smallLife(): Ledger {
  return {
    ...emptyLedger(),
    people: ['me', 'co', 'ana', 'ben', 'cam', 'dan'].map(person),
    relationships: [
      relationship('pair-ana', ['ana']),
      relationship('cohort', ['ben', 'cam'], { mentors: ['me', 'co'] }),
      relationship('as-mentee', ['me'], { mentors: ['dan'], role: 'mentee' }),
    ],
    messages: [
      message('m1', 'ana', ['me'], { threadId: 't1' }),
      message('m2', 'me', [], { threadId: 't1' }),
      message('m3', 'ben', ['me', 'co'], { threadId: 't2' }),
      message('m4', 'dan', ['me'], { threadId: 't3' }),
      message('m5', 'stranger', ['me'], { threadId: 't4' }),
    ],
    glimpses: [
      { id: 'g1', threadId: 't1', at, people: ['ana@example.edu'], seenIn: { source: 'gmail-page', at } },
      { id: 'g2', threadId: 't5', at, people: ['cam@example.edu'], seenIn: { source: 'gmail-page', at } },
    ],
    contacts: [contact('c1', 'pair-ana'), contact('c2', 'cohort', { with: ['ben'] })],
    corrections: [
      { id: 'k1', message: 'm1', at, asks: false },
      { id: 'k2', message: 'm3', at, asks: false },
    ],
    away: [{ id: 'a1', from: '2026-03-01', to: '2026-03-08', returns: '2026-03-09', relationships: ['cohort'] }],
    notices: [{ id: 'n1', away: 'a1', to: 'co', at }],
    sources: [{ id: 's1', source: 'gmail-page', from: at, to: at }],
    settings: [defaultSettings('Europe/Paris')],
  };
}

export const clause = { document: 'Guide', section: '2', says: 'Answer in time.' };

/** What might have been derived of a relationship. */
export function derivedOf(relationship: string, extra: Partial<Derived> = {}): Derived {
  const verdict = { rule: 'reply-email' as const, subject: { relationship }, state: 'open' as const };
  return {
    relationship,
    at,
    verdicts: [{ ...verdict, evidence: [], clause }],
    threads: [],
    mentees: [],
    ...extra,
  };
}
