// Calendar windows in a zone: dates are inclusive, the instants that bound them are half open.
import type { Window } from '../verdict/verdict.ts';

/** The instant at which a date begins in a zone. */
export function startOf(date: string, zone: string): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString();
}

/** The instant at which a date is over in a zone. */
export function endOf(date: string, zone: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString();
}

/** `startOf` and `endOf` that look each date up once: for many windows that share their bounds. */
export function makeBounds(): { startOf: typeof startOf; endOf: typeof endOf } {
  return { startOf: once(startOf), endOf: once(endOf) };
}

function once(find: typeof startOf): typeof startOf {
  const known = new Map<string, string>();
  return (date, zone) => {
    const key = `${date} ${zone}`;
    let instant = known.get(key);
    if (instant === undefined) {
      instant = find(date, zone);
      known.set(key, instant);
    }
    return instant;
  };
}

/** The date on which an instant falls in a zone. */
export function dateOf(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

export function compareDates(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

export const earlierDate = (a: string, b: string): string => (compareDates(a, b) <= 0 ? a : b);
export const laterDate = (a: string, b: string): string => (compareDates(a, b) >= 0 ? a : b);

/** Days in a window, both ends counted. */
export function daysIn(window: Window): number {
  return Temporal.PlainDate.from(window.from).until(window.to, { largestUnit: 'days' }).days + 1;
}

/** Calendar months from one date to another, the first and last cut to what lies between them. */
export function monthsBetween(from: string, to: string): Window[] {
  const windows: Window[] = [];
  const last = Temporal.PlainDate.from(to);
  let start = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(start, last) <= 0) {
    const monthEnd = start.with({ day: start.daysInMonth });
    const end = Temporal.PlainDate.compare(monthEnd, last) < 0 ? monthEnd : last;
    windows.push({ from: start.toString(), to: end.toString() });
    start = monthEnd.add({ days: 1 });
  }
  return windows;
}

/** The calendar month that a date stands in. */
export function monthOf(date: string): Window {
  const day = Temporal.PlainDate.from(date);
  return { from: day.with({ day: 1 }).toString(), to: day.with({ day: day.daysInMonth }).toString() };
}
