import * as z from 'zod/mini';
import { Address, Id, Instant, PlainDate } from '../record.ts';

export const Signature = z.object({
  by: Id,
  how: z.enum(['drawn', 'typed', 'reply', 'paper']),
  at: Instant,
  digest: z.string(),
});
export type Signature = z.infer<typeof Signature>;

/** A log entry. `minutes` counts towards a programme; `preparationMinutes` is kept apart and never does. */
export const Meeting = z.object({
  id: Id,
  relationship: Id,
  start: Instant,
  minutes: z.number().check(z.nonnegative()),
  preparationMinutes: z.optional(z.number().check(z.nonnegative())),
  outcome: z.enum(['planned', 'held', 'cancelled', 'no-show']),
  /** Person ids of those who came. */
  attendees: z.array(Id),
  topics: z.array(z.string()),
  homework: z.array(z.string()),
  /** The calendar event it came from. */
  event: z.optional(Id),
  signatures: z.array(Signature),
});
export type Meeting = z.infer<typeof Meeting>;

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
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;

/** Attendance at a programme's own event (launch, training, workshop), kept apart from mentoring hours (P11). */
export const ProgrammeEvent = z.object({
  id: Id,
  relationship: Id,
  /** The event's id in the pack. */
  event: Id,
  at: z.union([Instant, PlainDate]),
  done: z.boolean(),
});
export type ProgrammeEvent = z.infer<typeof ProgrammeEvent>;
