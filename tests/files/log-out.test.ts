import ICAL from 'ical.js';
import papa from 'papaparse';
import readXlsx from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import type { Relationship } from '../../src/domain/people/relationship.ts';
import { writeIcs } from '../../src/files/events-out.ts';
import { readCalendar } from '../../src/files/icalendar.ts';
import { writeLogJson } from '../../src/files/log-json.ts';
import type { LogRow } from '../../src/files/log-row.ts';
import { writeCsv } from '../../src/files/sheet-csv.ts';
import { columnIds, composeTable, type SheetTable } from '../../src/files/sheet-table.ts';
import { writeXlsx } from '../../src/files/sheet-xlsx.ts';

const people = [
  { id: 'me', name: 'Robin Park', emails: ['robin@uni.example'] },
  { id: 'ana', name: 'Ana "Anita" Álvarez', emails: ['ana@uni.example', 'ana@home.example'] },
  { id: 'wei', name: '李薇', emails: [] },
  { id: 'amal', name: 'أمل', emails: ['amal@uni.example'] },
];
const relationship: Relationship = {
  id: 'r1',
  programme: 'umms-peer-mentoring',
  me: 'me',
  role: 'mentor',
  mentors: ['me'],
  mentees: ['ana', 'wei', 'amal'],
  start: '2026-01-01',
  zone: 'America/Toronto',
};
const meeting = (more: Partial<Meeting>): Meeting => ({
  id: 'm1',
  relationship: 'r1',
  start: '2026-03-09T22:00:00Z',
  minutes: 90,
  outcome: 'held',
  attendees: ['me', 'ana'],
  topics: ['Exams', 'Biochemistry', 'Next term'],
  topicLevels: [0, 1, 0],
  homework: ['Read chapter 4'],
  signatures: [],
  ...more,
});
const row = (more: Partial<Meeting> = {}): LogRow => ({
  meeting: meeting(more),
  relationship,
  programme: 'Peer Mentoring',
});

const rows: LogRow[] = [
  row({ preparationMinutes: 20, modality: 'video', sharedNote: 'For us two', privateNote: 'SECRET' }),
  row({
    id: 'm2',
    start: '2026-03-10T14:30:00.500Z',
    minutes: 20,
    attendees: ['me', 'wei', 'amal', 'gone'],
    topics: ['计划', 'خطة', 'Żółć', 'a,b;c\t"d"'],
    topicLevels: [0, 0, 0, 0],
  }),
  row({
    id: 'm3',
    outcome: 'cancelled',
    cancelledBy: 'ana',
    noticeHours: 3,
    topics: [],
    topicLevels: [],
    homework: [],
  }),
  row({ id: 'm4', minutes: 0, countOnly: true, homework: [] }),
  row({
    id: 'm5',
    signatures: [
      { by: 'me', how: 'typed', at: '2026-03-10T03:00:00Z', digest: 'd', name: 'Robin' },
      { by: 'ana', how: 'reply', at: '2026-03-11T12:00:00Z', digest: 'd' },
    ],
  }),
];
const table = composeTable(rows, { people });
const column = (id: string, of: SheetTable = table) =>
  of.rows.map((cells) => cells[of.columns.findIndex((each) => each.id === id)]);

const backFromCsv = (of: SheetTable) =>
  papa.parse<string[]>(writeCsv(of).replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
async function backFromXlsx(of: SheetTable): Promise<string[][]> {
  const [sheet] = await readXlsx(await (await writeXlsx(of)).arrayBuffer(), { trim: false });
  return sheet!.data.map((cells) =>
    of.columns.map((_, at) => (cells[at] === null || cells[at] === undefined ? '' : String(cells[at]))),
  );
}

describe('the table of the log', () => {
  it('begins with the four columns of the tracking sheet', () => {
    expect(table.columns.slice(0, 4).map(({ head }) => head)).toEqual([
      'Date',
      'Time Spent (Hours)',
      'Topics Discussed',
      'Signature of Mentee/Mentor',
    ]);
  });

  it('says when by the zone of the relationship', () => {
    expect(table.rows[0]!.slice(0, 2)).toEqual(['2026-03-09', '1.5']);
    expect([column('from')[0], column('to')[0]]).toEqual(['18:00', '19:30']);
  });

  it('counts time for what was held, and none where none is known', () => {
    expect(column('hours')).toEqual(['1.5', '0.33', '', '', '1.5']);
    expect(column('minutes')).toEqual(['90', '20', '', '', '90']);
    expect(column('preparation')[0]).toBe('20');
    expect(column('from')[3]).toBe('');
  });

  it('nests topics, and says who signed how and when', () => {
    expect(column('topics')[0]).toBe('• Exams\n  • Biochemistry\n• Next term');
    expect(column('signatures')[4]).toBe('Robin Park (typed, 2026-03-09)\nAna "Anita" Álvarez (by reply, 2026-03-11)');
  });

  it('says who cancelled and how long before', () => {
    expect(column('notice')[2]).toBe('Ana "Anita" Álvarez, 3 h before');
  });

  it('holds a private note for nobody, and a shared one not for the programme', () => {
    for (const audience of ['mine', 'ours', 'programme'] as const) {
      const text = JSON.stringify(composeTable(rows, { people, audience }));
      expect(text).not.toContain('SECRET');
      expect(text.includes('For us two')).toBe(audience !== 'programme');
    }
  });

  it('has the columns that are asked for, in that order', () => {
    const chosen = composeTable(rows, { people, columns: ['people', 'date'], composeDate: (date) => `on ${date}` });
    expect(chosen.columns.map(({ id }) => id)).toEqual(['people', 'date']);
    expect(chosen.rows[1]).toEqual(['Robin Park, 李薇, أمل, Somebody removed', 'on 2026-03-10']);
  });

  it('gives every row a cell for every column', () => {
    expect(table.columns.map(({ id }) => id)).toEqual(columnIds);
    for (const cells of table.rows) expect(cells).toHaveLength(columnIds.length);
  });
});

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

describe('the calendar file', () => {
  const now = '2026-04-01T08:00:00Z';
  const text = writeIcs(rows, { people, now });

  it('holds what was held, and comes back as it was', () => {
    const events = readCalendar(text, { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z', zone: 'UTC' });
    expect(events.map(({ uid, start, end }) => [uid, start, end])).toEqual([
      ['m1@waymark', '2026-03-09T22:00:00Z', '2026-03-09T23:30:00Z'],
      ['m2@waymark', '2026-03-10T14:30:00Z', '2026-03-10T14:50:00Z'],
      ['m4@waymark', '2026-03-09', '2026-03-10'],
      ['m5@waymark', '2026-03-09T22:00:00Z', '2026-03-09T23:30:00Z'],
    ]);
    expect(events[1]!.title).toBe('Mentoring: 李薇, أمل');
    expect(events[0]!.attendees).toEqual([
      { name: 'Robin Park', email: 'robin@uni.example' },
      { name: 'Ana  Anita  Álvarez', email: 'ana@uni.example' },
    ]);
  });

  it('ends its lines in CRLF and folds them between characters', () => {
    const long = writeIcs([row({ topics: ['计'.repeat(200)], topicLevels: [0] })], { people, now });
    for (const line of long.split('\r\n')) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(76);
      expect(line.isWellFormed()).toBe(true);
    }
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const [event] = new ICAL.Component(ICAL.parse(long)).getAllSubcomponents('vevent');
    expect(event!.getFirstPropertyValue('description')).toContain('计'.repeat(200));
    expect(event!.getFirstPropertyValue('dtstamp')!.toString()).toBe(now);
  });

  it('lets nothing break out of a line, and takes no note along', () => {
    const evil = writeIcs(
      [row({ topics: ['a\r\nEND:VEVENT\r\nBEGIN:VEVENT'], privateNote: 'SECRET', sharedNote: 'OURS' })],
      { people, now },
    );
    expect(new ICAL.Component(ICAL.parse(evil)).getAllSubcomponents('vevent')).toHaveLength(1);
    expect(evil).not.toMatch(/SECRET|OURS/);
  });
});

describe('JSON', () => {
  const now = '2026-04-01T08:00:00Z';
  const change = {
    id: 'a1',
    relationship: 'r1',
    meeting: 'm5',
    at: now,
    by: 'me',
    reason: 'A slip',
    change: { sharedNote: 'For us two', minutes: 60 },
    previous: 'd',
    digest: 'e',
  };

  it('names its version, everybody that is named, and nothing private', () => {
    const file = JSON.parse(
      writeLogJson(rows, {
        people: [...people, { id: 'x', name: 'X', emails: [] }],
        amendments: [change, { ...change, id: 'a2', meeting: 'other' }],
        now,
      }),
    );
    expect(file).toMatchObject({ waymark: 'log', version: 1, writtenAt: now, audience: 'mine' });
    expect(file.people.map(({ id }: { id: string }) => id)).toEqual(['me', 'ana', 'wei', 'amal']);
    expect(file.meetings).toHaveLength(5);
    expect(file.meetings[0]).toMatchObject({
      id: 'm1',
      programme: 'Peer Mentoring',
      zone: 'America/Toronto',
      sharedNote: 'For us two',
    });
    expect(file.amendments.map(({ id }: { id: string }) => id)).toEqual(['a1']);
    expect(JSON.stringify(file)).not.toContain('SECRET');
  });

  it('for the programme leaves out what only mentor and mentee may read', () => {
    const text = writeLogJson(rows, { people, amendments: [change], audience: 'programme', now });
    expect(text).not.toMatch(/For us two|SECRET/);
    expect(JSON.parse(text).amendments[0].change).toEqual({ minutes: 60 });
  });
});
