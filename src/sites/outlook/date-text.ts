// One date as Outlook writes it, taken apart without deciding which number is the day. Minute precision, no zone.
import { type DateWords, fold, readDateWords } from '../dates/date-words.ts';

/** A date and time in numbers. `first` and `second` are day and month in an order only the whole page can tell. */
export interface DateText extends DateWords {
  year: number;
  first: number;
  second: number;
  yearFirst: boolean;
  /** Written with dots: no regional format puts the month before the day with dots. */
  dotted: boolean;
  /** As written: the half of the day is apart. */
  hour: number;
  minute: number;
}

/** A page is scanned again and again, and its dates stay the same. */
const known = new Map<string, DateText | null>();

const MAX_LENGTH = 60;
const YEAR_LAST = /(?<![\d:])(\d\d?)( ?[./\-–] ?| )(\d\d?)\2(\d{4})(?!\d)/;
const YEAR_FIRST = /(?<![\d:])(\d{4})( ?[./\-–] ?| )(\d\d?)\2(\d\d?)(?!\d)/;
const TIME = /(?<!\d)(\d\d?) ?[:.h時时시] ?(\d\d)(?!\d)/;

/**
 * Reads a text that is a date with a time and nothing else; null for anything else, two-digit years included, and for
 * years of other calendars (2569, 1405). `language` is the page's `lang`.
 */
export function parseDateText(text: string, language: string): DateText | null {
  if (text.length > MAX_LENGTH || !/\p{Nd}/u.test(text)) return null;
  const key = `${language} ${text}`;
  let date = known.get(key);
  if (date === undefined) {
    if (known.size > 500) known.clear();
    date = takeApart(text, language);
    known.set(key, date);
  }
  return date;
}

function takeApart(text: string, language: string): DateText | null {
  // 2026年9月2日, 2026년 9월 2일
  const plain = fold(text)
    .replace(/(\d) ?[年년月월] ?(?=\d)/g, '$1/')
    .replace(/(\d) ?[日일分분]/g, '$1 ');
  const last = YEAR_LAST.exec(plain);
  const date = last ?? YEAR_FIRST.exec(plain);
  if (!date) return null;
  const afterDate = plain.replace(date[0], ' | ');
  const time = TIME.exec(afterDate);
  if (!time) return null;
  const rest = afterDate.replace(time[0], ' ');
  const [year, first, second] = (last ? [date[4], date[1], date[3]] : [date[1], date[3], date[4]]).map(Number);
  const [hour, minute] = [Number(time[1]), Number(time[2])];
  if (/\p{N}/u.test(rest) || hour > 23 || minute > 59 || year! < 1995 || year! > 2099) return null;
  return {
    year: year!,
    first: first!,
    second: second!,
    yearFirst: !last,
    dotted: date[2]!.includes('.'),
    hour,
    minute,
    ...readDateWords(rest, language),
  };
}
