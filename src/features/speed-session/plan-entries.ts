// What a speed session leaves in the log: two entries, one for each half, each under the relationship in which one had
// that role. A half stands in one entry alone, so its minutes count once and the session is one meeting for each role;
// an entry of the other role in the same relationship would credit the same mentee twice.
import type { Ledger } from '../../domain/ledger.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { dateOf } from '../../domain/time/windows.ts';
import { findProgramme } from '../../programmes/index.ts';
import { othersIn } from '../meeting-log/compose-draft.ts';
import { composeAnswers, composeLines, joinNotes } from './compose-notes.ts';
import { findMirror, findPartner } from './find-partner.ts';
import { otherRole, type Reader, type Role, roleIn, type Session } from './session.ts';
import { minutesSpent, type Timer } from './timer.ts';

export interface SpeedPlan {
  /** Somebody new, and relationships that are new or have somebody new: saved before the entries. */
  people: Person[];
  relationships: Relationship[];
  meetings: Meeting[];
  /** What was not there before, and what was changed as it was: for the way back. */
  made: { person?: string; relationship?: string; before?: Relationship };
}

/** Minutes of a half that ran over, at most. */
const MOST_TYPED = 120;

type Facts = Pick<Ledger, 'people' | 'relationships' | 'programmes'>;

export const sessionTypes: Record<Role, string> = {
  mentor: 'Speed session, as mentor',
  mentee: 'Speed session, as mentee',
};

/** Null where nobody was chosen, a half is still to come or its minutes are none. Repeated, it gives the same ids. */
export function planEntries(session: Session, facts: Facts, now: string): SpeedPlan | null {
  const home = facts.relationships.find(({ id }) => id === session.relationship);
  const known = home && findPartner(facts, session, home.me);
  const person = known ?? { id: `${session.id} person`, name: session.name.trim(), emails: [] };
  if (!home || person.name + person.emails.join('') === '' || !isTimed(session, now)) return null;
  const joined = withPartner(home, person.id);
  const found = findMirror(facts.relationships, home, person.id);
  const mirror = found ?? composeMirror(joined, person.id, session, now);
  return {
    people: known ? [] : [person],
    relationships: [...(joined === home ? [] : [joined]), ...(found ? [] : [mirror])],
    meetings: session.halves.map((timer, half) => {
      const role = roleIn(session, half);
      const relationship = role === home.role ? joined : mirror;
      return composeHalf({ session, half, timer, role, relationship, home, partner: person.id, facts, now });
    }),
    made: {
      ...(known ? {} : { person: person.id }),
      ...(found ? {} : { relationship: mirror.id }),
      ...(known && joined !== home && { before: home }),
    },
  };
}

function withPartner(relationship: Relationship, partner: string): Relationship {
  if (othersIn(relationship).includes(partner)) return relationship;
  const { role, mentors, mentees } = relationship;
  return role === 'mentor'
    ? { ...relationship, mentees: [...mentees, partner] }
    : { ...relationship, mentors: [...mentors, partner] };
}

function composeMirror(
  { programme, me, role, zone, end }: Relationship,
  partner: string,
  session: Session,
  now: string,
) {
  const [mentor, mentee] = role === 'mentor' ? [partner, me] : [me, partner];
  const mirror: Relationship = {
    id: `${session.id} relationship`,
    programme,
    me,
    role: otherRole(role),
    mentors: [mentor],
    mentees: [mentee],
    start: dateOf(session.halves[0]?.start ?? now, zone),
    zone,
    ...(end !== undefined && { end }),
  };
  return mirror;
}

interface Half {
  session: Session;
  half: number;
  timer: Timer;
  role: Role;
  relationship: Relationship;
  home: Relationship;
  partner: string;
  facts: Facts;
  now: string;
}

function composeHalf({ session, half, timer, role, relationship, home, partner, facts, now }: Half): Meeting {
  const questions = findProgramme(facts.programmes, home.programme)?.reflections ?? [];
  const note = (reader: Reader) =>
    joinNotes([
      role === 'mentee' && session.linesFor === reader ? composeLines(session.lines) : '',
      relationship.role === home.role ? composeAnswers(questions, session.answers, reader) : '',
    ]);
  const [sharedNote, privateNote] = [note('ours'), note('mine')];
  return {
    id: `${session.id} ${role}`,
    relationship: relationship.id,
    start: timer.start,
    minutes: minutesOf(session, half, now) ?? minutesSpent(timer, now),
    outcome: 'held',
    attendees: role === 'mentee' ? [relationship.me, partner] : [partner],
    topics: session.asked[half] ?? [],
    homework: [],
    signatures: [],
    sessionType: sessionTypes[role],
    ...(sharedNote !== '' && { sharedNote }),
    ...(privateNote !== '' && { privateNote }),
    // Of the session and not of the saving: repeated, it says the same.
    enteredAt: session.halves[1]?.start ?? now,
    enteredFrom: 'typed',
  };
}

/** Whether both halves were and have their minutes. */
export const isTimed = (session: Session, now: string): boolean =>
  [0, 1].every((half) => session.halves[half] !== undefined && minutesOf(session, half, now) !== null);

/** Those that were typed, else those that were measured; null where what was typed are none. */
export function minutesOf({ halves, minutesTyped }: Session, half: number, now: string): number | null {
  const typed = minutesTyped[half] ?? null;
  const timer = halves[half];
  if (typed === null) return timer ? minutesSpent(timer, now) : null;
  const minutes = Number(typed.trim().replace(',', '.'));
  return minutes > 0 && minutes <= MOST_TYPED ? minutes : null;
}
