// What the views of the log share.
import type { LogFilter } from '../../features/log-page/filter.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import type { Desk } from './dashboard-state.ts';

export interface LogDesk {
  desk: Desk;
  /** All entries, newest first. */
  rows: readonly LogRow[];
  filter: LogFilter;
  onFilter: (filter: LogFilter) => void;
}
