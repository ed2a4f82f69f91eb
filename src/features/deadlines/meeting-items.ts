// The rows of meetings asked for within a window, and of entries that are not complete.
import { creditOf, totalOf } from '../../domain/meeting/credit.ts';
import type { Rule } from '../../domain/programme/programme.ts';
import { dateOf } from '../../domain/time/windows.ts';
import { verdictKey } from '../../domain/verdict/key.ts';
import { isMeetingRule, needOf } from '../../domain/verdict/rules/meeting-windows.ts';
import { nearFrom } from '../../domain/verdict/rules/meetings.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { findProgramme } from '../../programmes/index.ts';
import { aboutAll, base, type Context, doubtDetail, sectionOf } from './item-context.ts';
import { markVerdict } from './marks.ts';
import type { OverviewItem } from './overview.ts';
import { composeDayOf, composeHave, composeLacking, composeUnfinished } from './rule-item-words.ts';

/** One row for each rule and window that ends soon, however many mentees are still to be met in it. */
export function meetingItems(context: Context): OverviewItem[] {
  const { row, small, relationship, setting } = context;
  const programme = findProgramme(small.programmes, relationship.programme);
  const today = dateOf(setting.now, relationship.zone);
  return (programme?.rules ?? []).flatMap((rule) => {
    if (!isMeetingRule(rule.rule) || rule.strength === 'suggested') return [];
    const own = row.verdicts.filter((verdict) => verdict.rule === rule.rule);
    const doubt = own.find((verdict) => verdict.doubt?.code === 'no-terms');
    if (doubt) return isOver(context, today) ? [] : [termsItem(context, doubt)];
    const open = own.filter(
      ({ state, subject }) => state === 'open' && subject.window && nearFrom(subject.window) <= today,
    );
    const windows = Map.groupBy(open, ({ subject }) => subject.window?.from);
    return [...windows.values()].map((verdicts) => windowItem(context, rule, verdicts));
  });
}

function isOver({ relationship }: Context, today: string): boolean {
  return !relationship.continues && relationship.end !== undefined && relationship.end < today;
}

function termsItem(context: Context, verdict: Verdict): OverviewItem {
  return {
    ...aboutAll(context),
    key: verdictKey(verdict),
    section: 'cannot-tell',
    rule: verdict.rule,
    title: doubtDetail(verdict.doubt!, context),
    detail: '',
    mark: markVerdict(verdict),
    clause: verdict.clause,
    action: { kind: 'set-terms' },
  };
}

function windowItem(context: Context, rule: Rule, verdicts: readonly Verdict[]): OverviewItem {
  const verdict = verdicts[0]!;
  const { mentee = '', window } = verdict.subject;
  const all = context.row.mentees.length;
  const isOne = all === 1 || context.relationship.role === 'mentee';
  const term = context.relationship.terms?.find(({ start, end }) => start <= window!.to && end >= window!.from)?.name;
  const within = rule.rule === 'semester-meeting' ? term : undefined;
  const key = isOne ? verdict : { ...verdict, subject: { relationship: context.relationship.id, window: window! } };
  return {
    ...(isOne && mentee !== context.relationship.me ? base(context, mentee) : aboutAll(context)),
    key: verdictKey(key),
    section: sectionOf(verdict, context)!,
    rule: rule.rule,
    title: isOne
      ? composeHave(needOf(rule)!, haveOf(context, verdict), within)
      : composeLacking(verdicts.length, all, within),
    detail: `Until ${composeDayOf(window!.to)}`,
    mark: markVerdict(verdict),
    clause: verdict.clause,
    action: { kind: 'open-dashboard', place: 'log/cohort' },
  };
}

function haveOf({ small }: Context, { evidence }: Verdict) {
  const held = small.meetings.filter(({ id }) => evidence.includes(id));
  return totalOf(held.flatMap((meeting) => creditOf(meeting, small.amendments) ?? []));
}

/** One row for all entries of a relationship that lack something. It has no deadline. */
export function entriesItem(context: Context): OverviewItem[] {
  const { row, small, relationship } = context;
  const rule = findProgramme(small.programmes, relationship.programme)?.rules.find(
    (each) => each.rule === 'log-complete',
  );
  if (!row.unfinished || !rule) return [];
  const { count, since, missing } = row.unfinished;
  const only = row.mentees.length === 1 && relationship.role === 'mentor' ? row.mentees[0] : undefined;
  return [
    {
      ...(only ? base(context, only.mentee) : aboutAll(context)),
      key: verdictKey({ rule: rule.rule, subject: { relationship: relationship.id } }),
      section: 'coming',
      rule: rule.rule,
      ...composeUnfinished(count, missing),
      mark: { state: 'open', since },
      clause: rule.clause,
      action: { kind: 'open-dashboard', place: 'log' },
    },
  ];
}
