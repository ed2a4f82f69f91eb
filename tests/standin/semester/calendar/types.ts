// What the calendars of the stand-in web hold. APIs and pages are made from it; the extension never sees it.
import type { Address } from '../../../../src/domain/record.ts';

export type Vendor = 'google' | 'microsoft';
export type Response = 'accepted' | 'declined' | 'tentative' | 'none';

export interface Guest extends Address {
  response: Response;
}

/** How one occurrence of a series differs from the others. */
export interface Exception {
  cancelled?: true;
  start?: string;
  end?: string;
  title?: string;
  location?: string;
  /** The owner's own answer to this occurrence. */
  response?: Response;
}

export interface StandinEvent {
  /** The name by which tests call it; unique within a vendor. */
  key: string;
  vendor: Vendor;
  /** Key of the calendar it stands in. */
  calendar: string;
  title: string;
  /** Instants; of an all-day event dates, `end` exclusive. Of a series, its first occurrence. */
  start: string;
  end: string;
  allDay: boolean;
  /** IANA zone in which a series repeats. */
  zone: string;
  organizer: Address;
  guests: Guest[];
  /** The owner's own answer. */
  response: Response;
  location?: string;
  busy: boolean;
  kind: 'default' | 'out-of-office' | 'focus' | 'working-location';
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** RFC 5545 RRULE without DTSTART: `FREQ=WEEKLY;INTERVAL=2`. */
  rule?: string;
  /** Further occurrences (RDATE), instants. */
  added?: string[];
  /** By the original start of the occurrence. */
  exceptions?: Record<string, Exception>;
  /** RFC 5545 UID where another system made the event, so that both accounts name it alike. */
  uid?: string;
  /** What was mentored there: read by the ledger, by no API and no page. */
  mentoring?: Mentoring;
}

export interface Mentoring {
  /** Relationship id. */
  relationship: string;
  /** Person ids of the mentees who came. */
  mentees: string[];
  /** Occurrences, by their original starts, that nobody has logged; `all` for a single event. */
  unlogged?: string[] | 'all';
}

export interface StandinCalendar {
  key: string;
  vendor: Vendor;
  name: string;
  primary?: true;
  /** A colour as the pages show it. */
  colour: string;
  /** False where somebody else owns it. */
  own: boolean;
}

/** A task: on Google's page among the events, and in no calendar API. */
export interface StandinTask {
  key: string;
  title: string;
  date: string;
}

export interface StandinCalendars {
  zone: string;
  calendars: StandinCalendar[];
  events: StandinEvent[];
  tasks: StandinTask[];
}

/** One event, or one occurrence of a series, as calendars show it. */
export interface Instance {
  event: StandinEvent;
  /** Set for occurrences: the start that the series planned. */
  original?: string;
  start: string;
  end: string;
  title: string;
  location?: string;
  response: Response;
  cancelled: boolean;
  /** True for an occurrence that differs from its series. */
  differs: boolean;
}
