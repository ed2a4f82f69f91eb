// Where the table of a sheet begins, and what its head says of the people.
import { type Meaning, type ReadColumn, readHeads } from './columns.ts';
import { makeDateReader } from './dates.ts';
import type { Grid, GridRow } from './rows.ts';
import { parseSpent } from './times.ts';

export interface Layout {
  columns: ReadColumn[];
  /** Rows of meetings, without the header. */
  rows: GridRow[];
  /** What stands above the table (PROGRAMMES M8). */
  mentor?: string;
  mentee?: string;
}

const DEEPEST_HEADER = 40;

/** Null where nothing looks like a table of meetings. `chosen`: what the reader says that columns mean. */
export function findLayout(grid: Grid, chosen?: readonly (Meaning | null)[]): Layout | null {
  const rows = grid.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const header = rows.slice(0, DEEPEST_HEADER).findIndex(({ cells }) => isHeader(cells));
  if (header >= 0) {
    const top = rows[header]!;
    const columns = settleMinutes(apply(readHeads(top.cells), chosen), rows.slice(header + 1));
    const same = top.cells.join('\0');
    const below = rows.slice(header + 1).filter(({ cells }) => cells.join('\0') !== same);
    return { columns, rows: below, ...readNames(rows.slice(0, header)) };
  }
  const at = chosen === undefined ? 0 : chosen.indexOf('date');
  const first = rows.findIndex(({ cells }) => isDate(cells[at] ?? ''));
  if (first < 0) return null;
  const own = rows.slice(first);
  const columns = chosen === undefined ? guessColumns(own) : apply(listHeads(grid), chosen);
  return columns && { columns, rows: own, ...readNames(rows.slice(0, first)) };
}

/** What stands at the head, where no table was found: for the reader to say what it means. */
export function listHeads({ rows }: Grid): ReadColumn[] {
  const filled = ({ cells }: GridRow) => cells.filter((cell) => cell.trim() !== '').length;
  const top = rows.slice(0, DEEPEST_HEADER);
  const most = Math.max(0, ...top.map(filled));
  return readHeads(top.find((row) => filled(row) === most)?.cells ?? []);
}

/** A date's column and another one that is known. */
function isHeader(cells: readonly string[]): boolean {
  const known = readHeads(cells).filter(({ meaning }) => meaning !== null && meaning !== 'ignored');
  return known.length >= 2 && known.some(({ meaning }) => meaning === 'date');
}

const isDate = (cell: string) => makeDateReader([], 'day-first')(cell.slice(0, 100)).ok;

function apply(columns: ReadColumn[], chosen: readonly (Meaning | null)[] | undefined): ReadColumn[] {
  if (chosen === undefined) return columns;
  return columns.map((column) => ({ ...column, meaning: chosen[column.at] ?? null }));
}

/** "Minutes" of a meeting are what was said in it, where they are no numbers. */
function settleMinutes(columns: ReadColumn[], rows: readonly GridRow[]): ReadColumn[] {
  return columns.map((column) => {
    const cells = rows.map(({ cells: each }) => each[column.at]?.trim() ?? '').filter((cell) => cell !== '');
    const isText = cells.length > 0 && cells.every((cell) => !/^\d/.test(cell));
    const hasTopics = columns.some(({ meaning }) => meaning === 'topics');
    return column.meaning === 'minutes' && isText && !hasTopics ? { ...column, meaning: 'topics' } : column;
  });
}

/** Without a header: the order of the tracking sheet, where the second column is a time (PROGRAMMES M9). */
function guessColumns(rows: readonly GridRow[]): ReadColumn[] | null {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  if (width < 2 || !rows.some(({ cells }) => parseSpent((cells[1] ?? '').slice(0, 100)) !== null)) return null;
  const order: Meaning[] = ['date', 'time', 'topics', 'signatures'];
  return Array.from({ length: width }, (_, at) => ({ at, head: '', meaning: order[at] ?? null }));
}

/** `Name of mentor: Robin Park`, in one cell or two. */
function readNames(rows: readonly GridRow[]): Pick<Layout, 'mentor' | 'mentee'> {
  const found: Pick<Layout, 'mentor' | 'mentee'> = {};
  for (const { cells } of rows) {
    for (const [at, cell] of cells.entries()) {
      const match = /^\s*(?:names? of (?:the )?)?(mentor|mentee)(?:['’]?s? names?)?\s*(?:[:：]\s*(.*))?$/is.exec(
        cell.slice(0, 400),
      );
      if (match === null) continue;
      const name = (match[2]?.trim() || cells.slice(at + 1).find((each) => each.trim() !== '') || '').trim();
      if (name !== '') found[match[1]!.toLowerCase() as 'mentor' | 'mentee'] ??= name;
    }
  }
  return found;
}
