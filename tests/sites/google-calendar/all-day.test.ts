import { describe, expect, it } from 'vitest';
import { site } from '../../../src/sites/google-calendar/index.ts';
import { chip, PRAGUE, week } from './page.ts';

const place = (column: number, days = 1) =>
  `left: ${((column / 7) * 100).toFixed(2)}%; width: ${((days / 7) * 100).toFixed(2)}%; top: 0em`;
const read = (style: string, label: string, lang = 'en') => {
  const page = week('2025-11-30', {}, { allDay: chip({ title: 'Trip', label, style }), lang });
  const events = site.readEvents(page, PRAGUE);
  return { days: events.map(({ start, end, allDay }) => [start, end, allDay]), ...site.inspect(page, PRAGUE) };
};

describe('an all-day event', () => {
  it('stands where its place in the row of days says', () => {
    expect(read(place(3), 'All day, Trip, Sam, No location, December 3, 2025').days).toEqual([
      ['2025-12-03', '2025-12-04', true],
    ]);
  });

  it('is read without a date in its words', () => {
    expect(read(place(3), '「Trip」、Sam', 'ja').days).toEqual([['2025-12-03', '2025-12-04', true]]);
  });

  it('of several days ends, exclusive, after the last', () => {
    expect(read(place(1, 3), 'All day, Trip, Sam, December 1 – 3, 2025').days).toEqual([
      ['2025-12-01', '2025-12-04', true],
    ]);
  });

  it('at the edge, which may go on beyond it, is left out unless its words tell the days', () => {
    expect(read(place(0), '「Trip」、Sam', 'ja').days).toEqual([]);
    expect(read(place(5, 2), '「Trip」、Sam', 'ja').days).toEqual([]);
    expect(read(place(0), 'All day, Trip, Sam, November 30, 2025').days).toHaveLength(1);
  });

  it('whose words name other days is refused and counted', () => {
    expect(read(place(3), 'All day, Trip, Sam, December 4, 2025')).toMatchObject({
      days: [],
      disagreements: { day: 1 },
    });
  });

  it('between two columns is left out', () => {
    expect(read('left: 35%; width: 14.29%', '「Trip」、Sam', 'ja').days).toEqual([]);
  });

  it('is left out where the page runs from right to left and its words tell no day', () => {
    const page = week(
      '2025-11-30',
      {},
      { allDay: `<div dir="rtl">${chip({ title: 'Trip', label: 'Trip', style: place(3) })}</div>` },
    );
    expect(site.readEvents(page, PRAGUE)).toEqual([]);
  });

  it('is left out of a month, in which a chip’s place is one in its own week', () => {
    const allDay = chip({ title: 'Trip', label: '「Trip」、Sam', style: place(3) });
    expect(site.readEvents(week('2025-11-30', {}, { allDay, lang: 'ja', days: 35 }), PRAGUE)).toEqual([]);
  });
});
