// A click on a notification opens what it speaks of, found again in the ledger: nothing of it was kept in memory.
import { composeOverview } from '../../features/deadlines/compose-overview.ts';
import { refreshDerived } from '../../features/deadlines/read-derived.ts';
import { parseNotificationId } from '../../features/reminders/compose.ts';
import type { Extension } from './extension.ts';
import type { ReconcileDeps } from './reconcile.ts';

export async function openClicked(deps: ReconcileDeps, notification: string): Promise<void> {
  const { extension } = deps;
  const url = await findUrl(deps, parseNotificationId(notification));
  if (url) await extension.tabs.create({ url });
  else await openOverview(deps);
  await extension.notifications.clear(notification);
}

async function findUrl(deps: ReconcileDeps, key: string | null): Promise<string | null> {
  if (key === null) return null;
  const ledger = await deps.open();
  const small = await ledger.readSmall();
  const at = deps.now();
  const derived = await refreshDerived(ledger, small, at);
  const item = composeOverview(small, derived, at, deps.linksOf(small)).items.find((each) => each.key === key);
  return item && 'url' in item.action ? item.action.url : null;
}

/** The popup opens only over a browser window; without one the dashboard shows the same. */
async function openOverview({ extension }: ReconcileDeps): Promise<void> {
  const url = extension.runtime.getURL('/dashboard.html');
  await extension.action.openPopup().catch(() => extension.tabs.create({ url }));
}

/** Once, when Waymark was just installed: what it is and how to begin. */
export async function openFirstRun({ runtime, tabs }: Extension): Promise<void> {
  await tabs.create({ url: runtime.getURL('/dashboard.html#welcome') });
}
