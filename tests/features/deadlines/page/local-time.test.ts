import { describe, expect, it } from 'vitest';
import { composeLocalTime, parseLocalTime } from '../../../../src/features/deadlines/page/local-time.ts';

describe('a time in a form field', () => {
  it('is shown in the zone, to the minute', () => {
    expect(composeLocalTime('2026-03-09T08:40:31.5Z', 'Asia/Kolkata')).toBe('2026-03-09T14:10');
  });

  it.each([
    ['2026-03-09T14:10', 'Asia/Kolkata', '2026-03-09T08:40:00Z'],
    ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ])('%s in %s is %s', (text, zone, instant) => {
    expect(parseLocalTime(text, zone)).toBe(instant);
  });

  it.each(['', 'yesterday', '2026-13-40T00:00'])('%j holds none', (text) => {
    expect(parseLocalTime(text, 'Europe/Berlin')).toBeNull();
  });
});
