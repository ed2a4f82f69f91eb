import * as z from 'zod/mini';
import { Email, Id, Instant } from '../record.ts';

export const Provider = z.enum(['google', 'microsoft']);
export type Provider = z.infer<typeof Provider>;

/** Why a calendar or an account is not up to date, as a code the surfaces turn into a sentence and what to do. */
export const CalendarProblem = z.enum([
  'signed-out',
  'scope-missing',
  'quota',
  'rate-limited',
  'server',
  'offline',
  'no-answer',
  'not-shared',
  'not-configured',
  'unreadable',
  'failed',
]);
export type CalendarProblem = z.infer<typeof CalendarProblem>;

/** A connected account. Its tokens are kept elsewhere and stand in no backup. */
export const Account = z.object({
  /** `google robin@example.com`. */
  id: Id,
  provider: Provider,
  address: Email,
  connectedAt: Instant,
  problem: z.optional(z.object({ code: CalendarProblem, since: Instant, retryAt: z.optional(Instant) })),
});
export type Account = z.infer<typeof Account>;

/**
 * Where reading a calendar has come to. A run is a full one or one of changes; `page` is the provider's own opaque token
 * or link for the next page of a run that was begun, `changes` that for the next run of changes.
 */
export const Cursor = z.object({
  page: z.optional(z.string()),
  changes: z.optional(z.string()),
  /** The window that was read in full; it moves with time, and is then read in full again. */
  from: z.optional(Instant),
  to: z.optional(Instant),
  /** When the full run that is going on began: what was not seen since then is gone when it ends. */
  fullSince: z.optional(Instant),
});
export type Cursor = z.infer<typeof Cursor>;

/** One calendar of an account, with how far it was read. */
export const Calendar = z.object({
  /** `google robin@example.com <the provider's calendar id>`. */
  id: Id,
  account: Id,
  provider: Provider,
  /** The provider's id. */
  calendar: z.string(),
  name: z.string(),
  primary: z.optional(z.boolean()),
  /** Whether the owner wants it read. */
  chosen: z.boolean(),
  cursor: z.optional(Cursor),
  /** When a run last came to its end. */
  syncedAt: z.optional(Instant),
  /** When the owner last asked for a run that has not come to its end. */
  askedAt: z.optional(Instant),
  problem: z.optional(z.object({ code: CalendarProblem, since: Instant, retryAt: z.optional(Instant) })),
});
export type Calendar = z.infer<typeof Calendar>;
