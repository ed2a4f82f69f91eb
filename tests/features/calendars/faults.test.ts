import { describe, expect, it } from 'vitest';
import { AccountProblem, type AccountProblemCode } from '../../../src/accounts/account.ts';
import { planProblem, retryNow } from '../../../src/features/calendars/problems.ts';
import { syncSlice } from '../../../src/features/calendars/sync.ts';
import { event } from './fake-provider.ts';
import { account, own, startWorld, type World } from './world.ts';

const events = Array.from({ length: 6 }, (_, index) => event(`e${index}`));
const team = own.replace('primary', 'team');

const start = async () => {
  const world = await startWorld((provider) => {
    provider.pageSize = 2;
    provider.add('primary', events, { primary: true });
    provider.add('team', [event('t1')]);
  });
  await world.handlers['calendar.choose']({ calendar: team, chosen: true }, undefined);
  return world;
};

/** The nth request that says this fails so. */
function failAt(world: World, what: string, code: AccountProblemCode, retryAfter?: number): void {
  world.provider.fault = (_request, asked) => {
    if (asked !== what) return;
    world.provider.fault = () => {};
    throw new AccountProblem(code, 'fault', retryAfter);
  };
}

const problemOf = async (world: World) => (await world.ledger.get('accounts', account))!.problem;
const idsOf = async (world: World) => (await world.events()).map(({ id }) => id).sort();
const all = ['e0', 'e1', 'e2', 'e3', 'e4', 'e5', 't1'];

describe('a fault while calendars are read', () => {
  it('a token that ran out is renewed once, and nobody notices', async () => {
    const world = await start();
    world.provider.fault = (_request, what) => {
      if (what === 'primary 6 2') {
        world.provider.token = 'another';
        world.provider.fault = () => {};
      }
    };
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect(world.provider.asked.filter((what) => what === 'renew')).toHaveLength(1);
    expect(await problemOf(world)).toBeUndefined();
  });

  it('a token that is past its time is renewed before anything is asked', async () => {
    const world = await start();
    world.tokens.set(account, { ...world.tokens.get(account)!, expires: world.now });
    await world.sync();
    expect(world.provider.asked.indexOf('renew')).toBeLessThan(world.provider.asked.indexOf('primary full'));
    expect(await idsOf(world)).toEqual(all);
  });

  it('tokens that the browser forgot are asked for anew', async () => {
    const world = await start();
    world.tokens.clear();
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect(world.tokens.has(account)).toBe(true);
  });

  it('access revoked in the middle stops all asking, and signing in again goes on where it was', async () => {
    const world = await start();
    world.provider.renews = false;
    world.provider.fault = (_request, what) => {
      if (what === 'primary 6 4') world.provider.token = 'another';
    };
    expect(await world.sync()).toBeUndefined();
    expect(await problemOf(world)).toEqual({ code: 'signed-out', since: world.now });
    expect(await world.calendar()).toMatchObject({ cursor: { page: '6 4' } });
    const asked = world.provider.asked.length;
    world.pass(60 * 24);
    await world.sync();
    expect(world.provider.asked).toHaveLength(asked);
    world.provider.fault = () => {};
    expect(await world.handlers['account.connect']({ provider: 'google', account }, undefined)).toMatchObject({
      done: true,
    });
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect(world.provider.asked.filter((what) => what === 'primary full')).toHaveLength(1);
    expect(await problemOf(world)).toBeUndefined();
  });

  it('a page that expired in the middle has the calendar read in full again, a little later', async () => {
    const world = await start();
    failAt(world, 'primary 6 4', 'expired-cursor');
    await world.sync();
    expect(await idsOf(world)).toEqual(['e0', 'e1', 'e2', 'e3', 't1']);
    world.provider.remove('primary', 'e1');
    world.pass(1);
    await world.sync();
    expect(await idsOf(world)).toEqual(all.filter((id) => id !== 'e1'));
  });

  it('a calendar that is shared no longer is that calendar’s problem, and the others go on', async () => {
    const world = await start();
    await world.sync();
    world.provider.calendars.delete('team');
    world.provider.put('primary', event('new'));
    world.pass(15);
    await world.sync();
    expect((await world.calendar(team)).problem).toMatchObject({ code: 'not-shared', retryAt: '2026-03-03T09:15:00Z' });
    expect(await idsOf(world)).toEqual([...all.slice(0, 6), 'new', 't1']);
    expect(await problemOf(world)).toBeUndefined();
  });

  it.each<[AccountProblemCode, number | undefined, string]>([
    ['rate-limited', 2.128, '2026-03-02T09:00:03Z'],
    ['rate-limited', undefined, '2026-03-02T09:00:30Z'],
    ['rate-limited', 3_600_000, '2026-03-02T15:00:00Z'],
    ['rate-limited', Number.NaN, '2026-03-02T09:00:30Z'],
    ['rate-limited', -5, '2026-03-02T09:00:30Z'],
    ['rate-limited', 0, '2026-03-02T09:00:01Z'],
    ['quota', undefined, '2026-03-02T09:00:30Z'],
    ['offline', undefined, '2026-03-02T09:00:30Z'],
  ])('%s, asked to wait %s s, has the whole account wait until %s', async (code, retryAfter, until) => {
    const world = await start();
    failAt(world, 'primary 6 2', code, retryAfter);
    expect(await world.sync()).toBe(until);
    expect(await problemOf(world)).toEqual({ code, since: world.now, retryAt: until });
    const asked = world.provider.asked.length;
    await world.sync();
    expect(world.provider.asked).toHaveLength(asked);
    world.time = Date.parse(until);
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect(await problemOf(world)).toBeUndefined();
  });

  it.each<AccountProblemCode>(['server', 'unreadable', 'failed'])(
    '%s has that calendar wait, and the others go on',
    async (code) => {
      const world = await start();
      failAt(world, 'primary full', code);
      await world.sync();
      expect((await world.calendar()).problem).toMatchObject({ code, retryAt: '2026-03-02T09:00:30Z' });
      expect(await idsOf(world)).toEqual(['t1']);
    },
  );

  it('an answer that hangs is given up, whether or not the request heeds it', async () => {
    const world = await start();
    world.provider.fault = (_request, what) => {
      if (what !== 'primary full') return;
      world.patience.abort();
      return new Promise(() => {});
    };
    const slice = world.sync();
    await expect.poll(async () => (await world.calendar()).problem?.code).toBe('no-answer');
    world.patience = new AbortController();
    world.provider.fault = () => {};
    await slice;
    world.pass(5);
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
  });

  it('a bug in reading one calendar is reported, and keeps no other from being read', async () => {
    const world = await start();
    world.provider.fault = (_request, what) => {
      if (what === 'primary full') throw new TypeError('bug');
    };
    await world.sync();
    expect(world.reported).toHaveLength(1);
    expect((await world.calendar()).problem?.code).toBe('failed');
    expect(await idsOf(world)).toEqual(['t1']);
  });

  it('a ledger that can’t be written ends the slice', async () => {
    const world = await start();
    world.ledger.close();
    await expect(world.sync()).rejects.toMatchObject({ code: 'closed' });
  });

  it('a client that is not configured waits for the person', async () => {
    const world = await start();
    world.tokens.clear();
    const { deps } = world;
    expect(await syncSlice({ ...deps, findClient: () => undefined })).toBeUndefined();
    expect(await problemOf(world)).toMatchObject({ code: 'not-configured' });
  });
});

describe('while a page of a calendar is asked for', () => {
  const during = (world: World, what: string, act: () => Promise<unknown>) => {
    world.provider.fault = async (_request, asked) => {
      if (asked !== what) return;
      world.provider.fault = () => {};
      await act();
    };
  };

  it.each([true, false])('its account is disconnected: nothing comes back (events go: %s)', async (withEvents) => {
    const world = await start();
    during(world, 'primary 6 2', () =>
      world.handlers['account.disconnect']({ account, events: withEvents }, undefined),
    );
    await world.sync();
    expect(await world.ledger.getAll('accounts')).toEqual([]);
    expect(await world.ledger.getAll('calendars')).toEqual([]);
    expect(world.tokens.size).toBe(0);
    expect(await idsOf(world)).toEqual(withEvents ? [] : ['e0', 'e1']);
  });

  it('its account is disconnected while the token is renewed: no token comes back', async () => {
    const world = await start();
    world.provider.token = 'another';
    const { renew } = world.provider;
    world.provider.renew = async () => {
      await world.handlers['account.disconnect']({ account, events: true }, undefined);
      return renew();
    };
    await world.sync();
    expect([world.tokens.size, await idsOf(world)]).toEqual([0, []]);
  });

  it('it is no longer wanted: its events are forgotten and stay so', async () => {
    const world = await start();
    during(world, 'primary 6 4', () => world.handlers['calendar.choose']({ calendar: own, chosen: false }, undefined));
    await world.sync();
    expect(await idsOf(world)).toEqual(['t1']);
    expect(await world.calendar()).not.toHaveProperty('cursor');
  });
});

describe('how long a problem has us wait', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 2, 2, 9, minutes)).toISOString().replace('.000Z', 'Z');

  it('is longer the longer it lasts, up to an hour', () => {
    const waits: number[] = [];
    let problem = planProblem(undefined, new AccountProblem('offline', ''), at(0));
    for (let tries = 0; tries < 10; tries++) {
      const now = problem.retryAt!;
      problem = planProblem(problem, new AccountProblem('offline', ''), now);
      waits.push((Date.parse(problem.retryAt!) - Date.parse(now)) / 60_000);
    }
    expect(waits).toEqual([0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
    expect(problem.since).toBe(at(0));
  });

  it('begins anew with another problem', () => {
    const before = { code: 'offline' as const, since: at(0), retryAt: at(30) };
    expect(planProblem(before, new AccountProblem('server', ''), at(30))).toEqual({
      code: 'server',
      since: at(30),
      retryAt: new Date(Date.UTC(2026, 2, 2, 9, 30, 30)).toISOString().replace('.000Z', 'Z'),
    });
  });

  it('ends when the person asks, unless the provider set it', () => {
    const later = { since: at(0), retryAt: at(30) };
    expect(retryNow({ code: 'offline', ...later }, at(1)).retryAt).toBe(at(1));
    expect(retryNow({ code: 'signed-out', since: at(0) }, at(1)).retryAt).toBe(at(1));
    expect(retryNow({ code: 'rate-limited', ...later }, at(1)).retryAt).toBe(at(30));
  });
});
