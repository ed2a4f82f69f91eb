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

const SYNC_EVERY_MINUTES = 15;
const always = '0000-01-01T00:00:00Z';

/** The step to take now, or null. A run that was begun goes first. */
export function findDue(facts: SyncFacts, now: string): Due | null {
  const due = plan(facts).filter(({ at }) => compareInstants(at, now) <= 0);
  return due.find(({ calendar }) => calendar?.cursor?.page) ?? due.toSorted(byTime)[0] ?? null;
}

/** The instant at which something is to be read; undefined when nothing will be until somebody acts. */
export function findNext(facts: SyncFacts, now: string): string | undefined {
  const first = earliest(plan(facts).map(({ at }) => at));
  return first && latest([first, now]);
}

function plan({ accounts, calendars }: SyncFacts): Due[] {
  return accounts.flatMap((account) => {
    const own = calendars.filter((calendar) => calendar.account === account.id);
    if (own.length === 0) return dueWhen(account, null, [always, ...freeAt(account.problem)]);
    return own.flatMap((calendar) =>
      calendar.chosen
        ? dueWhen(account, calendar, [readAt(calendar), ...freeAt(account.problem), ...freeAt(calendar.problem)])
        : [],
    );
  });
}

function dueWhen(account: Account, calendar: Calendar | null, times: (string | null)[]): Due[] {
  const known = times.filter((time) => time !== null);
  return known.length < times.length ? [] : [{ account, calendar, at: latest(known)! }];
}

function readAt({ cursor, askedAt, syncedAt }: Calendar): string {
  if (!cursor || cursor.page || askedAt || !syncedAt) return always;
  return addMinutes(syncedAt, SYNC_EVERY_MINUTES);
}

/** Null when only the person can end the problem. */
function freeAt(problem: Problem | undefined): (string | null)[] {
  return problem ? [problem.retryAt ?? null] : [];
}

function byTime(a: Due, b: Due): number {
  return compareInstants(a.at, b.at) || compareInstants(a.calendar?.syncedAt ?? always, b.calendar?.syncedAt ?? always);
}
