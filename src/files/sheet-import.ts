// An existing sheet (.csv, .xlsx) as entries for the log: the tracking sheet of PROGRAMMES M9, or a table of another make.
// Nothing is thrown; what cannot be read surely is left out and named with its row.
import type { Meeting } from '../domain/meeting/meeting.ts';
import type { Person } from '../domain/people/person.ts';
import type { Relationship } from '../domain/people/relationship.ts';
import type { Meaning, ReadColumn } from './sheet-import/columns.ts';
import { type DateOrder, makeDateReader } from './sheet-import/dates.ts';
import { readGrids, type SheetInput } from './sheet-import/grid.ts';
import { findLayout, type Layout, listHeads } from './sheet-import/layout.ts';
import { mergeRows } from './sheet-import/merge.ts';
import { makeRoster } from './sheet-import/people.ts';
import type { Report, SheetCode, SheetProblem } from './sheet-import/problem.ts';
import { readRow } from './sheet-import/row.ts';
import type { Grid } from './sheet-import/rows.ts';

export { type Meaning, meanings, type ReadColumn } from './sheet-import/columns.ts';
export type { DateOrder } from './sheet-import/dates.ts';
export type { SheetInput } from './sheet-import/grid.ts';
export type { SheetCode, SheetProblem } from './sheet-import/problem.ts';

export interface SheetContext {
  /** In which its times of day are. */
  zone: string;
  people: readonly Person[];
  relationship: Relationship;
  /** For dates that might be two days, where the column does not show it. */
  dateOrder?: DateOrder;
  /** What the columns mean, from the first on, where the reader says so; null leaves one out. */
  columns?: readonly (Meaning | null)[];
}

export interface ImportRow {
  /** Row of the sheet, from 1. */
  row: number;
  /** Of a workbook of several. */
  sheet?: string;
  /** Unsigned; its id is the same when the sheet is read again. */
  meeting: Meeting;
}

export interface SheetImport {
  rows: ImportRow[];
  problems: SheetProblem[];
  /**
   * Of the first table: what its columns were taken for. A meaning of null is a column that was not read. Where no table
   * was found, what stands at the head, for the reader to say what it means (`SheetContext.columns`).
   */
  columns: ReadColumn[];
}

const MOST_PROBLEMS = 500;

export async function readSheet(input: SheetInput, context: SheetContext): Promise<SheetImport> {
  const read: SheetImport = { rows: [], problems: [], columns: [] };
  const grids = await readGrids(input);
  if (!grids.ok) return { ...read, problems: [{ row: 0, code: grids.code, detail: '' }] };
  const tables = grids.grids.flatMap((grid) => {
    const layout = findLayout(grid, context.columns);
    return layout === null ? [] : [{ grid, layout }];
  });
  if (tables.length === 0) {
    const columns = listHeads(grids.grids[0] ?? { name: '', rows: [] });
    return { ...read, columns, problems: [{ row: 0, code: 'no-table', detail: '' }] };
  }
  const taken = new Set<string>();
  for (const { grid, layout } of tables) readTable(grid, layout, context, read, tables.length > 1, taken);
  return { ...read, columns: tables[0]!.layout.columns };
}

function readTable(
  grid: Grid,
  layout: Layout,
  context: SheetContext,
  read: SheetImport,
  several: boolean,
  taken: Set<string>,
): void {
  const of = several ? { sheet: grid.name } : {};
  const report: Report = (row, code: SheetCode, detail = '') => {
    if (read.problems.length < MOST_PROBLEMS) read.problems.push({ row, code, detail: detail.slice(0, 100), ...of });
  };
  const { columns } = layout;
  const date = columns.find(({ meaning }) => meaning === 'date');
  if (date === undefined) {
    report(0, 'no-date-column');
    return;
  }
  const rows = mergeRows(layout, report);
  const { relationship, zone } = context;
  const readDate = makeDateReader(
    rows.map(({ cells }) => (cells[date.at] ?? '').slice(0, 100)),
    context.dateOrder,
  );
  const roster = makeRoster(context.people, relationship, layout, report);
  const tools = { zone, relationship: relationship.id, me: relationship.me, columns, readDate, roster, report };
  for (const row of rows) {
    const meeting = readRow(row, tools);
    if (meeting !== null)
      read.rows.push({ row: row.row, ...of, meeting: { ...meeting, id: tellApart(meeting.id, taken) } });
  }
}

/** Two meetings at the same time are two. */
function tellApart(id: string, taken: Set<string>): string {
  let own = id;
  for (let count = 2; taken.has(own); count += 1) own = `${id} ${count}`;
  taken.add(own);
  return own;
}
