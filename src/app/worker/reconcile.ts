// Brings everything that rests on the ledger into line with it: cached verdicts, reminders, badge, alarms, open pages.
// Doing it twice does nothing more, so it is done after every write and at every start.
import type { Ledger } from '../../domain/ledger.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { earliest } from '../../domain/time/instants.ts';
import type { Derived } from '../../domain/verdict/derive.ts';
import { composeOverview } from '../../features/deadlines/compose-overview.ts';
import type { Links } from '../../features/deadlines/links.ts';
import type { Overview } from '../../features/deadlines/overview.ts';
import { refreshDerived } from '../../features/deadlines/read-derived.ts';
import { planBadge } from '../../features/reminders/badge.ts';
import { composeNotification, type Notification } from '../../features/reminders/compose.ts';
import { findOwed } from '../../features/reminders/owed.ts';
import { planReminders, type Told } from '../../features/reminders/plan.ts';
import type { LedgerWriter } from '../../ledger/ledger.ts';
import { setAlarms } from './alarms.ts';
import type { Extension } from './extension.ts';
import { clearSettled, showBadge, showNotification } from './show.ts';

export interface ReconcileDeps {
  extension: Extension;
  open(): Promise<LedgerWriter>;
  now(): string;
  /** The zone of this computer, until the mentor has set one. */
  zone: string;
  linksOf(small: Ledger): Links;
  report(error: unknown): void;
}

/** Resolves to whether what pages show of it became other than when they were last told. */
export async function reconcile(deps: ReconcileDeps): Promise<boolean> {
  const { now } = deps;
  const ledger = await deps.open();
  const at = now();
  const small = await ledger.readSmall();
  const derived = await refreshDerived(ledger, small, at);
  const overview = composeOverview(small, derived, at, deps.linksOf(small));
  const owed = findOwed(overview).map(({ key, mark }) => ({ key, due: mark.due }));
  const settings = small.settings[0] ?? defaultSettings(deps.zone);
  const plan = planReminders({ owed, reminders: small.reminders, settings, now: at });
  // Noted before it is shown: what dies in between is said once too few, never once too many.
  await ledger.apply(plan.puts.map((put) => ({ list: 'reminders', put })));
  const notification = composeNotification(tellingsOf(plan.tell, overview), { now: at, zone: overview.zone });
  await show(deps, overview, notification, earliest([overview.next, plan.next]));
  return ledger.takeNote('pages', await digest(derived.map(essence)));
}

function tellingsOf(tell: readonly Told[], { items }: Overview) {
  return tell.flatMap(({ key, kind }) => {
    const item = items.find((each) => each.key === key);
    return item ? [{ kind, item }] : [];
  });
}

/** One that fails does not keep the others from being done. */
async function show(
  { extension, report }: ReconcileDeps,
  overview: Overview,
  notification: Notification | null,
  next: string | undefined,
): Promise<void> {
  const done = await Promise.allSettled([
    setAlarms(extension, next),
    showBadge(extension, planBadge(overview)),
    clearSettled(extension, new Set(findOwed(overview).map((item) => item.key))),
    notification && showNotification(extension, notification),
  ]);
  for (const each of done) if (each.status === 'rejected') report(each.reason);
}

/** What pages show of it; when it was derived and last seen makes no difference to them. */
function essence({ relationship, verdicts, threads, mentees }: Derived): unknown {
  return { relationship, verdicts: verdicts.map(({ asOf: _, ...verdict }) => verdict), threads, mentees };
}

async function digest(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}
