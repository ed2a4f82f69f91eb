// What both calendar pages share: their days, their events, and where an event stands among others. Runs in the pages.
import type { PageCalendars, PageEvent } from '../server/calendar-data.ts';
import { load, readConfig } from './dom.ts';

export type { PageCalendars, PageEvent };

interface Config {
  account: { id: string; address: { name?: string; email: string } };
  look: { theme: string; locale: string };
  zone: string;
}

export const config = readConfig<Config>();
export const { zone } = config;
export const owner = config.account.address;
export const { locale } = config.look;

export type Day = Temporal.PlainDate;

export const today = (): Day => Temporal.Now.zonedDateTimeISO(zone).toPlainDate();

/** Weeks begin on Sunday, as in Canada. */
export const firstOfWeek = (day: Day): Day => day.subtract({ days: day.dayOfWeek % 7 });

export const daysFrom = (first: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, n) => first.add({ days: n }));

/** `/…/day/2026/3/9` at the end of a path. */
export function dayOfPath(path: string): Day | undefined {
  const [, year, month, day] = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\/?$/.exec(path) ?? [];
  return day ? Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }) : undefined;
}

export function loadCalendars(first: Day, days: number): Promise<PageCalendars> {
  const instant = (day: Day) => day.toZonedDateTime(zone).toInstant().toString();
  return load<PageCalendars>('calendar', {
    account: config.account.id,
    from: instant(first),
    to: instant(first.add({ days })),
  });
}

export const local = (instant: string): Temporal.PlainDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();

/** First and last day, both inclusive. */
export function daysOf(event: PageEvent): [Day, Day] {
  if (event.allDay)
    return [Temporal.PlainDate.from(event.start), Temporal.PlainDate.from(event.end).subtract({ days: 1 })];
  const end = local(event.end);
  const atMidnight = end.hour === 0 && end.minute === 0;
  return [local(event.start).toPlainDate(), atMidnight ? end.toPlainDate().subtract({ days: 1 }) : end.toPlainDate()];
}

/** All-day events, and timed ones of a day or more, stand above the hours. */
export function isAbove(event: PageEvent): boolean {
  return (
    event.allDay || Temporal.Instant.from(event.start).until(Temporal.Instant.from(event.end)).total('hours') >= 24
  );
}

export interface Placed {
  event: PageEvent;
  /** Minutes of this day; 0 and 1440 where it goes on beyond it. */
  from: number;
  to: number;
  /** Side by side with how many others, and as which of them. */
  lane: number;
  lanes: number;
}

/** The timed events of a day, side by side where they overlap. */
export function placeDay(events: readonly PageEvent[], day: Day): Placed[] {
  const placed = events
    .filter((event) => !isAbove(event))
    .flatMap((event) => {
      const [start, end] = [minuteOf(local(event.start), day), minuteOf(local(event.end), day)];
      return start < 1440 && end > 0
        ? [{ event, from: Math.max(0, start), to: Math.min(1440, end), lane: 0, lanes: 1 }]
        : [];
    })
    .sort((a, b) => a.from - b.from || b.to - a.to);
  for (const group of overlapping(placed)) {
    const ends: number[] = [];
    for (const each of group) {
      const free = ends.findIndex((end) => end <= each.from);
      each.lane = free < 0 ? ends.length : free;
      ends[each.lane] = each.to;
    }
    for (const each of group) each.lanes = ends.length;
  }
  return placed;
}

const minuteOf = (time: Temporal.PlainDateTime, day: Day) =>
  day.toPlainDateTime().until(time, { largestUnit: 'minutes' }).minutes;

function overlapping(placed: Placed[]): Placed[][] {
  const groups: Placed[][] = [];
  let end = -1;
  for (const each of placed) {
    if (each.from >= end) groups.push([]);
    groups.at(-1)!.push(each);
    end = Math.max(end, each.to);
  }
  return groups;
}
