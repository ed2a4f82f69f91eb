// Instants as ISO strings in UTC: compared and moved without ever reading a clock.

/** Length of `2026-01-05T20:04:05`: up to there, instants of four-digit years are in order as text. */
const TO_SECONDS = 19;

/** Negative, zero or positive, as `a` is before, at or after `b`. */
export function compareInstants(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length === b.length) return a < b ? -1 : 1;
  const [short, long] = [a.slice(0, TO_SECONDS), b.slice(0, TO_SECONDS)];
  if (short !== long && a[4] === '-' && b[4] === '-') return short < long ? -1 : 1;
  return Temporal.Instant.compare(a, b);
}

/** The instant this many elapsed hours later, whatever clocks do in between. */
export function addHours(instant: string, hours: number): string {
  return toText(Temporal.Instant.from(instant).add({ seconds: Math.round(hours * 3600) }));
}

/**
 * `addHours`, remembering dates it has moved: in UTC a whole number of days later has the same time of day, so only the
 * date needs arithmetic. For many instants of the same few hundred days.
 */
export function makeAddHours(hours: number): (instant: string) => string {
  if (hours % 24 !== 0) return (instant) => addHours(instant, hours);
  const moved = new Map<string, string>();
  return (instant) => {
    const time = instant.indexOf('T');
    const date = instant.slice(0, time);
    let later = moved.get(date);
    if (later === undefined) {
      later = addHours(`${date}T00:00:00Z`, hours).split('T')[0]!;
      moved.set(date, later);
    }
    return later + instant.slice(time);
  };
}

export function addMinutes(instant: string, minutes: number): string {
  return addHours(instant, minutes / 60);
}

/** ISO in UTC, without a fraction where there is none. */
export function toText(instant: Temporal.Instant): string {
  return instant.toString();
}

export function earliest(instants: Iterable<string | undefined>): string | undefined {
  let first: string | undefined;
  for (const instant of instants) {
    if (instant !== undefined && (first === undefined || compareInstants(instant, first) < 0)) first = instant;
  }
  return first;
}

export function latest(instants: Iterable<string | undefined>): string | undefined {
  let last: string | undefined;
  for (const instant of instants) {
    if (instant !== undefined && (last === undefined || compareInstants(instant, last) > 0)) last = instant;
  }
  return last;
}
