// The rows of what is owed before going away, and of an automatic reply that may still be on afterwards.
import type { Away } from '../../domain/away/away.ts';
import { findTold } from '../../domain/away/done.ts';
import { findReturns, mayStillBeOn } from '../../domain/away/now.ts';
import { awayRules } from '../../domain/away/plan.ts';
import { compareDates, dateOf, startOf } from '../../domain/time/windows.ts';
import { verdictKey } from '../../domain/verdict/key.ts';
import type { Verdict } from '../../domain/verdict/verdict.ts';
import { findProgramme } from '../../programmes/index.ts';
import { composeBefore, composeSpan } from './away-words.ts';
import { aboutAll, base, type Context, sectionOf } from './item-context.ts';
import { markVerdict } from './marks.ts';
import type { OverviewItem } from './overview.ts';

/** So many days before it begins an absence comes into the list. */
const DAYS_AHEAD = 14;

/** What is only encouraged stands in the plan, not here. */
export function awayItems(context: Context): OverviewItem[] {
  const { row, small, relationship, setting } = context;
  const programme = findProgramme(small.programmes, relationship.programme);
  const horizon = Temporal.PlainDate.from(dateOf(setting.now, relationship.zone)).add({ days: DAYS_AHEAD }).toString();
  const owed = row.verdicts.filter(
    ({ rule, subject }) =>
      awayRules.some((id) => id === rule) && compareDates(subject.window?.from ?? horizon, horizon) <= 0,
  );
  const strength = new Map(programme?.rules.map((rule) => [rule.rule, rule.strength]));
  const asked = owed.filter(({ rule }) => strength.get(rule) !== 'suggested');
  return [...asked.flatMap((verdict) => awayItem(context, verdict)), ...replyOnItems(context)];
}

function awayItem(context: Context, verdict: Verdict): OverviewItem[] {
  const { small, relationship, setting } = context;
  const section = sectionOf(verdict, context);
  const window = verdict.subject.window;
  const away = small.away.find(
    (each) => each.relationships.includes(relationship.id) && each.from === window?.from && each.to === window.to,
  );
  if (!section || !away) return [];
  const isMessage = verdict.rule === 'away-message';
  if (isMessage && !speaksFirst(context, away)) return [];
  const whom = verdict.subject.mentee ?? findUntold(context, away);
  const before = section === 'late' ? '' : ` ${composeBefore(away.from, dateOf(setting.now, relationship.zone))}`;
  return [
    {
      ...(isMessage || !whom ? aboutAll(context) : base(context, whom)),
      key: verdictKey(verdict),
      section,
      rule: verdict.rule,
      title: isMessage ? `Automatic message${before}` : before ? `Tell${before}` : 'Tell them you are away',
      detail: composeSpan(away.from, away.to),
      mark: markVerdict(verdict),
      clause: verdict.clause,
      action: { kind: 'open-dashboard', place: `away/${away.id}` },
    },
  ];
}

/** One message serves all relationships: the first under a programme that asks for it speaks of it. */
function speaksFirst({ small, relationship }: Context, away: Away): boolean {
  const asks = (id: string) => {
    const bond = small.relationships.find((each) => each.id === id);
    const programme = bond?.role === 'mentor' ? findProgramme(small.programmes, bond.programme) : undefined;
    return programme?.rules.some(({ rule }) => rule === 'away-message');
  };
  return away.relationships.find(asks) === relationship.id;
}

/** The first of the co-mentors who was not told yet. */
function findUntold({ small, relationship: { mentors, me } }: Context, away: Away): string | undefined {
  const told = findTold(away, small.notices);
  return mentors.find((mentor) => mentor !== me && !told.has(mentor));
}

function replyOnItems(context: Context): OverviewItem[] {
  const { small, relationship, setting } = context;
  const today = dateOf(setting.now, relationship.zone);
  const on = findReturns(small, today).filter(
    (away) => away.relationships[0] === relationship.id && mayStillBeOn(away, today),
  );
  return on.map((away) => ({
    ...aboutAll(context),
    mentee: 'Automatic reply',
    key: `away-reply/${encodeURIComponent(away.id)}`,
    section: 'due-today',
    rule: 'away-reply',
    title: 'It may still be on',
    detail: composeSpan(away.from, away.to),
    mark: { state: 'still-on', due: startOf(away.returns, relationship.zone) },
    action: { kind: 'open-dashboard', place: `away/${away.id}` },
  }));
}
