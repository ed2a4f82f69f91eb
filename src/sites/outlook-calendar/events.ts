// The events of a page, each as its label tells it and as nothing else on the page contradicts.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { CalendarReadOptions } from '../calendar-site.ts';
import { type EventLabel, readStatus } from './event-label.ts';
import { type Frame, isInZone, isShown, readFrame } from './frame.ts';
import { readOwner } from './owner.ts';
import { findTiles, type Tile } from './tiles.ts';

export interface PageEvents {
  /** With the tile each came from: the first, where an event has several. */
  events: { event: CalendarEvent; tile: Tile }[];
  disagreements: Record<string, number>;
}

export function readPage(document: Document, { zone }: CalendarReadOptions): PageEvents {
  const { tiles, disagreements } = findTiles(document);
  const frame = readFrame(document);
  const calendar = readOwner(document) ?? '';
  const count = (fact: string) => {
    disagreements[fact] = (disagreements[fact] ?? 0) + 1;
  };
  const read = tiles.flatMap((tile) => {
    const refused = findRefusal(tile.label, frame, zone);
    if (refused) count(refused);
    const times = refused ? null : readTimes(tile.label, zone);
    return times ? [{ tile, event: compose(tile, calendar, times) }] : [];
  });
  const groups = [...Map.groupBy(read, ({ event }) => event.id).values()];
  const events = groups.flatMap((group) => {
    const [first] = group;
    if (group.every(({ event }) => JSON.stringify(event) === JSON.stringify(first!.event))) return [first!];
    count('id');
    return [];
  });
  return { events, disagreements };
}

/** A weekday that is not the date's is passed over only in a fragment, which shows no days to check the date against. */
function findRefusal(
  { times, first, last, onWeekdays }: EventLabel,
  frame: Frame,
  zone: string,
): 'day' | 'zone' | undefined {
  if (!isShown(frame, first, last) || (frame.from && !onWeekdays)) return 'day';
  return times && !isInZone(frame, zone) ? 'zone' : undefined;
}

type Times = Pick<CalendarEvent, 'start' | 'end' | 'allDay'>;

// A local time that does not exist, or exists twice, on a day the clocks change is refused.
function readTimes({ times, first, last }: EventLabel, zone: string): Times | null {
  if (!times) return { start: `${first}`, end: `${last.add({ days: 1 })}`, allDay: true };
  const [start, end] = [
    first.toPlainDateTime().add({ minutes: times.start }),
    last.toPlainDateTime().add({ minutes: times.end }),
  ];
  if (Temporal.PlainDateTime.compare(start, end) > 0) return null;
  try {
    const [from, to] = [start, end].map((time) => time.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant());
    return { start: `${from}`, end: `${to}`, allDay: false };
  } catch {
    return null;
  }
}

function compose({ id, label }: Tile, calendar: string, times: Times): CalendarEvent {
  return {
    id,
    calendar,
    title: label.title,
    ...times,
    attendees: [],
    ...readStatus(label),
    ...(label.location && { location: label.location }),
  };
}
