import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { composeBefore } from '../../../src/features/meeting-log/before-meeting.ts';
import { isOverCoffee } from '../../../src/features/meeting-log/coffee.ts';
import { builtInTopics } from '../../../src/programmes/lists/topics.ts';
import { entry, now, pair } from './world.ts';

const terms = [
  { name: 'Autumn', start: '2025-09-01', end: '2025-12-20' },
  { name: 'Spring', start: '2026-01-05', end: '2026-06-30' },
];
const under = (programme: string, meetings: Meeting[] = []) => {
  const ledger = pair({ meetings });
  return { ...ledger, relationships: ledger.relationships.map((each) => ({ ...each, programme, terms })) };
};
const about = { relationship: 'pair', attendees: ['jun'] };
const gapsOf = (meetings: Meeting[], attendees = ['jun']) =>
  composeBefore(under('temerty-peer-mentorship', meetings), { ...about, attendees }, now)!.gaps.flatMap(
    ({ topics }) => topics,
  );

describe('what there is to think of before a meeting', () => {
  const all = builtInTopics.flatMap(({ items }) => items);
  const [topic] = all;

  it('is the programme’s prompts, its topics not talked about this term, and its optional ones apart', () => {
    const found = composeBefore(under('temerty-peer-mentorship'), about, now)!;
    expect(found.prompts).toHaveLength(5);
    expect(found.term).toBe('Spring');
    expect(found.gaps.flatMap(({ topics }) => topics)).toEqual(all);
    expect(found.optional.length).toBeGreaterThan(0);
    expect(all.filter((each) => found.optional.includes(each))).toEqual([]);
  });

  it.each([
    ['held this term', entry('m1', { topics: [topic!.toUpperCase()] }), false],
    ['held last term', entry('m1', { topics: [topic!], start: '2025-11-04T17:00:00Z' }), true],
    ['cancelled', entry('m1', { topics: [topic!], outcome: 'cancelled' }), true],
    ['held with somebody else', entry('m1', { topics: [topic!], attendees: ['ana'] }), true],
  ])('names a topic of a meeting that was %s as a gap: %s', (_, meeting, isGap) => {
    expect(gapsOf([meeting]).includes(topic!)).toBe(isGap);
  });

  it('is nothing without a programme that is known', () => {
    expect(composeBefore(under('gone'), about, now)).toBeNull();
  });
});

describe('two meetings over coffee', () => {
  const next = { id: 'next', relationship: 'pair', start: '2026-03-09T08:00:00Z', attendees: ['jun'] };
  const bare = (day: string, more: Partial<Meeting> = {}) =>
    entry(`m${day}`, { start: `2026-${day}T17:00:00Z`, ...more });
  const goal = bare('02-20', { goals: ['g'] });
  const topic = bare('02-20', { topics: ['Exams'] });

  it.each([
    ['two without topic and goal', [bare('03-04'), bare('02-27')], true],
    ['the same, in any order', [bare('02-27'), bare('03-04')], true],
    ['two after one with a topic', [topic, bare('02-27'), bare('03-04')], true],
    ['two after one with a goal', [goal, bare('02-27'), bare('03-04')], true],
    ['one', [bare('03-04')], false],
    ['one after one with a goal', [goal, bare('03-04')], false],
    ['three: it was said', [bare('02-20'), bare('02-27'), bare('03-04')], false],
    ['one that was cancelled and one', [bare('02-27', { outcome: 'cancelled' }), bare('03-04')], false],
    ['one with somebody else and one', [bare('02-27', { attendees: ['ana'] }), bare('03-04')], false],
    ['one and a later one', [bare('03-04'), bare('03-20')], false],
  ])('are said after %s', (_, meetings, isSaid) => {
    expect(isOverCoffee(pair({ meetings }), next)).toBe(isSaid);
  });

  it('never count the entry itself', () => {
    expect(isOverCoffee(pair({ meetings: [bare('02-27'), bare('03-04')] }), { ...next, id: 'm03-04' })).toBe(false);
  });
});
