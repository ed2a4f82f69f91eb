import * as z from 'zod/mini';
import { Id, Instant, PlainDate } from '../record.ts';

/** A period away, `from` and `to` inclusive. It is notice given, never a reply: it moves no deadline. */
export const Away = z.object({
  id: Id,
  from: PlainDate,
  to: PlainDate,
  /** The first date on which the mentor is back. */
  returns: PlainDate,
  relationships: z.array(Id),
  /** The text of the automatic reply, and when it was set or seen to be set. */
  autoMessage: z.optional(z.object({ text: z.string(), at: Instant })),
  /** When it was planned. */
  plannedAt: z.optional(Instant),
  /** True where the first day is away only from noon, or the last only until noon: such a day is not counted. */
  fromNoon: z.optional(z.boolean()),
  untilNoon: z.optional(z.boolean()),
  /** Whether the mentor can still answer in time from there; where nothing is said, the length decides. */
  canAnswer: z.optional(z.boolean()),
  /** The calendar event it was proposed from. */
  event: z.optional(Id),
  /** Who covers, once they were told and agreed. */
  cover: z.optional(z.object({ person: Id, agreedAt: Instant })),
  /** The last day as it was planned, where the mentor came back earlier. */
  plannedTo: z.optional(PlainDate),
});
export type Away = z.infer<typeof Away>;

/** Somebody was told of an absence. */
export const Notice = z.object({
  id: Id,
  away: Id,
  to: Id,
  at: Instant,
  /** The message in which they were told, where it was seen; otherwise it is the mentor's own word. */
  message: z.optional(Id),
});
export type Notice = z.infer<typeof Notice>;
