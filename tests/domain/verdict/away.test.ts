import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Away, Notice } from '../../../src/domain/away/away.ts';
import type { Relationship } from '../../../src/domain/people/relationship.ts';
import type { RuleId } from '../../../src/domain/programme/programme.ts';
import { startOf } from '../../../src/domain/time/windows.ts';
import { judge, judgeRelationship } from '../../../src/domain/verdict/judge.ts';
import type { Verdict } from '../../../src/domain/verdict/verdict.ts';
import { absence, message, notice } from '../away/build.ts';
import { ledger, relationship } from '../build.ts';

const temerty = 'temerty-peer-mentorship';
const umms = 'umms-peer-mentoring';
const rules: readonly RuleId[] = ['away-message', 'away-tell-co-mentor', 'away-tell-mentees'];

function judged(
  away: Away[],
  now: string,
  { notices = [], ...more }: Partial<Relationship> & { notices?: Notice[] } = {},
): Verdict[] {
  const facts = ledger({ relationships: [relationship(more)], away, notices });
  return judge(facts, now).filter(({ rule }) => rules.includes(rule));
}

const states = (verdicts: readonly Verdict[]) =>
  verdicts.map(({ rule, state, subject }) => [rule, subject.mentee, state].filter(Boolean).join(' '));

/** Long before anything. */
const ahead = '2026-01-02T12:00:00Z';

/** Days away → whether each programme's rules fire. Umms answers texts within 24 hours: two whole days leave one unanswered. */
const lengths: [string, Away[], { message: boolean; tell: boolean }][] = [
  ['one day', [absence('2026-03-10', '2026-03-10')], { message: false, tell: false }],
  ['two days', [absence('2026-03-10', '2026-03-11')], { message: false, tell: true }],
  ['three days', [absence('2026-03-10', '2026-03-12')], { message: false, tell: true }],
  ['four days', [absence('2026-03-10', '2026-03-13')], { message: true, tell: true }],
  ['Friday to Monday', [absence('2026-03-06', '2026-03-09')], { message: true, tell: true }],
  ['Saturday and Sunday', [absence('2026-03-14', '2026-03-15')], { message: false, tell: true }],
  [
    'Thursday and Friday with a weekend after them that is not away',
    [absence('2026-03-12', '2026-03-13', { returns: '2026-03-16' })],
    { message: false, tell: true },
  ],
  ['three days in which clocks go forward', [absence('2026-03-07', '2026-03-09')], { message: false, tell: true }],
  ['four days in which clocks go back', [absence('2026-10-30', '2026-11-02')], { message: true, tell: true }],
  ['four days over the year’s end', [absence('2026-12-30', '2027-01-02')], { message: true, tell: true }],
  [
    'four days, the first from noon',
    [absence('2026-03-10', '2026-03-13', { fromNoon: true })],
    { message: false, tell: true },
  ],
  [
    'two days, both of them half',
    [absence('2026-03-10', '2026-03-11', { fromNoon: true, untilNoon: true })],
    { message: false, tell: false },
  ],
  ['half a day', [absence('2026-03-10', '2026-03-10', { fromNoon: true })], { message: false, tell: false }],
  [
    'two days without a signal',
    [absence('2026-03-10', '2026-03-11', { canAnswer: false })],
    { message: false, tell: true },
  ],
  [
    'half a day without a signal',
    [absence('2026-03-10', '2026-03-10', { fromNoon: true, canAnswer: false })],
    { message: false, tell: true },
  ],
  [
    'a week from which one can answer',
    [absence('2026-03-09', '2026-03-15', { canAnswer: true })],
    { message: true, tell: false },
  ],
];

describe('which absences set off which rules', () => {
  it.each(lengths)('%s', (_, away, { message: fires, tell }) => {
    expect(states(judged(away, ahead, { programme: temerty }))).toEqual(fires ? ['away-message open'] : []);
    expect(states(judged(away, ahead, { programme: umms }))).toEqual(
      tell ? ['away-tell-co-mentor open', 'away-tell-mentees ana open', 'away-tell-mentees ben open'] : [],
    );
  });

  it.each(['America/Toronto', 'Pacific/Kiritimati', 'Asia/Kathmandu', 'Europe/Paris', 'America/Adak'])(
    'counts calendar days wherever the mentor lives: %s',
    (zone) => {
      const count = (to: string) => judged([absence('2026-03-06', to)], ahead, { programme: temerty, zone }).length;
      expect([count('2026-03-08'), count('2026-03-09')]).toEqual([0, 1]);
    },
  );

  const two = [absence('2026-03-10', '2026-03-11'), absence('2026-03-12', '2026-03-13')];
  it.each<[string, Away[], string[]]>([
    ['two that follow on each other are one stretch, each to be announced', two, ['2026-03-10', '2026-03-12']],
    ['a day between keeps them apart', [two[0]!, absence('2026-03-13', '2026-03-14')], []],
    [
      'those that overlap are one',
      [absence('2026-03-10', '2026-03-12'), absence('2026-03-11', '2026-03-13')],
      ['2026-03-10', '2026-03-11'],
    ],
    ['one within another adds nothing', [absence('2026-03-09', '2026-03-14'), two[0]!], ['2026-03-09']],
    [
      'the same one twice is one',
      [absence('2026-03-09', '2026-03-14'), absence('2026-03-09', '2026-03-14', { id: 'b' })],
      ['2026-03-09'],
    ],
    [
      'what was planned only once the first ran sets nothing off for it',
      [two[0]!, { ...two[1]!, plannedAt: '2026-03-11T15:00:00Z' }],
      ['2026-03-12'],
    ],
  ])('several: %s', (_, away, from) => {
    const verdicts = judged(away, ahead, { programme: temerty });
    expect(verdicts.map(({ subject }) => subject.window?.from)).toEqual(from);
  });

  it('holds a mentee’s own Waymark to nothing, nor a mentor without a co-mentor to telling one', () => {
    const away = [absence('2026-03-10', '2026-03-16')];
    const mine = { role: 'mentee' as const, me: 'ana', mentors: ['co'], mentees: ['ana'] };
    expect(judged(away, ahead, { ...mine, programme: umms })).toEqual([]);
    expect(judged(away, ahead, { ...mine, programme: temerty })).toEqual([]);
    expect(states(judged(away, ahead, { mentors: ['me'], mentees: ['ana'] }))).toEqual(['away-tell-mentees ana open']);
  });

  it('asks nothing outside the time of the relationship, or of other relationships', () => {
    const away = [absence('2026-03-10', '2026-03-16')];
    expect(judged(away, ahead, { end: '2026-03-09' })).toEqual([]);
    expect(judged(away, ahead, { start: '2026-03-17' })).toEqual([]);
    expect(judged(away, ahead, { start: '2026-03-16' })).not.toEqual([]);
    expect(judged(away, ahead, { id: 'r2' })).toEqual([]);
  });
});

describe('the automatic message', () => {
  const away = absence('2026-03-10', '2026-03-16');
  const begins = '2026-03-10T04:00:00Z';
  const state = (now: string, more: Partial<Away> = {}) =>
    judged([{ ...away, ...more }], now, { programme: temerty }).map(({ state, due, settledAt }) => ({
      state,
      due,
      settledAt,
    }));

  it.each<[string, string, Partial<Away>, string]>([
    ['is open until the first day begins', '2026-03-10T03:59:59Z', {}, 'open'],
    ['is late while away', begins, {}, 'late'],
    ['is late until the last day ends', '2026-03-17T03:59:59Z', {}, 'late'],
    ['is missed after that', '2026-03-17T04:00:00Z', {}, 'missed'],
    ['is met when set before', '2026-03-12T12:00:00Z', { autoMessage: message(away, '2026-03-09T22:00:00Z') }, 'met'],
    ['is met when set as it begins', '2026-03-12T12:00:00Z', { autoMessage: message(away, begins) }, 'met'],
    [
      'is missed when set while away',
      '2026-03-12T12:00:00Z',
      { autoMessage: message(away, '2026-03-11T12:00:00Z') },
      'missed',
    ],
    [
      'is not done by a text without the return',
      '2026-03-09T12:00:00Z',
      { autoMessage: { text: 'I am away.', at: ahead } },
      'open',
    ],
    [
      'is not done by the return of another day',
      '2026-03-09T12:00:00Z',
      { autoMessage: message({ returns: '2026-03-18' }, ahead) },
      'open',
    ],
    [
      'is not done before its time',
      '2026-03-05T12:00:00Z',
      { autoMessage: message(away, '2026-03-09T12:00:00Z') },
      'open',
    ],
  ])('%s', (_, now, more, expected) => {
    expect(state(now, more).map((each) => each.state)).toEqual([expected]);
  });

  it('names what shows it, since when it is known and by when it is due', () => {
    const set = { ...away, autoMessage: message(away, '2026-03-09T22:00:00Z') };
    expect(judged([set], '2026-03-12T12:00:00Z', { programme: temerty })).toMatchObject([
      {
        since: away.plannedAt,
        due: begins,
        settledAt: '2026-03-09T22:00:00Z',
        evidence: [away.id],
        subject: { relationship: 'r1', window: { from: '2026-03-10', to: '2026-03-16' } },
        clause: { says: expect.stringContaining('more than 3 consecutive days') },
      },
    ]);
  });

  it.each([
    ['Pacific/Kiritimati', '2026-03-09T10:00:00Z'],
    ['America/Adak', '2026-03-10T09:00:00Z'],
    ['Asia/Kathmandu', '2026-03-09T18:15:00Z'],
  ])('is due when the day begins in %s', (zone, due) => {
    expect(judged([away], ahead, { programme: temerty, zone }).map((each) => each.due)).toEqual([due]);
  });
});

describe('telling people', () => {
  const away = absence('2026-03-10', '2026-03-16');
  const during = '2026-03-12T12:00:00Z';

  it('asks one word to the co-mentor and one to each mentee', () => {
    const notices = [notice(away, 'co', '2026-03-09T12:00:00Z'), notice(away, 'ana', '2026-03-11T12:00:00Z')];
    const verdicts = judged([away], during, { notices });
    expect(states(verdicts)).toEqual([
      'away-tell-co-mentor met',
      'away-tell-mentees ana missed',
      'away-tell-mentees ben late',
    ]);
    expect(verdicts[0]).toMatchObject({ settledAt: notices[0]!.at, evidence: [notices[0]!.id] });
  });

  it('is done when the last of several co-mentors was told', () => {
    const three = { mentors: ['me', 'co', 'office'] };
    const first = notice(away, 'co', '2026-03-05T12:00:00Z');
    const last = notice(away, 'office', '2026-03-08T12:00:00Z');
    expect(judged([away], during, { ...three, notices: [first] })[0]).toMatchObject({
      state: 'late',
      evidence: [first.id],
    });
    expect(judged([away], during, { ...three, notices: [last, first] })[0]).toMatchObject({
      state: 'met',
      settledAt: last.at,
      evidence: [first.id, last.id],
    });
  });

  it('counts the first of several notices, and none of another absence', () => {
    const other = absence('2026-04-10', '2026-04-16');
    const notices = [
      notice(away, 'co', '2026-03-11T12:00:00Z'),
      notice(away, 'co', '2026-03-09T12:00:00Z'),
      notice(other, 'ana', '2026-03-09T12:00:00Z'),
    ];
    const verdicts = judged([away], during, { notices });
    expect(states(verdicts).slice(0, 2)).toEqual(['away-tell-co-mentor met', 'away-tell-mentees ana late']);
  });
});

describe('an absence that changes', () => {
  const at = '2026-03-09T12:00:00Z';
  const away = absence('2026-03-10', '2026-03-16', { autoMessage: message({ returns: '2026-03-17' }, at) });
  const told = notice(away, 'co', at, { returns: away.returns });

  it('moved before it begins, is to be announced again', () => {
    const later = { ...away, to: '2026-03-18', returns: '2026-03-19' };
    expect(states(judged([later], at, { programme: temerty }))).toEqual(['away-message open']);
    expect(states(judged([later], at, { notices: [told] }))[0]).toBe('away-tell-co-mentor open');
  });

  const longer: Away = {
    ...away,
    to: '2026-03-20',
    returns: '2026-03-21',
    extensions: [{ at: '2026-03-14T12:00:00Z', to: away.to, returns: away.returns, autoMessage: away.autoMessage! }],
  };
  it.each<[string, string, Partial<Away>, string]>([
    ['is open again until the return that was told', '2026-03-17T03:59:59Z', {}, 'open'],
    ['is late from then on', '2026-03-17T04:00:00Z', {}, 'late'],
    [
      'is met with the new return',
      '2026-03-18T12:00:00Z',
      { autoMessage: message(longer, '2026-03-16T12:00:00Z') },
      'met',
    ],
    [
      'is missed when that came after',
      '2026-03-18T12:00:00Z',
      { autoMessage: message(longer, '2026-03-17T12:00:00Z') },
      'missed',
    ],
  ])('made longer while it runs, the message %s', (_, now, more, expected) => {
    const { autoMessage: _old, ...plain } = longer;
    expect(states(judged([{ ...plain, ...more }], now, { programme: temerty }))).toEqual([`away-message ${expected}`]);
  });

  it('made longer does not excuse what was owed from the start', () => {
    const never: Away = { ...longer, extensions: [{ at: '2026-03-14T12:00:00Z', to: away.to, returns: away.returns }] };
    delete never.autoMessage;
    expect(states(judged([never], '2026-03-15T12:00:00Z', { programme: temerty }))).toEqual(['away-message late']);
  });

  it('made long enough to set off a rule only then, is due on the return that was told', () => {
    const short = absence('2026-03-10', '2026-03-14', {
      extensions: [{ at: '2026-03-11T12:00:00Z', to: '2026-03-12', returns: '2026-03-13' }],
    });
    expect(judged([short], '2026-03-12T12:00:00Z', { programme: temerty })).toMatchObject([
      { state: 'open', due: '2026-03-13T04:00:00Z' },
    ]);
  });

  it('made longer twice, each time announced in time, stays met', () => {
    const twice: Away = {
      ...longer,
      to: '2026-03-24',
      returns: '2026-03-25',
      autoMessage: message({ returns: '2026-03-25' }, '2026-03-20T12:00:00Z'),
      extensions: [
        ...longer.extensions!,
        {
          at: '2026-03-19T12:00:00Z',
          to: longer.to,
          returns: longer.returns,
          autoMessage: message(longer, '2026-03-16T12:00:00Z'),
        },
      ],
    };
    expect(judged([twice], '2026-03-22T12:00:00Z', { programme: temerty })).toMatchObject([
      { state: 'met', due: '2026-03-21T04:00:00Z' },
    ]);
  });

  const back: Away = {
    ...away,
    to: '2026-03-11',
    returns: '2026-03-12',
    plannedTo: away.to,
    plannedReturns: away.returns,
  };
  it('ended early keeps what was done, though it was short in the end', () => {
    expect(states(judged([back], '2026-03-13T12:00:00Z', { programme: temerty }))).toEqual(['away-message met']);
    expect(states(judged([back], '2026-03-13T12:00:00Z', { notices: [told] }))[0]).toBe('away-tell-co-mentor met');
  });

  it('ended early holds nobody to what was not needed in the end', () => {
    const { autoMessage: _, ...quiet } = back;
    expect(judged([quiet], '2026-03-13T12:00:00Z', { programme: temerty })).toEqual([]);
    const oneDay: Away = { ...quiet, to: '2026-03-10', returns: '2026-03-11' };
    expect(judged([oneDay], '2026-03-13T12:00:00Z')).toEqual([]);
  });

  it('ended early, but long enough, misses what was not done', () => {
    const { autoMessage: _, ...quiet } = back;
    const four: Away = { ...quiet, to: '2026-03-13', returns: '2026-03-14' };
    expect(states(judged([four], '2026-03-13T12:00:00Z', { programme: temerty }))).toEqual(['away-message late']);
    expect(states(judged([four], '2026-03-14T12:00:00Z', { programme: temerty }))).toEqual(['away-message missed']);
  });
});

describe('at any instant', () => {
  const date = fc.nat(40).map((days) => Temporal.PlainDate.from('2026-02-20').add({ days }));
  const instant = fc
    .integer({ min: -10, max: 60 * 24 })
    .map((hours) => Temporal.Instant.from('2026-02-18T00:30:00Z').add({ hours }).toString());
  const one = fc
    .record({
      from: date,
      days: fc.nat(8),
      fromNoon: fc.boolean(),
      untilNoon: fc.boolean(),
      canAnswer: fc.option(fc.boolean(), { nil: undefined }),
      set: fc.option(instant, { nil: undefined }),
    })
    .map(({ from, days, canAnswer, set, ...noon }) => {
      const made = absence(`${from}`, `${from.add({ days })}`, {
        ...noon,
        ...(canAnswer !== undefined && { canAnswer }),
      });
      return set === undefined ? made : { ...made, autoMessage: message(made, set) };
    });
  const absences = fc.uniqueArray(one, { maxLength: 5, selector: ({ id }) => id });
  const programme = fc.constantFrom(temerty, umms);

  it('verdicts change only at the instants that were named', () => {
    fc.assert(
      fc.property(absences, instant, instant, programme, (away, a, b, pack) => {
        const [first, later] = [a, b].sort() as [string, string];
        const facts = ledger({ relationships: [relationship({ programme: pack })], away });
        const before = judgeRelationship(facts, 'r1', first);
        const own = ({ verdicts }: typeof before) => verdicts.filter(({ rule }) => rules.includes(rule));
        fc.pre(before.next === undefined || later < before.next);
        expect(own(judgeRelationship(facts, 'r1', later))).toEqual(own(before));
      }),
      { numRuns: 300 },
    );
  });

  it('each verdict is due as its absence begins, and its state follows from that', () => {
    fc.assert(
      fc.property(absences, instant, programme, (away, now, pack) => {
        for (const { subject, due, state, settledAt } of judged(away, now, { programme: pack })) {
          expect(due).toBe(startOf(subject.window!.from, 'America/Toronto'));
          if (state === 'open') expect(now < due! && settledAt === undefined).toBe(true);
          if (state === 'late') expect(now >= due! && settledAt === undefined).toBe(true);
          if (state === 'met') expect(settledAt! <= due!).toBe(true);
        }
      }),
    );
  });

  it('the order of absences does not matter, and one more never takes a duty away', () => {
    const key = ({ rule, subject: { mentee, window } }: Verdict) => `${rule} ${mentee} ${window!.from}`;
    fc.assert(
      fc.property(absences, one, programme, (away, more, pack) => {
        fc.pre(away.every(({ id }) => id !== more.id));
        const verdicts = (list: Away[]) => judged(list, ahead, { programme: pack });
        expect(verdicts(away.toReversed()).map(key).sort()).toEqual(verdicts(away).map(key).sort());
        const after = new Set(verdicts([...away, more]).map(({ rule }) => rule));
        for (const { rule } of verdicts(away)) expect(after).toContain(rule);
      }),
    );
  });

  it('a longer absence from which one can answer leaves the duty of a shorter one', () => {
    const base = { relationships: ['r1'], plannedAt: '2025-12-01T12:00:00Z' };
    const short: Away = { ...base, id: 'short', from: '2026-02-20', to: '2026-02-21', returns: '2026-02-22' };
    const long: Away = {
      ...base,
      id: 'long',
      from: '2026-02-20',
      to: '2026-02-22',
      returns: '2026-02-23',
      canAnswer: true,
    };
    const rules = (list: Away[]) => judged(list, ahead, { programme: 'umms-peer-mentoring' }).map(({ rule }) => rule);
    expect(rules([short, long])).toContain('away-tell-co-mentor');
    expect(rules([long])).not.toContain('away-tell-co-mentor');
  });
});
