// Whether the page shows its times in the zone we take it to. Google Calendar has a zone of its own in its settings.

import { findMain } from './days.ts';
import type { TimedEvent } from './timed.ts';

/**
 * False when the page says otherwise: by the offset written above the hours ("GMT+01"), or by its recurring events, whose
 * ids hold the instant they were planned for. One that was moved differs by itself; two that differ by the same do not.
 */
export function isInZone(document: Document, events: TimedEvent[], zone: string): boolean {
  const offsets = readOffsets(document);
  // In a week in which the clocks change one of two offsets is written.
  const isWritten = events.some(({ start }) => offsets.includes(offsetOf(start, zone)));
  if (offsets.length > 0 && events.length > 0 && !isWritten) return false;
  const shifts = events.flatMap(({ chip, start }) => {
    const planned = chip.originalStart;
    return planned?.endsWith('Z') ? [shiftOf(start, planned, zone)] : [];
  });
  if (shifts.includes(0)) return true;
  return new Set(shifts).size === shifts.length;
}

const shiftOf = (start: Temporal.PlainDateTime, planned: string, zone: string) =>
  start.toZonedDateTime(zone).epochMilliseconds - Temporal.Instant.from(planned).epochMilliseconds;

const offsetOf = (start: Temporal.PlainDateTime, zone: string) =>
  start.toZonedDateTime(zone).offsetNanoseconds / 60_000_000_000;

/** In minutes. A second zone may be shown beside the first. */
function readOffsets(document: Document): number[] {
  const leaves = [...findMain(document).querySelectorAll('*')].filter((one) => one.childElementCount === 0);
  return leaves.flatMap((leaf) => {
    const [, sign, hours, minutes] = /^(?:GMT|UTC)(?:([+\-\u2212])(\d\d?)(?::?(\d\d))?)?$/.exec(
      leaf.textContent?.trim() ?? '',
    ) ?? ['', '', ''];
    if (sign === '') return [];
    return [(sign === '+' || sign === undefined ? 1 : -1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0))];
  });
}
