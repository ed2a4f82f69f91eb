import { describe, expect, it } from 'vitest';
import type { Away } from '../../../src/domain/away/away.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { composeHandover } from '../../../src/features/away/handover.ts';
import { composeHandoverText } from '../../../src/features/away/handover-text.ts';
import { handoverHandlers } from '../../../src/features/away/handover-worker.ts';
import type { OverviewItem } from '../../../src/features/deadlines/overview.ts';
import { readHandover, writeHandover } from '../../../src/files/handover.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { ledger as facts, message, people, relationship } from '../../domain/build.ts';

const now = '2026-03-09T12:40:00Z';
const away: Away = { id: 'a1', from: '2026-03-16', to: '2026-03-20', returns: '2026-03-21', relationships: ['r1'] };

const item = (menteeId: string, since: string, more: Partial<OverviewItem> = {}): OverviewItem => ({
  key: `${menteeId} ${since}`,
  section: 'coming',
  rule: 'reply-email',
  relationship: 'r1',
  programme: 'UMMS',
  menteeId,
  mentee: menteeId,
  title: 'A private subject',
  detail: '',
  mark: { state: 'open', since },
  action: { kind: 'none' },
  ...more,
});

const small = facts({
  meetings: [
    {
      id: 'e1',
      relationship: 'r1',
      start: '2026-03-17T15:00:00Z',
      minutes: 60,
      outcome: 'planned',
      attendees: ['ben'],
      topics: ['A private topic'],
      homework: [],
      signatures: [],
    },
    {
      id: 'e2',
      relationship: 'r1',
      start: '2026-03-24T15:00:00Z',
      minutes: 60,
      outcome: 'planned',
      attendees: ['ben'],
      topics: [],
      homework: [],
      signatures: [],
    },
  ],
});
const overview = {
  now,
  zone: 'America/Toronto',
  items: [
    item('ana', '2026-03-08T12:00:00Z'),
    item('ana', '2026-03-05T12:00:00Z', {
      mark: { state: 'late', since: '2026-03-05T12:00:00Z', due: '2026-03-07T12:00:00Z' },
    }),
    item('ben', '2026-03-01T12:00:00Z', { mark: { state: 'waiting', since: '2026-03-01T12:00:00Z' } }),
    item('ben', '2026-03-01T12:00:00Z', { rule: 'monthly-contact' }),
    item('ana', '2026-03-01T12:00:00Z', { relationship: 'other' }),
  ],
};
const handover = composeHandover(away, 'r1', { small, events: [], overview })!;

describe('a handover', () => {
  it('has what waits by mentee, oldest first, and meetings until the return', () => {
    expect(handover).toMatchObject({
      writtenAt: now,
      away: { from: '2026-03-16', to: '2026-03-20', returns: '2026-03-21' },
      mentor: { name: 'Mia Mentor' },
      mentees: [
        {
          name: 'Ana Alvarez',
          threads: [{ since: '2026-03-05T12:00:00Z', due: '2026-03-07T12:00:00Z' }, { since: '2026-03-08T12:00:00Z' }],
          meetings: [],
        },
        { name: 'Ben Bekele', threads: [], meetings: [{ start: '2026-03-17T15:00:00Z', minutes: 60 }] },
      ],
    });
  });

  it('tells the dates that people are told, where the mentor came back earlier', () => {
    const early: Away = {
      ...away,
      to: '2026-03-17',
      returns: '2026-03-18',
      plannedTo: '2026-03-20',
      plannedReturns: '2026-03-21',
    };
    expect(composeHandover(early, 'r1', { small, events: [], overview })?.away).toEqual(handover.away);
  });

  it('is null for a relationship that is gone', () => {
    expect(composeHandover(away, 'gone', { small, events: [], overview })).toBeNull();
  });

  it.each([
    ['en-CA', /2 threads wait for an answer: 4 days, 24 hours/, /Ben Bekele: meeting on Tue, Mar\.? 17/],
    [
      'fr-CA',
      /2 fils de discussion attendent une réponse\s: 4\sjours, 24\sheures/,
      /Ben Bekele\s: rencontre le mar\. 17 mars/,
    ],
  ])('is text for a mail in %s, and quotes nothing', (locale, waits, meets) => {
    const text = composeHandoverText(handover, { locale, zone: 'America/Toronto' });
    expect(text).toMatch(waits);
    expect(text).toMatch(meets);
    expect(text + writeHandover(handover)).not.toMatch(/private/i);
  });

  it('says so when nothing waits, and a name brings no line of its own', () => {
    const empty = { ...handover, mentees: [] };
    expect(composeHandoverText(empty, { locale: 'en-CA', zone: 'UTC' })).toContain('No thread waits');
    const hostile = { ...handover, mentees: [{ ...handover.mentees[0]!, name: 'Ana\nBcc: all\u202e' }] };
    expect(composeHandoverText(hostile, { locale: 'en-CA', zone: 'UTC' })).toContain('- Ana Bcc: all:');
  });
});

/** The same pair on the co-mentor's side: other ids, the other way round. */
const theirs = (more: Partial<Ledger> = {}) =>
  facts({
    people: people.map(({ id, ...rest }) => ({ id: `x-${id}`, ...rest })),
    relationships: [
      relationship({ id: 'rx', me: 'x-co', mentors: ['x-me', 'x-co'], mentees: ['x-ana', 'x-ben'], coordinator: [] }),
    ],
    ...more,
  });

async function take(of = theirs(), at = now, file = writeHandover(handover)) {
  const stored = new MemoryLedger({ onCommit: () => {} });
  await stored.replaceAll(of);
  const handlers = handoverHandlers<null>({ open: async () => stored, now: () => at });
  const read = readHandover(file);
  if (!read.ok) throw new Error(read.problem.code);
  const { writtenAt, away: dates, mentor, mentees } = read.sheet;
  const outcome = await handlers['handover.take']({ writtenAt, away: dates, mentor, mentees }, null);
  return { stored, handlers, outcome, notices: await stored.getAll('notices') };
}

describe('the co-mentor’s side', () => {
  it('finds people by their addresses and keeps who covers, for whom and until when', async () => {
    const { outcome, notices } = await take();
    expect(outcome).toEqual({ done: true, mentor: 'Mia Mentor', mentees: 2, threads: 2 });
    expect(notices).toMatchObject([
      {
        to: 'x-co',
        returns: '2026-03-21',
        handed: {
          by: 'x-me',
          relationship: 'rx',
          unknown: 0,
          threads: [{ mentee: 'x-ana', since: '2026-03-05T12:00:00Z' }, { mentee: 'x-ana' }],
          meetings: [{ mentee: 'x-ben', start: '2026-03-17T15:00:00Z' }],
        },
      },
    ]);
  });

  it('owes no automatic message and no notice of its own for another’s absence', async () => {
    const of = theirs({ messages: [message('ana', '2026-03-08T12:00:00Z')] });
    const { stored } = await take(of);
    expect(judge(await stored.readAll(), now)).toEqual(judge(of, now));
  });

  it('takes the same sheet once, and a newer one in its place', async () => {
    const { stored, handlers } = await take();
    const [first] = await stored.getAll('notices');
    const { mentor, away: dates } = handover;
    await handlers['handover.take'](
      { writtenAt: '2026-03-10T00:00:00Z', mentor, away: dates, mentees: [handover.mentees[0]!] },
      null,
    );
    const after = await stored.getAll('notices');
    expect(after.map(({ id }) => id)).toEqual([first!.id]);
    expect(after[0]?.handed?.writtenAt).toBe('2026-03-10T00:00:00Z');
    await handlers['handover.drop']({ notice: first!.id }, null);
    expect(await stored.getAll('notices')).toEqual([]);
  });

  it('drops nothing but what was handed over', async () => {
    const told = { id: 'n1', away: 'a1', to: 'x-me', at: now };
    const { stored, handlers } = await take(theirs({ notices: [told] }));
    await handlers['handover.drop']({ notice: 'n1' }, null);
    expect(await stored.get('notices', 'n1')).toEqual(told);
  });

  it.each([
    [
      'mentees that are not known',
      theirs({ people: people.slice(0, 2).map(({ id, ...rest }) => ({ id: `x-${id}`, ...rest })) }),
      now,
      'unknown-mentees',
    ],
    [
      'a mentor who is no co-mentor',
      theirs({ relationships: [relationship({ id: 'rx', me: 'x-co', mentors: ['x-co'], mentees: ['x-ana'] })] }),
      now,
      'unknown-mentees',
    ],
    ['an absence that is over', theirs(), '2026-03-22T00:00:00Z', 'over'],
  ] as const)('refuses %s, and keeps nothing', async (_title, of, at, code) => {
    const { outcome, notices } = await take(of, at);
    expect(outcome).toEqual({ done: false, code });
    expect(notices).toEqual([]);
  });
});
