// A short way to write events down: by days from today and a local time.
import type { Address } from '../../../../src/domain/record.ts';
import { me } from '../cast.ts';
import type { Member } from '../types.ts';
import type { Guest, Response, StandinEvent, Vendor } from './types.ts';

export interface Written extends Partial<Omit<StandinEvent, 'key' | 'title' | 'start' | 'end'>> {
  minutes?: number;
  /** All-day events: how many days; 1 when absent. */
  days?: number;
}

export interface Book {
  events: StandinEvent[];
  /** `at` is a local time `17:00`, or `all-day`. Gives the event back, with `start` filled in. */
  write(key: string, title: string, day: number, at: string, more?: Written): StandinEvent;
  /** The instant of a local time so many days from today. */
  instant(day: number, at: string): string;
  date(day: number): string;
  /** ISO weekday of today, 1 is Monday. */
  weekday: number;
  zone: string;
}

export function openBook(now: string, zone: string): Book {
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate();
  const events: StandinEvent[] = [];
  const date = (day: number) => today.add({ days: day }).toString();
  const instant = (day: number, at: string) =>
    today
      .add({ days: day })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(at) })
      .toInstant()
      .toString();
  const write: Book['write'] = (key, title, day, at, more = {}) => {
    const { minutes = 60, days = 1, vendor = 'google', ...rest } = more;
    const allDay = at === 'all-day';
    const start = allDay ? date(day) : instant(day, at);
    const end = allDay ? date(day + days) : Temporal.Instant.from(start).add({ minutes }).toString();
    const event = { ...plain(vendor, zone), key, title, start, end, allDay, ...rest };
    events.push(event);
    return event;
  };
  return { events, write, instant, date, weekday: today.dayOfWeek, zone };
}

function plain(vendor: Vendor, zone: string) {
  const email = vendor === 'google' ? me.emails[0]! : me.emails[1]!;
  return {
    vendor,
    calendar: 'primary',
    zone,
    organizer: { name: me.name, email },
    guests: [] as Guest[],
    response: 'accepted' as Response,
    busy: true,
    kind: 'default' as const,
    status: 'confirmed' as const,
  };
}

export function guest(member: Pick<Member, 'name' | 'emails'>, response: Response = 'accepted'): Guest {
  return { name: member.name, email: member.emails[0]!, response };
}

export const addressOf = (member: Pick<Member, 'name' | 'emails'>): Address => ({
  name: member.name,
  email: member.emails[0]!,
});
