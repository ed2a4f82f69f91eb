// The events of a page: timed and all-day ones, each told by two ways that agree.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { CalendarReadOptions } from '../calendar-site.ts';
import { readAllDay } from './all-day.ts';
import { type Chip, findChips } from './chips.ts';
import { findColumns } from './days.ts';
import { readTimed } from './timed.ts';
import { isInZone } from './zone.ts';

export interface PageEvents {
  events: CalendarEvent[];
  disagreements: Record<string, number>;
}

export function readPage(document: Document, { zone }: CalendarReadOptions): PageEvents {
  const { chips, disagreements } = findChips(document);
  const columns = findColumns(document);
  const language = document.documentElement?.lang ?? '';
  const timed = readTimed(chips, columns, language);
  const allDay = readAllDay(chips, columns, language);
  const isHere = isInZone(document, timed.events, zone);
  const timedEvents = isHere ? timed.events.flatMap((event) => compose(event.chip, toInstants(event, zone))) : [];
  const events = [
    ...timedEvents,
    ...allDay.events.flatMap(({ chip, start, end }) =>
      compose(chip, { start: `${start}`, end: `${end}`, allDay: true }),
    ),
  ];
  const all = {
    ...disagreements,
    ...timed.disagreements,
    day: (timed.disagreements.day ?? 0) + allDay.disagreements,
    zone: isHere ? 0 : timed.events.length,
  };
  return { events, disagreements: Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0)) };
}

type Times = Pick<CalendarEvent, 'start' | 'end' | 'allDay'>;

// A local time that does not exist, or exists twice, on a day the clocks change is refused.
function toInstants(
  { start, end }: { start: Temporal.PlainDateTime; end: Temporal.PlainDateTime },
  zone: string,
): Times | null {
  try {
    const [from, to] = [start, end].map((time) => time.toZonedDateTime(zone, { disambiguation: 'reject' }).toInstant());
    return { start: `${from}`, end: `${to}`, allDay: false };
  } catch {
    return null;
  }
}

function compose(
  { id, calendar, title, kind, series, originalStart, struck }: Chip,
  times: Times | null,
): CalendarEvent[] {
  if (!times) return [];
  return [
    {
      id,
      calendar,
      title,
      ...times,
      status: 'confirmed',
      // Google Calendar draws through what was declined.
      myResponse: struck && kind === 'default' ? 'declined' : 'none',
      attendees: [],
      ...(series !== undefined && { series }),
      ...(originalStart !== undefined && { originalStart }),
      kind,
    },
  ];
}
