// Addresses that settle things: a thread, a search for one mentee, a new mail. The app makes them from the sites it knows.
import type { Mailbox } from '../../domain/verdict/derive.ts';

export interface Links {
  /** The name people know a source by: "Gmail". */
  name(source: string): string;
  thread(mailbox: Mailbox, thread: string): string | null;
  search(mailbox: Mailbox, emails: string[]): string;
  compose(mailbox: Mailbox, to: string[], subject?: string): string;
  /** The mailbox to offer where none is known yet for a mentee. */
  usual: Mailbox;
}
