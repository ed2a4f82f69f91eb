// The shapes every record is built from. Instants are ISO 8601 in UTC, dates YYYY-MM-DD, addresses have a lower-cased email.
import * as z from 'zod/mini';

// Zod tries to compile validators with `new Function`; extension pages forbid that, so it is told not to try.
z.config({ jitless: true });

export const Id = z.string().check(z.minLength(1), z.maxLength(500));
/** An instant, ISO 8601 in UTC: `2026-01-05T20:04:00Z`, with or without a fraction of a second. */
export const Instant = z.string().check(z.regex(/^-?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/));
/** A calendar date, `YYYY-MM-DD`. */
export const PlainDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
/** An IANA zone name. */
export const Zone = z.string().check(z.minLength(1), z.maxLength(80));
export const Email = z.string().check(z.minLength(3), z.maxLength(320), z.toLowerCase());

export const Address = z.object({ name: z.optional(z.string()), email: Email });
export type Address = z.infer<typeof Address>;
