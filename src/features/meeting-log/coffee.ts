// Mentoring is more than a chat over coffee (PROGRAMMES M18, USERS N21): two meetings running without a topic or a goal are
// said once, in the form of the next one.
import type { Ledger } from '../../domain/ledger.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import { compareInstants } from '../../domain/time/instants.ts';
import { othersIn } from './compose-draft.ts';

const RUNNING = 2;

/** Whether exactly the last two meetings held with these people name neither; a third says no more about it. */
export function isOverCoffee(
  { relationships, meetings }: Pick<Ledger, 'relationships' | 'meetings'>,
  entry: Pick<Meeting, 'id' | 'relationship' | 'start' | 'attendees'>,
): boolean {
  const relationship = relationships.find(({ id }) => id === entry.relationship);
  if (!relationship) return false;
  const others = othersIn(relationship).filter((id) => entry.attendees.includes(id));
  const isBefore = (each: Meeting) =>
    each.outcome === 'held' &&
    each.relationship === relationship.id &&
    each.id !== entry.id &&
    compareInstants(each.start, entry.start) < 0 &&
    others.some((id) => each.attendees.includes(id));
  const before = meetings.filter(isBefore).sort((a, b) => compareInstants(b.start, a.start));
  const firstNamed = before.findIndex(({ topics, goals = [] }) => topics.length + goals.length > 0);
  return (firstNamed < 0 ? before.length : firstNamed) === RUNNING;
}
