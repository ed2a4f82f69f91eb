// Reading connected calendars, in slices that end before a worker does. What a slice leaves undone stands in the records.
import type { CalendarsDeps } from './deps.ts';
import { type Due, findDue, findNext, type SyncFacts } from './plan-sync.ts';
import { runSteps, SLICE } from './run-steps.ts';
import { calendarSessions, type Slice, takeStep } from './sync-step.ts';

/** When there is next something to read; undefined when there is nothing until somebody acts. */
export async function findNextSync(deps: Pick<CalendarsDeps, 'open' | 'now'>): Promise<string | undefined> {
  return findNext(await readFacts(deps), deps.now());
}

/** Takes steps for so many seconds or until nothing is due; resolves to when there is next something to read. */
export async function syncSlice(deps: CalendarsDeps, seconds = SLICE): Promise<string | undefined> {
  const end = Date.parse(deps.now()) + seconds * 1000;
  const ledger = await deps.open();
  const [relationships, settings] = await Promise.all([
    ledger.getAll('relationships'),
    ledger.get('settings', 'settings'),
  ]);
  const slice: Slice = { end, sessions: calendarSessions(), relationships, settings };
  await runSteps<Due>({
    isTime: (due) => Date.parse(deps.now()) < end || (due !== null && slice.ahead?.of === due.calendar),
    find: async () => findDue(await readFacts(deps), deps.now()),
    take: (due) => takeStep(deps, due, slice),
  });
  return findNextSync(deps);
}

async function readFacts({ open }: Pick<CalendarsDeps, 'open'>): Promise<SyncFacts> {
  const ledger = await open();
  const [accounts, calendars] = await Promise.all([ledger.getAll('accounts'), ledger.getAll('calendars')]);
  return { accounts, calendars };
}
