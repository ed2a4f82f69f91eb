// What Google's calendar answers with (Discovery document calendar v3, schemas Events, Event, CalendarList). Read
// leniently: a field that is missing or odd spoils only its own event.
import * as z from 'zod/mini';

const Text = z.optional(z.nullable(z.string()));

const EventTime = z.object({ date: Text, dateTime: Text, timeZone: Text });

const Person = z.object({ email: Text, displayName: Text, self: z.optional(z.nullable(z.boolean())) });

const Attendee = z.object({
  email: Text,
  displayName: Text,
  self: z.optional(z.nullable(z.boolean())),
  resource: z.optional(z.nullable(z.boolean())),
  responseStatus: Text,
});

export const WireEvent = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  status: Text,
  summary: Text,
  location: Text,
  start: z.optional(z.nullable(EventTime)),
  end: z.optional(z.nullable(EventTime)),
  iCalUID: Text,
  recurringEventId: Text,
  originalStartTime: z.optional(z.nullable(EventTime)),
  recurrence: z.optional(z.nullable(z.array(z.string()))),
  transparency: Text,
  eventType: Text,
  organizer: z.optional(z.nullable(Person)),
  attendees: z.optional(z.nullable(z.array(Attendee))),
});
export type WireEvent = z.infer<typeof WireEvent>;
export type WireTime = z.infer<typeof EventTime>;

/** One page of `events.list`. Its events are read one by one, so that an odd one does not cost the others. */
export const EventsAnswer = z.object({
  items: z.optional(z.nullable(z.array(z.unknown()))),
  nextPageToken: Text,
  nextSyncToken: Text,
  /** The calendar's own zone. */
  timeZone: Text,
});

/** The fields of an event that are asked for: no description, no link, nothing that is not used. */
export const eventFields =
  'nextPageToken,nextSyncToken,timeZone,items(id,status,summary,location,start,end,iCalUID,recurringEventId,originalStartTime,recurrence,transparency,eventType,organizer(email,displayName,self),attendees(email,displayName,self,resource,responseStatus))';

export const CalendarListAnswer = z.object({
  items: z.optional(z.nullable(z.array(z.unknown()))),
  nextPageToken: Text,
});

export const WireCalendar = z.object({
  id: z.string().check(z.minLength(1)),
  summary: Text,
  summaryOverride: Text,
  primary: z.optional(z.nullable(z.boolean())),
  deleted: z.optional(z.nullable(z.boolean())),
  accessRole: Text,
});

/** Google's two forms of an error: `errors` with a reason, and `details` with a reason of the newer kind. */
export const ErrorAnswer = z.object({
  error: z.object({
    status: Text,
    errors: z.optional(z.array(z.object({ reason: Text, location: Text }))),
    details: z.optional(z.array(z.object({ reason: Text }))),
  }),
});
