// One step of reading a calendar: one request, then one transaction that writes the events together with the place to go
// on from. Stopped before it, nothing was done; stopped after it, nothing is done twice.
import { AccountProblem, type EventPage } from '../../accounts/account.ts';
import type { Account, Calendar, Cursor } from '../../domain/meeting/calendar.ts';
import { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { latest } from '../../domain/time/instants.ts';
import { type Companion, type EventChanges, LedgerError, type LedgerWriter } from '../../ledger/ledger.ts';
import type { CalendarsDeps } from './deps.ts';
import { planCalendars } from './list-calendars.ts';
import { getProvider, type Sessions, withSession } from './open-session.ts';
import type { Due } from './plan-sync.ts';
import { concernsAccount, planProblem } from './problems.ts';
import { isOutgrown, planWindow, type SyncWindow } from './window.ts';

export async function takeStep(deps: CalendarsDeps, due: Due, sessions: Sessions): Promise<void> {
  const ledger = await deps.open();
  try {
    const { account, calendar } = due;
    const changes = calendar
      ? await readPage(deps, ledger, account, calendar, sessions)
      : await listCalendars(deps, account, sessions);
    await ledger.applyEvents({ ...changes, given: givenOf(due) });
  } catch (error) {
    if (error instanceof LedgerError) throw error;
    if (!(error instanceof AccountProblem)) deps.report(error);
    await ledger.applyEvents({ with: planFailure(due, error, deps.now()), given: givenOf(due) });
  }
}

/** An account that was disconnected, or a calendar that was changed, while it was asked gets nothing of the answer. */
function givenOf({ account, calendar }: Due): NonNullable<EventChanges['given']> {
  return [{ list: 'accounts', put: account }, ...(calendar ? [{ list: 'calendars' as const, put: calendar }] : [])];
}

async function listCalendars(deps: CalendarsDeps, account: Account, sessions: Sessions): Promise<EventChanges> {
  const listed = await withSession(deps, account, sessions, (session) => session.listCalendars());
  if (listed.length === 0) throw new AccountProblem('not-shared', 'the account has no calendar to read');
  const puts = planCalendars(account, listed, []).map((put): Companion => ({ list: 'calendars', put }));
  return { with: [...puts, ...cleared(account)] };
}

async function readPage(
  deps: CalendarsDeps,
  ledger: LedgerWriter,
  account: Account,
  calendar: Calendar,
  sessions: Sessions,
): Promise<EventChanges> {
  const [relationships, settings] = await Promise.all([
    ledger.getAll('relationships'),
    ledger.get('settings', 'settings'),
  ]);
  const now = deps.now();
  const cursor = planCursor(calendar.cursor, planWindow(relationships, now), now);
  const { from, to } = cursor;
  const wanted = { calendar: calendar.calendar, cursor, from, to, zone: settings?.zone ?? deps.zone };
  const page = await withSession(deps, account, sessions, (session) => session.readPage(wanted));
  if (!page.done && page.cursor.page === cursor.page) throw new AccountProblem('failed', 'the same page again');
  const { source } = getProvider(deps, account);
  return planPage({ source, account, calendar, cursor, page, now: latest([deps.now(), cursor.fullSince])! });
}

type Begun = Cursor & SyncWindow;

/** Where to go on: in a run that was begun, with what changed since the last one, or in full. */
function planCursor(cursor: Cursor | undefined, wanted: SyncWindow, now: string): Begun {
  const { from, to } = cursor ?? {};
  const isUnderWay = cursor?.page !== undefined;
  const isKnown = cursor?.changes !== undefined && !isOutgrown(cursor, wanted, now);
  if (from && to && (isUnderWay || isKnown)) return { ...cursor, from, to };
  return { ...wanted, fullSince: now };
}

interface Read {
  source: string;
  account: Account;
  calendar: Calendar;
  cursor: Begun;
  page: EventPage;
  now: string;
}

function planPage({ source, account, calendar, cursor, page, now }: Read): EventChanges {
  const { from, to, fullSince } = cursor;
  const place = { source, calendar: calendar.id };
  const { problem: _problem, askedAt, ...rest } = calendar;
  const { fullSince: _since, ...next } = { ...page.cursor, from, to };
  const put: Calendar = {
    ...rest,
    cursor: fullSince && !page.done ? { ...next, fullSince } : next,
    ...(page.done ? { syncedAt: now } : askedAt && { askedAt }),
  };
  const own = calendar.primary && { own: true };
  const events = page.put.map((event) => ({ ...event, seenIn: [{ ...place, id: event.id, at: now, ...own }] }));
  return {
    put: events.filter((event) => CalendarEvent.safeParse(event).success),
    gone: page.gone.map((id) => ({ ...place, id })),
    ...(page.done && fullSince && { goneBefore: [{ ...place, at: fullSince, from, to }] }),
    with: [{ list: 'calendars', put }, ...cleared(account)],
  };
}

function cleared(account: Account): Companion[] {
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
