import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../src/domain/settings.ts';
import type { Reminder } from '../../../src/domain/thread/reminder.ts';
import { type Owed, planReminders } from '../../../src/features/reminders/plan.ts';

/** Answer by Wednesday 4 March 2026, 16:00 in Paris. */
const due = '2026-03-04T15:00:00Z';
const paris = (clock: string) => `2026-03-${clock.replace(' ', 'T')}:00+01:00[Europe/Paris]`;
const utc = (clock: string) => Temporal.ZonedDateTime.from(paris(clock)).toInstant().toString();

interface Case {
  title: string;
  now: string;
  due?: string;
  reminder?: Omit<Reminder, 'id'>;
  settings?: Partial<Settings>;
  tells?: 'warn' | 'due' | 'again';
  next?: string;
}

const noQuiet = { quiet: undefined } as unknown as Partial<Settings>;
const office: Partial<Settings> = { working: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' } };
const warned = { warnedAt: utc('04 10:00') };

/** Days and times are those of Paris, in March 2026. */
const cases: Case[] = [
  { title: 'says nothing long before', now: '03 12:00', next: '04 10:00' },
  { title: 'warns when the warning is due', now: '04 10:00', tells: 'warn', next: '04 16:00' },
  { title: 'warns late rather than never', now: '04 13:30', tells: 'warn', next: '04 16:00' },
  { title: 'warns once', now: '04 12:00', reminder: warned, next: '04 16:00' },
  {
    title: 'warns as long before as the mentor wants',
    now: '02 16:00',
    settings: { warnHoursBefore: 48 },
    tells: 'warn',
    next: '04 16:00',
  },
  {
    title: 'does not warn when the mentor wants none',
    now: '04 15:59',
    settings: { warnHoursBefore: 0 },
    next: '04 16:00',
  },
  { title: 'says that it is due', now: '04 16:00', reminder: warned, tells: 'due' },
  { title: 'says that it is due even if it never warned', now: '04 18:00', tells: 'due' },
  { title: 'says once that it is due', now: '04 18:00', reminder: { ...warned, dueToldAt: utc('04 16:00') } },
  { title: 'says nothing at all when reminders are off', now: '04 18:00', settings: { notify: false } },

  { title: 'keeps still in quiet hours and speaks when they end', now: '04 22:00', next: '05 08:00' },
  { title: 'keeps still after midnight', now: '05 03:00', next: '05 08:00' },
  { title: 'speaks at the minute quiet hours end', now: '05 08:00', tells: 'due' },
  { title: 'is quiet from the minute they begin', now: '04 21:00', next: '05 08:00' },
  {
    title: 'warns at the end of quiet hours when there is time then',
    now: '04 07:59',
    due: '04 12:00',
    next: '04 08:00',
  },
  { title: 'warns the evening before a deadline in the night', now: '03 19:00', due: '04 02:00', next: '03 20:00' },
  {
    title: 'warns the evening before a deadline right after quiet hours',
    now: '03 19:00',
    due: '04 08:30',
    next: '03 20:00',
  },
  {
    title: 'says once, when quiet hours end, what was to be warned of and fell due in them',
    now: '04 08:00',
    due: '04 05:00',
    tells: 'due',
  },
  {
    title: 'knows quiet hours in the middle of the day',
    now: '04 13:00',
    settings: { quiet: { from: '12:00', to: '14:00' } },
    next: '04 14:00',
  },
  {
    title: 'takes quiet hours that begin and end together for none',
    now: '04 22:00',
    settings: { quiet: { from: '21:00', to: '21:00' } },
    tells: 'due',
  },
  { title: 'needs no quiet hours', now: '04 23:00', settings: noQuiet, tells: 'due' },

  { title: 'waits for working hours', now: '07 10:00', due: '07 09:00', settings: office, next: '09 09:00' },
  { title: 'speaks in working hours', now: '09 09:00', due: '07 09:00', settings: office, tells: 'due' },
  {
    title: 'warns on Friday of a deadline on Sunday',
    now: '06 10:00',
    due: '08 20:00',
    settings: office,
    next: '06 16:00',
  },
  {
    title: 'never speaks without working days',
    now: '04 18:00',
    settings: { working: { days: [], from: '09:00', to: '17:00' } },
  },

  {
    title: 'keeps still about what was put off',
    now: '04 12:00',
    reminder: { ...warned, snoozedUntil: utc('04 14:00') },
    next: '04 14:00',
  },
  {
    title: 'says again what was put off until now',
    now: '04 14:00',
    reminder: { ...warned, snoozedUntil: utc('04 14:00') },
    tells: 'again',
    next: '04 16:00',
  },
  {
    title: 'still warns of what was put off until long before',
    now: '03 12:00',
    reminder: { snoozedUntil: utc('03 12:00') },
    tells: 'again',
    next: '04 10:00',
  },
  {
    title: 'says once what was put off beyond its warning',
    now: '04 12:00',
    reminder: { snoozedUntil: utc('04 12:00') },
    tells: 'warn',
    next: '04 16:00',
  },
  {
    title: 'lets a deadline pass that was put off beyond it',
    now: '04 16:00',
    reminder: { ...warned, snoozedUntil: utc('04 18:00') },
    next: '04 18:00',
  },
  {
    title: 'says it is due when it was put off beyond its deadline',
    now: '04 18:00',
    reminder: { ...warned, snoozedUntil: utc('04 18:00') },
    tells: 'due',
  },
  {
    title: 'says again that it is late when that was put off',
    now: '04 20:00',
    reminder: { ...warned, dueToldAt: utc('04 16:00'), snoozedUntil: utc('04 20:00') },
    tells: 'due',
  },
  {
    title: 'keeps still in quiet hours about what was put off into them',
    now: '04 22:00',
    reminder: { dueToldAt: due, snoozedUntil: utc('04 22:00') },
    next: '05 08:00',
  },

  {
    title: 'keeps still while everything is put off',
    now: '04 10:00',
    settings: { snoozedUntil: utc('04 12:00') },
    next: '04 12:00',
  },
  {
    title: 'speaks when everything was put off until now',
    now: '04 12:00',
    settings: { snoozedUntil: utc('04 12:00') },
    tells: 'warn',
    next: '04 16:00',
  },
  {
    title: 'keeps to the later of two snoozes',
    now: '04 12:00',
    reminder: { snoozedUntil: utc('04 12:00') },
    settings: { snoozedUntil: utc('04 13:00') },
    next: '04 13:00',
  },
  {
    title: 'is not held by a snooze of everything that is over',
    now: '04 10:00',
    settings: { snoozedUntil: utc('01 10:00') },
    tells: 'warn',
    next: '04 16:00',
  },
];

function plan(each: Case, reminders?: Reminder[]) {
  const settings = { ...defaultSettings('Europe/Paris'), ...each.settings };
  const owed = [{ key: 'v', due: each.due ? utc(each.due) : due }];
  return planReminders({ owed, reminders: reminders ?? marksOf(each), settings, now: utc(each.now) });
}

const marksOf = ({ reminder }: Case): Reminder[] => (reminder ? [{ id: 'v', ...reminder }] : []);

describe('planning reminders', () => {
  it.each(cases)('$title', (each) => {
    const { tell, next } = plan(each);
    expect(tell.map((told) => told.kind)).toEqual(each.tells ? [each.tells] : []);
    expect(next).toBe(each.next && utc(each.next));
  });

  it.each(cases.filter((each) => each.tells))('$title, and never twice', (each) => {
    const first = plan(each);
    expect(first.puts).toHaveLength(1);
    expect(plan(each, first.puts)).toEqual({ tell: [], puts: [], ...(each.next && { next: utc(each.next) }) });
  });

  it('notes nothing when it says nothing', () => {
    const silent = cases.filter((each) => !each.tells);
    expect(silent.flatMap((each) => plan(each).puts)).toEqual([]);
  });

  it('ends a night of 11 hours when local time says so, as summer time begins', () => {
    // In Paris 29 March 2026 has no 02:30; quiet hours still end at 08:00, now 06:00 in UTC.
    const situation = {
      owed: [{ key: 'v', due: '2026-03-29T00:30:00Z' }],
      reminders: [],
      settings: defaultSettings('Europe/Paris'),
    };
    const night = planReminders({ ...situation, now: '2026-03-29T00:30:00Z' });
    expect(night).toEqual({ tell: [], puts: [], next: '2026-03-29T06:00:00Z' });
    expect(planReminders({ ...situation, now: '2026-03-29T06:00:00Z' }).tell).toEqual([{ key: 'v', kind: 'due' }]);
  });

  it('ends a night of 12 hours when local time says so, as summer time ends', () => {
    const situation = {
      owed: [{ key: 'v', due: '2026-10-25T00:30:00Z' }],
      reminders: [],
      settings: defaultSettings('Europe/Paris'),
    };
    expect(planReminders({ ...situation, now: '2026-10-25T00:30:00Z' }).next).toBe('2026-10-25T07:00:00Z');
  });

  it('says together what has to be said now', () => {
    const owed: Owed[] = ['a', 'b', 'c'].map((key) => ({ key, due }));
    const { tell, puts } = planReminders({
      owed,
      reminders: [],
      settings: defaultSettings('Europe/Paris'),
      now: utc('04 11:00'),
    });
    expect(tell.map((told) => told.key)).toEqual(['a', 'b', 'c']);
    expect(puts.map((put) => put.id)).toEqual(['a', 'b', 'c']);
  });

  it('takes along a warning that is minutes away, and none that is further', () => {
    const owed = [
      { key: 'late', due: utc('04 11:00') },
      { key: 'close', due: utc('04 17:10') },
      { key: 'far', due: utc('04 17:20') },
    ];
    const settings = defaultSettings('Europe/Paris');
    const { tell, next } = planReminders({ owed, reminders: [], settings, now: utc('04 11:00') });
    expect(tell.map((told) => told.key)).toEqual(['late', 'close']);
    expect(next).toBe(utc('04 11:20'));
  });

  it('says each thing at most twice, whenever and however often it is asked', () => {
    const hour = fc.integer({ min: 0, max: 24 * 8 });
    fc.assert(
      fc.property(fc.array(hour, { maxLength: 40 }), hour, fc.boolean(), (looks, dueHour, isOffice) => {
        const at = (hours: number) => Temporal.Instant.from('2026-03-25T00:00:00Z').add({ hours }).toString();
        const settings = { ...defaultSettings('Europe/Paris'), ...(isOffice && office) };
        const told: string[] = [];
        let reminders: Reminder[] = [];
        for (const look of looks.toSorted((a, b) => a - b)) {
          const made = planReminders({ owed: [{ key: 'v', due: at(dueHour) }], reminders, settings, now: at(look) });
          told.push(...made.tell.map(({ kind }) => kind));
          if (made.puts.length) reminders = made.puts;
          if (made.next) expect(made.next > at(look)).toBe(true);
        }
        expect([[], ['warn'], ['due'], ['warn', 'due']]).toContainEqual(told);
      }),
      { numRuns: 200, verbose: 1 },
    );
  });

  it('says all there is to say to one who looks exactly when told to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 7 }), fc.integer({ min: 1, max: 48 }), (dueHour, warnHoursBefore) => {
        const settings = { ...defaultSettings('Europe/Paris'), warnHoursBefore };
        const owed = [
          { key: 'v', due: Temporal.Instant.from('2026-03-26T00:00:00Z').add({ hours: dueHour }).toString() },
        ];
        const told: string[] = [];
        let reminders: Reminder[] = [];
        let now: string | undefined = '2026-03-20T00:00:00Z';
        for (let looks = 0; now && looks < 10; looks++) {
          const made = planReminders({ owed, reminders, settings, now });
          told.push(...made.tell.map(({ kind }) => kind));
          if (made.puts.length) reminders = made.puts;
          now = made.next;
        }
        expect(now).toBeUndefined();
        expect(told).toEqual(['warn', 'due']);
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
});
