// What every place of the dashboard is given.
import type { Ledger } from '../../domain/ledger.ts';
import type { Overview } from '../../features/deadlines/overview.ts';
import type { PageDeps } from '../page-deps.ts';
import type { Asking } from '../use-asking.ts';

export interface Desk {
  deps: PageDeps;
  overview: Overview;
  /** All but the messages. */
  small: Ledger;
  asking: Asking;
  /** Reads again, without waiting to be told of a change. */
  reload: () => void;
}
