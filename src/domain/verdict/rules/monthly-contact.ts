// In touch every calendar month (PROGRAMMES T3): one verdict for each mentee and month, in the relationship's zone.
import type { Rule } from '../../programme/programme.ts';
import { findTouchWithin, readTouches, type Touch } from '../../thread/touch.ts';
import { compareInstants } from '../../time/instants.ts';
import { compareDates, dateOf, daysIn, endOf, monthOf, monthsBetween, startOf } from '../../time/windows.ts';
import type { Verdict, Window } from '../verdict.ts';
import type { MenteeView, RelationshipView } from '../view.ts';
import { lastDate } from './period.ts';

/** A first or last month of fewer days than this is never missed. */
const SHORTEST_MONTH = 15;

interface Month {
  window: Window;
  from: string;
  to: string;
}

export function judgeMonthlyContact(view: RelationshipView, rule: Rule): Verdict[] {
  const needed = rule.figures.contacts ?? 1;
  const months = monthsSoFar(view);
  const mentees = new Set(view.mentees.flatMap((mentee) => [...mentee.emails]));
  return view.mentees.flatMap((mentee) => {
    const touches = readTouches(mentee, mentees).filter(
      (touch) => rule.groupMailCounts !== false || touch.audience === 1,
    );
    const byMonth = shareOut(touches, months);
    return months.flatMap((month, at) => judgeMonth(view, rule, mentee, byMonth[at]!, month, needed));
  });
}

function monthsSoFar(view: RelationshipView): Month[] {
  const { zone, start } = view.relationship;
  const today = dateOf(view.index.now, zone);
  if (compareDates(start, today) > 0) return [];
  const last = lastDate(view);
  const until = monthOf(today).to;
  const windows = monthsBetween(start, last !== undefined && compareDates(last, until) < 0 ? last : until);
  return windows.map((window) => ({ window, from: startOf(window.from, zone), to: endOf(window.to, zone) }));
}

/** The touches of each month; both are in order. */
function shareOut(touches: readonly Touch[], months: readonly Month[]): Touch[][] {
  const shares = months.map((): Touch[] => []);
  let at = 0;
  for (const touch of touches) {
    while (at < months.length && compareInstants(touch.at, months[at]!.to) >= 0) at += 1;
    if (at < months.length && compareInstants(touch.at, months[at]!.from) >= 0) shares[at]!.push(touch);
  }
  return shares;
}

function judgeMonth(
  view: RelationshipView,
  rule: Rule,
  mentee: MenteeView,
  within: readonly Touch[],
  month: Month,
  needed: number,
): Verdict[] {
  const verdict: Verdict = {
    rule: rule.rule,
    subject: { relationship: view.relationship.id, mentee: mentee.id, window: month.window },
    state: 'open',
    since: month.from,
    due: month.to,
    evidence: within.map((touch) => touch.id),
    clause: rule.clause,
  };
  const deciding = within[needed - 1] ?? (needed === 1 ? findTouchWithin(mentee, month.from, month.to) : undefined);
  if (deciding) {
    const evidence = within.length > 0 ? verdict.evidence : [deciding.id];
    return [{ ...verdict, state: 'met', settledAt: deciding.at, evidence }];
  }
  if (compareInstants(view.index.now, month.to) < 0) return [openOrBlind(view, mentee, verdict)];
  return endedWithout(view, mentee, month, verdict);
}

/** While the month lasts it is owed; when the mailbox went blind nobody knows whether it still is. */
function openOrBlind(view: RelationshipView, mentee: MenteeView, verdict: Verdict): Verdict {
  const blind = view.index.coverage.blind(mentee.mailboxes);
  return blind ? { ...verdict, state: 'cannot-tell', doubt: { code: 'blind', ...blind } } : verdict;
}

/** That nothing happened in a whole month is a claim of absence, which needs to have seen the whole month. */
function endedWithout(view: RelationshipView, mentee: MenteeView, month: Month, verdict: Verdict): Verdict[] {
  if (daysIn(month.window) < SHORTEST_MONTH) return [];
  const seen = view.index.coverage.covers(month, mentee.id, mentee.mailboxes);
  if (seen) return [{ ...verdict, state: 'missed' }];
  return [{ ...verdict, state: 'cannot-tell', doubt: { code: 'not-covered', window: month.window } }];
}
