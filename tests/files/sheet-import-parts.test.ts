import { describe, expect, it } from 'vitest';
import { makeDateReader } from '../../src/files/sheet-import/dates.ts';
import { parseClock, parseMinutes, parseSpent } from '../../src/files/sheet-import/times.ts';
import { parseTopics } from '../../src/files/sheet-import/topics.ts';

describe('a length', () => {
  it.each([
    ['6:00 pm – 7:00 pm', 60, '18:00'],
    ['6-7 pm', 60, '18:00'],
    ['11-1 pm', 120, '11:00'],
    ['12-1pm', 60, '12:00'],
    ['18:00-19:00', 60, '18:00'],
    ['6:00 p.m. to 7:30 p.m.', 90, '18:00'],
    ['18h00–19h30', 90, '18:00'],
    ['18.00-19.00 Uhr', 60, '18:00'],
    ['11:30 pm - 12:30 am', 60, '23:30'],
    ['23:00–00:30', 90, '23:00'],
    ['9:00 – 10:00 am', 60, '09:00'],
    ['6-7', 60, undefined],
    ['1', 60, undefined],
    ['1.5', 90, undefined],
    ['1,5', 90, undefined],
    ['1 h 30', 90, undefined],
    ['1h30', 90, undefined],
    ['1 hr 15 min', 75, undefined],
    ['60 min', 60, undefined],
    ['1:30', 90, undefined],
    ['1½', 90, undefined],
    ['2 Std.', 120, undefined],
  ])('%s is %i minutes from %s', (cell, minutes, start) => {
    expect(parseSpent(cell)).toEqual(start === undefined ? { minutes } : { minutes, start });
  });

  it.each(['abc', '', '1:75', '25:00-26:00', '13 pm - 14 pm', '-1', '=1+1'])('%s is none', (cell) => {
    expect(parseSpent(cell)).toBeNull();
  });

  it('in a column of minutes is minutes where it is bare', () => {
    expect(parseMinutes('60')).toEqual({ minutes: 60 });
    expect(parseMinutes('1 h')).toEqual({ minutes: 60 });
  });

  it('is no time of day', () => {
    expect(parseClock('6')).toBeNull();
    expect(parseClock('6 pm')).toBe('18:00');
    expect(parseClock('12:15 am')).toBe('00:15');
  });
});

describe('a date', () => {
  const read = makeDateReader([], undefined);
  it.each([
    ['18 May 2016', '2016-05-18'],
    ['May 18, 2016', '2016-05-18'],
    ['Wed, 18 May 2016', '2016-05-18'],
    ['18-May-16', '2016-05-18'],
    ['18. Mai 2016', '2016-05-18'],
    ['18 mai 2016', '2016-05-18'],
    ['18 de mayo de 2016', '2016-05-18'],
    ['1st June 2016', '2016-06-01'],
    ['2016-05-18', '2016-05-18'],
    ['2016/5/8', '2016-05-08'],
    ['18.05.2016', '2016-05-18'],
    ['Mi., 18.05.2016', '2016-05-18'],
    ['05/18/2016', '2016-05-18'],
    ['5/5/2016', '2016-05-05'],
  ])('%s is %s', (cell, date) => {
    expect(read(cell)).toEqual({ ok: true, date });
  });

  it('keeps the time of day that stands behind it', () => {
    expect(read('2016-05-18 18:00')).toEqual({ ok: true, date: '2016-05-18', clock: '18:00' });
  });
});

describe('topics', () => {
  const levels = (cell: string) => {
    const { topics, levels: depths } = parseTopics(cell);
    return topics.map((topic, at) => `${depths[at]} ${topic}`);
  };

  it.each([
    ['lines', 'a\nb', ['0 a', '0 b']],
    ['indent', 'a\n  b\n    c\n  d\ne', ['0 a', '1 b', '2 c', '1 d', '0 e']],
    ['no more than three levels', 'a\n b\n  c\n   d', ['0 a', '1 b', '2 c', '2 d']],
    ['tabs', 'a\n\tb', ['0 a', '1 b']],
    ['other signs at one indent', '• a\n- b\n- c\n• d', ['0 a', '1 b', '1 c', '0 d']],
    ['numbers and letters', '1. a\na. b\nb) c\n2. d', ['0 a', '1 b', '1 c', '0 d']],
    ['Roman numbers below letters', '1. x\na. y\ni. z\nii. w\nb. v', ['0 x', '1 y', '2 z', '2 w', '1 v']],
    ['the ninth letter', 'h. x\ni. y', ['0 x', '0 y']],
    ['Word’s hollow bullets', '• a\no b\n▪ c', ['0 a', '1 b', '2 c']],
    ['numbers of two parts', '1. a\n1.1. b\n2. c', ['0 a', '1 b', '0 c']],
    ['a title and its bullets', 'Goals\n- a\n- b\nPlans', ['0 Goals', '1 a', '1 b', '0 Plans']],
    ['bullets on one line', '• a • b', ['0 a', '0 b']],
    ['what is only a sign', '-\na\n---', ['0 a']],
    ['words that begin like a bullet', 'o’clock\na plan', ['0 o’clock', '0 a plan']],
  ])('are nested by %s', (_, cell, expected) => {
    expect(levels(cell)).toEqual(expected);
  });

  it.each([
    ['a\nHomework: read', ['a'], ['read']],
    ['a\nHomework:\n- read\n- write', ['a'], ['read', 'write']],
    ['• a\n• Homework:\n   • read\n• b', ['a', 'b'], ['read']],
    ['Hausaufgabe: lesen', [], ['lesen']],
    ['Homework habits', ['Homework habits'], []],
  ])('%j has its homework apart', (cell, topics, homework) => {
    expect(parseTopics(cell)).toMatchObject({ topics, homework });
  });
});
