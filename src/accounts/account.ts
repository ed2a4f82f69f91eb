// What every account provider gives: signing in, its calendars, and a calendar's events page by page. Code that uses one
// never asks which it is. Nothing here stores anything: tokens and cursors are handed in and handed back.
import type { CalendarProblem, Cursor, Provider } from '../domain/meeting/calendar.ts';
import type { CalendarEvent } from '../domain/meeting/meeting.ts';
import type { MailProvider } from './mail.ts';

/** A client registered with the provider, by the institution or by those who built this Waymark. */
export interface Client {
  id: string;
  /** Google's web clients need one for exchanging the code; Microsoft's single-page clients have none. */
  secret?: string;
  /** Microsoft: the directory; `common` when absent. */
  tenant?: string;
}

/** What signing in gives. It is the worker's alone: no page, no record and no log ever holds it. */
export interface Tokens {
  access: string;
  /** ISO instant from which on `access` no longer holds. */
  expires: string;
  refresh?: string;
  /** Scopes that were granted, as the provider names them. */
  scopes: string[];
}

export interface SignedIn {
  address: string;
  tokens: Tokens;
}

/** The part of the browser's identity API that is used. */
export interface Identity {
  getRedirectURL(path?: string): string;
  launchWebAuthFlow(details: { url: string; interactive: boolean }): Promise<string | undefined>;
}

export interface SignInDeps {
  identity: Identity;
  fetch: typeof fetch;
  /** ISO instant. */
  now(): string;
}

export interface ListedCalendar {
  /** The provider's id. */
  calendar: string;
  name: string;
  primary?: boolean;
}

/** One page of events, and where to go on. */
export interface EventPage {
  /** Events that are there, cancelled and declined ones included, as records. */
  put: CalendarEvent[];
  /** The provider's ids of events that are gone (tombstones). */
  gone: string[];
  /** `page` while this run goes on; `changes` when it has come to its end. */
  cursor: Cursor;
  /** True when this was the run's last page. */
  done: boolean;
  /** How many events of the page could not be read. */
  unreadable: number;
}

export interface ReadEvents {
  /** The provider's calendar id. */
  calendar: string;
  cursor: Cursor;
  /** The window wanted, instants; used when a full run begins. */
  from: string;
  to: string;
  /** The mentor's zone, for times that name none. */
  zone: string;
}

export interface CalendarSession {
  listCalendars(): Promise<ListedCalendar[]>;
  /** One request's worth. A cursor that no longer holds rejects with `expired-cursor`: begin in full. */
  readPage(wanted: ReadEvents): Promise<EventPage>;
}

export interface AccountProvider {
  provider: Provider;
  /** The source's name in records: `google-calendar`. */
  source: string;
  /** What people call it. */
  name: string;
  /** Exact hosts it talks to. */
  hosts: readonly string[];
  /** Scopes without which nothing can be read. */
  scopes: readonly string[];
  /**
   * Shows the provider's own page and resolves when the person is signed in. With `hint`, the address to sign in again.
   * `more` are scopes asked for beside the provider's own; whoever leaves one out is told `scope-missing`.
   * @throws {AccountProblem}
   */
  signIn(deps: SignInDeps, client: Client, hint?: string, more?: readonly string[]): Promise<SignedIn>;
  /**
   * New tokens without a page where the provider allows it; rejects with `signed-out` where only signing in again helps.
   * What of `more` is no longer granted is done without: the scopes of the tokens tell (`isGranted`).
   */
  renew(deps: SignInDeps, client: Client, tokens: Tokens, hint: string, more?: readonly string[]): Promise<Tokens>;
  /** Ends what was granted, at the provider's side. Resolves to false where the provider has no way to. */
  revoke(deps: SignInDeps, client: Client, tokens: Tokens): Promise<boolean>;
  /** `fetch` is used as it is given; `signal` ends a request that hangs. */
  open(deps: { fetch: typeof fetch; token: string; now(): string; signal?: AbortSignal }): CalendarSession;
  /** What it gives of the account's mail, where it gives any. */
  mail?: MailProvider;
}

export type AccountProblemCode =
  | CalendarProblem
  | 'expired-cursor'
  | 'refused'
  | 'closed-by-person'
  /** What was to be written over is no longer what was read; nothing was written. */
  | 'changed-meanwhile';

/** An expected failure; `message` is for logs and never holds a token, an address or a title. */
export class AccountProblem extends Error {
  readonly code: AccountProblemCode;
  /** How many seconds the provider asks to wait. */
  readonly retryAfter: number | undefined;
  constructor(code: AccountProblemCode, message: string, retryAfter?: number) {
    super(message);
    this.name = 'AccountProblem';
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
