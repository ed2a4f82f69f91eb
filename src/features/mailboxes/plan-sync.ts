// What of connected mail is to be read next, and when: pure, from the records alone.
import type { Account } from '../../domain/meeting/calendar.ts';
import type { Mailbox } from '../../domain/thread/mailbox.ts';
import { chooseDue, firstOf, readableAt } from '../calendars/plan-sync.ts';
import { isOutgrown, type Wanted } from './wanted.ts';

export interface MailFacts {
  accounts: readonly Account[];
  mailboxes: readonly Mailbox[];
  wanted: Wanted;
}

/** A page of a folder that nobody has read yet. */
export interface MailDue {
  account: Account;
  mailbox: Mailbox;
  at: string;
}

export function findDue(facts: MailFacts, now: string): MailDue | null {
  return chooseDue(plan(facts), now, ({ mailbox }) => mailbox);
}

/** The instant at which something is to be read, or to be said of what can't be; undefined when nothing is. */
export function findNext(facts: MailFacts, now: string, more: readonly { at: string }[] = []): string | undefined {
  return firstOf([...plan(facts), ...more], now);
}

/** Nothing is asked of a provider before there is somebody whose mail is wanted. */
function plan({ accounts, mailboxes, wanted }: MailFacts): MailDue[] {
  if (wanted.people.size === 0) return [];
  return mailboxes.flatMap((mailbox) => {
    const account = accounts.find(({ id }) => id === mailbox.account);
    const at = account && readableAt(account, mailbox, isOutgrown(mailbox, wanted));
    return at ? [{ account, mailbox, at }] : [];
  });
}
