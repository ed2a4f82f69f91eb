import * as z from 'zod/mini';
import { Id, Instant, PlainDate } from '../record.ts';

/** An automatic reply as an account keeps it. */
const KeptReply = z.object({
  on: z.boolean(),
  from: z.optional(Instant),
  to: z.optional(Instant),
  inside: z.string(),
  outside: z.string(),
  /** Who outside the organisation is answered. */
  outsiders: z.optional(z.enum(['nobody', 'contacts', 'everybody'])),
});

/** An account's automatic reply that was set for an absence, with what stood there before: that is put back on return. */
export const SetReply = z.object({
  account: Id,
  at: Instant,
  /** What the provider had once it was set: tells whether somebody changed it since. */
  version: z.string(),
  before: KeptReply,
  /** When what stood there before was put back. */
  restoredAt: z.optional(Instant),
  /** Why it could not be set or put back, as a code, where it could not. */
  problem: z.optional(z.object({ code: z.string(), at: Instant })),
});
export type SetReply = z.infer<typeof SetReply>;

const AutoMessage = z.object({ text: z.string(), at: Instant });

/** An absence as it stood before it was made longer while it ran. */
const Extension = z.object({ at: Instant, to: PlainDate, returns: PlainDate, autoMessage: z.optional(AutoMessage) });

/** A period away, `from` and `to` inclusive. It is notice given, never a reply: it moves no deadline. */
export const Away = z.object({
  id: Id,
  from: PlainDate,
  to: PlainDate,
  /** The first date on which the mentor is back. */
  returns: PlainDate,
  relationships: z.array(Id),
  /** The text of the automatic reply, and when it was set or seen to be set. */
  autoMessage: z.optional(AutoMessage),
  /** Accounts in which it was set from here. */
  replies: z.optional(z.array(SetReply)),
  /** When the automatic reply was seen or said to be off again. */
  replyOffAt: z.optional(Instant),
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
  /** The last day and the return as they were planned, where the mentor came back earlier. */
  plannedTo: z.optional(PlainDate),
  plannedReturns: z.optional(PlainDate),
  /** In order. */
  extensions: z.optional(z.array(Extension)),
  /** Ids of meetings inside that were seen to: moved, cancelled or kept. */
  meetingsSeenTo: z.optional(z.array(Id)),
});
export type Away = z.infer<typeof Away>;

/** What a mentor says of an absence; the rest is what was done about it. */
export const AwayPlanned = z.pick(Away, {
  id: true,
  from: true,
  to: true,
  returns: true,
  relationships: true,
  fromNoon: true,
  untilNoon: true,
  canAnswer: true,
  event: true,
});
export type AwayPlanned = z.infer<typeof AwayPlanned>;

/**
 * What a co-mentor handed over for the time of their absence, by the mentee it is about. The absence is theirs: it stands
 * in no list here and sets off nothing; whoever took the sheet over covers.
 */
export const Handed = z.object({
  by: Id,
  relationship: Id,
  from: PlainDate,
  to: PlainDate,
  /** When the sheet was written. */
  writtenAt: Instant,
  threads: z.array(z.object({ mentee: Id, since: Instant, due: z.optional(Instant) })),
  meetings: z.array(z.object({ mentee: Id, start: Instant, minutes: z.number() })),
  /** How many mentees of the sheet are not known here. */
  unknown: z.number(),
});
export type Handed = z.infer<typeof Handed>;

/** Somebody was told of an absence. */
export const Notice = z.object({
  id: Id,
  away: Id,
  to: Id,
  at: Instant,
  /** The date of return they were told; absent where it is not known. */
  returns: z.optional(PlainDate),
  /** The message in which they were told, where it was seen; otherwise it is the mentor's own word. */
  message: z.optional(Id),
  /** Where this mentor was told, by a co-mentor's handover sheet; `away` is then no absence of this ledger. */
  handed: z.optional(Handed),
});
export type Notice = z.infer<typeof Notice>;
