import * as z from 'zod/mini';
import { Id, Instant } from '../record.ts';

/** A goal of a mentee, private until shared. */
export const Goal = z.object({
  id: Id,
  relationship: Id,
  mentee: Id,
  text: z.string(),
  state: z.enum(['open', 'achieved', 'dropped']),
  since: Instant,
});
export type Goal = z.infer<typeof Goal>;

/** Something to do until the next meeting; `meeting` is the entry it was set in. Carried on, it stays open (M11). */
export const Homework = z.object({
  id: Id,
  relationship: Id,
  meeting: Id,
  text: z.string(),
  done: z.boolean(),
  /** Whose it is, where it is not everybody's. */
  mentee: z.optional(Id),
  /** The entry in which it was closed, and when. */
  closedIn: z.optional(Id),
  closedAt: z.optional(Instant),
  /** Closed without being done. */
  dropped: z.optional(z.boolean()),
});
export type Homework = z.infer<typeof Homework>;
