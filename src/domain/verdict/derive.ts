// What the surfaces need to know of one relationship, derived from its slice of the ledger at an instant: verdicts,
// whose turn it is on each thread, when each mentee was last in contact. Kept only as a cache, until `next`.
import type { Ledger } from '../ledger.ts';
import type { Message } from '../thread/message.ts';
import { audienceOf, hasSpoken, readTouches } from '../thread/touch.ts';
import { type Turn, turnOf } from '../thread/turn.ts';
import { type Said, waits } from '../thread/wait.ts';
import { earliest } from '../time/instants.ts';
import { judgeFrom } from './judge.ts';
import { isCurrent, isWithin } from './rules/period.ts';
import type { Verdict } from './verdict.ts';
import { indexLedger, type MenteeView, type RelationshipView, viewRelationship } from './view.ts';

/** Where a thread's mail was last seen. */
export interface Mailbox {
  source: string;
  address?: string;
}

export interface ThreadState {
  thread: string;
  mentee: string;
  subject: string;
  turn: Turn;
  /** When the last message was sent that was read. */
  lastAt: string;
  /** The mentee's last message, which a reply answers. */
  lastByMentee?: string;
  /** True when the mentee has written on this thread. */
  menteeWrote: boolean;
  /** True when what waits for an answer went to several mentees: a word to the group waits for nobody in particular. */
  toMany: boolean;
  /** False for threads in which only machines spoke. */
  personal: boolean;
  mailbox?: Mailbox;
  /** The mentee's last message was judged to ask for nothing, and nobody said so: why, as a code of `AsksReason`. */
  seems?: string;
  /** The mentoring platform through which the mentee's last message came: it is answered there. */
  via?: string;
}

export interface MenteeState {
  mentee: string;
  /** False until anybody has begun (PROGRAMMES T6). */
  spoken: boolean;
  lastContact?: string;
  mailbox?: Mailbox;
}

export interface Derived {
  relationship: string;
  /** The instant it was derived at; it holds until `next`. */
  at: string;
  next?: string;
  /** What is owed or in doubt, and of each thread the newest wait; the rest is evidence, judged again where it is shown. */
  verdicts: Verdict[];
  threads: ThreadState[];
  mentees: MenteeState[];
  /** Entries that are not complete: how many, since when, and the parts that some of them lack. */
  unfinished?: { count: number; since: string; missing: string[] };
}

export function derive(slice: Ledger, relationship: string, now: string): Derived {
  const index = indexLedger(slice, now);
  const view = viewRelationship(index, relationship);
  const judged = judgeFrom(index, relationship);
  const unfinished = unfinishedEntries(judged.verdicts);
  return {
    relationship,
    at: now,
    ...judged,
    verdicts: currentVerdicts(judged.verdicts),
    threads: view?.mentees.flatMap((mentee) => threadStates(view, mentee)) ?? [],
    mentees: view?.mentees.map((mentee) => menteeState(view, mentee)) ?? [],
    ...(unfinished && { unfinished }),
  };
}

/** One line for all of them: a log may be long, and is judged again where it is shown. */
function unfinishedEntries(verdicts: readonly Verdict[]): Derived['unfinished'] {
  const open = verdicts.filter(({ rule, state }) => rule === 'log-complete' && state === 'open');
  const since = earliest(open.map((verdict) => verdict.since));
  if (since === undefined) return undefined;
  return { count: open.length, since, missing: [...new Set(open.flatMap(({ missing }) => missing ?? []))] };
}

/** `judge` names the newest wait of a thread first. */
function currentVerdicts(verdicts: readonly Verdict[]): Verdict[] {
  const shown = new Set<string>();
  return verdicts.filter(({ rule, state, subject }) => {
    if (rule === 'log-complete') return false;
    const { thread, mentee } = subject;
    const isNewest = thread !== undefined && !shown.has(`${mentee} ${thread}`);
    if (isNewest) shown.add(`${mentee} ${thread}`);
    return isNewest || state === 'open' || state === 'late' || state === 'cannot-tell';
  });
}

function threadStates(view: RelationshipView, mentee: MenteeView): ThreadState[] {
  const states: ThreadState[] = [];
  const cohort = new Set(view.mentees.flatMap((each) => [...each.emails]));
  for (const { id, messages } of mentee.threads) {
    const last = messages.at(-1);
    if (!last || !isWithin(view, last.sentAt) || !isCurrent(view, last.sentAt)) continue;
    const written = messages.filter((message) => mentee.emails.has(message.from.email) && message.kind === 'personal');
    const waiting = waits(messages, mentee.sides, view.index.said).at(-1);
    const lastByMentee = (waiting && !waiting.settledAt ? waiting.messages.at(-1) : written.at(-1))?.id;
    const mailbox = mailboxOf(messages);
    const turn = turnOf(messages, mentee.sides, view.index.said);
    const seems = turn.owes === 'nobody' ? seemsToAskNothing(written.at(-1), view.index.said) : undefined;
    const via = messages.find((message) => message.id === lastByMentee)?.via;
    const asking = messages.find((message) => message.id === turn.messageId);
    states.push({
      thread: id,
      mentee: mentee.id,
      subject: messages[0]?.subject ?? '',
      turn,
      toMany: asking !== undefined && audienceOf(asking, cohort) > 1,
      lastAt: last.sentAt,
      menteeWrote: written.length > 0,
      personal: messages.some((message) => message.kind === 'personal'),
      ...(lastByMentee && { lastByMentee }),
      ...(seems && { seems }),
      ...(via && { via }),
      ...(mailbox && { mailbox }),
    });
  }
  return states;
}

function seemsToAskNothing(message: Message | undefined, said: Said): string | undefined {
  if (message?.asks !== false || said.dismissed?.has(message.id)) return undefined;
  return message.asksReason ?? 'thanks';
}

function menteeState(view: RelationshipView, mentee: MenteeView): MenteeState {
  const mentees = new Set(view.mentees.flatMap((each) => [...each.emails]));
  const lastContact = readTouches(mentee, mentees).at(-1)?.at;
  const mailbox = mailboxOf(mentee.threads.flatMap((thread) => [...thread.messages]));
  return {
    mentee: mentee.id,
    spoken: hasSpoken(mentee),
    ...(lastContact && { lastContact }),
    ...(mailbox && { mailbox }),
  };
}

function mailboxOf(messages: RelationshipView['mentees'][number]['threads'][number]['messages']): Mailbox | undefined {
  for (const message of messages.toReversed()) {
    const sighting = message.seenIn?.at(-1);
    if (typeof sighting === 'string') return { source: sighting };
    if (sighting) return { source: sighting.source, ...(sighting.address && { address: sighting.address }) };
  }
  return undefined;
}
