import { describe, expect, it } from 'vitest';
import type { Relationship } from '../../src/domain/people/relationship.ts';
import { writeCsv } from '../../src/files/sheet-csv.ts';
import { readSheet, type SheetContext } from '../../src/files/sheet-import.ts';
import { composeTable, type SheetTable } from '../../src/files/sheet-table.ts';
import { writeXlsx } from '../../src/files/sheet-xlsx.ts';
import { sampleMeetings, sampleMentee, sampleMentor, sampleSheet, sampleZone } from '../domain/meeting/sample-sheet.ts';

const relationship: Relationship = {
  id: 'sample',
  programme: 'cpd-mentoring',
  me: sampleMentor.id,
  role: 'mentor',
  mentors: [sampleMentor.id],
  mentees: [sampleMentee.id],
  start: '2016-05-01',
  zone: sampleZone,
};
const context: SheetContext = { zone: sampleZone, people: [sampleMentor, sampleMentee], relationship };

const read = (text: string, more: Partial<SheetContext> = {}) =>
  readSheet({ name: 'log.csv', text }, { ...context, ...more });
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const toCsv = (rows: readonly (readonly string[])[], sign = ',') =>
  rows.map((row) => row.map(quote).join(sign)).join('\r\n');
const clock = (time: string) => `${Number(time.slice(0, 2)) - 12}:${time.slice(3)} pm`;
const monthNames = 'January February March April May June July August September October November December'.split(' ');
const longDate = (date: string) =>
  `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** As the tracking sheet has it: a head of three lines, clock ranges, nested bullets, homework below, a line of totals. */
const trackingSheet = [
  ['Mentoring tracking sheet', '', '', ''],
  ['Name of Mentor:', sampleMentor.name, '', ''],
  [`Name of Mentee: ${sampleMentee.name}`, '', '', ''],
  ['Mentee contact information', sampleMentee.emails[0]!, '', ''],
  ['', '', '', ''],
  ['Date', 'Time Spent (Hours)', 'Topics Discussed', 'Signature of Mentee/Mentor'],
  ...sampleSheet.map((row) => [
    longDate(row.date),
    `${clock(row.start)} – ${clock(row.end)}`,
    [
      ...row.topics.map((topic, at) => `${'   '.repeat(row.topicLevels[at]!)}• ${topic}`),
      ...row.homework.map((item) => `Homework: ${item}`),
    ].join('\n'),
    '',
  ]),
  ['Total', '13', '', ''],
];

/** Another make: other names of columns, days first, hours as numbers, semicolons. */
const otherTable = [
  ['Nr.', 'Datum', 'Beginn', 'Dauer', 'Themen', 'Hausaufgaben', 'Laune'],
  ...sampleSheet.map((row, at) => [
    String(at + 1),
    row.date.split('-').reverse().join('.'),
    row.start,
    '1,0',
    row.topics.map((topic, place) => `${row.topicLevels[place] === 1 ? '  - ' : '- '}${topic}`).join('\n'),
    row.homework.join('\n'),
    'gut',
  ]),
];

async function toWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const table: SheetTable = {
    columns: rows[0]!.map((head, at) => ({ id: 'date', head, reader: 'mine', kind: at === 99 ? 'number' : 'text' })),
    rows: rows.slice(1).map((row) => [...row]),
  };
  return new Uint8Array(await (await writeXlsx(table)).arrayBuffer());
}

const utf16 = (text: string) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1)
    new DataView(bytes.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
};

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

const table = (...rows: string[][]) => toCsv([['Date', 'Time Spent', 'Topics'], ...rows]);
const codes = async (text: string, more: Partial<SheetContext> = {}) =>
  (await read(text, more)).problems.map(({ row, code }) => [row, code]);

describe('dates of a column', () => {
  it('are days first where one of them can be nothing else', async () => {
    const { rows } = await read(table(['03/04/2016', '1', 'a'], ['18/04/2016', '1', 'b']), context);
    expect(rows.map(({ meeting }) => meeting.start.slice(0, 10))).toEqual(['2016-04-03', '2016-04-18']);
  });

  it('are months first where one of them can be nothing else', async () => {
    const { rows } = await read(table(['03/04/2016', '1', 'a'], ['04/18/2016', '1', 'b']), context);
    expect(rows.map(({ meeting }) => meeting.start.slice(0, 10))).toEqual(['2016-03-04', '2016-04-18']);
  });

  it('are refused with a name where they might be two days, and read once somebody says which', async () => {
    const text = table(['03/04/2016', '1', 'a'], ['05/06/2016', '1', 'b']);
    expect(await codes(text)).toEqual([
      [2, 'ambiguous-dates'],
      [3, 'ambiguous-dates'],
    ]);
    const { rows } = await read(text, { dateOrder: 'month-first' });
    expect(rows.map(({ meeting }) => meeting.start.slice(0, 10))).toEqual(['2016-03-04', '2016-05-06']);
  });

  it('that prove both orders leave the doubtful ones out', async () => {
    const text = table(['18/05/2016', '1', 'a'], ['05/19/2016', '1', 'b'], ['03/04/2016', '1', 'c']);
    expect(await codes(text)).toContainEqual([4, 'ambiguous-dates']);
    expect((await read(text)).rows).toHaveLength(2);
  });

  it.each([
    ['', 'bad-date'],
    ['31/02/2016', 'bad-date'],
    ['soon', 'bad-date'],
    ['18 May', 'no-year'],
    ['#REF!', 'bad-date'],
  ])('"%s" is no date: its row is left out as %s', async (date, code) => {
    const { rows, problems } = await read(table([date, '1', 'a'], ['2016-05-18', '1', 'b']));
    expect(problems).toContainEqual({ row: 2, code, detail: date });
    expect(rows).toHaveLength(1);
  });
});

describe('times of a row', () => {
  it('without a time of day take noon, and say so', async () => {
    const { rows, problems } = await read(table(['2016-05-18', '1.5', 'a']));
    expect(rows[0]!.meeting).toMatchObject({ start: '2016-05-18T16:00:00Z', minutes: 90 });
    expect(problems).toEqual([{ row: 2, code: 'no-clock', detail: '' }]);
  });

  it('without a length are kept as having taken place, and no more', async () => {
    const { rows, problems } = await read(table(['2016-05-18', '', 'a']));
    expect(rows[0]!.meeting).toMatchObject({ minutes: 0, countOnly: true });
    expect(problems.map(({ code }) => code)).toEqual(['no-length', 'no-clock']);
  });

  it('that nobody can read, or that are too long, leave the row out', async () => {
    expect(await codes(table(['2016-05-18', 'a while', 'a'], ['2016-05-19', '60', 'b']))).toEqual([
      [2, 'bad-time'],
      [3, 'odd-length'],
    ]);
  });

  it('are found in columns of their own', async () => {
    const text = toCsv([
      ['Day', 'Start', 'End', 'Minutes', 'Notes'],
      ['2016-05-18', '6:00 PM', '7:15 PM', '', 'a'],
      ['2016-05-19', '18:00', '', '45', 'b'],
    ]);
    const { rows } = await read(text);
    expect(rows.map(({ meeting }) => [meeting.start, meeting.minutes])).toEqual([
      ['2016-05-18T22:00:00Z', 75],
      ['2016-05-19T22:00:00Z', 45],
    ]);
  });

  it('take what a skipped hour makes of them', async () => {
    const { rows } = await read(table(['2016-03-13', '2:30 am - 3:30 am', 'a']));
    expect(rows[0]!.meeting.start).toBe('2016-03-13T07:30:00Z');
  });
});

describe('columns', () => {
  it('that nobody knows are listed', async () => {
    const { columns } = await read(toCsv(otherTable, ';'));
    expect(columns.filter(({ meaning }) => meaning === null).map(({ head }) => head)).toEqual(['Laune']);
  });

  it('mean what the reader says they mean', async () => {
    const text = toCsv([
      ['X', 'Y', 'Z'],
      ['Plans', '6-7 pm', '2016-05-18'],
    ]);
    const { problems, columns } = await read(text);
    expect(problems.map(({ code }) => code)).toEqual(['no-table']);
    expect(columns.map(({ head }) => head)).toEqual(['X', 'Y', 'Z']);
    const { rows } = await read(text, { columns: ['topics', 'time', 'date'] });
    expect(rows.map(({ meeting }) => meeting.topics)).toEqual([['Plans']]);
  });

  it('called Minutes are what was said, where they are no numbers', async () => {
    const { rows } = await read(
      toCsv([
        ['Date', 'Hours', 'Minutes'],
        ['2016-05-18', '1', 'Talked about exams'],
      ]),
    );
    expect(rows[0]!.meeting).toMatchObject({ minutes: 60, topics: ['Talked about exams'] });
  });

  it('need no head where they stand as in the tracking sheet', async () => {
    const { rows } = await read(toCsv([['18 May 2016', '6:00 pm – 7:00 pm', 'Plans', 'Signed']]));
    expect(rows[0]!.meeting).toMatchObject({ minutes: 60, topics: ['Plans'] });
  });
});

describe('signatures', () => {
  it('of a sheet are none here: what stands there is kept as a private note, and told', async () => {
    const text = toCsv([
      ['Date', 'Time Spent', 'Topics', 'Signature'],
      ['2016-05-18', '6-7 pm', 'a', 'Signed C. Imai'],
    ]);
    const { rows, problems } = await read(text);
    expect(rows[0]!.meeting.signatures).toEqual([]);
    expect(rows[0]!.meeting.privateNote).toContain('Signed C. Imai');
    expect(problems).toEqual([{ row: 2, code: 'signature-kept-as-note', detail: 'Signed C. Imai' }]);
  });
});

describe('people', () => {
  const cohort = { ...relationship, mentees: ['ana', 'ben'] };
  const people = [
    sampleMentor,
    { id: 'ana', name: 'Ana Álvarez', emails: ['ana@x.example'] },
    { id: 'ben', name: 'Ben Bo', emails: [] },
  ];

  it('of a cohort are found by name, first name or address, and strangers are named', async () => {
    const text = toCsv([
      ['Date', 'Time Spent', 'Topics', 'Mentees'],
      ['2016-05-18', '6-7 pm', 'a', 'Alvarez, Ana'],
      ['2016-05-19', '6-7 pm', 'a', 'ana alvarez; Ben'],
      ['2016-05-20', '6-7 pm', 'a', 'Zoe'],
    ]);
    const { rows, problems } = await read(text, { people, relationship: cohort });
    expect(rows[1]!.meeting.attendees).toEqual(['mentor', 'ana', 'ben']);
    expect(problems).toContainEqual({ row: 4, code: 'unknown-person', detail: 'Zoe' });
    expect(problems).toContainEqual({ row: 4, code: 'no-people', detail: '' });
    expect(rows[2]!.meeting.attendees).toEqual(['mentor']);
  });

  it('at the head that the relationship does not know are told', async () => {
    const text = toCsv([
      ['Name of mentee', 'Somebody Else'],
      ['Date', 'Time Spent'],
      ['2016-05-18', '6-7 pm'],
    ]);
    expect((await read(text)).problems).toEqual([{ row: 0, code: 'other-mentee', detail: 'Somebody Else' }]);
  });
});

describe('rows', () => {
  it('that were cancelled or missed are not held', async () => {
    const text = toCsv([
      ['Date', 'Hours', 'Outcome'],
      ['2016-05-18', '', 'Cancelled'],
      ['2016-05-19', '', 'No-show'],
      ['2016-05-20', '1', 'who knows'],
    ]);
    const { rows, problems } = await read(text);
    expect(rows.map(({ meeting }) => meeting.outcome)).toEqual(['cancelled', 'no-show']);
    expect(problems).toContainEqual({ row: 4, code: 'unknown-outcome', detail: 'who knows' });
  });

  it('below a merged date belong to the meeting above', async () => {
    const { rows } = await read(table(['2016-05-18', '6-7 pm', 'a'], ['', '', 'b'], ['', '', 'Homework: c']));
    expect(rows).toHaveLength(1);
    expect(rows[0]!.meeting).toMatchObject({ topics: ['a', 'b'], homework: ['c'] });
  });

  it('of unlike lengths are read, and what is beyond the columns is told', async () => {
    const { rows, problems } = await read('Date,Hours,Topics\n2016-05-18,1\n2016-05-19,1,a,b,c\n');
    expect(rows).toHaveLength(2);
    expect(problems).toContainEqual({ row: 3, code: 'extra-cells', detail: 'b' });
  });

  it('at the same time are two', async () => {
    const { rows } = await read(table(['2016-05-18', '6-7 pm', 'a'], ['2016-05-18', '6-7 pm', 'b']));
    expect(new Set(rows.map(({ meeting }) => meeting.id)).size).toBe(2);
  });

  it('keep what is hostile as plain text', async () => {
    const { rows } = await read(
      table(['2016-05-18', '6-7 pm', '\'=HYPERLINK("x")'], ['2016-05-19', '6-7 pm', '<img onerror=x>']),
    );
    expect(rows.map(({ meeting }) => meeting.topics)).toEqual([['=HYPERLINK("x")'], ['<img onerror=x>']]);
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
