// What a sheet brings, row by row, before anything is kept.
import type { Meeting } from '../../domain/meeting/meeting.ts';

export interface ImportLine {
  /** Where it stands in the sheet. */
  place: string;
  meeting: Meeting;
  /** What is to be known of it; it is kept all the same. */
  notes: string[];
  /** An entry of the same start is in the log already: it is not brought in twice. */
  isKnown: boolean;
}

export interface ImportPlan {
  lines: ImportLine[];
  /** Rows that are left out, and why. */
  left: { place: string; text: string }[];
  /** What is said of the whole sheet. */
  notes: string[];
}

/** Ids of those that would be kept. */
export const newMeetings = ({ lines }: ImportPlan): Meeting[] =>
  lines.filter(({ isKnown }) => !isKnown).map(({ meeting }) => meeting);

/** Entries of the same relationship that began at the same time with somebody who was there are the same. */
export function makeKnown(stored: readonly Meeting[]): (meeting: Meeting) => boolean {
  const byStart = Map.groupBy(stored, ({ relationship, start }) => `${relationship} ${Date.parse(start)}`);
  return ({ id, relationship, start, attendees }) =>
    (byStart.get(`${relationship} ${Date.parse(start)}`) ?? []).some(
      (other) => other.id === id || attendees.length === 0 || other.attendees.some((who) => attendees.includes(who)),
    );
}
