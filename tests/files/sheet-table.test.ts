import { describe, expect, it } from 'vitest';
import { columnIds, composeTable, type SheetTable } from '../../src/files/sheet-table.ts';
import { people, rows } from './small-log.ts';

const table = composeTable(rows, { people });
const column = (id: string, of: SheetTable = table) =>
  of.rows.map((cells) => cells[of.columns.findIndex((each) => each.id === id)]);

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
