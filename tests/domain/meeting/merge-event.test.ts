import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { dropSightings, eventKeys, joinEvent, type KnownEvent } from '../../../src/domain/meeting/merge-event.ts';

const day = (hours: number) => new Date(Date.UTC(2026, 2, 1, hours)).toISOString().replace('.000Z', 'Z');

type Place = 'account' | 'other' | 'page' | 'file';

const sources: Record<Place, { source: string; calendar: string; own?: true }> = {
  account: { source: 'google-calendar', calendar: 'google me@example.edu me@example.edu', own: true },
  other: { source: 'google-calendar', calendar: 'google me@example.edu team' },
  page: { source: 'google-calendar-page', calendar: 'me@example.edu' },
  file: { source: 'ics-file', calendar: 'term.ics' },
};

function told(place: Place, more: Partial<CalendarEvent> = {}, at = day(0)): CalendarEvent {
  const id = more.id ?? (place === 'file' ? 'u1 2026' : 'e1');
  return {
    id,
    ...(place !== 'page' && { uid: 'u1' }),
    calendar: sources[place].calendar,
    title: `as the ${place} says`,
    start: day(40),
    end: day(41),
    allDay: false,
    status: 'confirmed',
    myResponse: 'none',
    attendees: [],
    kind: 'default',
    seenIn: [{ ...sources[place], id, at }],
    ...more,
  };
}

/** All that was told, one after the other, into records: as the ledger does, without a ledger. */
function gather(all: CalendarEvent[]): KnownEvent[] {
  return all.reduce<KnownEvent[]>((known, seen) => {
    const keys = new Set(eventKeys({ event: seen, told: [] }));
    const isIt = (each: KnownEvent) => eventKeys(each).some((key) => keys.has(key));
    return [...known.filter((each) => !isIt(each)), joinEvent(known.filter(isIt), seen)];
  }, []);
}

const factsOf = (known: KnownEvent[]) =>
  known.map(({ event: { id: _, ...facts } }) => facts).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('the same event from several places', () => {
  it('is one record that says where it was seen', () => {
    const known = gather([told('page'), told('file'), told('account'), told('other')]);
    expect(known).toHaveLength(1);
    expect(known[0]!.event.seenIn!.map(({ source, calendar }) => [source, calendar])).toEqual([
      ['google-calendar', sources.account.calendar],
      ['google-calendar', sources.other.calendar],
      ['ics-file', 'term.ics'],
      ['google-calendar-page', 'me@example.edu'],
    ]);
  });

  it('keeps the id it was stored under', () => {
    const known = gather([told('file'), told('account')]);
    expect(known[0]!.event.id).toBe('u1 2026');
  });

  it.each<[string, CalendarEvent[], Partial<CalendarEvent>]>([
    ['the account’s title before the page’s', [told('account'), told('page')], { title: 'as the account says' }],
    ['a file’s before a page’s', [told('page', { uid: 'u1' }), told('file')], { title: 'as the file says' }],
    [
      'guests of whoever names them',
      [told('account'), told('page', { attendees: [{ email: 'ana@example.edu' }] })],
      { attendees: [{ email: 'ana@example.edu' }] },
    ],
    [
      'the answer that stands in the owner’s own calendar',
      [told('account', { myResponse: 'declined' }), told('other', { myResponse: 'accepted' }, day(1))],
      { myResponse: 'declined' },
    ],
    [
      'the owner’s “no answer yet” rather than what a page made of it',
      [told('account'), told('page', { myResponse: 'accepted' })],
      { myResponse: 'none' },
    ],
    [
      'a place that only one tells',
      [told('page', { location: 'Room 4' }), told('account')],
      { location: 'Room 4', title: 'as the account says' },
    ],
    ['the title of whoever has one', [told('account', { title: '' }), told('page')], { title: 'as the page says' }],
    ['that it was cancelled', [told('page'), told('account', { status: 'cancelled' })], { status: 'cancelled' }],
  ])('has %s', (_title, all, expected) => {
    const known = gather(all);
    expect(known).toHaveLength(1);
    expect(known[0]!.event).toMatchObject(expected);
  });

  it('is told by Graph’s id and the page’s, which are the same bytes', () => {
    const graph = { source: 'microsoft-calendar', calendar: 'microsoft me', id: 'AAMk-1_2=', at: day(0) };
    const page = { source: 'outlook-calendar-page', calendar: 'me', id: 'AAMk/1+2=', at: day(0) };
    const known = gather([
      told('page', { id: 'AAMk/1+2=', seenIn: [page] }),
      told('account', { id: 'AAMk-1_2=', seenIn: [graph] }),
    ]);
    expect(known).toHaveLength(1);
    expect(known[0]!.event.seenIn).toEqual([graph, page]);
  });

  it('is another one at another time of the same series', () => {
    const weekly = { series: 's', originalStart: day(40) };
    const next = { series: 's', originalStart: day(208), start: day(208), end: day(209) };
    expect(gather([told('account', weekly), told('file', { ...next, id: 'u1 next' })])).toHaveLength(2);
    expect(gather([told('account', weekly), told('file', { ...weekly, start: day(50), end: day(51) })])).toHaveLength(
      1,
    );
  });

  it('is followed when it moves', () => {
    const moved = told('account', { start: day(60), end: day(61) }, day(2));
    const known = gather([told('account'), told('page'), moved]);
    expect(known.map(({ event }) => [event.start, event.seenIn!.length])).toEqual([[day(60), 2]]);
  });

  it('is not set back by what was told earlier and arrives later', () => {
    const known = gather([told('account', { title: 'new' }, day(2)), told('account', { title: 'old' }, day(1))]);
    expect(known[0]!.event.title).toBe('new');
  });

  it('keeps what others told when one place loses it', () => {
    const [known] = gather([told('page', { location: 'Room 4' }), told('account')]);
    const left = dropSightings(known!, ({ source }) => source === 'google-calendar');
    expect(left!.event).toMatchObject({ id: 'e1', title: 'as the page says', location: 'Room 4' });
    expect(left!.told).toEqual([]);
    expect(dropSightings(left!, () => true)).toBeNull();
    expect(dropSightings(left!, () => false)).toBe(left);
  });

  it('is put together again from a backup, which holds the record alone', () => {
    const [known] = gather([told('page'), told('account')]);
    const restored = { event: known!.event, told: [] };
    const seen = told('account', { title: 'renamed' }, day(3));
    expect(joinEvent([restored], seen).event).toMatchObject({ title: 'renamed', id: known!.event.id });
    const left = dropSightings(restored, ({ source }) => source === 'google-calendar');
    expect(left!.event.seenIn!.map(({ source }) => source)).toEqual(['google-calendar-page']);
  });
});

describe('whatever order they come in', () => {
  const places = fc.constantFrom<Place>('account', 'other', 'page', 'file');
  const telling = fc
    .record({
      place: places,
      event: fc.integer({ min: 0, max: 3 }),
      at: fc.integer({ min: 0, max: 30 }),
      title: fc.constantFrom('', 'Ana', 'Ana and me'),
      status: fc.constantFrom('confirmed' as const, 'tentative' as const, 'cancelled' as const),
      myResponse: fc.constantFrom('accepted' as const, 'declined' as const, 'none' as const),
      guests: fc.subarray([{ email: 'ana@example.edu' }, { email: 'ben@example.edu' }]),
      location: fc.option(fc.constantFrom('Room 4', 'Zoom'), { nil: undefined }),
      moved: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ place, event, at, guests, location, moved, ...facts }) => {
      // Each event is one occurrence of its own series, which may be moved within its week.
      const planned = day(event * 168);
      const start = day(event * 168 + moved);
      const id = place === 'file' ? `file-${event}` : `e${event}`;
      const ofSeries = place === 'page' ? {} : { uid: `u${event}`, originalStart: planned, series: `s${event}` };
      const more = { ...ofSeries, ...facts, id, start, end: day(event * 168 + 5), attendees: guests };
      return told(place, { ...more, ...(location && { location }) }, day(at));
    });
  const placeAndTime = (each: CalendarEvent) =>
    JSON.stringify([each.id, each.seenIn![0]!.calendar, each.seenIn![0]!.at]);
  const tellings = fc.uniqueArray(telling, { selector: placeAndTime, maxLength: 14 });
  const shuffled = tellings.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );

  it('the events are the same in the end', () => {
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(factsOf(gather(other))).toEqual(factsOf(gather(all)));
      }),
      { numRuns: 500 },
    );
  });

  it('telling everything again changes nothing', () => {
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const once = gather(all);
        const twice = other.reduce((known, seen) => {
          const keys = new Set(eventKeys({ event: seen, told: [] }));
          const isIt = (each: KnownEvent) => eventKeys(each).some((key) => keys.has(key));
          return [...known.filter((each) => !isIt(each)), joinEvent(known.filter(isIt), seen)];
        }, once);
        expect(factsOf(twice)).toEqual(factsOf(once));
        expect(twice.map(({ event }) => event.id).sort()).toEqual(once.map(({ event }) => event.id).sort());
      }),
    );
  });
});
