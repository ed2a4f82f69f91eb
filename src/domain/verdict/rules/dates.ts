// Dates of the programme's own (PROGRAMMES P11, E1, E2, E5): attended or completed is what was ticked. Each date is owed
// from the day on which its window begins, a typed one as soon as it is known. Where the programme names no date none is
// invented; only what is mandatory is then said to be in doubt.
import { type Dated, datesOf, recordDate } from '../../meeting/date-windows.ts';
import type { ProgrammeEvent } from '../../meeting/meeting.ts';
import type { Rule } from '../../programme/programme.ts';
import { compareInstants } from '../../time/instants.ts';
import { dateOf } from '../../time/windows.ts';
import type { Subject, Verdict, Window } from '../verdict.ts';
import type { RelationshipView } from '../view.ts';

export function judgeDates(view: RelationshipView, rule: Rule): Verdict[] {
  const today = dateOf(view.index.now, view.relationship.zone);
  if (view.relationship.start > today) return [];
  return forEachDate(view, rule, today, (dated, mentee) => judgeDate(view, rule, dated, mentee));
}

/** Where a date is each mentee's own, each of them has it; else it is the relationship's. */
function forEachDate<T>(
  view: RelationshipView,
  rule: Rule,
  until: string,
  make: (dated: Dated, mentee: string | undefined) => T[],
): T[] {
  const { relationship, programme, index, mentees } = view;
  const records = index.dates.get(relationship.id) ?? [];
  const specs = programme.events.filter(({ id }) => rule.events?.includes(id));
  return specs.flatMap((spec) => {
    const own = records.filter(({ event }) => event === spec.id);
    const each = own.some(({ mentee }) => mentee !== undefined) ? mentees.map(({ id }) => id) : [undefined];
    return each.flatMap((mentee) => {
      const about = own.filter((record) => record.mentee === undefined || record.mentee === mentee);
      return datesOf(spec, relationship, programme, about, until).flatMap((dated) => make(dated, mentee));
    });
  });
}

function judgeDate(
  view: RelationshipView,
  rule: Rule,
  { spec, window, isStub, record }: Dated,
  mentee?: string,
): Verdict[] {
  const { relationship, index } = view;
  const subject: Subject = { relationship: relationship.id, ...(mentee && { mentee }), event: spec.id };
  const base = { rule: rule.rule, evidence: record ? [record.id] : [], clause: rule.clause };
  if (!window) {
    const isOwed = spec.mandatory || rule.strength === 'must';
    return isOwed ? [{ ...base, subject, state: 'cannot-tell', doubt: { code: 'no-date' } }] : [];
  }
  const [since, due] = [index.startOf(window.from, relationship.zone), index.endOf(window.to, relationship.zone)];
  const hasBegun = compareInstants(since, index.now) <= 0;
  const verdict = { ...base, subject: { ...subject, window }, ...(hasBegun && { since }), due };
  const settledAt = record && doneAt(view, record);
  if (settledAt) return [{ ...verdict, state: 'met', settledAt }];
  if (compareInstants(index.now, due) < 0) return hasBegun || record ? [{ ...verdict, state: 'open' }] : [];
  return isStub ? [] : [{ ...verdict, state: 'missed' }];
}

/** Ticked ahead of its date it is not done before that. */
function doneAt({ relationship, index }: RelationshipView, { done, doneAt, at }: ProgrammeEvent): string | undefined {
  if (!done) return undefined;
  const when = doneAt ?? at;
  const instant = when.includes('T') ? when : index.startOf(when, relationship.zone);
  return compareInstants(instant, index.now) <= 0 ? instant : undefined;
}

/** So many days before its window begins a date comes into sight. */
const DAYS_AHEAD = 14;

/** The date from which on a date of the programme is shown as coming. */
export function sightOf({ from }: Window): string {
  return Temporal.PlainDate.from(from).subtract({ days: DAYS_AHEAD }).toString();
}

/** When dates come into sight, begin and end. */
export function dateTurns(view: RelationshipView, rule: Rule): string[] {
  const { relationship, index } = view;
  const { zone } = relationship;
  const today = Temporal.PlainDate.from(dateOf(index.now, zone));
  return forEachDate(view, rule, today.add({ months: 1 }).toString(), ({ window, record }) => {
    const done = record?.done ? [index.startOf(recordDate(record, relationship), zone)] : [];
    if (!window) return [];
    return [
      index.startOf(sightOf(window), zone),
      index.startOf(window.from, zone),
      index.endOf(window.to, zone),
      ...done,
    ];
  });
}
