// A calendar file (.ics, RFC 5545): the occurrences in a window. What cannot be read is told, and the rest is read.
import type { CalendarEvent } from '../domain/meeting/meeting.ts';
import { type CalendarFileOptions, readSteps } from './icalendar/read.ts';

export type { CalendarFileCode, CalendarFileProblem } from './icalendar/problem.ts';
export type { CalendarFileOptions } from './icalendar/read.ts';

/**
 * The occurrences that overlap the window. Nothing is thrown for anything that stands in `text`; what could not be read
 * goes to `onProblem`. The id of an event is its uid, and for one of a series the time for which it was first planned.
 */
export function readCalendar(text: string, options: CalendarFileOptions): CalendarEvent[] {
  const steps = readSteps(text, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

export interface SliceOptions extends CalendarFileOptions {
  /** How far it has come, 0 to 1; told between slices. */
  onProgress?: (progress: number) => void;
  signal?: AbortSignal;
  /** Lets the page do what waits; the next task unless told. */
  pause?: () => Promise<void>;
}

/** Milliseconds that a page may be kept from drawing. */
const SLICE = 40;

/** `readCalendar` in slices, for a page with a large file. Null when it was stopped. */
export async function readCalendarSlices(text: string, options: SliceOptions): Promise<CalendarEvent[] | null> {
  const { onProgress, signal, pause = nextTask } = options;
  const steps = readSteps(text, options);
  let began = performance.now();
  for (let step = steps.next(); !signal?.aborted; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    onProgress?.(step.value);
    await pause();
    began = performance.now();
  }
  return null;
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
