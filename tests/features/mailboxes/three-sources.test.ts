// The same semester told by pages, by an account's API and by a file gives the same verdicts, save for what a source cannot
// see, which is cannot-tell; and whatever order, duplication and delay the three tell it with makes no difference.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger } from '../../../src/domain/ledger.ts';
import type { Message } from '../../../src/domain/thread/message.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import type { Verdict } from '../../../src/domain/verdict/verdict.ts';
import { deadlinesHandlers } from '../../../src/features/deadlines/worker.ts';
import { planImport } from '../../../src/features/mailboxes/import.ts';
import { keepWanted, planWanted } from '../../../src/features/mailboxes/wanted.ts';
import { readMailbox } from '../../../src/files/mailbox.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { ledgerBackup, semester as makeSemester, type StandinMessage } from '../../standin/semester.ts';
import {
  composeMbox,
  covering,
  messageIdOf,
  toAccountRecord,
  toMinute,
  toSecond,
  toThreadSight,
} from './three-tellers.ts';

const semester = makeSemester();
const backup = ledgerBackup(semester);
const told = semester.messages.filter(({ account }) => account !== 'club');
const facts: Ledger = { ...backup, messages: [], sources: [], glimpses: [] };
const wanted = planWanted(facts.people, facts.relationships, semester.now);

/** A whole number of messages, each by its id in the semester, wherever it was told. */
const semesterId = new Map(
  told.flatMap((message) => [message.id, `api ${message.id}`, messageIdOf(message)].map((id) => [id, message.id])),
);

async function start(): Promise<MemoryLedger> {
  const ledger = new MemoryLedger();
  await ledger.replaceAll(facts);
  return ledger;
}

/** What the rules about mail say, by nothing that depends on who told it. */
async function verdictsOf(ledger: MemoryLedger) {
  const all = await ledger.readAll();
  const threads = Map.groupBy(all.messages, ({ threadId }) => threadId);
  const threadOf = (id: string | undefined) =>
    id && (threads.get(id) ?? []).map((message) => semesterId.get(message.id) ?? message.id).sort()[0];
  const verdicts = judge(all, semester.now).filter(({ rule }) => rule === 'reply-email' || rule === 'monthly-contact');
  const plain = ({ doubt: _doubt, asOf: _asOf, clause: _clause, evidence, subject, ...rest }: Verdict) => ({
    ...rest,
    subject: { ...subject, ...(subject.thread && { thread: threadOf(subject.thread)! }) },
    evidence: evidence.map((id) => semesterId.get(id) ?? id).sort(),
  });
  return new Map(verdicts.map(plain).map((verdict) => [keyOf(verdict), verdict]));
}

type Key = { rule: string; subject: Partial<Verdict['subject']>; since?: string | undefined };

function keyOf({ rule, subject, since }: Key): string {
  return [rule, subject.relationship, subject.mentee, subject.thread, subject.window?.from ?? since].join(' ');
}

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
  });

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

/** A few threads of one mailbox, two of whose messages follow within a minute, and one that a mentee wrote twice. */
const few = told.filter(
  (message) => message.account === 'outlook' && keepWanted([toAccountRecord(message)], wanted).length > 0,
);
const hasty: StandinMessage[] = [
  ...few.slice(0, 18),
  ...few.slice(0, 3).map((message, index) => ({
    ...message,
    id: `hasty${index}`,
    sentAt: new Date(Date.parse(message.sentAt) + 31_000).toISOString(),
  })),
];
for (const message of hasty)
  for (const id of [message.id, `api ${message.id}`, messageIdOf(message)]) semesterId.set(id, message.id);

const outlook = { source: 'outlook-page', address: 'robin.lavoie@students.umms.example.edu', at: semester.now };
const api = { ...outlook, source: 'microsoft-mail' };

/** What a page shows: its own id, minutes, recipients or none, a guess of the kind. */
function toPageRecord({ id, threadId, sentAt, from, to, cc, subject }: StandinMessage, hides: boolean): Message {
  const shown = hides ? { to: [], cc: [] } : { to, cc };
  return { id, threadId, sentAt: toMinute(sentAt), from, ...shown, subject, kind: 'personal', seenIn: [outlook] };
}

function toFileRecord(message: StandinMessage): Message {
  const thread = messageIdOf({ id: message.threadId });
  const id = messageIdOf(message);
  return { ...toAccountRecord(message), id, threadId: thread, seenIn: [{ source: 'file', at: semester.now, thread }] };
}

const tellings: Message[] = hasty.flatMap((message) => [
  toPageRecord(message, true),
  toPageRecord(message, false),
  { ...toAccountRecord(message), seenIn: [api] },
  toFileRecord(message),
]);

async function tell(batches: readonly Message[][]): Promise<MemoryLedger> {
  const ledger = await start();
  for (const batch of batches) await ledger.applyMessages({ put: keepWanted(batch, wanted) });
  return ledger;
}

describe('messages that all three sources tell of', () => {
  it('are one record each, in the provider’s thread, whatever the order, the duplicates and the delays', async () => {
    expect(hasty).toHaveLength(21);
    const truth = await verdictsOf(
      await tell([hasty.map((message) => ({ ...toAccountRecord(message), seenIn: [api] }))]),
    );
    const kept = keepWanted(hasty.map(toAccountRecord), wanted).length;
    const arrival = fc
      .shuffledSubarray(tellings, { minLength: tellings.length })
      .chain((order) =>
        fc.tuple(
          fc.constant(order),
          fc.array(fc.nat(order.length - 1), { maxLength: 30 }),
          fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }),
        ),
      );
    const check = fc.asyncProperty(arrival, async ([order, again, sizes]) => {
      const all = [...order, ...again.map((index) => order[index]!)];
      const batches: Message[][] = [];
      for (let at = 0; at < all.length; ) {
        const size = sizes[batches.length % sizes.length]!;
        batches.push(all.slice(at, at + size));
        at += size;
      }
      const ledger = await tell(batches);
      const stored = await ledger.getAll('messages');
      expect(stored).toHaveLength(kept);
      expect(new Set(stored.map(({ sentAt }) => sentAt))).toEqual(new Set(hasty.map(({ sentAt }) => toSecond(sentAt))));
      const plain = (verdicts: Awaited<ReturnType<typeof verdictsOf>>) =>
        [...verdicts.values()]
          .map(({ rule, state, since, due, settledAt, subject: { mentee } }) => [
            rule,
            mentee,
            since,
            due,
            settledAt,
            state,
          ])
          .map((each) => each.join(' '))
          .sort();
      expect(plain(await verdictsOf(ledger))).toEqual(plain(truth));
    });
    await fc.assert(check, { numRuns: 60, verbose: 1 });
  }, 60_000);

  it('need no account: a page and a file agree as well', async () => {
    const records = hasty.flatMap((message) => [toPageRecord(message, false), toFileRecord(message)]);
    const truth = await verdictsOf(await tell([hasty.map((message) => toPageRecord(message, false))]));
    const check = fc.asyncProperty(fc.shuffledSubarray(records, { minLength: records.length }), async (order) => {
      const ledger = await tell(order.map((message) => [message]));
      expect((await verdictsOf(ledger)).size).toBe(truth.size);
      expect(new Set((await ledger.getAll('messages')).map(({ threadId }) => threadId.startsWith('<')))).toEqual(
        new Set([false]),
      );
    });
    await fc.assert(check, { numRuns: 30, verbose: 1 });
  }, 60_000);
});

it('has an empty ledger tell nothing', async () => {
  expect(judge(emptyLedger(), semester.now)).toEqual([]);
});
