// How far an entry is signed: by the mentor's side, by the mentees who were there, or both (PROGRAMMES M7).
import type { Meeting, Signature } from '../../domain/meeting/meeting.ts';
import type { Relationship } from '../../domain/people/relationship.ts';
import { mentorsFor } from '../../domain/verdict/view.ts';

export type Signed = 'unsigned' | 'mentor' | 'mentee' | 'both';

/** `both` needs somebody of the mentor's side and every mentee who came. */
export function readSigned(meeting: Pick<Meeting, 'attendees' | 'signatures'>, relationship: Relationship): Signed {
  if (meeting.signatures.length === 0) return 'unsigned';
  const by = new Set(meeting.signatures.map((signature) => signature.by));
  const mentees = relationship.mentees.filter((id) => meeting.attendees.includes(id));
  const missing = mentees.filter((id) => !by.has(id));
  const isByMentor = mentorsFor(relationship, '').some((id) => by.has(id));
  if (isByMentor) return mentees.length > 0 && missing.length === 0 ? 'both' : 'mentor';
  return missing.length < mentees.length ? 'mentee' : 'unsigned';
}

/** The latest signature of each person, first signed first. */
export function latestSignatures(signatures: readonly Signature[]): Signature[] {
  const latest = new Map<string, Signature>();
  for (const signature of [...signatures].sort((a, b) => (a.at < b.at ? -1 : 1))) latest.set(signature.by, signature);
  return [...latest.values()];
}
