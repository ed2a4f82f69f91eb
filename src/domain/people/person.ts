import * as z from 'zod/mini';
import { Email, Id } from '../record.ts';

/** Somebody in a mentoring relationship, the mentor included. `emails` lists every address they write from. */
export const Person = z.object({
  id: Id,
  name: z.string().check(z.maxLength(300)),
  emails: z.array(Email),
  phone: z.optional(z.string().check(z.maxLength(60))),
});
export type Person = z.infer<typeof Person>;
