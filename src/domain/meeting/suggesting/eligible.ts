// Which events can be meetings at all, whoever is in them.
import type { CalendarEvent } from '../meeting.ts';

/** Longer than this is a retreat, a shift or a trip. */
const LONGEST_MINUTES = 6 * 60;
/** Calendars that keep a cancelled event write so before its title. */
const calledOff =
  /^\W*(?:cancell?ed|abgesagt|annul[ée]e?|cancelad[oa]|annullat[oa]|odwołan[aeoy]|iptal|отменено|已取消|ملغى)\b/iu;

/** Whether a calendar has written into the title that it does not take place. */
export function isCalledOff(title: string): boolean {
  return calledOff.test(title);
}

/** Minutes of an event that may be a meeting; null for what never is one. */
export function meetingMinutes(event: CalendarEvent): number | null {
  if (event.kind !== 'default' || event.allDay || event.busy === false) return null;
  if (event.status === 'cancelled' || event.myResponse === 'declined' || isCalledOff(event.title)) return null;
  if (event.start.length <= 10 || event.end.length <= 10) return null;
  const minutes = Math.round((Date.parse(event.end) - Date.parse(event.start)) / 60_000);
  return minutes > 0 && minutes <= LONGEST_MINUTES ? minutes : null;
}
