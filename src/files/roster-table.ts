// A roster as a table: .csv or .tsv, with or without a header, from any spreadsheet.
import papa from 'papaparse';
import type { Entry } from './roster.ts';
import { type Column, readHeader } from './roster-header.ts';

/** The people of a table; null when the text is no table but a list of addresses. */
export function readTable(text: string): Entry[] | null {
  const rows = readRows(text.replace(/^sep=.\n/i, '\n'));
  const top = rows[0];
  if (!top || rows.every((row) => row.cells.length === 1)) return null;
  const header = readHeader(
    top.cells,
    rows.slice(1, 200).map((row) => row.cells),
  );
  if (header) return rows.slice(1).map((row) => fromColumns(row, header));
  return isTable(rows, text) ? rows.map(fromShape) : null;
}

interface Row {
  line: number;
  cells: string[];
}

/** Rows with something in them, each with the line it begins on. */
function readRows(text: string): Row[] {
  let line = 1;
  const rows: Row[] = [];
  for (const cells of parseCsv(text)) {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells: cells.map((cell) => cell.trim()) });
    line += 1 + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
  }
  return rows;
}

/** A quote that is never closed would swallow the rest of the file, so then quotes are taken as they stand. */
function parseCsv(text: string): string[][] {
  const options = { delimiter: findDelimiter(text), newline: '\n' as const };
  const read = papa.parse<string[]>(text, options);
  if (!read.errors.some((error) => error.type === 'Quotes')) return read.data;
  return papa.parse<string[]>(text, { ...options, quoteChar: '\0' }).data;
}

/** The sign that the first line has most of. Papa's own guess goes wrong on short files and on empty lines. */
function findDelimiter(text: string): string {
  const first = /\S.*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const signs = ['\t', ';', ',', '|'].map((sign) => ({ sign, count: first.split(sign).length - 1 }));
  return signs.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}

/** Without a header: several columns, one address in a row at most, and none in angle brackets. */
function isTable(rows: readonly Row[], text: string): boolean {
  if (/<[^<>\n]*@/.test(text)) return false;
  const wide = rows.filter((row) => row.cells.length > 1).length;
  const addresses = rows.map((row) => row.cells.filter(hasAt).length);
  return wide * 2 > rows.length && addresses.includes(1) && addresses.every((count) => count <= 1);
}

function hasAt(cell: string): boolean {
  return cell.includes('@');
}

function fromColumns({ line, cells }: Row, columns: ReadonlyMap<Column, number>): Entry {
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
  return {
    line,
    name: fullName(cell('first'), cell('name'), cell('last')),
    addresses: addressesIn(cell('email')),
    phone: cell('phone'),
    year: cell('year'),
  };
}

/** A German `Name` or a French `Nom` beside a first name is the surname. */
function fullName(first: string, name: string, last: string): string {
  if (name && first && !last) return name.includes(first) ? name : `${first} ${name}`;
  return name || `${first} ${last}`.trim();
}

function addressesIn(cell: string): string[] {
  const angled = /<([^<>]*)>/.exec(cell)?.[1];
  if (angled !== undefined) return [angled];
  const words = cell.split(/[\s,;]+/).filter((word) => word !== '');
  return words.some(hasAt) ? words.filter(hasAt) : words.slice(0, 1);
}

/** Known by what the cells look like: the address, a number to call, and the one or two cells of letters beside them. */
function fromShape({ line, cells }: Row): Entry {
  const words = cells.filter((cell) => /^\p{L}[\p{L}\p{M}\s.'’\-,]*$/u.test(cell));
  const phone = cells.find((cell) => /^\+?[\d\s()./-]{6,}$/.test(cell));
  const name = words[0]?.includes(' ') ? words[0] : words.slice(0, 2).join(' ');
  return { line, name: name ?? '', addresses: cells.filter(hasAt), ...(phone && { phone }) };
}
