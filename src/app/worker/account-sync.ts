// When connected accounts are read, their mail and their calendars. The alarm stands before a slice begins, so that one
// which is stopped goes on.
import { addMinutes, compareInstants, earliest, latest } from '../../domain/time/instants.ts';
import { SLICE } from '../../features/calendars/run-steps.ts';
import type { Extension } from './extension.ts';

const NEXT_SYNC = 'calendar-sync';
/** Browsers ring no alarm sooner than that. */
const LEAST_MINUTES = 0.5;

/** What is read in slices. */
export interface Reader {
  findNext(): Promise<string | undefined>;
  /** Takes so many seconds at most; resolves to when there is next something to read. */
  readSlice(seconds: number): Promise<string | undefined>;
}

/**
 * One slice, of all that is due, the first of the readers first: each has its share of the time, and what one leaves goes
 * to the next. Resolves to whether something is left to do at once.
 */
export async function syncAccounts(
  extension: Pick<Extension, 'alarms'>,
  readers: readonly Reader[],
  now: () => string,
): Promise<boolean> {
  const due = await findDue(readers, now);
  if (due.length > 0) await setSyncAlarm(extension, now(), now());
  const end = Date.parse(now()) + SLICE * 1000;
  for (const [index, reader] of due.entries()) {
    const seconds = (end - Date.parse(now())) / 1000;
    if (seconds > 0) await reader.readSlice(seconds / (due.length - index));
  }
  const next = earliest(await Promise.all(readers.map((reader) => reader.findNext())));
  await setSyncAlarm(extension, next, now());
  return due.length > 0 && isDue(next, now());
}

async function findDue(readers: readonly Reader[], now: () => string): Promise<Reader[]> {
  const nexts = await Promise.all(readers.map((reader) => reader.findNext()));
  // Read after them: what is due at once is due at the second in which its reader looked.
  const at = now();
  return readers.filter((_reader, index) => isDue(nexts[index], at));
}

function isDue(next: string | undefined, now: string): boolean {
  return next !== undefined && compareInstants(next, now) <= 0;
}

async function setSyncAlarm({ alarms }: Pick<Extension, 'alarms'>, next: string | undefined, now: string) {
  if (next === undefined) {
    await alarms.clear(NEXT_SYNC);
    return;
  }
  const when = Date.parse(latest([next, addMinutes(now, LEAST_MINUTES)])!);
  if ((await alarms.get(NEXT_SYNC))?.scheduledTime !== when) await alarms.create(NEXT_SYNC, { when });
}
