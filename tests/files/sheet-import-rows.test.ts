import { describe, expect, it } from 'vitest';
import { sampleMentor } from '../domain/meeting/sample-sheet.ts';
import { codes, context, otherTable, read, relationship, table, toCsv } from './sheets.ts';

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
