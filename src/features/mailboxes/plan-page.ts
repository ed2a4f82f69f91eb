// From one page of a folder to what is written of it: its messages as seen in this account, and the place to go on from.
import type { MailPage } from '../../accounts/mail.ts';
import type { Account, Cursor } from '../../domain/meeting/calendar.ts';
import type { Mailbox } from '../../domain/thread/mailbox.ts';
import type { Message } from '../../domain/thread/message.ts';
import { isOutgrown, keepWanted, type Wanted } from './wanted.ts';

export type Begun = Cursor & { from: string };

/** Where to go on: in a run that was begun, with what changed since the last one, or in full. */
export function planCursor(mailbox: Mailbox, wanted: Wanted, now: string): Begun {
  const { cursor } = mailbox;
  const from = cursor?.from;
  const isKnown = cursor?.page !== undefined || cursor?.changes !== undefined;
  if (from && isKnown && !isOutgrown(mailbox, wanted)) return { ...cursor, from };
  return { from: wanted.from, fullSince: now };
}

interface Read {
  source: string;
  account: Account;
  mailbox: Mailbox;
  cursor: Begun;
  page: MailPage;
  wanted: Wanted;
  /** When the page was asked for: what came later may not be in it. */
  asked: string;
}

export interface ReadPage {
  /** A message that is gone from its folder was said all the same: what is gone changes nothing. */
  put: Message[];
  /** The mailbox as it then stands. */
  mailbox: Mailbox;
}

export function planPage({ source, account, mailbox, cursor, page, wanted, asked }: Read): ReadPage {
  const seenIn = [{ source, address: account.address, at: asked }];
  const { problem: _problem, askedAt, people, ...rest } = mailbox;
  const { from, fullSince } = cursor;
  const { fullSince: _since, ...next } = { ...page.cursor, from };
  const of = fullSince ? [...wanted.people].sort() : (people ?? []);
  const read = { ...rest, people: of, from };
  return {
    put: keepWanted(page.put, wanted).map((message) => ({ ...message, seenIn })),
    mailbox: page.done
      ? // While a full run lasts, mail comes in that only the next run is sure to tell.
        { ...read, cursor: next, syncedAt: fullSince ?? asked }
      : { ...read, cursor: fullSince ? { ...next, fullSince } : next, ...(askedAt && { askedAt }) },
  };
}
