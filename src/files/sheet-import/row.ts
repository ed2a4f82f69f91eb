// One row of a sheet as an entry of the log.
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Meaning, ReadColumn } from './columns.ts';
import type { ReadDate } from './dates.ts';
import type { Roster } from './people.ts';
import type { Report } from './problem.ts';
import type { GridRow } from './rows.ts';
import { minutesBetween, parseClock, parseMinutes, parseSpent } from './times.ts';
import { parseItems, parseTopics } from './topics.ts';

export interface RowTools {
  zone: string;
  relationship: string;
  me: string;
  columns: readonly ReadColumn[];
  readDate: (cell: string) => ReadDate;
  roster: Roster;
  report: Report;
}

/** More than a person logs at one sitting; a bare 60 in a column of hours is caught by it. */
const LONGEST = 16 * 60;
const LONGEST_CELL = 20_000;
const LONGEST_SHORT = 120;

/** Null, and reported, where the row cannot be read surely. */
export function readRow({ row, cells }: GridRow, tools: RowTools): Meeting | null {
  const get = (meaning: Meaning) => joinCells(cells, tools.columns, meaning);
  const short = (meaning: Meaning) => get(meaning).trim().slice(0, LONGEST_SHORT);
  const refuse = (code: Parameters<Report>[1], detail: string) => {
    tools.report(row, code, detail);
    return null;
  };
  const date = tools.readDate(short('date'));
  if (!date.ok) return refuse(date.code, short('date'));
  const when = readWhen(short);
  const written = short('time') || short('minutes') || short('from') || short('to');
  if (when === null) return refuse('bad-time', written);
  const { minutes, start: clock = date.clock } = when;
  if (minutes !== undefined && minutes > LONGEST) return refuse('odd-length', written);
  const outcome = readOutcome(short('outcome'));
  if (outcome === null) return refuse('unknown-outcome', short('outcome'));
  if (minutes === undefined && outcome === 'held') tools.report(row, 'no-length');
  if (clock === undefined) tools.report(row, 'no-clock');
  return compose({ row, date: date.date, clock, minutes, outcome }, get, tools);
}

function joinCells(cells: readonly string[], columns: readonly ReadColumn[], meaning: Meaning): string {
  const found = columns.filter((column) => column.meaning === meaning).map(({ at }) => cells[at] ?? '');
  return found
    .filter((cell) => cell.trim() !== '')
    .join('\n')
    .replace(/\r\n?/g, '\n')
    .slice(0, LONGEST_CELL);
}

interface When {
  /** Absent where nothing says how long. */
  minutes?: number;
  /** `18:00`; absent where nothing says when. */
  start?: string;
}

/** Null where something stands that cannot be read. A time of day in the column of lengths is when it began. */
function readWhen(short: (meaning: Meaning) => string): When | null {
  const [time, minutes, from, to] = [short('time'), short('minutes'), short('from'), short('to')];
  const [begin, end, clock] = [parseClock(from), parseClock(to), parseClock(time)];
  const [span, length] = [parseSpent(time), parseMinutes(minutes)];
  const isClock = clock !== null && (span === null || span.minutes > LONGEST || length !== null || end !== null);
  const isRead = [time === '' || span || isClock, minutes === '' || length, from === '' || begin, to === '' || end];
  if (!isRead.every(Boolean)) return null;
  const start = begin ?? span?.start ?? (isClock ? clock : undefined);
  const between = start !== undefined && end !== null ? minutesBetween(start, end) : undefined;
  const long = length?.minutes ?? (isClock ? between : (span?.minutes ?? between));
  return { ...(long !== undefined && { minutes: long }), ...(start !== undefined && { start }) };
}

const outcomes: readonly [RegExp, Meeting['outcome']][] = [
  [/^$|^(held|done|completed?|attended|yes|ja|oui|si|met|took place|stattgefunden)$/i, 'held'],
  [/^(cancell?ed|abgesagt|annulé|cancelad[oa])$/i, 'cancelled'],
  [/^(no[ -]?show|absent|missed|did not attend|nicht erschienen)$/i, 'no-show'],
  [/^(planned|scheduled|booked|geplant|prévu)$/i, 'planned'],
];

function readOutcome(cell: string): Meeting['outcome'] | null {
  return outcomes.find(([pattern]) => pattern.test(cell))?.[1] ?? null;
}

const modalities: readonly [RegExp, NonNullable<Meeting['modality']>][] = [
  [/^(in[ -]person|face[ -]to[ -]face|f2f|vor ort|präsenz|office|coffee)/i, 'in-person'],
  [/^(video|zoom|teams|skype|facetime|google meet)/i, 'video'],
  [/^(phone|telephone|call|telefon)/i, 'phone'],
  [/^(online|virtual|remote)/i, 'online'],
  [/^hybrid/i, 'hybrid'],
  [/^other/i, 'other'],
];

interface Known {
  row: number;
  date: string;
  clock: string | undefined;
  minutes: number | undefined;
  outcome: Meeting['outcome'];
}

function compose(known: Known, get: (meaning: Meaning) => string, tools: RowTools): Meeting {
  const { row, date, clock, minutes, outcome } = known;
  const start = Temporal.PlainDateTime.from(`${date}T${clock ?? '12:00'}`)
    .toZonedDateTime(tools.zone)
    .toInstant()
    .toString();
  const { topics, levels, homework } = parseTopics(get('topics'));
  const mode = modalities.find(([pattern]) => pattern.test(get('modality').trim()))?.[1];
  const preparation = parseMinutes(get('preparation').slice(0, LONGEST_SHORT))?.minutes;
  const sessionType = get('sessionType').trim().slice(0, 200);
  const sharedNote = get('sharedNote').trim();
  const signed = get('signatures').trim();
  if (signed !== '') tools.report(row, 'signature-kept-as-note', signed);
  return {
    id: `sheet ${tools.relationship} ${start}`,
    relationship: tools.relationship,
    start,
    minutes: minutes ?? 0,
    outcome,
    attendees: readAttendees(get('people'), row, tools),
    topics,
    ...(levels.some((level) => level > 0) && { topicLevels: levels }),
    homework: [...homework, ...parseItems(get('homework'))],
    signatures: [],
    ...(minutes === undefined && { countOnly: true }),
    ...(preparation !== undefined && preparation <= LONGEST && { preparationMinutes: preparation }),
    ...(mode !== undefined && { modality: mode }),
    ...(sessionType !== '' && { sessionType }),
    ...(sharedNote !== '' && { sharedNote }),
    ...(signed !== '' && { privateNote: `Signature column of the sheet: ${signed}`.slice(0, LONGEST_CELL) }),
    enteredFrom: 'sheet',
  };
}

function readAttendees(cell: string, row: number, { roster, report, me }: RowTools): string[] {
  const found = cell.trim() === '' ? undefined : roster.find(cell, row);
  const attendees = found ?? roster.usual;
  if (attendees === undefined) report(row, 'no-people');
  return attendees ?? [me];
}
