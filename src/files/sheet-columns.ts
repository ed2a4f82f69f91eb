// The columns of the log, and what stands in each cell. The first four are those of the tracking sheet (PROGRAMMES M9).
import type { Meeting } from '../domain/meeting/meeting.ts';
import { type LogRow, localStart, type Reader } from './log-row.ts';

export type ColumnId =
  | 'date'
  | 'hours'
  | 'topics'
  | 'signatures'
  | 'from'
  | 'to'
  | 'people'
  | 'outcome'
  | 'minutes'
  | 'preparation'
  | 'modality'
  | 'sessionType'
  | 'homework'
  | 'notice'
  | 'sharedNote'
  | 'programme';

export interface Column {
  id: ColumnId;
  head: string;
  reader: Reader;
  /** `number`: a cell is a decimal number with a point, or empty. */
  kind: 'text' | 'number';
}

export interface CellContext {
  /** Names by person id. */
  names: ReadonlyMap<string, string>;
  /** How a date is written; as ISO unless told. */
  composeDate: (date: string) => string;
}

interface Definition extends Column {
  compose: (row: LogRow, context: CellContext) => string;
}

const text = (
  id: ColumnId,
  head: string,
  compose: Definition['compose'],
  reader: Reader = 'programme',
): Definition => ({
  id,
  head,
  reader,
  kind: 'text',
  compose,
});
const number = (id: ColumnId, head: string, figure: (meeting: Meeting) => number | undefined): Definition => ({
  id,
  head,
  reader: 'programme',
  kind: 'number',
  compose: ({ meeting }) => String(figure(meeting) ?? ''),
});

/** A private note has no column: it leaves in no export. */
export const definitions: readonly Definition[] = [
  text('date', 'Date', (row, { composeDate }) => composeDate(localStart(row).toPlainDate().toString())),
  number('hours', 'Time Spent (Hours)', (meeting) => spent(meeting, 60)),
  text('topics', 'Topics Discussed', ({ meeting }) => composeTopics(meeting)),
  text('signatures', 'Signature of Mentee/Mentor', composeSignatures),
  text('from', 'From', (row) => (row.meeting.countOnly ? '' : composeClock(localStart(row)))),
  text('to', 'To', (row) => (isTimed(row.meeting) ? composeClock(localEnd(row)) : '')),
  text('people', 'People', ({ meeting }, { names }) => composeNames(meeting.attendees, names)),
  text('outcome', 'Outcome', ({ meeting }) => outcomes[meeting.outcome]),
  number('minutes', 'Minutes', (meeting) => spent(meeting, 1)),
  number('preparation', 'Preparation (Minutes)', (meeting) => meeting.preparationMinutes),
  text('modality', 'Modality', ({ meeting }) => (meeting.modality ? modalities[meeting.modality] : '')),
  text('sessionType', 'Kind of Session', ({ meeting }) => meeting.sessionType ?? ''),
  text('homework', 'Homework', ({ meeting }) => meeting.homework.map((item) => `• ${item}`).join('\n')),
  text('notice', 'Cancelled by', composeNotice),
  text('sharedNote', 'Shared Note', ({ meeting }) => meeting.sharedNote ?? '', 'ours'),
  text('programme', 'Programme', ({ programme }) => programme),
];

export const outcomes: Record<Meeting['outcome'], string> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
  'no-show': 'No-show',
};

export const modalities: Record<NonNullable<Meeting['modality']>, string> = {
  'in-person': 'In person',
  video: 'Video',
  phone: 'Phone',
  online: 'Online',
  hybrid: 'Hybrid',
  other: 'Other',
};

/** Only what was held took time; of an entry without a time, none is known. */
function spent(meeting: Meeting, unit: number): number | undefined {
  return isTimed(meeting) && meeting.outcome === 'held' ? Math.round((meeting.minutes / unit) * 100) / 100 : undefined;
}

const isTimed = (meeting: Meeting) => !(meeting.countOnly && meeting.minutes === 0);

const localEnd = (row: LogRow) => localStart(row).add({ seconds: Math.round(row.meeting.minutes * 60) });

const composeClock = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: 'minute' });

/** One topic a line, bullets nested by two spaces. */
function composeTopics({ topics, topicLevels }: Meeting): string {
  return topics.map((topic, at) => `${'  '.repeat(topicLevels?.[at] ?? 0)}• ${topic}`).join('\n');
}

/** Who, how and when, one a line. */
function composeSignatures({ meeting, relationship }: LogRow, { names, composeDate }: CellContext): string {
  const day = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(relationship.zone).toPlainDate().toString();
  return meeting.signatures
    .map(({ by, how, at }) => `${composeNames([by], names)} (${ways[how]}, ${composeDate(day(at))})`)
    .join('\n');
}

const ways = { drawn: 'drawn', typed: 'typed', reply: 'by reply', paper: 'on paper' } as const;

function composeNames(ids: readonly string[], names: ReadonlyMap<string, string>): string {
  return ids.map((id) => names.get(id) ?? 'Somebody removed').join(', ');
}

function composeNotice({ meeting }: LogRow, { names }: CellContext): string {
  if (meeting.outcome !== 'cancelled') return '';
  const who = meeting.cancelledBy === undefined ? [] : [composeNames([meeting.cancelledBy], names)];
  const hours = meeting.noticeHours;
  return [...who, ...(hours === undefined ? [] : [`${hours} h before`])].join(', ');
}
