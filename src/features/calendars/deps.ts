import type { AccountProvider, Client, Identity } from '../../accounts/account.ts';
import type { Provider } from '../../domain/meeting/calendar.ts';
import type { Settings } from '../../domain/settings.ts';
import type { LedgerWriter } from '../../ledger/ledger.ts';
import type { TokenStore } from './tokens.ts';

/** What the calendars feature needs of the worker. It keeps nothing in between: all state is in records. */
export interface CalendarsDeps {
  /** The shared connection; it is not to be closed. */
  open(): Promise<LedgerWriter>;
  now(): string;
  /** The zone of this computer, until the mentor has set one. */
  zone: string;
  providers: readonly AccountProvider[];
  /** The client to sign in with; none where neither the institution nor this build names one. */
  findClient(provider: Provider, settings: Settings | undefined): Client | undefined;
  tokens: TokenStore;
  identity: Identity;
  fetch: typeof fetch;
  /** A signal that aborts after so many seconds. */
  timeout(seconds: number): AbortSignal;
  report(error: unknown): void;
}
