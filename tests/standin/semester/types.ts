// What the stand-in web holds: mailboxes with whole messages. The extension never sees this, only pages made from it.
import type { Address } from '../../../src/domain/record.ts';
import type { StandinCalendars } from './calendar/types.ts';

export type AccountId = 'gmail' | 'outlook' | 'club';

export interface Account {
  id: AccountId;
  host: 'gmail' | 'outlook';
  /** Gmail's number of the account in `/mail/u/N/`. */
  index: number;
  address: Address;
}

export type Label = 'inbox' | 'sent' | 'archive' | 'draft' | 'trash';

export interface Header {
  name: string;
  value: string;
}

/** One message as its mailbox has it. */
export interface StandinMessage {
  account: AccountId;
  /** Hex; the id of the thread's first message, as in Gmail. */
  threadId: string;
  /** Legacy hex id: shifted right by 20 bits it is the instant in milliseconds. */
  id: string;
  /** ISO 8601 in UTC. */
  sentAt: string;
  from: Address;
  to: Address[];
  cc: Address[];
  /** Only the sender's own copy tells of these. */
  bcc?: Address[];
  subject: string;
  body: string;
  unread: boolean;
  /** The folder it lies in, first. */
  labels: Label[];
  /** Not sent yet. Pages show none of these. */
  draft?: boolean;
  /** Header fields beside the usual ones of its kind, or in their place. */
  headers?: Header[];
  kind: 'personal' | 'auto-reply' | 'bulk' | 'calendar' | 'bounce';
  /** False where it needs no answer: a closing "thanks". */
  asks?: boolean;
}

/** Someone of the semester, with an id for the ledger. */
export interface Member {
  id: string;
  name: string;
  emails: string[];
  /** The mailbox in which the mentor meets them. */
  account: AccountId;
}

/** A text message or a call, in the mentor's own word. */
export interface StandinContact {
  id: string;
  with: string;
  at: string;
  channel: 'text' | 'call' | 'in-person';
  direction: 'in' | 'out';
  made: boolean;
  /** The message it answers. */
  answers?: string;
}

export interface Semester {
  /** The Monday morning it is told from; ISO 8601 in UTC. */
  now: string;
  zone: string;
  /** First day of the relationships. */
  start: string;
  /** When each mailbox was last looked at with Waymark. */
  lastVisit: Record<AccountId, string>;
  accounts: Account[];
  messages: StandinMessage[];
  contacts: StandinContact[];
  calendars: StandinCalendars;
}
