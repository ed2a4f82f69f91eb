// One step of reading a calendar: one request, then one transaction that writes the events together with the place to go
// on from. Stopped before it, nothing was done; stopped after it, nothing is done twice.
import { AccountProblem, type CalendarSession, type EventPage } from '../../accounts/account.ts';
import type { Account, Calendar } from '../../domain/meeting/calendar.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { Settings } from '../../domain/settings.ts';
import { latest } from '../../domain/time/instants.ts';
import { type Companion, type EventChanges, LedgerError } from '../../ledger/ledger.ts';
import type { CalendarsDeps } from './deps.ts';
import { planCalendars } from './list-calendars.ts';
import { getProvider, type Sessions, withSession } from './open-session.ts';
import { type Begun, planCursor, planPage } from './plan-page.ts';
import type { Due } from './plan-sync.ts';
import { concernsAccount, planProblem } from './problems.ts';
import { planWindow } from './window.ts';

/** What the steps of one slice share. */
export interface Slice {
  /** In ms: from then on nothing more is begun. */
  end: number;
  sessions: Sessions<CalendarSession>;
  /** The answer to the next step, asked for while the last one is being written. */
  ahead?: { of: Calendar; answer: Promise<EventPage> };
  relationships: readonly Relationship[];
  settings: Settings | undefined;
}

export function calendarSessions(): Sessions<CalendarSession> {
  return { known: new Map(), needed: () => [], open: (provider, given) => provider.open(given) };
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
  const begun = deps.now();
  const cursor = planCursor(calendar.cursor, planWindow(slice.relationships, begun), begun);
  const isAsked = slice.ahead?.of === calendar;
  const page = await (isAsked ? slice.ahead!.answer : ask(deps, account, calendar, cursor, slice));
  if (!page.done && page.cursor.page === cursor.page) throw new AccountProblem('failed', 'the same page again');
  // A clock that was set back must not make what is there look older than the run.
  const now = latest([deps.now(), cursor.fullSince])!;
  const read = planPage({ source: getProvider(deps, account).source, calendar, cursor, page, now });
  const cleared = clear(account);
  const changes = { ...read.events, with: [{ list: 'calendars' as const, put: read.calendar }, ...cleared] };
  if (page.done || cleared.length > 0) return { changes, next: null };
  if (Date.parse(now) < slice.end) askAhead(deps, account, read.calendar, slice);
  return { changes, next: { ...due, calendar: read.calendar } };
}

function ask(deps: CalendarsDeps, account: Account, { calendar }: Calendar, cursor: Begun, slice: Slice) {
  const { from, to } = cursor;
  const wanted = { calendar, cursor, from, to, zone: slice.settings?.zone ?? deps.zone };
  return withSession(deps, account, slice.sessions, (session) => session.readPage(wanted));
}

/** The network and the store need not wait for each other. */
function askAhead(deps: CalendarsDeps, account: Account, calendar: Calendar, slice: Slice): void {
  const answer = ask(deps, account, calendar, calendar.cursor as Begun, slice);
  // Whoever takes the next step hears of a failure.
  answer.catch(() => {});
  slice.ahead = { of: calendar, answer };
}

/** What helped one calendar or mailbox of it may help all. */
export function clear(account: Account): Extract<Companion, { list: 'accounts' }>[] {
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
