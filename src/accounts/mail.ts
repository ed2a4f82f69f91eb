// What a provider gives of an account's mail, headers only: its folders, and their messages page by page. A second door
// beside the calendar's, asked for on its own, because its scope is one of its own.
import type { Cursor } from '../domain/meeting/calendar.ts';
import type { Mailbox } from '../domain/thread/mailbox.ts';
import type { Message } from '../domain/thread/message.ts';

export interface MailPage {
  /** Messages to or from the people wanted, and no others: the rest was forgotten where it was read. */
  put: Message[];
  /** The ids, as records have them, of messages that are gone from the folder: moved, or deleted. They were written all the same. */
  gone: string[];
  cursor: Cursor;
  done: boolean;
  unreadable: number;
}

export interface ReadMail {
  folder: Mailbox['folder'];
  cursor: Cursor;
  /** The first instant wanted; used when a full run begins. */
  from: string;
  /**
   * Addresses, lower case: the mentees' and co-mentors', and of lists they write to; of platforms also whole domains, as
   * `@platform.example`. A run of changes tells nothing of
   * what was there before for somebody who is new among them: for that, begin in full.
   */
  people: ReadonlySet<string>;
  /** The mentor's own addresses. */
  own: ReadonlySet<string>;
}

export interface MailSession {
  /** One request's worth, or one and the details it needs. A cursor that no longer holds rejects with `expired-cursor`. */
  readPage(wanted: ReadMail): Promise<MailPage>;
}

/** Who outside the organisation is answered. */
export type Outsiders = 'nobody' | 'contacts' | 'everybody';

/** The automatic reply as the provider keeps it. Texts are HTML where the provider keeps HTML. */
export interface AutoReply {
  on: boolean;
  /** Instants; absent where it has no end of its own. */
  from?: string;
  to?: string;
  inside: string;
  /** What is sent outside; empty where nothing is. */
  outside: string;
  /** Where it is not given when writing, it stays as it was, as far as the texts allow. */
  outsiders?: Outsiders;
  /** Tells whether somebody changed it meanwhile. */
  version: string;
}

export interface AutoReplySession {
  read(): Promise<AutoReply>;
  /**
   * Writes it only if it is still as `expected`; else rejects with `changed-meanwhile`, nothing written. Resolves to what
   * the provider then has; where that is not what was wanted, rejects with `failed`.
   */
  write(wanted: Omit<AutoReply, 'version'>, expected: string): Promise<AutoReply>;
}

interface Opening {
  fetch: typeof fetch;
  token: string;
  now(): string;
  signal?: AbortSignal;
}

/** The part of a provider that is about mail. */
export interface MailProvider {
  /** The source's name in records: `microsoft-mail`, `gmail`. */
  source: string;
  folders: readonly Mailbox['folder'][];
  /** Scopes for reading, beside those of the calendar. */
  scopes: readonly string[];
  /** True where the scopes are restricted ones, which only a client of the institution's own may ask for. */
  ownClientOnly: boolean;
  open(deps: Opening): MailSession;
  /** Scopes for the automatic reply. */
  autoReplyScopes: readonly string[];
  /** How many texts it keeps: one for everybody (then `outside` is the one, unless it is empty), or one for outside too. */
  autoReplyTexts: 1 | 2;
  openAutoReply(deps: Opening): AutoReplySession;
}
