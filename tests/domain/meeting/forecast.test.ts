import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import { forecast } from '../../../src/domain/meeting/forecast.ts';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { address, calendarEvent, held, ledger, relationship } from '../build.ts';

const now = '2026-03-10T12:00:00Z';
const cpd = relationship({ programme: 'cpd-mentoring', start: '2026-01-12' });
const invited = (start: string, ...who: (keyof typeof address)[]) =>
  calendarEvent('Hour', start, { attendees: who.map((each) => ({ email: address[each] })) });
const look = (facts: Partial<Ledger>, events: CalendarEvent[] = [], at = now) =>
  forecast(ledger({ relationships: [cpd], ...facts }), events, 'r1', at);
const ana = (facts: Partial<Ledger>, events: CalendarEvent[] = [], at = now) =>
  look(facts, events, at).find(({ mentee }) => mentee === 'ana')!;

describe('what is booked', () => {
  it('is what looks like a meeting with the mentee, ahead and within the window', () => {
    const events = [
      invited('2026-03-18T18:00:00Z', 'ana', 'ben'),
      invited('2026-04-01T18:00:00Z', 'ben'),
      invited('2026-03-01T18:00:00Z', 'ana'),
      invited('2026-07-12T18:00:00Z', 'ana'),
      { ...invited('2026-04-02T18:00:00Z', 'ana'), status: 'cancelled' as const },
      { ...invited('2026-04-03T18:00:00Z', 'ana'), myResponse: 'declined' as const },
    ];
    expect(
      look({}, events).map(({ mentee, booked }) => [mentee, booked.map(({ start }) => start.slice(0, 10))]),
    ).toEqual([
      ['ana', ['2026-03-18']],
      ['ben', ['2026-03-18', '2026-04-01']],
    ]);
  });

  it('counts an entry that was planned, once, also where its event stands in the calendar', () => {
    const event = invited('2026-03-18T18:00:00Z', 'ana');
    const planned = held({ outcome: 'planned', start: event.start, event: event.id, minutes: 90 });
    expect(ana({ meetings: [planned] }, [event]).booked).toMatchObject([{ id: planned.id, minutes: 90 }]);
    expect(ana({ meetings: [{ ...planned, start: '2026-03-01T18:00:00Z' }] }, []).booked).toEqual([]);
  });

  it('is not what was refused, nor what is logged', () => {
    const event = invited('2026-03-10T11:30:00Z', 'ana');
    expect(ana({}, [event]).booked).toHaveLength(1);
    expect(ana({ refusals: [{ id: 'x', at: now, event: event.id, shown: 'Hour' }] }, [event]).booked).toEqual([]);
    expect(ana({ meetings: [held({ event: event.id, start: '2026-03-10T11:00:00Z' })] }, [event]).booked).toEqual([]);
  });
});

describe('what will hold', () => {
  it('says after each meeting by which side it holds, from when, and what is missing', () => {
    const meetings = [
      held({ start: '2026-02-03T17:00:00Z', minutes: 30 }),
      held({ start: '2026-03-03T17:00:00Z', minutes: 30 }),
    ];
    const events = [invited('2026-03-18T18:00:00Z', 'ana'), invited('2026-04-01T18:00:00Z', 'ana')];
    expect(ana({ meetings }, events)).toMatchObject({
      window: { from: '2026-01-12', to: '2026-07-11' },
      need: { meetings: 3, minutes: 180 },
      have: { meetings: 2, minutes: 60 },
      by: { count: false, hours: false },
      booked: [{ after: { count: true, hours: false } }, { after: { count: true, hours: true } }],
      metAt: '2026-03-18T19:00:00Z',
      missing: {},
      lastSafe: '2026-07-11',
    });
  });

  it.each<[string, number[], object, string | undefined]>([
    ['nothing was held', [], { meetings: 3, minutes: 180 }, '2026-07-09'],
    ['one of two is missing', [60, 60], { meetings: 1, minutes: 60 }, '2026-07-11'],
    ['hours are nearer than the count', [170], { meetings: 2, minutes: 10 }, '2026-07-11'],
    ['meetings are short', [10], { meetings: 2, minutes: 170 }, '2026-07-10'],
    ['it is met', [180], {}, undefined],
  ])('names the last date to begin where %s', (_title, minutes, missing, lastSafe) => {
    const meetings = minutes.map((each, at) => held({ start: `2026-02-0${at + 1}T12:00:00Z`, minutes: each }));
    const found = ana({ meetings });
    expect(found.missing).toEqual(missing);
    expect(found.lastSafe).toBe(lastSafe);
  });

  it('names none that has passed', () => {
    expect(ana({}, [], '2026-07-10T12:00:00Z')).not.toHaveProperty('lastSafe');
  });

  it('is told for the windows that run, in one’s own Waymark as in the mentor’s', () => {
    expect(look({}, [], '2026-07-12T12:00:00Z').map(({ window }) => window.from)).toEqual(['2026-07-12', '2026-07-12']);
    const mine = { ...cpd, role: 'mentee' as const, me: 'ana' };
    const found = look({ relationships: [mine] }, [calendarEvent('Coffee with Cody', '2026-03-18T18:00:00Z')]);
    expect(found.map(({ mentee, booked }) => [mentee, booked.length])).toEqual([['ana', 1]]);
    expect(look({ relationships: [relationship()] })).toEqual([]);
    expect(forecast(ledger(), [], 'nobody', now)).toEqual([]);
  });

  it('agrees with what is judged once the meetings were held', () => {
    const day = fc.nat(170);
    const length = fc.integer({ min: 5, max: 120 });
    fc.assert(
      fc.property(fc.array(fc.tuple(day, length), { maxLength: 6 }), day, (pairs, today) => {
        const at = (days: number) => Temporal.Instant.from('2026-01-12T17:00:00Z').add({ hours: 24 * days });
        const moment = at(today).subtract({ hours: 5 }).toString();
        const all = pairs.map(([days, minutes]) => held({ start: at(days).toString(), minutes }));
        const meetings = all.map((each) => (each.start < moment ? each : { ...each, outcome: 'planned' as const }));
        const told = ana({ meetings }, [], moment);
        const later = judge(ledger({ relationships: [cpd], meetings: all }), '2026-07-11T23:59:59Z');
        const verdict = later.find(({ rule, subject }) => rule === 'hours-or-meetings' && subject.mentee === 'ana')!;
        expect(told.metAt).toBe(verdict.settledAt);
        expect(Object.keys(told.missing).length === 0).toBe(verdict.state === 'met');
      }),
      { numRuns: 100 },
    );
  });
});
