// What every calendar site gives: pure readers, a document in, plain records out. Code that uses a site never asks which
// one it is.
import type { CalendarEvent } from '../domain/meeting/meeting.ts';
import type { DateOrder } from './site.ts';

export interface CalendarReadOptions {
  /** IANA zone in which the page shows its times. */
  zone: string;
  /** ISO instant at which the page is read: for dates that leave out the year. Absent, such dates are refused. */
  now?: string;
  dateOrder?: DateOrder;
}

export interface CalendarInspection {
  /** What looks like an event by a way that does not rest on the reader's own hooks. */
  found: number;
  read: number;
  /** Events refused because two ways to read the same fact disagreed, by the fact's name. */
  disagreements: Record<string, number>;
}

export interface CalendarSite {
  /** `google-calendar`, `outlook-calendar`. */
  id: string;
  /** The source's name in the ledger: `google-calendar-page`. */
  source: string;
  name: string;
  /** Match patterns of the pages it reads. */
  matches: string[];
  /** The account's address, or null where the page does not tell. */
  readOwner(document: Document): string | null;
  /** Events on screen. One of which two ways to read it disagree is left out. */
  readEvents(document: Document, options: CalendarReadOptions): CalendarEvent[];
  /** The event whose details are open, or null. */
  readOpenEvent(document: Document, options: CalendarReadOptions): CalendarEvent | null;
  inspect(document: Document, options: CalendarReadOptions): CalendarInspection;
  /** A page that opens the calendar on this date (YYYY-MM-DD). */
  dayUrl(date: string, owner: string | undefined): string;
}
