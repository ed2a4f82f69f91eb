import papa from 'papaparse';
import readXlsx from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/files/sheet-csv.ts';
import { composeTable, type SheetTable } from '../../src/files/sheet-table.ts';
import { writeXlsx } from '../../src/files/sheet-xlsx.ts';
import { people, row, rows } from './small-log.ts';

const table = composeTable(rows, { people });

const backFromCsv = (of: SheetTable) =>
  papa.parse<string[]>(writeCsv(of).replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
async function backFromXlsx(of: SheetTable): Promise<string[][]> {
  const [sheet] = await readXlsx(await (await writeXlsx(of)).arrayBuffer(), { trim: false });
  return sheet!.data.map((cells) =>
    of.columns.map((_, at) => (cells[at] === null || cells[at] === undefined ? '' : String(cells[at]))),
  );
}

describe('CSV and workbook', () => {
  const whole = [table.columns.map(({ head }) => head), ...table.rows];

  it('hold exactly what the table holds', async () => {
    expect(backFromCsv(table)).toEqual(whole);
    expect(await backFromXlsx(table)).toEqual(whole);
  });

  it('hold an empty table', async () => {
    const empty = composeTable([], { people });
    expect(backFromCsv(empty)).toEqual([empty.columns.map(({ head }) => head)]);
    expect(await backFromXlsx(empty)).toEqual([empty.columns.map(({ head }) => head)]);
  });

  const hostile = [
    '=1+1',
    '+1',
    '-2',
    '@SUM(A1)',
    '=HYPERLINK("http://x")',
    '\t=1',
    '_x0041_',
    ']]>&<b>"\'',
    ' lead',
    '\u0000\u0008x\uFFFE',
    'half \uD800',
  ];

  it.each(hostile)('take %j for text and never for a formula', async (note) => {
    const one = composeTable([row({ sharedNote: note })], { people, columns: ['sharedNote', 'date'] });
    const cell = one.rows[0]![0]!;
    expect(cell).not.toMatch(/\p{Cc}|\uFFFE/u);
    expect(cell.isWellFormed()).toBe(true);
    const csv = backFromCsv(one)[1]![0]!;
    expect(csv).not.toMatch(/^[=+\-@\t\r]/);
    expect(csv.replace(/^'(?=[=+\-@])/, '')).toBe(cell);
    expect((await backFromXlsx(one))[1]![0]).toBe(cell);
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(new Uint8Array(await (await writeXlsx(one)).arrayBuffer()));
    expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).not.toContain('<f>');
  });

  it('write numbers that a workbook can add', async () => {
    const [sheet] = await readXlsx(await (await writeXlsx(table)).arrayBuffer());
    expect(sheet!.data[1]![1]).toBe(1.5);
  });

  it('are written for five thousand entries without a worker', async () => {
    const many = composeTable(
      Array.from({ length: 5000 }, (_, at) => row({ id: `m${at}` })),
      { people },
    );
    const { Worker: kept } = globalThis as { Worker?: unknown };
    const refuse = () => {
      throw new TypeError('a page of ours may not start one');
    };
    Object.assign(globalThis, { Worker: refuse });
    try {
      expect((await writeXlsx(many)).size).toBeGreaterThan(10_000);
    } finally {
      Object.assign(globalThis, { Worker: kept });
    }
    expect(await backFromXlsx(many)).toHaveLength(5001);
  });

  it('cut what no cell can hold', async () => {
    const long = composeTable(
      [row({ sharedNote: 'x'.repeat(20_000), topics: ['y'.repeat(40_000)], topicLevels: [0] })],
      { people },
    );
    const cells = (await backFromXlsx(long))[1]!;
    expect(cells[2]).toHaveLength(32_767);
    expect(cells[2]!.endsWith('…')).toBe(true);
    expect(backFromCsv(long)[1]![2]).toHaveLength(40_002);
  });
});
