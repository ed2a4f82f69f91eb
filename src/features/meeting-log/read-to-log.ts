// What is there to log: suggestions of the last weeks, planned entries whose time has come, and entries whose calendar
// event has changed.
import type { Ledger } from '../../domain/ledger.ts';
import type { CalendarEvent, Meeting } from '../../domain/meeting/meeting.ts';
import { type Suggestion, suggestMeetings } from '../../domain/meeting/suggest.ts';
import { addHours, addMinutes, compareInstants } from '../../domain/time/instants.ts';
import type { LedgerReader } from '../../ledger/ledger.ts';
import { findDifference, findEvent } from './differs.ts';

export interface ToLog {
  now: string;
  /** All but messages, events and attachments: what the forms stand on. */
  ledger: Ledger;
  suggestions: Suggestion[];
  /** Planned entries that were to have taken place by now. */
  planned: Meeting[];
  differing: { meeting: Meeting; event: CalendarEvent }[];
}

const DAYS_BACK = 60;
/** How far ahead an event may have been moved. */
const DAYS_AHEAD = 60;

export async function readToLog(reader: Pick<LedgerReader, 'readSmall' | 'readEvents'>, now: string): Promise<ToLog> {
  const window = { from: addHours(now, -24 * DAYS_BACK), to: addHours(now, 24 * DAYS_AHEAD) };
  const [ledger, events] = await Promise.all([reader.readSmall(), reader.readEvents(window)]);
  return composeToLog(ledger, events, now);
}

export function composeToLog(ledger: Ledger, events: readonly CalendarEvent[], now: string): ToLog {
  const isOver = ({ start, minutes }: Meeting) => compareInstants(addMinutes(start, minutes), now) <= 0;
  const open = ledger.meetings.filter(({ outcome }) => outcome === 'planned');
  const planned = new Set(open.map(({ event }) => event));
  const past = events.filter(({ start }) => compareInstants(start, now) <= 0);
  return {
    now,
    ledger,
    suggestions: suggestMeetings(past, ledger, now).filter(({ event }) => !planned.has(event.id)),
    planned: open.filter(isOver),
    differing: ledger.meetings.flatMap((meeting) => {
      if (meeting.outcome === 'planned') return [];
      const event = findEvent(meeting, events);
      return event && findDifference(meeting, event) ? [{ meeting, event }] : [];
    }),
  };
}
