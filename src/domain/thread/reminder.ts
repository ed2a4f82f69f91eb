import * as z from 'zod/mini';
import { Instant } from '../record.ts';

/** What has been announced about one verdict, and until when it is put off. The id is the verdict's key. */
export const Reminder = z.object({
  id: z.string().check(z.minLength(1)),
  warnedAt: z.optional(Instant),
  dueToldAt: z.optional(Instant),
  snoozedUntil: z.optional(Instant),
});
export type Reminder = z.infer<typeof Reminder>;
