// What our own pages need from the rest: reading, asking the worker, the browser, the clock. Tests give fakes.
import type { Ledger } from '../domain/ledger.ts';
import type { Provider } from '../domain/meeting/calendar.ts';
import type { away } from '../features/away/contract.ts';
import type { handovers } from '../features/away/handover-contract.ts';
import type { calendars } from '../features/calendars/contract.ts';
import type { deadlines } from '../features/deadlines/contract.ts';
import type { Overview } from '../features/deadlines/overview.ts';
import type { mailboxes } from '../features/mailboxes/contract.ts';
import type { meetingLog } from '../features/meeting-log/contract.ts';
import type { ToLog } from '../features/meeting-log/read-to-log.ts';
import type { people } from '../features/people/contract.ts';
import type { settings } from '../features/settings/contract.ts';
import type { Answer, InputOf, OutputOf } from '../messages/contract.ts';
import type { awayPage } from './away-page/contract.ts';

export type PageContract = typeof deadlines &
  typeof people &
  typeof settings &
  typeof calendars &
  typeof meetingLog &
  typeof away &
  typeof mailboxes &
  typeof handovers &
  typeof awayPage;

/** Asks the worker; resolves with an answer, a failure included, and never rejects. */
export type Ask = <K extends keyof PageContract>(
  call: K,
  input: InputOf<PageContract[K]>,
) => Promise<Answer<OutputOf<PageContract[K]>>>;

/** A mail or calendar site as people know it, with the access it needs. */
export interface PageSite {
  id: string;
  /** The source's name in the ledger: `gmail-page`. */
  source: string;
  name: string;
  url: string;
  /** Match patterns to ask access for. Outlook's mail and calendar have the same: who allows one allows both. */
  origins: string[];
  isCalendar?: boolean;
}

export interface PageDeps {
  sites: PageSite[];
  /** The address to which providers send the answer of a sign-in: whoever registers a client names it there. */
  signInAddress: string;
  /** Providers for which this build brings a client to sign in with. */
  builtInClients: Provider[];
  /** The zone of this computer. */
  zone: string;
  /** The instant it is. */
  now(): string;
  /** `small`, when it was just read, is not read again. */
  readOverview(small?: Ledger): Promise<Overview>;
  /** Everything there is. */
  readLedger(): Promise<Ledger>;
  /** All but messages, events and attachments: quick. */
  readSmall(): Promise<Ledger>;
  /** What decides the verdicts of these relationships, in their order. */
  readSlices(relationships: string[]): Promise<Ledger[]>;
  /** Calendar events that touch the window, instants. */
  readEvents(window: { from: string; to: string }): Promise<Ledger['events']>;
  /** Meetings to log, and entries from which the calendar differs. */
  readSuggestions(): Promise<ToLog>;
  /** The scan of a signed page. */
  readAttachment(id: string): Promise<Ledger['attachments'][number] | undefined>;
  ask: Ask;
  /** Calls `fn` whenever the ledger changed; the result ends it. */
  onChange(fn: () => void): () => void;
  openUrl(url: string): void;
  /** Opens a new message in the mailbox that was read last; a person sends it. */
  openMail(to: string[], subject: string, body: string): void;
  /** Opens the dashboard, at one of its places. */
  openDashboard(place?: string): void;
  /** Ids of the sites that may be read. */
  readAccess(): Promise<string[]>;
  /** Asks the browser for access to a site; to be called straight from a click. */
  requestAccess(site: PageSite): Promise<boolean>;
}
