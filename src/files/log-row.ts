// What the log is written from: one entry as it stands, with the relationship it belongs to.
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Person } from '../domain/people/person.ts';
import type { Relationship } from '../domain/people/relationship.ts';

export interface LogRow {
  /** As it stands now, its amendments applied. */
  meeting: Meeting;
  relationship: Relationship;
  /** The programme's name, as shown. */
  programme: string;
}

/** Who may read a field; each reads what those after it read: `mine` (the writer), `ours` (mentor and mentee), `programme`. */
export type Reader = 'mine' | 'ours' | 'programme';

const widest: readonly Reader[] = ['mine', 'ours', 'programme'];

/** Whether what is written for `audience` may hold a field of `reader`. */
export function mayRead(audience: Reader, reader: Reader): boolean {
  return widest.indexOf(audience) <= widest.indexOf(reader);
}

/** Names by person id; of somebody without a name, the address. */
export function namesOf(people: readonly Person[]): ReadonlyMap<string, string> {
  return new Map(people.map((person) => [person.id, person.name.trim() || person.emails[0] || 'No name']));
}

/** The entry's start in the relationship's zone. */
export function localStart({ meeting, relationship }: LogRow): Temporal.ZonedDateTime {
  return Temporal.Instant.from(meeting.start).toZonedDateTimeISO(relationship.zone);
}

/** Ids of all who stand in an entry: who was there or meant to be, who signed, who cancelled. */
export function standingIn({ attendees, signatures, cancelledBy }: Meeting): string[] {
  const others = [...signatures.map(({ by }) => by), ...(cancelledBy === undefined ? [] : [cancelledBy])];
  return [...new Set([...attendees, ...others])];
}
