// Reading connected calendars, in slices that end before a worker does. What a slice leaves undone stands in the records.
import type { CalendarsDeps } from './deps.ts';
import { type Due, findDue, findNext, type SyncFacts } from './plan-sync.ts';
import { type Slice, takeStep } from './sync-step.ts';

/** Seconds after which a slice begins no further step; a step may take as long as an answer is waited for. */
const SLICE = 15;

/** When there is next something to read; undefined when there is nothing until somebody acts. */
export async function findNextSync(deps: Pick<CalendarsDeps, 'open' | 'now'>): Promise<string | undefined> {
  return findNext(await readFacts(deps), deps.now());
}

/** Takes steps until its time is up or nothing is due; resolves to when there is next something to read. */
export async function syncSlice(deps: CalendarsDeps): Promise<string | undefined> {
  const end = Date.parse(deps.now()) + SLICE * 1000;
  const ledger = await deps.open();
  const [relationships, settings] = await Promise.all([
    ledger.getAll('relationships'),
    ledger.get('settings', 'settings'),
  ]);
  const slice: Slice = { end, sessions: new Map(), relationships, settings };
  let due: Due | null = null;
  // What was asked for already is still taken.
  while (Date.parse(deps.now()) < end || (due && slice.ahead?.of === due.calendar)) {
    due ??= findDue(await readFacts(deps), deps.now());
    if (!due) break;
    due = await takeStep(deps, due, slice);
  }
  return findNextSync(deps);
}

async function readFacts({ open }: Pick<CalendarsDeps, 'open'>): Promise<SyncFacts> {
  const ledger = await open();
  const [accounts, calendars] = await Promise.all([ledger.getAll('accounts'), ledger.getAll('calendars')]);
  return { accounts, calendars };
}
