// One row of the log for each entry, as its amendments leave it. Cheap, because it is made for every entry at once: what
// only a shown row needs (words, local times) is made where it is shown.
import type { Ledger } from '../../domain/ledger.ts';
import { currentMeeting } from '../../domain/meeting/chain.ts';
import type { Amendment, Meeting } from '../../domain/meeting/meeting.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { findProgramme } from '../../programmes/index.ts';
import { readSigned, type Signed } from './signed.ts';

export interface LogPersonName {
  id: string;
  name: string;
}

export interface LogRow {
  id: string;
  /** As it stands now. */
  meeting: Meeting;
  relationship: Relationship;
  /** The programme's short name. */
  programme: string;
  /** The others: mentees, and of those who came the co-mentors; oneself is not named. */
  people: LogPersonName[];
  signed: Signed;
  amendments: Amendment[];
}

type Parts = Pick<Ledger, 'people' | 'relationships' | 'programmes' | 'meetings' | 'amendments'>;

/** Newest first. Entries of relationships that are gone are left out: they are removed with them. */
export function composeRows(ledger: Parts): LogRow[] {
  const names = new Map(ledger.people.map(({ id, name, emails }) => [id, name || emails[0] || 'Someone']));
  const relationships = new Map(ledger.relationships.map((each) => [each.id, each]));
  const programmes = new Map(
    ledger.relationships.map((each) => [each.id, findProgramme(ledger.programmes, each.programme)?.short]),
  );
  const amendments = Map.groupBy(ledger.amendments, (each) => each.meeting);
  const rows = ledger.meetings.flatMap((stored): LogRow[] => {
    const relationship = relationships.get(stored.relationship);
    if (!relationship) return [];
    const own = amendments.get(stored.id) ?? [];
    const meeting = own.length > 0 ? currentMeeting(stored, own) : stored;
    return [
      {
        id: stored.id,
        meeting,
        relationship,
        programme: programmes.get(relationship.id) ?? relationship.programme,
        people: othersOf(meeting, relationship, names),
        signed: readSigned(meeting, relationship),
        amendments: own,
      },
    ];
  });
  return rows.sort((a, b) => compareText(b.meeting.start, a.meeting.start) || compareText(a.id, b.id));
}

function othersOf(meeting: Meeting, relationship: Relationship, names: ReadonlyMap<string, string>): LogPersonName[] {
  const ids = meeting.attendees.filter((id) => id !== relationship.me);
  return ids.map((id) => ({ id, name: names.get(id) ?? 'Someone' }));
}

/** Instants of four-digit years are in order as text. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the mentee was there, or the entry was meant for them. */
export function concerns(row: LogRow, mentee: string): boolean {
  return row.meeting.attendees.includes(mentee);
}
