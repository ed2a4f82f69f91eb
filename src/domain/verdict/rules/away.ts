// What is owed before going away (PROGRAMMES A1 to A4): the automatic message with the return date, word to the co-mentor,
// word to the mentees. Due when the first day begins; while away it is late; once back without it, missed. An absence made
// longer while it runs is to be told again by the day on which the mentor was to be back.
import type { Away } from '../../away/away.ts';
import { findStretches, stretchOf } from '../../away/days.ts';
import { findTold, hasMessage, toldReturn } from '../../away/done.ts';
import { findTrigger } from '../../away/triggers.ts';
import type { Rule } from '../../programme/programme.ts';
import { compareInstants, latest } from '../../time/instants.ts';
import { endOf, startOf } from '../../time/windows.ts';
import type { Subject, Verdict, VerdictState } from '../verdict.ts';
import type { RelationshipView } from '../view.ts';
import { isCurrent, lastDate } from './period.ts';

/** What was done, with the ids of the records that show it; `at` absent while it is not done. */
interface Done {
  at?: string;
  evidence: string[];
}

/** One thing to be done about an absence. */
interface Matter {
  subject: Partial<Subject>;
  doneFor(away: Away): Done;
}

type Judge = (view: RelationshipView, rule: Rule) => Verdict[];

const makeJudge =
  (mattersOf: (view: RelationshipView) => Matter[]): Judge =>
  (view, rule) =>
    absencesOf(view).flatMap((away) => mattersOf(view).flatMap((matter) => judgeOne(view, rule, away, matter)));

/** Absences of this relationship that touch its time and the current term; one that lies wholly within another adds nothing. */
function absencesOf(view: RelationshipView): Away[] {
  const { relationship } = view;
  const [start, last] = [relationship.start, lastDate(view)];
  const own = ownOf(view).filter(({ from, to }) => to >= start && (last === undefined || from <= last));
  return findStretches(own).flatMap(({ parts }) =>
    parts.filter(
      (away) =>
        isCurrent(view, endOf(plannedEnd(away), relationship.zone)) && !parts.some((other) => holds(other, away)),
    ),
  );
}

const ownOf = ({ relationship, index }: RelationshipView): Away[] =>
  (index.ledger.away ?? []).filter((away) => away.relationships.includes(relationship.id));

const plannedEnd = ({ to, plannedTo }: Away): string => plannedTo ?? to;

/** A longer absence from which the mentor can answer does not speak for a shorter one from which they may not. */
function holds(outer: Away, inner: Away): boolean {
  const speaks = outer.canAnswer === false || inner.canAnswer === true || outer.canAnswer === inner.canAnswer;
  if (!speaks) return false;
  if (outer.id === inner.id || outer.from > inner.from || outer.to < inner.to) return false;
  return outer.from !== inner.from || outer.to !== inner.to || outer.id < inner.id;
}

function isSetOff({ relationship, programme, ...view }: RelationshipView, rule: Rule, away: Away): boolean {
  const stretch = stretchOf(away, ownOf({ relationship, programme, ...view }), relationship.zone);
  return findTrigger(rule, programme, stretch, away) !== null;
}

/** As it was planned, before the mentor came back earlier. */
const asPlanned = (away: Away): Away => ({ ...away, to: plannedEnd(away), returns: toldReturn(away) });

/** After an early return only what was done stays: what turned out not to be needed was not owed. */
function judgeOne(view: RelationshipView, rule: Rule, away: Away, matter: Matter): Verdict[] {
  const { relationship, index } = view;
  const done = asOf(matter.doneFor(away), index.horizon);
  const planned = asPlanned(away);
  if (!isSetOff(view, rule, away) && !(done.at && isSetOff(view, rule, planned))) return [];
  const due = dueOf(view, rule, planned, matter);
  return [
    {
      rule: rule.rule,
      subject: { relationship: relationship.id, ...matter.subject, window: { from: away.from, to: away.to } },
      state: stateAt(index.now, due, endOf(away.to, relationship.zone), done.at),
      ...(away.plannedAt && { since: away.plannedAt }),
      due,
      ...(done.at && { settledAt: done.at }),
      evidence: done.evidence,
      clause: rule.clause,
    },
  ];
}

/** What is dated ahead is not done before its time. */
const asOf = (done: Done, horizon: string): Done =>
  done.at !== undefined && compareInstants(done.at, horizon) > 0 ? { evidence: [] } : done;

/** When it begins; of one made longer after that, the day of the return that was told, unless it was owed before. */
function dueOf(view: RelationshipView, rule: Rule, away: Away, matter: Matter): string {
  const { zone } = view.relationship;
  const last = away.extensions?.at(-1);
  if (!last) return startOf(away.from, zone);
  const { autoMessage: _, ...rest } = away;
  const { at: _at, ...stood } = last;
  const before: Away = { ...rest, ...stood, extensions: away.extensions!.slice(0, -1) };
  const due = dueOf(view, rule, before, matter);
  const doneAt = matter.doneFor(before).at;
  const wasOwed = isSetOff(view, rule, before) && (doneAt === undefined || compareInstants(doneAt, due) > 0);
  return wasOwed ? due : startOf(last.returns, zone);
}

function stateAt(now: string, due: string, over: string, doneAt: string | undefined): VerdictState {
  if (doneAt !== undefined) return compareInstants(doneAt, due) <= 0 ? 'met' : 'missed';
  if (compareInstants(now, due) < 0) return 'open';
  return compareInstants(now, over) < 0 ? 'late' : 'missed';
}

/** When the last of these people was told; undone while one was not. */
function toldAll(view: RelationshipView, away: Away, people: readonly string[]): Done {
  const told = findTold(away, view.index.ledger.notices ?? []);
  const found = people.flatMap((person) => told.get(person) ?? []);
  const at = found.length === people.length ? latest(found.map((notice) => notice.at)) : undefined;
  return { ...(at && { at }), evidence: found.map(({ id }) => id) };
}

export const judgeAwayMessage: Judge = makeJudge(() => [
  {
    subject: {},
    doneFor: (away) => (hasMessage(away) ? { at: away.autoMessage!.at, evidence: [away.id] } : { evidence: [] }),
  },
]);

/** One verdict for all others who mentor with me; without any there is nobody to tell. */
export const judgeAwayTellCoMentor: Judge = makeJudge((view) => {
  const { mentors, me } = view.relationship;
  const others = mentors.filter((mentor) => mentor !== me);
  return others.length > 0 ? [{ subject: {}, doneFor: (away) => toldAll(view, away, others) }] : [];
});

export const judgeAwayTellMentees: Judge = makeJudge((view) =>
  view.mentees.map(({ id }) => ({ subject: { mentee: id }, doneFor: (away) => toldAll(view, away, [id]) })),
);

/** When absences begin and end, and when what is dated ahead of now comes. */
export function awayTurns(view: RelationshipView): string[] {
  const { zone } = view.relationship;
  const own = ownOf(view);
  const ids = new Set(own.map(({ id }) => id));
  const notices = (view.index.ledger.notices ?? []).filter(({ away }) => ids.has(away));
  return [
    ...own.flatMap((away) => [startOf(away.from, zone), endOf(away.to, zone), startOf(away.returns, zone)]),
    ...own.flatMap(({ autoMessage }) => autoMessage?.at ?? []),
    ...notices.map(({ at }) => at),
  ];
}
