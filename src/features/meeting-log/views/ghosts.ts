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
  /** Why it is here, in a few words. */
  reason: string;
  /** The same in a sentence, where there is more to say. */
  whole?: string;
  /** What it would become, or is. */
  meeting: Meeting;
}

export type Ghost = GhostWords &
  ({ kind: 'suggestion'; suggestion: Suggestion } | { kind: 'planned' } | { kind: 'differs'; event: CalendarEvent });

const shortReasons: Record<Suggestion['code'], string> = {
  attendee: 'invited',
  group: 'several invited',
  series: 'logged before',
  title: 'named in the title',
  'speed-session': 'speed session',
};

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
      const short = shortReasons[suggestion.code];
      const words = describe(`log ${suggestion.event.id}`, meeting, title === '' ? short : `“${title}”, ${short}`);
      return { ...words, whole: suggestion.reason, kind: 'suggestion', suggestion };
    }),
    ...planned.map((meeting): Ghost => {
      return { ...describe(`planned ${meeting.id}`, meeting, 'Planned in the log for this time'), kind: 'planned' };
    }),
    ...differing.map(({ meeting, event }): Ghost => {
      const reason = event.status === 'cancelled' ? 'cancelled since' : 'another time now';
      return { ...describe(`differs ${meeting.id}`, meeting, `Calendar differs: ${reason}`), kind: 'differs', event };
    }),
  ];
}

/** The entry of one key: held as planned. */
export const composeHeld = ({ meeting }: Ghost): Meeting => ({ ...meeting, outcome: 'held' });
