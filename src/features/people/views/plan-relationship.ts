// From what the form holds to the records that are saved, or the sentence that says what is missing.
import type { Person } from '../../../domain/people/person.ts';
import type { Relationship, Term } from '../../../domain/people/relationship.ts';
import { type PeoplePlan, planNamed } from './plan-people.ts';
import type { ParseRoster } from './roster-line.ts';

export interface RelationshipDraft {
  programme: string;
  role: 'mentor' | 'mentee';
  start: string;
  end: string;
  zone: string;
  scope: string;
  continues: boolean;
  terms: Term[];
  /** The other mentors, faculty and coordinators, as lines of name and address. */
  mentors: string;
  faculty: string;
  coordinator: string;
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

function findProblem(draft: RelationshipDraft, parseRoster: ParseRoster): string | undefined {
  if (!isDate(draft.start)) return 'Say since when: a date is needed.';
  if (draft.end !== '' && draft.end < draft.start) return 'It ends before it begins.';
  const term = draft.terms.find(
    ({ name, start, end }) => name.trim() === '' || !isDate(start) || !isDate(end) || end < start,
  );
  if (term) return 'Each semester needs a name, a first and a last day.';
  const named = [draft.mentors, draft.faculty, draft.coordinator].flatMap((text) => parseRoster(text).rows);
  const wrong = named.find(({ problem }) => problem === 'no-address' || problem === 'bad-address');
  return wrong ? `“${wrong.email || wrong.name}” needs a complete address.` : undefined;
}

/** Optional fields that are empty are left out, not stored empty. */
function composeOptional(draft: RelationshipDraft): Partial<Relationship> {
  return {
    ...(draft.end ? { end: draft.end } : {}),
    ...(draft.scope.trim() ? { scope: draft.scope.trim() } : {}),
    ...(draft.terms.length > 0 ? { terms: draft.terms } : {}),
    ...(draft.continues ? { continues: true } : {}),
  };
}

/** The people of one field: a line that repeats another is one person. */
function planField(text: string, people: Person[], parseRoster: ParseRoster, newId: () => string) {
  const rows = parseRoster(text).rows.filter(({ problem }) => problem !== 'duplicate');
  return planNamed(rows, people, newId);
}

export function planRelationship(
  draft: RelationshipDraft,
  before: Relationship,
  people: Person[],
  parseRoster: ParseRoster,
  newId: () => string,
): PeoplePlan | { problem: string } {
  const problem = findProblem(draft, parseRoster);
  if (problem) return { problem };
  const mentors = planField(draft.mentors, people, parseRoster, newId);
  const faculty = planField(draft.faculty, [...people, ...mentors.added], parseRoster, newId);
  const so = [...people, ...mentors.added, ...faculty.added];
  const coordinator = planField(draft.coordinator, so, parseRoster, newId);
  const { end, scope, terms, continues, faculty: _, coordinator: __, ...kept } = before;
  const me = before.mentors.includes(before.me) || draft.role === 'mentor' ? [before.me] : [];
  const relationship: Relationship = {
    ...kept,
    programme: draft.programme,
    role: draft.role,
    start: draft.start,
    zone: draft.zone,
    mentors: [...me, ...mentors.ids.filter((id) => id !== before.me)],
    ...composeOptional(draft),
    ...(faculty.ids.length > 0 ? { faculty: faculty.ids } : {}),
    ...(coordinator.ids.length > 0 ? { coordinator: coordinator.ids } : {}),
  };
  return { people: [...mentors.added, ...faculty.added, ...coordinator.added], relationships: [relationship] };
}
