import { describe, expect, it } from 'vitest';
import { parseDateText } from '../../../src/sites/outlook/date-text.ts';
import { readDates } from '../../../src/sites/outlook/page-dates.ts';
import { at } from './page.ts';

const UTC = { zone: 'UTC' };

function readOne(text: string, language = ''): string | undefined {
  return readDates([text], UTC, language).instants[0];
}

describe('one date that tells its order by itself', () => {
  const cases: [text: string, local: string][] = [
    ['Thu 9/17/2026 2:52 PM', '2026-09-17T14:52'],
    ['Wed 9/2/2026 12:28 AM', '2026-09-02T00:28'],
    ['Wed 9/2/2026 12:28 PM', '2026-09-02T12:28'],
    ['Mar 17/03/2026 9:04', '2026-03-17T09:04'],
    ['Po 02.03.2026 9:23', '2026-03-02T09:23'],
    ['2026-03-02 9:23', '2026-03-02T09:23'],
    ['2026/3/2 9:23', '2026-03-02T09:23'],
    ['Mi 2.9.2026 14.28', '2026-09-02T14:28'],
    ['ke 2.9.2026 klo 0.28', '2026-09-02T00:28'],
    ['wo 2-9-2026 14:28', '2026-09-02T14:28'],
    ['wo 2 9 2026 14:28', '2026-09-02T14:28'],
    ['14:28 2 9 2026 wo', '2026-09-02T14:28'],
    ['14.28 17/9/2026', '2026-09-17T14:28'],
    ['mer. 2026-09-02 14 h 28', '2026-09-02T14:28'],
    ['mié 2/9/2026 2:28 p. m.', '2026-09-02T14:28'],
    ['mié 2/9/2026 12:28 a.\u202Fm.', '2026-09-02T00:28'],
    ['Wed 9/2/2026 2:28\u202FPM', '2026-09-02T14:28'],
    ['2026/9/2(水) 午後2:28', '2026-09-02T14:28'],
    ['2026/9/2(水) 午前0:28', '2026-09-02T00:28'],
    ['2026年9月2日 周三 下午2:28', '2026-09-02T14:28'],
    ['2026년 9월 2일 (수) 오후 2:28', '2026-09-02T14:28'],
    ['2026. 9. 2. (수) 오전 12:28', '2026-09-02T00:28'],
    ['\u200fالأربعاء، ٢\u200f/٩\u200f/٢٠٢٦، ٢:٢٨ م', '2026-09-02T14:28'],
    ['\u202bالأربعاء ٢/٩/٢٠٢٦ ١٢:٢٨ ص\u202c', '2026-09-02T00:28'],
    ['چهارشنبه ۲۰۲۶/۹/۲ ۱۴:۲۸', '2026-09-02T14:28'],
    ['יום ד׳ 2.9.2026 14:28', '2026-09-02T14:28'],
    ['Wed ２０２６/９/２ １４：２８', '2026-09-02T14:28'],
    ['9/9/2026 14:28', '2026-09-09T14:28'],
  ];
  it.each(cases)('%s', (text, local) => {
    expect(readOne(text)).toBe(at(local, 'UTC'));
  });
});

describe('a date that could be meant otherwise is refused', () => {
  it.each([
    ['no evidence', '3/4/2026 9:04'],
    ['no evidence, a weekday that fits both ways', 'Wed 4/3/2026 9:04 no', 'xx'],
    ['a two-digit year', '17/03/26 9:04'],
    ['another calendar (Thai)', 'พุธ 2/9/2569 14:28'],
    ['another calendar (Persian)', 'چهارشنبه ۱۴۰۵/۶/۱۱ ۱۴:۲۸'],
    ['a day that does not exist', '31.02.2026 9:04'],
    ['a weekday of another day', 'Mon 17/03/2026 9:04'],
    ['a weekday of another day, year first', 'Mon 2026-03-17 9:04'],
    ['a word that may be a half of the day', '17/03/2026 9:04 zzz'],
    ['an afternoon word nobody knows', '17/03/2026 9:04 قوماندان'],
    ['two words that are weekdays somewhere', 'Pay, 07/09/2028 12:52 TO'],
    ['no time', '17/03/2026'],
    ['no date', '9:04 AM'],
    ['an hour past the day', '17/03/2026 25:04'],
    ['a minute past the hour', '17/03/2026 9:64'],
    ['more numbers than a date has', '17/03/2026 9:04 (3)'],
    ['two dates', '17/03/2026 18/03/2026 9:04'],
    ['a month by name', '17 March 2026 9:04'],
    ['separators that differ', '17/03-2026 9:04'],
    ['a sentence', 'Let us meet on 17/03/2026 at 19:04, the usual place beside the library?'],
    ['nothing', ''],
  ])('%s', (_, text, language = '') => {
    expect(readOne(text, language)).toBeUndefined();
  });
});

describe('dates of one page', () => {
  it('take their order from the one that shows it', () => {
    const { instants } = readDates(['3/4/2026 9:04', '17/3/2026 19:04'], UTC, '');
    expect(instants).toEqual(['2026-04-03T09:04:00Z', '2026-03-17T19:04:00Z']);
  });

  it('are refused together when they contradict each other, and that is counted', () => {
    const { instants, disagreements } = readDates(['3/4/2026 9:04', '17/3/2026 9:04', '3/17/2026 9:04'], UTC, '');
    expect(instants).toEqual([undefined, undefined, undefined]);
    expect(disagreements).toBe(1);
  });

  it('are refused when the weekday contradicts the dots', () => {
    const { instants, disagreements } = readDates(['Wed 9.2.2026 9:04'], UTC, 'en');
    expect(instants).toEqual([undefined]);
    expect(disagreements).toBeGreaterThan(0);
  });

  it('are refused when the mentor set another order than they show', () => {
    const set = { zone: 'UTC', dateOrder: 'month-first' } as const;
    expect(readDates(['3/4/2026 9:04', '17/3/2026 9:04'], set, '').instants).toEqual([undefined, undefined]);
  });

  it.each([
    ['day-first', '2026-04-03T09:04:00Z'],
    ['month-first', '2026-03-04T09:04:00Z'],
    ['year-first', undefined],
  ] as const)('follow the mentor: %s', (dateOrder, expected) => {
    expect(readDates(['3/4/2026 9:04'], { zone: 'UTC', dateOrder }, '').instants).toEqual([expected]);
  });

  it('give no instant without a zone', () => {
    expect(readDates(['Thu 9/17/2026 2:52 PM'], undefined, '').instants).toEqual([undefined]);
    expect(readDates(['Thu 9/17/2026 2:52 PM'], { zone: 'Nowhere/None' }, '').instants).toEqual([undefined]);
  });

  it('tell the 24-hour clock by an hour past noon, so that unknown words do no harm', () => {
    const { instants } = readDates(['zz 17/03/2026 9:04', 'yy 18/03/2026 19:04'], UTC, '');
    expect(instants).toEqual(['2026-03-17T09:04:00Z', '2026-03-18T19:04:00Z']);
  });
});

describe('changes of the clocks', () => {
  const zone = 'America/New_York';
  it.each([
    ['the hour that is skipped', 'Sun 3/8/2026 2:30 AM', undefined],
    ['the hour that comes twice', 'Sun 11/1/2026 1:30 AM', undefined],
    ['the minute before it is skipped', 'Sun 3/8/2026 1:59 AM', '2026-03-08T06:59:00Z'],
    ['the minute after', 'Sun 3/8/2026 3:00 AM', '2026-03-08T07:00:00Z'],
    ['after the double hour', 'Sun 11/1/2026 2:00 AM', '2026-11-01T07:00:00Z'],
  ])('%s', (_, text, expected) => {
    expect(readDates([text], { zone, dateOrder: 'month-first' }, 'en').instants).toEqual([expected]);
  });
});

describe('a weekday that is two in different languages', () => {
  it('is read in the language of the page', () => {
    // "so" is Sunday in German and Saturday in Czech; 1 August 2026 is a Saturday, 8 January 2026 a Thursday.
    expect(readDates(['so 1/8/2026 19:00'], UTC, 'cs').instants).toEqual(['2026-08-01T19:00:00Z']);
    expect(readDates(['so 1/8/2026 19:00'], UTC, 'de').instants).toEqual([undefined]);
    expect(parseDateText('so 1/8/2026 19:00', '')?.weekdays).toBe((1 << 6) | (1 << 7));
  });
});
