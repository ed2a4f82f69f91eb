import * as z from 'zod/mini';
import { Address, Email, Id, Instant } from '../record.ts';

export const MessageKind = z.enum(['personal', 'auto-reply', 'bulk', 'calendar', 'bounce']);
export type MessageKind = z.infer<typeof MessageKind>;

/** Where a message was seen: a source name, the account's address, and when; or the source's name alone. */
export const Sighting = z.object({
  source: z.string(),
  address: z.optional(Email),
  at: Instant,
  /** The message's id there, where that is another than the record's. */
  id: z.optional(Id),
  /** The thread as a file's own links tell it. */
  thread: z.optional(Id),
});
export type Sighting = z.infer<typeof Sighting>;

/**
 * One message, metadata only, never its body. `from` is the person, also where a list rewrote the header. Empty `to`
 * and `cc` mean that the source hides recipients, not that there are none. `asks: false` means it needs no answer.
 */
export const Message = z.object({
  id: Id,
  threadId: Id,
  internetMessageId: z.optional(z.string()),
  sentAt: Instant,
  from: Address,
  to: z.array(Address),
  cc: z.array(Address),
  subject: z.string(),
  kind: MessageKind,
  /** True when `kind` was guessed from words because the source shows no headers. */
  kindGuessed: z.optional(z.boolean()),
  /** Why it is of that kind, as a code of `KindReason`. */
  kindReason: z.optional(z.string()),
  /** The mentoring platform that passed on what `from` wrote there. */
  via: z.optional(z.string()),
  /** True when only its subject told which thread it belongs to. */
  threadGuessed: z.optional(z.boolean()),
  asks: z.optional(z.boolean()),
  /** Why it was judged so where its text was at hand, as a code of `AsksReason`; the text is not kept. */
  asksReason: z.optional(z.string()),
  seenIn: z.optional(z.array(z.union([z.string(), Sighting]))),
});
export type Message = z.infer<typeof Message>;

/**
 * A newer message in a thread whose sender could not be seen, because a list row names all who took part and not who
 * spoke last. It settles nothing and opens nothing; it makes the thread's turn `cannot-tell` until the thread is read.
 */
export const Glimpse = z.object({
  /** The message's id, as the row gives it. */
  id: Id,
  threadId: Id,
  at: Instant,
  /** When the thread began, where the row tells. */
  firstAt: z.optional(Instant),
  /** Addresses the row names. */
  people: z.array(Email),
  seenIn: Sighting,
});
export type Glimpse = z.infer<typeof Glimpse>;
