// The rows of a file, whatever kind of file it was.
import type { SheetCode } from './problem.ts';

export interface Grid {
  /** Of a workbook. */
  name: string;
  rows: GridRow[];
}

export interface GridRow {
  /** From 1, as a spreadsheet counts. */
  row: number;
  cells: string[];
}

export type Grids = { ok: true; grids: Grid[] } | { ok: false; code: SheetCode };

export const MOST_ROWS = 20_000;
