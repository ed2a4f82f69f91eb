import { compareInstants } from '../../time/instants.ts';
import type { VerdictState } from '../verdict.ts';

/** A deadline is open, then late; settled in time it is met, settled late missed. At the instant itself an answer is in time. */
export function deadlineState(now: string, due: string, settledAt: string | undefined): VerdictState {
  if (settledAt !== undefined) return compareInstants(settledAt, due) <= 0 ? 'met' : 'missed';
  return compareInstants(now, due) < 0 ? 'open' : 'late';
}
