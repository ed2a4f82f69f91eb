import { describe, expect, it } from 'vitest';
import { seeSentInMail, seeSentOnPages } from '../../../src/app/worker/see-sent.ts';
import type { Away } from '../../../src/domain/away/away.ts';
import { composeMessage } from '../../../src/features/away/compose-message.ts';
import { planSeen, readSentSight, type SentMail } from '../../../src/features/away/sent.ts';
import type { Sight } from '../../../src/features/deadlines/contract.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { ledger as facts, message, relationship } from '../../domain/build.ts';

const away: Away = {
  id: 'a1',
  from: '2026-03-16',
  to: '2026-03-20',
  returns: '2026-03-21',
  relationships: ['r1'],
  plannedAt: '2026-03-09T12:40:00Z',
};
const people = [
  { id: 'me', name: 'Robin', emails: ['me@uni.example', 'robin@example.com'] },
  { id: 'co', name: 'Daniel', emails: ['co@uni.example'] },
  { id: 'ana', name: 'Ana', emails: ['ana@uni.example', 'ana@example.net'] },
  { id: 'ben', name: 'Ben', emails: ['ben@uni.example'] },
];
const small = facts({
  people,
  relationships: [relationship({ id: 'r1', me: 'me', mentors: ['me', 'co'], mentees: ['ana', 'ben'] })],
  away: [away],
});
const subjectOf = (audience: 'mentees' | 'co-mentor', locale: string, of = away) =>
  composeMessage(audience, { me: 'Robin', from: of.from, to: of.to, returns: of.returns, locale }).subject;
const now = '2026-03-09T13:00:00Z';
const mail = (more: Partial<SentMail> = {}): SentMail => ({
  id: 'm1',
  at: '2026-03-09T12:50:00Z',
  from: 'me@uni.example',
  to: ['co@uni.example'],
  subject: subjectOf('co-mentor', 'en-CA'),
  ...more,
});
const told = (mails: SentMail[], ledger = small, at = now) => planSeen(ledger, mails, at).map(({ to }) => to);

describe('a mail that tells of an absence', () => {
  it('is noticed with the message and the return it told of', () => {
    expect(planSeen(small, [mail()], now)).toEqual([
      {
        id: 'a1 co 2026-03-21',
        away: 'a1',
        to: 'co',
        at: '2026-03-09T12:50:00Z',
        returns: '2026-03-21',
        message: 'm1',
      },
    ]);
  });

  it.each([
    ['another of the mentor’s addresses', { from: 'robin@example.com' }],
    ['American dates', { subject: subjectOf('co-mentor', 'en-US') }],
    ['French', { subject: subjectOf('co-mentor', 'fr-CA') }],
    ['an answer in the thread it began', { subject: `Re: ${subjectOf('co-mentor', 'en-CA')}` }],
  ])('is known by %s', (_title, more) => {
    expect(told([mail(more)])).toEqual(['co']);
  });

  it('tells each of whom it is to, by any of their addresses, and nobody else', () => {
    expect(
      told([mail({ to: ['ana@example.net', 'stranger@x.example'], subject: subjectOf('mentees', 'en-GB') })]),
    ).toEqual(['ana']);
  });

  it.each([
    ['somebody else wrote it', { from: 'ana@uni.example' }],
    ['it was sent before it was planned', { at: '2026-03-09T12:30:00Z' }],
    ['it is under another subject', { subject: 'Away' }],
    ['it tells of other days', { subject: subjectOf('co-mentor', 'en-CA', { ...away, to: '2026-03-19' }) }],
    ['its recipients are hidden', { to: [] }],
  ])('is none where %s', (_title, more) => {
    expect(told([mail(more)])).toEqual([]);
  });

  it('tells nobody twice, and nothing once the mentor is back', () => {
    expect(told([mail(), mail({ id: 'm2', at: '2026-03-09T12:55:00Z' })])).toEqual(['co']);
    const known = { ...small, notices: [{ id: 'n', away: 'a1', to: 'co', at: now, returns: '2026-03-21' }] };
    expect(told([mail()], known)).toEqual([]);
    expect(told([mail()], small, '2026-03-23T00:00:00Z')).toEqual([]);
  });

  it('tells again of a return that moved', () => {
    const longer = { ...away, to: '2026-03-22', returns: '2026-03-23' };
    const moved = {
      ...small,
      away: [longer],
      notices: [{ id: 'n', away: 'a1', to: 'co', at: now, returns: '2026-03-21' }],
    };
    expect(told([mail()], moved)).toEqual([]);
    expect(told([mail({ subject: subjectOf('co-mentor', 'en-CA', longer) })], moved)).toEqual(['co']);
  });
});

const sight = (more: Partial<Sight> = {}): Sight => ({
  source: 'gmail-page',
  owner: 'me@uni.example',
  at: now,
  zone: 'UTC',
  view: { list: 'sent', complete: true },
  rows: [
    {
      threadId: 't1',
      lastMessageId: 'm1',
      lastAt: '2026-03-09T12:50:00Z',
      senders: [{ email: 'Co@uni.example' }],
      subject: subjectOf('co-mentor', 'en-CA'),
      unread: false,
    },
  ],
  thread: null,
  unreadable: false,
  disagreements: {},
  ...more,
});

describe('what a mail page shows of it', () => {
  it('is a row of the sent mail, a lone message', () => {
    expect(told(readSentSight(sight()))).toEqual(['co']);
    expect(readSentSight(sight({ view: { list: 'inbox', complete: true } }))).toEqual([]);
    expect(readSentSight(sight({ rows: [{ ...sight().rows[0]!, count: 2 }] }))).toEqual([]);
    expect(readSentSight(sight({ owner: null }))).toEqual([]);
  });

  it('is a message of the open thread, of the owner’s own', () => {
    const open = (from: string) =>
      sight({
        rows: [],
        thread: {
          threadId: 't1',
          subject: subjectOf('co-mentor', 'en-CA'),
          messages: [
            {
              id: 'm1',
              sentAt: now,
              from: { email: from },
              to: [{ email: 'co@uni.example' }],
              cc: [],
              collapsed: false,
            },
          ],
        },
      });
    expect(told(readSentSight(open('me@uni.example')))).toEqual(['co']);
    expect(told(readSentSight(open('co@uni.example')))).toEqual([]);
  });
});

describe('the worker', () => {
  const start = async () => {
    const stored = new MemoryLedger({ onCommit: () => {} });
    await stored.replaceAll(small);
    return { stored, deps: { open: async () => stored, now: () => now } };
  };

  it('ticks what a page shows before it answers, though a mail to a co-mentor is kept nowhere', async () => {
    const { stored, deps } = await start();
    const seen: string[] = [];
    const handlers = { 'page.saw': async () => seen.push(`${(await stored.getAll('notices')).length} notices`) };
    const wrapped = seeSentOnPages(handlers as never, deps) as unknown as {
      'page.saw'(sight: Sight): Promise<unknown>;
    };
    await wrapped['page.saw'](sight());
    expect(seen).toEqual(['1 notices']);
  });

  it('ticks what an account brings in the same transaction', async () => {
    const { stored, deps } = await start();
    const ledger = await seeSentInMail(deps)();
    const put = message('me', '2026-03-09T12:50:00Z', {
      id: 'm1',
      to: [{ email: 'co@uni.example' }],
      subject: subjectOf('co-mentor', 'en-CA'),
      seenIn: [{ source: 'microsoft-mail', address: 'me@uni.example', at: now }],
    });
    await ledger.applyMessages({ put: [put] });
    expect((await stored.getAll('notices')).map(({ to, message: id }) => [to, id])).toEqual([['co', 'm1']]);
    expect(await ledger.getAll('messages')).toHaveLength(1);
    await ledger.applyMessages({ put: [{ ...put, id: 'm2', kind: 'auto-reply' }] });
    expect(await stored.getAll('notices')).toHaveLength(1);
  });
});
