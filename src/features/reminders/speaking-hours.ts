// When a reminder may be spoken: in the mentor's working hours, where they set them, and outside quiet hours. All in
// local time, so that a night with a change of clocks is as quiet as any other.
import type { Settings } from '../../domain/settings.ts';
import { compareInstants } from '../../domain/time/instants.ts';

/** From an instant on, and before another. */
export interface Stretch {
  from: string;
  to: string;
}

export interface SpeakingHours {
  /** The first instant, this one or later, at which it may be said; undefined when there is none within days. */
  next(instant: string): string | undefined;
  /** The last stretch that began before this instant, cut off there. */
  lastBefore(instant: string): Stretch | undefined;
}

/** Minutes since local midnight. */
type Minutes = [from: number, to: number];

const DAY = 1440;
/** Days searched for a stretch; a week of days off is the longest that can stand between two. */
const REACH = 8;

type Hours = Pick<Settings, 'zone' | 'quiet' | 'working'>;

export function makeSpeakingHours(settings: Hours): SpeakingHours {
  const stretchesOf = (date: Temporal.PlainDate) => speakable(settings, date).map((part) => cut(date, part, settings));
  const dateOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(settings.zone).toPlainDate();
  return {
    next(instant) {
      for (let day = 0; day <= REACH; day++) {
        const stretches = stretchesOf(dateOf(instant).add({ days: day }));
        const open = stretches.find((stretch) => compareInstants(instant, stretch.to) < 0);
        if (open) return compareInstants(instant, open.from) < 0 ? open.from : instant;
      }
      return undefined;
    },
    lastBefore(instant) {
      for (let day = 0; day <= REACH; day++) {
        const stretches = stretchesOf(dateOf(instant).subtract({ days: day }));
        const last = stretches.findLast((stretch) => compareInstants(stretch.from, instant) < 0);
        if (last) return compareInstants(instant, last.to) < 0 ? { from: last.from, to: instant } : last;
      }
      return undefined;
    },
  };
}

function speakable({ quiet, working }: Hours, date: Temporal.PlainDate): Minutes[] {
  const hours = working ? workingOn(working, date) : [[0, DAY] as Minutes];
  const silent = quiet && quiet.from !== quiet.to ? wrap(quiet.from, quiet.to) : [];
  return silent.reduce((parts, hole) => parts.flatMap((part) => without(part, hole)), hours);
}

function workingOn(working: NonNullable<Settings['working']>, date: Temporal.PlainDate): Minutes[] {
  if (!working.days.includes(date.dayOfWeek)) return [];
  return working.from === working.to ? [[0, DAY]] : wrap(working.from, working.to);
}

/** A span of the clock as parts of one day; one over midnight has a part at either end. */
function wrap(from: string, to: string): Minutes[] {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const parts: Minutes[] =
    start < end
      ? [[start, end]]
      : [
          [0, end],
          [start, DAY],
        ];
  return parts.filter(([first, last]) => first < last);
}

function without([from, to]: Minutes, [holeFrom, holeTo]: Minutes): Minutes[] {
  const parts: Minutes[] = [
    [from, Math.min(to, holeFrom)],
    [Math.max(from, holeTo), to],
  ];
  return parts.filter(([first, last]) => first < last);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

function cut(date: Temporal.PlainDate, [from, to]: Minutes, { zone }: Hours): Stretch {
  return { from: instantAt(date, from, zone), to: instantAt(date, to, zone) };
}

function instantAt(date: Temporal.PlainDate, minutes: number, zone: string): string {
  const day = minutes >= DAY ? date.add({ days: 1 }) : date;
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 });
  return day.toZonedDateTime({ timeZone: zone, plainTime }).toInstant().toString();
}
