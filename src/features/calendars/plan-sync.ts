// What is to be read next, and when: pure, from the records alone, so that a worker that starts anew goes on where the one
// before it was stopped.
import type { Account, Calendar } from '../../domain/meeting/calendar.ts';
import { addMinutes, compareInstants, earliest, latest } from '../../domain/time/instants.ts';
import type { Problem } from './problems.ts';

export interface SyncFacts {
  accounts: readonly Account[];
  calendars: readonly Calendar[];
}

/** A page of a calendar, or the list of an account's calendars, which nobody has read yet. */
export interface Due {
  account: Account;
  calendar: Calendar | null;
  at: string;
}

/** A calendar, or a folder of mail. */
export type Readable = Pick<Calendar, 'cursor' | 'askedAt' | 'syncedAt' | 'problem'>;

export const SYNC_EVERY_MINUTES = 15;
const always = '0000-01-01T00:00:00Z';

/** The step to take now, or null. */
export function findDue(facts: SyncFacts, now: string): Due | null {
  return chooseDue(plan(facts), now, ({ calendar }) => calendar);
}

/** What is due now, and of that what was begun, or else what is due longest. */
export function chooseDue<D extends { at: string }>(
  plan: readonly D[],
  now: string,
  of: (due: D) => Readable | null,
): D | null {
  const due = plan.filter(({ at }) => compareInstants(at, now) <= 0);
  const readAt = (each: D) => of(each)?.syncedAt ?? always;
  const byTime = (a: D, b: D) => compareInstants(a.at, b.at) || compareInstants(readAt(a), readAt(b));
  return due.find((each) => of(each)?.cursor?.page) ?? due.toSorted(byTime)[0] ?? null;
}

/** The instant at which something is to be read; undefined when nothing will be until somebody acts. */
export function findNext(facts: SyncFacts, now: string): string | undefined {
  return firstOf(plan(facts), now);
}

export function firstOf(plan: readonly { at: string }[], now: string): string | undefined {
  const first = earliest(plan.map(({ at }) => at));
  return first && latest([first, now]);
}

function plan({ accounts, calendars }: SyncFacts): Due[] {
  return accounts.flatMap((account) => {
    const own = calendars.filter((calendar) => calendar.account === account.id);
    const wanted = own.length === 0 ? [null] : own.filter(({ chosen }) => chosen);
    return wanted.flatMap((calendar) => {
      const at = readableAt(account, calendar);
      return at === null ? [] : [{ account, calendar, at }];
    });
  });
}

/** Null while a problem lasts that only the person can end. */
export function readableAt(account: Account, each: Readable | null, isOutgrown = false): string | null {
  const wanted = each && !isOutgrown ? readAt(each) : always;
  const times = [wanted, ...freeAt(account.problem), ...freeAt(each?.problem)];
  const known = times.filter((time) => time !== null);
  return known.length < times.length ? null : latest(known)!;
}

function readAt({ cursor, askedAt, syncedAt }: Readable): string {
  if (!cursor || cursor.page || askedAt || !syncedAt) return always;
  return addMinutes(syncedAt, SYNC_EVERY_MINUTES);
}

/** Null when only the person can end the problem. */
function freeAt(problem: Problem | undefined): (string | null)[] {
  return problem ? [problem.retryAt ?? null] : [];
}
