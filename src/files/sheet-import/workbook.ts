// An .xlsx workbook as rows of text. It is unpacked here first, within bounds: a small archive can hold very much, and the
// reader would unpack a large one in a worker made of a blob, which our pages forbid.
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { type Grids, MOST_ROWS } from './rows.ts';

const MOST_UNPACKED = 80_000_000;
const MOST_FILES = 1000;

export async function readWorkbook(bytes: Uint8Array): Promise<Grids> {
  const stored = unpack(bytes);
  if (stored === 'too-large' || stored === 'not-a-sheet') return { ok: false, code: stored };
  try {
    const { default: read } = await import('read-excel-file/universal');
    const sheets = await read(stored.buffer as ArrayBuffer, { trim: false });
    if (sheets.some(({ data }) => data.length > MOST_ROWS)) return { ok: false, code: 'too-large' };
    const grids = sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((cells, at) => ({ row: at + 1, cells: cells.map(composeCell) })),
    }));
    return { ok: true, grids };
  } catch {
    return { ok: false, code: 'not-a-sheet' };
  }
}

/** The parts that matter, stored as they are. */
function unpack(bytes: Uint8Array): Uint8Array | 'too-large' | 'not-a-sheet' {
  let size = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/i.test(name) || /(^|\/)\.\.(\/|$)/.test(name)) return false;
        size += originalSize;
        count += 1;
        return size <= MOST_UNPACKED && count <= MOST_FILES;
      },
    });
    if (size > MOST_UNPACKED || count > MOST_FILES) return 'too-large';
    const isSheet = Object.hasOwn(files, '[Content_Types].xml') && !hasEntities(files);
    return isSheet ? zipSync(files, { level: 0 }) : 'not-a-sheet';
  } catch {
    return 'not-a-sheet';
  }
}

/** No workbook declares any; a few of them nested would be gigabytes. */
function hasEntities(files: Record<string, Uint8Array>): boolean {
  return Object.values(files).some((file) => /<!(DOCTYPE|ENTITY)/i.test(strFromU8(file.subarray(0, 2000))));
}

/** Dates as ISO, times of day and lengths as `HH:MM`: a workbook holds both as the same kind of number. */
function composeCell(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : composeDate(value.toISOString());
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}

function composeDate(iso: string): string {
  const [date, time] = [iso.slice(0, 10), iso.slice(11, 16)];
  if (date < '1900-01-02') return time;
  return time === '00:00' ? date : `${date} ${time}`;
}
