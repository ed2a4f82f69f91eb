import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/domain/ledger.ts';
import type { CalendarEvent, Refusal } from '../../../src/domain/meeting/meeting.ts';
import { readLessons, suggestMeetings } from '../../../src/domain/meeting/suggest.ts';
import { address, calendarEvent, held, ledger, relationship } from '../build.ts';

const now = '2026-03-10T12:00:00Z';
const past = '2026-03-05T15:00:00Z';

/** A mentor with a cohort whose names are hard to tell from words, from each other, or to read. */
const names = {
  robin: 'Robin Lavoie',
  daniel: 'Daniel Osei',
  amina: 'Amina Okafor',
  jun: 'Jun Li',
  grace: 'Grace Adeyemi',
  will: 'Will Abara',
  june: 'June Park',
  ting: '李婷',
  yousef: 'يوسف الحدّاد',
  lukasz: 'Łukasz Żółkiewski',
  noah: 'Noah Tremblay-Bouchard de la Rivière',
  sofia: 'Sofia Berg',
  sofia2: 'Sofía Reyes',
  jo: 'Jo Ek',
  prof: 'Dr. Ingrid Halvorsen',
};
type Name = keyof typeof names;
const email = (id: string) => `${id}@uni.example`;
const people = Object.entries(names).map(([id, name]) => ({ id, name, emails: [email(id)] }));
const mentees = ['amina', 'jun', 'grace', 'will', 'june', 'ting', 'yousef', 'lukasz', 'noah', 'sofia', 'sofia2', 'jo'];
const cohort = relationship({
  id: 'cohort',
  me: 'robin',
  mentors: ['robin', 'daniel'],
  mentees,
  faculty: ['prof'],
  coordinator: [],
});
const facts = (more: Partial<Ledger> = {}) => ledger({ people, relationships: [cohort], ...more });
const invite = (...ids: string[]) => ids.map((id) => ({ email: id.includes('@') ? id : email(id) }));
const suggest = (events: CalendarEvent[], more: Partial<Ledger> = {}, at = now) =>
  suggestMeetings(events, facts(more), at);
const who = (event: CalendarEvent, more: Partial<Ledger> = {}) =>
  suggest([event], more).flatMap(({ attendees }) => attendees);
const titled = (title: string, more: Partial<CalendarEvent> = {}) => calendarEvent(title, past, more);
const withAmina = (more: Partial<CalendarEvent> = {}) =>
  titled('Sync', { attendees: invite('robin', 'amina'), ...more });

describe('an event with a mentee among those invited', () => {
  it('is suggested with the relationship, whom it credits, its minutes and the reason', () => {
    const event = withAmina({ end: '2026-03-05T15:45:00Z' });
    expect(suggest([event])).toEqual([
      {
        event,
        relationship: 'cohort',
        attendees: ['amina'],
        minutes: 45,
        reason: 'Amina Okafor is among those invited',
        code: 'attendee',
      },
    ]);
  });

  it('knows every address of a mentee', () => {
    const second = people.map((person) =>
      person.id === 'amina' ? { ...person, emails: ['a@home.example', ...person.emails] } : person,
    );
    expect(who(withAmina(), { people: second })).toEqual(['amina']);
  });

  it('credits all of a group, and says so', () => {
    const [found] = suggest([titled('Group hour', { attendees: invite('amina', 'jun', 'grace', 'daniel', 'prof') })]);
    expect(found).toMatchObject({
      attendees: ['amina', 'jun', 'grace'],
      code: 'group',
      reason: 'Amina Okafor, Jun Li and 1 more are among those invited',
    });
  });

  it('is newest first, each event once', () => {
    const events = [withAmina(), withAmina({ start: '2026-03-06T15:00:00Z', end: '2026-03-06T16:00:00Z' })];
    expect(suggest([...events, events[0]!]).map(({ event }) => event.id)).toEqual([events[1]!.id, events[0]!.id]);
  });

  it.each<[string, Partial<CalendarEvent>]>([
    ['was declined', { myResponse: 'declined' }],
    ['was cancelled', { status: 'cancelled' }],
    ['was cancelled in its title', { title: 'Canceled: Sync' }],
    ['is all day', { allDay: true, start: '2026-03-05', end: '2026-03-06' }],
    ['is free', { busy: false }],
    ['is out of office', { kind: 'out-of-office' }],
    ['is focus time', { kind: 'focus' }],
    ['is a task', { kind: 'task' }],
    ['has not ended', { end: '2026-03-10T12:00:01Z', start: '2026-03-10T11:00:00Z' }],
    ['takes no time', { end: past }],
    ['takes a whole day', { end: '2026-03-06T14:00:00Z' }],
    ['was before the relationship', { start: '2025-12-31T15:00:00Z', end: '2025-12-31T16:00:00Z' }],
    [
      'is a lecture with a mentee among many',
      { attendees: invite('robin', 'amina', ...Array.from({ length: 60 }, (_, at) => `s${at}@uni.example`)) },
    ],
    [
      'is a class with five mentees among sixty',
      {
        attendees: invite(
          'robin',
          'amina',
          'jun',
          'grace',
          'will',
          'june',
          ...Array.from({ length: 60 }, (_, at) => `s${at}@uni.example`),
        ),
      },
    ],
    ['is a journal club', { attendees: invite('robin', 'amina', 'x@uni.example', 'y@uni.example', 'z@uni.example') }],
    ['is somebody else’s meeting', { organizer: { email: 'chair@uni.example' }, title: 'Thesis committee' }],
    [
      'stands in a calendar of others',
      { attendees: invite('amina', 'prof'), organizer: { email: 'prof@uni.example' }, myResponse: 'none' },
    ],
  ])('is not suggested where it %s', (_title, more) => {
    expect(suggest([withAmina(more)])).toEqual([]);
  });

  it.each<[string, Partial<CalendarEvent>]>([
    ['was answered with maybe', { status: 'tentative', myResponse: 'tentative' }],
    ['was never answered', { myResponse: 'none', organizer: { email: 'amina@uni.example' } }],
    [
      'has a room and a guest',
      { attendees: [...invite('robin', 'amina', 'guest@uni.example'), { email: 'c_1@resource.calendar.google.com' }] },
    ],
    ['was arranged by the mentee', { attendees: invite('robin'), organizer: { email: 'amina@uni.example' } }],
    ['was arranged by an office, for mentoring', { organizer: { email: 'desk@uni.example' }, title: 'Mentoring hour' }],
  ])('is suggested where it %s', (_title, more) => {
    expect(who(withAmina(more))).toEqual(['amina']);
  });
});

describe('a title', () => {
  it.each<[string, Name[]]>([
    ['Amina', ['amina']],
    ['Amina / Robin', ['amina']],
    ['Coffee with Amina', ['amina']],
    ['1:1 Amina', ['amina']],
    ['AMINA - catch-up', ['amina']],
    ['Call Amina', ['amina']],
    ['Amina Okafor: block 4 and the ward', ['amina']],
    ['Okafor, Amina', ['amina']],
    ['Meeting Jun Li', ['jun']],
    ['Amina & Noah', ['amina', 'noah']],
    ['Coffee with Grace', ['grace']],
    ['Robin / Will', ['will']],
    ['Grace Adeyemi', ['grace']],
    ['Noah Tremblay, check-in', ['noah']],
    ['Kaffee mit Lukasz', ['lukasz']],
    ['Łukasz Żółkiewski (online)', ['lukasz']],
    ['Lukasz Zolkiewski', ['lukasz']],
    ['لقاء مع يوسف', ['yousef']],
    ['يوسف الحداد', ['yousef']],
    ['李婷', ['ting']],
    ['与李婷见面', ['ting']],
    ['Coffee 李婷', ['ting']],
    ['Sofia Reyes', ['sofia2']],
    ['Sofía Reyes – intro', ['sofia2']],
    ['ＡＭＩＮＡ', ['amina']],
  ])('“%s” names whom it names', (title, expected) => {
    expect(who(titled(title))).toEqual(expected);
  });

  it.each([
    'Grace period ends',
    'Grace',
    'Will call',
    'Will',
    'Mark your calendar',
    'Mark exams',
    'June review',
    'June',
    'Jun',
    'Jun 15 planning',
    'June Lindqvist',
    'Junior doctors meeting',
    'Jun Liang',
    'Meeting with June Lee and others',
    'Amina’s birthday',
    "Amina's thesis",
    'Birthday party Amina',
    'Amina Okafor: thesis defence',
    'Seminar: Jun Li on folding',
    'Jun Li presents at rounds',
    'Flight with Amina',
    'Gift for Amina',
    'Amina research block',
    'Email Amina about the ward',
    'Reminder: Amina',
    'Amina Diallo',
    'Coffee with Sofia',
    'Meeting with Jo',
    'Coffee with Daniel',
    'Robin',
    'Robin / Daniel',
    '李婷婷',
    '李婷玉 咖啡',
    '小李婷见面',
    '李婷 生日',
    'Noah’s Ark exhibition',
    'Project Amina launch',
    'Speed session',
    'Lab meeting',
    'Mentoring',
    'Lunch',
    '',
    '…',
    '👋',
  ])('“%s” names nobody', (title) => {
    expect(suggest([titled(title)])).toEqual([]);
  });

  it('is looked at only where nobody else is invited, and not where it is a maybe', () => {
    const title = 'Coffee with Amina';
    expect(who(titled(title, { attendees: invite('robin') }))).toEqual(['amina']);
    expect(who(titled(title, { attendees: invite('robin', 'amina.diallo@else.example') }))).toEqual([]);
    expect(who(titled(title, { status: 'tentative' }))).toEqual([]);
  });

  it('tells nobody by a name that two have', () => {
    const twins = [...people, { id: 'other', name: 'Amina Okafor', emails: ['other@uni.example'] }];
    const more = { people: twins, relationships: [{ ...cohort, mentees: [...mentees, 'other'] }] };
    expect(who(titled('Amina Okafor'), more)).toEqual([]);
    expect(who(withAmina(), more)).toEqual(['amina']);
  });
});

describe('what was said before', () => {
  const series = 'weekly';
  it('a series that was confirmed goes on, whatever its title and with whom it was', () => {
    const before = held({ relationship: 'cohort', attendees: ['robin', 'jun'], series, start: '2026-02-26T15:00:00Z' });
    const event = titled('Hold', {
      series,
      attendees: invite('robin', 'x@else.example', 'y@else.example', 'z@else.example'),
    });
    expect(suggest([event])).toEqual([]);
    expect(suggest([event], { meetings: [before] })).toMatchObject([
      { attendees: ['jun'], code: 'series', reason: 'You logged an earlier meeting of this series with Jun Li' },
    ]);
    expect(suggest([event], { meetings: [{ ...before, outcome: 'cancelled' }] })).toEqual([]);
    expect(suggest([{ ...event, status: 'cancelled' }], { meetings: [before] })).toEqual([]);
  });

  it.each([
    ['under its id', { event: 'the-event' }],
    ['under an id it has elsewhere', { event: 'on-the-page' }],
    ['by hand, at about that time', { start: '2026-03-05T15:20:00Z' }],
    ['as cancelled', { event: 'the-event', outcome: 'cancelled' as const }],
  ])('what is logged %s is not suggested', (_title, more) => {
    const event = withAmina({
      id: 'the-event',
      seenIn: [{ source: 'google-calendar-page', calendar: 'c', id: 'on-the-page', at: past }],
    });
    const meeting = held({ relationship: 'cohort', attendees: ['amina'], start: '2026-01-20T15:00:00Z', ...more });
    expect(suggest([event], { meetings: [meeting] })).toEqual([]);
  });

  it('a planned entry, and one of others at that time, leave it to be said', () => {
    const planned = held({ relationship: 'cohort', attendees: ['amina'], outcome: 'planned', start: past });
    const others = held({ relationship: 'cohort', attendees: ['jun'], start: past });
    expect(suggest([withAmina()], { meetings: [planned, others] })).toHaveLength(1);
  });

  const refusal = (more: Partial<Refusal>): Refusal => ({
    id: `${JSON.stringify(more)}`,
    at: now,
    shown: 'Sync',
    ...more,
  });
  const another = (more: Partial<CalendarEvent> = {}) => withAmina({ id: 'another', series: 's', ...more });
  it.each<[string, Refusal[], number]>([
    ['the event itself', [refusal({ event: 'another' })], 0],
    ['its series', [refusal({ series: 's' })], 0],
    ['its title, in any case', [refusal({ title: 'SYNC' })], 0],
    ['two others of its title', [refusal({ event: 'a' }), refusal({ event: 'b' })], 0],
    ['one other of its title', [refusal({ event: 'a' })], 1],
    ['another series', [refusal({ series: 't' })], 1],
    ['two of another title', [refusal({ event: 'a', shown: 'Lab' }), refusal({ event: 'b', shown: 'Lab' })], 1],
  ])('refusing %s teaches', (_title, refusals, found) => {
    expect(suggest([another()], { refusals })).toHaveLength(found);
  });

  it('shows what was learned, once, with all that has to be taken back to unlearn it', () => {
    const refusals = [
      refusal({ id: '1', event: 'a', at: '2026-03-01T00:00:00Z' }),
      refusal({ id: '2', event: 'b', at: '2026-03-02T00:00:00Z' }),
      refusal({ id: '3', series: 's', shown: 'Lab', at: '2026-03-03T00:00:00Z' }),
      refusal({ id: '4', event: 'c', shown: 'Gym', at: '2026-03-04T00:00:00Z' }),
    ];
    expect(readLessons(refusals)).toEqual([
      { kind: 'event', shown: 'Gym', refusals: ['4'] },
      { kind: 'series', shown: 'Lab', refusals: ['3'] },
      { kind: 'title', shown: 'Sync', refusals: ['2', '1'] },
    ]);
  });

  it('dates of the programme are no meetings', () => {
    const linked = { id: 'p', relationship: 'cohort', event: 'x', at: past, done: true, calendarEvent: 'the-event' };
    expect(suggest([withAmina({ id: 'the-event' })], { programmeEvents: [linked] })).toEqual([]);
    const lmp = { relationships: [{ ...cohort, programme: 'lmp-peer-to-peer' }] };
    expect(who(withAmina({ title: 'CLAMPS launch' }), lmp)).toEqual([]);
    expect(who(withAmina({ title: 'Product launch talk' }), lmp)).toEqual(['amina']);
  });
});

describe('several relationships', () => {
  const cpd = relationship({
    id: 'cpd',
    programme: 'cpd-mentoring',
    me: 'robin',
    mentors: ['robin'],
    mentees: ['amina'],
    coordinator: [],
    start: '2026-02-01',
  });
  const under = (event: CalendarEvent, relationships: Ledger['relationships']) =>
    suggest([event], { relationships }).map((each) => each.relationship);

  it('one is chosen: the most mentees, then the programme that the title names, then the one that began last', () => {
    expect(under(withAmina(), [cohort, cpd])).toEqual(['cpd']);
    expect(under(withAmina(), [cpd, cohort])).toEqual(['cpd']);
    expect(under(withAmina({ attendees: invite('amina', 'jun') }), [cohort, cpd])).toEqual(['cohort']);
    expect(under(withAmina({ title: 'UMMS' }), [cohort, cpd])).toEqual(['cohort']);
    expect(under(withAmina(), [cohort, { ...cpd, start: '2026-03-06' }])).toEqual(['cohort']);
    expect(under(withAmina(), [cohort, { ...cpd, end: '2026-03-01' }])).toEqual(['cohort']);
    expect(under(withAmina(), [cohort, { ...cpd, end: '2026-03-01', continues: true }])).toEqual(['cpd']);
  });

  it('on the mentee’s side the mentors are met, and the mentee is credited', () => {
    const mine = { ...cpd, me: 'amina', role: 'mentee' as const };
    expect(suggest([titled('Talk', { attendees: invite('amina', 'robin') })], { relationships: [mine] })).toMatchObject(
      [{ relationship: 'cpd', attendees: ['amina', 'robin'], code: 'attendee' }],
    );
    expect(who(titled('Coffee with Robin'), { relationships: [mine] })).toEqual(['amina', 'robin']);
  });

  it('a speed session is one of the programme that has them', () => {
    const speed = { ...cpd, id: 'speed', programme: 'speed-peer-mentoring', mentees: ['jun'] };
    const relationships = [cohort, speed];
    expect(suggest([titled('Speed session')], { relationships })).toMatchObject([
      { relationship: 'speed', attendees: ['jun'], code: 'speed-session' },
    ]);
    expect(suggest([titled('Speed training')], { relationships })).toEqual([]);
    expect(
      suggest([titled('Speed session', { attendees: invite('robin', 'x@else.example') })], { relationships }),
    ).toEqual([]);
  });
});

describe('any event', () => {
  const titles = ['Coffee with Amina', 'Jun Li', 'Grace period', 'Sync', '与李婷见面', 'Lab meeting', ''];
  const any = fc
    .record({
      title: fc.constantFrom(...titles),
      hour: fc.nat(24 * 120),
      minutes: fc.nat(500),
      guests: fc.subarray(['robin', 'daniel', 'amina', 'jun', 'prof', 'x@else.example', 'y@else.example']),
      allDay: fc.boolean(),
      busy: fc.constantFrom(undefined, true, false),
      status: fc.constantFrom<CalendarEvent['status']>('confirmed', 'tentative', 'cancelled'),
      myResponse: fc.constantFrom<CalendarEvent['myResponse']>('accepted', 'declined', 'tentative', 'none'),
      kind: fc.constantFrom<CalendarEvent['kind']>('default', 'default', 'out-of-office', 'focus', 'task'),
      series: fc.constantFrom(undefined, 's', 't'),
    })
    .map(({ hour, minutes, guests, busy, series, ...rest }): CalendarEvent => {
      const start = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: hour });
      const times = { start: start.toString(), end: start.add({ minutes }).toString() };
      const more = { ...(busy === undefined ? {} : { busy }), ...(series === undefined ? {} : { series }) };
      return calendarEvent(rest.title, times.start, { ...rest, ...times, ...more, attendees: invite(...guests) });
    });
  const meetings = [held({ relationship: 'cohort', attendees: ['amina'], series: 's', start: '2026-02-02T12:00:00Z' })];

  it('is suggested only where it can be a meeting that was held', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (events) => {
        for (const { event, attendees, relationship: under, minutes, reason } of suggest(events, { meetings })) {
          expect([event.allDay, event.busy === false, event.status === 'cancelled']).toEqual([false, false, false]);
          expect([event.myResponse === 'declined', event.kind, event.end <= now]).toEqual([false, 'default', true]);
          expect([under, minutes > 0, reason !== '']).toEqual(['cohort', true, true]);
          expect(attendees.length).toBeGreaterThan(0);
          for (const id of attendees) expect(mentees).toContain(id);
        }
      }),
    );
  });

  it('is suggested or not whatever stands beside it, and no more once it is logged or refused', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (events) => {
        const found = suggest(events, { meetings });
        expect(suggest(events.toReversed(), { meetings })).toEqual(found);
        expect(events.flatMap((event) => suggest([event], { meetings })).length).toBe(found.length);
        const logged = found.map(({ event, attendees }) =>
          held({ relationship: 'cohort', event: event.id, attendees, start: event.start, minutes: 0 }),
        );
        expect(
          suggest(
            found.map(({ event }) => event),
            { meetings: [...meetings, ...logged] },
          ),
        ).toEqual([]);
        const refusals = found.map(({ event }) => ({ id: event.id, at: now, event: event.id, shown: event.title }));
        expect(suggest(events, { meetings, refusals })).toEqual([]);
      }),
    );
  });

  it('is read without a throw, whatever its title and names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, name) => {
        const odd = [...people, { id: 'odd', name, emails: [address.ana] }];
        const relationships = [{ ...cohort, mentees: [...mentees, 'odd'] }];
        expect(Array.isArray(suggest([titled(title)], { people: odd, relationships }))).toBe(true);
      }),
    );
  });
});
