// Reply to mail within the programme's hours (PROGRAMMES T1): one verdict for each wait of each mentee on each thread.
import type { Rule } from '../../programme/programme.ts';
import { type Wait, waits } from '../../thread/wait.ts';
import { addHours } from '../../time/instants.ts';
import type { Subject, Verdict } from '../verdict.ts';
import type { MenteeView, RelationshipView } from '../view.ts';
import { deadlineState } from './deadline.ts';
import { isCurrent, isWithin } from './period.ts';

export function judgeReplyEmail(view: RelationshipView, rule: Rule): Verdict[] {
  const hours = rule.figures.hours;
  if (hours === undefined) return [];
  return view.mentees.flatMap((mentee) =>
    mentee.threads.flatMap((thread) => judgeThread(view, rule, hours, mentee, thread)),
  );
}

/** The newest wait first: it is the one that may still be owed. */
function judgeThread(
  view: RelationshipView,
  rule: Rule,
  hours: number,
  mentee: MenteeView,
  thread: MenteeView['threads'][number],
): Verdict[] {
  const subject: Subject = { relationship: view.relationship.id, mentee: mentee.id, thread: thread.id };
  const found = waits(thread.messages, mentee.sides, view.index.said)
    .filter((wait) => isWithin(view, wait.since))
    .map((wait) => judgeWait(view, rule, hours, mentee, subject, wait))
    .filter((verdict) => !verdict.settledAt || isCurrent(view, verdict.settledAt));
  if (thread.glimpse) doubtNewest(found, subject, rule, hours, thread.glimpse);
  return found.reverse();
}

function judgeWait(
  view: RelationshipView,
  rule: Rule,
  hours: number,
  mentee: MenteeView,
  subject: Subject,
  wait: Wait,
): Verdict {
  const due = addHours(wait.since, hours);
  const asOf = wait.settledAt ? undefined : view.index.coverage.lastSeen(mentee.mailboxes);
  return {
    rule: rule.rule,
    subject,
    state: deadlineState(view.index.now, due, wait.settledAt),
    since: wait.since,
    due,
    ...(wait.settledAt && { settledAt: wait.settledAt }),
    ...(asOf && { asOf }),
    evidence: [...wait.messages.map((message) => message.id), ...(wait.settledBy ? [wait.settledBy] : [])],
    clause: rule.clause,
  };
}

/** A newer message by an unseen sender may have answered, or asked again: until it is read nobody can tell. */
function doubtNewest(
  found: Verdict[],
  subject: Subject,
  rule: Rule,
  hours: number,
  glimpse: { id: string; at: string },
): void {
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
    due: addHours(glimpse.at, hours),
    evidence: [glimpse.id],
    clause: rule.clause,
    doubt,
  });
}
