import * as z from 'zod/mini';
import { Address, Id, Instant, PlainDate } from '../record.ts';

const Minutes = z.number().check(z.nonnegative(), z.lte(100_000));

/**
 * A link. The signatures, amendments and withdrawals of one relationship follow one another in one chain, in the order
 * in which they were stored, so that none can be changed or taken out of the middle unnoticed. The worker makes it;
 * absent only where a record came from elsewhere, and then the check says so.
 */
export const Seal = z.object({
  /** SHA-256, lower-case hex, of the canonical form of what it seals; that form holds `previous`. */
  digest: z.string(),
  /** The digest of the seal before it in the same relationship; '' for the first. */
  previous: z.string(),
});
export type Seal = z.infer<typeof Seal>;

/** How a person stands for an entry (PROGRAMMES M7). `digest` is that of the entry's canonical form as it was signed. */
export const Signature = z.object({
  /** Person id. */
  by: Id,
  how: z.enum(['drawn', 'typed', 'reply', 'paper']),
  at: Instant,
  /** SHA-256 in lower-case hex. */
  digest: z.string(),
  /** typed: the name as typed. */
  name: z.optional(z.string().check(z.maxLength(300))),
  /** drawn: the strokes as SVG path data, in a box of `width` by `height`. */
  drawing: z.optional(z.object({ paths: z.array(z.string()), width: z.number(), height: z.number() })),
  /** reply: the message that confirmed it. */
  message: z.optional(Id),
  /** paper: the attachment that holds the scan, when one was kept. */
  attachment: z.optional(Id),
  /** paper: SHA-256 of that scan's bytes, lower-case hex. */
  scan: z.optional(z.string()),
  seal: z.optional(Seal),
});
export type Signature = z.infer<typeof Signature>;

export const Modality = z.enum(['in-person', 'video', 'phone', 'online', 'hybrid', 'other']);
export type Modality = z.infer<typeof Modality>;

/** What the calendar said of an event, kept with an entry so that a later change shows (USERS N10). */
export const EventPrint = z.object({
  start: z.union([Instant, PlainDate]),
  end: z.union([Instant, PlainDate]),
  title: z.string(),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
});
export type EventPrint = z.infer<typeof EventPrint>;

/** What became of homework of an earlier entry (M11). */
export const Reviewed = z.object({
  homework: Id,
  text: z.string(),
  outcome: z.enum(['done', 'carried', 'dropped']),
});
export type Reviewed = z.infer<typeof Reviewed>;

/**
 * A log entry. `minutes` counts towards a programme; `preparationMinutes` is kept apart and never does. Who may read a
 * field: `privateNote` is the writer's own and leaves in no export; `sharedNote` is mentor's and mentee's; the rest is
 * the programme's too.
 */
export const Meeting = z.object({
  id: Id,
  relationship: Id,
  start: Instant,
  minutes: Minutes,
  preparationMinutes: z.optional(Minutes),
  outcome: z.enum(['planned', 'held', 'cancelled', 'no-show']),
  /** Person ids of those who came; of a cancelled or missed one, of those it was meant for. */
  attendees: z.array(Id),
  /** In order. Where `topicLevels` is there, it has as many numbers: 0, 1 or 2, how deep each stands (M9). */
  topics: z.array(z.string()),
  topicLevels: z.optional(z.array(z.number().check(z.gte(0), z.lte(2)))),
  /** What was set here to do until the next meeting, as words; the records stand in the list `homework`. */
  homework: z.array(z.string()),
  /** The calendar event it came from. */
  event: z.optional(Id),
  signatures: z.array(Signature),
  /** The event's series, so that the next of it is known. */
  series: z.optional(z.string()),
  eventPrint: z.optional(EventPrint),
  /** The print of a changed event after which the owner chose to leave the entry as it is. */
  keptDespite: z.optional(EventPrint),
  /** As the calendar had it; absent where nothing was planned. */
  plannedStart: z.optional(Instant),
  plannedMinutes: z.optional(Minutes),
  modality: z.optional(Modality),
  /** As the pack names it: "drop-in", "study session". */
  sessionType: z.optional(z.string().check(z.maxLength(200))),
  /** cancelled: who did, and how many hours before the start (M5). */
  cancelledBy: z.optional(Id),
  noticeHours: z.optional(z.number().check(z.nonnegative())),
  /** True where only that it took place was recorded, for want of time. */
  countOnly: z.optional(z.boolean()),
  reviewed: z.optional(z.array(Reviewed)),
  /** Goals it touched. */
  goals: z.optional(z.array(Id)),
  privateNote: z.optional(z.string().check(z.maxLength(20_000))),
  sharedNote: z.optional(z.string().check(z.maxLength(20_000))),
  enteredAt: z.optional(Instant),
  /** How it came in. */
  enteredFrom: z.optional(z.enum(['calendar', 'typed', 'sheet'])),
});
export type Meeting = z.infer<typeof Meeting>;

/** What a signed entry may be amended in: everything that its canonical form holds. */
export const MeetingChange = z.partial(
  z.pick(Meeting, {
    start: true,
    minutes: true,
    preparationMinutes: true,
    outcome: true,
    attendees: true,
    topics: true,
    topicLevels: true,
    homework: true,
    modality: true,
    sessionType: true,
    cancelledBy: true,
    noticeHours: true,
    sharedNote: true,
  }),
);
export type MeetingChange = z.infer<typeof MeetingChange>;

/** A later word about a signed entry, beside it and never in its place; each holds the digest of what came before. */
export const Amendment = z.object({
  id: Id,
  relationship: Id,
  meeting: Id,
  at: Instant,
  by: Id,
  reason: z.string().check(z.minLength(1), z.maxLength(2000)),
  change: MeetingChange,
  /** Digest of the entry as signed, or of the amendment before this one. */
  previous: z.string(),
  /** Of this amendment's own canonical form, `previous` included. */
  digest: z.string(),
  seal: z.optional(Seal),
});
export type Amendment = z.infer<typeof Amendment>;

/**
 * A signature that was taken back: a reply that was taken for a confirmation and was none. It stays here with its seal,
 * whatever becomes of the entry, and the taking back is a link of its own.
 */
export const Withdrawal = z.object({
  id: Id,
  relationship: Id,
  /** The entry it stood under, which may be changed or removed since. */
  meeting: Id,
  at: Instant,
  /** As it stood there. */
  signature: Signature,
  seal: Seal,
});
export type Withdrawal = z.infer<typeof Withdrawal>;

/** A scan or photo of a signed page. Kept apart because of its size. */
export const Attachment = z.object({
  id: Id,
  relationship: Id,
  meeting: Id,
  name: z.string().check(z.maxLength(300)),
  type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'application/pdf']),
  /** Base64. */
  data: z.string(),
  at: Instant,
});
export type Attachment = z.infer<typeof Attachment>;

/** An event as any calendar gives it. All-day events have dates, `end` exclusive; others have instants. */
export const CalendarEvent = z.object({
  id: Id,
  uid: z.optional(z.string()),
  calendar: z.string(),
  title: z.string(),
  start: z.union([Instant, PlainDate]),
  end: z.union([Instant, PlainDate]),
  allDay: z.boolean(),
  busy: z.optional(z.boolean()),
  status: z.enum(['confirmed', 'tentative', 'cancelled']),
  myResponse: z.enum(['accepted', 'declined', 'tentative', 'none']),
  organizer: z.optional(Address),
  attendees: z.array(Address),
  series: z.optional(z.string()),
  originalStart: z.optional(z.union([Instant, PlainDate])),
  location: z.optional(z.string()),
  kind: z.enum(['default', 'out-of-office', 'focus', 'task']),
  /** Where it was seen: the same event may stand in two calendars, an account and a page, an account and a file. */
  seenIn: z.optional(
    z.array(
      z.object({
        /** `google-calendar`, `microsoft-calendar`, `google-calendar-page`, `outlook-calendar-page`, `ics-file`. */
        source: z.string(),
        calendar: z.string(),
        /** The id it has there. */
        id: Id,
        at: Instant,
        /** True in the account's own first calendar, where the answer to an invitation is the owner's. */
        own: z.optional(z.boolean()),
      }),
    ),
  ),
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;

/** A suggestion that was refused: this event, or the whole series, or everything with this title. */
export const Refusal = z.object({
  id: Id,
  at: Instant,
  /** What is no longer suggested. */
  event: z.optional(Id),
  series: z.optional(z.string()),
  title: z.optional(z.string()),
  /** The event's title when it was refused, to show. */
  shown: z.string(),
});
export type Refusal = z.infer<typeof Refusal>;

/** A date of the programme's own (launch, training, check-in, evaluation), kept apart from mentoring hours (P11, E1). */
export const ProgrammeEvent = z.object({
  id: Id,
  relationship: Id,
  /** The event's id in the pack; one that was typed has an id of its own and a name. */
  event: Id,
  /** When it is, or was. */
  at: z.union([Instant, PlainDate]),
  /** Attended or completed. */
  done: z.boolean(),
  doneAt: z.optional(z.union([Instant, PlainDate])),
  name: z.optional(z.string().check(z.maxLength(300))),
  /** Whom it is about, where it is each mentee's own. */
  mentee: z.optional(Id),
  /** The calendar event it was recognised in. */
  calendarEvent: z.optional(Id),
});
export type ProgrammeEvent = z.infer<typeof ProgrammeEvent>;
