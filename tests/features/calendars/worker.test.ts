import { describe, expect, it } from 'vitest';
import { AccountProblem } from '../../../src/accounts/account.ts';
import { event } from './fake-provider.ts';
import { account, own, startWorld, type World } from './world.ts';

const start = () =>
  startWorld((provider) => {
    provider.add('primary', [event('e1'), event('e2')], { primary: true });
    provider.add('team', [event('t1')]);
  });

const sight = (more: object = {}) => ({
  source: 'google-calendar-page',
  owner: 'me@example.edu',
  at: '2026-03-02T09:00:00Z',
  events: [{ ...event('e1', { title: 'On the page', location: 'Room 4' }), uid: undefined } as never],
  unreadable: false,
  disagreements: {},
  ...more,
});

const saw = (world: World, more?: object) => world.handlers['calendar.saw'](sight(more), undefined);
const idsOf = async (world: World) => (await world.events()).map(({ id }) => id).sort();

describe('connecting an account', () => {
  it('keeps the account, its calendars and its tokens, reads its own calendar and asks for a run', async () => {
    const world = await start();
    expect(await world.ledger.getAll('accounts')).toEqual([
      { id: account, provider: 'google', address: 'me@example.edu', connectedAt: world.now },
    ]);
    const calendars = await world.ledger.getAll('calendars');
    expect(calendars.map(({ id, chosen }) => [id, chosen]).sort()).toEqual([
      [own, true],
      [own.replace('primary', 'team'), false],
    ]);
    expect([world.tokens.has(account), world.syncs]).toEqual([true, 1]);
  });

  it('keeps no token in a record', async () => {
    const world = await start();
    await world.sync();
    expect(JSON.stringify(await world.ledger.readAll())).not.toContain('token-');
  });

  it('keeps what was chosen and read when it is done again', async () => {
    const world = await start();
    await world.sync();
    const { cursor } = await world.calendar();
    world.provider.add('new', []);
    world.provider.calendars.delete('team');
    await world.handlers['account.connect']({ provider: 'google', account }, undefined);
    expect(await world.calendar()).toMatchObject({ chosen: true, cursor });
    expect(await world.ledger.getAll('calendars')).toHaveLength(3);
  });

  it('has the list of calendars asked for later when it can’t be had now', async () => {
    const world = await startWorld((provider) => {
      provider.add('primary', [event('e1')], { primary: true });
      provider.fault = () => {
        provider.fault = () => {};
        throw new AccountProblem('offline', '');
      };
    });
    expect(await world.ledger.getAll('calendars')).toEqual([]);
    await world.sync();
    expect(await idsOf(world)).toEqual(['e1']);
  });

  it.each([
    ['closed-by-person', 'closed-by-person'],
    ['refused', 'refused'],
    ['scope-missing', 'scope-missing'],
    ['server', 'server'],
    ['rate-limited', 'rate-limited'],
    ['unreadable', 'failed'],
  ] as const)('that ends with %s is told as %s, and keeps nothing', async (thrown, code) => {
    const world = await start();
    world.provider.address = 'other@example.edu';
    world.provider.signsIn = () => {
      throw new AccountProblem(thrown, '');
    };
    expect(await world.handlers['account.connect']({ provider: 'google' }, undefined)).toEqual({ done: false, code });
    expect(await world.ledger.getAll('accounts')).toHaveLength(1);
    expect(world.tokens.size).toBe(1);
  });

  it('with a provider there is none of, or no client, is not configured', async () => {
    const world = await start();
    const outcome = { done: false, code: 'not-configured' };
    expect(await world.handlers['account.connect']({ provider: 'microsoft' }, undefined)).toEqual(outcome);
  });
});

describe('disconnecting an account', () => {
  const disconnect = (world: World, events: boolean) =>
    world.handlers['account.disconnect']({ account, events }, undefined);

  it('forgets tokens, account and calendars; events stay', async () => {
    const world = await start();
    await world.sync();
    expect(await disconnect(world, false)).toEqual({ revoked: true });
    expect(await world.ledger.getAll('accounts')).toEqual([]);
    expect(await world.ledger.getAll('calendars')).toEqual([]);
    expect([world.tokens.size, await idsOf(world)]).toEqual([0, ['e1', 'e2']]);
  });

  it('takes its events along when that is wanted, but for what a page or a file told', async () => {
    const world = await start();
    await world.sync();
    await world.handlers['calendar.import']({ name: 'term.ics', events: [event('e2')], last: true }, undefined);
    await disconnect(world, true);
    expect((await world.events()).map(({ id, seenIn }) => [id, seenIn!.map(({ source }) => source)])).toEqual([
      ['e2', ['ics-file']],
    ]);
  });

  it.each([
    ['says no', async () => false],
    ['fails', () => Promise.reject(new AccountProblem('server', ''))],
  ])('forgets all of it even when the provider %s, and says so', async (_title, revokes) => {
    const world = await start();
    world.provider.revokes = revokes;
    expect(await disconnect(world, false)).toEqual({ revoked: false });
    expect([world.tokens.size, (await world.ledger.getAll('accounts')).length]).toEqual([0, 0]);
  });

  it('of an account that is not there is not found', async () => {
    const world = await start();
    await disconnect(world, false);
    await expect(disconnect(world, false)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('choosing calendars', () => {
  it('reads what is chosen, and forgets what is no longer', async () => {
    const world = await start();
    const team = own.replace('primary', 'team');
    await world.handlers['calendar.choose']({ calendar: team, chosen: true }, undefined);
    await world.sync();
    expect(await idsOf(world)).toEqual(['e1', 'e2', 't1']);
    await world.handlers['calendar.choose']({ calendar: team, chosen: false }, undefined);
    await world.sync();
    expect(await idsOf(world)).toEqual(['e1', 'e2']);
    expect(await world.calendar(team)).toMatchObject({ chosen: false });
  });

  it('of a calendar that is not there is not found', async () => {
    const world = await start();
    const choice = { calendar: 'none', chosen: true };
    await expect(world.handlers['calendar.choose'](choice, undefined)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('asking for a run', () => {
  it('has everything read now', async () => {
    const world = await start();
    await world.sync();
    world.provider.put('primary', event('new'));
    await world.handlers['calendar.sync']({}, undefined);
    await world.sync();
    expect(await idsOf(world)).toEqual(['e1', 'e2', 'new']);
    expect(await world.calendar()).not.toHaveProperty('askedAt');
  });

  it('tries again what failed', async () => {
    const world = await start();
    world.provider.renews = false;
    world.provider.token = 'another';
    await world.sync();
    world.provider.renews = true;
    await world.handlers['calendar.sync']({ account }, undefined);
    await world.sync();
    expect(await idsOf(world)).toEqual(['e1', 'e2']);
  });
});

describe('a sight of a calendar page', () => {
  it('adds what the account has not told, and takes nothing of it away', async () => {
    const world = await start();
    await world.sync();
    await saw(world);
    const stored = (await world.events()).find(({ id }) => id === 'e1')!;
    expect(stored).toMatchObject({ title: 'Meeting e1', location: 'Room 4', uid: 'e1@example.edu' });
    expect(stored.seenIn!.map(({ source }) => source)).toEqual(['google-calendar', 'google-calendar-page']);
  });

  it('of the same twice changes nothing', async () => {
    const world = await start();
    await saw(world);
    world.commits.length = 0;
    await saw(world, { at: '2026-03-02T09:00:30Z' });
    expect(world.commits).toEqual([]);
  });

  it('of an account that nobody named asks whose it is, once, and keeps none of its events', async () => {
    const world = await start();
    for (const at of ['2026-03-02T09:00:00Z', '2026-03-02T09:01:00Z']) await saw(world, { owner: 'x@example.com', at });
    expect(await world.events()).toEqual([]);
    expect(await world.ledger.getAll('suspects')).toEqual([
      {
        id: 'x@example.com',
        about: 'own-address',
        reason: 'new-account',
        because: 'google-calendar-page',
        since: '2026-03-02T09:00:00Z',
      },
    ]);
  });

  it('of a connected account is the mentor’s own', async () => {
    const world = await start();
    world.provider.address = 'second@example.org';
    await world.handlers['account.connect']({ provider: 'google' }, undefined);
    await saw(world, { owner: 'second@example.org' });
    expect(await idsOf(world)).toEqual(['e1']);
  });

  it('that does not tell its owner is taken as the mentor’s', async () => {
    const world = await start();
    await saw(world, { owner: null });
    expect(await idsOf(world)).toEqual(['e1']);
  });

  it('before anybody is mentored keeps nothing', async () => {
    const world = await start();
    await world.ledger.apply([{ list: 'relationships', remove: 'pair' }]);
    await saw(world);
    expect(await world.events()).toEqual([]);
  });

  it('of an event that the account then says is gone is gone with it', async () => {
    const world = await start();
    await world.sync();
    await saw(world);
    world.provider.remove('primary', 'e1');
    world.pass(15);
    await world.sync();
    expect(await idsOf(world)).toEqual(['e2']);
  });
});

describe('a file of events', () => {
  const bring = (world: World, title = 'From the file') =>
    world.handlers['calendar.import'](
      { name: 'term.ics', events: ['f1', 'f2'].map((id) => event(id, { title })), last: true },
      undefined,
    );

  it('is told what it added, changed and left', async () => {
    const world = await start();
    expect(await bring(world)).toEqual({ added: 2, changed: 0, same: 0 });
    expect(await bring(world)).toEqual({ added: 0, changed: 0, same: 2 });
    expect(await bring(world, 'Renamed')).toEqual({ added: 0, changed: 2, same: 0 });
  });

  it('that tells of an account’s event makes no second one', async () => {
    const world = await start();
    await world.sync();
    const events = [event('file id', { uid: 'e1@example.edu' })];
    expect(await world.handlers['calendar.import']({ name: 'a.ics', events, last: true }, undefined)).toMatchObject({
      added: 0,
    });
    expect(await idsOf(world)).toEqual(['e1', 'e2']);
  });
});
