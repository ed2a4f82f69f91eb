// A timer that counts nothing: what is left follows from when it began, its pauses and the instant it is. So it goes on
// through a reload, a sleeping computer and a tab that was in the background.
import * as z from 'zod/mini';
import { Instant } from '../../domain/record.ts';

export const Timer = z.object({
  start: Instant,
  /** How long it is meant to be. */
  minutes: z.number().check(z.gte(1), z.lte(60)),
  /** In order; the last has no end while it lasts. */
  pauses: z.array(z.object({ from: Instant, to: z.optional(Instant) })),
  /** When it was ended by hand. */
  ended: z.optional(Instant),
});
export type Timer = z.infer<typeof Timer>;

export interface Reading {
  state: 'running' | 'paused' | 'over';
  /** Milliseconds without the pauses, never more than it is meant to be. */
  spent: number;
  /** Milliseconds. */
  left: number;
  isPastHalf: boolean;
}

const MINUTE = 60_000;

export const startTimer = (minutes: number, now: string): Timer => ({ start: now, minutes, pauses: [] });

export function readTimer(timer: Timer, now: string): Reading {
  const { start, minutes, pauses, ended } = timer;
  const length = minutes * MINUTE;
  const until = ended ?? now;
  const paused = pauses.reduce((sum, { from, to }) => sum + spanOf(from, to ?? until), 0);
  const spent = Math.min(length, Math.max(0, spanOf(start, until) - paused));
  const isOver = ended !== undefined || spent >= length;
  const state = isOver ? 'over' : isPaused(timer) ? 'paused' : 'running';
  return { state, spent, left: length - spent, isPastHalf: spent * 2 >= length };
}

export function pauseTimer(timer: Timer, now: string): Timer {
  if (readTimer(timer, now).state !== 'running') return timer;
  return { ...timer, pauses: [...timer.pauses, { from: now }] };
}

export function resumeTimer(timer: Timer, now: string): Timer {
  if (readTimer(timer, now).state !== 'paused') return timer;
  return { ...timer, pauses: timer.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: now } : pause)) };
}

/** What is over by itself stays as it is. */
export function endTimer(timer: Timer, now: string): Timer {
  return readTimer(timer, now).state === 'over' ? timer : { ...timer, ended: now };
}

/** Whole minutes that were spent, one at least. */
export const minutesSpent = (timer: Timer, now: string): number =>
  Math.max(1, Math.round(readTimer(timer, now).spent / MINUTE));

const isPaused = ({ pauses }: Timer) => pauses.length > 0 && pauses.at(-1)!.to === undefined;

/** A clock that was set back makes no time. */
const spanOf = (from: string, to: string) => Math.max(0, Date.parse(to) - Date.parse(from));
