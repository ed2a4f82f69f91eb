import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/domain/thread/message.ts';
import { openIdbLedger } from '../../src/ledger/idb.ts';
import type { LedgerWriter } from '../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../src/ledger/memory.ts';
import { migrate, steps } from '../../src/ledger/schema.ts';
import { derivedOf, smallLife } from './facts.ts';

const at = '2026-03-02T09:00:00Z';
const me = 'me@example.edu';
const onPage = { source: 'outlook-page', address: me, at };
const byAccount = { source: 'microsoft-mail', address: me, at };
const inFile = (thread: string) => ({ source: 'file', at, thread });

function mail(id: string, more: Partial<Message> = {}): Message {
  return {
    id,
    threadId: 'conversation',
    sentAt: '2026-03-01T12:00:20Z',
    from: { email: 'ana@example.edu' },
    to: [{ email: me }],
    cc: [],
    subject: 'Exam',
    kind: 'personal',
    seenIn: [onPage],
    ...more,
  };
}

const ofAccount = (id: string, more: Partial<Message> = {}) =>
  mail(id, { internetMessageId: `<${id}@x>`, kindReason: 'person', seenIn: [byAccount], ...more });
const ofFile = (id: string, thread: string, more: Partial<Message> = {}) =>
  mail(`<${id}@x>`, { internetMessageId: `<${id}@x>`, threadId: thread, seenIn: [inFile(thread)], ...more });

let count = 0;
const kinds: [string, (onCommit?: (lists: string[]) => void) => Promise<LedgerWriter>][] = [
  ['in memory', async (onCommit) => new MemoryLedger(onCommit ? { onCommit } : {})],
  ['in IndexedDB', (onCommit) => openIdbLedger({ name: `messages-${++count}`, ...(onCommit && { onCommit }) })],
];

describe.each(kinds)('messages of the ledger %s', (_name, open) => {
  let ledger: LedgerWriter;
  const commits: string[][] = [];
  const start = async () => {
    commits.length = 0;
    ledger = await open((lists) => commits.push(lists));
  };
  afterEach(() => ledger.close());
  const all = () => ledger.getAll('messages');

  it('that an account and its page tell of under two ids are one, under the id it had first', async () => {
    await start();
    await ledger.applyMessages({ put: [mail('page-1', { sentAt: '2026-03-01T12:00:00Z', to: [] })] });
    expect(await ledger.applyMessages({ put: [ofAccount('graph-1')] })).toEqual({
      added: 0,
      changed: 1,
      same: 0,
      removed: 0,
    });
    const [only, ...more] = await all();
    expect(more).toEqual([]);
    expect(only).toMatchObject({
      id: 'page-1',
      internetMessageId: '<graph-1@x>',
      sentAt: '2026-03-01T12:00:20Z',
      to: [{ email: me }],
      seenIn: [{ ...byAccount, id: 'graph-1' }, onPage],
    });
  });

  it('are written once, however often they are told', async () => {
    await start();
    await ledger.applyMessages({ put: [ofAccount('a'), ofAccount('b', { sentAt: '2026-03-01T12:00:25Z' })] });
    commits.length = 0;
    const again = await ledger.applyMessages({ put: [ofAccount('a'), ofAccount('a')] });
    expect(again).toEqual({ added: 0, changed: 0, same: 1, removed: 0 });
    expect(commits).toEqual([]);
    expect(await all()).toHaveLength(2);
  });

  it('of a file come into the thread of what an account told, whichever was first', async () => {
    for (const order of [0, 1]) {
      await start();
      const file = { put: [ofFile('a', '<root>'), ofFile('old', '<root>', { sentAt: '2025-12-01T12:00:00Z' })] };
      const account = { put: [ofAccount('a')] };
      for (const changes of order === 0 ? [file, account] : [account, file]) await ledger.applyMessages(changes);
      expect((await all()).map(({ threadId }) => threadId)).toEqual(['conversation', 'conversation']);
      await ledger.applyMessages({ put: [ofFile('older', '<root>', { sentAt: '2025-11-01T12:00:00Z' })] });
      expect(await ledger.readThreads(['conversation'])).toHaveLength(3);
      ledger.close();
    }
  });

  it('of two threads of a file that turn out to be one stand in one', async () => {
    await start();
    const put = [ofFile('a', '<a>'), ofFile('b', '<b>', { sentAt: '2026-03-01T13:00:00Z' })];
    await ledger.applyMessages({ put, merged: [['<b>', '<a>']] });
    expect((await all()).map(({ threadId }) => threadId)).toEqual(['<a>', '<a>']);
    await ledger.applyMessages({ put: [ofAccount('b', { sentAt: '2026-03-01T13:00:00Z' })] });
    expect((await all()).map(({ threadId }) => threadId)).toEqual(['conversation', 'conversation']);
  });

  it('that turn out to be one take along what people said of either', async () => {
    await start();
    await ledger.applyMessages({ put: [mail('page-1', { to: [] })] });
    await ledger.applyMessages({ put: [ofFile('a', '<root>')] });
    expect(await all()).toHaveLength(2);
    const [relationship] = smallLife().relationships;
    const answer = {
      relationship: relationship!.id,
      with: ['ana'],
      at,
      channel: 'call' as const,
      direction: 'out' as const,
    };
    await ledger.apply([
      { list: 'corrections', put: { id: 'k', message: '<a@x>', at, asks: false } },
      { list: 'contacts', put: { id: 'c', ...answer, made: true, answers: '<a@x>' } },
    ]);
    await ledger.applyMessages({ put: [ofAccount('a')] });
    expect((await all()).map(({ id }) => id)).toEqual(['page-1']);
    expect((await ledger.get('corrections', 'k'))?.message).toBe('page-1');
    expect((await ledger.get('contacts', 'c'))?.answers).toBe('page-1');
  });

  it('settle the glimpses of them, but none that dates its thread’s beginning or is newer', async () => {
    await start();
    const glimpse = (id: string, more = {}) => ({
      id,
      threadId: 'conversation',
      at: '2026-03-01T12:00:00Z',
      people: ['ana@example.edu'],
      seenIn: onPage,
      ...more,
    });
    const newer = { at: '2026-03-01T12:10:00Z' };
    const glimpses = [glimpse('g1'), glimpse('g2', newer), glimpse('g3', { firstAt: '2026-03-01T08:00:00Z' })];
    await ledger.apply(glimpses.map((put) => ({ list: 'glimpses', put })));
    await ledger.applyMessages({ put: [ofAccount('a')] });
    expect((await ledger.getAll('glimpses')).map(({ id }) => id).sort()).toEqual(['g2', 'g3']);
  });

  it('go with what is written beside them, or not at all', async () => {
    await start();
    const account = { id: 'microsoft me', provider: 'microsoft' as const, address: me, connectedAt: at };
    const given = [{ list: 'accounts' as const, put: account }];
    expect(await ledger.applyMessages({ put: [ofAccount('a')], given })).toBeNull();
    expect(await all()).toEqual([]);
    await ledger.apply([{ list: 'accounts', put: account }]);
    const source = { id: 's', source: 'microsoft-mail', address: me, from: at, to: at };
    await ledger.applyMessages({ put: [ofAccount('a')], given, with: [{ list: 'sources', put: source }] });
    expect([(await all()).length, (await ledger.getAll('sources')).length]).toEqual([1, 1]);
  });

  it('have only those verdicts derived again that they concern', async () => {
    await start();
    await ledger.replaceAll(smallLife());
    const derive = async () => {
      for (const id of ['pair-ana', 'cohort']) await ledger.derive(id, at, () => derivedOf(id));
    };
    await derive();
    await ledger.applyMessages({ put: [ofAccount('a')] });
    expect((await ledger.readDerived()).map(({ relationship }) => relationship)).toEqual(['cohort']);
    await derive();
    const many = Array.from({ length: 30 }, (_, n) => ofAccount(`n${n}`, { threadId: `t${n}` }));
    await ledger.applyMessages({ put: many });
    expect(await ledger.readDerived()).toEqual([]);
  });

  it('are found among thousands that were written at once, by another connection too', async () => {
    await start();
    const many = Array.from({ length: 500 }, (_, n) => ofAccount(`n${n}`, { threadId: `t${n}` }));
    await ledger.applyMessages({ put: many });
    await ledger.apply([{ list: 'messages', put: mail('past', { threadId: 'new' }) }]);
    const seen = [ofAccount('past', { threadId: 'new', subject: 'Re: Exam' }), ...many];
    expect(await ledger.applyMessages({ put: seen })).toMatchObject({ added: 0, changed: 1 });
    expect(await all()).toHaveLength(501);
  });
});

describe('a database of before mail was joined', () => {
  it('joins what pages told of then', async () => {
    const name = 'messages-old';
    const database = await openDB(name, 2, {
      upgrade: (db, from, _to, transaction) => migrate(db, transaction, from, steps.slice(0, 2)),
    });
    const old = mail('a', { to: [] });
    await database.put('messages', { id: 'a', record: old, thread: 'conversation', emails: ['ana@example.edu'] });
    database.close();
    const ledger = await openIdbLedger({ name });
    await ledger.applyMessages({ put: [ofAccount('a')] });
    expect(await ledger.getAll('messages')).toMatchObject([{ id: 'a', internetMessageId: '<a@x>' }]);
    ledger.close();
  });
});
