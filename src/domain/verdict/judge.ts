// Every requirement at an instant: what is owed, met and missed. Pure: the same ledger and instant give the same verdicts.
import type { Ledger } from '../ledger.ts';
import type { Rule, RuleId } from '../programme/programme.ts';
import { addMinutes, compareInstants, earliest } from '../time/instants.ts';
import { dateOf, endOf, monthOf, startOf } from '../time/windows.ts';
import { judgeMonthlyContact } from './rules/monthly-contact.ts';
import { lastDate } from './rules/period.ts';
import { judgeReplyEmail } from './rules/reply-email.ts';
import { judgeReplyText } from './rules/reply-text.ts';
import type { Verdict } from './verdict.ts';
import { indexLedger, type LedgerIndex, type RelationshipView, viewRelationship } from './view.ts';

/** The rules that are built. A pack may name others: they yield no verdict, so nothing of theirs shows as met. */
const judges: Partial<Record<RuleId, (view: RelationshipView, rule: Rule) => Verdict[]>> = {
  'reply-email': judgeReplyEmail,
  'reply-text': judgeReplyText,
  'monthly-contact': judgeMonthlyContact,
};

/** Whether verdicts are given on a rule; what is not judged is never shown as met. */
export function isJudged({ rule, figures }: Rule): boolean {
  return rule in judges && Object.keys(figures).length > 0;
}

/** Rules about answering and keeping in touch are the mentor's; a mentee's own Waymark holds nobody to them. */
const mentorsOwn: ReadonlySet<RuleId> = new Set(['reply-email', 'reply-text', 'monthly-contact']);

/**
 * Every requirement of every relationship at `now`.
 * @param now an ISO instant in UTC
 */
export function judge(ledger: Ledger, now: string): Verdict[] {
  const index = indexLedger(ledger, now);
  return (ledger.relationships ?? []).flatMap((relationship) => judgeFrom(index, relationship.id).verdicts);
}

/** One relationship alone, and the instant at which its verdicts next change by themselves. */
export function judgeRelationship(ledger: Ledger, id: string, now: string): { verdicts: Verdict[]; next?: string } {
  return judgeFrom(indexLedger(ledger, now), id);
}

export function judgeFrom(index: LedgerIndex, id: string): { verdicts: Verdict[]; next?: string } {
  const view = viewRelationship(index, id);
  if (!view) return { verdicts: [] };
  const rules = view.programme.rules.filter((rule) => isOurs(view, rule));
  const verdicts = rules.flatMap((rule) => judges[rule.rule]?.(view, rule) ?? []);
  const next = nextChange(view, rules, verdicts);
  return { verdicts, ...(next && { next }) };
}

function isOurs(view: RelationshipView, rule: Rule): boolean {
  if (!mentorsOwn.has(rule.rule)) return true;
  return view.relationship.role === 'mentor' && rule.duty !== 'mentee';
}

/** Deadlines ahead, the turn of the month, the relationship's own start, and facts that are dated ahead. */
function nextChange(view: RelationshipView, rules: readonly Rule[], verdicts: readonly Verdict[]): string | undefined {
  const { now } = view.index;
  const unsettled = verdicts.filter((verdict) => verdict.state === 'open' || verdict.state === 'cannot-tell');
  const arrivals = view.index.ahead.map((instant) => addMinutes(instant, -5));
  const months = rules.some((rule) => rule.rule === 'monthly-contact') ? monthTurns(view) : [];
  const ahead = [...unsettled.map((verdict) => verdict.due), ...arrivals, ...months];
  return earliest(ahead.filter((instant) => instant !== undefined && compareInstants(instant, now) > 0));
}

function monthTurns(view: RelationshipView): string[] {
  const { zone, start } = view.relationship;
  const today = dateOf(view.index.now, zone);
  if (start > today) return [startOf(start, zone)];
  const last = lastDate(view);
  if (last !== undefined && last < today) return [];
  return [endOf(monthOf(today).to, zone)];
}
