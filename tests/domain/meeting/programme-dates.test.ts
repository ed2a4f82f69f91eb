import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { ProgrammeEvent } from '../../../src/domain/meeting/meeting.ts';
import { programmeDates } from '../../../src/domain/meeting/programme-dates.ts';
import { calendarEvent, ledger, relationship } from '../build.ts';

const now = '2026-05-10T12:00:00Z';
const lmp = relationship({ programme: 'lmp-peer-to-peer', start: '2026-02-01', end: '2026-12-31' });

function record(event: string, at: string, more: Partial<ProgrammeEvent> = {}): ProgrammeEvent {
  return { id: `${event} ${at}`, relationship: 'r1', event, at, done: false, ...more };
}
const list = (
  records: ProgrammeEvent[] = [],
  more: Partial<Ledger> = {},
  events: Parameters<typeof programmeDates>[3] = [],
) => programmeDates(ledger({ relationships: [lmp], programmeEvents: records, ...more }), 'r1', now, events);
const brief = (dates: ReturnType<typeof programmeDates>) =>
  dates.map(({ event, window, state }) => [event, window?.to, state]);

describe('the dates of a programme', () => {
  it('are those of the pack, in order, each with where it stands, its rule and clause', () => {
    const dates = list([record('launch', '2026-03-12', { done: true })]);
    expect(brief(dates)).toEqual([
      ['launch', '2026-03-12', 'done'],
      ['feedback-may', '2026-05-31', 'open'],
      ['feedback-december', '2026-12-31', 'coming'],
      ['survey', '2026-12-31', 'coming'],
    ]);
    expect(dates[0]).toMatchObject({
      name: 'Launch event',
      rule: 'programme-event',
      mandatory: true,
      clause: { section: expect.any(String) },
    });
    expect(dates.map(({ mandatory }) => mandatory)).toEqual([true, false, false, false]);
  });

  it('were missed where they passed unticked', () => {
    expect(brief(list())[0]).toEqual(['launch', '2026-03-31', 'missed']);
  });

  it('are shown without a date where none is known, last, and with the one that was typed', () => {
    const umms = { relationships: [relationship()] };
    expect(brief(list([], umms))).toEqual([
      ['focus-group', undefined, 'no-date'],
      ['survey', undefined, 'no-date'],
      ['training', undefined, 'no-date'],
      ['workshops', undefined, 'no-date'],
    ]);
    expect(brief(list([record('workshops', '2026-06-02'), record('workshops', '2026-04-02')], umms))).toEqual([
      ['workshops', '2026-04-02', 'missed'],
      ['workshops', '2026-06-02', 'coming'],
      ['focus-group', undefined, 'no-date'],
      ['survey', undefined, 'no-date'],
      ['training', undefined, 'no-date'],
    ]);
  });

  it('hold those that were typed under a name of their own', () => {
    const dates = list([record('x1', '2026-05-10T20:00:00Z', { name: 'Poster day', mentee: 'ana' })]);
    expect(dates[1]).toMatchObject({
      event: 'x1',
      name: 'Poster day',
      state: 'open',
      mandatory: false,
      mentee: 'ana',
      window: { from: '2026-05-10', to: '2026-05-10' },
    });
    expect(dates[1]).not.toHaveProperty('rule');
  });

  it('are each mentee’s own where a record names one', () => {
    const dates = list([record('feedback-may', '2026-05-08', { mentee: 'ana', done: true })]);
    const may = dates.filter(({ event }) => event === 'feedback-may');
    expect(may.map(({ mentee, state }) => [mentee, state])).toEqual([
      ['ana', 'done'],
      ['ben', 'open'],
    ]);
  });

  it('leave out what is mentoring itself', () => {
    const speed = { relationships: [relationship({ programme: 'speed-peer-mentoring' })] };
    expect(list([], speed)).toEqual([]);
    expect(brief(list([record('speed-session', '2026-05-02', { done: true })], speed))).toEqual([
      ['speed-session', '2026-05-02', 'done'],
    ]);
  });

  it('belong to no unknown relationship', () => {
    expect(programmeDates(ledger(), 'nobody', now)).toEqual([]);
  });
});

describe('a date recognised in the calendar', () => {
  const recognised = (title: string, at: string, records: ProgrammeEvent[] = [], more = {}) =>
    list(records, {}, [calendarEvent(title, at, more)]).flatMap(({ event, recognised: found }) =>
      found.length > 0 ? [event] : [],
    );

  it.each([
    ['CLAMPS launch', '2026-03-12T21:00:00Z', ['launch']],
    ['LMP kickoff', '2026-04-20T21:00:00Z', ['launch']],
    ['Launch event', '2026-03-12T21:00:00Z', ['launch']],
    ['Mentorship feedback', '2026-05-12T21:00:00Z', ['feedback-may']],
    ['LMP survey', '2026-12-12T21:00:00Z', ['survey']],
    ['Rocket launch', '2026-03-12T21:00:00Z', []],
    ['CLAMPS launch', '2026-06-12T21:00:00Z', []],
    ['CLAMPS social', '2026-03-12T21:00:00Z', []],
  ])('“%s” of %s is %j', (title, at, events) => {
    expect(recognised(title, at)).toEqual(events);
  });

  it('may be all day, and is neither declined, cancelled, nor linked already', () => {
    const day = { allDay: true, start: '2026-03-12', end: '2026-03-13' };
    const at = '2026-03-12T21:00:00Z';
    expect(recognised('CLAMPS launch', at, [], day)).toEqual(['launch']);
    expect(recognised('CLAMPS launch', at, [], { status: 'cancelled' })).toEqual([]);
    expect(recognised('CLAMPS launch', at, [], { myResponse: 'declined' })).toEqual([]);
    expect(recognised('Cancelled: CLAMPS launch', at)).toEqual([]);
    expect(
      recognised('CLAMPS launch', at, [record('x', '2026-03-12', { calendarEvent: 'the-event' })], { id: 'the-event' }),
    ).toEqual([]);
    expect(recognised('CLAMPS launch', at, [record('launch', '2026-03-12')])).toEqual([]);
  });
});
