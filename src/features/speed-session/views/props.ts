import type { Ledger } from '../../../domain/ledger.ts';
import type { Relationship } from '../../../domain/people/relationship.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { Session } from '../session.ts';

/** What every step of a speed session is given. */
export interface StepProps {
  ledger: Ledger;
  relationship: Relationship;
  programme: Programme;
  session: Session;
  set: (change: Partial<Session>) => void;
  /** The instant it is. */
  now: () => string;
  /** The partner's name, or "your partner". */
  other: string;
}
