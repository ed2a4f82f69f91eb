// All dates of a page together: which order of day and month they are written in, and the instants they mean.
import type { ReadOptions } from '../site.ts';
import { type DateText, parseDateText } from './date-text.ts';

/** Instants in the order of the texts, undefined where a text tells none for certain, and times two ways disagreed. */
export interface PageDates {
  instants: (string | undefined)[];
  disagreements: number;
}

/** The only language of the browsers' locale data that puts the day between year and month: Kyrgyz. */
const YEAR_DAY_MONTH = /^ky\b/;

/**
 * Reads dates that stand on one page, and so in one format. Day and month are told apart by a number above 12, by the
 * weekday beside them, by dots, or by the mentor's setting; where these contradict each other, or none of them speaks,
 * the dates are refused. `language` is the page's `lang`. Without a zone no instant is given.
 */
export function readDates(texts: string[], options: Partial<ReadOptions> | undefined, language: string): PageDates {
  const dates = texts.map((text) => parseDateText(text, language));
  const known = dates.filter((date) => date !== null);
  const set = options?.dateOrder;
  const yearLast = chooseOrder(
    known.filter((date) => !date.yearFirst),
    set === 'day-first' || set === 'month-first' ? [set === 'day-first'] : [],
  );
  const withYearFirst = known.filter((date) => date.yearFirst);
  // A word not known here may be Kyrgyz too.
  const doubtful = YEAR_DAY_MONTH.test(language) || withYearFirst.some((date) => date.unknown);
  const yearFirst = chooseOrder(withYearFirst, doubtful ? [] : [false]);
  const clock24 = known.some((date) => date.hour > 12);
  let disagreements = yearLast.against + yearFirst.against;
  const instants = dates.map((date) => {
    const day = date && readDay(date, (date.yearFirst ? yearFirst : yearLast).dayFirst);
    if (!day || !isOnWeekday(date, day)) {
      if (day) disagreements++;
      return undefined;
    }
    return options?.zone ? readInstant(date, day, clock24, options.zone) : undefined;
  });
  return { instants, disagreements };
}

function plainDate({ year, first, second }: DateText, dayFirst: boolean): Temporal.PlainDate | null {
  const [day, month] = dayFirst ? [first, second] : [second, first];
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function isOnWeekday({ weekdays }: DateText, day: Temporal.PlainDate | null): boolean {
  return !!day && (!weekdays || !!(weekdays & (1 << day.dayOfWeek)));
}

/** What one date by itself says about the order: each time true for the day first, false for the month. */
function voteOrder(date: DateText): boolean[] {
  if (date.first === date.second) return [];
  const [dayFirst, monthFirst] = [plainDate(date, true), plainDate(date, false)];
  const votes = date.dotted && !date.yearFirst ? [true] : [];
  if (!dayFirst !== !monthFirst) return [...votes, !!dayFirst];
  const fits = isOnWeekday(date, dayFirst);
  return fits === isOnWeekday(date, monthFirst) ? votes : [...votes, fits];
}

function chooseOrder(dates: DateText[], given: boolean[]): { dayFirst: boolean | undefined; against: number } {
  const votes = dates.length > 0 ? [...given, ...dates.flatMap(voteOrder)] : [];
  const yes = votes.filter(Boolean).length;
  const against = Math.min(yes, votes.length - yes);
  return { dayFirst: against ? undefined : votes[0], against };
}

function readDay(date: DateText, dayFirst: boolean | undefined): Temporal.PlainDate | null {
  return dayFirst === undefined && date.first !== date.second ? null : plainDate(date, !!dayFirst);
}

/** The hour of the day, or null where a word nobody here knows may turn 2 o'clock into 14. */
function readHour({ hour, half, unknown }: DateText, clock24: boolean): number | null {
  if (!half) return unknown && !clock24 ? null : hour;
  if (hour > 12) return half === 'pm' ? hour : null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

// A local time that does not exist, or exists twice, on a day the clocks change is refused.
function readInstant(date: DateText, day: Temporal.PlainDate, clock24: boolean, zone: string): string | undefined {
  const hour = readHour(date, clock24);
  try {
    if (hour === null) return undefined;
    const local = day.toPlainDateTime({ hour, minute: date.minute });
    return local.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString();
  } catch {
    return undefined;
  }
}
