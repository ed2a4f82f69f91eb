// Whatever order, duplication and delay pages, an account and a file tell the same messages with makes no difference.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/domain/thread/message.ts';
import { keepWanted } from '../../../src/features/mailboxes/wanted.ts';
import type { MemoryLedger } from '../../../src/ledger/memory.ts';
import type { StandinMessage } from '../../standin/semester.ts';
import { messageIdOf, toAccountRecord, toMinute, toSecond } from './three-tellers.ts';
import { semester, semesterId, start, told, verdictsOf, wanted } from './three-verdicts.ts';

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
    // A file knows the second, a page the minute.
    const statesOf = (verdicts: Awaited<ReturnType<typeof verdictsOf>>) =>
      [...verdicts.values()].map(({ rule, state, subject }) => `${rule} ${subject.mentee} ${state}`).sort();
    const truth = statesOf(await verdictsOf(await tell([hasty.map((message) => toPageRecord(message, false))])));
    const check = fc.asyncProperty(fc.shuffledSubarray(records, { minLength: records.length }), async (order) => {
      const ledger = await tell(order.map((message) => [message]));
      expect(statesOf(await verdictsOf(ledger))).toEqual(truth);
      expect(await ledger.getAll('messages')).toHaveLength(hasty.length);
      expect(new Set((await ledger.getAll('messages')).map(({ threadId }) => threadId.startsWith('<')))).toEqual(
        new Set([false]),
      );
    });
    await fc.assert(check, { numRuns: 30, verbose: 1 });
  }, 60_000);
});
