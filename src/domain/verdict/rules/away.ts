// What is owed before going away (PROGRAMMES A1 to A4): the automatic message with the return date, word to the co-mentor,
// word to the mentees. Due when the first day begins; while away it is late; once back without it, missed.
import type { Away } from '../../away/away.ts';
import { findStretches } from '../../away/days.ts';
import { namesDate } from '../../away/names-date.ts';
import { findTrigger } from '../../away/triggers.ts';
import type { Rule } from '../../programme/programme.ts';
import { compareInstants, latest } from '../../time/instants.ts';
import { endOf, startOf } from '../../time/windows.ts';
import type { Subject, Verdict, VerdictState } from '../verdict.ts';
import type { RelationshipView } from '../view.ts';

/** What was done, with the ids of the records that show it; `at` absent while it is not done. */
interface Done {
  at?: string;
  evidence: string[];
}

type Judge = (view: RelationshipView, rule: Rule) => Verdict[];

function makeJudge(
  subjectsOf: (view: RelationshipView, away: Away) => { subject: Partial<Subject>; done: Done }[],
): Judge {
  return (view, rule) =>
    absencesOf(view, rule).flatMap((away) =>
      subjectsOf(view, away).map(({ subject, done }) => judgeOne(view, rule, away, subject, done)),
    );
}

/** Absences that set the rule off; one that lies wholly within another adds nothing. */
function absencesOf(view: RelationshipView, rule: Rule): Away[] {
  const { relationship, programme, index } = view;
  const own = (index.ledger.away ?? []).filter((away) => away.relationships.includes(relationship.id));
  return findStretches(own).flatMap((stretch) =>
    stretch.parts.filter(
      (away) =>
        findTrigger(rule, programme, stretch, away) !== null && !stretch.parts.some((other) => holds(other, away)),
    ),
  );
}

function holds(outer: Away, inner: Away): boolean {
  if (outer.id === inner.id || outer.from > inner.from || outer.to < inner.to) return false;
  return outer.from !== inner.from || outer.to !== inner.to || outer.id < inner.id;
}

function judgeOne(view: RelationshipView, rule: Rule, away: Away, subject: Partial<Subject>, done: Done): Verdict {
  const { relationship, index } = view;
  const due = startOf(away.from, relationship.zone);
  const over = endOf(away.to, relationship.zone);
  return {
    rule: rule.rule,
    subject: { relationship: relationship.id, ...subject, window: { from: away.from, to: away.to } },
    state: stateAt(index.now, due, over, done.at),
    ...(away.plannedAt && { since: away.plannedAt }),
    due,
    ...(done.at && { settledAt: done.at }),
    evidence: done.evidence,
    clause: rule.clause,
  };
}

function stateAt(now: string, due: string, over: string, doneAt: string | undefined): VerdictState {
  if (doneAt !== undefined) return compareInstants(doneAt, due) <= 0 ? 'met' : 'missed';
  if (compareInstants(now, due) < 0) return 'open';
  return compareInstants(now, over) < 0 ? 'late' : 'missed';
}

/** A message that does not say when the mentor is back is not the one the programme asks for. */
function messageOf({ autoMessage, returns, id }: Away): Done {
  if (!autoMessage || !namesDate(autoMessage.text, returns)) return { evidence: [] };
  return { at: autoMessage.at, evidence: [id] };
}

/** When the last of these people was told; undone while one was not. */
function noticeOf(view: RelationshipView, away: Away, people: readonly string[]): Done {
  const notices = (view.index.ledger.notices ?? []).filter((notice) => notice.away === away.id);
  const first = people.map(
    (person) => notices.filter(({ to }) => to === person).toSorted((a, b) => compareInstants(a.at, b.at))[0],
  );
  const found = first.filter((notice) => notice !== undefined);
  const at = found.length === people.length ? latest(found.map((notice) => notice.at)) : undefined;
  return { ...(at && { at }), evidence: found.map(({ id }) => id) };
}

export const judgeAwayMessage: Judge = makeJudge((_, away) => [{ subject: {}, done: messageOf(away) }]);

/** One verdict for all others who mentor with me; without any there is nobody to tell. */
export const judgeAwayTellCoMentor: Judge = makeJudge((view, away) => {
  const { mentors, me } = view.relationship;
  const others = mentors.filter((mentor) => mentor !== me);
  return others.length > 0 ? [{ subject: {}, done: noticeOf(view, away, others) }] : [];
});

export const judgeAwayTellMentees: Judge = makeJudge((view, away) =>
  view.mentees.map(({ id }) => ({ subject: { mentee: id }, done: noticeOf(view, away, [id]) })),
);
