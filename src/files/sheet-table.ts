// Rows of the log as a plain table: what the log page shows, and what CSV and XLSX hold, come from here.
import type { Person } from '../domain/people/person.ts';
import { type LogRow, mayRead, namesOf, type Reader } from './log-row.ts';
import { type CellContext, type Column, type ColumnId, definitions } from './sheet-columns.ts';

export type { LogRow, Reader } from './log-row.ts';
export type { Column, ColumnId } from './sheet-columns.ts';

export interface TableOptions {
  /** Everybody that the rows name. */
  people: readonly Person[];
  /** Whom it is for: with `programme`, what is only mentor's and mentee's is left out. `mine` unless told. */
  audience?: Reader;
  /** Which columns, in which order; all unless told. */
  columns?: readonly ColumnId[];
  /** How a date (`2016-05-18`) is written; as it is unless told. */
  composeDate?: (date: string) => string;
}

/** Every row has as many cells as there are columns. Lines within a cell are parted by `\n`. */
export interface SheetTable {
  columns: Column[];
  rows: string[][];
}

/** The table of these rows, in their order. A row that cannot be composed is a fault of the caller's: rows are checked records. */
export function composeTable(rows: readonly LogRow[], options: TableOptions): SheetTable {
  const chosen = chooseColumns(options);
  const context: CellContext = {
    names: namesOf(options.people),
    composeDate: options.composeDate ?? ((date) => date),
  };
  return {
    columns: chosen.map(({ id, head, reader, kind }) => ({ id, head, reader, kind })),
    rows: rows.map((row) => chosen.map((column) => clean(column.compose(row, context)))),
  };
}

/** All columns that there are. */
export const columnIds: readonly ColumnId[] = definitions.map(({ id }) => id);

function chooseColumns({ columns = columnIds, audience = 'mine' }: TableOptions): (typeof definitions)[number][] {
  return columns.flatMap((id) => definitions.filter((column) => column.id === id && mayRead(audience, column.reader)));
}

/** What no spreadsheet can hold (control characters, halves of characters) is left out, and lines end in one way. */
function clean(cell: string): string {
  return cell
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFD-\uFFFF]/gu, (character) => (character === '\n' ? character : ''))
    .trimEnd();
}
