import * as z from 'zod/mini';
import { Email, Id, Instant } from '../record.ts';

/** A sender who may be a mentee, or an open account that may be the mentor's own: asked once, and remembered. */
export const Suspect = z.object({
  /** The address. */
  id: Email,
  name: z.optional(z.string()),
  about: z.enum(['mentee', 'own-address']),
  /** Why it is asked, as a code the surfaces turn into words. */
  reason: z.enum(['introduced', 'same-domain', 'programme-words', 'same-name', 'new-account']),
  /** What the reason names: the coordinator, the domain, the words, the mentee. */
  because: z.string(),
  relationship: z.optional(Id),
  /** The mentee whose second address it may be; without one, it may be a mentee nobody listed. */
  person: z.optional(Id),
  since: Instant,
  decision: z.optional(z.enum(['yes', 'no', 'shown'])),
});
export type Suspect = z.infer<typeof Suspect>;
