import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Away } from '../../../src/domain/away/away.ts';
import { findStretches } from '../../../src/domain/away/days.ts';

const away = (from: string, to: string, more: Partial<Away> = {}): Away => ({
  id: `${from} ${to}`,
  from,
  to,
  returns: Temporal.PlainDate.from(to).add({ days: 1 }).toString(),
  relationships: ['r'],
  ...more,
});

const cases: [string, Away[], number[]][] = [
  ['three days', [away('2026-03-10', '2026-03-12')], [3]],
  ['four days', [away('2026-03-10', '2026-03-13')], [4]],
  ['one day', [away('2026-03-10', '2026-03-10')], [1]],
  ['Friday to Monday: a weekend counts like any days', [away('2026-03-06', '2026-03-09')], [4]],
  [
    'a weekend at the end that was not taken is not counted',
    [away('2026-03-05', '2026-03-06', { returns: '2026-03-09' })],
    [2],
  ],
  ['across the change of clocks', [away('2026-03-07', '2026-03-09')], [3]],
  ['across the year', [away('2025-12-30', '2026-01-02')], [4]],
  ['across a leap day', [away('2028-02-27', '2028-03-01')], [4]],
  ['two that follow on each other are one', [away('2026-03-10', '2026-03-11'), away('2026-03-12', '2026-03-13')], [4]],
  [
    'two that overlap are one, each day counted once',
    [away('2026-03-10', '2026-03-12'), away('2026-03-11', '2026-03-13')],
    [4],
  ],
  ['one within another', [away('2026-03-10', '2026-03-16'), away('2026-03-11', '2026-03-12')], [7]],
  ['a day between makes two', [away('2026-03-10', '2026-03-11'), away('2026-03-13', '2026-03-14')], [2, 2]],
  ['from noon: the first day is not a whole one', [away('2026-03-10', '2026-03-13', { fromNoon: true })], [3]],
  ['until noon', [away('2026-03-10', '2026-03-13', { untilNoon: true })], [3]],
  ['half of one day', [away('2026-03-10', '2026-03-10', { fromNoon: true })], [0]],
  [
    'a half day between ends the run',
    [away('2026-03-10', '2026-03-12', { untilNoon: true }), away('2026-03-13', '2026-03-14')],
    [2],
  ],
  ['one that ends before it begins is none', [away('2026-03-12', '2026-03-10')], []],
];

describe('how long an absence is', () => {
  it.each(cases)('%s', (_, absences, days) => {
    expect(findStretches(absences).map((stretch) => stretch.days)).toEqual(days);
  });

  it('does not depend on the order or on repetitions', () => {
    const date = fc.nat(60).map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }));
    const one = fc.tuple(date, fc.nat(9)).map(([from, days]) => away(`${from}`, `${from.add({ days })}`));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (absences) => {
        const shape = (list: Away[]) => findStretches(list).map(({ from, to, days }) => ({ from, to, days }));
        expect(shape([...absences.toReversed(), ...absences])).toEqual(shape(absences));
      }),
    );
  });
});
