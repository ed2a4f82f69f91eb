// What is saved when a programme's date is set, ticked or unticked.
import type { CalendarEvent, ProgrammeEvent } from '../../../domain/meeting/meeting.ts';
import type { ProgrammeDate } from '../../../domain/meeting/programme-dates.ts';

/** One record for each date of the pack and mentee, so that setting it twice changes it. */
function recordOf(date: ProgrammeDate, at: string): ProgrammeEvent {
  if (date.record) return { ...date.record, at };
  const { relationship, event, mentee, window } = date;
  const id = ['programme-event', relationship, event, mentee, window?.from].filter(Boolean).join(' ');
  return { id, relationship, event, at, done: false, ...(mentee && { mentee }) };
}

/** `day` is YYYY-MM-DD. */
export const planDate = (date: ProgrammeDate, day: string): ProgrammeEvent => recordOf(date, day);

export function planFromEvent(date: ProgrammeDate, event: CalendarEvent): ProgrammeEvent {
  return { ...recordOf(date, event.start), calendarEvent: event.id };
}

/** Ticked on `day`; a date that was never set is then that day. */
export function planTick(date: ProgrammeDate, day: string): ProgrammeEvent {
  const at = date.record?.at ?? (date.window?.from === date.window?.to ? date.window?.from : undefined) ?? day;
  return { ...recordOf(date, at), done: true, doneAt: day };
}

export function planUntick(date: ProgrammeDate): ProgrammeEvent | null {
  if (!date.record) return null;
  const { doneAt: _, ...rest } = date.record;
  return { ...rest, done: false };
}

/** A date that is in no pack. */
export function planOwnDate(relationship: string, name: string, day: string, newId: string): ProgrammeEvent {
  return { id: newId, relationship, event: newId, name: name.trim(), at: day, done: false };
}
