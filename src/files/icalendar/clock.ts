// What a clock on a wall reads, and the instant at which it does. Both are counted in seconds: a wall time as if it were
// UTC, an instant from 1970. Temporal says what a zone's offset is and how long it holds; in between it is arithmetic,
// for a file may hold tens of thousands of times.

export interface Clock {
  /** The instant at which the clock reads this. Skipped by a change: read by the clock before it; twice: the first (as Temporal's `compatible`). */
  toInstant: (wall: number) => number;
}

export const utcClock: Clock = { toInstant: (wall) => wall };

interface Stretch {
  /** Instants between which the offset holds. */
  from: number;
  to: number;
  offset: number;
}

/** No offset is longer, so this far from a change no clock is near it. */
const DAY = 86_400;

/** The clock of an IANA zone. */
export function makeZoneClock(zone: string): Clock {
  const known: Stretch[] = [];
  let last: Stretch | undefined;
  const isInside = (stretch: Stretch, wall: number) =>
    wall - stretch.offset > stretch.from + DAY && wall - stretch.offset < stretch.to - DAY;
  return {
    toInstant: (wall) => {
      if (last === undefined || !isInside(last, wall)) last = known.find((stretch) => isInside(stretch, wall));
      if (last !== undefined) return wall - last.offset;
      const zoned = plain(wall).toZonedDateTime(zone);
      known.push(findStretch(zoned));
      return Math.floor(zoned.epochMilliseconds / 1000);
    },
  };
}

function plain(wall: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
}

function findStretch(zoned: Temporal.ZonedDateTime): Stretch {
  const seconds = (change: Temporal.ZonedDateTime | null, none: number) =>
    change === null ? none : change.epochMilliseconds / 1000;
  return {
    // What changes at this very instant is a change before it.
    from: seconds(zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous'), -Infinity),
    to: seconds(zoned.getTimeZoneTransition('next'), Infinity),
    offset: zoned.offsetNanoseconds / 1e9,
  };
}

/** A change of a clock: at this instant, from one offset to another. */
export interface Change {
  at: number;
  before: number;
  after: number;
}

/** A clock with these changes, sorted by instant. */
export function makeChangingClock(changes: readonly Change[]): Clock {
  return {
    toInstant: (wall) => {
      const change = findLast(changes, (each) => wall - each.before >= each.at);
      if (change === undefined) return wall - (changes[0]?.before ?? 0);
      const skipped = wall - change.after < change.at;
      return wall - (skipped ? change.before : change.after);
    },
  };
}

function findLast(changes: readonly Change[], has: (change: Change) => boolean): Change | undefined {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (has(changes[middle]!)) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}
