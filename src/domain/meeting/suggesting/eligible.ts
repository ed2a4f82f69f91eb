// Which events can be meetings at all, whoever is in them.
import type { CalendarEvent } from '../meeting.ts';

/** Longer than this is a retreat, a shift or a trip. */
const LONGEST_MINUTES = 6 * 60;
/** Length of a date; an instant is longer. */
const DATE = 10;
/** Calendars that keep a cancelled event write so before its title. */
const calledOff =
  /^\W*(?:cancell?ed|abgesagt|annul[ée]e?|cancelad[oa]|annullat[oa]|odwołan[aeoy]|iptal|отменено|已取消|ملغى)\b/iu;

/** Whether a calendar has written into the title that it does not take place. */
export function isCalledOff(title: string): boolean {
  return calledOff.test(title);
}

/** What can be told at a glance, for any number of events. */
export function mayBeMeeting(event: CalendarEvent): boolean {
  const { kind, allDay, busy, status, myResponse, start, end } = event;
  if (kind !== 'default' || allDay || busy === false || status === 'cancelled' || myResponse === 'declined')
    return false;
  return start.length > DATE && end.length > DATE;
}

/** Minutes of an event that may be a meeting; null for one that is too long, takes no time or was called off. */
export function meetingMinutes({ title, start, end }: CalendarEvent): number | null {
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  return minutes > 0 && minutes <= LONGEST_MINUTES && !isCalledOff(title) ? minutes : null;
}
