// The log as JSON, for other programs: a document of our own, versioned and described here.
import type { Amendment, Meeting } from '../domain/meeting/meeting.ts';
import type { Person } from '../domain/people/person.ts';
import { type LogRow, mayRead, type Reader, standingIn } from './log-row.ts';

/** Instants are ISO 8601 in UTC. Fields that an entry does not have are absent. */
export interface LogFile {
  waymark: 'log';
  version: 1;
  writtenAt: string;
  /** Whom it is for; what is only for others is left out. */
  audience: Reader;
  /** Everybody who stands in one of these entries or its amendments, and nobody else of the relationship. */
  people: Pick<Person, 'id' | 'name' | 'emails'>[];
  meetings: LogFileMeeting[];
  /** Later words about signed entries, oldest first, each with the digest of what came before. */
  amendments: Amendment[];
}

/**
 * An entry as it stands, its amendments applied. `mentors` and `mentees` tell the roles of those who stand in it: the
 * others of its relationship are not named.
 */
export type LogFileMeeting = Pick<Meeting, (typeof fields)[number]> & {
  programme: string;
  zone: string;
  mentors: string[];
  mentees: string[];
  sharedNote?: string;
};

/** Everything that is not named here stays: private notes, and what only serves the log itself. */
const fields = [
  'id',
  'relationship',
  'start',
  'minutes',
  'preparationMinutes',
  'outcome',
  'attendees',
  'topics',
  'topicLevels',
  'homework',
  'reviewed',
  'modality',
  'sessionType',
  'cancelledBy',
  'noticeHours',
  'countOnly',
  'signatures',
] as const;

export interface LogJsonOptions {
  people: readonly Person[];
  amendments?: readonly Amendment[];
  /** `mine` unless told. */
  audience?: Reader;
  /** When it is written, an instant. */
  now: string;
}

export function writeLogJson(rows: readonly LogRow[], options: LogJsonOptions): string {
  const { people, amendments = [], audience = 'mine', now } = options;
  const written = new Set(rows.map(({ meeting }) => meeting.id));
  const later = amendments.filter(({ meeting }) => written.has(meeting));
  const named = new Set([...rows.flatMap(({ meeting }) => standingIn(meeting)), ...later.flatMap(namedBy)]);
  const file: LogFile = {
    waymark: 'log',
    version: 1,
    writtenAt: now,
    audience,
    people: people.filter(({ id }) => named.has(id)).map(({ id, name, emails }) => ({ id, name, emails })),
    meetings: rows.map((row) => composeMeeting(row, audience)),
    amendments: later.map((each) => forAudience(each, audience)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function namedBy({ by, change: { attendees = [], cancelledBy } }: Amendment): string[] {
  return [by, ...attendees, ...(cancelledBy === undefined ? [] : [cancelledBy])];
}

function composeMeeting({ meeting, relationship, programme }: LogRow, audience: Reader): LogFileMeeting {
  const kept = Object.fromEntries(
    fields.filter((field) => meeting[field] !== undefined).map((field) => [field, meeting[field]]),
  );
  const standing = new Set(standingIn(meeting));
  const among = (ids: readonly string[]) => ids.filter((id) => standing.has(id));
  const note = mayRead(audience, 'ours') ? meeting.sharedNote : undefined;
  return {
    ...(kept as Pick<Meeting, (typeof fields)[number]>),
    programme,
    zone: relationship.zone,
    mentors: among(relationship.mentors),
    mentees: among(relationship.mentees),
    ...(note !== undefined && { sharedNote: note }),
  };
}

/** Without the shared note its digest no longer fits what is left; whoever may not read it cannot verify that one. */
function forAudience(amendment: Amendment, audience: Reader): Amendment {
  if (mayRead(audience, 'ours')) return amendment;
  const { sharedNote: _, ...change } = amendment.change;
  return { ...amendment, change };
}
