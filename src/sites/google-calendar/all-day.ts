// All-day events: their cell has no day of its own, so it is told by how far from the left a chip stands, in per cent of
// the row of days (captures week_2025-12-03, derived_all-day-in-week_2026-10_ja).
import { readClockTimes, withoutTimes } from '../dates/clock-times.ts';
import { tellsDay } from '../dates/named-day.ts';
import type { Chip } from './chips.ts';
import { type DayColumn, isRowOfDays } from './days.ts';

export interface AllDayEvent {
  chip: Chip;
  start: Temporal.PlainDate;
  /** Exclusive. */
  end: Temporal.PlainDate;
}

export interface AllDayEvents {
  events: AllDayEvent[];
  /** How many of which what is read aloud names other days. */
  disagreements: number;
}

/** A row has at most a week. Where more days are shown they stand in rows of their own, each with its chips. */
const MOST_DAYS = 7;

export function findAllDayChips(chips: Chip[]): Chip[] {
  return chips.filter(({ element }) => /^-?\d+(\.\d+)?%$/.test(element.style.left));
}

export function readAllDay(chips: Chip[], columns: DayColumn[], language: string): AllDayEvents {
  const found: AllDayEvents = { events: [], disagreements: 0 };
  if (columns.length === 0 || columns.length > MOST_DAYS || !isRowOfDays(columns)) return found;
  for (const chip of findAllDayChips(chips)) {
    const event = place(chip, columns);
    const told = event && tellDays(event, columns, language);
    if (event && told === 'yes') found.events.push(event);
    else if (told === 'no') found.disagreements++;
  }
  return found;
}

function place(chip: Chip, columns: DayColumn[]): AllDayEvent | null {
  const { left, width } = chip.element.style;
  const [from, days] = [step(left, columns.length), step(width, columns.length)];
  if (from === null || days === null || days < 1) return null;
  const [first, last] = [columns[from], columns[from + days - 1]];
  const isWhole = first && last && first.date.until(last.date).total('days') === days - 1;
  return isWhole ? { chip, start: first.date, end: last.date.add({ days: 1 }) } : null;
}

/** How many columns this many per cent are; null where it is not a whole number of them. */
function step(text: string, columns: number): number | null {
  const count = (Number.parseFloat(text) / 100) * columns;
  return text.endsWith('%') && Math.abs(count - Math.round(count)) < 0.06 ? Math.round(count) : null;
}

/** A chip at the edge may go on beyond it, and where the page runs from right to left its place is another. */
function tellDays({ chip, start, end }: AllDayEvent, columns: DayColumn[], language: string): 'yes' | 'no' | 'unknown' {
  const text = withoutTimes(chip.label, readClockTimes(chip.label, language));
  const told = [start, end.subtract({ days: 1 })].map((day) => tellsDay(text, day, language));
  if (told.every((each) => each === 'yes')) return 'yes';
  if (/\d/.test(text)) return 'no';

  const isRightToLeft = chip.element.closest('[dir]')?.getAttribute('dir') === 'rtl';
  return !isRightToLeft && !isAtEdge(start, end, columns) ? 'yes' : 'unknown';
}

const isAtEdge = (start: Temporal.PlainDate, end: Temporal.PlainDate, columns: DayColumn[]) =>
  start.equals(columns[0]!.date) || end.subtract({ days: 1 }).equals(columns.at(-1)!.date);
