import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/domain/settings.ts';
import type { ThreadWhy } from '../../../src/features/deadlines/contract.ts';
import { deadlinesHandlers } from '../../../src/features/deadlines/worker.ts';
import type { LedgerWriter } from '../../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { address, contact, ledger as facts, message } from '../../domain/build.ts';
import { sight, thread } from './sight.ts';

const now = '2026-02-11T09:00:00Z';
const here = { source: 'gmail-page', owner: address.me, thread: 't1' };
const seenIn = [{ source: 'gmail-page', address: address.me, at: now }];
const asked = message('ana', '2026-02-10T14:00:00Z', { id: 'asked', seenIn, asks: true, asksReason: 'question' });
const away = message('me', '2026-02-10T14:00:02Z', {
  id: 'away',
  kind: 'auto-reply',
  kindReason: 'auto-submitted',
  seenIn: [{ source: 'microsoft-mail', at: now }],
});
const elsewhere = message('ana', '2026-02-10T15:00:00Z', { id: 'elsewhere', threadId: 't2', seenIn });

let ledger: LedgerWriter;
const names: Record<string, string> = { 'gmail-page': 'the Gmail page', 'microsoft-mail': 'your Microsoft mailbox' };
const handlers = deadlinesHandlers({
  open: async () => ledger,
  now: () => now,
  newId: () => 'new',
  nameOf: (source) => names[source] ?? source,
});
const why = (question = here) => handlers['thread.why'](question, undefined);
const line = async () => (await handlers['page.saw'](sight({ thread: thread([]) }), undefined)).line;
const say = (said: { kind?: 'auto-reply' | 'personal'; asks?: boolean }, id = 'said') =>
  ledger.apply([{ list: 'corrections', put: { id, message: 'asked', at: '2026-02-11T08:30:00Z', ...said } }]);
const offered = ([entry]: ThreadWhy['decide']) => entry?.correct?.offers.map(({ words }) => words);

beforeEach(async () => {
  ledger = new MemoryLedger();
  const settings = [defaultSettings('America/Toronto')];
  await ledger.replaceAll(facts({ settings, messages: [asked, away, elsewhere] }));
});

describe('what a page is told of the line above its thread', () => {
  it('is each message that decides it: who, when, what it was taken for and why, and where it was seen', async () => {
    const { decide } = await why();
    expect(decide).toMatchObject([
      {
        who: address.ana,
        at: asked.sentAt,
        says: 'Personal, a guess: subject and sender look like a person’s; the page shows no headers. Needs an answer: it asks a question. Seen in the Gmail page.',
        said: [],
        correct: { message: 'asked', label: `Not right? Correct the message of ${address.ana}` },
      },
    ]);
  });

  it('is beside them what does not count', async () => {
    const { beside, title } = await why();
    expect(title).toBe('1 more message, not counted for it');
    expect(beside.map(({ says }) => says)).toEqual([
      'Automatic reply: its header says that a machine sent it. Seen in your Microsoft mailbox.',
    ]);
  });

  it('is what was logged, in words; it is corrected where it stands', async () => {
    await ledger.apply([
      { list: 'contacts', put: contact({ direction: 'out', at: '2026-02-11T08:00:00Z', answers: 'asked' }) },
    ]);
    const { decide } = await why();
    expect(decide[1]).toEqual({
      who: 'Text you sent, as you logged it',
      at: '2026-02-11T08:00:00Z',
      says: '',
      said: [],
    });
  });

  it('is nothing of other threads, and no subject', async () => {
    const told = JSON.stringify(await why());
    expect(told).not.toContain('elsewhere');
    expect(told).not.toContain(asked.subject);
  });

  it('comes with each answer to a sight no more than before', async () => {
    expect(Object.keys((await line())!).toSorted()).toEqual(
      ['clause', 'key', 'mark', 'mentee', 'menteeId', 'message', 'relationship'].toSorted(),
    );
  });
});

describe('what each message may be said to be', () => {
  it('is everything that it does not count as', async () => {
    expect(offered((await why()).decide)).toEqual([
      'Needs no answer',
      'Automatic reply',
      'Mailing',
      'Calendar notice',
      'Delivery failure',
    ]);
    expect(offered((await why()).beside)).toEqual(['Personal', 'Mailing', 'Calendar notice', 'Delivery failure']);
  });

  it('follows what was said, which stands beside the message with its way back', async () => {
    await say({ asks: false });
    const { decide } = await why();
    expect(offered(decide)?.[0]).toBe('Needs an answer');
    expect(decide[0]?.said).toEqual([
      {
        words: expect.stringMatching(/^You said on .*2026.*: needs no answer\.$/),
        undo: { list: 'corrections', id: 'said' },
      },
    ]);
  });

  it('of a thread that a person called automatic can still be taken back there', async () => {
    await say({ kind: 'auto-reply' });
    expect(await line()).toMatchObject({ mark: { state: 'met' }, menteeId: 'ana' });
    const { decide, beside } = await why();
    expect(decide).toEqual([]);
    const said = beside.find(({ correct }) => correct?.message === 'asked')!.said;
    await handlers['fact.undo'](said[0]!.undo, undefined);
    expect(await line()).toMatchObject({ mark: { state: 'open' } });
  });

  it('of a thread in which only machines wrote, and nobody said otherwise, is not asked: it has no line', async () => {
    await ledger.apply([{ list: 'messages', put: { ...asked, kind: 'bulk' } }]);
    expect(await line()).toBeNull();
    await expect(why()).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a page is refused', () => {
  it.each([
    ['a thread that nobody knows', { ...here, thread: 'unknown' }],
    ['a thread that its site never showed', { ...here, source: 'outlook-page' }],
    ['a thread of another account of the mentor', { ...here, owner: address.alt }],
    ['everything, where the account is a stranger’s', { ...here, owner: 'who@else.example' }],
  ])('%s', async (_what, question) => {
    await expect(why(question)).rejects.toMatchObject({ code: 'not-found' });
  });
});
