// A speed session on its way (PROGRAMMES M15): one record that the page keeps until its two entries are saved.
import * as z from 'zod/mini';
import { Id } from '../../domain/record.ts';
import { Timer } from './timer.ts';

export const steps = ['partner', 'alone', 'halves', 'wrap-up'] as const;
export type Step = (typeof steps)[number];

/** `mine`: only the writer reads it. `ours`: mentor and mentee do. */
const Reader = z.enum(['mine', 'ours']);
export type Reader = z.infer<typeof Reader>;

const Role = z.enum(['mentor', 'mentee']);
export type Role = z.infer<typeof Role>;

/** A goal or a question of the next 6 months; which comes first is its priority (G3). */
const Line = z.object({ kind: z.enum(['goal', 'question']), text: z.string().check(z.maxLength(500)) });
export type Line = z.infer<typeof Line>;

export const Session = z.object({
  /** The ids of all that comes of it begin with it. */
  id: Id,
  relationship: Id,
  step: z.enum(steps),
  /** Person id; empty while a name is typed. */
  partner: z.string(),
  name: z.string().check(z.maxLength(300)),
  alone: z.optional(Timer),
  lines: z.array(Line),
  linesFor: Reader,
  /** One's own role in the first half; in the second it is the other. */
  firstRole: Role,
  /** Of each half. */
  minutes: z.number().check(z.gte(5), z.lte(30)),
  halves: z.array(Timer).check(z.maxLength(2)),
  /** Of each half, the questions that came up. */
  asked: z.array(z.array(z.string())),
  /** To the programme's questions for looking back, in their order. */
  answers: z.array(z.object({ text: z.string(), reader: Reader })),
  /** Of each half, what was typed over the minutes that were measured; null for nothing. */
  minutesTyped: z.array(z.nullable(z.string())),
});
export type Session = z.infer<typeof Session>;

export const leastMinutes = 5;
export const mostMinutes = 30;

export function newSession(id: string, relationship: string, partner: string): Session {
  return {
    id,
    relationship,
    step: 'partner',
    partner,
    name: '',
    lines: [],
    linesFor: 'mine',
    firstRole: 'mentor',
    minutes: 10,
    halves: [],
    asked: [[], []],
    answers: [],
    minutesTyped: [null, null],
  };
}

/** As it was kept; null where it is not of this relationship or can't be read. */
export function parseSession(text: string | null, relationship: string): Session | null {
  try {
    const found = Session.safeParse(JSON.parse(text ?? 'null'));
    return found.success && found.data.relationship === relationship ? found.data : null;
  } catch {
    return null;
  }
}

export const otherRole = (role: Role): Role => (role === 'mentor' ? 'mentee' : 'mentor');

/** One's own role in the first or the second half. */
export const roleIn = ({ firstRole }: Session, half: number): Role => (half === 0 ? firstRole : otherRole(firstRole));

/** The half that runs or was last; the first where none has begun. */
export const findHalf = ({ halves }: Session): number => Math.max(0, halves.length - 1);
