// When a date of the programme is: what the pack says for each of the programme's years, and in its place the date that
// was typed or recognised. What has no date is given none.
import type { Relationship } from '../people/relationship.ts';
import type { EventSpec, Programme } from '../programme/programme.ts';
import { compareDates, dateOf, daysIn, earlierDate, laterDate } from '../time/windows.ts';
import { yearWindows } from '../verdict/rules/meeting-windows.ts';
import type { Window } from '../verdict/verdict.ts';
import { spanOf } from './date-spans.ts';
import type { ProgrammeEvent } from './meeting.ts';

export interface Dated {
  spec: EventSpec;
  /** Absent where no date is known. Its end is the typed date where there is one. */
  window?: Window;
  /** Less than half of the pack's window is within the relationship: it is never missed. */
  isStub: boolean;
  /** What was typed or ticked: the one that is done, else the last. */
  record?: ProgrammeEvent;
}

/** Every date of one event: of the programme's years that begin by `until`, and those that were typed. */
export function datesOf(
  spec: EventSpec,
  relationship: Relationship,
  programme: Pick<Programme, 'period'>,
  records: readonly ProgrammeEvent[],
  until: string,
): Dated[] {
  const left = new Set(records);
  const years = yearsOf(spec, relationship, programme, until);
  const dated = years.flatMap(({ year, span }) => {
    const own = [...left].filter((record) => isIn(recordDate(record, relationship), year));
    for (const record of own) left.delete(record);
    return dateInYear(spec, span, relationship, own);
  });
  for (const record of left) dated.push({ spec, window: dayWindow(record, relationship), isStub: false, record });
  if (dated.length === 0 && years.length === 0) return [{ spec, isStub: false }];
  return dated.sort((a, b) => compareDates(a.window?.from ?? '', b.window?.from ?? ''));
}

/** The date on which a record stands, in the relationship's zone. */
export function recordDate({ at }: ProgrammeEvent, { zone }: Relationship): string {
  return at.includes('T') ? dateOf(at, zone) : at;
}

function yearsOf(
  { when }: EventSpec,
  relationship: Relationship,
  { period }: Pick<Programme, 'period'>,
  until: string,
) {
  if (!when) return [];
  const { start, end } = relationship;
  const hasPeriod = period.start !== undefined && period.end !== undefined;
  const calendar = { start: '01-01', end: '12-31', mayContinue: false };
  const own = end === undefined ? [] : [{ from: start, to: end }];
  const years = hasPeriod || !('point' in when) ? yearWindows(start, until, hasPeriod ? period : calendar) : own;
  return years.filter((year) => year.to >= start).map((year) => ({ year, span: spanOf(when, year) }));
}

function isIn(date: string, { from, to }: Window): boolean {
  return date >= from && date <= to;
}

function dayWindow(record: ProgrammeEvent, relationship: Relationship): Window {
  const date = recordDate(record, relationship);
  return { from: date, to: date };
}

/** Cut to the relationship up to its official end, also where both agreed to go on. */
function dateInYear(spec: EventSpec, span: Window, relationship: Relationship, own: ProgrammeEvent[]): Dated[] {
  const { start, end } = relationship;
  const window = { from: laterDate(span.from, start), to: end === undefined ? span.to : earlierDate(span.to, end) };
  const record = own.find(({ done }) => done) ?? own.at(-1);
  if (record) {
    const { to } = dayWindow(record, relationship);
    return [{ spec, window: { from: earlierDate(window.from, to), to }, isStub: false, record }];
  }
  if (window.from > window.to) return [];
  return [{ spec, window, isStub: daysIn(window) * 2 < daysIn(span) }];
}
