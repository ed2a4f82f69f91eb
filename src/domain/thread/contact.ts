import * as z from 'zod/mini';
import { Id, Instant } from '../record.ts';

export const Channel = z.enum(['text', 'call', 'in-person', 'platform', 'email', 'other']);
export type Channel = z.infer<typeof Channel>;

/** A contact outside the mailbox, in the mentor's own word. `made: false` is an attempt that reached nobody. */
export const Contact = z.object({
  id: Id,
  relationship: Id,
  with: z.array(Id),
  at: Instant,
  channel: Channel,
  direction: z.enum(['in', 'out']),
  made: z.boolean(),
  /** The message or contact this one answers. */
  answers: z.optional(Id),
  /** Who made it on the mentor's side, when it was a co-mentor. */
  by: z.optional(Id),
});
export type Contact = z.infer<typeof Contact>;

/** Made by the mentor's side, or a talk that took place, whoever began it. */
export function isMadeContact(contact: Contact): boolean {
  return contact.made && (contact.direction === 'out' || contact.channel === 'call' || contact.channel === 'in-person');
}

/** What a person said about a message after it was seen: a fact with a date, which can be taken back. */
export const Correction = z.object({
  id: Id,
  message: Id,
  at: Instant,
  asks: z.optional(z.boolean()),
  kind: z.optional(z.enum(['personal', 'auto-reply', 'bulk', 'calendar', 'bounce'])),
});
export type Correction = z.infer<typeof Correction>;
