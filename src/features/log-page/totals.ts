// What the entries that are shown come to. Only what was held counts; preparation is summed apart (PROGRAMMES M3).
import type { LogRow } from './rows.ts';

export interface Totals {
  entries: number;
  /** Meetings held. */
  held: number;
  /** Minutes of those. */
  minutes: number;
  /** Minutes of preparation, of whatever came of it. */
  preparation: number;
  cancelled: number;
  missed: number;
}

export function sumRows(rows: readonly LogRow[]): Totals {
  const totals: Totals = { entries: rows.length, held: 0, minutes: 0, preparation: 0, cancelled: 0, missed: 0 };
  for (const { meeting } of rows) {
    totals.preparation += meeting.preparationMinutes ?? 0;
    if (meeting.outcome === 'held') {
      totals.held += 1;
      totals.minutes += meeting.minutes;
    } else if (meeting.outcome === 'cancelled') totals.cancelled += 1;
    else if (meeting.outcome === 'no-show') totals.missed += 1;
  }
  return totals;
}
