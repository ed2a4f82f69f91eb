import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Account, Calendar } from '../../src/domain/meeting/calendar.ts';
import type { CalendarEvent } from '../../src/domain/meeting/meeting.ts';
import { openIdbLedger } from '../../src/ledger/idb.ts';
import type { LedgerWriter } from '../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../src/ledger/memory.ts';
import { smallLife } from './facts.ts';

const at = '2026-03-02T09:00:00Z';
const later = '2026-03-03T09:00:00Z';
const all = { from: '0000-01-01T00:00:00Z', to: '9999-12-31T00:00:00Z' };
const google = { source: 'google-calendar', calendar: 'mine' };
const onPage = { source: 'google-calendar-page', calendar: 'me@example.edu' };

function event(
  id: string,
  more: Partial<CalendarEvent> = {},
  place: { source: string; calendar: string; at?: string } = google,
) {
  const base: CalendarEvent = {
    id,
    uid: `${id}@example.edu`,
    calendar: place.calendar,
    title: id,
    start: '2026-03-10T15:00:00Z',
    end: '2026-03-10T16:00:00Z',
    allDay: false,
    status: 'confirmed',
    myResponse: 'accepted',
    attendees: [],
    kind: 'default',
    seenIn: [{ source: place.source, calendar: place.calendar, id, at: place.at ?? at }],
  };
  return { ...base, ...more };
}

const many = (count: number, more: Partial<CalendarEvent> = {}) =>
  Array.from({ length: count }, (_, index) => event(`e${index}`, more));

const account: Account = { id: 'google me', provider: 'google', address: 'me@example.edu', connectedAt: at };
const calendar: Calendar = {
  id: 'mine',
  account: account.id,
  provider: 'google',
  calendar: 'primary',
  name: 'Mine',
  chosen: true,
};

let count = 0;
const kinds: [string, (onCommit?: (lists: string[]) => void) => Promise<LedgerWriter>][] = [
  ['in memory', async (onCommit) => new MemoryLedger(onCommit ? { onCommit } : {})],
  ['in IndexedDB', (onCommit) => openIdbLedger({ name: `events-${++count}`, ...(onCommit && { onCommit }) })],
];

describe.each(kinds)('events of the ledger %s', (_name, open) => {
  let ledger: LedgerWriter;
  const commits: string[][] = [];
  const start = async () => {
    commits.length = 0;
    ledger = await open((lists) => commits.push(lists));
  };
  afterEach(() => ledger.close());
  const idsOf = async (window = all) => (await ledger.readEvents(window)).map(({ id }) => id);

  it('are read by the window they overlap, in order of their start', async () => {
    await start();
    const times: [string, string, string][] = [
      ['before', '2026-03-01T08:00:00Z', '2026-03-01T09:00:00Z'],
      ['into', '2026-03-01T08:30:00Z', '2026-03-01T09:30:00.5Z'],
      ['within', '2026-03-01T09:15:00Z', '2026-03-01T09:45:00Z'],
      ['all day', '2026-03-01', '2026-03-02'],
      ['out of', '2026-03-01T09:50:00Z', '2026-03-01T12:00:00Z'],
      ['after', '2026-03-01T10:00:00Z', '2026-03-01T11:00:00Z'],
      ['all around', '2026-02-01T10:00:00Z', '2026-04-01T11:00:00Z'],
    ];
    const put = times.map(([id, from, to]) => event(id, { start: from, end: to, allDay: id === 'all day' }));
    expect(await ledger.applyEvents({ put })).toEqual({ added: 7, changed: 0, same: 0, removed: 0 });
    const window = { from: '2026-03-01T09:00:00Z', to: '2026-03-01T10:00:00Z' };
    expect(await idsOf(window)).toEqual(['all around', 'all day', 'into', 'within', 'out of']);
  });

  it('stand in a backup and in no small reading', async () => {
    await start();
    await ledger.applyEvents({ put: [event('e1')] });
    expect((await ledger.readAll()).events).toEqual([event('e1')]);
    expect((await ledger.readSmall()).events).toEqual([]);
    const facts = { ...smallLife(), events: [event('restored')] };
    await ledger.replaceAll(facts);
    expect(await idsOf()).toEqual(['restored']);
    await ledger.applyEvents({ put: [event('restored', { title: 'new' }, { ...google, at: later })] });
    expect((await ledger.readEvents(all)).map(({ title }) => title)).toEqual(['new']);
  });

  it('are no part of the slices that verdicts are judged over', async () => {
    await start();
    await ledger.replaceAll({ ...smallLife(), events: [event('e1')] });
    const slices = await ledger.readSlices(['pair-ana', 'cohort', 'as-mentee']);
    expect(slices.map((slice) => slice.events)).toEqual([[], [], []]);
  });

  it.each([5, 300])('%d of them are told by what became of them', async (size) => {
    await start();
    const half = Math.floor(size / 2);
    await ledger.applyEvents({ put: many(size) });
    expect(commits).toEqual([['events']]);
    expect(await ledger.applyEvents({ put: many(size) })).toEqual({ added: 0, changed: 0, same: size, removed: 0 });
    expect(commits).toHaveLength(1);
    const put = many(size).map((each, index) => (index < half ? { ...each, title: 'new' } : each));
    expect(await ledger.applyEvents({ put: [...put, event('more')] })).toEqual({
      added: 1,
      changed: half,
      same: size - half,
      removed: 0,
    });
    const gone = many(size).map(({ id }) => ({ ...google, id }));
    expect(await ledger.applyEvents({ gone })).toMatchObject({ removed: size });
    expect(await idsOf()).toEqual(['more']);
  });

  it.each([1, 300])('%d of them seen by an account and a page are one each', async (size) => {
    await start();
    await ledger.applyEvents({ put: many(size) });
    const onThePage = Array.from({ length: size }, (_, index) => {
      const { uid: _uid, ...seen } = event(`e${index}`, { location: 'Room 4' }, onPage);
      return seen;
    });
    expect(await ledger.applyEvents({ put: onThePage })).toMatchObject({ added: 0, changed: size });
    await ledger.applyEvents({
      put: many(size, { title: 'renamed', seenIn: [{ ...google, id: 'e0', at: later }] }).slice(0, 1),
    });
    const stored = await ledger.readEvents(all);
    expect(stored).toHaveLength(size);
    expect(stored.find(({ id }) => id === 'e0')).toMatchObject({ title: 'renamed', location: 'Room 4' });
  });

  it('that turn out to be one become one', async () => {
    await start();
    const { uid: _uid, ...seen } = event('e1', {}, onPage);
    await ledger.applyEvents({ put: [seen, event('of a file', { uid: 'u' }, { source: 'ics-file', calendar: 'a' })] });
    expect(await idsOf()).toHaveLength(2);
    expect(await ledger.applyEvents({ put: [event('e1', { uid: 'u' })] })).toEqual({
      added: 0,
      changed: 1,
      same: 0,
      removed: 1,
    });
    expect((await ledger.readEvents(all)).map(({ seenIn }) => seenIn!.length)).toEqual([3]);
  });

  it('that come twice in one batch are one', async () => {
    await start();
    expect(await ledger.applyEvents({ put: [event('e1'), event('e1', { title: 'b' })] })).toMatchObject({ added: 1 });
    expect((await ledger.readEvents(all)).map(({ title }) => title)).toEqual(['b']);
  });

  it('are found again after somebody else wrote some', async () => {
    await start();
    await ledger.applyEvents({ put: many(300) });
    await ledger.apply([{ list: 'events', remove: 'e7' }]);
    await ledger.apply([
      { list: 'events', put: event('other', { uid: 'e8@example.edu' }) },
      { list: 'events', remove: 'e8' },
    ]);
    expect(await ledger.applyEvents({ put: many(300) })).toEqual({ added: 1, changed: 1, same: 298, removed: 0 });
    await ledger.replaceAll({ ...smallLife(), events: many(3) });
    expect(await ledger.applyEvents({ put: many(300) })).toEqual({ added: 297, changed: 0, same: 3, removed: 0 });
  });

  it('not seen since a run began are gone, within its window and its calendar', async () => {
    await start();
    const outside = { start: '2026-01-10T15:00:00Z', end: '2026-01-10T16:00:00Z' };
    const beyond = { start: '2026-04-10T15:00:00Z', end: '2026-04-10T16:00:00Z' };
    await ledger.applyEvents({
      put: [
        event('gone'),
        event('seen', {}, { ...google, at: later }),
        event('outside', outside),
        event('beyond', beyond),
        event('other', {}, { ...google, calendar: 'other' }),
        event('both'),
        event('both of them', { uid: 'both@example.edu' }, { ...google, calendar: 'other' }),
      ],
    });
    const window = { from: '2026-02-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
    expect(await ledger.applyEvents({ goneBefore: [{ ...google, at: later, ...window }] })).toEqual({
      added: 0,
      changed: 1,
      same: 0,
      removed: 1,
    });
    expect((await idsOf()).sort()).toEqual(['beyond', 'both', 'other', 'outside', 'seen']);
  });

  it('come together with their cursor or not at all', async () => {
    await start();
    await ledger.apply([
      { list: 'accounts', put: account },
      { list: 'calendars', put: calendar },
    ]);
    const read = { ...calendar, cursor: { changes: 'c' } };
    const given = [{ list: 'calendars' as const, put: calendar }];
    commits.length = 0;
    expect(await ledger.applyEvents({ put: [event('e1')], with: [{ list: 'calendars', put: read }], given })).toEqual({
      added: 1,
      changed: 0,
      same: 0,
      removed: 0,
    });
    expect(commits).toEqual([['events', 'calendars']]);
    expect(await ledger.applyEvents({ put: [event('e2')], given })).toBeNull();
    await ledger.apply([{ list: 'calendars', remove: calendar.id }]);
    expect(
      await ledger.applyEvents({ put: [event('e2')], with: [{ list: 'calendars', put: read }], given }),
    ).toBeNull();
    expect(await ledger.getAll('calendars')).toEqual([]);
    const bad = { list: 'calendars' as const, put: { ...calendar, chosen: 'yes' } as never };
    await expect(ledger.applyEvents({ put: [event('e3')], with: [bad] })).rejects.toThrow();
    expect(await idsOf()).toEqual(['e1']);
  });

  it('leave cached verdicts standing', async () => {
    await start();
    await ledger.replaceAll(smallLife());
    await ledger.derive('cohort', at, () => ({ relationship: 'cohort', at, verdicts: [], threads: [], mentees: [] }));
    await ledger.applyEvents({ put: many(3) });
    expect(await ledger.readDerived()).toHaveLength(1);
  });

  it('are the same in the end however they are shared out among writes', async () => {
    await start();
    const places = [google, { ...google, calendar: 'team' }, { source: 'ics-file', calendar: 'a.ics' }];
    const sightings = places.flatMap((place, rank) =>
      many(4).map((each) =>
        event(each.id, { title: `from ${rank}` }, { ...place, at: `2026-03-0${rank + 1}T09:00:00Z` }),
      ),
    );
    let expected: unknown;
    const plan = fc.tuple(
      fc.shuffledSubarray(sightings, { minLength: sightings.length }),
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 12, maxLength: 12 }),
    );
    await fc.assert(
      fc.asyncProperty(plan, async ([order, sizes]) => {
        await ledger.replaceAll(smallLife());
        const left = [...order];
        for (const size of sizes) await ledger.applyEvents({ put: left.splice(0, size) });
        const stored = await ledger.readEvents(all);
        expected ??= stored;
        expect(stored).toEqual(expected);
        expect(stored.map(({ seenIn }) => seenIn!.length)).toEqual([3, 3, 3, 3]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a transaction of many events that fails', () => {
  it('leaves no trace in what is looked up next', async () => {
    let fails = false;
    const ledger = new MemoryLedger({
      beforePut: () => {
        if (fails) throw new Error('full');
      },
    });
    await ledger.applyEvents({ put: many(300) });
    fails = true;
    await expect(ledger.applyEvents({ put: [...many(300, { title: 'b' }), event('new')] })).rejects.toThrow('full');
    fails = false;
    expect(await ledger.applyEvents({ put: [...many(300), event('new')] })).toEqual({
      added: 1,
      changed: 0,
      same: 300,
      removed: 0,
    });
  });
});
