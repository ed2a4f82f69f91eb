// Calls about mail that comes from accounts and files, and about what a message is.
import * as z from 'zod/mini';
import { Provider } from '../../domain/meeting/calendar.ts';
import { Email, Id, Instant } from '../../domain/record.ts';
import { Message, MessageKind } from '../../domain/thread/message.ts';
import { call } from '../../messages/contract.ts';
import type { ConnectOutcome } from '../calendars/contract.ts';

const pages = ['popup', 'dashboard'] as const;

/**
 * The stretch that a file covers. Absence needs both sides: a file that holds only what was received, or only what was
 * sent (one folder of a mail program), covers nothing, however much it brings.
 */
const FileStretch = z.object({
  from: Instant,
  to: Instant,
  address: z.optional(Email),
  /** Whether any message of it, the people's or not, is from one of the mentor's own addresses. */
  sent: z.boolean(),
  /** Whether any message of it is from somebody else. */
  received: z.boolean(),
});

export const mailboxes = {
  /** Lets Waymark read an account's mail headers: asks the provider for that in addition. */
  'mail.connect': call(
    ['dashboard'],
    z.object({ provider: Provider, account: z.optional(Id) }),
  ).returns<ConnectOutcome>(),
  /** Stops reading an account's mail; what was read stays, and no longer grows. */
  'mail.disconnect': call(['dashboard'], z.object({ account: Id })).returns<null>(),
  /** Asks for a run now; answers at once, and goes on in slices. */
  'mail.sync': call(pages, z.object({ account: z.optional(Id) })).returns<null>(),
  /**
   * Messages read from a file, in an extension page, only those with people of the ledger. Done again, it changes nothing.
   * `last` carries the whole stretch the file covers; earlier calls cover nothing.
   */
  'mail.import': call(
    ['dashboard'],
    z.object({
      name: z.string().check(z.maxLength(300)),
      messages: z.array(Message),
      /** Threads that turned out to be one, as pairs of what was given and what it belongs to. */
      merged: z.array(z.tuple([Id, Id])),
      last: z.optional(FileStretch),
    }),
  ).returns<{ added: number; changed: number; same: number }>(),
  /** What a person says a message is: a fact with a date, which can be taken back. */
  'message.correct': call(
    ['page', ...pages],
    z.object({ message: Id, kind: z.optional(MessageKind), asks: z.optional(z.boolean()) }),
  ).returns<{ list: 'corrections'; id: string }>(),
};
