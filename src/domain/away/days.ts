// How long an absence is. Decided here: days are calendar days of the relationship's zone, weekends like any other;
// absences that overlap or follow on each other without a day between are one stretch; a day that is away only for half
// of it is not a day away.
import { compareInstants } from '../time/instants.ts';
import { compareDates, daysIn, startOf } from '../time/windows.ts';
import type { Away } from './away.ts';

/** Absences that hang together, in order; `from` and `to` inclusive. */
export interface Stretch {
  from: string;
  to: string;
  parts: Away[];
  /** Whole days away. */
  days: number;
}

const nextDay = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString();
const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

/** The first and last whole day of an absence; null where none is whole. */
function wholeDays(away: Away): { from: string; to: string } | null {
  const from = away.fromNoon ? nextDay(away.from) : away.from;
  const to = away.untilNoon ? dayBefore(away.to) : away.to;
  return compareDates(from, to) <= 0 ? { from, to } : null;
}

/**
 * The stretch an absence stands in, of what was known when it began: what was planned only then or later sets nothing
 * off that should have been done before. `others` may hold it too.
 */
export function stretchOf(away: Away, others: readonly Away[], zone: string): Stretch {
  const begins = startOf(away.from, zone);
  const known = away.plannedAt && compareInstants(away.plannedAt, begins) > 0 ? away.plannedAt : begins;
  const parts = others.filter(
    ({ id, plannedAt }) => id !== away.id && (!plannedAt || compareInstants(plannedAt, known) <= 0),
  );
  const found = findStretches([...parts, away]).find((stretch) => stretch.parts.includes(away));
  return found ?? { from: away.from, to: away.to, parts: [away], days: 0 };
}

export function findStretches(absences: readonly Away[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const away of absences.filter(isInOrder).toSorted((a, b) => compareDates(a.from, b.from))) {
    const last = stretches.at(-1);
    if (last && compareDates(away.from, nextDay(last.to)) <= 0) {
      last.parts.push(away);
      if (compareDates(away.to, last.to) > 0) last.to = away.to;
    } else stretches.push({ from: away.from, to: away.to, parts: [away], days: 0 });
  }
  for (const stretch of stretches) stretch.days = countDays(stretch);
  return stretches;
}

const isInOrder = (away: Away): boolean => compareDates(away.from, away.to) <= 0;

/** The longest run of whole days: a half day between two absences ends a run. */
function countDays({ parts }: Stretch): number {
  let longest = 0;
  let run: { from: string; to: string } | null = null;
  const spans = parts.flatMap((away) => wholeDays(away) ?? []).toSorted((a, b) => compareDates(a.from, b.from));
  for (const span of spans) {
    if (run && compareDates(span.from, nextDay(run.to)) <= 0) {
      if (compareDates(span.to, run.to) > 0) run = { from: run.from, to: span.to };
    } else run = span;
    longest = Math.max(longest, daysIn(run));
  }
  return longest;
}
