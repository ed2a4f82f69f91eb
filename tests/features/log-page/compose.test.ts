import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { applyFilter, everything, type LogFilter, makeSearch } from '../../../src/features/log-page/filter.ts';
import { fold } from '../../../src/features/log-page/fold.ts';
import { monthsShown, sumByMonth } from '../../../src/features/log-page/months.ts';
import { composePeriods, parsePeriod } from '../../../src/features/log-page/periods.ts';
import { composeRows } from '../../../src/features/log-page/rows.ts';
import { newestFirst, type SortKey, sortRows, turnSort } from '../../../src/features/log-page/sort.ts';
import { composeTopicMap, topicColumns } from '../../../src/features/log-page/topic-map.ts';
import { sumRows } from '../../../src/features/log-page/totals.ts';
import { composeHours, composeMinutes, composePeople, composeTotals } from '../../../src/features/log-page/words.ts';
import { writeCsv } from '../../../src/files/sheet-csv.ts';
import { composeTable } from '../../../src/files/sheet-table.ts';
import { programmes } from '../../../src/programmes/index.ts';
import { builtInTopics } from '../../../src/programmes/lists/topics.ts';
import { cohortLedger, entry, pair, pairPeople, sampleSheet } from './ledger.ts';
import { parseCsv } from './parse-csv.ts';

const now = '2026-03-09T12:00:00Z';
const sheet = sampleSheet();
const cohort = cohortLedger({ mentees: 10, entries: 90, mails: 0, now });
const cohortRows = composeRows(cohort);

const anyFilter = fc.record<LogFilter>({
  relationship: fc.constantFrom('', 'cohort', 'gone'),
  mentee: fc.constantFrom('', 'p1', 'p7', 'nobody'),
  period: fc.constantFrom('', '2026-01-01..2026-12-31', '2025-01-01..2025-12-31', 'nonsense'),
  outcome: fc.constantFrom('', 'held', 'cancelled', 'no-show', 'planned'),
  session: fc.constantFrom('', 'kind study session', 'none', 'kind gone'),
  signed: fc.constantFrom('', 'unsigned', 'mentor', 'both'),
  text: fc.constantFrom('', 'exam', 'zolc', 'EXAMS elective', '李', 'nothing like it'),
});
const anySort = fc.record({
  by: fc.constantFrom<SortKey>('date', 'people', 'minutes', 'outcome', 'signed'),
  up: fc.boolean(),
});

describe('the sample tracking sheet', () => {
  const rows = composeRows(sheet);

  it('comes to 13 meetings and 13.0 hours', () => {
    const totals = sumRows(rows);
    expect(totals).toEqual({ entries: 13, held: 13, minutes: 780, preparation: 0, cancelled: 0, missed: 0 });
    expect(composeHours(totals.minutes)).toBe('13.0');
    expect(composeTotals(totals)).toBe('13 meetings held, 13.0 h');
  });

  it('stands newest first', () => {
    expect(rows[0]?.meeting.start).toBe('2016-11-02T22:00:00Z');
    expect(rows.at(-1)?.meeting.start).toBe('2016-05-18T22:00:00Z');
  });

  it('has its hours in the months of Toronto, beside half an hour a month', () => {
    const rule = programmes
      .find(({ id }) => id === 'cpd-mentoring')
      ?.rules.find((one) => one.rule === 'hours-or-meetings');
    const months = monthsShown(pair, null, '2016-11-20', '2016-11-02');
    const { months: sums, target } = sumByMonth(rows, months, rule);
    expect(sums.map(({ from, meetings, minutes }) => [from, meetings, minutes / 60])).toEqual([
      ['2016-05-01', 1, 1],
      ['2016-06-01', 3, 3],
      ['2016-07-01', 2, 2],
      ['2016-08-01', 2, 2],
      ['2016-09-01', 2, 2],
      ['2016-10-01', 2, 2],
      ['2016-11-01', 1, 1],
    ]);
    expect(target).toEqual({ hours: 3, months: 6, aMonth: 0.5 });
  });

  it('is shown by its own last year when nothing was entered since', () => {
    const months = monthsShown(pair, null, '2026-03-09', '2016-11-02');
    expect([months[0]?.from, months.at(-1)?.to]).toEqual(['2016-05-01', '2016-11-30']);
  });
});

describe('totals', () => {
  it('are the sums of the rows, for any filter', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const rows = applyFilter(cohortRows, filter, makeSearch());
        const held = rows.filter(({ meeting }) => meeting.outcome === 'held');
        const sum = (figures: (number | undefined)[]) => figures.reduce<number>((all, one) => all + (one ?? 0), 0);
        expect(sumRows(rows)).toEqual({
          entries: rows.length,
          held: held.length,
          minutes: sum(held.map(({ meeting }) => meeting.minutes)),
          preparation: sum(rows.map(({ meeting }) => meeting.preparationMinutes)),
          cancelled: rows.filter(({ meeting }) => meeting.outcome === 'cancelled').length,
          missed: rows.filter(({ meeting }) => meeting.outcome === 'no-show').length,
        });
      }),
    );
  });

  it('never count preparation, nor what was cancelled or missed', () => {
    const meetings = (['held', 'cancelled', 'no-show', 'planned'] as const).map((outcome) =>
      entry(outcome, '2026-01-05T20:00:00Z', { outcome, preparationMinutes: 30 }),
    );
    const totals = sumRows(composeRows({ ...sheet, meetings }));
    expect(totals).toMatchObject({ held: 1, minutes: 60, preparation: 120 });
    expect(composeTotals(totals)).toBe('1 meeting held, 1.0 h; 2.0 h preparation apart; 1 cancelled; 1 no-show');
  });
});

describe('a filter', () => {
  it('keeps what every part of it asks for, and nothing else, in the order of the rows', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const kept = applyFilter(cohortRows, filter, makeSearch());
        const parts: Partial<LogFilter>[] = Object.entries(filter).map(([name, value]) => ({ [name]: value }));
        const each = parts.map(
          (part) => new Set(applyFilter(cohortRows, { ...everything, ...part }, makeSearch()).map(({ id }) => id)),
        );
        expect(kept.map(({ id }) => id)).toEqual(
          cohortRows.filter(({ id }) => each.every((ids) => ids.has(id))).map(({ id }) => id),
        );
      }),
    );
  });

  it.each([
    ['zolc', 'Łukasz Żółć'],
    ['LUKASZ', 'Łukasz Żółć'],
    ['herrera', 'Tomás Herrera'],
    ['Tomas', 'Tomás Herrera'],
    ['علي', 'محمد علي'],
    ['俊', '李俊'],
    ['okafor exams', 'Amina Okafor'],
  ])('finds by %j the entries with %s', (text, name) => {
    const rows = applyFilter(cohortRows, { ...everything, text }, makeSearch());
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.flatMap(({ people }) => people.map((person) => person.name)))).toEqual(new Set([name]));
  });

  it('finds words of notes and homework', () => {
    const meetings = [
      entry('a', '2026-01-05T20:00:00Z', { sharedNote: 'Résumé ready' }),
      entry('b', '2026-01-06T20:00:00Z', { privateNote: 'ask about résumés' }),
      entry('c', '2026-01-07T20:00:00Z', { homework: ['Write the resume'] }),
      entry('d', '2026-01-08T20:00:00Z'),
    ];
    const rows = applyFilter(composeRows({ ...sheet, meetings }), { ...everything, text: 'resume' }, makeSearch());
    expect(rows.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('takes a period by the days of the relationship’s own zone', () => {
    const meetings = [entry('late', '2026-01-01T04:30:00Z'), entry('early', '2026-01-01T05:30:00Z')];
    const rows = composeRows({ ...sheet, meetings });
    const of = (period: string) => applyFilter(rows, { ...everything, period }, makeSearch()).map(({ id }) => id);
    expect(of('2025-01-01..2025-12-31')).toEqual(['late']);
    expect(of('2026-01-01..2026-12-31')).toEqual(['early']);
  });

  it('offers each semester once, newest first, then the years', () => {
    const periods = composePeriods(cohortRows, [...cohort.relationships, ...cohort.relationships]);
    expect(periods.map(({ name }) => name.replace(/,.*/, ''))).toEqual(['Spring', 'Autumn', '2026', '2025']);
    for (const { key, from, to } of periods) expect(parsePeriod(key)).toEqual({ from, to });
  });
});

describe('the order', () => {
  it('keeps every row, whatever it is sorted by, and the other way round', () => {
    fc.assert(
      fc.property(anySort, (sort) => {
        const sorted = sortRows(cohortRows, sort);
        expect(sorted.map(({ id }) => id).sort()).toEqual(cohortRows.map(({ id }) => id).sort());
        const minutes = sorted.map(({ meeting }) => meeting.minutes);
        if (sort.by === 'minutes') expect(minutes).toEqual([...minutes].sort((a, b) => (sort.up ? a - b : b - a)));
      }),
    );
  });

  it('turns round when the same head is pressed again', () => {
    expect(turnSort(newestFirst, 'date')).toEqual({ by: 'date', up: true });
    expect(turnSort(newestFirst, 'people')).toEqual({ by: 'people', up: true });
  });
});

describe('the file', () => {
  it('has a line for each row of the table, in its order, for any filter and order', () => {
    fc.assert(
      fc.property(anyFilter, anySort, (filter, sort) => {
        const rows = sortRows(applyFilter(cohortRows, filter, makeSearch()), sort);
        const table = composeTable(rows, { people: cohort.people });
        const lines = parseCsv(writeCsv(table));
        expect(lines[0]).toEqual(table.columns.map(({ head }) => head));
        expect(lines.slice(1)).toEqual(table.rows);
        const minutes = table.columns.findIndex(({ id }) => id === 'minutes');
        const sum = lines.slice(1).reduce((all, line) => all + Number(line[minutes]), 0);
        expect(sum).toBe(sumRows(rows).minutes);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an entry with amendments', () => {
  it('stands as they leave it, and says how many there are', () => {
    const signed: Meeting = entry('m', '2026-01-05T20:00:00Z', {
      signatures: [{ by: 'me', how: 'drawn', at: '2026-01-05T21:00:00Z', digest: 'a' }],
    });
    const amendment = {
      id: 'x',
      relationship: 'pair',
      meeting: 'm',
      at: '2026-01-06T20:00:00Z',
      by: 'me',
      reason: 'It was shorter',
      change: { minutes: 45 },
      previous: 'a',
      digest: 'b',
    };
    const [row] = composeRows({ ...sheet, meetings: [signed], amendments: [amendment] });
    expect(row?.meeting.minutes).toBe(45);
    expect(row?.amendments).toHaveLength(1);
  });

  it('is left out when its relationship is gone', () => {
    expect(composeRows({ ...sheet, relationships: [] })).toEqual([]);
  });
});

describe('signatures', () => {
  const by = (...who: string[]) =>
    who.map((one) => ({ by: one, how: 'typed' as const, at: '2026-01-05T21:00:00Z', digest: 'a' }));
  const state = (signatures: ReturnType<typeof by>, more = {}) => {
    const relationships = [{ ...pair, mentors: ['me', 'co'], mentees: ['jun', 'ana'], ...more }];
    const meetings = [entry('m', '2026-01-05T20:00:00Z', { attendees: ['jun', 'ana'], signatures })];
    return composeRows({ ...sheet, relationships, meetings })[0]?.signed;
  };

  it.each([
    [[], 'unsigned'],
    [['me'], 'mentor'],
    [['co'], 'mentor'],
    [['jun'], 'mentee'],
    [['me', 'jun'], 'mentor'],
    [['jun', 'ana'], 'mentee'],
    [['co', 'jun', 'ana'], 'both'],
  ])('by %j make it %s', (who, expected) => {
    expect(state(by(...who))).toBe(expected);
  });

  it('of two who are each other’s mentor need both', () => {
    const both = { me: 'jun', mentors: ['jun', 'ana'] };
    expect(state(by('jun'), both)).toBe('mentor');
    expect(state(by('jun', 'ana'), both)).toBe('both');
  });
});

describe('the topics map', () => {
  const rows = composeRows({
    ...sheet,
    meetings: [
      entry('a', '2026-01-05T20:00:00Z', { topics: ['exams', ' Exams', 'Motivation', 'Sailing'] }),
      entry('b', '2025-10-05T20:00:00Z', { topics: ['EXAMS', 'Sailing'] }),
      entry('c', '2026-02-05T20:00:00Z', { topics: ['Sailing'], outcome: 'cancelled' }),
    ],
  });
  const map = composeTopicMap(rows, builtInTopics, topicColumns(rows, pair, '2026-03-09'));
  const find = (topic: string) => map.groups.flatMap(({ lines }) => lines).find((line) => line.topic === topic);

  it('counts an entry once for a topic, whatever its case, and nothing that was not held', () => {
    expect(map.columns.map(({ name }) => name)).toEqual(['Jul to Dec 2025', 'Jan to Jun 2026']);
    expect(find('Exams')).toMatchObject({ counts: [1, 1], total: 2 });
    expect(find('Motivation')).toMatchObject({ counts: [0, 1] });
    expect(find('Sailing')).toMatchObject({ counts: [1, 1] });
  });

  it('shows all 24 topics and how many were never spoken of', () => {
    expect(map.groups.slice(0, 5).flatMap(({ lines }) => lines)).toHaveLength(24);
    expect(map.gaps).toBe(22);
  });

  it('goes by the semesters where they are set', () => {
    const terms = [
      { name: 'Autumn', start: '2025-09-01', end: '2025-12-20' },
      { name: 'Spring', start: '2026-01-05', end: '2026-05-08' },
      { name: 'Next', start: '2026-09-01', end: '2026-12-20' },
    ];
    expect(topicColumns(rows, { ...pair, terms }, '2026-03-09').map(({ name }) => name)).toEqual(['Autumn', 'Spring']);
  });

  it('keeps to the latest columns of a long log', () => {
    const long = composeRows({ ...sheet, meetings: [entry('old', '2010-02-01T12:00:00Z'), entry('new', now)] });
    expect(topicColumns(long, pair, '2026-03-09')).toHaveLength(6);
  });
});

describe('words', () => {
  it.each([
    [0, '0 min'],
    [45, '45 min'],
    [60, '1 h'],
    [90, '1 h 30 min'],
    [60.4, '1 h'],
  ])('%d minutes are %j', (minutes, text) => {
    expect(composeMinutes(minutes)).toBe(text);
  });

  it.each([
    [780, '13.0'],
    [45, '0.75'],
    [6, '0.1'],
    [50, '0.83'],
  ])('%d minutes are %s hours', (minutes, text) => {
    expect(composeHours(minutes)).toBe(text);
  });

  it('name two and count the rest', () => {
    const people = ['A', 'B', 'C', 'D'].map((name) => ({ id: name, name }));
    expect(composePeople(people)).toBe('A, B and 2 more');
    expect(composePeople(people.slice(0, 3))).toBe('A, B, C');
    expect(composePeople([])).toBe('Nobody named');
  });

  it.each([
    ['Łukasz', 'lukasz'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['Straße', 'strasse'],
    ['ﬁne', 'fine'],
    ['Ｆｕｌｌ', 'full'],
    ['مُحَمَّد', 'محمد'],
  ])('%s is searched as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe('people of an entry', () => {
  it('are the others, by name or address', () => {
    const people = [...pairPeople, { id: 'ana', name: '', emails: ['ana@uni.example'] }];
    const meetings = [entry('m', now, { attendees: ['me', 'jun', 'ana', 'gone'] })];
    const [row] = composeRows({ ...sheet, people, meetings });
    expect(row?.people.map(({ name }) => name)).toEqual(['Jun Li 李俊', 'ana@uni.example', 'Someone']);
  });
});
