// A calendar event that is no longer as it was when its entry was made (USERS N10): shown and asked about, never followed
// by itself.
import type { CalendarEvent, EventPrint, Meeting, MeetingChange } from '../../domain/meeting/meeting.ts';

export const composePrint = ({ start, end, title, status }: CalendarEvent): EventPrint => ({
  start,
  end,
  title,
  status,
});

/** A new title alone is no difference. */
const isSame = (a: EventPrint, b: EventPrint) => a.start === b.start && a.end === b.end && a.status === b.status;

/** What the calendar says now, where it differs and the owner did not choose to leave the entry as it is. */
export function findDifference(
  { eventPrint, keptDespite }: Pick<Meeting, 'eventPrint' | 'keptDespite'>,
  event: CalendarEvent | undefined,
): EventPrint | null {
  if (!event || !eventPrint) return null;
  const print = composePrint(event);
  if (isSame(eventPrint, print) || (keptDespite && isSame(keptDespite, print))) return null;
  return print;
}

/** The event of an entry, wherever it was seen. */
export function findEvent(
  { event: id }: Pick<Meeting, 'event'>,
  events: readonly CalendarEvent[],
): CalendarEvent | undefined {
  if (id === undefined) return undefined;
  return events.find((event) => event.id === id || event.seenIn?.some((seen) => seen.id === id));
}

/** What following the calendar would change in the entry. All-day events have no time to follow. */
export function composeFollow({ start, end, status }: EventPrint): MeetingChange {
  if (status === 'cancelled') return { outcome: 'cancelled', minutes: 0 };
  if (start.length <= 10 || end.length <= 10) return {};
  return { start, minutes: Math.round((Date.parse(end) - Date.parse(start)) / 60_000) };
}
