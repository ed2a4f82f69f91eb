// What decides the line above a thread, for the page that shows the thread and for no other.
import type { Ledger } from '../../domain/ledger.ts';
import type { Message } from '../../domain/thread/message.ts';
import type { LedgerWriter } from '../../ledger/ledger.ts';
import { CallFailure } from '../../messages/failure.ts';
import { isStrangeAccount } from './answer-sight.ts';
import type { ThreadWhy } from './contract.ts';
import { composeEvidence } from './evidence.ts';
import { findConcerned } from './find-concerned.ts';
import { findUnmarked, markThreads } from './marks.ts';
import { refreshDerived } from './read-derived.ts';
import { composeWhy, type WhySetting } from './why-words.ts';

interface Asked {
  source: string;
  owner: string | null;
  thread: string;
}

/** Fails with `not-found` where the page's mailbox never showed the thread, or nothing is said above it. */
export async function answerWhy(
  ledger: LedgerWriter,
  asked: Asked,
  { now, nameOf }: Pick<WhySetting, 'nameOf'> & { now: string },
): Promise<ThreadWhy> {
  const [small, messages] = await Promise.all([ledger.readSmall(), ledger.readThreads([asked.thread])]);
  if (isStrangeAccount(asked.owner, small) || !messages.some((each) => wasSeenIn(each, asked))) {
    throw new CallFailure('not-found', 'thread');
  }
  const concerned = findConcerned(small, [asked.thread], messages, []);
  const derived = await refreshDerived(ledger, small, now, concerned);
  const found = markThreads(derived).get(asked.thread) ?? findUnmarked(derived, asked.thread, messages, small);
  if (!found) throw new CallFailure('not-found', 'thread');
  const { relationship, state, key = '' } = found;
  const item = { key, relationship, menteeId: state.mentee, thread: asked.thread };
  const evidence = composeEvidence(await ledger.readSlice(relationship), item, now);
  return composeWhy(evidence, { nameOf, zone: zoneOf(small, relationship) });
}

function wasSeenIn({ seenIn = [] }: Message, { source, owner }: Asked): boolean {
  return seenIn.some((each) => {
    if (typeof each === 'string') return each === source;
    return each.source === source && (!owner || !each.address || each.address === owner);
  });
}

const zoneOf = ({ settings, relationships }: Ledger, id: string): string =>
  settings[0]?.zone ?? relationships.find((each) => each.id === id)?.zone ?? 'UTC';
