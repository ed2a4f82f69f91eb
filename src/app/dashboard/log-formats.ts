// The log as files of each kind, and what each would hold. What they are written with comes in when it is wanted.
import type { Amendment, Meeting } from '../../domain/meeting/meeting.ts';
import type { Person } from '../../domain/people/person.ts';
import { type Audience, composeColumns, type ExportColumn, type ExportFormat } from '../../features/log-page/export.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import { writeLogJson } from '../../files/log-json.ts';
import { standingIn } from '../../files/log-row.ts';
import { composeTable, type SheetTable } from '../../files/sheet-table.ts';

export interface LogFile {
  rows: readonly LogRow[];
  people: readonly Person[];
  amendments: readonly Amendment[];
  audience: Audience;
  /** An instant. */
  now: string;
}

/** What a file would hold. */
export interface Holding {
  entries: number;
  /** How many people it names. */
  people: number;
  columns: ExportColumn[];
}

/** The table of exactly these rows, in their order. */
const tableOf = ({ rows, people, audience }: LogFile): SheetTable => composeTable(rows, { people, audience });

const text = (content: string, type: string) => new Blob([content], { type: `${type};charset=utf-8` });
const json = (file: LogFile) => writeLogJson(file.rows, file);

export const writers: Record<ExportFormat['id'], (file: LogFile) => Promise<Blob>> = {
  csv: async (file) => text((await import('../../files/sheet-csv.ts')).writeCsv(tableOf(file)), 'text/csv'),
  xlsx: async (file) => (await import('../../files/sheet-xlsx.ts')).writeXlsx(tableOf(file)),
  ics: async (file) => text((await import('../../files/events-out.ts')).writeIcs(file.rows, file), 'text/calendar'),
  json: async (file) => text(json(file), 'application/json'),
};

/** Those who were there or meant to be; in a table also who signed or cancelled. */
const countPeople = (rows: readonly LogRow[], namedIn = ({ attendees }: Meeting) => attendees) =>
  new Set(rows.flatMap(({ meeting }) => namedIn(meeting))).size;

function holdTable(file: LogFile): Holding {
  const { columns, rows } = tableOf(file);
  return {
    entries: file.rows.length,
    people: countPeople(file.rows, standingIn),
    columns: composeColumns(columns, rows),
  };
}

const forAll = (head: string, example: string): ExportColumn => ({ head, reader: 'programme', example });

function addressesOf({ people }: LogFile, rows: readonly LogRow[]): string {
  const named = new Set(rows.flatMap(({ meeting }) => meeting.attendees));
  return people.find(({ id, emails }) => named.has(id) && emails.length > 0)?.emails[0] ?? '';
}

/** A calendar file has what was held, and no note. */
function holdEvents(file: LogFile): Holding {
  const held = file.rows.filter(({ meeting }) => meeting.outcome === 'held');
  const { columns } = holdTable({ ...file, rows: held, audience: 'programme' });
  const example = (head: string) => columns.find((column) => column.head === head)?.example ?? '';
  return {
    entries: held.length,
    people: countPeople(held),
    columns: [
      forAll('Date and time', [example('Date'), example('From')].filter(Boolean).join(' ')),
      forAll('Names', example('People')),
      forAll('E-mail addresses', addressesOf(file, held)),
      forAll('Topics', example('Topics Discussed')),
      forAll('Homework', example('Homework')),
      forAll('Programme', example('Programme')),
    ],
  };
}

/** JSON has what the table has, and addresses, signatures as they were given, and amendments. */
function holdJson(file: LogFile): Holding {
  const { columns, entries } = holdTable(file);
  const written = JSON.parse(json(file)) as { people: unknown[]; amendments: unknown[] };
  return {
    entries,
    people: written.people.length,
    columns: [
      ...columns,
      forAll('E-mail addresses', addressesOf(file, file.rows)),
      forAll('Signatures as given', 'with the strokes of those that were drawn'),
      ...(written.amendments.length > 0
        ? [forAll('Amendments', `${written.amendments.length}, with their reasons`)]
        : []),
    ],
  };
}

export function readHolding(format: ExportFormat['id'], file: LogFile): Holding {
  if (format === 'ics') return holdEvents(file);
  return format === 'json' ? holdJson(file) : holdTable(file);
}
