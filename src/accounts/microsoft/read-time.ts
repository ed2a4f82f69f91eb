// Graph's times: local, with up to seven fraction digits, in a zone named as Windows or IANA names it, or not at all.
import { findZone } from '../../domain/time/zone-names.ts';
import type { GraphTime } from './wire.ts';

/** The zones in which a time may be meant, the first that is known being taken. */
export type ZoneNames = readonly (string | null | undefined)[];

/** The instant in whole seconds, or null. A time that the clocks skipped is taken as RFC 5545, 3.3.5 has it: later. */
export function readInstant({ dateTime, timeZone }: GraphTime, others: ZoneNames): string | null {
  if (!dateTime) return null;
  try {
    if (/(Z|[+-]\d\d:?\d\d)$/i.test(dateTime)) return toSeconds(Temporal.Instant.from(dateTime));
    const zone = firstZone([timeZone, ...others]);
    return zone ? toSeconds(Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).toInstant()) : null;
  } catch {
    return null;
  }
}

/** The date of an all-day event: midnight as it is written, whatever zone stands beside it. */
export function readDate({ dateTime }: GraphTime): string | null {
  try {
    return dateTime ? Temporal.PlainDateTime.from(dateTime.replace(/Z$/i, '')).toPlainDate().toString() : null;
  } catch {
    return null;
  }
}

/** The date that an instant has in the first zone known. */
export function readDateOf(instant: string, zones: ZoneNames): string | null {
  try {
    return Temporal.Instant.from(instant)
      .toZonedDateTimeISO(firstZone(zones) ?? 'UTC')
      .toPlainDate()
      .toString();
  } catch {
    return null;
  }
}

function firstZone(names: ZoneNames): string | undefined {
  for (const name of names) {
    // Asked for UTC, Graph gives nothing else: not looked up each time.
    const zone = name === 'UTC' ? name : name ? findZone(name) : undefined;
    if (zone) return zone;
  }
  return undefined;
}

const toSeconds = (instant: Temporal.Instant): string =>
  instant.round({ smallestUnit: 'second', roundingMode: 'trunc' }).toString();
