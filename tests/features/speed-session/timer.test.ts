import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  endTimer,
  minutesSpent,
  pauseTimer,
  readTimer,
  resumeTimer,
  startTimer,
  Timer,
} from '../../../src/features/speed-session/timer.ts';

const start = '2026-03-29T00:55:00Z';
const at = (milliseconds: number) => new Date(Date.parse(start) + milliseconds).toISOString();
const minutes = (count: number) => at(count * 60_000);

describe('the timer', () => {
  it.each([
    ['at its start', 0, { state: 'running', spent: 0, left: 600_000, isPastHalf: false }],
    ['a moment before half', 4.99, { state: 'running', isPastHalf: false }],
    ['at half', 5, { state: 'running', left: 300_000, isPastHalf: true }],
    ['at its end', 10, { state: 'over', spent: 600_000, left: 0, isPastHalf: true }],
    ['long after, when the computer slept', 500, { state: 'over', spent: 600_000, left: 0 }],
    ['when the clock was set back', -30, { state: 'running', spent: 0, left: 600_000 }],
  ])('reads %s', (_, when, reading) => {
    expect(readTimer(startTimer(10, start), minutes(when))).toMatchObject(reading);
  });

  it('stands still while it is paused, and goes on from there', () => {
    const paused = pauseTimer(startTimer(10, start), minutes(3));
    expect(readTimer(paused, minutes(90))).toMatchObject({ state: 'paused', spent: 180_000 });
    const going = resumeTimer(paused, minutes(90));
    expect(readTimer(going, minutes(92))).toMatchObject({ state: 'running', spent: 300_000 });
    expect(readTimer(going, minutes(97)).state).toBe('over');
  });

  it('ended by hand counts what was spent, also where it was paused then', () => {
    expect(minutesSpent(endTimer(startTimer(10, start), minutes(7.4)), minutes(60))).toBe(7);
    const paused = pauseTimer(startTimer(10, start), minutes(6));
    expect(minutesSpent(endTimer(paused, minutes(20)), minutes(60))).toBe(6);
    expect(minutesSpent(endTimer(startTimer(10, start), at(2000)), minutes(60))).toBe(1);
  });

  it('is not changed by what can’t be done to it', () => {
    const over = startTimer(10, start);
    expect(pauseTimer(over, minutes(11))).toBe(over);
    expect(endTimer(over, minutes(11))).toBe(over);
    expect(resumeTimer(over, minutes(1))).toBe(over);
    const paused = pauseTimer(over, minutes(1));
    expect(pauseTimer(paused, minutes(2))).toBe(paused);
  });

  const length = fc.integer({ min: 5, max: 30 });
  /** Steps of some milliseconds, after each of which it is paused or goes on. */
  const presses = fc.array(fc.integer({ min: 0, max: 400_000 }), { maxLength: 12 });

  it('comes to what counting every stretch comes to, whenever it is looked at and however it was kept', () => {
    fc.assert(
      fc.property(length, presses, fc.integer({ min: 0, max: 4_000_000 }), (long, steps, rest) => {
        let timer = startTimer(long, start);
        let clock = 0;
        let counted = 0;
        let isRunning = true;
        const most = long * 60_000;
        const pass = (step: number) => {
          clock += step;
          if (isRunning) counted = Math.min(most, counted + step);
        };
        for (const step of steps) {
          pass(step);
          timer = isRunning ? pauseTimer(timer, at(clock)) : resumeTimer(timer, at(clock));
          if (counted < most) isRunning = !isRunning;
          timer = Timer.parse(JSON.parse(JSON.stringify(timer)));
        }
        pass(rest);
        const reading = readTimer(timer, at(clock));
        expect(reading.spent).toBe(counted);
        expect(reading.left).toBe(most - counted);
        expect(reading.isPastHalf).toBe(counted * 2 >= most);
        expect(reading.state).toBe(counted === most ? 'over' : isRunning ? 'running' : 'paused');
      }),
    );
  });

  it('never gives time back as the clock goes on', () => {
    fc.assert(
      fc.property(length, fc.integer(), fc.nat(4_000_000), fc.nat(4_000_000), (long, seed, a, b) => {
        const begun = startTimer(long, start);
        const timer = seed % 2 === 0 ? begun : resumeTimer(pauseTimer(begun, at(60_000)), at(90_000));
        const [sooner, later] = [Math.min(a, b) + 90_000, Math.max(a, b) + 90_000];
        expect(readTimer(timer, at(later)).spent).toBeGreaterThanOrEqual(readTimer(timer, at(sooner)).spent);
      }),
    );
  });
});
