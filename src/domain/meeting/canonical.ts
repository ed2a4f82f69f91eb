// The canonical form of an entry and of an amendment: the one text that a signature stands for. JSON without spaces,
// fields in the order of their names, strings in Unicode NFC, numbers as JSON writes them, absent fields left out,
// attendees and goals sorted by code unit, all else in its own order. `form` names the kind and the version.
import type { Amendment, Meeting, MeetingChange } from './meeting.ts';

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
