import { describe, expect, it } from 'vitest';
import { judgeRelationship } from '../../../src/domain/verdict/judge.ts';
import type { Verdict } from '../../../src/domain/verdict/verdict.ts';
import { readEvidence } from '../../../src/features/log-page/evidence.ts';
import { composeGrid, countStates } from '../../../src/features/log-page/grid.ts';
import { describeCell, describeColumn } from '../../../src/features/log-page/views/cell-words.ts';
import { contact, covered, ledger, message, people, relationship } from '../../domain/build.ts';
import { entry } from './ledger.ts';

const now = '2026-03-09T12:00:00Z';
const clause = { document: 'Guide', section: 'Mentors', says: 'Meet.' };
const terms = [{ name: 'Spring', start: '2026-01-01', end: '2026-05-08' }];
const pairOfMentees = relationship({ terms });

function verdict(
  rule: Verdict['rule'],
  mentee: string,
  from: string,
  to: string,
  more: Partial<Verdict> = {},
): Verdict {
  return {
    rule,
    subject: { relationship: 'r1', mentee, window: { from, to } },
    state: 'open',
    evidence: [],
    clause,
    ...more,
  };
}

describe('the grid', () => {
  it('has a line for each mentee and a cell for each verdict about one of their months', () => {
    const stored = ledger({
      relationships: [pairOfMentees],
      contacts: [contact({ with: ['ana'], at: '2026-01-12T12:00:00Z', direction: 'out' })],
      messages: [message('me', '2026-02-10T12:00:00Z', { to: [{ email: 'ana@uni.example' }] })],
      sources: [covered('2025-12-31T00:00:00Z', now)],
    });
    const { verdicts } = judgeRelationship(stored, 'r1', now);
    const grid = composeGrid(stored.relationships, people, verdicts, []);
    const months = grid.columns.filter(({ kind }) => kind === 'month');
    expect(months.map(({ key }) => key)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(grid.lines.map(({ name }) => name)).toEqual(['Ana Alvarez', 'Ben Bekele']);
    const states = grid.lines.map(({ cells }) => cells.slice(0, 3).map((cell) => cell?.state));
    expect(states).toEqual([
      ['met', 'met', 'open'],
      ['missed', 'missed', 'open'],
    ]);
    expect(countStates(grid, 0)).toEqual({ settled: 1, of: 2 });
  });

  it('credits a group meeting to those who came, and to nobody else', () => {
    const stored = ledger({
      relationships: [pairOfMentees],
      meetings: [entry('group', '2026-02-02T20:00:00Z', { relationship: 'r1', attendees: ['ana'] })],
      sources: [covered('2025-12-31T00:00:00Z', now)],
    });
    const { verdicts } = judgeRelationship(stored, 'r1', now);
    const grid = composeGrid(stored.relationships, people, verdicts, []);
    const at = grid.columns.findIndex(({ rule }) => rule === 'semester-meeting');
    expect(grid.columns[at]).toMatchObject({ name: 'Spring', kind: 'window' });
    expect(grid.lines.map(({ cells }) => cells[at]?.state)).toEqual(['met', 'open']);
  });

  it('shows a booked meeting in the window it falls in, for those it is booked with', () => {
    const own = [
      verdict('semester-meeting', 'ana', '2026-01-01', '2026-05-08', {
        since: '2026-01-01T05:00:00Z',
        due: '2026-05-09T04:00:00Z',
      }),
      verdict('semester-meeting', 'ben', '2026-01-01', '2026-05-08', {
        since: '2026-01-01T05:00:00Z',
        due: '2026-05-09T04:00:00Z',
      }),
    ];
    const booked = [
      { relationship: 'r1', people: ['ana'], start: '2026-04-02T15:00:00Z' },
      { relationship: 'r1', people: ['ben'], start: '2026-06-02T15:00:00Z' },
      { relationship: 'r2', people: ['ben'], start: '2026-04-02T15:00:00Z' },
    ];
    const grid = composeGrid([pairOfMentees], people, own, booked);
    expect(grid.lines.map(({ cells }) => cells[0]?.state)).toEqual(['booked', 'open']);
    const [ana] = grid.lines;
    expect(describeCell(ana!.cells[0]!, grid.columns[0]!, now, 'Etc/UTC')).toMatchObject({
      shape: 'arrow',
      text: expect.stringMatching(/booked .*2/),
    });
  });

  it('keeps twelve months, and the windows that reach into them', () => {
    const months = Array.from({ length: 20 }, (_, at) => {
      const first = Temporal.PlainDate.from('2024-08-01').add({ months: at });
      return verdict('monthly-contact', 'ana', first.toString(), first.with({ day: first.daysInMonth }).toString());
    });
    const windows = [
      verdict('semester-meeting', 'ana', '2024-01-01', '2024-05-08'),
      verdict('semester-meeting', 'ana', '2026-01-01', '2026-05-08'),
    ];
    const { columns } = composeGrid([pairOfMentees], people, [...windows, ...months], []);
    expect(columns).toHaveLength(13);
    expect(columns[0]?.key).toBe('2025-04');
    expect(columns.at(-1)?.rule).toBe('semester-meeting');
  });

  it('leaves open what nothing is asked about', () => {
    const grid = composeGrid(
      [pairOfMentees],
      people,
      [verdict('monthly-contact', 'ana', '2026-03-01', '2026-03-31')],
      [],
    );
    expect(grid.lines[1]?.cells).toEqual([null]);
    expect(countStates(grid, 0)).toEqual({ settled: 0, of: 1 });
  });
});

describe('a cell', () => {
  const month = composeGrid(
    [pairOfMentees],
    people,
    [verdict('monthly-contact', 'ana', '2026-03-01', '2026-03-31')],
    [],
  ).columns[0]!;
  const window = { ...month, kind: 'window' as const, rule: 'semester-meeting' as const, name: 'Spring' };
  const of = (more: Partial<Verdict>) => verdict('monthly-contact', 'ana', '2026-03-01', '2026-03-31', more);

  it.each([
    [
      'met',
      month,
      of({ state: 'met', evidence: ['a', 'b'] }),
      { shape: 'tick', tone: 'met', text: '2', said: 'met, 2 contacts' },
    ],
    [
      'met',
      month,
      of({ state: 'met', evidence: ['a'] }),
      { shape: 'tick', tone: 'met', text: '1', said: 'met, 1 contact' },
    ],
    ['missed', month, of({ state: 'missed' }), { shape: 'triangle', tone: 'late', text: 'missed', said: 'missed' }],
    ['cannot-tell', month, of({}), { shape: 'question', tone: 'unknown', text: 'can’t tell', said: 'can’t tell' }],
    [
      'open',
      month,
      of({ due: '2026-04-01T00:00:00Z' }),
      { shape: 'clock', tone: 'soon', text: '22 days', said: 'open, 22 days left' },
    ],
    [
      'open',
      month,
      of({ due: '2026-03-10T00:00:00Z' }),
      { shape: 'clock', tone: 'soon', text: '12 h', said: 'open, 12 h left' },
    ],
  ] as const)('that is %s has a shape, a tone and words', (state, column, own, words) => {
    expect(describeCell({ state, verdict: own }, column, now, 'Etc/UTC')).toEqual(words);
  });

  it('of a window says the day it was met, or the last day there is', () => {
    const met = describeCell(
      { state: 'met', verdict: of({ state: 'met', settledAt: '2026-01-29T20:00:00Z' }) },
      window,
      now,
      'Etc/UTC',
    );
    expect(met.text).toMatch(/29/);
    const open = describeCell(
      { state: 'open', verdict: of({ due: '2026-05-09T04:00:00Z' }) },
      window,
      now,
      'America/Toronto',
    );
    expect(open.said).toMatch(/^open, by .*8/);
  });

  it('stands in a column that says its month in full', () => {
    expect(describeColumn(month).said).toMatch(/Contact in March 2026/);
    expect(describeColumn(window)).toMatchObject({ head: 'Meeting', under: 'Spring' });
  });
});

describe('evidence', () => {
  it('is named in order, and what is gone is left out', () => {
    const mail = message('me', '2026-03-03T12:00:00Z', { id: 'mail', subject: 'Electives' });
    const call = contact({ id: 'call', at: '2026-03-01T12:00:00Z', channel: 'call' });
    const met = entry('met', '2026-03-02T12:00:00Z', { topics: ['Exams'] });
    const slice = ledger({ messages: [mail], contacts: [call], meetings: [met] });
    const own = verdict('monthly-contact', 'ana', '2026-03-01', '2026-03-31', {
      evidence: ['mail', 'gone', 'call', 'met'],
    });
    expect(readEvidence(own, slice).map(({ kind, about }) => [kind, about])).toEqual([
      ['Call', ''],
      ['Meeting', 'Exams'],
      ['Mail', 'Electives'],
    ]);
  });
});
