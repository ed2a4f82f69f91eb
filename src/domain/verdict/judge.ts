// Every requirement at an instant: what is owed, met and missed. Pure: the same ledger and instant give the same verdicts.
import type { Ledger } from '../ledger.ts';
import type { Rule, RuleId } from '../programme/programme.ts';
import { addMinutes, compareInstants, earliest } from '../time/instants.ts';
import { dateOf, endOf, monthOf, startOf } from '../time/windows.ts';
import { awayTurns, judgeAwayMessage, judgeAwayTellCoMentor, judgeAwayTellMentees } from './rules/away.ts';
import { dateTurns, judgeDates } from './rules/dates.ts';
import { judgeLogComplete } from './rules/log-complete.ts';
import { needOf } from './rules/meeting-windows.ts';
import { judgeMeetings, meetingTurns } from './rules/meetings.ts';
import { judgeMonthlyContact } from './rules/monthly-contact.ts';
import { lastDate } from './rules/period.ts';
import { judgeReplyEmail } from './rules/reply-email.ts';
import { judgeReplyText } from './rules/reply-text.ts';
import { isOwn } from './rules/whose.ts';
import type { Verdict } from './verdict.ts';
import { indexLedger, type LedgerIndex, type RelationshipView, viewRelationship } from './view.ts';

interface Judge {
  judge(view: RelationshipView, rule: Rule): Verdict[];
  /** Whether the pack says enough of the rule to judge by. */
  isSet(rule: Rule): boolean;
  /** Instants at which its verdicts change by themselves, beside the dues of open ones; past ones are passed over. */
  turns?(view: RelationshipView, rule: Rule): string[];
}

const hasFigures = ({ figures }: Rule) => Object.keys(figures).length > 0;
const meetings: Judge = { judge: judgeMeetings, isSet: (rule) => needOf(rule) !== null, turns: meetingTurns };
const dates: Judge = { judge: judgeDates, isSet: ({ events }) => (events?.length ?? 0) > 0, turns: dateTurns };

/** Without a trigger nobody can tell which absence is meant. */
const away = (judge: Judge['judge']): Judge => ({
  judge,
  isSet: ({ trigger, figures }) => trigger === 'cannot-meet-duties' || figures.moreThanDays !== undefined,
  turns: awayTurns,
});

/** The rules that are built. A pack may name others: they yield no verdict, so nothing of theirs shows as met. */
const judges: Partial<Record<RuleId, Judge>> = {
  'reply-email': { judge: judgeReplyEmail, isSet: hasFigures },
  'reply-text': { judge: judgeReplyText, isSet: hasFigures },
  'monthly-contact': { judge: judgeMonthlyContact, isSet: hasFigures, turns: monthTurns },
  'semester-meeting': meetings,
  'yearly-meetings': meetings,
  'hours-or-meetings': meetings,
  'log-complete': { judge: judgeLogComplete, isSet: ({ fields }) => (fields?.length ?? 0) > 0 },
  'away-message': away(judgeAwayMessage),
  'away-tell-co-mentor': away(judgeAwayTellCoMentor),
  'away-tell-mentees': away(judgeAwayTellMentees),
  'programme-event': dates,
  'check-in': dates,
  'evaluation-midway': dates,
  'evaluation-final': dates,
};

/** Whether verdicts are given on a rule; what is not judged is never shown as met. */
export function isJudged(rule: Rule): boolean {
  return judges[rule.rule]?.isSet(rule) ?? false;
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
  const verdicts = rules.flatMap((rule) => judges[rule.rule]!.judge(view, rule));
  const next = nextChange(view, rules, verdicts);
  return { verdicts, ...(next && { next }) };
}

function isOurs(view: RelationshipView, rule: Rule): boolean {
  if (!(rule.rule in judges)) return false;
  if (!mentorsOwn.has(rule.rule)) return isOwn(view, rule.duty);
  return view.relationship.role === 'mentor' && rule.duty !== 'mentee';
}

/** Deadlines ahead, windows that begin and end, and facts that are dated ahead. */
function nextChange(view: RelationshipView, rules: readonly Rule[], verdicts: readonly Verdict[]): string | undefined {
  const { now } = view.index;
  const unsettled = verdicts.filter((verdict) => verdict.state === 'open' || verdict.state === 'cannot-tell');
  const arrivals = view.index.ahead.map((instant) => addMinutes(instant, -5));
  const turns = rules.flatMap((rule) => judges[rule.rule]?.turns?.(view, rule) ?? []);
  const ahead = [...unsettled.map((verdict) => verdict.due), ...arrivals, ...view.index.endings, ...turns];
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
