// From verdicts and turns to what a row or a line shows.

import type { Ledger } from '../../domain/ledger.ts';
import type { Message } from '../../domain/thread/message.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import type { Derived, ThreadState } from '../../domain/verdict/derive.ts';
import { verdictKey } from '../../domain/verdict/key.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import type { Mark, MarkState } from './mark.ts';

export function markVerdict(verdict: Verdict): Mark {
  const { state, since, due, settledAt, doubt, asOf } = verdict;
  return {
    state,
    ...(since && { since }),
    ...(due && { due }),
    ...(settledAt && { settledAt }),
    ...(doubt && { doubt }),
    ...(asOf && { asOf }),
  };
}

export interface ThreadMark {
  mark: Mark;
  relationship: string;
  state: ThreadState;
  verdict?: Verdict;
  key?: string;
}

/** The order in which marks of one thread give way to each other. */
const urgency: MarkState[] = ['late', 'open', 'cannot-tell', 'your-turn', 'waiting', 'booked', 'missed', 'met'];

/** The most urgent thing there is to say about each thread. */
export function markThreads(derived: readonly Derived[]): Map<string, ThreadMark> {
  const marks = new Map<string, ThreadMark>();
  for (const row of derived) {
    const verdicts = newestByThread(row.verdicts);
    for (const state of row.threads) {
      if (!state.personal) continue;
      const made = markThread(row, state, verdicts.get(`${state.mentee} ${state.thread}`));
      const known = marks.get(state.thread);
      if (!known || urgency.indexOf(made.mark.state) < urgency.indexOf(known.mark.state)) marks.set(state.thread, made);
    }
  }
  return marks;
}

/**
 * What stands above an open thread that has no mark. A person may have said that all its mail is a machine's: nothing is
 * owed then, and the line stays, because it is where that can be taken back. `messages` are those known of the thread.
 */
export function findUnmarked(
  derived: readonly Derived[],
  thread: string,
  messages: readonly Message[],
  { corrections }: Pick<Ledger, 'corrections'>,
): ThreadMark | undefined {
  const ids = new Set(messages.flatMap(({ id, threadId }) => (threadId === thread ? [id] : [])));
  if (!corrections.some(({ message }) => ids.has(message))) return undefined;
  for (const { relationship, threads } of derived) {
    const state = threads.find((each) => each.thread === thread);
    if (state) return { mark: { state: 'met' }, relationship, state };
  }
  return undefined;
}

function newestByThread(verdicts: readonly Verdict[]): Map<string, Verdict> {
  const newest = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const { mentee, thread } = verdict.subject;
    if (verdict.rule !== 'reply-email' || !thread) continue;
    const at = `${mentee} ${thread}`;
    const known = newest.get(at);
    if (!known || compareInstants(verdict.since ?? '', known.since ?? '') > 0) newest.set(at, verdict);
  }
  return newest;
}

function markThread(row: Derived, state: ThreadState, verdict: Verdict | undefined): ThreadMark {
  const base = { relationship: row.relationship, state };
  const owed = verdict && verdict.state !== 'met' && verdict.state !== 'missed';
  const answered =
    verdict?.settledAt && state.turn.owes !== 'mentor' && compareInstants(verdict.settledAt, state.lastAt) >= 0;
  if (verdict && (owed || answered)) return { ...base, mark: markVerdict(verdict), verdict, key: verdictKey(verdict) };
  return { ...base, mark: markTurn(state) };
}

function markTurn({ turn, seems }: ThreadState): Mark {
  const since = turn.since && { since: turn.since };
  if (turn.owes === 'mentor') return { state: 'your-turn', ...since };
  if (turn.owes === 'mentee') return { state: 'waiting', ...since };
  return { state: 'met', ...(seems && { seems }) };
}
