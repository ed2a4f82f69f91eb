// Where an absence stands at an instant: to come, running, over.
import type { Ledger } from '../ledger.ts';
import { compareInstants } from '../time/instants.ts';
import { compareDates, startOf } from '../time/windows.ts';
import type { Away } from './away.ts';
import { findTold } from './done.ts';

export type AwayPhase = 'coming' | 'now' | 'over';

/** `today` is a date in the mentor's zone. Away counts as running until the day of the return. */
export function phaseOf(away: Away, today: string): AwayPhase {
  if (compareDates(today, away.from) < 0) return 'coming';
  return compareDates(today, away.returns) < 0 ? 'now' : 'over';
}

/** For so many days after it an absence is something to come back from. */
const COMING_BACK_DAYS = 14;

/** Absences the mentor has just come back from, the newest first. */
export function findReturns({ away }: Pick<Ledger, 'away'>, today: string): Away[] {
  const oldest = Temporal.PlainDate.from(today).subtract({ days: COMING_BACK_DAYS }).toString();
  return away
    .filter((each) => phaseOf(each, today) === 'over' && compareDates(each.returns, oldest) >= 0)
    .toSorted((a, b) => compareDates(b.returns, a.returns));
}

/**
 * Whether a mentee who waits since `since` was told of an absence in that time: notice given, which moves no deadline
 * (PROGRAMMES, section 1.9, note 3).
 */
export function makeWasTold({ away, notices, relationships }: Pick<Ledger, 'away' | 'notices' | 'relationships'>) {
  const told = new Map(away.map((each) => [each.id, findTold(each, notices)]));
  return (relationship: string, mentee: string, since: string, now: string): boolean => {
    const zone = relationships.find(({ id }) => id === relationship)?.zone;
    if (!zone) return false;
    return away.some(
      (each) =>
        each.relationships.includes(relationship) &&
        told.get(each.id)?.has(mentee) &&
        compareInstants(startOf(each.from, zone), now) <= 0 &&
        compareInstants(since, startOf(each.returns, zone)) < 0,
    );
  };
}

/**
 * Whether the automatic message may still be on after the return. One that an account was told the end of goes off by
 * itself, unless the mentor came back before that.
 */
export function mayStillBeOn(away: Away, today: string): boolean {
  if (!away.autoMessage || away.replyOffAt || phaseOf(away, today) !== 'over') return false;
  const open = (away.replies ?? []).filter(({ restoredAt }) => !restoredAt);
  if (away.replies?.length) return open.length > 0 && compareDates(today, away.plannedReturns ?? away.returns) < 0;
  return true;
}
