// From one page of events to what is written of it: the events as seen in this calendar, and the place to go on from.
import type { EventPage } from '../../accounts/account.ts';
import type { Calendar, Cursor } from '../../domain/meeting/calendar.ts';
import type { EventChanges } from '../../ledger/ledger.ts';
import { isOutgrown, type SyncWindow } from './window.ts';

export type Begun = Cursor & SyncWindow;

/** Where to go on: in a run that was begun, with what changed since the last one, or in full. */
export function planCursor(cursor: Cursor | undefined, wanted: SyncWindow, now: string): Begun {
  const { from, to } = cursor ?? {};
  const isUnderWay = cursor?.page !== undefined;
  const isKnown = cursor?.changes !== undefined && !isOutgrown(cursor, wanted, now);
  if (from && to && (isUnderWay || isKnown)) return { ...cursor, from, to };
  return { ...wanted, fullSince: now };
}

interface Read {
  source: string;
  calendar: Calendar;
  cursor: Begun;
  page: EventPage;
  now: string;
}

export interface ReadPage {
  events: Pick<EventChanges, 'put' | 'gone' | 'goneBefore'>;
  /** The calendar as it then stands. */
  calendar: Calendar;
}

export function planPage({ source, calendar, cursor, page, now }: Read): ReadPage {
  const { from, to, fullSince } = cursor;
  const place = { source, calendar: calendar.id };
  const own = calendar.primary && { own: true };
  const put = page.put.map((event) => ({ ...event, seenIn: [{ ...place, id: event.id, at: now, ...own }] }));
  return {
    events: {
      put,
      gone: page.gone.map((id) => ({ ...place, id })),
      ...(page.done && fullSince && { goneBefore: [{ ...place, at: fullSince, from, to }] }),
    },
    calendar: composeCalendar(calendar, cursor, page, now),
  };
}

function composeCalendar(calendar: Calendar, { from, to, fullSince }: Begun, page: EventPage, now: string): Calendar {
  const { problem: _problem, askedAt, ...rest } = calendar;
  const { fullSince: _since, ...next } = { ...page.cursor, from, to };
  if (page.done) return { ...rest, cursor: next, syncedAt: now };
  return { ...rest, cursor: fullSince ? { ...next, fullSince } : next, ...(askedAt && { askedAt }) };
}
