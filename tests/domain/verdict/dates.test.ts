import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { ProgrammeEvent } from '../../../src/domain/meeting/meeting.ts';
import type { EventSpec, Programme, RuleId } from '../../../src/domain/programme/programme.ts';
import { judge, judgeRelationship } from '../../../src/domain/verdict/judge.ts';
import { verdictKey } from '../../../src/domain/verdict/key.ts';
import { findProgramme } from '../../../src/programmes/index.ts';
import { ledger, relationship } from '../build.ts';

const lmp = findProgramme([], 'lmp-peer-to-peer')!;
const rules: readonly RuleId[] = ['programme-event', 'check-in', 'evaluation-midway', 'evaluation-final'];

function record(event: string, at: string, more: Partial<ProgrammeEvent> = {}): ProgrammeEvent {
  return { id: `${event} ${at}`, relationship: 'r1', event, at, done: false, ...more };
}

function dates(
  now: string,
  programmeEvents: ProgrammeEvent[],
  more: Partial<Ledger['relationships'][number]> = {},
  programmes: Programme[] = [],
) {
  const relationships = [relationship({ programme: 'lmp-peer-to-peer', start: '2026-02-01', ...more })];
  return judge(ledger({ relationships, programmeEvents, programmes }), now).filter(({ rule }) => rules.includes(rule));
}
const launch = (now: string, records: ProgrammeEvent[] = [], more = {}) =>
  dates(now, records, more).filter(({ subject }) => subject.event === 'launch');

/** The laboratory programme with other events. */
function pack(events: Partial<EventSpec>[], period: Programme['period'] = lmp.period): Programme {
  const { when: _, ...undated } = lmp.events[0]!;
  const made = events.map((each) => ({ ...undated, id: 'own', mandatory: false, ...each }));
  const rule = lmp.rules.find((each) => each.rule === 'check-in')!;
  return { ...lmp, id: 'own', period, events: made, rules: [{ ...rule, events: made.map(({ id }) => id) }] };
}

describe('a date of the programme', () => {
  it.each<[string, string, ProgrammeEvent[], object[]]>([
    ['is not owed before its window begins', '2026-03-01T04:59:59Z', [], []],
    ['is open through its window', '2026-03-01T05:00:00Z', [], [{ state: 'open', due: '2026-04-01T04:00:00Z' }]],
    ['is missed when it ends', '2026-04-01T04:00:00Z', [], [{ state: 'missed' }]],
    [
      'is met when ticked',
      '2026-04-02T00:00:00Z',
      [record('launch', '2026-03-12', { done: true })],
      [{ state: 'met', settledAt: '2026-03-12T04:00:00Z' }],
    ],
    [
      'is met when it was completed',
      '2026-04-02T00:00:00Z',
      [record('launch', '2026-03-12', { done: true, doneAt: '2026-03-14T20:00:00Z' })],
      [{ state: 'met', settledAt: '2026-03-14T20:00:00Z' }],
    ],
    [
      'is met also when it was later than the pack says',
      '2026-05-01T00:00:00Z',
      [record('launch', '2026-04-09T21:00:00Z', { done: true })],
      [{ state: 'met', settledAt: '2026-04-09T21:00:00Z' }],
    ],
    [
      'is owed by the date that was typed',
      '2026-03-05T00:00:00Z',
      [record('launch', '2026-03-12')],
      [{ state: 'open', due: '2026-03-13T04:00:00Z', subject: { window: { from: '2026-03-01', to: '2026-03-12' } } }],
    ],
    [
      'and from when it was typed',
      '2026-02-05T00:00:00Z',
      [record('launch', '2026-03-12')],
      [{ state: 'open', due: '2026-03-13T04:00:00Z' }],
    ],
    [
      'is missed when that date is over',
      '2026-03-13T04:00:00Z',
      [record('launch', '2026-03-12')],
      [{ state: 'missed', evidence: ['launch 2026-03-12'] }],
    ],
    [
      'is not done ahead of its date',
      '2026-03-05T00:00:00Z',
      [record('launch', '2026-03-12', { done: true })],
      [{ state: 'open' }],
    ],
    [
      'of another relationship is not this one’s',
      '2026-04-02T00:00:00Z',
      [record('launch', '2026-03-12', { done: true, relationship: 'r2' })],
      [{ state: 'missed' }],
    ],
  ])('%s', (_title, now, records, expected) => {
    const found = launch(now, records);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });

  it('is asked for anew in each of the programme’s years, up to the official end', () => {
    const records = [record('launch', '2026-03-12', { done: true })];
    const years = (more: object) =>
      launch('2027-05-01T00:00:00Z', records, more).map(({ subject, state }) => [subject.window?.from, state]);
    expect(years({})).toEqual([
      ['2026-03-01', 'met'],
      ['2027-03-01', 'missed'],
    ]);
    expect(years({ end: '2026-12-31', continues: true })).toEqual([['2026-03-01', 'met']]);
  });

  it('is not held against who joined too late', () => {
    expect(launch('2026-04-10T00:00:00Z', [], { start: '2026-03-20' })).toEqual([]);
    expect(launch('2026-04-10T00:00:00Z', [], { start: '2026-04-02' })).toEqual([]);
    expect(launch('2026-04-10T00:00:00Z', [], { start: '2026-03-10' }).map(({ state }) => state)).toEqual(['missed']);
  });

  it('is one mentee’s own where a record says so', () => {
    const found = dates('2026-05-10T12:00:00Z', [
      record('feedback-may', '2026-05-08', { mentee: 'ana', done: true }),
    ]).filter(({ rule }) => rule === 'check-in');
    expect(found.map(({ subject, state }) => [subject.mentee, state])).toEqual([
      ['ana', 'met'],
      ['ben', 'open'],
    ]);
  });

  it('has a key of its own, also beside another of the same month', () => {
    const found = dates('2026-12-20T12:00:00Z', [record('launch', '2026-03-12', { done: true })]);
    expect(new Set(found.map(verdictKey)).size).toBe(found.length);
    expect(found.filter(({ state }) => state === 'open').map(({ subject }) => subject.event)).toEqual([
      'feedback-december',
      'survey',
    ]);
  });

  it.each<[string, EventSpec['when'], Programme['period'], object, [string, string][]]>([
    ['a day', { day: '05-14' }, lmp.period, {}, [['2026-05-14', '2026-05-14']]],
    ['29 February in a year without', { day: '02-29' }, lmp.period, {}, [['2026-02-28', '2026-02-28']]],
    [
      'a month of a year that turns',
      { month: 2 },
      { start: '09-01', end: '06-30', mayContinue: false },
      { start: '2025-09-10' },
      [['2026-02-01', '2026-02-28']],
    ],
    ['the end of the period', { point: 'end' }, lmp.period, {}, [['2026-12-02', '2026-12-31']]],
    ['the middle of the period', { point: 'midway' }, lmp.period, {}, [['2026-07-03', '2026-08-01']]],
    [
      'the middle of a short relationship',
      { point: 'midway' },
      { mayContinue: false },
      { end: '2026-02-10' },
      [['2026-02-01', '2026-02-10']],
    ],
    ['a point of a relationship without end', { point: 'end' }, { mayContinue: false }, {}, []],
    ['no date at all', undefined, lmp.period, {}, []],
  ])('knows %s', (_title, when, period, more, windows) => {
    const programme = pack([when ? { when } : {}], period);
    const found = dates('2027-01-15T00:00:00Z', [], { programme: 'own', ...more }, [programme]);
    expect(found.map(({ subject }) => [subject.window!.from, subject.window!.to])).toEqual(windows);
  });

  it('is in doubt where it is mandatory and has no date, and in no doubt once one is typed', () => {
    const programme = pack([{ mandatory: true }]);
    const found = (records: ProgrammeEvent[]) =>
      dates('2026-03-10T00:00:00Z', records, { programme: 'own' }, [programme]);
    expect(found([])).toMatchObject([{ state: 'cannot-tell', doubt: { code: 'no-date' }, subject: { event: 'own' } }]);
    expect(
      found([record('own', '2026-04-01'), record('own', '2026-02-20', { done: true })]).map(({ state }) => state),
    ).toEqual(['met', 'open']);
  });

  it('changes next when it comes into sight, begins, and ends', () => {
    const next = (now: string) =>
      judgeRelationship(
        ledger({ relationships: [relationship({ programme: 'lmp-peer-to-peer', start: '2026-02-01' })] }),
        'r1',
        now,
      ).next;
    expect(next('2026-02-10T00:00:00Z')).toBe('2026-02-15T05:00:00Z');
    expect(next('2026-02-20T00:00:00Z')).toBe('2026-03-01T05:00:00Z');
    expect(next('2026-03-20T00:00:00Z')).toBe('2026-04-01T04:00:00Z');
  });
});
