// Hours by month beside what the programme asks for (M3): the figures of the chart, and of the table behind it.
import type { Rule } from '../../domain/programme/programme.ts';
import { dateOf, monthOf, monthsBetween } from '../../domain/time/windows.ts';
import type { Window } from '../../domain/verdict/verdict.ts';
import type { LogRow } from './rows.ts';

export interface MonthHours {
  /** First day of the month. */
  from: string;
  meetings: number;
  minutes: number;
  preparation: number;
}

export interface HoursByMonth {
  months: MonthHours[];
  /** What the rule asks for, and the hours a month that reach it evenly. Absent where no rule names hours. */
  target?: { hours: number; months: number; aMonth: number };
}

const YEAR = 11;

const latestOf = (...dates: string[]) => dates.sort().at(-1)!;

const yearBefore = (date: string) =>
  Temporal.PlainDate.from(date).with({ day: 1 }).subtract({ months: YEAR }).toString();

/**
 * The months to show: those of the window when there is one, else the last twelve of the relationship, or of its log
 * when nothing was entered since. `newest` is the date of the newest entry.
 */
export function monthsShown(
  { start, end, continues }: LogRow['relationship'],
  window: Window | null,
  today: string,
  newest = today,
): Window[] {
  if (window) return monthsBetween(monthOf(window.from).from, window.to);
  const ended = end !== undefined && !continues && end < today ? end : today;
  const last = newest < yearBefore(ended) ? newest : ended;
  const from = latestOf(yearBefore(last), monthOf(start).from);
  return from > last ? [monthOf(last)] : monthsBetween(from, monthOf(last).to);
}

/** `rows` are those of one relationship; only held ones count, preparation is kept apart. */
export function sumByMonth(rows: readonly LogRow[], months: readonly Window[], rule: Rule | undefined): HoursByMonth {
  const byMonth = new Map(
    months.map(({ from }) => [from.slice(0, 7), { from, meetings: 0, minutes: 0, preparation: 0 }]),
  );
  for (const { meeting, relationship } of rows) {
    const month = byMonth.get(dateOf(meeting.start, relationship.zone).slice(0, 7));
    if (!month) continue;
    month.preparation += meeting.preparationMinutes ?? 0;
    if (meeting.outcome !== 'held') continue;
    month.meetings += 1;
    month.minutes += meeting.minutes;
  }
  const { hours, months: length } = rule?.figures ?? {};
  const target = hours && length ? { hours, months: length, aMonth: hours / length } : undefined;
  return { months: [...byMonth.values()], ...(target && { target }) };
}
