// The card of one event, opened over the page: only described by other projects. It names no id, so it is the one event
// on the page whose subject and times it shows.
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { CalendarReadOptions } from '../calendar-site.ts';
import { readPage } from './events.ts';

export function readOpenEvent(document: Document, options: CalendarReadOptions): CalendarEvent | null {
  const card = document.querySelector('[data-app-section=CalendarItemPeek]');
  const text = (card?.textContent ?? '').replace(/\s+/g, ' ');
  if (!card || !text || card.closest('[hidden],[aria-hidden=true]')) return null;
  const fitting = readPage(document, options).events.filter(
    ({ event, tile }) => text.includes(event.title) && tile.label.written.every((time) => text.includes(hours(time))),
  );
  return fitting.length === 1 ? fitting[0]!.event : null;
}

/** The card leaves out what both times share: "9:00 – 9:30 AM". */
const hours = (time: string) => /\d\d?:\d\d/.exec(time)?.[0] ?? time;
