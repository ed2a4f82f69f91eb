// The handover sheet (USERS N8): what waits of each mentee while a mentor is away, for the co-mentor who covers. It holds
// names and addresses, ages of waits and times of meetings, and nothing of what was written: no subject, no title, no note.
import * as z from 'zod/mini';
import { Instant, PlainDate } from '../domain/record.ts';
import { isTooDeep } from './brackets.ts';
import { findHostileKey } from './hostile.ts';

const VERSION = 1;

/** A sheet of 200 mentees with 20 waits each is a quarter of it. */
export const MOST_BYTES = 1024 * 1024;

const Name = z.string().check(z.maxLength(300));
const Emails = z.array(z.string().check(z.minLength(3), z.maxLength(320), z.toLowerCase())).check(z.maxLength(20));
const Party = z.object({ name: Name, emails: Emails });

export const HandoverSheet = z.object({
  writtenAt: Instant,
  /** Dates; `to` inclusive. */
  away: z.object({ from: PlainDate, to: PlainDate, returns: PlainDate }),
  /** Who is away. */
  mentor: Party,
  /** Pack id, and what the programme is called. */
  programme: z.object({ id: Name, name: Name }),
  mentees: z
    .array(
      z.object({
        ...Party.shape,
        /** Since when each open thread waits for an answer, oldest first. */
        threads: z.array(z.object({ since: Instant, due: z.optional(Instant) })).check(z.maxLength(500)),
        /** Booked until the return, in order. */
        meetings: z
          .array(z.object({ start: Instant, minutes: z.number().check(z.gte(0), z.lte(10_080)) }))
          .check(z.maxLength(500)),
      }),
    )
    .check(z.maxLength(500)),
});
export type HandoverSheet = z.infer<typeof HandoverSheet>;

/** `detail` names the version, the key or the path of the field, never its content. */
export interface HandoverProblem {
  code: 'too-large' | 'not-json' | 'not-a-handover' | 'newer-version' | 'broken-field' | 'hostile';
  detail: string;
}

export type HandoverFile = { ok: true; sheet: HandoverSheet } | { ok: false; problem: HandoverProblem };

const Envelope = z.object({ waymark: z.literal('handover'), version: z.number() });

/** Only what a sheet has goes in, whatever else the object carries. */
export function writeHandover(sheet: HandoverSheet): string {
  const { writtenAt, away, mentor, programme, mentees } = HandoverSheet.parse(sheet);
  const file = { waymark: 'handover', version: VERSION, writtenAt, away, mentor, programme, mentees };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads what `writeHandover` wrote; every doubtful file gives a problem, none throws. */
export function readHandover(text: string): HandoverFile {
  if (text.length > MOST_BYTES) return refuse('too-large');
  if (isTooDeep(text)) return refuse('hostile', 'nesting');
  const file = parseJson(text);
  if (!file) return refuse('not-json');
  const hostile = findHostileKey(file.value);
  if (hostile) return refuse('hostile', hostile);
  const envelope = Envelope.safeParse(file.value);
  if (!envelope.success) return refuse('not-a-handover');
  if (envelope.data.version > VERSION) return refuse('newer-version', String(envelope.data.version));
  const read = HandoverSheet.safeParse(file.value);
  if (!read.success) return refuse('broken-field', read.error.issues[0]?.path.join('.'));
  const broken = findBrokenDate(read.data);
  return broken ? refuse('broken-field', broken) : { ok: true, sheet: read.data };
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return null;
  }
}

/** The forms alone let 31 February through. */
function findBrokenDate({ writtenAt, away, mentees }: HandoverSheet): string | null {
  const dates: [string, string][] = Object.entries(away).map(([name, date]) => [`away.${name}`, date]);
  const instants: [string, string][] = [
    ['writtenAt', writtenAt],
    ...mentees.flatMap(({ threads, meetings }, at): [string, string][] => [
      ...threads.flatMap(({ since, due }): [string, string][] => [
        [`mentees.${at}.threads`, since],
        [`mentees.${at}.threads`, due ?? since],
      ]),
      ...meetings.map(({ start }): [string, string] => [`mentees.${at}.meetings`, start]),
    ]),
  ];
  const broken =
    dates.find(([, date]) => !holds(() => Temporal.PlainDate.from(date))) ??
    instants.find(([, instant]) => !holds(() => Temporal.Instant.from(instant)));
  if (broken) return broken[0];
  const isOrdered = away.from <= away.to && away.to <= away.returns;
  return isOrdered ? null : 'away';
}

function holds(read: () => unknown): boolean {
  try {
    return read() !== undefined;
  } catch {
    return false;
  }
}

function refuse(code: HandoverProblem['code'], detail = ''): HandoverFile {
  return { ok: false, problem: { code, detail } };
}
