import * as z from 'zod/mini';
import { CalendarProblem, Cursor, Provider } from '../meeting/calendar.ts';
import { Email, Id, Instant } from '../record.ts';

/** One folder of a connected account's mail, with how far it was read. Shared mailboxes are not read. */
export const Mailbox = z.object({
  /** `microsoft robin@example.com inbox`. */
  id: Id,
  account: Id,
  provider: Provider,
  folder: z.enum(['inbox', 'sent', 'archive', 'all']),
  cursor: z.optional(Cursor),
  /** The addresses for whose mail it was read, or is being read while a run goes on; for others it is read anew. */
  people: z.optional(z.array(Email)),
  /** What is covered begins here: the first instant asked for. */
  from: z.optional(Instant),
  /** When a run last came to its end: everything before it was seen. */
  syncedAt: z.optional(Instant),
  /** When the owner last asked for a run that has not come to its end. */
  askedAt: z.optional(Instant),
  problem: z.optional(z.object({ code: CalendarProblem, since: Instant, retryAt: z.optional(Instant) })),
});
export type Mailbox = z.infer<typeof Mailbox>;
