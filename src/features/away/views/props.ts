// What the views of an absence are given: what they show it by, and what can be done.
import type { Away } from '../../../domain/away/away.ts';
import type { Ledger } from '../../../domain/ledger.ts';
import type { Overview } from '../../deadlines/overview.ts';
import type { AwayActions } from './actions.ts';

export interface AwaySetting {
  small: Ledger;
  overview: Overview;
  events: Ledger['events'];
  /** A date in the mentor's zone. */
  today: string;
  /** The reader's own locale, for the language that messages begin in. */
  locale: string;
}

/** Each is said to the worker; what came of it is told by whoever gives them. */
export interface AwayActs {
  change(away: Away): void;
  remove(away: Away): void;
  back(away: Away): void;
  told(away: Away, people: string[]): void;
  untold(away: Away, person: string): void;
  cover(away: Away, person: string | null): void;
  setByHand(away: Away, text: string): void;
  unset(away: Away): void;
  replyOff(away: Away): void;
  meeting(away: Away, meeting: string, seenTo: boolean): void;
}

export interface AwayViewProps {
  away: Away;
  setting: AwaySetting;
  acts: AwayActs;
  actions: AwayActions;
}

export const nameOf = ({ small }: AwaySetting, id: string): string => {
  const person = small.people.find((each) => each.id === id);
  return person?.name || person?.emails[0] || 'Someone';
};

export const emailOf = ({ small }: AwaySetting, id: string): string[] => {
  const first = small.people.find((each) => each.id === id)?.emails[0];
  return first ? [first] : [];
};
