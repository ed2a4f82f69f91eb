// What the views of the log share.
import type { LogFilter } from '../../features/log-page/filter.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import type { Desk } from './dashboard-state.ts';

/** The log needs no overview, so it stands before that is composed. */
export type SmallDesk = Pick<Desk, 'deps' | 'asking' | 'small'>;

export interface LogDesk {
  desk: SmallDesk;
  /** All entries, newest first. */
  rows: readonly LogRow[];
  filter: LogFilter;
  onFilter: (filter: LogFilter) => void;
}
