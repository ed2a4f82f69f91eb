// Messages as they are written: many at once, each joined with the record of the same message, whoever told of it before.
import { type ListName, listNames } from '../domain/ledger.ts';
import type { KnownMessage } from '../domain/thread/merge-message.ts';
import type { Directory } from './directory.ts';
import type { EventOutcome } from './events.ts';
import { areStored } from './joined.ts';
import type { Change, MessageChanges } from './ledger.ts';
import { MessageBatch } from './message-batch.ts';
import { Reading } from './reading.ts';
import type { Desk } from './shelf.ts';
import { addTouch, touchNothing } from './touch.ts';
import { planWrites } from './writes.ts';
import { applyWrites, markStale } from './writing.ts';

const ignore = () => {};
/** A run that brings so many threads at once has everything derived again: looking each up would cost more. */
const manyThreads = 20;

/** Null where what was given is not as it was when the messages were asked for. */
export async function applyMessageChanges(
  desk: Desk,
  changes: MessageChanges,
  directory: Directory,
): Promise<EventOutcome | null> {
  if (!(await areStored(desk, changes.given))) return null;
  const batch = new MessageBatch(desk, directory);
  await batch.load(changes.put ?? []);
  for (const seen of changes.put ?? []) batch.put(seen);
  for (const [thread, into] of changes.merged ?? []) await batch.rename(thread, into);
  await batch.settleThreads();
  const written = batch.changed();
  const followers = written.length > 0 ? await planFollowers(desk, batch, written) : [];
  // Asked for first, so that its answer does not wait for all the messages to be written.
  const companions = applyWrites(desk, planWrites([...(changes.with ?? []), ...followers]));
  const [counts, lists] = await Promise.all([batch.write(), companions]);
  await markTouched(desk, written);
  const changed = new Set<ListName>(written.length > 0 ? [...lists, 'messages'] : lists);
  return { counts, lists: listNames.filter((list) => changed.has(list)) };
}

type Written = ReturnType<MessageBatch['changed']>;

async function markTouched(desk: Desk, written: Written): Promise<void> {
  const touch = touchNothing();
  for (const { before, now } of written) {
    for (const known of [before, now]) if (known) addTouch(touch, 'messages', known.message);
  }
  if (touch.threads.size > manyThreads) touch.all = true;
  await markStale(desk, touch);
}

/** What people said about a message follows it to the id it is kept under; a glimpse of what is known now has done its work. */
async function planFollowers(desk: Desk, batch: MessageBatch, written: Written): Promise<Change[]> {
  const reading = new Reading(desk, ignore);
  const seen = written.flatMap(({ now }) => now ?? []);
  const settled = (await reading.getAll('glimpses'))
    .filter((glimpse) => !glimpse.firstAt && seen.some((known) => overtakes(known, glimpse)))
    .map(({ id }): Change => ({ list: 'glimpses', remove: id }));
  if (batch.replaced.size === 0) return settled;
  const [corrections, contacts] = await Promise.all([reading.getAll('corrections'), reading.getAll('contacts')]);
  const corrected = corrections.flatMap((each): Change[] => {
    const message = batch.replaced.get(each.message);
    return message === undefined ? [] : [{ list: 'corrections', put: { ...each, message } }];
  });
  const answered = contacts.flatMap((each): Change[] => {
    const answers = batch.replaced.get(each.answers ?? '');
    return answers === undefined ? [] : [{ list: 'contacts', put: { ...each, answers } }];
  });
  return [...settled, ...corrected, ...answered];
}

function overtakes({ message }: KnownMessage, glimpse: { threadId: string; at: string }): boolean {
  return message.threadId === glimpse.threadId && Date.parse(message.sentAt) >= Date.parse(glimpse.at);
}
