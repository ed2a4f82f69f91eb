// A forecast as a person would say it: when the rule holds and by what, what is missing, and by when.
import type { Booking, Forecast, HeldBy } from '../../domain/meeting/forecast.ts';
import type { MeetingNeed } from '../../domain/verdict/rules/meeting-windows.ts';
import { composeDayOf, composeHours } from './rule-item-words.ts';

/** The rule's name within a sentence: "the 6-month rule". */
function nameRule({ rule, window }: Forecast): string {
  if (rule === 'semester-meeting') return 'the semester rule';
  if (rule === 'yearly-meetings') return 'the rule of the year';
  const after = Temporal.PlainDate.from(window.to).add({ days: 1 });
  const { years, months } = Temporal.PlainDate.from(window.from).until(after, { largestUnit: 'years' });
  return `the ${Math.max(1, years * 12 + months)}-month rule`;
}

/** "by count, not by hours"; nothing where the rule has one side only. */
function composeBy({ count, hours }: HeldBy, { meetings, minutes }: MeetingNeed): string {
  if (meetings === undefined || minutes === undefined) return '';
  if (count && hours) return ' by count and by hours';
  return count ? ' by count, not by hours' : ' by hours, not by count';
}

/** "Wednesday 18 March". */
function composeWeekday(instant: string, zone: string, locale: string | undefined): string {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  return day.toLocaleString(locale, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '');
}

function composeMissing({ meetings, minutes }: MeetingNeed): string {
  const parts = [
    meetings !== undefined && `${meetings} ${meetings === 1 ? 'meeting' : 'meetings'}`,
    minutes !== undefined && composeHours(minutes),
  ];
  return parts.filter(Boolean).join(' or ');
}

const isHeld = ({ count, hours }: HeldBy) => count || hours;

/**
 * "After Wednesday 18 March the 6-month rule is met by count, not by hours; last safe date 12 June". Without a full stop.
 * @param locale the reader's, where it is not the browser's
 */
export function composeForecast(forecast: Forecast, locale?: string): string {
  const { booked, need, by, missing, lastSafe, zone, window } = forecast;
  const name = nameRule(forecast);
  const safe = lastSafe ? `; last safe date ${composeDayOf(lastSafe, locale)}` : '';
  if (isHeld(by)) return `${upper(name)} is met${composeBy(by, need)} until ${composeDayOf(window.to, locale)}`;
  const deciding = booked.find(({ after }) => isHeld(after));
  if (deciding)
    return `After ${composeWeekday(deciding.end, zone, locale)} ${name} is met${composeBy(deciding.after, need)}${safe}`;
  const last: Booking | undefined = booked.at(-1);
  const lacks = `${name} still lacks ${composeMissing(missing)}${safe || `, until ${composeDayOf(window.to, locale)}`}`;
  return last ? `After ${composeWeekday(last.end, zone, locale)} ${lacks}` : upper(lacks);
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
