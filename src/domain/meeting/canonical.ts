// The canonical forms: of an entry and of an amendment, the texts that a signature stands for; and of what is sealed, the
// texts that hold the chain together. JSON without spaces, fields in the order of their names, strings in Unicode NFC,
// numbers as JSON writes them, absent fields left out, attendees and goals sorted by code unit, all else in its own
// order. `form` names the kind and the version.
import type { Amendment, Meeting, MeetingChange, Signature, Withdrawal } from './meeting.ts';

/**
 * What of an entry is signed for: all that the programme, or mentor and mentee together, may read. Not the writer's own
 * note, the signatures themselves, nor how the entry came in and what its calendar event says.
 */
export const canonicalFields = [
  'attendees',
  'cancelledBy',
  'countOnly',
  'goals',
  'homework',
  'id',
  'minutes',
  'modality',
  'noticeHours',
  'outcome',
  'preparationMinutes',
  'relationship',
  'reviewed',
  'sessionType',
  'sharedNote',
  'start',
  'topicLevels',
  'topics',
] as const satisfies readonly (keyof Meeting)[];

const amendmentFields = ['at', 'by', 'change', 'id', 'meeting', 'previous', 'reason', 'relationship'] as const;

export function composeCanonicalMeeting(meeting: Meeting): string {
  return write({ form: 'waymark-entry-1', ...pickEntry(meeting) });
}

/** The form of an amendment holds the digest before it (`previous`) and not its own. */
export function composeCanonicalAmendment(amendment: Omit<Amendment, 'digest'>): string {
  const picked = Object.fromEntries(amendmentFields.map((name) => [name, amendment[name]]));
  return write({ form: 'waymark-amendment-1', ...picked, change: pickEntry(amendment.change) });
}

/**
 * What a signature was made with, where more than a name: strokes, message or scan. A text of its own, so that its digest
 * can be given out without it.
 */
export function composeCanonicalMark({ attachment, drawing, message }: Signature): string | null {
  if (!attachment && !drawing && !message) return null;
  return write({ form: 'waymark-mark-1', attachment, drawing, message });
}

/** @param mark digest of the canonical mark, where there is one */
export function composeCanonicalSignature(
  { id: meeting, relationship }: Pick<Meeting, 'id' | 'relationship'>,
  { by, how, at, digest, name, scan }: Signature,
  mark: string | undefined,
  previous: string,
): string {
  const form = 'waymark-signature-1';
  return write({ at, by, digest, form, how, mark, meeting, name, previous, relationship, scan });
}

/** Its digest holds all that an amendment says. */
export function composeAmendmentSeal({ digest }: Pick<Amendment, 'digest'>, previous: string): string {
  return write({ digest, form: 'waymark-amendment-seal-1', previous });
}

/** The seal of the signature holds all that it said. */
export function composeWithdrawalSeal(
  { id, relationship, meeting, at, signature }: Omit<Withdrawal, 'seal'>,
  previous: string,
): string {
  return write({
    at,
    form: 'waymark-withdrawal-1',
    id,
    meeting,
    previous,
    relationship,
    signature: signature.seal?.digest,
  });
}

function pickEntry(entry: Meeting | MeetingChange): Record<string, unknown> {
  const from: { readonly [F in keyof Meeting]?: Meeting[F] | undefined } = entry;
  return Object.fromEntries(
    canonicalFields.flatMap((name) => (from[name] === undefined ? [] : [[name, arrange(name, from[name])]])),
  );
}

function arrange(name: (typeof canonicalFields)[number], value: unknown): unknown {
  const isSet = name === 'attendees' || name === 'goals';
  return isSet ? (value as string[]).map(toNfc).sort() : value;
}

const toNfc = (text: string) => text.normalize('NFC');

function write(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(toNfc(value));
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const ordered = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${ordered.map(([name, field]) => `${JSON.stringify(name)}:${write(field)}`).join(',')}}`;
}
