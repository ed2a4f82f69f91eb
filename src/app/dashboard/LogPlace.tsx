import { useMemo, useState } from 'preact/hooks';
import { everything, type LogFilter } from '../../features/log-page/filter.ts';
import { composeRows } from '../../features/log-page/rows.ts';
import { LogEntries } from './LogEntries.tsx';
import { later } from './later.tsx';
import type { SmallDesk } from './log-desk.ts';

interface LogPlaceProps {
  desk: SmallDesk;
  /** `charts`, `cohort`, `speed/<relationship>`, or `entry/<id>` to open that entry; else the entries. */
  about?: string | undefined;
}

const LogCharts = later(async () => (await import('./LogCharts.tsx')).LogCharts);
const LogCohort = later(async () => (await import('./LogCohort.tsx')).LogCohort);

const SpeedPlace = later(async () => (await import('./SpeedPlace.tsx')).SpeedPlace);

const ENTRY = 'entry/';
const SPEED = 'speed/';

/** The meeting log. Its filter stays while one goes between its views. */
export function LogPlace({ desk, about = '' }: LogPlaceProps) {
  const [filter, setFilter] = useState<LogFilter>(everything);
  const rows = useMemo(() => composeRows(desk.small), [desk.small]);
  const shared = { desk, rows, filter, onFilter: setFilter };
  if (about === 'charts') return <LogCharts {...shared} />;
  if (about === 'cohort') return <LogCohort desk={desk} />;
  if (`${about}/`.startsWith(SPEED)) return <SpeedPlace desk={desk} relationship={about.slice(SPEED.length)} />;
  return <LogEntries {...shared} entry={about.startsWith(ENTRY) ? about.slice(ENTRY.length) : undefined} />;
}
