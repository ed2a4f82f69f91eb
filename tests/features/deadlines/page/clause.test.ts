import { describe, expect, it } from 'vitest';
import { describeLimit } from '../../../../src/features/deadlines/page/clause.ts';

describe('the figure of a deadline', () => {
  it.each([
    ['2026-03-07T14:40:00Z', '2026-03-09T14:40:00Z', '48 hours'],
    ['2026-03-07T14:40:00Z', '2026-03-08T14:40:00Z', '24 hours'],
    ['2026-03-07T14:40:00Z', '2026-03-07T15:40:00Z', '1 hour'],
    ['2026-03-02T14:40:00Z', '2026-03-09T14:40:00Z', '7 days'],
    ['2026-03-28T20:00:00Z', '2026-03-30T20:00:00Z', '48 hours'],
  ])('from %s to %s is %s', (since, due, limit) => {
    expect(describeLimit({ state: 'open', since, due })).toBe(limit);
  });

  it('is not made up where no limit is named', () => {
    expect(describeLimit({ state: 'your-turn', since: '2026-03-07T14:40:00Z' })).toBe('');
  });
});
