// Whom the rules about meetings and dates speak of, and whose duty a rule is (PROGRAMMES P10).
import type { DutyOwner } from '../../programme/programme.ts';
import type { RelationshipView } from '../view.ts';

/** Whether the owner of this Waymark has this duty in this relationship. */
export function isOwn({ relationship }: Pick<RelationshipView, 'relationship'>, duty: DutyOwner): boolean {
  return duty === 'both' || duty === relationship.role;
}

/** Person ids of those whose meetings are counted: every mentee; in a mentee's own Waymark, the owner. */
export function creditedIn({ relationship, mentees }: RelationshipView): string[] {
  return relationship.role === 'mentee' ? [relationship.me] : mentees.map(({ id }) => id);
}
