// What a mark says: a shape, a few words and a tone, so that none of the three is needed alone. Small and pure, because
// page scripts carry it too. Times are the reader's own.
import { findFormat } from '../../ui/formats.ts';
import type { Mark } from './mark.ts';

export type Shape = 'triangle' | 'clock' | 'none' | 'tick' | 'arrow' | 'question';
export type Tone = 'late' | 'soon' | 'far' | 'met' | 'waiting' | 'unknown';

export interface Description {
  shape: Shape;
  text: string;
  tone: Tone;
}

/** What a message that asks for nothing says, by the code of its reason. */
const closings: Record<string, string> = { thanks: 'thanks', assent: 'agreement', short: 'a short note' };

/** Within this many hours a deadline is shown with a clock and in the colour of what is due soon. */
const NEAR_HOURS = 72;

const hoursBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** "31 h", "3 days", "20 min". Below a day only the last minute is rounded up, so that nobody has less time than they read. */
export function describeSpan(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.floor(hours * 60))} min`;
  if (hours < 72) return `${hours < 24 ? Math.floor(hours + 1 / 60) : Math.round(hours)} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** A day as people say it: "today", "Saturday", "12 Feb". */
export function describeDay(instant: string, now: string, zone: string, locale?: string): string {
  const day = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  const days = day(now).until(day(instant)).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const style: Intl.DateTimeFormatOptions =
    Math.abs(days) < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'short' };
  return findFormat(zone, style, locale).format(Date.parse(instant));
}

/** "15:40 today", "Saturday 14:40". */
export function describeTime(instant: string, now: string, zone: string, locale?: string): string {
  const format = findFormat(zone, { hour: 'numeric', minute: '2-digit' }, locale);
  const clock = format.format(Date.parse(instant));
  const day = describeDay(instant, now, zone, locale);
  return /^(today|tomorrow|yesterday)$/.test(day) ? `${clock} ${day}` : `${day} ${clock}`;
}

/** The chip: "31 h left", "5 h late", "Answered". */
export function describeMark(mark: Mark, now: string, zone: string, locale?: string): Description {
  const told = mark.awayTold ? ' · away, told' : '';
  switch (mark.state) {
    case 'late':
      return {
        shape: 'triangle',
        text: `${describeSpan(hoursBetween(mark.due ?? now, now))} late${told}`,
        tone: 'late',
      };
    case 'missed':
      return { shape: 'triangle', text: mark.settledAt ? 'Answered late' : 'Missed', tone: 'late' };
    case 'open': {
      const hours = mark.due ? hoursBetween(now, mark.due) : Number.POSITIVE_INFINITY;
      const near = hours <= NEAR_HOURS;
      const text = mark.due ? `${describeSpan(Math.max(0, hours))} left` : 'Open';
      return { shape: near ? 'clock' : 'none', text: text + told, tone: near ? 'soon' : 'far' };
    }
    case 'met':
      return { shape: 'tick', text: mark.settledAt ? 'Answered' : 'No reply needed', tone: 'met' };
    case 'cannot-tell':
      return { shape: 'question', text: 'Can’t tell', tone: 'unknown' };
    case 'your-turn':
      return { shape: 'none', text: `Your turn · no limit${told}`, tone: 'far' };
    case 'waiting':
      return { shape: 'arrow', text: 'Waiting', tone: 'waiting' };
    case 'still-on':
      return { shape: 'clock', text: 'Still on?', tone: 'soon' };
    case 'booked':
      return {
        shape: 'arrow',
        text: `Booked ${mark.due ? describeDay(mark.due, now, zone, locale) : ''}`.trim(),
        tone: 'waiting',
      };
  }
}

/** The sentence above an open thread. */
export function describeLine(mark: Mark, now: string, zone: string, locale?: string): string {
  const at = (instant: string | undefined) => (instant ? describeTime(instant, now, zone, locale) : '');
  const told = mark.awayTold ? '; they were told that you are away' : '';
  switch (mark.state) {
    case 'late':
      return `Your turn since ${at(mark.since)}, answer was due ${at(mark.due)}${told}`;
    case 'open':
      return `Your turn since ${at(mark.since)}, answer by ${at(mark.due)}${told}`;
    case 'your-turn':
      return `Your turn since ${at(mark.since)}; this programme names no limit${told}`;
    case 'waiting':
      return `Waiting for an answer since ${at(mark.since)}`;
    case 'met':
      if (mark.seems) return `No reply needed, it seems: ${closings[mark.seems] ?? 'a closing word'}`;
      return mark.settledAt ? `Answered ${at(mark.settledAt)}, in time` : 'No reply needed';
    case 'missed':
      return mark.settledAt ? `Answered ${at(mark.settledAt)}, after it was due ${at(mark.due)}` : 'Not answered';
    case 'cannot-tell':
      return mark.doubt?.code === 'newer-message'
        ? `A newer message of ${at(mark.doubt.at)} was not read yet`
        : 'Waymark cannot tell whose turn it is';
    case 'still-on':
      return 'The automatic reply may still be on';
    case 'booked':
      return `Booked for ${at(mark.due)}`;
  }
}
