import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { judge, judgeRelationship } from '../../../src/domain/verdict/judge.ts';
import type { Verdict } from '../../../src/domain/verdict/verdict.ts';
import { findProgramme } from '../../../src/programmes/index.ts';
import { held, ledger, relationship } from '../build.ts';

const terms = [
  { name: 'Autumn', start: '2025-09-08', end: '2025-12-19' },
  { name: 'Spring', start: '2026-01-05', end: '2026-05-01' },
];
const semester = relationship({ terms, start: '2025-09-01' });
const now = '2026-03-10T12:00:00Z';

function verdicts(rule: Verdict['rule'], facts: Partial<Ledger>, at = now): Verdict[] {
  return judge(ledger(facts), at).filter((verdict) => verdict.rule === rule);
}
const brief = ({ subject, state }: Verdict) => [subject.mentee, subject.window?.from, subject.window?.to, state];

describe('a meeting in every semester', () => {
  const semesters = (meetings: Meeting[], at = now) =>
    verdicts('semester-meeting', { relationships: [semester], meetings }, at);

  it('gives one verdict for each mentee and term that has begun', () => {
    expect(semesters([]).map(brief)).toEqual([
      ['ana', '2025-09-08', '2025-12-19', 'missed'],
      ['ana', '2026-01-05', '2026-05-01', 'open'],
      ['ben', '2025-09-08', '2025-12-19', 'missed'],
      ['ben', '2026-01-05', '2026-05-01', 'open'],
    ]);
    expect(semesters([])[1]).toMatchObject({ since: '2026-01-05T05:00:00Z', due: '2026-05-02T04:00:00Z' });
  });

  const spring = (meetings: Meeting[], at = now) =>
    semesters(meetings, at).find(({ subject }) => subject.window?.from === '2026-01-05')!;
  it.each<[string, Partial<Meeting>, string]>([
    ['one that was held counts', {}, 'met'],
    ['one that a co-mentor held counts', { attendees: ['co', 'ana'] }, 'met'],
    ['a group meeting counts for those who came', { attendees: ['me', 'ana', 'ben'] }, 'met'],
    ['one that the mentee did not come to does not', { attendees: ['ben'] }, 'open'],
    ['a cancelled one does not', { outcome: 'cancelled' }, 'open'],
    ['one that was missed does not', { outcome: 'no-show' }, 'open'],
    ['a planned one does not, also when its time has passed', { outcome: 'planned' }, 'open'],
    ['one of another relationship does not', { relationship: 'r2' }, 'open'],
    ['one between the terms does not', { start: '2026-01-04T23:00:00Z' }, 'open'],
    ['one in the first minute of the term does', { start: '2026-01-05T05:00:00Z' }, 'met'],
    ['one ahead does not', { start: '2026-03-11T12:00:00Z' }, 'open'],
    ['one that goes on does not yet', { start: '2026-03-10T11:01:00Z' }, 'open'],
    ['one that has just ended does', { start: '2026-03-10T11:00:00Z' }, 'met'],
    ['one of which only the count is known does', { minutes: 0, countOnly: true }, 'met'],
  ])('%s', (_title, more, state) => {
    expect(spring([held(more)]).state).toBe(state);
  });

  it('is settled when the meeting ended, or with the window where it runs over its end', () => {
    expect(spring([held()])).toMatchObject({ settledAt: '2026-02-10T18:00:00Z' });
    const late = held({ start: '2026-05-02T03:30:00Z' });
    expect(spring([late], '2026-05-02T03:59:59Z').state).toBe('open');
    expect(spring([late], '2026-05-02T04:30:00Z')).toMatchObject({ state: 'met', settledAt: '2026-05-02T04:00:00Z' });
  });

  it('counts what an amendment says', () => {
    const meeting = held({ id: 'e' });
    const amendments = [
      {
        id: 'a',
        relationship: 'r1',
        meeting: 'e',
        at: now,
        by: 'me',
        reason: 'Ben came',
        change: { attendees: ['ben'] },
        previous: '0',
        digest: '1',
      },
    ];
    const states = verdicts('semester-meeting', { relationships: [semester], meetings: [meeting], amendments })
      .filter(({ subject }) => subject.window?.from === '2026-01-05')
      .map(({ subject, state }) => [subject.mentee, state]);
    expect(states).toEqual([
      ['ana', 'open'],
      ['ben', 'met'],
    ]);
  });

  it('cannot tell without semester dates, once, and invents none', () => {
    for (const set of [relationship(), relationship({ terms: [] })])
      expect(verdicts('semester-meeting', { relationships: [set], meetings: [held()] })).toMatchObject([
        { state: 'cannot-tell', subject: { relationship: 'r1' }, doubt: { code: 'no-terms' } },
      ]);
  });

  it.each([
    [
      'a term is cut to the relationship',
      { start: '2025-10-01', end: '2026-04-01' },
      [
        ['2025-10-01', '2025-12-19', 'missed'],
        ['2026-01-05', '2026-04-01', 'open'],
      ],
    ],
    [
      'one of which less than half is left is never missed',
      { start: '2025-11-01' },
      [['2026-01-05', '2026-05-01', 'open']],
    ],
    ['one that ended before is none', { start: '2025-12-20' }, [['2026-01-05', '2026-05-01', 'open']]],
    [
      'an end that both went beyond cuts nothing',
      { start: '2026-01-01', end: '2026-02-01', continues: true },
      [['2026-01-05', '2026-05-01', 'open']],
    ],
    ['nothing is asked before it begins', { start: '2026-04-01' }, []],
  ])('%s', (_title, more, windows) => {
    const set = relationship({ terms, mentees: ['ana'], ...more });
    expect(verdicts('semester-meeting', { relationships: [set] }).map((each) => brief(each).slice(1))).toEqual(windows);
  });

  it('counts a term in the zone of the relationship', () => {
    const meetings = [held({ start: '2026-05-01T22:30:00Z' })];
    const state = (zone: string) =>
      verdicts(
        'semester-meeting',
        { relationships: [relationship({ terms, zone, mentees: ['ana'] })], meetings },
        '2026-06-01T00:00:00Z',
      ).at(-1)?.state;
    expect([state('America/Toronto'), state('Asia/Tokyo')]).toEqual(['met', 'missed']);
  });
});

describe('meetings through the year', () => {
  const pack = (more: Partial<Ledger['relationships'][number]> = {}) => [
    relationship({ programme: 'lmp-peer-to-peer', mentees: ['ana'], start: '2026-01-20', ...more }),
  ];
  const years = (relationships: Ledger['relationships'], meetings: Meeting[], at: string) =>
    verdicts('yearly-meetings', { relationships, meetings }, at);
  const on = (...starts: string[]) => starts.map((start) => held({ start }));

  it('runs through the programme’s own year, and is met with the lower end of the range', () => {
    const meetings = on('2026-02-03T17:00:00Z', '2026-07-03T17:00:00Z', '2026-09-03T17:00:00Z');
    expect(years(pack(), meetings, '2026-12-01T00:00:00Z')).toMatchObject([
      {
        state: 'met',
        settledAt: '2026-07-03T18:00:00Z',
        subject: { window: { from: '2026-02-01', to: '2026-12-31' } },
      },
    ]);
    expect(years(pack(), meetings.slice(0, 1), '2027-01-01T05:00:00Z').map(({ state }) => state)).toEqual(['missed']);
  });

  it('counts nothing that was before it, and begins anew with the next', () => {
    const found = years(pack(), on('2026-01-30T17:00:00Z', '2027-02-01T05:00:00Z'), '2027-03-01T00:00:00Z');
    expect(found.map((each) => [each.subject.window?.from, each.evidence.length, each.state])).toEqual([
      ['2026-02-01', 0, 'missed'],
      ['2027-02-01', 1, 'open'],
    ]);
    expect(years(pack(), [], '2026-01-25T00:00:00Z')).toEqual([]);
  });

  it.each([
    [
      'over the turn of the year',
      { start: '09-01', end: '05-31' },
      '2026-01-20',
      '2026-03-01T00:00:00Z',
      ['2026-01-20', '2026-05-31'],
    ],
    [
      'to the last of February',
      { start: '03-01', end: '02-29' },
      '2027-04-01',
      '2027-05-01T00:00:00Z',
      ['2027-04-01', '2028-02-29'],
    ],
    [
      'from its start where the pack names none',
      {},
      '2026-01-20',
      '2026-03-01T00:00:00Z',
      ['2026-01-20', '2027-01-19'],
    ],
  ])('runs %s', (_title, period, start, at, window) => {
    const original = findProgramme([], 'lmp-peer-to-peer')!;
    const own = { ...original, id: 'own', period: { ...period, mayContinue: true } };
    const found = judge(ledger({ programmes: [own], relationships: pack({ programme: 'own', start }) }), at);
    const yearly = found.filter(({ rule }) => rule === 'yearly-meetings');
    expect(yearly.map(({ subject }) => [subject.window?.from, subject.window?.to])).toEqual([window]);
  });
});

describe('hours or meetings', () => {
  const cpd = (more: Partial<Ledger['relationships'][number]> = {}) => [
    relationship({ programme: 'cpd-mentoring', mentees: ['ana'], start: '2026-01-12', ...more }),
  ];
  const windows = (relationships: Ledger['relationships'], meetings: Meeting[], at: string) =>
    verdicts('hours-or-meetings', { relationships, meetings }, at);

  it.each<[string, number[], string | undefined]>([
    ['three short ones do', [5, 5, 5], '2026-02-03T12:05:00Z'],
    ['one of three hours does', [180], '2026-02-01T15:00:00Z'],
    ['two of an hour and a half do', [90, 90], '2026-02-02T13:30:00Z'],
    ['two of an hour do not', [60, 60], undefined],
    ['two that come to a minute less than three hours do not', [90, 89], undefined],
    ['by hours before the count', [120, 60, 60], '2026-02-02T13:00:00Z'],
  ])('%s', (_title, minutes, settledAt) => {
    const meetings = minutes.map((each, at) => held({ start: `2026-02-0${at + 1}T12:00:00Z`, minutes: each }));
    const [verdict] = windows(cpd(), meetings, now);
    expect([verdict?.state, verdict?.settledAt]).toEqual([settledAt ? 'met' : 'open', settledAt]);
  });

  it('never counts preparation', () => {
    const meetings = [held({ preparationMinutes: 600 }), held({ preparationMinutes: 600 })];
    expect(windows(cpd(), meetings, now)[0]?.state).toBe('open');
  });

  it.each([
    ['2025-08-31', ['2025-08-31/2026-02-27', '2026-02-28/2026-08-30', '2026-08-31/2027-02-27']],
    ['2023-08-31', ['2023-08-31/2024-02-28', '2024-02-29/2024-08-30', '2024-08-31/2025-02-27']],
    ['2025-12-01', ['2025-12-01/2026-05-31', '2026-06-01/2026-11-30', '2026-12-01/2027-05-31']],
  ])('has six-month windows from %s that leave no day out', (start, expected) => {
    const at = `${expected[2]!.slice(0, 10)}T12:00:00Z`;
    const found = windows(cpd({ start }), [], at).map(({ subject }) => `${subject.window?.from}/${subject.window?.to}`);
    expect(found).toEqual(expected);
  });

  it('holds for each mentee apart', () => {
    const meetings = [held({ minutes: 180, attendees: ['ana', 'ben'] }), held({ minutes: 180, attendees: ['me'] })];
    const found = windows(cpd({ mentees: ['ana', 'ben', 'me'], role: 'mentor' }), meetings, now);
    expect(found.map(({ subject, state }) => [subject.mentee, state])).toEqual([
      ['ana', 'met'],
      ['ben', 'met'],
    ]);
  });

  it('is the mentee’s own duty as well, in their own Waymark and of nobody else', () => {
    const own = cpd({ role: 'mentee', me: 'ana', mentees: ['ana', 'ben'] });
    expect(windows(own, [held({ minutes: 180 })], now).map(({ subject, state }) => [subject.mentee, state])).toEqual([
      ['ana', 'met'],
    ]);
    expect(
      verdicts('semester-meeting', { relationships: [relationship({ role: 'mentee', me: 'ana', terms })] }),
    ).toEqual([]);
  });

  it('gives no verdict where the figures are gone', () => {
    const original = findProgramme([], 'cpd-mentoring')!;
    const found = (figures: object) => {
      const rules = original.rules.map((rule) => (rule.rule === 'hours-or-meetings' ? { ...rule, figures } : rule));
      return windows(cpd({ programme: 'own' }), [], now)
        .concat(
          judge(
            ledger({ programmes: [{ ...original, id: 'own', rules }], relationships: cpd({ programme: 'own' }) }),
            now,
          ),
        )
        .filter(({ rule }) => rule === 'hours-or-meetings').length;
    };
    expect([{}, { months: 6 }, { hours: 3 }, { hours: 0, meetings: 0, months: 6 }].map(found)).toEqual([0, 0, 0, 0]);
    expect(found({ hours: 3, months: 6 })).toBe(1);
  });

  it('changes next when a meeting ends, when the window is near its end, and when the next one begins', () => {
    const next = (meetings: Meeting[], at: string) =>
      judgeRelationship(ledger({ relationships: cpd(), meetings }), 'r1', at).next;
    expect(next([held({ start: '2026-03-10T11:30:00Z' })], now)).toBe('2026-03-10T12:30:00Z');
    expect(next([], now)).toBe('2026-06-21T04:00:00Z');
    expect(next([held({ minutes: 180 })], '2026-06-30T00:00:00Z')).toBe('2026-07-12T04:00:00Z');
    expect(judgeRelationship(ledger({ relationships: cpd({ start: '2026-09-01' }) }), 'r1', now).next).toBe(
      '2026-09-01T04:00:00Z',
    );
  });
});

describe('whatever is in the log', () => {
  const packs = ['cpd-mentoring', 'umms-peer-mentoring', 'lmp-peer-to-peer'];
  const rules = new Set(['semester-meeting', 'yearly-meetings', 'hours-or-meetings']);
  const first = Date.parse('2025-09-01T00:00:00Z');
  const entry = fc.record({
    day: fc.nat(500),
    minutes: fc.nat(240),
    outcome: fc.constantFrom<Meeting['outcome']>('held', 'held', 'planned', 'cancelled', 'no-show'),
    attendees: fc.subarray(['ana', 'ben', 'me', 'co']),
  });
  const made = fc
    .array(entry, { maxLength: 12 })
    .map((entries) =>
      entries.map(({ day, ...rest }, at) =>
        held({ ...rest, id: `x${at}`, start: new Date(first + day * 86_400_000 + at).toISOString() }),
      ),
    );
  const judged = (programme: string, meetings: Meeting[], at: string) =>
    judge(ledger({ relationships: [relationship({ programme, terms, start: '2025-09-01' })], meetings }), at).filter(
      ({ rule }) => rules.has(rule),
    );
  const instant = fc.nat(600).map((day) => new Date(first + day * 86_400_000).toISOString());

  it('order and repetition change nothing, nor does one that was not held', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packs), made, instant, fc.nat(20), (programme, meetings, at, turn) => {
        const expected = judged(programme, meetings, at);
        const turned = [...meetings.slice(turn % 13), ...meetings.slice(0, turn % 13), ...meetings.slice(0, 3)];
        expect(judged(programme, turned.toReversed(), at)).toEqual(expected);
        const others = (['cancelled', 'no-show', 'planned'] as const).map((outcome) => held({ outcome, minutes: 180 }));
        expect(judged(programme, [...meetings, ...others], at)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('is never late, what was met stays met, and what is settled was settled by its due', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packs), made, instant, instant, (programme, meetings, a, b) => {
        const [early, later] = a < b ? [a, b] : [b, a];
        const [before, after] = [judged(programme, meetings, early), judged(programme, meetings, later)];
        for (const { state, settledAt, due } of after) {
          expect(['met', 'open', 'missed', 'cannot-tell']).toContain(state);
          if (settledAt)
            expect(Date.parse(settledAt)).toBeLessThanOrEqual(Math.min(Date.parse(due!), Date.parse(later)));
        }
        for (const met of before.filter(({ state }) => state === 'met'))
          expect(
            after.find(
              ({ subject }) =>
                subject.mentee === met.subject.mentee && subject.window?.from === met.subject.window?.from,
            ),
          ).toMatchObject({
            state: 'met',
            settledAt: met.settledAt,
          });
      }),
      { numRuns: 150 },
    );
  });

  it('nothing changes before the instant that was named', () => {
    fc.assert(
      fc.property(fc.constantFrom(...packs), made, instant, (programme, meetings, at) => {
        const facts = ledger({ relationships: [relationship({ programme, terms, start: '2025-09-01' })], meetings });
        const { verdicts: shown, next } = judgeRelationship(facts, 'r1', at);
        if (!next) return;
        const before = Temporal.Instant.from(next).subtract({ seconds: 1 }).toString();
        if (Date.parse(before) <= Date.parse(at)) return;
        expect(judge(facts, before)).toEqual(shown);
      }),
      { numRuns: 150 },
    );
  });
});
