import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../src/files/sheet-csv.ts';
import { readSheet } from '../../src/files/sheet-import.ts';
import { composeTable } from '../../src/files/sheet-table.ts';
import { writeXlsx } from '../../src/files/sheet-xlsx.ts';
import { sampleMeetings, sampleSheet } from '../domain/meeting/sample-sheet.ts';
import { context, otherTable, read, relationship, table, toCsv, toWorkbook, trackingSheet, utf16 } from './sheets.ts';

describe('the sample tracking sheet', () => {
  const layouts: [string, () => Promise<{ name: string; text?: string; bytes?: Uint8Array }>][] = [
    ['as the association has it, in CSV', async () => ({ name: 'sheet.csv', text: toCsv(trackingSheet) })],
    ['with other columns, in CSV with semicolons', async () => ({ name: 'andere.csv', text: toCsv(otherTable, ';') })],
    ['as a workbook', async () => ({ name: 'sheet.xlsx', bytes: await toWorkbook(trackingSheet) })],
    ['with tabs, in UTF-16', async () => ({ name: 'sheet.txt', bytes: utf16(toCsv(trackingSheet, '\t')) })],
  ];

  it.each(layouts)('%s gives its thirteen meetings and 13.0 hours', async (_, make) => {
    const { rows } = await readSheet(await make(), context);
    expect(rows).toHaveLength(13);
    expect(rows.reduce((sum, { meeting }) => sum + meeting.minutes, 0) / 60).toBe(13);
    const wanted = sampleMeetings();
    for (const [at, { meeting }] of rows.entries()) {
      const { start, minutes, attendees, topics, homework } = wanted[at]!;
      expect(meeting).toMatchObject({ start, minutes, attendees, topics, homework, outcome: 'held', signatures: [] });
      expect(meeting.topicLevels ?? topics.map(() => 0)).toEqual(sampleSheet[at]!.topicLevels);
      expect(meeting.enteredFrom).toBe('sheet');
    }
  });

  it('has no problem but the line of totals, which is left out and told', async () => {
    expect((await read(toCsv(trackingSheet))).problems).toEqual([
      { row: 20, code: 'total-skipped', detail: 'Total 13' },
    ]);
  });

  it('comes back from our own CSV and workbook as it was', async () => {
    const meetings = sampleMeetings();
    const rows = meetings.map((meeting) => ({ meeting, relationship, programme: 'CPD' }));
    const table = composeTable(rows, { people: context.people });
    const workbook = new Uint8Array(await (await writeXlsx(table)).arrayBuffer());
    for (const input of [
      { name: 'a.csv', text: writeCsv(table) },
      { name: 'a.xlsx', bytes: workbook },
    ]) {
      const { rows: back, problems } = await readSheet(input, context);
      expect(problems).toEqual([]);
      expect(back.map(({ meeting }) => [meeting.start, meeting.minutes, meeting.topics, meeting.homework])).toEqual(
        meetings.map((meeting) => [meeting.start, meeting.minutes, meeting.topics, meeting.homework]),
      );
    }
  });

  it('gives the same ids when it is read again, so that nothing is entered twice', async () => {
    const [first, second] = [await read(toCsv(trackingSheet)), await read(toCsv(trackingSheet))];
    expect(second.rows.map(({ meeting }) => meeting.id)).toEqual(first.rows.map(({ meeting }) => meeting.id));
    expect(new Set(first.rows.map(({ meeting }) => meeting.id)).size).toBe(13);
  });
});

describe('files that are no sheet', () => {
  const bytes = (...values: number[]) => new Uint8Array(values);
  it.each([
    ['a page', { name: 'a.csv', text: '<!doctype html><p>Hello' }, 'not-a-sheet'],
    ['JSON', { name: 'a.csv', text: '{"a":1}' }, 'not-a-sheet'],
    ['a calendar', { name: 'a.csv', text: 'BEGIN:VCALENDAR\r\n' }, 'not-a-sheet'],
    ['nothing', { name: 'a.csv', text: '' }, 'not-a-sheet'],
    ['a picture', { name: 'a.csv', bytes: bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13) }, 'not-a-sheet'],
    ['half a workbook', { name: 'a.xlsx', bytes: bytes(0x50, 0x4b, 3, 4, 1, 2, 3) }, 'not-a-sheet'],
    ['an old workbook', { name: 'a.xls', bytes: bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1) }, 'old-or-locked'],
    ['a table of something else', { name: 'a.csv', text: 'Name,Age\nAna,20\n' }, 'no-table'],
    ['too much', { name: 'a.csv', text: 'a'.repeat(20_000_001) }, 'too-large'],
  ])('%s: one clear problem and no row', async (_, input, code) => {
    const { rows, problems } = await readSheet(input, context);
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('an archive that would unpack to gigabytes is refused before it is unpacked', async () => {
    const { zipSync } = await import('fflate');
    const huge = zipSync({ '[Content_Types].xml': new Uint8Array(90_000_000) }, { level: 9 });
    expect(huge.length).toBeLessThan(500_000);
    expect((await readSheet({ name: 'a.xlsx', bytes: huge }, context)).problems[0]?.code).toBe('too-large');
  });

  it('a workbook that declares entities is refused', async () => {
    const { strToU8, unzipSync, zipSync } = await import('fflate');
    const files = unzipSync(await toWorkbook(trackingSheet));
    files['xl/workbook.xml'] = strToU8(
      `<!DOCTYPE x [<!ENTITY a "b">]>${new TextDecoder().decode(files['xl/workbook.xml'])}`,
    );
    expect((await readSheet({ name: 'a.xlsx', bytes: zipSync(files) }, context)).problems[0]?.code).toBe('not-a-sheet');
  });
});

describe('encodings', () => {
  it('of old Windows are read where UTF-8 does not fit', async () => {
    const latin = Uint8Array.from(table(['2016-05-18', '6-7 pm', 'Prüfung']), (sign) => sign.charCodeAt(0));
    const { rows } = await readSheet({ name: 'a.csv', bytes: latin }, context);
    expect(rows[0]!.meeting.topics).toEqual(['Prüfung']);
  });

  it('with a byte order mark lose it', async () => {
    const { rows } = await readSheet(
      { name: 'a.csv', bytes: new TextEncoder().encode(`\uFEFF${table(['2016-05-18', '6-7 pm', '面谈'])}`) },
      context,
    );
    expect(rows[0]!.meeting.topics).toEqual(['面谈']);
  });
});

it('throws for no text at all', async () => {
  const whole = toCsv(trackingSheet);
  let seed = 20_160_518;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed / 0x7fffffff;
  };
  for (let round = 0; round < 150; round += 1) {
    const at = Math.floor(random() * whole.length);
    const cut =
      whole.slice(0, at) +
      String.fromCharCode(Math.floor(random() * 300)).repeat(Math.floor(random() * 40)) +
      whole.slice(at + Math.floor(random() * 30));
    await expect(read(cut), `seed ${seed}`).resolves.toBeDefined();
  }
});
