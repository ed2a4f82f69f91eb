import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { applyFilter, everything, makeSearch } from '../../../src/features/log-page/filter.ts';
import { composeRows } from '../../../src/features/log-page/rows.ts';
import { composeSession, sessionChoices } from '../../../src/features/log-page/sessions.ts';
import { writeCsv } from '../../../src/files/sheet-csv.ts';
import { composeTable } from '../../../src/files/sheet-table.ts';
import { entry, sampleSheet } from './ledger.ts';
import { parseCsv } from './parse-csv.ts';

const rowsOf = (...meetings: Meeting[]) => composeRows({ ...sampleSheet(), meetings });

const mixed = rowsOf(
  entry('a', '2026-01-05T20:00:00Z', { sessionType: 'Study session' }),
  entry('b', '2026-01-06T20:00:00Z', { sessionType: 'Open drop-in' }),
  entry('c', '2026-01-07T20:00:00Z', { sessionType: ' study SESSION ' }),
  entry('d', '2026-01-08T20:00:00Z'),
  entry('e', '2026-01-09T20:00:00Z', { sessionType: '  ' }),
);

describe('the kinds of session to choose from', () => {
  it('are those of the entries, each once, and at last none', () => {
    expect(sessionChoices(mixed).map(({ text }) => text)).toEqual(['Open drop-in', 'Study session', 'Not said']);
  });

  it('are not offered where no entry has one, and without "none" where every entry has one', () => {
    expect(sessionChoices(rowsOf(entry('a', '2026-01-05T20:00:00Z')))).toEqual([]);
    const all = rowsOf(entry('a', '2026-01-05T20:00:00Z', { sessionType: 'none' }));
    expect(sessionChoices(all).map(({ text }) => text)).toEqual(['none']);
  });

  it('part the entries among them', () => {
    const kept = sessionChoices(mixed).map(({ value }) =>
      applyFilter(mixed, { ...everything, session: value }, makeSearch()).map(({ id }) => id),
    );
    expect(kept).toEqual([['b'], ['c', 'a'], ['e', 'd']]);
  });

  it('are found by their words, and stand in the file of what was found', () => {
    const found = applyFilter(mixed, { ...everything, text: 'drop-in' }, makeSearch());
    const table = composeTable(found, { people: [] });
    const at = table.columns.findIndex(({ id }) => id === 'sessionType');
    expect(parseCsv(writeCsv(table)).map((line) => line[at])).toEqual(['Kind of Session', 'Open drop-in']);
  });
});

describe('the line under an outcome', () => {
  const held = { outcome: 'held' } as const;

  it.each([
    [{ ...held, sessionType: 'Study session', modality: 'video' }, 'Study session · Video'],
    [{ ...held, sessionType: 'In person', modality: 'in-person' }, 'In person'],
    [{ ...held, sessionType: 'Speed session' }, 'Speed session'],
    [{ ...held, modality: 'phone' }, 'Phone'],
    [{ outcome: 'cancelled', sessionType: 'Open drop-in', modality: 'video' }, 'Open drop-in'],
    [{ outcome: 'cancelled', modality: 'video' }, ''],
    [held, ''],
  ] as const)('of %j is %j', (meeting, text) => {
    expect(composeSession(meeting)).toBe(text);
  });
});
