import { describe, expect, it } from 'vitest';
import { planRemindTimes } from '../../../../src/features/deadlines/page/remind-times.ts';

const plan = (now: string, zone: string) => planRemindTimes(now, zone).map(({ label, at }) => `${label} ${at}`);

describe('when to remind later', () => {
  it.each([
    [
      'a Monday morning',
      '2026-03-09T08:40:00Z',
      'Europe/Berlin',
      [
        'This afternoon 2026-03-09T14:00:00Z',
        'Tomorrow morning 2026-03-10T08:00:00Z',
        'Next Monday 2026-03-16T08:00:00Z',
      ],
    ],
    [
      'a Thursday evening: no afternoon is left',
      '2026-03-12T19:00:00Z',
      'Europe/Berlin',
      ['Tomorrow morning 2026-03-13T08:00:00Z', 'Monday 2026-03-16T08:00:00Z'],
    ],
    [
      'a Sunday: tomorrow is Monday',
      '2026-03-15T16:00:00Z',
      'Europe/Berlin',
      ['Tomorrow morning 2026-03-16T08:00:00Z'],
    ],
    [
      'the evening before the clocks go forward',
      '2026-03-28T19:00:00Z',
      'Europe/Berlin',
      ['Tomorrow morning 2026-03-29T07:00:00Z', 'Monday 2026-03-30T07:00:00Z'],
    ],
    [
      'a day that is another one in the mentor’s zone',
      '2026-03-10T02:00:00Z',
      'America/New_York',
      ['Tomorrow morning 2026-03-10T13:00:00Z', 'Next Monday 2026-03-16T13:00:00Z'],
    ],
  ])('on %s', (_case, now, zone, times) => {
    expect(plan(now, zone)).toEqual(times);
  });
});
