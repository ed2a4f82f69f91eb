import { describe, expect, it } from 'vitest';
import { ledgerSchemas } from '../../../src/domain/ledger.ts';
import { creditsUntil, totalOf, totalsByMonth } from '../../../src/domain/meeting/credit.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { sampleLedger, sampleMeetings, sampleSheet, sampleZone } from './sample-sheet.ts';

const ledger = sampleLedger();
const end = '2016-11-18T12:00:00Z';
const rule = (now: string, meetings = ledger.meetings) =>
  judge({ ...ledger, meetings }, now).filter((verdict) => verdict.rule === 'hours-or-meetings');
const day = (date: string) => Temporal.PlainDate.from(date);

describe('the sample tracking sheet', () => {
  it('has what the document says: Wednesdays, gaps of 14 days but one of 21 and one of 7, a span of 168', () => {
    const dates = sampleSheet.map(({ date }) => day(date));
    expect(dates.every(({ dayOfWeek }) => dayOfWeek === 3)).toBe(true);
    const gaps = dates.slice(1).map((date, at) => dates[at]!.until(date).days);
    expect(gaps.toSorted((a, b) => a - b)).toEqual([7, ...Array(10).fill(14), 21]);
    expect(dates[0]!.until(dates.at(-1)!).days).toBe(168);
    const homework = sampleSheet.flatMap((row, at) => row.homework.map((text) => [at, text] as const));
    expect(homework).toHaveLength(7);
    for (const [at, text] of homework) expect(sampleSheet[at + 1]!.topics[0]).toBe(text);
    for (const meeting of ledger.meetings) expect(ledgerSchemas.meetings.safeParse(meeting).success).toBe(true);
  });

  it('gives 13 meetings and 13.0 hours', () => {
    const credits = creditsUntil(end, sampleMeetings());
    expect(totalOf(credits)).toEqual({ meetings: 13, minutes: 780 });
    expect([...totalsByMonth(credits, sampleZone).keys()]).toEqual([
      '2016-05',
      '2016-06',
      '2016-07',
      '2016-08',
      '2016-09',
      '2016-10',
      '2016-11',
    ]);
  });

  it('meets the rule on 15 June 2016 with the third meeting, when it ends and not before', () => {
    expect(rule('2016-06-15T22:59:59Z').map(({ state }) => state)).toEqual(['open']);
    expect(rule('2016-06-15T23:00:00Z')).toMatchObject([
      {
        state: 'met',
        settledAt: '2016-06-15T23:00:00Z',
        subject: { mentee: 'mentee', window: { from: '2016-05-18', to: '2016-11-17' } },
        evidence: ['sample 2016-05-18', 'sample 2016-06-01', 'sample 2016-06-15'],
      },
    ]);
  });

  it('meets it by count and by hours at once', () => {
    const short = sampleMeetings().map((meeting) => ({ ...meeting, minutes: 10 }));
    const two = sampleMeetings().slice(0, 2);
    const long = two.map((meeting) => ({ ...meeting, minutes: 90 }));
    expect(rule(end, short)[0]?.settledAt).toBe('2016-06-15T22:10:00Z');
    expect(rule(end, long)[0]?.settledAt).toBe('2016-06-01T23:30:00Z');
    expect(rule('2016-11-17T12:00:00Z', two)[0]?.state).toBe('open');
  });

  it('stays met until the window ends, and the next one is open', () => {
    expect(rule('2016-11-18T04:59:59Z').map(({ state }) => state)).toEqual(['met']);
    expect(rule(end).map(({ state, subject }) => [state, subject.window?.from])).toEqual([
      ['met', '2016-05-18'],
      ['open', '2016-11-18'],
    ]);
  });
});
