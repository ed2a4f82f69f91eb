// Alarms are a cache of the ledger: one for the instant at which something next changes by itself, one heartbeat beside
// it for what a browser forgot.
import type { Extension } from './extension.ts';

const NEXT = 'next-change';
const HEARTBEAT = 'heartbeat';
const HEARTBEAT_MINUTES = 30;

/** Sets exactly one alarm for `next`, an instant; none when nothing changes by itself. */
export async function setAlarms({ alarms }: Pick<Extension, 'alarms'>, next: string | undefined): Promise<void> {
  if (!(await alarms.get(HEARTBEAT))) await alarms.create(HEARTBEAT, { periodInMinutes: HEARTBEAT_MINUTES });
  const when = next === undefined ? undefined : Date.parse(next);
  const known = (await alarms.get(NEXT))?.scheduledTime;
  if (when === known) return;
  if (when === undefined) await alarms.clear(NEXT);
  else await alarms.create(NEXT, { when });
}
