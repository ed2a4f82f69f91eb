import { describe, expect, it } from 'vitest';
import type { Source } from '../../../../src/domain/verdict/source.ts';
import { composeCoverage, mergeStretches, placeStretch } from '../../../../src/features/sources/views/coverage.ts';

const day = (number: number) => `2026-03-${String(number).padStart(2, '0')}T08:00:00Z`;
const source = (from: number, to: number, more: Partial<Source> = {}): Source => ({
  id: `${from}-${to}`,
  source: 'gmail-page',
  address: 'me@school.example',
  from: day(from),
  to: day(to),
  ...more,
});

describe('coverage', () => {
  it.each([
    [[], []],
    [
      [
        [1, 3],
        [3, 5],
      ],
      [[1, 5]],
    ],
    [
      [
        [4, 5],
        [1, 2],
      ],
      [
        [1, 2],
        [4, 5],
      ],
    ],
    [
      [
        [1, 9],
        [2, 3],
      ],
      [[1, 9]],
    ],
  ])('joins stretches that touch: %j is %j', (given, joined) => {
    const stretches = (pairs: number[][]) => pairs.map(([from = 1, to = 1]) => ({ from: day(from), to: day(to) }));
    expect(mergeStretches(stretches(given))).toEqual(stretches(joined));
  });

  it('keeps mailboxes apart, and searches apart from what was read whole', () => {
    const [first, second] = composeCoverage([
      source(1, 3),
      source(2, 6),
      source(1, 9, { people: ['a', 'b'] }),
      source(1, 2, { source: 'outlook-page', address: 'me@home.example' }),
    ]);
    expect(first).toMatchObject({
      source: 'gmail-page',
      stretches: [{ from: day(1), to: day(6) }],
      searched: { people: 2, from: day(1) },
      lastRead: day(9),
    });
    expect(second).toMatchObject({ source: 'outlook-page', address: 'me@home.example', lastRead: day(2) });
    expect(second).not.toHaveProperty('searched');
  });

  it('is blind until it was read again', () => {
    expect(composeCoverage([source(1, 3, { blindSince: day(4) })])[0]?.blindSince).toBe(day(4));
    expect(composeCoverage([source(1, 3, { blindSince: day(4) }), source(5, 6)])[0]).not.toHaveProperty('blindSince');
  });

  it('stands on the bar in its place, cut at both ends', () => {
    const place = (from: number, to: number) => placeStretch({ from: day(from), to: day(to) }, day(5), day(15));
    expect(place(10, 15)).toEqual({ start: 0.5, length: 0.5 });
    expect(place(1, 10)).toEqual({ start: 0, length: 0.5 });
    expect(place(1, 3)).toEqual({ start: 0, length: 0 });
  });
});
