// One step of reading a calendar: one request, then one transaction that writes the events together with the place to go
// on from. Stopped before it, nothing was done; stopped after it, nothing is done twice.
import { AccountProblem } from '../../accounts/account.ts';
import type { Account, Calendar } from '../../domain/meeting/calendar.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { Settings } from '../../domain/settings.ts';
import { latest } from '../../domain/time/instants.ts';
import { type Companion, type EventChanges, LedgerError } from '../../ledger/ledger.ts';
import type { CalendarsDeps } from './deps.ts';
import { planCalendars } from './list-calendars.ts';
import { getProvider, type Sessions, withSession } from './open-session.ts';
import { planCursor, planPage } from './plan-page.ts';
import type { Due } from './plan-sync.ts';
import { concernsAccount, planProblem } from './problems.ts';
import { planWindow } from './window.ts';

/** What the steps of one slice share. */
export interface Slice {
  sessions: Sessions;
  relationships: readonly Relationship[];
  settings: Settings | undefined;
}

/** Resolves to the run's next step, or null where none is known to follow. */
export async function takeStep(deps: CalendarsDeps, due: Due, slice: Slice): Promise<Due | null> {
  const ledger = await deps.open();
  try {
    const { changes, next } = due.calendar
      ? await readPage(deps, due, due.calendar, slice)
      : await listCalendars(deps, due, slice);
    const counts = await ledger.applyEvents({ ...changes, given: givenOf(due) });
    return counts && next;
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    if (!(error instanceof AccountProblem)) deps.report(error);
    await ledger.applyEvents({ with: planFailure(due, error, deps.now()), given: givenOf(due) });
    return null;
  }
}

interface Taken {
  changes: EventChanges;
  next: Due | null;
}

/** An account that was disconnected, or a calendar that was changed, while it was asked gets nothing of the answer. */
function givenOf({ account, calendar }: Due): NonNullable<EventChanges['given']> {
  return [{ list: 'accounts', put: account }, ...(calendar ? [{ list: 'calendars' as const, put: calendar }] : [])];
}

async function listCalendars(deps: CalendarsDeps, { account }: Due, { sessions }: Slice): Promise<Taken> {
  const listed = await withSession(deps, account, sessions, (session) => session.listCalendars());
  if (listed.length === 0) throw new AccountProblem('not-shared', 'the account has no calendar to read');
  const puts = planCalendars(account, listed, []).map((put): Companion => ({ list: 'calendars', put }));
  return { changes: { with: [...puts, ...clear(account)] }, next: null };
}

async function readPage(deps: CalendarsDeps, due: Due, calendar: Calendar, slice: Slice): Promise<Taken> {
  const { account } = due;
  const { source } = getProvider(deps, account);
  const begun = deps.now();
  const cursor = planCursor(calendar.cursor, planWindow(slice.relationships, begun), begun);
  const { from, to } = cursor;
  const wanted = { calendar: calendar.calendar, cursor, from, to, zone: slice.settings?.zone ?? deps.zone };
  const page = await withSession(deps, account, slice.sessions, (session) => session.readPage(wanted));
  if (!page.done && page.cursor.page === cursor.page) throw new AccountProblem('failed', 'the same page again');
  // A clock that was set back must not make what is there look older than the run.
  const now = latest([deps.now(), cursor.fullSince])!;
  const read = planPage({ source, calendar, cursor, page, now });
  const cleared = clear(account);
  return {
    changes: { ...read.events, with: [{ list: 'calendars', put: read.calendar }, ...cleared] },
    next: page.done || cleared.length > 0 ? null : { ...due, calendar: read.calendar },
  };
}

function clear(account: Account): Companion[] {
  const { problem, ...rest } = account;
  return problem ? [{ list: 'accounts', put: rest }] : [];
}

function planFailure({ account, calendar }: Due, error: unknown, now: string): Companion[] {
  const isExpired = error instanceof AccountProblem && error.code === 'expired-cursor';
  // A cursor of changes that ran out is nobody's failure: the calendar is read in full again.
  if (calendar?.cursor?.changes && isExpired) return [{ list: 'calendars', put: begunAgain(calendar) }];
  const ofCalendar = planProblem(calendar?.problem, error, now);
  if (!calendar || concernsAccount(ofCalendar)) {
    return [{ list: 'accounts', put: { ...account, problem: planProblem(account.problem, error, now) } }];
  }
  const again = isExpired ? begunAgain(calendar) : calendar;
  return [{ list: 'calendars', put: { ...again, problem: ofCalendar } }];
}

function begunAgain({ cursor: _cursor, ...calendar }: Calendar): Calendar {
  return calendar;
}
