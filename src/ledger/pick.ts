// Which records make up a slice, and which the small part, told apart from how they are fetched.
import { emptyLedger, type Ledger, type ListName, listNames } from '../domain/ledger.ts';
import type { Relationship } from '../domain/people/relationship.ts';

/** Lists that grow with the mailbox, with the calendars, or hold scans. */
const bigLists: ReadonlySet<ListName> = new Set(['messages', 'events', 'attachments']);

/** Lists that stay small over years of mentoring. */
export const smallLists: readonly ListName[] = listNames.filter((list) => !bigLists.has(list));

/** Lists whose records name their relationship. */
export const relationshipLists = [
  'contacts',
  'meetings',
  'programmeEvents',
  'goals',
  'homework',
  'amendments',
] as const satisfies readonly ListName[];

/** Lists a slice is narrowed down from in memory, because they are small or have no index for it. */
export const sliceBase = [
  'people',
  'relationships',
  'programmes',
  'settings',
  'sources',
  'away',
  'notices',
  'corrections',
  'glimpses',
] as const satisfies readonly ListName[];

/** All lists of which a slice may hold something. */
export const sliceLists: readonly ListName[] = [...sliceBase, ...relationshipLists, 'messages'];

/** The records of `base` that concern this relationship, given the messages already found. */
export function narrow(base: Ledger, relationship: Relationship, found: Partial<Ledger>): Ledger {
  const named = new Set([
    relationship.me,
    ...relationship.mentors,
    ...relationship.mentees,
    ...(relationship.faculty ?? []),
    ...(relationship.coordinator ?? []),
  ]);
  const away = base.away.filter((absence) => absence.relationships.includes(relationship.id));
  const absences = new Set(away.map((absence) => absence.id));
  const messages = new Set(found.messages?.map((message) => message.id));
  return {
    ...emptyLedger(),
    ...found,
    people: base.people.filter((person) => named.has(person.id)),
    relationships: [relationship],
    programmes: base.programmes.filter((programme) => programme.id === relationship.programme),
    settings: base.settings,
    sources: base.sources,
    away,
    notices: base.notices.filter((notice) => absences.has(notice.away)),
    corrections: base.corrections.filter((correction) => messages.has(correction.message)),
  };
}
