// When connected calendars are read. The alarm stands before a slice begins, so that one which is stopped goes on.

import { addMinutes, compareInstants, latest } from '../../domain/time/instants.ts';
import type { CalendarsDeps } from '../../features/calendars/deps.ts';
import { findNextSync, syncSlice } from '../../features/calendars/sync.ts';
import type { Extension } from './extension.ts';

const NEXT_SYNC = 'calendar-sync';
/** Browsers ring no alarm sooner than that. */
const LEAST_MINUTES = 0.5;

/** One slice, where something is due. Resolves to whether something is left to do at once. */
export async function syncCalendars(extension: Pick<Extension, 'alarms'>, deps: CalendarsDeps): Promise<boolean> {
  const next = await findNextSync(deps);
  if (!isDue(next, deps)) {
    await setSyncAlarm(extension, next, deps.now());
    return false;
  }
  await setSyncAlarm(extension, deps.now(), deps.now());
  const after = await syncSlice(deps);
  await setSyncAlarm(extension, after, deps.now());
  return isDue(after, deps);
}

function isDue(next: string | undefined, { now }: CalendarsDeps): boolean {
  return next !== undefined && compareInstants(next, now()) <= 0;
}

async function setSyncAlarm({ alarms }: Pick<Extension, 'alarms'>, next: string | undefined, now: string) {
  if (next === undefined) {
    await alarms.clear(NEXT_SYNC);
    return;
  }
  const when = Date.parse(latest([next, addMinutes(now, LEAST_MINUTES)])!);
  if ((await alarms.get(NEXT_SYNC))?.scheduledTime !== when) await alarms.create(NEXT_SYNC, { when });
}
