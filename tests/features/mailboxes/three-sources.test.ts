// The same semester told by pages, by an account's API and by a file gives the same verdicts, save for what a source cannot
// see, which is cannot-tell.
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/domain/thread/message.ts';
import { deadlinesHandlers } from '../../../src/features/deadlines/worker.ts';
import { planImport } from '../../../src/features/mailboxes/import.ts';
import { keepWanted } from '../../../src/features/mailboxes/wanted.ts';
import { readMailbox } from '../../../src/files/mailbox.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import type { StandinMessage } from '../../standin/semester.ts';
import { composeMbox, covering, toAccountRecord, toThreadSight } from './three-tellers.ts';
import { facts, semester, start, told, verdictsOf, wanted } from './three-verdicts.ts';

/** The semester as it was, known to its last header. */
async function tellTruth(): Promise<MemoryLedger> {
  const ledger = await start();
  const put = keepWanted(told.map(toAccountRecord), wanted);
  const sources = covering(semester, () => 'microsoft-mail');
  const changes = [...put.map((each) => ({ list: 'messages' as const, put: each }))];
  await ledger.apply([...changes, ...sources.map((each) => ({ list: 'sources' as const, put: each }))]);
  return ledger;
}

async function tellByAccount(): Promise<MemoryLedger> {
  const ledger = await start();
  const sources = covering(semester, (account) => (account === 'gmail' ? 'gmail' : 'microsoft-mail'));
  for (const { source, address } of sources) {
    const own = told.filter(({ account }) => (account === 'gmail') === (source === 'gmail')).map(toAccountRecord);
    const seenIn = [{ source, address: address!, at: semester.now }];
    await ledger.applyMessages({ put: keepWanted(own, wanted).map((message) => ({ ...message, seenIn })) });
  }
  await ledger.apply(sources.map((put) => ({ list: 'sources', put })));
  return ledger;
}

async function tellByFile(messages: readonly StandinMessage[] = told): Promise<MemoryLedger> {
  const ledger = await start();
  const merged: [string, string][] = [];
  const read: Message[] = [];
  const bytes = new TextEncoder().encode(composeMbox(messages));
  const stream = (async function* () {
    yield bytes;
  })();
  const options = {
    people: wanted.people,
    onMerge: (thread: string, into: string) => void merged.push([thread, into]),
  };
  for await (const message of readMailbox(stream, options)) read.push(message);
  const { from, to } = covering(semester, () => 'file')[0]!;
  for (let at = 0; at < read.length; at += 100) {
    const isLast = at + 100 >= read.length;
    const last = isLast ? { last: { from, to, sent: true, received: true } } : {};
    const batch = { name: 'All mail.mbox', messages: read.slice(at, at + 100), merged: isLast ? merged : [], ...last };
    await ledger.applyMessages(await planImport(ledger, batch, semester.now));
  }
  return ledger;
}

async function tellByPages(): Promise<MemoryLedger> {
  const ledger = await start();
  const handlers = deadlinesHandlers<undefined>({
    nameOf: (source) => source,
    open: async () => ledger,
    now: () => semester.now,
    newId: () => 'x',
  });
  // Gmail puts what has another subject into a thread of its own.
  const asGmail = told.map((each) => (each.kind === 'auto-reply' ? { ...each, threadId: each.id } : each));
  for (const thread of Map.groupBy(asGmail, ({ threadId }) => threadId).values()) {
    await handlers['page.saw'](toThreadSight(thread, semester), undefined);
  }
  return ledger;
}

describe('a semester', () => {
  it('holds verdicts of every kind', async () => {
    const states = [...(await verdictsOf(await tellTruth())).values()].map(({ rule, state }) => `${rule} ${state}`);
    expect(states.length).toBeGreaterThan(60);
    expect(new Set(states)).toEqual(
      new Set(
        ['met', 'open', 'late', 'missed']
          .map((state) => `reply-email ${state}`)
          .concat(['met', 'open'].map((state) => `monthly-contact ${state}`)),
      ),
    );
  });

  it('told by an account’s API gives the verdicts that it had', async () => {
    expect(await verdictsOf(await tellByAccount())).toEqual(await verdictsOf(await tellTruth()));
  });

  it('told by a file gives the same, in whatever order the file has them', async () => {
    const truth = await verdictsOf(await tellTruth());
    expect(await verdictsOf(await tellByFile())).toEqual(truth);
    expect(await verdictsOf(await tellByFile(told.toReversed()))).toEqual(truth);
  });

  it('told by its pages gives the same, or cannot-tell where a page does not reach', async () => {
    const truth = await verdictsOf(await tellTruth());
    const pages = await verdictsOf(await tellByPages());
    expect([...pages.keys()].sort()).toEqual([...truth.keys()].sort());
    for (const [key, verdict] of pages) {
      if (verdict.state === 'cannot-tell') expect(truth.get(key)!.state).toBe('missed');
      else expect(verdict).toEqual(truth.get(key));
    }
  }, 30_000);

  it.each([
    ['missed', 'covered', covering(semester, () => 'microsoft-mail')],
    ['cannot-tell', 'never looked at', []],
  ])('a month without a word is %s in a mailbox that was %s', async (state, _how, sources) => {
    const ledger = new MemoryLedger();
    const silent = { ...facts, contacts: [], meetings: [], programmeEvents: [] };
    await ledger.replaceAll({ ...silent, sources });
    const months = [...(await verdictsOf(ledger)).values()].filter(({ rule }) => rule === 'monthly-contact');
    const whole = months.filter(({ due }) => due! < semester.now && due! > '2025-11-15');
    expect(whole.length).toBeGreaterThan(20);
    expect(new Set(whole.map((verdict) => verdict.state))).toEqual(new Set([state]));
  });
});
