// Times of the day within a text of any language: what stands there in numbers, and whether it may mean a given minute.
import { findHalf, fold, type Half } from './date-words.ts';

/** A number that may be a time. Without `half` and below 13 it may be of either half of the day. */
export interface ClockTime {
  hour: number;
  minute: number;
  half: Half;
  /** True where the minutes, or the half of the day, are written: then it is no day of a month. */
  certain: boolean;
  /** As it stands in the folded text. */
  text: string;
}

const TIME = /(?<![\d.,:])(\d\d?)(?: ?([:.h時时시点點]) ?(\d\d)(?!\d|[./]\d)| ?[h時时시点點])?(?![\d:]|[./]\d)/gu;
const WORD_BEFORE = /([\p{L}\p{M}]+) ?$/u;
const WORD_AFTER = /^ ?(?:分|분)? ?([\p{L}\p{M}]+)/u;

/** Every number of the text that could be a time, in order. `language` is the page's `lang`. */
export function readClockTimes(text: string, language: string): ClockTime[] {
  const plain = fold(text);
  return [...plain.matchAll(TIME)].flatMap((found) => {
    const [hour, minute] = [Number(found[1]), Number(found[3] ?? 0)];
    if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return [];
    const half = readHalf(plain, found, language);
    if (half && hour > 12) return [];
    const certain = found[2] !== undefined || /[h時时시点點]$/u.test(found[0]) || half !== undefined;
    return [{ hour, minute, half, certain, text: found[0] }];
  });
}

// "8pm", "8 p. m.", "午後10:30": before the number in some languages, after it in others.
function readHalf(text: string, found: RegExpExecArray, language: string): Half {
  const after = WORD_AFTER.exec(text.slice(found.index + found[0].length))?.[1];
  const before = WORD_BEFORE.exec(text.slice(0, found.index))?.[1];
  return (after && findHalf(after, language)) || (before && findHalf(before, language)) || undefined;
}

/** The minutes of the day this time may mean: one, or two where the half of the day is not told. Midnight is also 1440. */
export function minutesOf({ hour, minute, half }: ClockTime): number[] {
  const at = (hours: number) => hours * 60 + minute;
  if (half) return withEnd(at((hour % 12) + (half === 'pm' ? 12 : 0)));
  return hour > 0 && hour <= 12
    ? [...withEnd(at(hour)), ...withEnd(at((hour % 12) + (hour === 12 ? 0 : 12)))]
    : withEnd(at(hour));
}

const withEnd = (minutes: number) => (minutes === 0 || minutes === 1440 ? [0, 1440] : [minutes]);

/** Whether two of these times, one after the other, may mean the range from `start` to `end`, minutes of the day. */
export function namesRange(times: ClockTime[], start: number, end: number): boolean {
  return times.some(
    (time, index) =>
      minutesOf(time).includes(start) && times.slice(index + 1).some((later) => minutesOf(later).includes(end)),
  );
}

/** The text without what is certainly a time, so that its numbers are those of dates and places. */
export function withoutTimes(text: string, times: ClockTime[]): string {
  return times.filter(({ certain }) => certain).reduce((rest, time) => rest.replace(time.text, ' '), fold(text));
}
