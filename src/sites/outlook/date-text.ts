// One date as Outlook writes it, taken apart without deciding which number is the day. Minute precision, no zone.
import type { DateWords } from './date-words.ts';
import { fold } from './date-words.ts';

/** A date and time in numbers. `first` and `second` are day and month in an order only the whole page can tell. */
export interface DateText {
  year: number;
  first: number;
  second: number;
  yearFirst: boolean;
  /** Written with dots: no regional format puts the month before the day with dots. */
  dotted: boolean;
  hour: number;
  minute: number;
  seconds: number;
  half: 'am' | 'pm' | undefined;
  /** Weekday bits of the word beside the date, 0 where there is none or it is not known. */
  weekdays: number;
  /** True where a word is left that may be a half of the day in a language not known here. */
  unknownWord: boolean;
}

const MAX_LENGTH = 60;
const DATE_LAST = /(?<![\d:])(\d{1,2})( ?[./\-–] ?| )(\d{1,2})\2(\d{4})(?!\d)/;
const DATE_FIRST = /(?<![\d:])(\d{4})( ?[./\-–] ?| )(\d{1,2})\2(\d{1,2})(?!\d)/;
const TIME = /(?<!\d)(\d{1,2}) ?[:.h] ?(\d{2})(?:[:.](\d{2}))?(?!\d)/;
const CJK_DATE = /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/;
const CJK_TIME = /(\d{1,2}) ?[時时시点] ?(\d{2}) ?[分분]/;
/** "klo" (Finnish), "kl" (Danish), "u" (Bosnian), "г", "ч" (Bulgarian), "Uhr" (German), "at": words of a date that mean nothing here. */
const FILLER = /^(klo|kl|u|г|ч|uhr|at)$/;

/** Reads a text that is a date with a time and nothing else; null for anything else, two-digit years included. */
export function parseDateText(text: string, words: DateWords): DateText | null {
  if (text.length > MAX_LENGTH || !/\p{Nd}/u.test(text)) return null;
  const { rest, weekdays } = words.takeWeekday(fold(text));
  const plain = rest.replace(CJK_DATE, '$1/$2/$3 ').replace(CJK_TIME, '$1:$2 ');
  const date = DATE_LAST.exec(plain) ?? DATE_FIRST.exec(plain);
  if (!date) return null;
  const afterDate = plain.replace(date[0], ' | ');
  const time = TIME.exec(afterDate);
  if (!time) return null;
  const others = afterDate.replace(time[0], ' ');
  if (/\p{N}/u.test(others)) return null;
  return combine(date, time, readOthers(others, words, weekdays));
}

interface Others {
  half: 'am' | 'pm' | undefined;
  weekdays: number;
  unknownWord: boolean;
}

function readOthers(text: string, words: DateWords, weekdays: number): Others {
  const others: Others = { half: undefined, weekdays, unknownWord: false };
  for (const word of text.match(/[\p{L}\p{M}]+/gu) ?? []) {
    const half = others.half ? undefined : words.halfOf(word);
    if (half) others.half = half;
    else if (FILLER.test(word)) continue;
    else if (!others.weekdays) others.weekdays = words.weekdaysOf(word);
    else others.unknownWord = true;
    if (!half && !others.weekdays) others.unknownWord = true;
  }
  return others;
}

function combine(date: RegExpExecArray, time: RegExpExecArray, others: Others): DateText | null {
  const yearFirst = date[1]!.length === 4;
  const year = Number(yearFirst ? date[1] : date[4]);
  // Other calendars (2569, 1405) and wild numbers are not ours to read.
  if (year < 1995 || year > 2099) return null;
  const minute = Number(time[2]);
  const seconds = Number(time[3] ?? 0);
  const hour = Number(time[1]);
  if (minute > 59 || seconds > 59 || hour > 23) return null;
  return {
    year,
    first: Number(yearFirst ? date[3] : date[1]),
    second: Number(yearFirst ? date[4] : date[3]),
    yearFirst,
    dotted: date[2]!.includes('.'),
    hour,
    minute,
    seconds,
    ...others,
  };
}
