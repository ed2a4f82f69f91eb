import { describe, expect, it } from 'vitest';
import type { Away } from '../../../src/domain/away/away.ts';
import { findAwayProblem, isInside, planAway } from '../../../src/domain/away/plan.ts';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { address, calendarEvent, held, ledger, relationship } from '../build.ts';
import { absence, message, notice } from './build.ts';

const now = '2026-03-05T15:00:00Z';
const temerty = relationship({ id: 'r2', programme: 'temerty-peer-mentorship', mentors: ['me'], mentees: ['ben'] });
const facts = (more: Partial<Ledger> = {}) => ledger({ relationships: [relationship(), temerty], ...more });
const week = absence('2026-03-10', '2026-03-16', { relationships: ['r1', 'r2'] });
const plan = (away: Away, more: Partial<Ledger> = {}, events: CalendarEvent[] = []) =>
  planAway(facts(more), events, away, now);
const fired = (away: Away, more: Partial<Ledger> = {}) =>
  plan(away, more).fired.map(({ programme, rule, trigger }) => `${programme}: ${rule.rule}, ${trigger.code}`);

describe('what an absence sets off', () => {
  it('says for each programme which rules and why', () => {
    expect(fired(week)).toEqual([
      'UMMS peers: away-tell-co-mentor, longer-than-reply-time',
      'UMMS peers: away-tell-mentees, longer-than-reply-time',
      'Temerty peers: away-message, days',
    ]);
    expect(fired({ ...week, canAnswer: true })).toEqual(['Temerty peers: away-message, days']);
    expect(fired({ ...week, to: '2026-03-11', canAnswer: false })).toEqual([
      'UMMS peers: away-tell-co-mentor, said-cannot-answer',
      'UMMS peers: away-tell-mentees, said-cannot-answer',
    ]);
  });

  it('concerns only the relationships that were chosen', () => {
    expect(fired({ ...week, relationships: ['r2'] })).toEqual(['Temerty peers: away-message, days']);
  });

  it('counts with the absences beside it', () => {
    const short = absence('2026-03-10', '2026-03-11', { relationships: ['r2'] });
    const next = absence('2026-03-12', '2026-03-13', { relationships: ['r2'] });
    expect(fired(short)).toEqual([]);
    expect(fired(short, { away: [next] })).toEqual(['Temerty peers: away-message, days']);
    expect(plan(short, { away: [next] }).stretch).toMatchObject({ from: '2026-03-10', to: '2026-03-13', days: 4 });
  });

  it('asks nothing of a mentee', () => {
    const mine = relationship({ role: 'mentee', me: 'ana', mentors: ['co'], mentees: ['ana'] });
    expect(fired({ ...week, relationships: ['r1'] }, { relationships: [mine] })).toEqual([]);
  });
});

describe('what falls inside', () => {
  const coffee = (start: string) => calendarEvent('Coffee', start, { attendees: [{ email: address.ana }] });

  it('is what is booked from the first hour to the last, in the relationship’s zone', () => {
    const events = ['2026-03-10T03:59:00Z', '2026-03-10T04:00:00Z', '2026-03-17T03:00:00Z', '2026-03-17T04:00:00Z'].map(
      coffee,
    );
    const { meetings } = plan(week, {}, events);
    expect(meetings.map(({ meeting }) => meeting.start)).toEqual(['2026-03-10T04:00:00Z', '2026-03-17T03:00:00Z']);
  });

  it('is planned entries too', () => {
    const entry = held({ id: 'p1', outcome: 'planned', start: '2026-03-12T15:00:00Z' });
    expect(plan(week, { meetings: [entry] }).meetings.map(({ meeting }) => meeting.meeting)).toEqual(['p1']);
  });

  it('is dates of the programme that end inside and are not done', () => {
    const typed = (event: string, at: string, done = false) => ({
      id: event,
      relationship: 'r1',
      event,
      at,
      done,
      name: event,
    });
    const programmeEvents = [
      typed('inside', '2026-03-12'),
      typed('done', '2026-03-12', true),
      typed('after', '2026-03-20'),
    ];
    expect(plan(week, { programmeEvents }).dates.map(({ name }) => name)).toEqual(['inside']);
  });

  it('begins and ends with days as long as they are', () => {
    const away = absence('2026-03-08', '2026-03-08');
    const inside = (instant: string) => isInside(instant, away, 'America/Toronto');
    expect([inside('2026-03-08T05:00:00Z'), inside('2026-03-09T03:59:59Z'), inside('2026-03-09T04:00:00Z')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('the checklist', () => {
  const tasks = (away: Away, more: Partial<Ledger> = {}, events: CalendarEvent[] = []) =>
    plan(away, more, events).tasks.map(({ kind, need, people, done, told }) => ({ kind, need, people, done, told }));

  it('has one message, one word to each side, and each meeting', () => {
    const events = [calendarEvent('Coffee', '2026-03-12T15:00:00Z', { attendees: [{ email: address.ana }] })];
    expect(tasks(week, {}, events)).toMatchObject([
      { kind: 'auto-message', need: 'expected', done: false },
      { kind: 'tell-co-mentor', need: 'must', people: ['co'], done: false },
      { kind: 'tell-mentees', need: 'suggested', people: ['ana', 'ben'], done: false },
      { kind: 'move-meeting', need: 'advice', people: ['ana'], done: false },
    ]);
  });

  it('empties as things are done', () => {
    const events = [
      calendarEvent('Coffee', '2026-03-12T15:00:00Z', { id: 'coffee', attendees: [{ email: address.ana }] }),
    ];
    const away = { ...week, autoMessage: message(week, now), meetingsSeenTo: ['coffee'] };
    const notices = [notice(week, 'co', now), notice(week, 'ana', now)];
    expect(tasks(away, { notices }, events)).toMatchObject([
      { kind: 'auto-message', done: true },
      { kind: 'tell-co-mentor', done: true, told: ['co'] },
      { kind: 'tell-mentees', done: false, told: ['ana'] },
      { kind: 'move-meeting', done: true },
    ]);
  });

  it('offers a message also where no programme asks for one', () => {
    expect(tasks(absence('2026-03-10', '2026-03-10'))).toMatchObject([{ kind: 'auto-message', need: 'advice' }]);
  });
});

describe('what can’t be planned', () => {
  it.each<[string, Partial<Away>, string | null]>([
    ['a week', {}, null],
    ['one that runs', { from: '2026-03-01' }, null],
    ['one that ends today', { from: '2026-03-01', to: '2026-03-05', returns: '2026-03-06' }, null],
    ['one that ended yesterday', { from: '2026-03-01', to: '2026-03-04', returns: '2026-03-05' }, 'over'],
    ['the end before the start', { to: '2026-03-09' }, 'ends-before-start'],
    ['a return on the last day', { returns: '2026-03-16' }, 'returns-before-end'],
    ['a return on the last day, at noon', { returns: '2026-03-16', untilNoon: true }, null],
    ['a year', { to: '2027-03-10', returns: '2027-03-11' }, null],
    ['a year and a day', { to: '2027-03-11', returns: '2027-03-12' }, 'longer-than-a-year'],
    ['from a leap day on, a year', { from: '2028-02-29', to: '2029-02-28', returns: '2029-03-01' }, null],
    ['no day at all', { from: '' }, 'not-a-date'],
    ['a day that is none', { returns: '2026-02-30' }, 'not-a-date'],
    ['nobody', { relationships: [] }, 'nobody'],
  ])('%s', (_, more, problem) => {
    expect(findAwayProblem({ ...week, ...more }, '2026-03-05')).toBe(problem);
  });
});
