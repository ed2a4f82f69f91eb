// A custom programme as a file of its own, to hand to others in the same programme.
import * as z from 'zod/mini';
import { Programme } from '../domain/programme/programme.ts';
import { isTooDeep } from './brackets.ts';
import { findHostileKey } from './hostile.ts';

const VERSION = 1;

const Envelope = z.object({ waymark: z.literal('programme'), version: z.number() });

/** `detail` names the version, the key or the path of the field, never its content. */
export interface ProgrammeFileProblem {
  code: 'not-json' | 'not-a-programme' | 'newer-version' | 'broken-field' | 'hostile';
  detail: string;
}

export type ProgrammeFile = { ok: true; programme: Programme } | { ok: false; problem: ProgrammeFileProblem };

export function writeProgramme(programme: Programme): string {
  return `${JSON.stringify({ waymark: 'programme', version: VERSION, programme }, null, 2)}\n`;
}

/** Reads what `writeProgramme` wrote. Whether its id is taken is for the caller to see, and to rename. */
export function readProgramme(text: string): ProgrammeFile {
  if (isTooDeep(text)) return refuse('hostile', 'nesting');
  const file = parseJson(text);
  if (!file) return refuse('not-json', '');
  const hostile = findHostileKey(file.value);
  if (hostile) return refuse('hostile', hostile);
  const envelope = Envelope.safeParse(file.value);
  if (!envelope.success) return refuse('not-a-programme', '');
  if (envelope.data.version > VERSION) return refuse('newer-version', String(envelope.data.version));
  return check((file.value as { programme?: unknown }).programme);
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return null;
  }
}

function check(value: unknown): ProgrammeFile {
  const read = Programme.safeParse(value);
  if (!read.success) return refuse('broken-field', read.error.issues[0]?.path.join('.') || 'programme');
  const twice = findTwice(read.data.rules.map((rule) => rule.rule));
  if (twice !== undefined) return refuse('broken-field', `rules.${twice}.rule`);
  return { ok: true, programme: read.data };
}

/** Index of the first value that was there before: a rule named twice would be judged twice. */
function findTwice(values: readonly string[]): number | undefined {
  const index = values.findIndex((value, at) => values.indexOf(value) < at);
  return index < 0 ? undefined : index;
}

function refuse(code: ProgrammeFileProblem['code'], detail: string): ProgrammeFile {
  return { ok: false, problem: { code, detail } };
}
