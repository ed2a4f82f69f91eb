// A table of the log as an Excel workbook (ECMA-376), cell for cell what the table holds.
//
// The package for this zips anything above 160 kB in a worker made of a blob, which our pages forbid; a log of some
// hundred entries is above that. What is needed is little, so it is written here and zipped in place.
import { strToU8, zipSync } from 'fflate';
import type { Column, SheetTable } from './sheet-table.ts';

/** More than a cell can hold is cut, with an ellipsis. */
const LONGEST_CELL = 32_767;

/** A text cell is text, whatever it begins with: nothing in it is ever a formula. Numbers are numbers, so that they can be added. */
export async function writeXlsx(table: SheetTable): Promise<Blob> {
  const files = { ...frame, 'xl/worksheets/sheet1.xml': composeSheet(table) };
  const zipped = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  return new Blob([zipped as Uint8Array<ArrayBuffer>], { type: xlsxType });
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packed = 'http://schemas.openxmlformats.org/package/2006';
const ofSheets = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${head}<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${ofSheets}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${ofSheets}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${ofSheets}.styles+xml"/></Types>`,
  '_rels/.rels': `${head}<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${links}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="Meetings" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packed}/relationships"><Relationship Id="rId1" Type="${links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${links}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1: the head, in bold. Style 2: cells, whose lines are kept and begin at the top.
  'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`,
};

function composeSheet({ columns, rows }: SheetTable): string {
  const widths = columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const lines = [
    composeRow(
      1,
      columns,
      columns.map(({ head: text }) => text),
    ),
    ...rows.map((row, at) => composeRow(at + 2, columns, row)),
  ];
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${
    widths.length > 0 ? `<cols>${widths.join('')}</cols>` : ''
  }<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

const wide: ReadonlySet<string> = new Set(['topics', 'homework', 'sharedNote']);

function widthOf({ id, kind }: Column): number {
  return wide.has(id) ? 44 : kind === 'number' ? 12 : 22;
}

function composeRow(row: number, columns: readonly Column[], cells: readonly string[]): string {
  const composed = cells.map((cell, at) =>
    composeCell(`${letters(at)}${row}`, cell, row > 1 && columns[at]?.kind === 'number'),
  );
  return `<row r="${row}">${composed.join('')}</row>`;
}

function composeCell(place: string, cell: string, isNumber: boolean): string {
  const style = place.endsWith('1') && /^[A-Z]+1$/.test(place) ? 1 : 2;
  if (cell === '') return '';
  if (isNumber && /^-?\d+(\.\d+)?$/.test(cell)) return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(cut(cell))}</t></is></c>`;
}

const cut = (cell: string) =>
  cell.length <= LONGEST_CELL ? cell : `${cell.slice(0, LONGEST_CELL - 1).toWellFormed()}…`;

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `_x0041_` would be read as the character of that number (ECMA-376, 22.9.2.19), so its first sign is written as one. */
function escapeText(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replace(/[&<>"]/g, (sign) => signs[sign]!);
}

/** A, B, ... Z, AA. */
function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}
