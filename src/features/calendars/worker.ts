// The worker's side of the calendar calls. Every handler starts from storage and answers after the commit.
import type { Account, Calendar } from '../../domain/meeting/calendar.ts';
import type { Change, Companion, LedgerWriter } from '../../ledger/ledger.ts';
import type { Handlers } from '../../messages/contract.ts';
import { CallFailure } from '../../messages/failure.ts';
import { connect, disconnect, everythingOf } from './connect.ts';
import type { calendars } from './contract.ts';
import type { CalendarsDeps } from './deps.ts';
import { askAgain, retryNow } from './problems.ts';
import { planSight } from './take-sight.ts';

export interface CalendarsHandlerDeps extends CalendarsDeps {
  /** Asks for a slice, and waits for nothing. */
  requestSync(): void;
}

export function calendarsHandlers<Context>(deps: CalendarsHandlerDeps): Handlers<typeof calendars, Context> {
  return {
    async 'account.connect'({ provider: name, account }) {
      const provider = deps.providers.find((each) => each.provider === name);
      if (!provider) return { done: false, code: 'not-configured' };
      const known = account === undefined ? undefined : await (await deps.open()).get('accounts', account);
      const outcome = await connect(deps, provider, known);
      if (outcome.done) deps.requestSync();
      return outcome;
    },
    async 'account.disconnect'({ account: id, events }) {
      const account = await (await deps.open()).get('accounts', id);
      if (!account) throw new CallFailure('not-found', 'account');
      return { revoked: await disconnect(deps, account, events) };
    },
    async 'calendar.choose'({ calendar: id, chosen }) {
      const ledger = await deps.open();
      const calendar = await ledger.get('calendars', id);
      if (!calendar) throw new CallFailure('not-found', 'calendar');
      if (calendar.chosen !== chosen) await choose(deps, ledger, calendar, chosen);
      if (chosen) deps.requestSync();
      return null;
    },
    async 'calendar.sync'({ account }) {
      const ledger = await deps.open();
      const isAsked = (id: string) => account === undefined || id === account;
      const accounts = (await ledger.getAll('accounts')).filter(({ id }) => isAsked(id));
      const chosen = (await ledger.getAll('calendars')).filter((each) => each.chosen && isAsked(each.account));
      await ledger.apply(planAsked(accounts, chosen, deps.now()));
      deps.requestSync();
      return null;
    },
    async 'calendar.saw'(sight) {
      const ledger = await deps.open();
      const [people, relationships, accounts, suspects] = await Promise.all([
        ledger.getAll('people'),
        ledger.getAll('relationships'),
        ledger.getAll('accounts'),
        ledger.getAll('suspects'),
      ]);
      const plan = planSight(sight, { people, relationships, accounts, suspects });
      const asked = plan.suspects.map((put): Companion => ({ list: 'suspects', put }));
      if (plan.put.length + asked.length > 0) await ledger.applyEvents({ put: plan.put, with: asked });
      return null;
    },
    async 'calendar.import'({ name, events }) {
      const at = deps.now();
      const put = events.map((event) => ({
        ...event,
        seenIn: [{ source: 'ics-file', calendar: name, id: event.id, at }],
      }));
      const counts = await (await deps.open()).applyEvents({ put });
      return { added: counts?.added ?? 0, changed: counts?.changed ?? 0, same: counts?.same ?? 0 };
    },
  };
}

/** A calendar that is no longer read is forgotten with what was read of it. */
async function choose(deps: CalendarsDeps, ledger: LedgerWriter, calendar: Calendar, chosen: boolean): Promise<void> {
  const { cursor: _cursor, syncedAt: _syncedAt, askedAt: _askedAt, problem: _problem, ...rest } = calendar;
  const provider = deps.providers.find((each) => each.provider === calendar.provider);
  await ledger.applyEvents({
    goneBefore: !chosen && provider ? [everythingOf(provider, calendar)] : [],
    with: [{ list: 'calendars', put: { ...rest, chosen } }],
  });
}

/** Everything is due now, and what may be tried again is. */
function planAsked(accounts: readonly Account[], chosen: readonly Calendar[], now: string): Change[] {
  return [
    ...planRetries(accounts, now),
    ...chosen.map((calendar): Change => ({ list: 'calendars', put: askAgain(calendar, now) })),
  ];
}

/** What may be tried again is. */
export function planRetries(accounts: readonly Account[], now: string): Change[] {
  return accounts.flatMap((account): Change[] =>
    account.problem ? [{ list: 'accounts', put: { ...account, problem: retryNow(account.problem, now) } }] : [],
  );
}
