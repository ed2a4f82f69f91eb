import * as z from 'zod/mini';
import { Id, PlainDate, Zone } from '../record.ts';

export const Term = z.object({ name: z.string(), start: PlainDate, end: PlainDate });
export type Term = z.infer<typeof Term>;

/**
 * One mentoring relationship under one programme: a pair, or a cohort with many mentees. Roles belong here, never to
 * a person, so the same two people may stand in two relationships the other way round.
 */
export const Relationship = z.object({
  id: Id,
  /** Pack id. */
  programme: Id,
  /** Person id of the one who uses this Waymark. */
  me: Id,
  role: z.enum(['mentor', 'mentee']),
  mentors: z.array(Id),
  mentees: z.array(Id),
  faculty: z.optional(z.array(Id)),
  coordinator: z.optional(z.array(Id)),
  scope: z.optional(z.string()),
  start: PlainDate,
  end: z.optional(PlainDate),
  /** The zone in which months, semesters and days of this relationship are counted. */
  zone: Zone,
  terms: z.optional(z.array(Term)),
  /** True when both agreed to go on after the programme's official end (PROGRAMMES P9). */
  continues: z.optional(z.boolean()),
});
export type Relationship = z.infer<typeof Relationship>;
