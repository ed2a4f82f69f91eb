import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judge, judgeRelationship } from '../../../src/domain/verdict/judge.ts';
import { programmes } from '../../../src/programmes/index.ts';
import { address, contact, covered, ledger, message, relationship } from '../build.ts';

const now = '2026-03-10T12:00:00Z';
const one = [relationship({ mentees: ['ana'] })];
const all = covered('2025-12-01T00:00:00Z', '2026-06-01T00:00:00Z');
const verdicts = (facts: Partial<Ledger>, at = now) =>
  judge(ledger({ relationships: one, ...facts }), at).filter((each) => each.rule === 'monthly-contact');
const february = (facts: Partial<Ledger>, at = now) =>
  verdicts(facts, at).find((each) => each.subject.window?.from === '2026-02-01');
const written = (at: string, more = {}) => message('me', at, more);

describe('in touch every calendar month', () => {
  it('gives one verdict for each mentee and month, past months kept', () => {
    expect(verdicts({ sources: [all] }).map((each) => [each.subject.window, each.state])).toEqual([
      [{ from: '2026-01-01', to: '2026-01-31' }, 'missed'],
      [{ from: '2026-02-01', to: '2026-02-28' }, 'missed'],
      [{ from: '2026-03-01', to: '2026-03-31' }, 'open'],
    ]);
  });

  const held: Ledger['meetings'][number] = {
    id: 'met',
    relationship: 'r1',
    start: '2026-02-10T14:00:00Z',
    minutes: 30,
    outcome: 'held',
    attendees: ['ana'],
    topics: [],
    homework: [],
    signatures: [],
  };
  it.each<[string, Partial<Ledger>, string]>([
    ['a mail of the mentor counts', { messages: [written('2026-02-20T12:00:00Z')] }, 'met'],
    ['a mail of the co-mentor counts', { messages: [message('co', '2026-02-20T12:00:00Z')] }, 'met'],
    ['a mail of the mentee alone does not', { messages: [message('ana', '2026-02-20T12:00:00Z')] }, 'missed'],
    ['an automatic reply does not', { messages: [written('2026-02-20T12:00:00Z', { kind: 'auto-reply' })] }, 'missed'],
    ['a call that was made counts', { contacts: [contact({ channel: 'call', direction: 'out' })] }, 'met'],
    ['an attempt does not', { contacts: [contact({ channel: 'call', direction: 'out', made: false })] }, 'missed'],
    ['a text that came in does not', { contacts: [contact()] }, 'missed'],
    ['a meeting held that they attended counts', { meetings: [held] }, 'met'],
    ['one that they did not attend does not', { meetings: [{ ...held, attendees: ['ben'] }] }, 'missed'],
    ['one that was planned does not', { meetings: [{ ...held, outcome: 'planned' }] }, 'missed'],
    [
      'a mail to the co-mentor about them does not',
      { messages: [written('2026-02-20T12:00:00Z', { to: [{ email: address.co }] })] },
      'missed',
    ],
  ])('%s', (_title, facts, state) => {
    expect(february({ sources: [all], ...facts })?.state).toBe(state);
  });

  it('counts the month in the zone of the mentor', () => {
    const messages = [written('2026-03-01T04:59:59Z')];
    expect(february({ messages, sources: [all] })).toMatchObject({
      state: 'met',
      settledAt: '2026-03-01T04:59:59Z',
      due: '2026-03-01T05:00:00Z',
    });
    expect(february({ messages: [written('2026-03-01T05:00:00Z')], sources: [all] })?.state).toBe('missed');
  });

  it('counts a mail to the whole group as the programme is set', () => {
    const relationships = [relationship()];
    const messages = [written('2026-02-20T12:00:00Z', { to: [{ email: address.ana }, { email: address.ben }] })];
    const pack = programmes.find((each) => each.id === 'umms-peer-mentoring')!;
    const as = (groupMailCounts: boolean) => {
      const own = {
        ...pack,
        id: 'own',
        rules: pack.rules.map((rule) => (rule.rule === 'monthly-contact' ? { ...rule, groupMailCounts } : rule)),
      };
      return february({
        messages,
        sources: [all],
        programmes: [own],
        relationships: relationships.map((each) => ({ ...each, programme: 'own' })),
      })?.state;
    };
    expect([as(true), as(false)]).toEqual(['met', 'missed']);
  });

  it.each([
    ['nothing was covered', [], 'cannot-tell'],
    [
      'coverage has a gap',
      [
        covered('2026-01-20T00:00:00Z', '2026-02-10T00:00:00Z'),
        covered('2026-02-11T00:00:00Z', '2026-03-05T00:00:00Z'),
      ],
      'cannot-tell',
    ],
    [
      'two stretches meet',
      [
        covered('2026-01-20T00:00:00Z', '2026-02-10T00:00:00Z'),
        covered('2026-02-10T00:00:00Z', '2026-03-05T00:00:00Z'),
      ],
      'missed',
    ],
    [
      'only a calendar was read',
      [covered('2026-01-01T00:00:00Z', '2026-03-05T00:00:00Z', { source: 'google-calendar' })],
      'cannot-tell',
    ],
    ['a file covers it', [covered('2026-01-01T00:00:00Z', '2026-03-05T00:00:00Z', { source: 'file' })], 'missed'],
    [
      'one of two mailboxes was not read',
      [
        all,
        covered('2026-01-20T00:00:00Z', '2026-02-10T00:00:00Z', { source: 'microsoft-mail', address: address.alt }),
      ],
      'cannot-tell',
    ],
    [
      'the page and the account of one mailbox make it up',
      [
        covered('2026-01-20T00:00:00Z', '2026-02-10T00:00:00Z', { address: address.me }),
        covered('2026-02-09T00:00:00Z', '2026-03-05T00:00:00Z', { source: 'gmail-mail', address: address.me }),
      ],
      'missed',
    ],
    [
      'a search for this mentee covers it',
      [covered('2026-01-01T00:00:00Z', '2026-03-05T00:00:00Z', { people: ['ana'] })],
      'missed',
    ],
    [
      'a search for another does not',
      [covered('2026-01-01T00:00:00Z', '2026-03-05T00:00:00Z', { people: ['ben'] })],
      'cannot-tell',
    ],
  ])('when %s, a month without contact is %s', (_title, sources, state) => {
    expect(february({ sources })?.state).toBe(state);
  });

  it('asks only for the mailboxes in which mail with this mentee was seen', () => {
    const messages = [
      message('ana', '2026-01-20T12:00:00Z', {
        seenIn: [{ source: 'gmail-page', address: address.me, at: '2026-01-20T13:00:00Z' }],
      }),
    ];
    const sources = [
      covered('2026-01-01T00:00:00Z', '2026-03-05T00:00:00Z', { address: address.me }),
      covered('2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z', { source: 'outlook-page', address: address.alt }),
    ];
    expect(february({ sources, messages })?.state).toBe('missed');
    expect(february({ sources })?.state).toBe('cannot-tell');
  });

  it.each([
    [
      'begun and ended within the month',
      '2026-02-03T10:00:00Z',
      '2026-02-20T10:00:00Z',
      [address.ana, address.me],
      'met',
    ],
    [
      'begun the month before',
      '2026-01-30T10:00:00Z',
      '2026-02-20T10:00:00Z',
      [address.ana, address.me],
      'cannot-tell',
    ],
    ['in which the mentee wrote alone', '2026-02-03T10:00:00Z', '2026-02-20T10:00:00Z', [address.ana], 'cannot-tell'],
  ])('takes a thread of a list %s for what it proves', (_title, firstAt, at, people, state) => {
    const seenIn = { source: 'gmail-page', at: now };
    expect(february({ glimpses: [{ id: 'g', threadId: 'other', at, firstAt, people, seenIn }] })?.state).toBe(state);
  });

  it('never turns what was seen into doubt', () => {
    expect(february({ messages: [written('2026-02-20T12:00:00Z')] })?.state).toBe('met');
  });

  it('cannot tell of the current month once the page went blind, until it is read again', () => {
    const march = (sources: Ledger['sources']) => verdicts({ sources }).at(-1);
    const blind = { ...all, to: '2026-03-06T19:05:00Z', blindSince: '2026-03-06T19:05:00Z' };
    expect(march([blind])).toMatchObject({
      state: 'cannot-tell',
      doubt: { code: 'blind', since: '2026-03-06T19:05:00Z' },
    });
    expect(march([blind, covered('2026-03-09T12:00:00Z', '2026-03-09T13:00:00Z')])?.state).toBe('open');
  });

  it.each([
    ['a first month of 14 days is never missed', { start: '2026-02-15' }, undefined],
    ['a first month of 15 days can be', { start: '2026-02-14' }, 'missed'],
  ])('%s', (_title, more, state) => {
    const found = verdicts({ relationships: [relationship({ mentees: ['ana'], ...more })], sources: [all] });
    expect(found.find((each) => each.subject.window?.to === '2026-02-28')?.state).toBe(state);
  });

  it('ends with the relationship, and a short last month is never missed', () => {
    const found = verdicts({ relationships: [relationship({ mentees: ['ana'], end: '2026-02-10' })], sources: [all] });
    expect(found.map((each) => each.subject.window)).toEqual([{ from: '2026-01-01', to: '2026-01-31' }]);
  });

  it('changes next when the month turns, and when a relationship begins', () => {
    expect(judgeRelationship(ledger(), 'r1', now).next).toBe('2026-04-01T04:00:00Z');
    const later = ledger({ relationships: [relationship({ start: '2026-09-01' })] });
    expect(judgeRelationship(later, 'r1', now).next).toBe('2026-09-01T04:00:00Z');
  });
});
