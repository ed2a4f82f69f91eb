// What the calendars of a vendor really hold, to compare with what was stored of them.
import { googleInstanceId, graphEventId } from './semester/calendar/ids.ts';
import type { CalendarBook } from './server/calendars.ts';

export interface TrueEvent {
  /** As the vendor's API knows it. */
  id: string;
  title: string;
  start: string;
  end: string;
}

/** Everything in one calendar that is not cancelled, between two instants, by its id. */
export function tellTruth(book: CalendarBook, calendar: string, from: string, to: string): TrueEvent[] {
  const idOf = book.vendor === 'google' ? googleInstanceId : graphEventId;
  return book
    .instances(calendar, from, to)
    .filter(({ cancelled }) => !cancelled)
    .map((instance) => ({ id: idOf(instance), title: instance.title, start: instance.start, end: instance.end }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
