// What a surface shows about one thread or one item: a state, instants, and nothing that is not on the page already.
import type { Doubt } from '../../domain/verdict/verdict.ts';

/**
 * `late`, `open`, `met`, `missed`, `cannot-tell` are verdict states. `your-turn` is a turn without a limit (the
 * programme names no figure), `waiting` is theirs, `booked` has a date ahead, `still-on` is an automatic reply after the
 * return.
 */
export type MarkState =
  | 'late'
  | 'open'
  | 'met'
  | 'missed'
  | 'cannot-tell'
  | 'your-turn'
  | 'waiting'
  | 'booked'
  | 'still-on';

export interface Mark {
  state: MarkState;
  since?: string;
  due?: string;
  settledAt?: string;
  doubt?: Doubt;
  /** As of when the source last showed it. */
  asOf?: string;
  /** `met` because the last message was judged to ask for nothing: why, as a code of `AsksReason`. */
  seems?: string;
  /** The mentee who waits was told that the mentor is or was away: notice, which moves no deadline. */
  awayTold?: true;
}
