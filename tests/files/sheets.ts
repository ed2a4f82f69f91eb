// The sample sheet of PROGRAMMES section 3 as files of several makes, and what is read of a sheet.
import type { Relationship } from '../../src/domain/people/relationship.ts';
import { readSheet, type SheetContext } from '../../src/files/sheet-import.ts';
import type { SheetTable } from '../../src/files/sheet-table.ts';
import { writeXlsx } from '../../src/files/sheet-xlsx.ts';
import { sampleMentee, sampleMentor, sampleSheet, sampleZone } from '../domain/meeting/sample-sheet.ts';

export const relationship: Relationship = {
  id: 'sample',
  programme: 'cpd-mentoring',
  me: sampleMentor.id,
  role: 'mentor',
  mentors: [sampleMentor.id],
  mentees: [sampleMentee.id],
  start: '2016-05-01',
  zone: sampleZone,
};
export const context: SheetContext = { zone: sampleZone, people: [sampleMentor, sampleMentee], relationship };

export const read = (text: string, more: Partial<SheetContext> = {}) =>
  readSheet({ name: 'log.csv', text }, { ...context, ...more });
const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
export const toCsv = (rows: readonly (readonly string[])[], sign = ',') =>
  rows.map((row) => row.map(quote).join(sign)).join('\r\n');
const clock = (time: string) => `${Number(time.slice(0, 2)) - 12}:${time.slice(3)} pm`;
const monthNames = 'January February March April May June July August September October November December'.split(' ');
const longDate = (date: string) =>
  `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** As the tracking sheet has it: a head of three lines, clock ranges, nested bullets, homework below, a line of totals. */
export const trackingSheet = [
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
export const otherTable = [
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

export async function toWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const table: SheetTable = {
    columns: rows[0]!.map((head, at) => ({ id: 'date', head, reader: 'mine', kind: at === 99 ? 'number' : 'text' })),
    rows: rows.slice(1).map((row) => [...row]),
  };
  return new Uint8Array(await (await writeXlsx(table)).arrayBuffer());
}

export const utf16 = (text: string) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let at = 0; at < text.length; at += 1)
    new DataView(bytes.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
};

export const table = (...rows: string[][]) => toCsv([['Date', 'Time Spent', 'Topics'], ...rows]);
export const codes = async (text: string, more: Partial<SheetContext> = {}) =>
  (await read(text, more)).problems.map(({ row, code }) => [row, code]);
