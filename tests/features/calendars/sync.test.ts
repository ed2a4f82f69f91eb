import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../../../src/domain/meeting/meeting.ts';
import { event, type FakeProvider } from './fake-provider.ts';
import { own, startWorld, type World } from './world.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const start = Date.parse('2026-03-03T09:00:00Z') + (index % 1000) * 3_600_000;
    return event(`e${index}`, {
      start: new Date(start).toISOString(),
      end: new Date(start + 3_600_000).toISOString(),
    });
  });

const primary = (events: CalendarEvent[]) => (provider: FakeProvider) => {
  provider.add('primary', events, { primary: true });
};

/** What a calendar holds, as the ledger should. */
async function expectMirrored(world: World, calendars = ['primary']): Promise<void> {
  const stored = (await world.events()).map(({ seenIn: _, ...facts }) => facts);
  const held = calendars.flatMap((id) => [...world.provider.calendars.get(id)!.events.values()]);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(stored.sort(byId)).toEqual(held.sort(byId));
}

describe('reading a calendar', () => {
  it('reads it in full, then what changed', async () => {
    const world = await startWorld(primary(many(600)));
    await world.sync();
    await expectMirrored(world);
    world.provider.put('primary', event('e5', { title: 'Renamed' }));
    world.provider.put('primary', event('new'));
    world.provider.remove('primary', 'e7');
    world.pass(20);
    const before = world.provider.asked.length;
    await world.sync();
    await expectMirrored(world);
    expect(world.provider.asked.slice(before)).toEqual(['primary 600']);
  });

  it('asks again after a quarter of an hour, and says when', async () => {
    const world = await startWorld(primary(many(3)));
    expect(await world.sync()).toBe('2026-03-02T09:15:00Z');
    const asked = world.provider.asked.length;
    world.pass(14);
    await world.sync();
    expect(world.provider.asked).toHaveLength(asked);
    world.pass(1);
    expect(await world.sync()).toBe('2026-03-02T09:30:00Z');
    expect(world.provider.asked).toHaveLength(asked + 1);
  });

  it('tells pages only of what became other', async () => {
    const world = await startWorld(primary(many(3)));
    await world.sync();
    world.commits.length = 0;
    world.pass(15);
    await world.sync();
    expect(world.commits).toEqual([['calendars']]);
    world.provider.put('primary', event('e1', { title: 'Renamed' }));
    world.pass(15);
    await world.sync();
    expect(world.commits.at(-1)).toEqual(['events', 'calendars']);
  });

  it('ends a slice when its time is up, and the next goes on', async () => {
    const world = await startWorld(primary(many(2500)));
    world.provider.fault = () => world.pass(0.1);
    const asked = world.provider.asked.length;
    expect(await world.sync()).toBe(world.now);
    expect(world.provider.asked).toHaveLength(asked + 3);
    for (let slices = 0; slices < 3; slices++) await world.sync();
    expect(world.provider.asked).toHaveLength(asked + 10);
    await expectMirrored(world);
  });

  it('reads every chosen calendar, and an event that stands in two once', async () => {
    const world = await startWorld((provider) => {
      provider.add('primary', many(5), { primary: true });
      provider.add('team', [event('e1'), event('t1')]);
    });
    await world.sync();
    await expectMirrored(world);
    await world.handlers['calendar.choose']({ calendar: `${own.replace('primary', 'team')}`, chosen: true }, undefined);
    await world.sync();
    const stored = await world.events();
    expect(stored).toHaveLength(6);
    expect(stored.find(({ id }) => id === 'e1')!.seenIn).toHaveLength(2);
  });

  it('reads from where mentoring began to half a year ahead', async () => {
    const world = await startWorld(
      primary([
        event('before', { start: '2025-08-30T10:00:00Z', end: '2025-08-30T11:00:00Z' }),
        event('within', { start: '2025-09-01T10:00:00Z', end: '2025-09-01T11:00:00Z' }),
        event('beyond', { start: '2026-09-03T10:00:00Z', end: '2026-09-03T11:00:00Z' }),
      ]),
    );
    await world.sync();
    expect((await world.events()).map(({ id }) => id)).toEqual(['within']);
    const { cursor } = await world.calendar();
    expect([cursor?.from, cursor?.to]).toEqual(['2025-08-31T22:00:00Z', '2026-09-02T00:00:00Z']);
  });

  it('reads in full again when the end of what was read comes near, keeping what lies before', async () => {
    const world = await startWorld(primary(many(5)));
    await world.sync();
    const beyond = event('beyond', { start: '2026-10-03T10:00:00Z', end: '2026-10-03T11:00:00Z' });
    world.provider.put('primary', beyond);
    world.pass(60 * 24 * 95);
    const asked = world.provider.asked.length;
    await world.sync();
    expect(world.provider.asked.slice(asked)).toEqual(['primary full']);
    expect(await world.events()).toHaveLength(6);
  });

  it('goes on after what was told of changes ran out, and loses nothing', async () => {
    const world = await startWorld(primary(many(600)));
    await world.sync();
    world.provider.remove('primary', 'e3');
    world.provider.put('primary', event('new'));
    world.provider.expiredBefore = 10_000;
    world.pass(15);
    const asked = world.provider.asked.length;
    await world.sync();
    expect(world.provider.asked.slice(asked)).toEqual([
      'primary 600',
      'primary full',
      'primary 602 250',
      'primary 602 500',
    ]);
    await expectMirrored(world);
    expect((await world.calendar()).problem).toBeUndefined();
  });

  it('does not go round in a circle', async () => {
    const world = await startWorld(primary(many(600)));
    const { open } = world.provider;
    world.provider.open = (given) => ({
      ...open(given),
      readPage: async (wanted) => ({ ...(await open(given).readPage(wanted)), cursor: { page: 'again' }, done: false }),
    });
    await world.sync();
    expect((await world.calendar()).problem?.code).toBe('failed');
  });
});

describe('an engine that is stopped', () => {
  it('at every request and every transaction of 10 000 events loses nothing and does nothing twice', async () => {
    const world = await startWorld(primary(many(10_000)));
    let lives = 0;
    // From life to life it gets one call further: it ends before and after each call of a step.
    for (let calls = 0; !(await world.live(calls % 16)); calls++) lives++;
    await expectMirrored(world);
    expect(lives).toBeGreaterThan(60);
    const pages = world.provider.asked.filter((what) => what.startsWith('primary'));
    expect(new Set(pages).size).toBe(40);
    const { cursor, syncedAt, problem } = await world.calendar();
    expect([cursor?.changes, cursor?.page, syncedAt, problem]).toEqual(['10000', undefined, world.now, undefined]);
  });

  it('right after a page was written goes on with the next one', async () => {
    const world = await startWorld(primary(many(1000)));
    const apply = world.ledger.applyEvents.bind(world.ledger);
    world.ledger.applyEvents = async (changes) => {
      await apply(changes);
      throw new Error('stopped');
    };
    const first: string[] = [];
    for (let life = 0; life < 4; life++) {
      const asked = world.provider.asked.length;
      await world.sync().catch(() => {});
      first.push(world.provider.asked[asked]!);
    }
    expect(first).toEqual(['primary full', 'primary 1000 250', 'primary 1000 500', 'primary 1000 750']);
    await expectMirrored(world);
  });

  it('anywhere in runs of changes ends with the same events as one that never was', async () => {
    const steps = (world: World) => {
      world.provider.pageSize = 2;
      world.provider.put('primary', event('e1', { title: 'Renamed' }));
      world.provider.remove('primary', 'e2');
      for (const id of ['a', 'b', 'c']) world.provider.put('primary', event(id));
      world.pass(15);
    };
    for (let calls = 0; calls < 40; calls++) {
      const world = await startWorld(primary(many(6)));
      await world.sync();
      steps(world);
      await world.live(calls);
      await world.sync();
      await expectMirrored(world);
    }
  });
});
