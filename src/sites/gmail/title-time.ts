// Dates as Gmail writes them in a tooltip ("Thu, Dec 4, 2014 at 2:02 PM"). Never the value of a fact, only the second
// opinion on a time read from an id: what is not plain English or plain numbers is left alone.
import type { DateOrder, ReadOptions } from '../site.ts';

const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;
const OTHER = /^((sun|mon|tue|wed|thu|fri|sat)|(sun|mon|tues|wednes|thurs|fri|satur)day|at)$/;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** The instants (ms) the text may mean in the zone: none where it is unclear, two in the hour a clock repeats. */
export function parseTitle(title: string, { zone, dateOrder }: ReadOptions): number[] {
  const text = title
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, ' ')
    .slice(0, 100);
  const clock = /\b(\d{1,2}):(\d{2})(?::\d{2})?(?: ?([ap])\.? ?m\b\.?)?/.exec(text);
  const date = clock && parseDate(text.replace(clock[0], ' '), dateOrder);
  if (!date) return [];
  const hour = clock[3] ? (Number(clock[1]) % 12) + (clock[3] === 'p' ? 12 : 0) : Number(clock[1]);
  try {
    const local = Temporal.PlainDateTime.from({ ...date, hour, minute: Number(clock[2]) }, { overflow: 'reject' });
    const choices = ['earlier', 'later'] as const;
    return choices.map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds);
  } catch {
    return [];
  }
}

interface PlainDate {
  year: number;
  month: number;
  day: number;
}

function parseDate(text: string, order: DateOrder | undefined): PlainDate | null {
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => !OTHER.test(word));
  const numbers = text.match(/\d+/g) ?? [];
  const years = numbers.filter((number) => number.length === 4);
  const small = numbers.filter((number) => number.length <= 2).map(Number);
  if (years.length !== 1 || small.length + 1 !== numbers.length || words.some((word) => !MONTH.test(word))) return null;
  const year = Number(years[0]);
  const [first = 0, second = 0] = small;
  if (words.length === 1 && small.length === 1) {
    return { year, month: MONTHS.indexOf(words[0]?.slice(0, 3) ?? '') / 3 + 1, day: first };
  }
  if (words.length > 0 || small.length !== 2) return null;
  const dayFirst = numbers[0]?.length === 4 ? false : isDayFirst(first, second, order);
  if (dayFirst === undefined) return null;
  return dayFirst ? { year, month: second, day: first } : { year, month: first, day: second };
}

function isDayFirst(first: number, second: number, order: DateOrder | undefined): boolean | undefined {
  if (first > 12 || first === second) return true;
  if (second > 12) return false;
  return order === undefined || order === 'year-first' ? undefined : order === 'day-first';
}
