import * as z from 'zod/mini';
import { Email, Id, Instant } from '../record.ts';

/**
 * A stretch of time that a source was able to see. Mailboxes are told apart by `address`; where there is none, by the
 * source's name. `people` narrows it to those a search was made for.
 */
export const Source = z.object({
  id: Id,
  source: z.string(),
  address: z.optional(Email),
  from: Instant,
  to: Instant,
  people: z.optional(z.array(Id)),
  /** Since when the page yields something that the reader cannot read. Absent while all is well. */
  blindSince: z.optional(Instant),
  /** How often two independent ways to read the same fact of the page disagreed, by the fact's name. */
  disagreements: z.optional(z.record(z.string(), z.number())),
});
export type Source = z.infer<typeof Source>;
