// A date or time of a calendar file, with the clock it is read by.
import type { Clock } from './clock.ts';

/** Seconds of a wall clock, counted as if it were UTC; of a date, its midnight. */
export interface Moment {
  wall: number;
  isDate: boolean;
  clock: Clock;
  /** True where the time says itself that it is UTC. */
  isUtc: boolean;
  /** True where neither it nor a TZID says a zone. */
  floats: boolean;
}

const pattern = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?$/i;

/** The wall time that a text names, RFC 5545 or jCal; null where it names none. */
export function parseWall(text: string): { wall: number; isDate: boolean; isUtc: boolean } | null {
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = match;
  try {
    const instant = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    return { wall: instant.epochMilliseconds / 1000, isDate: match[4] === undefined, isUtc: match[7] !== undefined };
  } catch {
    return null;
  }
}

/** The instant of a moment; of a date, the instant at which it begins by this clock. */
export function toInstant(moment: Moment, home: Clock): number {
  return (moment.isDate ? home : moment.clock).toInstant(moment.wall);
}

/** `2026-01-05T20:04:00Z`. */
export function composeInstant(seconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString();
}

/** `2026-01-05`. */
export function composeDate(wall: number): string {
  return composeInstant(wall).slice(0, -'T00:00:00Z'.length);
}
