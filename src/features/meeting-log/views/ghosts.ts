// The rows of the meetings to log: suggestions, planned entries whose time has come, and entries from which the calendar
// differs.
import type { CalendarEvent, Meeting } from '../../../domain/meeting/meeting.ts';
import type { Suggestion } from '../../../domain/meeting/suggest.ts';
import { draftFromSuggestion } from '../compose-draft.ts';
import type { ToLog } from '../read-to-log.ts';
import { composeOthers, composeShortSpan } from './words.ts';

interface GhostWords {
  key: string;
  /** Who. */
  title: string;
  /** When and how long. */
  when: string;
  /** Why it is here. */
  reason: string;
  /** What it would become, or is. */
  meeting: Meeting;
}

export type Ghost = GhostWords &
  ({ kind: 'suggestion'; suggestion: Suggestion } | { kind: 'planned' } | { kind: 'differs'; event: CalendarEvent });

export function planGhosts({ ledger, suggestions, planned, differing, now }: ToLog, zone: string): Ghost[] {
  const describe = (key: string, meeting: Meeting, reason: string): GhostWords => ({
    key,
    title: composeOthers({ ledger }, meeting),
    when: composeShortSpan(meeting, now, zone),
    reason,
    meeting,
  });
  return [
    ...suggestions.map((suggestion): Ghost => {
      const meeting = draftFromSuggestion(suggestion, ledger, now);
      const title = suggestion.event.title.trim();
      const reason = title === '' ? suggestion.reason : `“${title}” · ${suggestion.reason}`;
      return { ...describe(`log ${suggestion.event.id}`, meeting, reason), kind: 'suggestion', suggestion };
    }),
    ...planned.map((meeting): Ghost => {
      return { ...describe(`planned ${meeting.id}`, meeting, 'Planned in the log for this time'), kind: 'planned' };
    }),
    ...differing.map(({ meeting, event }): Ghost => {
      const reason = event.status === 'cancelled' ? 'The event was cancelled since' : 'The event has another time now';
      return { ...describe(`differs ${meeting.id}`, meeting, `Calendar differs · ${reason}`), kind: 'differs', event };
    }),
  ];
}

/** The entry of one key: held as planned. */
export const composeHeld = ({ meeting }: Ghost): Meeting => ({ ...meeting, outcome: 'held' });
