// What Microsoft Graph answers with (event, calendar). Read leniently, spelling of enum members included: Microsoft's own
// samples break Microsoft's own schema.
import * as z from 'zod/mini';

const Text = z.optional(z.nullable(z.string()));
const Truth = z.optional(z.nullable(z.boolean()));

/** A local time of up to seven fraction digits, without offset, in a zone that is named beside it. */
export const GraphTime = z.object({ dateTime: Text, timeZone: Text });
export type GraphTime = z.infer<typeof GraphTime>;

export const Recipient = z.object({ emailAddress: z.optional(z.nullable(z.object({ name: Text, address: Text }))) });

const Attendee = z.object({ ...Recipient.shape, type: Text });

export const WireEvent = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  '@removed': z.optional(z.unknown()),
  type: Text,
  seriesMasterId: Text,
  subject: Text,
  start: z.optional(z.nullable(GraphTime)),
  end: z.optional(z.nullable(GraphTime)),
  originalStart: Text,
  originalStartTimeZone: Text,
  isAllDay: Truth,
  isCancelled: Truth,
  isOrganizer: Truth,
  showAs: Text,
  responseStatus: z.optional(z.nullable(z.object({ response: Text }))),
  iCalUId: Text,
  organizer: z.optional(z.nullable(Recipient)),
  attendees: z.optional(z.nullable(z.array(Attendee))),
  location: z.optional(z.nullable(z.object({ displayName: Text }))),
});
export type WireEvent = z.infer<typeof WireEvent>;

export const EventsAnswer = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': Text,
  '@odata.deltaLink': Text,
});

/** What of a series is asked for where only its occurrences came. */
export const masterFields = [
  'id',
  'type',
  'subject',
  'isAllDay',
  'isCancelled',
  'isOrganizer',
  'showAs',
  'responseStatus',
  'iCalUId',
  'organizer',
  'attendees',
  'location',
  'originalStartTimeZone',
];

export const CalendarsAnswer = z.object({ value: z.array(z.unknown()), '@odata.nextLink': Text });

export const WireCalendar = z.object({
  id: z.string().check(z.minLength(1)),
  name: Text,
  isDefaultCalendar: Truth,
});

export const ErrorAnswer = z.object({ error: z.object({ code: Text }) });
