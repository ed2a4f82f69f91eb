// The Monday-morning view: what needs the mentor, in the order in which it does, each with the one action that settles it.

import type { Suspect } from '../../domain/people/suspect.ts';
import type { Clause, RuleId } from '../../domain/programme/programme.ts';
import type { Mark } from './mark.ts';

/** `due-today`: before the local day ends; `coming`: later; `waiting`: it is the mentee's turn. */
export type Section = 'late' | 'due-today' | 'coming' | 'waiting' | 'cannot-tell';

/** The one thing that settles an item. `url` opens in the tab that fits. */
export type Action =
  | { kind: 'open-thread'; url: string }
  /** Search the mailbox for this mentee; reading the result settles the doubt. */
  | { kind: 'search'; url: string }
  | { kind: 'write'; url: string }
  /** Log an answer to a text or call. */
  | { kind: 'log-answer'; answers: string }
  /** Log a contact with this mentee. */
  | { kind: 'log-contact' }
  | { kind: 'set-terms' }
  /** A place of the dashboard, as behind its #: `log/cohort`. */
  | { kind: 'open-dashboard'; place: string }
  | { kind: 'none' };

export interface OverviewItem {
  /** Key of the verdict; unique in the overview. */
  key: string;
  section: Section;
  rule: RuleId | 'turn' | 'first-word' | 'away-reply';
  relationship: string;
  programme: string;
  /** Of a row about several, or about nobody in particular, the relationship's id and the programme's short name. */
  menteeId: string;
  mentee: string;
  /** The thread's subject, or what else it is about, ready to show. */
  title: string;
  /** One short clause of detail ("No contact since 6 February"), ready to show; may be ''. */
  detail: string;
  mark: Mark;
  clause?: Clause;
  thread?: string;
  /** The mentoring platform through which it came, and where it is answered. */
  via?: string;
  /** The mentee's message or contact that waits. */
  message?: string;
  action: Action;
}

export interface Overview {
  now: string;
  zone: string;
  /** False before the first relationship exists. */
  started: boolean;
  mentees: number;
  items: OverviewItem[];
  /** How many are late or due today: the badge. */
  urgent: number;
  blind: { source: string; name: string; since: string }[];
  /** "Is this a mentee?" and "Is this your address?", not yet decided. */
  questions: Suspect[];
  /** When the mentor's side was last in contact with each mentee (PROGRAMMES T5). */
  lastContacts: { relationship: string; menteeId: string; at: string }[];
  snoozedUntil?: string;
  /** Instant at which some of this changes by itself. */
  next?: string;
}
