// What waits after an absence (USERS N7): mentee threads oldest first, their deadlines as they always were, meetings that
// fell inside and were not logged, and an automatic reply that may still be on.
import type { Away } from '../../domain/away/away.ts';
import { findReturns, mayStillBeOn } from '../../domain/away/now.ts';
import { isInside } from '../../domain/away/plan.ts';
import type { Ledger } from '../../domain/ledger.ts';
import { type Booked, readBookings } from '../../domain/meeting/booked.ts';
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { dateOf, startOf } from '../../domain/time/windows.ts';
import type { Overview, OverviewItem } from '../deadlines/overview.ts';

export interface ComingBack {
  away: Away;
  /** Mails and texts of mentees that came before the return and wait, oldest first. */
  waiting: OverviewItem[];
  missed: { relationship: string; meeting: Booked }[];
  replyOn: boolean;
}

/** The newest absence from which something waits; null when there is none. */
export function composeComingBack(
  small: Ledger,
  events: readonly CalendarEvent[],
  overview: Pick<Overview, 'items' | 'now' | 'zone'>,
): ComingBack | null {
  const today = dateOf(overview.now, overview.zone);
  for (const away of findReturns(small, today)) {
    const back = {
      away,
      waiting: findWaiting(away, overview),
      missed: findMissed(small, events, away, overview.now),
      replyOn: mayStillBeOn(away, today),
    };
    if (back.waiting.length > 0 || back.missed.length > 0 || back.replyOn) return back;
  }
  return null;
}

const isWait = ({ rule, mark }: OverviewItem) =>
  (rule === 'reply-email' || rule === 'reply-text' || rule === 'turn') &&
  (mark.state === 'late' || mark.state === 'open' || mark.state === 'your-turn');

function findWaiting(away: Away, { items, zone }: Pick<Overview, 'items' | 'zone'>): OverviewItem[] {
  const returned = startOf(away.returns, zone);
  const sinceOf = ({ mark }: OverviewItem) => mark.since ?? returned;
  return items
    .filter((item) => away.relationships.includes(item.relationship) && isWait(item))
    .filter((item) => compareInstants(sinceOf(item), returned) < 0)
    .toSorted((a, b) => compareInstants(sinceOf(a), sinceOf(b)));
}

/** What was booked inside and of which nothing was said since. */
function findMissed(small: Ledger, events: readonly CalendarEvent[], away: Away, now: string): ComingBack['missed'] {
  const bonds = small.relationships.filter(({ id }) => away.relationships.includes(id));
  return bonds.flatMap((bond) =>
    readBookings(small, events, bond.id, startOf(away.from, bond.zone))
      .filter(({ start, end }) => isInside(start, away, bond.zone) && compareInstants(end, now) <= 0)
      .map((meeting) => ({ relationship: bond.id, meeting })),
  );
}
