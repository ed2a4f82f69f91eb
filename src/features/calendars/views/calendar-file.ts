// A calendar file on its way in: read in slices, then told to the worker in portions that are acknowledged one by one.
import type { CalendarEvent } from '../../../domain/meeting/meeting.ts';

/** Why something of a file was not read, by its line. */
export interface FileProblem {
  /** From 1. */
  line: number;
  code: FileProblemCode;
  /** A name out of the file; never an event's text. */
  detail: string;
}

export type FileProblemCode =
  | 'not-a-calendar'
  | 'too-large'
  | 'too-many'
  | 'cut'
  | 'broken-line'
  | 'broken-event'
  | 'unknown-zone'
  | 'cannot-expand'
  | 'too-long'
  | 'more';

/** Because of these nothing of a file is read. */
const wholes = ['not-a-calendar', 'too-large', 'too-many'] as const;
type Whole = (typeof wholes)[number];

export interface FileWindow {
  /** Instants. */
  from: string;
  to: string;
}

/** Reads a calendar's text; null when it was stopped. */
export type ReadFile = (
  text: string,
  options: { onProblem: (problem: FileProblem) => void; onProgress: (share: number) => void; signal: AbortSignal },
) => Promise<CalendarEvent[] | null>;

export interface Counts {
  added: number;
  changed: number;
  same: number;
}

/** Stores a portion; null when it could not be. `last` is true for the last one. */
export type StorePart = (name: string, events: CalendarEvent[], last: boolean) => Promise<Counts | null>;

export type Outcome =
  | { state: 'done'; name: string; counts: Counts; problems: FileProblem[] }
  | { state: 'refused'; name: string; code: Whole | 'unreadable' | 'not-stored' }
  | { state: 'stopped'; name: string };

/** Bytes. A calendar of ten years has some ten million; this much is still read without harm to the page. */
export const MOST_BYTES = 100_000_000;
const PORTION = 500;
/** Reading is this part of the whole, storing the rest. */
const READING = 0.7;

interface Import {
  file: File;
  read: ReadFile;
  store: StorePart;
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

export async function importFile({ file, read, store, onProgress, signal }: Import): Promise<Outcome> {
  const { name } = file;
  if (file.size > MOST_BYTES) return { state: 'refused', name, code: 'too-large' };
  const text = await file.text().catch(() => null);
  if (text === null) return { state: 'refused', name, code: 'unreadable' };
  const problems: FileProblem[] = [];
  const onProblem = (problem: FileProblem) => void problems.push(problem);
  const events = await read(text, { onProblem, onProgress: (share) => onProgress(share * READING), signal });
  if (!events) return { state: 'stopped', name };
  const whole = wholes.find((each) => problems.some(({ code }) => code === each));
  if (whole) return { state: 'refused', name, code: whole };
  const counts = await storeAll({ name, events, store, onProgress, signal });
  if (counts === 'stopped') return { state: 'stopped', name };
  return counts ? { state: 'done', name, counts, problems } : { state: 'refused', name, code: 'not-stored' };
}

type Storing = Pick<Import, 'store' | 'onProgress' | 'signal'> & { name: string; events: CalendarEvent[] };

async function storeAll({ name, events, store, onProgress, signal }: Storing): Promise<Counts | null | 'stopped'> {
  const total = { added: 0, changed: 0, same: 0 };
  for (let at = 0; at < events.length; at += PORTION) {
    if (signal.aborted) return 'stopped';
    const counts = await store(name, events.slice(at, at + PORTION), at + PORTION >= events.length);
    if (!counts) return null;
    for (const key of ['added', 'changed', 'same'] as const) total[key] += counts[key];
    onProgress(READING + (1 - READING) * Math.min(1, (at + PORTION) / events.length));
  }
  return total;
}
