// Which stretch of a calendar is read: from where mentoring began to half a year ahead.
import type { Cursor } from '../../domain/meeting/calendar.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { compareInstants, earliest, latest } from '../../domain/time/instants.ts';
import { startOf } from '../../domain/time/windows.ts';

export interface SyncWindow {
  from: string;
  to: string;
}

const MONTHS_AHEAD = 6;
/** What was read must reach at least so far ahead, else it is read anew. */
const LEAST_MONTHS_AHEAD = 3;
const MONTHS_BACK = 6;
const MOST_MONTHS_BACK = 18;

export function planWindow(relationships: readonly Pick<Relationship, 'start' | 'zone'>[], now: string): SyncWindow {
  const starts = relationships.map(({ start, zone }) => startOf(start, zone));
  const begin = starts.length > 0 ? earliest([...starts, now])! : move(now, -MONTHS_BACK);
  return { from: latest([begin, move(now, -MOST_MONTHS_BACK)])!, to: move(now, MONTHS_AHEAD) };
}

/** Whether what was read in full is no longer enough: its end came near, or mentoring began before it. */
export function isOutgrown({ from, to }: Cursor, wanted: SyncWindow, now: string): boolean {
  if (from === undefined || to === undefined) return true;
  return compareInstants(wanted.from, from) < 0 || compareInstants(to, move(now, LEAST_MONTHS_AHEAD)) < 0;
}

/** Months later in UTC, at midnight: windows of one day are alike. */
function move(now: string, months: number): string {
  const date = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').toPlainDate().add({ months });
  return date.toZonedDateTime('UTC').toInstant().toString();
}
