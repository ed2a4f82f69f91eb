// The log as files of each kind. What they are written with comes in when it is wanted.
import type { Person } from '../../domain/people/person.ts';
import type { Audience, ExportFormat } from '../../features/log-page/export.ts';
import type { LogRow } from '../../features/log-page/rows.ts';
import { composeTable, type SheetTable } from '../../files/sheet-table.ts';

export interface LogFile {
  rows: readonly LogRow[];
  people: readonly Person[];
  audience: Audience;
}

/** The table of exactly these rows, in their order. */
export const tableOf = ({ rows, people, audience }: LogFile): SheetTable => composeTable(rows, { people, audience });

const text = (content: string, type: string) => new Blob([content], { type: `${type};charset=utf-8` });

type Write = (file: LogFile) => Promise<Blob>;

export const writers: Partial<Record<ExportFormat['id'], Write>> = {
  csv: async (file) => text((await import('../../files/sheet-csv.ts')).writeCsv(tableOf(file)), 'text/csv'),
};
