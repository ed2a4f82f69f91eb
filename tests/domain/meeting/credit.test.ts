import { describe, expect, it } from 'vitest';
import {
  creditOf,
  creditsFor,
  creditsUntil,
  creditsWithin,
  totalOf,
  totalsByMonth,
  totalsByPerson,
} from '../../../src/domain/meeting/credit.ts';
import { held } from '../build.ts';

const now = '2026-03-10T12:00:00Z';

describe('what a meeting credits', () => {
  it('is its minutes to each who came, once, without preparation', () => {
    expect(creditOf(held({ id: 'e', attendees: ['me', 'ana', 'ana'], minutes: 45, preparationMinutes: 30 }))).toEqual({
      meeting: 'e',
      people: ['me', 'ana'],
      start: '2026-02-10T17:00:00Z',
      end: '2026-02-10T17:45:00Z',
      minutes: 45,
    });
  });

  it.each([
    ['it was planned', { outcome: 'planned' as const }],
    ['it was cancelled', { outcome: 'cancelled' as const }],
    ['nobody showed', { outcome: 'no-show' as const }],
    ['nobody came', { attendees: [] }],
  ])('is nothing where %s', (_title, more) => {
    expect(creditOf(held(more))).toBeNull();
  });

  it('follows its amendments in their order, and no others', () => {
    const amend = (id: string, meeting: string, change: object, previous: string) => ({
      id,
      relationship: 'r1',
      meeting,
      at: now,
      by: 'me',
      reason: 'Correction',
      change,
      previous,
      digest: id,
    });
    const amendments = [
      amend('b', 'e', { minutes: 40 }, 'a'),
      amend('a', 'e', { minutes: 30, attendees: ['ben'] }, '0'),
      amend('c', 'f', { minutes: 1 }, '0'),
    ];
    expect(creditOf(held({ id: 'e' }), amendments)).toMatchObject({ minutes: 40, people: ['ben'] });
    expect(creditOf(held({ id: 'e' }), [amend('a', 'e', { outcome: 'cancelled' }, '0')])).toBeNull();
    expect(creditsUntil(now, [held({ id: 'e' })], amendments)).toMatchObject([{ minutes: 40, people: ['ben'] }]);
  });

  it('counts once each has ended, by when it did', () => {
    const meetings = [
      held({ id: 'b', start: '2026-03-10T11:00:00Z' }),
      held({ id: 'a' }),
      held({ id: 'b', start: '2026-03-10T11:00:00Z' }),
      held({ start: '2026-03-10T11:01:00Z' }),
    ];
    expect(creditsUntil(now, meetings).map(({ meeting }) => meeting)).toEqual(['a', 'b']);
  });
});

describe('totals', () => {
  const meetings = [
    held({ id: 'a', start: '2026-03-01T04:30:00Z', minutes: 60, attendees: ['me', 'ana', 'ben'] }),
    held({ id: 'b', start: '2026-03-01T05:00:00Z', minutes: 30 }),
    held({ id: 'c', minutes: 15, outcome: 'cancelled' }),
  ];
  const credits = creditsUntil(now, meetings);

  it('are of each person', () => {
    expect(Object.fromEntries(totalsByPerson(credits))).toEqual({
      me: { meetings: 1, minutes: 60 },
      ana: { meetings: 2, minutes: 90 },
      ben: { meetings: 1, minutes: 60 },
    });
    expect(totalOf(creditsFor('ana', credits))).toEqual({ meetings: 2, minutes: 90 });
  });

  it('are of each month and window in the zone', () => {
    const zone = 'America/Toronto';
    expect(Object.fromEntries(totalsByMonth(credits, zone))).toEqual({
      '2026-02': { meetings: 1, minutes: 60 },
      '2026-03': { meetings: 1, minutes: 30 },
    });
    expect(Object.fromEntries(totalsByMonth(credits, 'Asia/Tokyo'))).toEqual({
      '2026-03': { meetings: 2, minutes: 90 },
    });
    expect(
      creditsWithin({ from: '2026-03-01', to: '2026-03-01' }, zone, credits).map(({ meeting }) => meeting),
    ).toEqual(['b']);
    expect(creditsWithin({ from: '2026-02-28', to: '2026-03-01' }, zone, credits)).toHaveLength(2);
  });
});
