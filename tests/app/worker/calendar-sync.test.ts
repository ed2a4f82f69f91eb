import { describe, expect, it } from 'vitest';
import { event, FakeProvider } from '../../features/calendars/fake-provider.ts';
import { senders } from '../fake-browser.ts';
import { factsWith, monday } from './facts.ts';
import { startWorld, type World } from './world.ts';

const events = Array.from({ length: 1000 }, (_, index) => event(`e${index}`));
const window = { from: '2025-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };

async function connected(change: (provider: FakeProvider, world: World) => void = () => {}) {
  const world = await startWorld(monday, factsWith({}));
  const provider = new FakeProvider();
  provider.add('primary', events, { primary: true });
  change(provider, world);
  world.providers = [provider];
  await world.start();
  expect(await world.browser.send('account.connect', { provider: 'google' }, senders.dashboard)).toMatchObject({
    ok: true,
  });
  return { world, provider };
}

async function countEvents(world: World): Promise<number> {
  const ledger = await world.open();
  const stored = await ledger.readEvents(window);
  ledger.close();
  return stored.length;
}

/** When the next slice is due, in minutes from an instant. */
function minutesAfter(world: World, instant: string): number {
  const alarm = world.browser.alarms.get('calendar-sync') as { when: number };
  return (alarm.when - Date.parse(instant)) / 60_000;
}

const later = (minutes: number) => new Date(Date.parse(monday) + minutes * 60_000).toISOString();

/** Each answer takes six seconds. */
function slow(world: World, from: number): () => void {
  let minutes = from;
  return () => {
    minutes += 0.1;
    world.setClock(later(minutes));
  };
}

describe('a connected account', () => {
  it('is read at once, and again a quarter of an hour later', async () => {
    const { world, provider } = await connected();
    await world.settle();
    expect(await countEvents(world)).toBe(1000);
    expect(minutesAfter(world, monday)).toBe(15);
    provider.put('primary', event('new'));
    world.setClock(later(15));
    world.browser.alarm.fire({ name: 'calendar-sync' });
    await world.settle();
    expect(await countEvents(world)).toBe(1001);
    expect(minutesAfter(world, later(15))).toBe(15);
  });

  it('is read on by the next worker when one is stopped, the alarm standing already', async () => {
    const gate = Promise.withResolvers<void>();
    const { world, provider } = await connected((fake) => {
      fake.fault = (_request, what) => (what.endsWith(' 500') ? gate.promise : undefined);
    });
    await expect.poll(() => provider.asked.at(-1)).toBe('primary 1000 500');
    expect(minutesAfter(world, monday)).toBe(0.5);
    world.stop();
    gate.resolve();
    provider.fault = () => {};
    await world.start();
    expect(await countEvents(world)).toBe(1000);
    expect(provider.asked.filter((what) => what === 'primary full')).toHaveLength(1);
    expect(world.reported.filter((each) => (each as { code?: string }).code !== 'closed')).toEqual([]);
  });

  it('that is large is read slice after slice while a page of ours asked for it', async () => {
    const { world, provider } = await connected((fake, of) => {
      fake.pageSize = 50;
      fake.fault = slow(of, 0);
    });
    await expect.poll(() => provider.asked.length, { timeout: 5000 }).toBe(21);
    await expect.poll(() => countEvents(world)).toBe(1000);
  });

  it('that is large waits for its alarm between slices when nobody asked', async () => {
    const { world, provider } = await connected();
    await world.settle();
    provider.expiredBefore = 2000;
    provider.pageSize = 50;
    provider.fault = slow(world, 15);
    world.setClock(later(15));
    const asked = provider.asked.length;
    world.browser.alarm.fire({ name: 'calendar-sync' });
    await world.settle();
    const first = provider.asked.length - asked;
    expect(first).toBeLessThan(6);
    const { when } = world.browser.alarms.get('calendar-sync') as { when: number };
    expect(when - Date.now()).toBe(30_000);
    world.browser.alarm.fire({ name: 'calendar-sync' });
    await world.settle();
    expect(provider.asked.length - asked).toBeGreaterThan(first);
    expect(await countEvents(world)).toBe(1000);
  });

  it('has its tokens in the browser’s memory alone, until everything is erased', async () => {
    const { world } = await connected();
    await world.settle();
    expect([...world.browser.session.keys()]).toEqual(['tokens google me@example.edu']);
    await world.browser.send('ledger.erase', {}, senders.dashboard);
    expect(world.browser.session.size).toBe(0);
  });

  it('that is let go needs no alarm any more', async () => {
    const { world } = await connected();
    await world.settle();
    const input = { account: 'google me@example.edu', events: true };
    expect(await world.browser.send('account.disconnect', input, senders.dashboard)).toEqual({
      ok: true,
      value: { revoked: true },
    });
    await world.start();
    expect(world.browser.alarms.has('calendar-sync')).toBe(false);
    expect(await countEvents(world)).toBe(0);
  });

  it('can’t be connected, let go or read by a page script', async () => {
    const { world } = await connected();
    for (const [call, input] of [
      ['account.connect', { provider: 'google' }],
      ['account.disconnect', { account: 'google me@example.edu', events: false }],
      ['calendar.sync', {}],
    ] as const) {
      expect(await world.browser.send(call, input, senders.gmail)).toEqual({ ok: false, code: 'not-allowed' });
    }
  });
});

describe('a calendar page', () => {
  const calendar = {
    ...senders.gmail,
    url: 'https://calendar.google.com/calendar/u/0/r/week',
    origin: 'https://calendar.google.com',
  };
  const sight = {
    source: 'google-calendar-page',
    owner: 'me@example.edu',
    at: monday,
    events: [event('p1')],
    unreadable: false,
    disagreements: {},
  };

  it('tells what it shows, and hears once it is stored', async () => {
    const world = await startWorld(monday, factsWith({}));
    expect(await world.browser.send('calendar.saw', sight, calendar)).toEqual({ ok: true, value: null });
    expect(await countEvents(world)).toBe(1);
  });

  it('makes nobody judge anything anew', async () => {
    const world = await startWorld(monday, factsWith({}));
    const before = world.browser.alarmsSet.length;
    await world.browser.send('calendar.saw', sight, calendar);
    await world.settle();
    expect(world.browser.alarmsSet).toHaveLength(before);
  });
});
