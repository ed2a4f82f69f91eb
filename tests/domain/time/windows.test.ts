import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHours, compareInstants, earliest, latest, makeAddHours } from '../../../src/domain/time/instants.ts';
import { dateOf, daysIn, endOf, monthOf, monthsBetween, startOf } from '../../../src/domain/time/windows.ts';

const seconds = fc
  .integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) })
  .map((ms) => Math.floor(ms / 1000) * 1000);
const text = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');

describe('instants', () => {
  it.each([
    ['2026-01-05T20:04:00Z', '2026-01-05T20:04:00Z', 0],
    ['2026-01-05T20:04:00Z', '2026-01-05T20:04:01Z', -1],
    ['2026-01-05T20:04:00.500Z', '2026-01-05T20:04:00Z', 1],
    ['2026-01-05T20:04:00Z', '2026-01-05T20:04:00.000Z', 0],
  ])('%s against %s', (a, b, order) => {
    expect(Math.sign(compareInstants(a, b))).toBe(order);
  });

  it('finds the first and the last, and nothing among nothing', () => {
    const some = [undefined, '2026-01-05T20:04:00Z', '2026-01-05T20:04:00.5Z', '2025-01-05T20:04:00Z'];
    expect([earliest(some), latest(some), earliest([]), latest([undefined])]).toEqual([
      '2025-01-05T20:04:00Z',
      '2026-01-05T20:04:00.5Z',
      undefined,
      undefined,
    ]);
  });

  it('moves by elapsed hours, the same whether dates are remembered or not', () => {
    fc.assert(
      fc.property(
        fc.array(seconds, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(1, 24, 36, 48, 72.5, 168),
        (instants, hours) => {
          const add = makeAddHours(hours);
          for (const ms of instants) {
            const later = text(ms + hours * 3_600_000);
            expect(addHours(text(ms), hours)).toBe(later);
            expect(add(text(ms))).toBe(later);
          }
        },
      ),
    );
  });
});

describe('windows in a zone', () => {
  it.each([
    ['2026-03-08', 'America/Toronto', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
    ['2026-11-01', 'America/Toronto', '2026-11-01T04:00:00Z', '2026-11-02T05:00:00Z'],
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00Z', '2026-03-29T21:00:00Z'],
    ['2026-07-01', 'Asia/Kolkata', '2026-06-30T18:30:00Z', '2026-07-01T18:30:00Z'],
  ])('%s in %s', (date, zone, from, to) => {
    expect([startOf(date, zone), endOf(date, zone)]).toEqual([from, to]);
    expect(dateOf(from, zone)).toBe(date);
  });

  it('cuts the first and last month to what lies between', () => {
    expect(monthsBetween('2025-12-20', '2026-02-03')).toEqual([
      { from: '2025-12-20', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-03' },
    ]);
    expect(monthsBetween('2026-02-03', '2026-02-02')).toEqual([]);
    expect(monthOf('2028-02-11')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(daysIn({ from: '2026-02-15', to: '2026-02-28' })).toBe(14);
  });

  it('leaves no day out and counts none twice', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: 0, max: 900 }), (ms, days) => {
        const from = text(ms).slice(0, 10);
        const to = Temporal.PlainDate.from(from).add({ days }).toString();
        expect(monthsBetween(from, to).reduce((sum, month) => sum + daysIn(month), 0)).toBe(days + 1);
      }),
    );
  });
});
