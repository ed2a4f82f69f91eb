import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { findProposals, planFromProposal, proposeReturn } from '../../../src/features/away/propose.ts';
import { absence } from '../../domain/away/build.ts';
import { calendarEvent } from '../../domain/build.ts';

const setting = { today: '2026-03-05', zone: 'America/Toronto' };
const out = { kind: 'out-of-office' as const };

function allDay(title: string, from: string, to: string, more: Partial<CalendarEvent> = {}): CalendarEvent {
  return calendarEvent(title, `${from}T00:00:00Z`, { start: from, end: to, allDay: true, ...more });
}
const timed = (start: string, end: string, more: Partial<CalendarEvent> = {}) =>
  calendarEvent('Out of office', start, { end, ...out, ...more });

const brief = (events: CalendarEvent[], away = [] as ReturnType<typeof absence>[]) =>
  findProposals(events, away, setting).map(({ from, to, returns, fromNoon, untilNoon, asks }) =>
    [from, to, returns, fromNoon && 'from noon', untilNoon && 'until noon', asks && 'asks'].filter(Boolean).join(' '),
  );

describe('absences that the calendar knows of', () => {
  it.each<[string, CalendarEvent[], string[]]>([
    [
      'all-day out of office, its end exclusive',
      [allDay('OOO', '2026-03-12', '2026-03-17', out)],
      ['2026-03-12 2026-03-16 2026-03-17'],
    ],
    [
      'from midnight to midnight',
      [timed('2026-03-12T04:00:00Z', '2026-03-17T04:00:00Z')],
      ['2026-03-12 2026-03-16 2026-03-17'],
    ],
    ['in working hours', [timed('2026-03-12T13:00:00Z', '2026-03-13T21:00:00Z')], ['2026-03-12 2026-03-13 2026-03-14']],
    [
      'from an afternoon to a morning',
      [timed('2026-03-12T17:00:00Z', '2026-03-16T14:00:00Z')],
      ['2026-03-12 2026-03-16 2026-03-16 from noon until noon'],
    ],
    ['of two hours it is none', [timed('2026-03-12T14:00:00Z', '2026-03-12T16:00:00Z')], []],
    ['from one noon to the next it has no whole day', [timed('2026-03-12T16:00:00Z', '2026-03-13T15:00:00Z')], []],
    [
      'of a whole working day',
      [timed('2026-03-12T13:00:00Z', '2026-03-12T21:00:00Z')],
      ['2026-03-12 2026-03-12 2026-03-13'],
    ],
    ['cancelled', [allDay('OOO', '2026-03-12', '2026-03-17', { ...out, status: 'cancelled' })], []],
    ['declined', [allDay('OOO', '2026-03-12', '2026-03-17', { ...out, myResponse: 'declined' })], []],
    ['over', [allDay('OOO', '2026-03-01', '2026-03-05', out)], []],
    ['running', [allDay('OOO', '2026-03-01', '2026-03-06', out)], ['2026-03-01 2026-03-05 2026-03-06']],
    [
      'day after day is one',
      [allDay('OOO', '2026-03-12', '2026-03-13', out), allDay('OOO', '2026-03-13', '2026-03-16', out)],
      ['2026-03-12 2026-03-15 2026-03-16'],
    ],
    [
      'a day apart is two',
      [allDay('OOO', '2026-03-12', '2026-03-13', out), allDay('OOO', '2026-03-14', '2026-03-16', out)],
      ['2026-03-12 2026-03-12 2026-03-13', '2026-03-14 2026-03-15 2026-03-16'],
    ],
    [
      'an all-day event is asked about',
      [allDay('Cottage', '2026-03-12', '2026-03-14')],
      ['2026-03-12 2026-03-13 2026-03-14 asks'],
    ],
    [
      'one within a time out of office is not',
      [allDay('Cottage', '2026-03-12', '2026-03-14'), allDay('OOO', '2026-03-10', '2026-03-17', out)],
      ['2026-03-10 2026-03-16 2026-03-17'],
    ],
    [
      'a meeting, a focus time or a task is none',
      [
        timed('2026-03-12T04:00:00Z', '2026-03-17T04:00:00Z', { kind: 'focus' }),
        calendarEvent('x', '2026-03-12T15:00:00Z'),
      ],
      [],
    ],
  ])('%s', (_, events, expected) => {
    expect(brief(events)).toEqual(expected);
  });

  it('are not proposed again once they are planned', () => {
    const event = allDay('OOO', '2026-03-12', '2026-03-17', out);
    expect(brief([event], [absence('2026-03-12', '2026-03-16')])).toEqual([]);
    expect(brief([event], [absence('2026-03-13', '2026-03-16')])).toHaveLength(1);
  });

  it('are a dozen all-day events at most', () => {
    const days = Array.from({ length: 20 }, (_, day) =>
      allDay('Birthday', `2026-04-${String(day + 1).padStart(2, '0')}`, `2026-04-${String(day + 2).padStart(2, '0')}`),
    );
    expect(brief(days)).toHaveLength(12);
  });

  it('name the next day on which the mentor works as the return', () => {
    const working = [1, 2, 3, 4, 5];
    expect(proposeReturn({ to: '2026-03-13' }, { working })).toBe('2026-03-16');
    expect(proposeReturn({ to: '2026-03-13' }, {})).toBe('2026-03-14');
    expect(proposeReturn({ to: '2026-03-13' }, { working: [] })).toBe('2026-03-14');
    expect(proposeReturn({ to: '2026-03-13', untilNoon: true }, { working })).toBe('2026-03-13');
  });

  it('become an absence that says where it comes from', () => {
    const [proposal] = findProposals(
      [{ ...timed('2026-03-12T17:00:00Z', '2026-03-16T21:00:00Z'), id: 'v' }],
      [],
      setting,
    );
    expect(planFromProposal(proposal!, 'a1', ['r1'])).toEqual({
      id: 'a1',
      event: 'v',
      from: '2026-03-12',
      to: '2026-03-16',
      returns: '2026-03-17',
      relationships: ['r1'],
      fromNoon: true,
    });
  });
});
