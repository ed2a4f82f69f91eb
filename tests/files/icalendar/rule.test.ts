// Rules as calendars make them, and odder ones, against another library: what is expanded must be the same, and what is
// not surely the same must be refused.
import ICAL from 'ical.js';
import rrule from 'rrule';
import { describe, expect, it } from 'vitest';
import { type Budget, CannotExpand, expandRule, type RuleData } from '../../../src/files/icalendar/rule.ts';

const { rrulestr } = rrule;
const SEED = 20_260_309;
const ROUNDS = 250;
const YEARS = 6;
const DAY = 86_400;
const COMPARED = 50;

function makeRandom(seed: number) {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const some = <T>(from: readonly T[], most: number) => {
    const chosen = new Set<T>();
    for (let count = 1 + Math.floor(random() * most); chosen.size < count; ) chosen.add(pick(from));
    return [...chosen];
  };
  return { random, pick, some };
}

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const months = Array.from({ length: 12 }, (_, at) => at + 1);

function composeRule({ random, pick, some }: ReturnType<typeof makeRandom>): string {
  const freq = pick(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);
  const inMonths = freq === 'MONTHLY' || freq === 'YEARLY';
  const parts = [`FREQ=${freq}`];
  const placed = inMonths && random() < 0.4;
  const byDay = random() < 0.5;
  if (byDay) {
    const chosen = some(days, 3).map((day) => (placed ? pick([1, 2, 3, 4, 5, -1, -2]) + day : day));
    parts.push(`BYDAY=${chosen}`);
  }
  if (random() < 0.25 && freq !== 'WEEKLY' && !(byDay && placed)) {
    parts.push(`BYMONTHDAY=${some([1, 2, 13, 15, 28, 29, 30, 31, -1, -2], 3)}`);
  } else if (byDay && !placed && freq === 'MONTHLY' && random() < 0.4) parts.push(`BYSETPOS=${pick([1, -1])}`);
  const byMonth = random() < 0.25;
  if (byMonth) parts.push(`BYMONTH=${some(months, 3)}`);
  // The other library looks for years for months that an interval never meets.
  if (random() < 0.5 && !(byMonth && freq === 'MONTHLY')) parts.push(`INTERVAL=${1 + Math.floor(random() * 4)}`);
  if (random() < 0.15) parts.push(`BYHOUR=${some([0, 8, 9, 14, 17, 23], 2)}`);
  if (random() < 0.1 && parts.length === 1 && freq === 'YEARLY')
    parts.push(`BYYEARDAY=${some([1, 59, 60, 200, 366, -1], 3)}`);
  if (random() < 0.3) parts.push(`WKST=${pick(['SU', 'MO', 'WE'])}`);
  return parts.join(';');
}

const compact = (seconds: number) => `${new Date(seconds * 1000).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const toData = (rule: string) => (ICAL.Recur.fromString(rule).toJSON() ?? {}) as RuleData;
const plenty = (): Budget => ({ left: 600_000, each: 60_000 });

function expand(rule: string, start: number, to = start + YEARS * 365 * DAY): number[] | string {
  try {
    return [...expandRule(toData(rule), { wall: start, isDate: false }, { from: start, to }, plenty())];
  } catch (error) {
    if (error instanceof CannotExpand) return error.message;
    throw error;
  }
}

describe('a rule', () => {
  it(`is expanded as another library does it, or refused (${ROUNDS} rules, seed ${SEED})`, () => {
    const chance = makeRandom(SEED);
    let refused = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const rule = composeRule(chance);
      const start = Date.UTC(2020, Math.floor(chance.random() * 12), 1 + Math.floor(chance.random() * 31), 9) / 1000;
      const to = start + YEARS * 365 * DAY;
      const other = rrulestr(`DTSTART:${compact(start)}\nRRULE:${rule};UNTIL=${compact(to)}`);
      const found = expand(rule, start, to);
      if (typeof found === 'string') refused += 1;
      else {
        const wanted = other.all((_, count) => count < COMPARED + 10).map((date) => date.getTime() / 1000);
        expect(found.slice(0, COMPARED), `${rule} from ${compact(start)}`).toEqual(
          wanted.sort((a, b) => a - b).slice(0, COMPARED),
        );
      }
    }
    expect(refused).toBeLessThan(ROUNDS / 50);
  }, 60_000);

  const monday = Date.UTC(2026, 2, 9, 18) / 1000;
  const dates = (rule: string, start = monday) => {
    const found = expand(rule, start);
    return typeof found === 'string' ? found : found.map((wall) => new Date(wall * 1000).toISOString().slice(0, 16));
  };

  it('counts its start as the first, also where it does not name it', () => {
    expect(dates('FREQ=WEEKLY;BYDAY=MO;COUNT=2')).toEqual(['2026-03-09T18:00', '2026-03-16T18:00']);
    expect(dates('FREQ=WEEKLY;BYDAY=TU;COUNT=2')).toEqual(['2026-03-10T18:00']);
  });

  it('has no 29 February in other years, and no 31 in short months', () => {
    expect(dates('FREQ=YEARLY;COUNT=2', Date.UTC(2024, 1, 29, 9) / 1000)).toEqual([
      '2024-02-29T09:00',
      '2028-02-29T09:00',
    ]);
    expect(dates('FREQ=MONTHLY;COUNT=3', Date.UTC(2026, 0, 31, 9) / 1000)).toEqual([
      '2026-01-31T09:00',
      '2026-03-31T09:00',
      '2026-05-31T09:00',
    ]);
  });

  it('knows the twentieth Monday of a year', () => {
    expect(dates('FREQ=YEARLY;BYDAY=20MO;COUNT=2', Date.UTC(1997, 4, 19, 9) / 1000)).toEqual([
      '1997-05-19T09:00',
      '1998-05-18T09:00',
    ]);
  });

  it('is the same from where the window begins as from its own start', () => {
    const start = Date.UTC(1999, 0, 4, 18) / 1000;
    for (const rule of ['FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'FREQ=HOURLY;INTERVAL=7']) {
      const inside = (from: number) =>
        [...expandRule(toData(rule), { wall: start, isDate: false }, { from, to: monday + 30 * DAY }, plenty())].filter(
          (wall) => wall >= monday,
        );
      expect(inside(monday), rule).toEqual(inside(start));
    }
  });

  it.each([
    ['FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO', 'BYWEEKNO'],
    ['FREQ=DAILY;BYHOUR=9,10;BYSETPOS=1', 'BYSETPOS'],
    ['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', 'BYSETPOS'],
    ['FREQ=MONTHLY;BYDAY=2MO;BYMONTHDAY=13', 'BYDAY'],
    ['FREQ=YEARLY;BYYEARDAY=100;BYMONTH=4', 'BYYEARDAY'],
    ['FREQ=SECONDLY;BYMONTH=2', 'too-long'],
    ['FREQ=DAILY;INTERVAL=999999999', 'too-long'],
  ])('%s is refused: %s', (rule, why) => {
    const before = process.cpuUsage();
    expect(dates(rule)).toBe(why);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  });

  it('takes no more than what is left for its file', () => {
    expect(() => [
      ...expandRule({ freq: 'SECONDLY' }, { wall: 0, isDate: false }, { from: 0, to: 1e9 }, { left: 0, each: 900 }),
    ]).toThrow(CannotExpand);
  });

  it.each([
    null,
    undefined,
    'FREQ=DAILY',
    7,
    {},
    { freq: 'DAILY', interval: 'x' },
    { freq: 'DAILY', byday: 'XX' },
    { freq: 'NEVER' },
  ])('that is %j throws nothing but its own refusal', (data) => {
    const run = () =>
      [...expandRule(data as RuleData, { wall: 0, isDate: false }, { from: 0, to: 10 * DAY }, plenty())].length;
    try {
      expect(run()).toBeLessThan(100);
    } catch (error) {
      expect(error).toBeInstanceOf(CannotExpand);
    }
  });
});
