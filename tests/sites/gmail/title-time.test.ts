import { describe, expect, it } from 'vitest';
import { parseTitle } from '../../../src/sites/gmail/title-time.ts';

const read = (title: string, zone = 'America/Los_Angeles') =>
  [...new Set(parseTitle(title, zone))].map((ms) => new Date(ms).toISOString());

describe('a date in a tooltip', () => {
  it.each([
    ['Thu, Dec 4, 2014 at 2:02 PM', '2014-12-04T22:02:00.000Z'],
    ['Thu, Dec 4, 2014, 2:02\u202fPM', '2014-12-04T22:02:00.000Z'],
    ['4 December 2014, 14:02', '2014-12-04T22:02:00.000Z'],
    ['Thursday, September 4, 2014, 12:02 a.m.', '2014-09-04T07:02:00.000Z'],
    ['4 Sept 2014, 12:02 PM', '2014-09-04T19:02:00.000Z'],
  ])('%o is one instant', (title, instant) => {
    expect(read(title)).toEqual([instant]);
  });

  it('in the hour that comes twice is two instants', () => {
    expect(read('Sun, Nov 2, 2025, 1:30 AM', 'America/New_York')).toEqual([
      '2025-11-02T05:30:00.000Z',
      '2025-11-02T06:30:00.000Z',
    ]);
  });

  it.each([
    '',
    '2:02 PM',
    'Dec 4',
    'jeu. 4 déc. 2014, 14:02',
    'mar, 4 dic 2014, 14:02',
    '04/12/2014, 14:02',
    'Dec 4, 5, 2014, 14:02',
    'Dec 4, 14, 14:02',
    '2014年12月4日 下午2:02',
    'Dec 34, 2014, 14:02',
    'Dec 4, 2014, 25:02',
    'Thu, Dec 4, 2014 at 2:02 PM (3 days ago)',
  ])('%o is left alone', (title) => {
    expect(read(title)).toEqual([]);
  });

  it('in an unknown zone is left alone', () => {
    expect(read('Dec 4, 2014, 14:02', 'Nowhere/Land')).toEqual([]);
  });
});
