import { describe, expect, it } from 'vitest';
import { calendar, read, starts, weekly } from './compose.ts';

describe('a series', () => {
  it('keeps its time of day when clocks change, and each of it knows when it was planned', () => {
    const { events } = read(calendar(weekly));
    expect(events.map(({ start }) => start)).toEqual([
      '2026-03-02T23:00:00Z',
      '2026-03-09T22:00:00Z',
      '2026-03-16T22:00:00Z',
      '2026-03-23T22:00:00Z',
    ]);
    expect(events[1]).toMatchObject({
      id: 'w 2026-03-09T22:00:00Z',
      series: 'w',
      originalStart: '2026-03-09T22:00:00Z',
    });
  });

  it.each([
    ['EXDATE;TZID=America/Toronto:20260309T180000'],
    ['EXDATE:20260309T220000Z'],
    ['EXDATE:20260309T180000'],
    ['EXDATE;VALUE=DATE:20260309'],
    ['EXRULE:FREQ=MONTHLY;BYMONTHDAY=9'],
  ])('leaves out what %s names', (line) => {
    expect(starts(calendar(`${weekly}\n${line}`))).not.toContain('2026-03-09T22:00:00Z');
    expect(starts(calendar(`${weekly}\n${line}`))).toContain('2026-03-16T22:00:00Z');
  });

  it('adds what RDATE names', () => {
    expect(starts(calendar('UID:a\nDTSTART:20260309T180000Z\nRDATE:20260311T180000Z,20260313T200000Z'))).toHaveLength(
      3,
    );
  });

  it('is moved, cancelled and kept, one by one', () => {
    const text = calendar(
      weekly,
      'UID:w\nRECURRENCE-ID;TZID=America/Toronto:20260309T180000\nDTSTART:20260310T150000Z\nDTEND:20260310T160000Z\nSUMMARY:Moved',
      'UID:w\nRECURRENCE-ID:20260316T220000Z\nDTSTART:20260316T220000Z\nSTATUS:CANCELLED',
    );
    const { events } = read(text);
    expect(events).toHaveLength(4);
    expect(events.find(({ title }) => title === 'Moved')).toMatchObject({
      id: 'w 2026-03-09T22:00:00Z',
      start: '2026-03-10T15:00:00Z',
      originalStart: '2026-03-09T22:00:00Z',
    });
    expect(events.filter(({ status }) => status === 'cancelled').map(({ start }) => start)).toEqual([
      '2026-03-16T22:00:00Z',
    ]);
  });

  it('has what was moved into the window from outside', () => {
    const moved = 'UID:w\nRECURRENCE-ID;TZID=America/Toronto:20260323T180000\nDTSTART:20260303T150000Z';
    const { events } = read(calendar(weekly, moved), { from: '2026-03-03T00:00:00Z', to: '2026-03-04T00:00:00Z' });
    expect(events.map(({ start }) => start)).toEqual(['2026-03-03T15:00:00Z']);
  });

  it('of days is moved by a RECURRENCE-ID of another type', () => {
    const days = 'UID:d\nDTSTART;VALUE=DATE:20260302\nRRULE:FREQ=WEEKLY;COUNT=2';
    const moved = 'UID:d\nRECURRENCE-ID;TZID=America/Toronto:20260309T000000\nDTSTART;VALUE=DATE:20260310';
    expect(starts(calendar(days, moved))).toEqual(['2026-03-02', '2026-03-10']);
  });

  it('goes on otherwise from a change of this and all that follow', () => {
    const from =
      'UID:w\nRECURRENCE-ID;RANGE=THISANDFUTURE;TZID=America/Toronto:20260316T180000\nDTSTART;TZID=America/Toronto:20260317T170000\nDURATION:PT30M\nSUMMARY:Tuesdays';
    const { events } = read(calendar(weekly, from));
    expect(events.map(({ start, title }) => `${title} ${start}`).sort()).toEqual([
      ' 2026-03-02T23:00:00Z',
      ' 2026-03-09T22:00:00Z',
      'Tuesdays 2026-03-17T21:00:00Z',
      'Tuesdays 2026-03-24T21:00:00Z',
    ]);
  });

  it.each([
    ['UNTIL=20260316T220000Z', 3],
    ['UNTIL=20260316T215959Z', 2],
    ['UNTIL=20260316T180000', 3],
    ['UNTIL=20260316', 3],
  ])('ends with %s', (until, count) => {
    expect(starts(calendar(weekly.replace('COUNT=4', until)))).toHaveLength(count);
  });

  it('that began long ago is there at once', () => {
    const old = 'UID:o\nDTSTART;TZID=America/Toronto:19700105T180000\nRRULE:FREQ=DAILY;INTERVAL=7';
    expect(starts(calendar(old))).toHaveLength(13);
  });

  it.each([
    ['FREQ=YEARLY;BYWEEKNO=20', 'BYWEEKNO'],
    ['FREQ=SECONDLY', 'too-many'],
    ['FREQ=MINUTELY;COUNT=900000000', 'too-many'],
    ['FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1', 'BYSETPOS'],
    [
      `FREQ=DAILY;BYHOUR=${Array.from({ length: 24 }, (_, at) => at)};BYMINUTE=${Array.from({ length: 60 }, (_, at) => at)}`,
      'too-long',
    ],
    ['FREQ=SOMETIMES', 'unreadable'],
  ])('with the rule %s is its first event alone, and it is told', (rule, why) => {
    const { events, problems } = read(calendar(`UID:a\nDTSTART:20260309T180000Z\nRRULE:${rule}`));
    expect(events.map(({ start }) => start)).toEqual(['2026-03-09T18:00:00Z']);
    expect(problems).toMatchObject([{ code: 'cannot-expand', detail: why }]);
  });

  it.each([
    'FREQ=DAILY;BYMONTHDAY=-1,-2',
    'FREQ=WEEKLY; BYDAY=MO ;COUNT=3',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  ])('with the rule %s is expanded', (rule) => {
    const { events, problems } = read(calendar(`UID:a\nDTSTART:20260309T180000Z\nRRULE:${rule}`));
    expect(problems).toEqual([]);
    expect(events.length).toBeGreaterThan(2);
  });
});
