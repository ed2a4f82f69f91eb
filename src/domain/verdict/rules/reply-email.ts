// Reply to mail within the programme's hours (PROGRAMMES T1): one verdict for each wait of each mentee on each thread.
import type { Rule } from '../../programme/programme.ts';
import type { Glimpse } from '../../thread/message.ts';
import { type Wait, waits } from '../../thread/wait.ts';
import type { Subject, Verdict } from '../verdict.ts';
import type { MenteeView, RelationshipView } from '../view.ts';
import { deadlineState } from './deadline.ts';
import { isCurrent, isWithin } from './period.ts';

/** One rule at work on one relationship. */
interface Work {
  view: RelationshipView;
  rule: Rule;
  dueAfter(since: string): string;
}

export function judgeReplyEmail(view: RelationshipView, rule: Rule): Verdict[] {
  const { hours } = rule.figures;
  if (hours === undefined) return [];
  const work = { view, rule, dueAfter: view.index.dueAfter(hours) };
  return view.mentees.flatMap((mentee) => {
    const asOf = view.index.coverage.lastSeen(mentee.mailboxes);
    return mentee.threads.flatMap((thread) => judgeThread(work, mentee, thread, asOf));
  });
}

/** The newest wait first: it is the one that may still be owed. */
function judgeThread(
  work: Work,
  mentee: MenteeView,
  thread: MenteeView['threads'][number],
  asOf: string | undefined,
): Verdict[] {
  const { view } = work;
  const subject: Subject = { relationship: view.relationship.id, mentee: mentee.id, thread: thread.id };
  const found: Verdict[] = [];
  for (const wait of waits(thread.messages, mentee.sides, view.index.said)) {
    const counts = isWithin(view, wait.since) && (!wait.settledAt || isCurrent(view, wait.settledAt));
    if (counts) found.push(judgeWait(work, subject, wait, asOf));
  }
  if (thread.glimpse) doubtNewest(work, found, subject, thread.glimpse);
  return found.reverse();
}

function judgeWait({ view, rule, dueAfter }: Work, subject: Subject, wait: Wait, asOf: string | undefined): Verdict {
  const { since, messages, settledAt, settledBy } = wait;
  const due = dueAfter(since);
  const evidence = messages.map((message) => message.id);
  if (settledBy) evidence.push(settledBy);
  const base = { rule: rule.rule, subject, state: deadlineState(view.index.now, due, settledAt), since, due, evidence };
  if (settledAt) return { ...base, clause: rule.clause, settledAt };
  return asOf ? { ...base, clause: rule.clause, asOf } : { ...base, clause: rule.clause };
}

/** A newer message by an unseen sender may have answered, or asked again: until it is read nobody can tell. */
function doubtNewest({ rule, dueAfter }: Work, found: Verdict[], subject: Subject, glimpse: Glimpse): void {
  const newest = found.at(-1);
  const doubt = { code: 'newer-message', glimpse: glimpse.id, at: glimpse.at } as const;
  if (newest && !newest.settledAt) {
    Object.assign(newest, { state: 'cannot-tell', doubt, evidence: [...newest.evidence, glimpse.id] });
    return;
  }
  found.push({
    rule: rule.rule,
    subject,
    state: 'cannot-tell',
    since: glimpse.at,
    due: dueAfter(glimpse.at),
    evidence: [glimpse.id],
    clause: rule.clause,
    doubt,
  });
}
