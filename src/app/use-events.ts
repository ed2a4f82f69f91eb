// Calendar events around now, read again when the ledger changes.
import { useEffect, useState } from 'preact/hooks';
import type { Ledger } from '../domain/ledger.ts';
import { addHours } from '../domain/time/instants.ts';
import type { PageDeps } from './page-deps.ts';

const DAYS_BACK = 60;
const DAYS_AHEAD = 400;

/** Null until they were read. `small` is read anew whenever something changed. */
export function useEvents(deps: PageDeps, small: Ledger, now: string): Ledger['events'] | null {
  const [events, setEvents] = useState<Ledger['events'] | null>(null);
  useEffect(() => {
    const window = { from: addHours(now, -24 * DAYS_BACK), to: addHours(now, 24 * DAYS_AHEAD) };
    deps.readEvents(window).then(setEvents, () => setEvents([]));
  }, [deps, small]);
  return events;
}
