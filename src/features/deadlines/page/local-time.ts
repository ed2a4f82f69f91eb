// A time as a form field holds it, in the mentor's zone, and back.
export function composeLocalTime(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** Null when the field holds no time. */
export function parseLocalTime(text: string, zone: string): string | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return null;
  }
}
