// What a pack says about when, as a window in one year of the programme.
import type { EventSpec } from '../programme/programme.ts';
import { daysIn, earlierDate, laterDate, monthOf } from '../time/windows.ts';
import { dayOf } from '../verdict/rules/meeting-windows.ts';
import type { Window } from '../verdict/verdict.ts';

/** The documents name the middle and the end without a number of days: each is taken as thirty. */
const POINT_DAYS = 30;

/** A month is all of that month; the middle is the thirty days around it, the end the last thirty. */
export function spanOf(when: NonNullable<EventSpec['when']>, year: Window): Window {
  if ('month' in when) return monthOf(inYear(`${String(when.month).padStart(2, '0')}-01`, year));
  if ('day' in when) {
    const date = inYear(when.day, year);
    return { from: date, to: date };
  }
  return when.point === 'end' ? endOfYear(year) : middleOfYear(year);
}

/** Month and day in the calendar year in which they fall into the programme's year. */
function inYear(monthDay: string, { from, to }: Window): string {
  const first = dayOf(Number(from.slice(0, 4)), monthDay);
  return first < from.slice(0, 8) ? dayOf(Number(to.slice(0, 4)), monthDay) : first;
}

function endOfYear({ from, to }: Window): Window {
  const first = Temporal.PlainDate.from(to)
    .subtract({ days: POINT_DAYS - 1 })
    .toString();
  return { from: laterDate(first, from), to };
}

function middleOfYear(year: Window): Window {
  const days = daysIn(year);
  const middle = Temporal.PlainDate.from(year.from).add({ days: Math.floor((days - 1) / 2) });
  const [before, after] = [Math.floor((POINT_DAYS - 1) / 2), Math.floor(POINT_DAYS / 2)];
  return {
    from: laterDate(middle.subtract({ days: before }).toString(), year.from),
    to: earlierDate(middle.add({ days: after }).toString(), year.to),
  };
}
