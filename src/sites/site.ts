// What every mail site gives: pure readers (a document in, plain JSON out), where our UI may stand, and addresses to
// open. Code that uses a site never asks which one it is.
import type { Address } from '../domain/record.ts';

export type DateOrder = 'day-first' | 'month-first' | 'year-first';

export interface ReadOptions {
  /** IANA zone in which the page shows its dates. */
  zone: string;
  /** Order of day and month in the page's dates, where the mentor set it; otherwise it is inferred or refused. */
  dateOrder?: DateOrder;
}

/** One message of the open thread. `sentAt` and `id` are absent where the page does not tell. */
export interface ReadMessage {
  id?: string;
  sentAt?: string;
  from: Address | null;
  /** Empty when the page hides the recipients. */
  to: Address[];
  cc: Address[];
  collapsed: boolean;
}

export interface ReadThread {
  threadId?: string;
  subject?: string;
  messages: ReadMessage[];
}

/**
 * One thread of the list. `senders` are those the row names; `email` is '' where the row shows only a name, and `unread`
 * is true where the row marks that sender's message as not yet read.
 */
export interface ReadRow {
  threadId?: string;
  lastMessageId?: string;
  lastAt?: string;
  /** When the thread's first message was sent, where the page tells. */
  firstAt?: string;
  senders: { name?: string; email: string; unread?: boolean }[];
  subject: string;
  unread: boolean;
  count?: number;
}

/** Which list is on screen: whether it is the inbox, and the words searched for, when it is a search. */
export interface ReadView {
  list: 'inbox' | 'sent' | 'all' | 'search' | 'other' | 'none';
  /** The search as typed, when `list` is `search`. */
  search?: string;
  /** True when nothing older than the last row exists in this list. */
  complete: boolean;
}

/**
 * How well the page was read. `found` counts what looks like a row or an open thread by a way that does not rest on the
 * reader's own hooks; where it is more than nothing and the reader gives nothing, the page has changed.
 */
export interface Inspection {
  rowsFound: number;
  rowsRead: number;
  threadFound: boolean;
  threadRead: boolean;
  /** Times two independent ways to read the same fact disagreed, by the fact's name. */
  disagreements: Record<string, number>;
}

/** What the four readers of a mail page give, in one. */
export interface PageReading {
  owner: string | null;
  view: ReadView;
  rows: ReadRow[];
  thread: ReadThread | null;
}

export interface MailSite {
  /** `gmail`, `outlook`. */
  id: string;
  /** The source's name in the ledger: `gmail-page`. */
  source: string;
  /** What people call it. */
  name: string;
  /** Match patterns of the pages it reads. */
  matches: string[];
  readOwner(document: Document): string | null;
  readThread(document: Document, options?: ReadOptions): ReadThread | null;
  readRows(document: Document, options?: ReadOptions): ReadRow[];
  readView(document: Document): ReadView;
  /** The same as the four above, where one reading of the page costs less than four. */
  readAll?(document: Document, options?: ReadOptions): PageReading;
  inspect(document: Document, options?: ReadOptions): Inspection;
  /** The elements of the list's rows, in the order and number of `readRows`, and where in each a chip may stand. */
  rowAnchors(document: Document): { row: Element; anchor: Element }[];
  /** Where the line above the open thread may stand: it is put before this element. */
  threadAnchor(document: Document): Element | null;
  /** The bodies of the open thread's messages, in the order and number of `readThread`'s; null where one shows none. */
  bodies?(document: Document): (Element | null)[];
  /** What the host looks like now, so that our parts follow it. */
  look(document: Document): { dark: boolean; font: string; rtl: boolean };
  /** A page that opens this thread in this account. */
  threadUrl(threadId: string, owner: string | undefined): string | null;
  /** A search for all mail between the owner and these addresses: the words, and a page that runs it. */
  searchFor(emails: string[], owner: string | undefined): { words: string; url: string };
  /** The addresses a search of `searchFor` was made for, or null when the words are somebody's own. */
  parseSearch(words: string): string[] | null;
  /** A page that opens a new message to these addresses; those in `bcc` see nobody else. */
  composeUrl(to: string[], owner: string | undefined, subject?: string, body?: string, bcc?: string[]): string;
}
