// Whether a text names a given day, in any language: by the month's name in the page's language, or by its number.
import { fold } from './date-words.ts';

const known = new Map<string, Map<string, number>>();

/** The names that months have in the language, alone and beside a day, and which month each is. */
function monthNames(language: string): Map<string, number> {
  let names = known.get(language);
  if (!names) {
    names = new Map();
    for (let index = 0; index < 12; index++)
      for (const name of namesOf(language, index)) if (/^\p{L}{3,}$/u.test(name)) names.set(name, index + 1);
    known.set(language, names);
  }
  return names;
}

function namesOf(language: string, index: number): string[] {
  const shapes: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ];
  return shapes.map((shape) => {
    const format = new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' });
    const parts = format.formatToParts(Date.UTC(2024, index, 15));
    return fold(parts.find((part) => part.type === 'month')?.value ?? '').replace(/\.$/, '');
  });
}

function safeNames(language: string): Map<string, number> {
  try {
    return monthNames(language || 'en');
  } catch {
    return monthNames('en');
  }
}

/**
 * `yes` when the text has the day's number beside its month, by name or number, and no other year; `no` when it names
 * another month or year, or the day's number is missing; `unknown` when its months are in words not known here.
 */
export function tellsDay(text: string, date: Temporal.PlainDate, language: string): 'yes' | 'no' | 'unknown' {
  const tokens = fold(text).match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
  const numbers = tokens.map((token) => (/^\d{1,4}$/.test(token) ? Number(token) : -1));
  const years = numbers.filter((number) => number > 1900 && number < 2200);
  if (!numbers.includes(date.day) || (years.length > 0 && !years.includes(date.year))) return 'no';
  const names = [safeNames(language), safeNames('en')];
  const months = tokens.map((token) => names.find((each) => each.has(token))?.get(token) ?? 0);
  if (months.some(Boolean))
    return months.some((month, at) => month === date.month && isBeside(numbers, at, date.day)) ? 'yes' : 'no';
  return isNumbered(
    numbers.filter((number) => number >= 0),
    date,
  )
    ? 'yes'
    : 'unknown';
}

/** Within two words: "8 de octubre". */
const isBeside = (numbers: number[], at: number, day: number) =>
  numbers.slice(Math.max(0, at - 2), at + 3).includes(day);

/** Year, month and day one beside the other, in any of the three orders that are written. */
function isNumbered(numbers: number[], { year, month, day }: Temporal.PlainDate): boolean {
  const orders = [`${year},${month},${day}`, `${day},${month},${year}`, `${month},${day},${year}`];
  return orders.some((order) => `,${numbers.join()},`.includes(`,${order},`));
}
