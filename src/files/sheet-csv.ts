// A table of the log as CSV (RFC 4180), as spreadsheets read it.
import papa from 'papaparse';
import type { SheetTable } from './sheet-table.ts';

/** Without it Excel reads UTF-8 as its own code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * UTF-8 with a byte order mark, lines end in CRLF. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe, which reading the sheet takes off again.
 */
export function writeCsv(table: SheetTable): string {
  const lines = [table.columns.map((column) => column.head), ...table.rows];
  return `${BYTE_ORDER_MARK}${papa.unparse(lines, { escapeFormulae: true, newline: '\r\n' })}\r\n`;
}
