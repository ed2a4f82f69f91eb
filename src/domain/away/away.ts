import * as z from 'zod/mini';
import { Id, Instant, PlainDate } from '../record.ts';

/** A period away, `from` and `to` inclusive. It is notice given, never a reply: it moves no deadline. */
export const Away = z.object({
  id: Id,
  from: PlainDate,
  to: PlainDate,
  returns: PlainDate,
  relationships: z.array(Id),
  autoMessage: z.optional(z.object({ text: z.string(), at: Instant })),
});
export type Away = z.infer<typeof Away>;

/** Somebody was told of an absence before it began. */
export const Notice = z.object({ id: Id, away: Id, to: Id, at: Instant });
export type Notice = z.infer<typeof Notice>;
