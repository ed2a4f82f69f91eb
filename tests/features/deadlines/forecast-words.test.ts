import { describe, expect, it } from 'vitest';
import { forecast } from '../../../src/domain/meeting/forecast.ts';
import { composeForecast } from '../../../src/features/deadlines/forecast-words.ts';
import { calendarEvent, held, ledger, relationship } from '../../domain/build.ts';

const now = '2026-03-10T12:00:00Z';
const cpd = relationship({ programme: 'cpd-mentoring', mentees: ['ana'], start: '2026-01-12' });
const on = (start: string, minutes: number) => held({ start, minutes });
const booked = (date: string) => calendarEvent('Coffee with Ana Alvarez', `${date}T18:00:00Z`);

function say(meetings: ReturnType<typeof held>[], dates: string[], relationships = [cpd], at = now): string[] {
  return forecast(ledger({ relationships, meetings }), dates.map(booked), 'r1', at).map((each) =>
    composeForecast(each, 'en-GB'),
  );
}

describe('a forecast in words', () => {
  it.each<[string, ReturnType<typeof held>[], string[], string]>([
    [
      'met by count with what is booked',
      [on('2026-02-03T17:00:00Z', 20), on('2026-03-03T17:00:00Z', 20)],
      ['2026-03-18'],
      'After Wednesday 18 March the 6-month rule is met by count, not by hours; last safe date 11 July',
    ],
    [
      'met by both at once',
      [on('2026-02-03T17:00:00Z', 60), on('2026-03-03T17:00:00Z', 60)],
      ['2026-03-18', '2026-04-01'],
      'After Wednesday 18 March the 6-month rule is met by count and by hours; last safe date 11 July',
    ],
    [
      'met by hours',
      [on('2026-02-03T17:00:00Z', 120)],
      ['2026-03-18'],
      'After Wednesday 18 March the 6-month rule is met by hours, not by count; last safe date 11 July',
    ],
    [
      'not met with what is booked',
      [],
      ['2026-03-18'],
      'After Wednesday 18 March the 6-month rule still lacks 2 meetings or 2 h; last safe date 10 July',
    ],
    ['without anything booked', [], [], 'The 6-month rule still lacks 3 meetings or 3 h; last safe date 9 July'],
    [
      'met already',
      [on('2026-02-03T17:00:00Z', 200)],
      [],
      'The 6-month rule is met by hours, not by count until 11 July',
    ],
  ])('%s', (_title, meetings, dates, sentence) => {
    expect(say(meetings, dates)).toEqual([sentence]);
  });

  it('names the window of each rule, and no side where there is but one', () => {
    const terms = [{ name: 'Spring', start: '2026-01-05', end: '2026-05-01' }];
    expect(say([], ['2026-03-18'], [relationship({ mentees: ['ana'], terms })])).toEqual([
      'After Wednesday 18 March the semester rule is met; last safe date 1 May',
    ]);
    expect(say([], [], [{ ...cpd, programme: 'lmp-peer-to-peer' }])).toEqual([
      'The rule of the year still lacks 2 meetings; last safe date 30 December',
    ]);
  });

  it('says so when there is no time left', () => {
    expect(say([], [], [cpd], '2026-07-11T12:00:00Z')).toEqual([
      'The 6-month rule still lacks 3 meetings or 3 h, until 11 July',
    ]);
  });
});
