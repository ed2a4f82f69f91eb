// Instants as ISO strings in UTC: compared and moved without ever reading a clock.

/** Negative, zero or positive, as `a` is before, at or after `b`. */
export function compareInstants(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length === b.length) return a < b ? -1 : 1;
  return Temporal.Instant.compare(a, b);
}

/** The instant this many elapsed hours later, whatever clocks do in between. */
export function addHours(instant: string, hours: number): string {
  return toText(Temporal.Instant.from(instant).add({ seconds: Math.round(hours * 3600) }));
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
