// Entries whose calendar event is no longer as it was when the entry was made (N10).
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { findDifference } from '../meeting-log/differs.ts';
import type { LogRow } from './rows.ts';

/** Events by every id they are known by. */
export function indexEvents(events: readonly CalendarEvent[]): ReadonlyMap<string, CalendarEvent> {
  const byId = new Map<string, CalendarEvent>();
  for (const event of events) for (const seen of event.seenIn ?? []) byId.set(seen.id, event);
  for (const event of events) byId.set(event.id, event);
  return byId;
}

/** Ids of entries. An event that is not known proves nothing: its calendar may have been disconnected. */
export function findDiffering(rows: readonly LogRow[], events: ReadonlyMap<string, CalendarEvent>): Set<string> {
  const differing = rows.filter(
    ({ meeting }) => meeting.event !== undefined && findDifference(meeting, events.get(meeting.event)),
  );
  return new Set(differing.map(({ id }) => id));
}

const MARGIN_DAYS = 60;
const AHEAD_DAYS = 366;

/** The stretch in which events are looked for: around the entries that came from one, and what is booked ahead. */
export function eventWindow(rows: readonly LogRow[], now: string): { from: string; to: string } {
  const first = rows.findLast(({ meeting }) => meeting.event !== undefined)?.meeting.start ?? now;
  const shift = (instant: string, days: number) =>
    Temporal.Instant.from(instant)
      .add({ hours: 24 * days })
      .toString();
  return { from: shift(first < now ? first : now, -MARGIN_DAYS), to: shift(now, AHEAD_DAYS) };
}
