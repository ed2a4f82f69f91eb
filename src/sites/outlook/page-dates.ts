// All dates of a page together: which order of day and month they are written in, and the instants they mean.
import type { DateOrder, ReadOptions } from '../site.ts';
import type { DateText } from './date-text.ts';
import { parseDateText } from './date-text.ts';
import type { DateWords } from './date-words.ts';
import { dateWords } from './date-words.ts';

/** Instants in the order of the texts, undefined where a text tells none for certain, and times two ways disagreed. */
export interface PageDates {
  instants: (string | undefined)[];
  disagreements: number;
}

type Order = 'day-first' | 'month-first' | 'year-month' | 'year-day';

/**
 * Reads dates that stand on one page, and so in one format. Day and month are told apart by a number above 12, by the
 * weekday beside them, by dots, or by the mentor's setting; where these contradict each other, or none of them speaks,
 * the dates are refused. `language` is the page's `lang`. Without a zone no instant is given.
 */
export function readDates(texts: string[], options: Partial<ReadOptions> | undefined, language: string): PageDates {
  const words = dateWords(language);
  const dates = texts.map((text) => parseDateText(text, words));
  const known = dates.filter((date) => date !== null);
  const last = chooseOrder(known, false, options?.dateOrder);
  const first = chooseOrder(known, true, words.yearDayMonth ? undefined : 'year-first');
  const clock24 = known.some((date) => date.hour > 12);
  let disagreements = last.against + first.against;
  const instants = dates.map((date) => {
    if (!date) return undefined;
    const order = date.yearFirst ? first.order : last.order;
    const day = readDay(date, order);
    if (!day) return undefined;
    if (!isWeekday(date, day)) {
      disagreements++;
      return undefined;
    }
    return options?.zone ? readInstant(date, day, clock24, options.zone) : undefined;
  });
  return { instants, disagreements };
}

/** Whether a text is a date with a time, whatever its order. */
export function isDateText(text: string, words: DateWords): boolean {
  return parseDateText(text, words) !== null;
}

function plainDate(date: DateText, order: Order): Temporal.PlainDate | null {
  const dayIsFirst = order === 'day-first' || order === 'year-day';
  const day = dayIsFirst ? date.first : date.second;
  const month = dayIsFirst ? date.second : date.first;
  try {
    return Temporal.PlainDate.from({ year: date.year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

function isWeekday(date: DateText, day: Temporal.PlainDate | null): boolean {
  return day !== null && (date.weekdays === 0 || (date.weekdays & (1 << day.dayOfWeek)) !== 0);
}

/** The order one date gives away by itself, or undefined when it would pass either way. */
function orderOf(date: DateText): Order[] {
  const [dayFirst, monthFirst]: [Order, Order] = date.yearFirst
    ? ['year-day', 'year-month']
    : ['day-first', 'month-first'];
  if (date.first === date.second) return [];
  const votes: Order[] = [];
  const asDayFirst = plainDate(date, dayFirst);
  const asMonthFirst = plainDate(date, monthFirst);
  if (asDayFirst && !asMonthFirst) votes.push(dayFirst);
  else if (asMonthFirst && !asDayFirst) votes.push(monthFirst);
  else if (isWeekday(date, asDayFirst) !== isWeekday(date, asMonthFirst))
    votes.push(isWeekday(date, asDayFirst) ? dayFirst : monthFirst);
  if (date.dotted && !date.yearFirst) votes.push('day-first');
  return votes;
}

function chooseOrder(dates: DateText[], yearFirst: boolean, set: DateOrder | undefined) {
  const votes = dates.filter((date) => date.yearFirst === yearFirst).flatMap(orderOf);
  const asked: Order[] = yearFirst ? ['year-day', 'year-month'] : ['day-first', 'month-first'];
  if (yearFirst && set === 'year-first') votes.push('year-month');
  if (!yearFirst && (set === 'day-first' || set === 'month-first')) votes.push(set);
  const counts = asked.map((order) => votes.filter((vote) => vote === order).length);
  const against = Math.min(...counts);
  const order = against === 0 && votes.length > 0 ? votes[0] : undefined;
  return { order, against };
}

function readDay(date: DateText, order: Order | undefined): Temporal.PlainDate | null {
  if (order) return plainDate(date, order);
  return date.first === date.second ? plainDate(date, 'day-first') : null;
}

/** The hour of the day, or null where a word nobody here knows may turn 2 o'clock into 14. */
function readHour(date: DateText, clock24: boolean): number | null {
  if (!date.half) return date.unknownWord && !clock24 ? null : date.hour;
  if (date.hour > 12) return date.half === 'pm' ? date.hour : null;
  return (date.hour % 12) + (date.half === 'pm' ? 12 : 0);
}

// A local time that does not exist, or exists twice, on a day the clocks change is refused.
function readInstant(date: DateText, day: Temporal.PlainDate, clock24: boolean, zone: string): string | undefined {
  const hour = readHour(date, clock24);
  if (hour === null) return undefined;
  const { minute, seconds: second } = date;
  try {
    const local = day.toPlainDateTime({ hour, minute, second });
    return local.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant().toString();
  } catch {
    return undefined;
  }
}
