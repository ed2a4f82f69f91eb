// What a rule says: one requirement, about one mentee (or thread, or meeting), in one of five states.
import type { Clause, RuleId } from '../programme/programme.ts';

export type VerdictState = 'met' | 'open' | 'late' | 'missed' | 'cannot-tell';

/** Dates, both inclusive, in the relationship's zone. */
export interface Window {
  from: string;
  to: string;
}

export interface Subject {
  relationship: string;
  mentee?: string;
  thread?: string;
  meeting?: string;
  /** A date of the programme: the event's id in the pack. */
  event?: string;
  window?: Window;
}

/** Why a verdict cannot be told, as a code that the surfaces turn into a sentence and an offer. */
export type Doubt =
  | { code: 'not-covered'; window: Window }
  | { code: 'blind'; source: string; since: string }
  | { code: 'newer-message'; glimpse: string; at: string }
  | { code: 'no-terms' }
  /** A mandatory event of which no date is known. */
  | { code: 'no-date' };

export interface Verdict {
  rule: RuleId;
  subject: Subject;
  state: VerdictState;
  /** Instant at which the requirement began to run. */
  since?: string;
  /** Instant by which it is to be settled. */
  due?: string;
  /** Instant at which it was settled, in time or late. */
  settledAt?: string;
  /** Ids of the records that decide it. */
  evidence: string[];
  clause: Clause;
  doubt?: Doubt;
  /** log-complete: the parts that the entry lacks, by the names that packs give them. */
  missing?: string[];
  /** Until when the source that shows this open was last seen: the verdict holds as of then. */
  asOf?: string;
}
