// What the log learns after its table stands: whether signatures and their scans hold, and what the calendars say now.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Ledger } from '../../domain/ledger.ts';
import { type Finding, verifyChain } from '../../domain/meeting/chain.ts';
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import { verifyScans } from '../../domain/meeting/verify-scans.ts';
import { addHours } from '../../domain/time/instants.ts';
import { eventWindow, findDiffering, indexEvents } from '../../features/log-page/differs.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import { composeToLog, type ToLog } from '../../features/meeting-log/read-to-log.ts';
import type { PageDeps } from '../page-deps.ts';

/** The table comes first: checking thousands of signatures waits until it stands. */
const AFTER_TABLE = 200;

/** Undefined until it is known. A scan that can't be read now is not spoken of. */
export function useChain(
  { readAttachment }: PageDeps,
  { meetings, amendments, withdrawals }: Ledger,
): readonly Finding[] | undefined {
  const [findings, setFindings] = useState<readonly Finding[]>();
  useEffect(() => {
    let isOld = false;
    const verify = async () => {
      const chain = await verifyChain({ meetings, amendments, withdrawals });
      if (isOld) return;
      setFindings(chain);
      const scans = await verifyScans(meetings, readAttachment).catch(() => []);
      if (!isOld && scans.length > 0) setFindings([...chain, ...scans]);
    };
    const timer = setTimeout(() => void verify(), AFTER_TABLE);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [meetings, amendments, withdrawals]);
  return findings;
}

export interface Calendars {
  events: readonly CalendarEvent[];
  byId: ReadonlyMap<string, CalendarEvent>;
  /** Ids of the entries whose event is no longer as it was. */
  differing: ReadonlySet<string>;
  /** False until the events were read. */
  isRead: boolean;
}

/** Events around the log and ahead of it. A calendar that can't be read leaves the log as it is. */
export function useDiffering(deps: PageDeps, rows: readonly LogRow[]): Calendars {
  const [events, setEvents] = useState<readonly CalendarEvent[] | null>(null);
  const { from, to } = eventWindow(rows, `${deps.now().slice(0, 10)}T00:00:00Z`);
  useEffect(() => {
    let isOld = false;
    const take = (found: readonly CalendarEvent[]) => {
      if (!isOld) setEvents(found);
    };
    const load = () => deps.readEvents({ from, to }).then(take, () => take([]));
    void load();
    const stop = deps.onChange(() => void load());
    return () => {
      isOld = true;
      stop();
    };
  }, [deps, from, to]);
  return useMemo(() => {
    const known = events ?? [];
    const byId = indexEvents(known);
    return { events: known, byId, differing: findDiffering(rows, byId), isRead: events !== null };
  }, [events, rows]);
}

const DAYS_BACK = 60;

/** What is still to be logged; null until the calendars were read. */
export function useToLog(deps: PageDeps, small: Ledger, { events, isRead }: Calendars): ToLog | null {
  return useMemo(() => {
    if (!isRead) return null;
    const now = deps.now();
    const since = addHours(now, -24 * DAYS_BACK);
    return composeToLog(
      small,
      events.filter(({ end }) => end >= since),
      now,
    );
  }, [deps, small, events, isRead]);
}
