// Times as the reader writes them: in their zone and their language.
import { findFormat } from './formats.ts';

const zoned = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

function format(instant: string, zone: string, style: Intl.DateTimeFormatOptions, locale?: string): string {
  return findFormat(zone, style, locale).format(Date.parse(instant));
}

/** "Monday". */
export const composeWeekday = (instant: string, zone: string, locale?: string) =>
  format(instant, zone, { weekday: 'long' }, locale);

/** "9 March, 08:40". */
export function composeDayAndTime(instant: string, zone: string, locale?: string): string {
  const day = format(instant, zone, { day: 'numeric', month: 'long' }, locale);
  return `${day}, ${format(instant, zone, { hour: 'numeric', minute: '2-digit' }, locale)}`;
}

/** "9 Mar 2026, 08:40". */
export const composeStamp = (instant: string, zone: string, locale?: string) =>
  format(instant, zone, { dateStyle: 'medium', timeStyle: 'short' }, locale);

/** "9 Mar 2026" from a date. */
export function composeDate(date: string, locale?: string): string {
  return findFormat('UTC', { dateStyle: 'medium' }, locale).format(Date.parse(`${date}T00:00Z`));
}

/** The value of a datetime-local control: `2026-03-09T08:40`. */
export const composeLocalInput = (instant: string, zone: string) =>
  zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** The instant a datetime-local control names, or null when it is incomplete. */
export function parseLocalInput(text: string, zone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return null;
  }
}

/** Whether this browser knows the zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}
