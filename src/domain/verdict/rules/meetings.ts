// Meetings asked for within a window (PROGRAMMES M1, M2, M3): one verdict for each mentee and window. Only attendees are
// credited, "or" is an or, and what was reached stands until the window ends. Entries are the mentor's own word, so no
// doubt is about what was not seen.
import { type Credit, creditsUntil } from '../../meeting/credit.ts';
import type { Rule } from '../../programme/programme.ts';
import { compareInstants, earliest } from '../../time/instants.ts';
import { dateOf } from '../../time/windows.ts';
import type { Verdict, Window } from '../verdict.ts';
import type { RelationshipView } from '../view.ts';
import { type MeetingNeed, needOf, windowsUntil } from './meeting-windows.ts';
import { creditedIn } from './whose.ts';

interface Bounded {
  window: Window;
  isStub: boolean;
  /** Instants, `to` exclusive. */
  from: string;
  to: string;
}

export function judgeMeetings(view: RelationshipView, rule: Rule): Verdict[] {
  const need = needOf(rule);
  const { relationship, index } = view;
  const today = dateOf(index.now, relationship.zone);
  if (!need || relationship.start > today) return [];
  if (rule.rule === 'semester-meeting' && !relationship.terms?.length) return [withoutTerms(view, rule)];
  const windows = boundedWindows(view, rule, today);
  const credits = creditsByPerson(view);
  return creditedIn(view).flatMap((mentee) => {
    const own = credits.get(mentee) ?? [];
    return windows.flatMap((bounded) => judgeWindow(view, rule, need, mentee, bounded, own));
  });
}

/** One for the relationship, whoever is in it: setting the dates settles it for all. */
function withoutTerms({ relationship }: RelationshipView, { rule, clause }: Rule): Verdict {
  const subject = { relationship: relationship.id };
  return { rule, subject, state: 'cannot-tell', evidence: [], clause, doubt: { code: 'no-terms' } };
}

function boundedWindows({ relationship, programme, index }: RelationshipView, rule: Rule, until: string): Bounded[] {
  const { zone } = relationship;
  return windowsUntil(until, rule, relationship, programme).map(({ window, isStub }) => ({
    window,
    isStub,
    from: index.startOf(window.from, zone),
    to: index.endOf(window.to, zone),
  }));
}

function creditsByPerson({ relationship, index }: RelationshipView): Map<string, Credit[]> {
  const credits = new Map<string, Credit[]>();
  for (const credit of creditsUntil(index.now, index.meetings.get(relationship.id) ?? [])) {
    for (const person of credit.people) {
      const list = credits.get(person);
      if (list) list.push(credit);
      else credits.set(person, [credit]);
    }
  }
  return credits;
}

function judgeWindow(
  view: RelationshipView,
  rule: Rule,
  need: MeetingNeed,
  mentee: string,
  { window, isStub, from, to }: Bounded,
  credits: readonly Credit[],
): Verdict[] {
  const within = credits.filter(({ start }) => compareInstants(start, from) >= 0 && compareInstants(start, to) < 0);
  const deciding = findDeciding(within, need);
  const verdict: Verdict = {
    rule: rule.rule,
    subject: { relationship: view.relationship.id, mentee, window },
    state: 'open',
    since: from,
    due: to,
    evidence: within.map(({ meeting }) => meeting),
    clause: rule.clause,
  };
  // One that runs over the end of the window it began in counts up to there.
  if (deciding) return [{ ...verdict, state: 'met', settledAt: earliest([deciding.end, to])! }];
  if (compareInstants(view.index.now, to) < 0) return [verdict];
  return isStub ? [] : [{ ...verdict, state: 'missed' }];
}

/** The first meeting with which either is reached. */
function findDeciding(within: readonly Credit[], { meetings, minutes }: MeetingNeed): Credit | undefined {
  let sum = 0;
  return within.find((credit, at) => {
    sum += credit.minutes;
    return (meetings !== undefined && at + 1 >= meetings) || (minutes !== undefined && sum >= minutes);
  });
}

/** So many days before a window ends, what is still open in it is near. */
const NEAR_DAYS = 21;

/** The date from which on the end of a window is near. */
export function nearFrom({ to }: Window): string {
  return Temporal.PlainDate.from(to)
    .subtract({ days: NEAR_DAYS - 1 })
    .toString();
}

/** When the running window comes near its end, ends, and the next one begins. */
export function meetingTurns({ relationship, programme, index }: RelationshipView, rule: Rule): string[] {
  if (!needOf(rule)) return [];
  const { zone } = relationship;
  const today = Temporal.PlainDate.from(dateOf(index.now, zone));
  const ahead = windowsUntil(today.add({ months: 13 }).toString(), rule, relationship, programme);
  const next = ahead.filter(({ window }) => window.to >= today.toString()).slice(0, 2);
  return next.flatMap(({ window }) => [
    index.startOf(window.from, zone),
    index.startOf(nearFrom(window), zone),
    index.endOf(window.to, zone),
  ]);
}
