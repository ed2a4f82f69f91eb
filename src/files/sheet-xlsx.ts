// A table of the log as an Excel workbook, cell for cell what the table holds.
import type { Cell, SheetData } from 'write-excel-file/universal';
import type { Column, SheetTable } from './sheet-table.ts';

/** More than a cell can hold is cut, with an ellipsis. */
const LONGEST_CELL = 32_767;

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A text cell is text, whatever it begins with: nothing in it is ever a formula. Numbers are numbers, so that they can be added. */
export async function writeXlsx(table: SheetTable): Promise<Blob> {
  const { default: writeXlsxFile } = await import('write-excel-file/universal');
  const written = await writeXlsxFile(composeData(table), {
    sheet: 'Meetings',
    columns: table.columns.map((column) => ({ width: widthOf(column) })),
    stickyRowsCount: 1,
  }).toBlob();
  return new Blob([written], { type: xlsxType });
}

function composeData({ columns, rows }: SheetTable): SheetData {
  const heads = columns.map(({ head }) => composeText(head, { fontWeight: 'bold' }));
  return [heads, ...rows.map((row) => row.map((cell, at) => composeCell(cell, columns[at])))];
}

function composeCell(cell: string, column: Column | undefined): Cell {
  if (cell === '') return null;
  const isNumber = column?.kind === 'number' && /^-?\d+(\.\d+)?$/.test(cell);
  return isNumber ? { value: Number(cell), type: Number, alignVertical: 'top' } : composeText(cell, {});
}

function composeText(text: string, style: { fontWeight?: 'bold' }): Cell {
  return { value: encode(cut(text)), type: String, wrap: true, alignVertical: 'top', ...style };
}

const cut = (cell: string) =>
  cell.length <= LONGEST_CELL ? cell : `${cell.slice(0, LONGEST_CELL - 1).toWellFormed()}…`;

/** `_x0041_` would be read as the character of that number (ECMA-376, 22.9.2.19), so its first sign is written as one. */
const encode = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const wide: ReadonlySet<string> = new Set(['topics', 'homework', 'sharedNote']);

function widthOf({ id, kind }: Column): number {
  return wide.has(id) ? 44 : kind === 'number' ? 12 : 22;
}
