// A sheet as rows of text, from CSV in any of its kinds or from a workbook.
import papa from 'papaparse';
import { decodeText } from '../decode-text.ts';
import { type Grids, MOST_ROWS } from './rows.ts';
import { readWorkbook } from './workbook.ts';

/** `text` where somebody has read the file already, else its bytes. */
export interface SheetInput {
  name: string;
  text?: string;
  bytes?: Uint8Array;
}

const MOST_BYTES = 20_000_000;

export async function readGrids(input: SheetInput): Promise<Grids> {
  const { bytes = new Uint8Array(), text } = input;
  if (bytes.length > MOST_BYTES || (text?.length ?? 0) > MOST_BYTES) return { ok: false, code: 'too-large' };
  if (text === undefined && begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, code: 'old-or-locked' };
  if (text === undefined && begins(bytes, [0x50, 0x4b])) return readWorkbook(bytes);
  return readCsv(text ?? decodeText(bytes));
}

const begins = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);

function readCsv(input: string): Grids {
  const text = input
    .replace(/^\uFEFF/, '')
    .replace(/^sep=.\r?\n/i, '\n')
    .replace(/\r\n?/g, '\n');
  if (isSomethingElse(text)) return { ok: false, code: 'not-a-sheet' };
  const parsed = parse(text, findDelimiter(text));
  if (parsed.length > MOST_ROWS) return { ok: false, code: 'too-large' };
  const rows = parsed.map((cells, at) => ({ row: at + 1, cells: cells.map(undoEscape) }));
  return { ok: true, grids: [{ name: '', rows }] };
}

/** A page, JSON, a calendar, a mail, a PDF; or bytes that are no text. */
function isSomethingElse(text: string): boolean {
  const head = text.slice(0, 2000).trimStart();
  if (head === '' || /^(<|[{[]|begin:|%pdf|from \S+@|received:)/i.test(head)) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what bytes are told by
  const odd = head.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
  return odd > head.length / 20;
}

/** A quote that is never closed would swallow the rest, so then quotes are taken as they stand. */
function parse(text: string, delimiter: string): string[][] {
  const options = { delimiter, newline: '\n' as const };
  const read = papa.parse<string[]>(text, options);
  if (!read.errors.some((error) => error.type === 'Quotes')) return read.data;
  return papa.parse<string[]>(text, { ...options, quoteChar: '\0' }).data;
}

/** The sign that most lines have, the same number of times if possible; what is quoted does not count. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split('\n')
    .slice(0, 40);
  const scores = ['\t', ';', ',', '|'].map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1).filter((count) => count > 0);
    return {
      sign,
      score: counts.length * 10 + Math.min(9, counts.reduce((sum, count) => sum + count, 0) / (counts.length || 1)),
    };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).sign;
}

/** The apostrophe that keeps a spreadsheet from taking a cell for a formula. */
const undoEscape = (cell: string) => cell.replace(/^'(?=[=+\-@\t\r])/, '');
