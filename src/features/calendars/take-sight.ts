// What a calendar page shows, as changes: events of the mentor's own calendars. A page of somebody else's account adds
// nothing but the question whose it is.
import type { Account } from '../../domain/meeting/calendar.ts';
import type { CalendarEvent } from '../../domain/meeting/meeting.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import type { Suspect } from '../../domain/people/suspect.ts';
import type { CalendarSight } from './contract.ts';

export interface SightFacts {
  people: readonly Person[];
  relationships: readonly Relationship[];
  accounts: readonly Account[];
  suspects: readonly Suspect[];
}

export interface SightPlan {
  put: CalendarEvent[];
  suspects: Suspect[];
}

export function planSight(sight: CalendarSight, facts: SightFacts): SightPlan {
  const nothing = { put: [], suspects: [] };
  if (facts.relationships.length === 0) return nothing;
  const { owner } = sight;
  if (owner && !isMine(owner, facts)) {
    const isAsked = facts.suspects.some((suspect) => suspect.id === owner);
    return isAsked ? nothing : { put: [], suspects: [composeSuspect(owner, sight)] };
  }
  return { put: sight.events.map((event) => withSighting(event, sight)), suspects: [] };
}

function isMine(owner: string, { people, relationships, accounts }: SightFacts): boolean {
  const me = new Set(relationships.map((relationship) => relationship.me));
  const own = people.filter((person) => me.has(person.id)).flatMap((person) => person.emails);
  return [...own, ...accounts.map(({ address }) => address)].some((email) => email.toLowerCase() === owner);
}

function composeSuspect(owner: string, { source, at }: CalendarSight): Suspect {
  return { id: owner, about: 'own-address', reason: 'new-account', because: source, since: at };
}

function withSighting(event: CalendarEvent, { source, owner, at }: CalendarSight): CalendarEvent {
  return { ...event, seenIn: [{ source, calendar: owner ?? event.calendar, id: event.id, at }] };
}
