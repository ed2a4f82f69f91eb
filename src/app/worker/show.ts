// What the browser shows of the ledger outside of pages: the badge and notifications.
import type { Badge } from '../../features/reminders/badge.ts';
import { type Notification, parseNotificationId } from '../../features/reminders/compose.ts';
import type { Extension } from './extension.ts';

export async function showBadge({ action }: Pick<Extension, 'action'>, badge: Badge): Promise<void> {
  await Promise.all([
    action.setBadgeText({ text: badge.text }),
    action.setBadgeBackgroundColor({ color: badge.color }),
    action.setBadgeTextColor({ color: '#ffffff' }),
    action.setTitle({ title: badge.title }),
  ]);
}

export async function showNotification(
  { notifications, runtime }: Pick<Extension, 'notifications' | 'runtime'>,
  { id, title, message }: Notification,
): Promise<void> {
  await notifications.create(id, { type: 'basic', iconUrl: runtime.getURL('/icons/128.png'), title, message });
}

/** What was settled needs no notification any more. */
export async function clearSettled({ notifications }: Pick<Extension, 'notifications'>, owed: ReadonlySet<string>) {
  const keys = Object.keys(await notifications.getAll()).map((id) => [id, parseNotificationId(id)] as const);
  const settled = keys.filter(([, key]) => key !== null && !owed.has(key));
  await Promise.all(settled.map(([id]) => notifications.clear(id)));
}
