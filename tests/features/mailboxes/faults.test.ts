import { describe, expect, it } from 'vitest';
import { AccountProblem, type AccountProblemCode } from '../../../src/accounts/account.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import { ana, mail, me } from './fake-mail.ts';
import { account, type MailWorld, startMail } from './mail-world.ts';

const start = () =>
  startMail((provider) => {
    provider.pageSize = 2;
    for (let index = 0; index < 6; index++) provider.arrive('inbox', mail(`i${index}`, ana, me));
    provider.arrive('sent', mail('s0', me, ana));
  });

const all = ['i0', 'i1', 'i2', 'i3', 'i4', 'i5', 's0'];
const idsOf = async (world: MailWorld) => (await world.messages()).map(({ id }) => id).sort();
const problemOf = async (world: MailWorld) => (await world.ledger.get('accounts', account))!.problem;

function failAt(world: MailWorld, what: string, code: AccountProblemCode, retryAfter?: number): void {
  world.provider.fault = (_request, asked) => {
    if (asked !== what) return;
    world.provider.fault = () => {};
    throw new AccountProblem(code, 'fault', retryAfter);
  };
}

describe('a fault while mail is read', () => {
  it('a token that ran out is renewed once, with the right to read mail, and nobody notices', async () => {
    const world = await start();
    world.provider.fault = (_request, what) => {
      if (what !== 'inbox 6 2') return;
      world.provider.token = 'another';
      world.provider.fault = () => {};
    };
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect(world.provider.asked.filter((what) => what === 'renew')).toHaveLength(1);
    expect(world.provider.wantedMore).toEqual(['mail']);
  });

  it('mail that was not allowed is a problem of the mailboxes, not of the account', async () => {
    const world = await start();
    world.tokens.set(account, { ...world.tokens.get(account)!, scopes: ['read'] });
    expect(await world.sync()).toBeUndefined();
    expect([(await world.mailbox()).problem, await problemOf(world)]).toEqual([
      { code: 'scope-missing', since: world.now },
      undefined,
    ]);
    await world.connectMail();
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect((await world.mailbox()).problem).toBeUndefined();
  });

  it('access revoked in the middle stops all asking, and signing in again goes on where it was', async () => {
    const world = await start();
    world.provider.renews = false;
    world.provider.fault = (_request, what) => {
      if (what === 'inbox 6 4') world.provider.token = 'another';
    };
    await world.sync();
    expect(await problemOf(world)).toEqual({ code: 'signed-out', since: world.now });
    expect(await world.mailbox()).toMatchObject({ cursor: { page: '6 4' } });
    world.provider.fault = () => {};
    await world.handlers['account.connect']({ provider: 'google', account }, undefined);
    expect(world.provider.wantedMore).toEqual(['mail']);
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect(world.provider.asked.filter((what) => what === 'inbox full')).toHaveLength(1);
  });

  it.each<[AccountProblemCode, number | undefined, string]>([
    ['rate-limited', 2.128, '2026-03-02T09:00:03Z'],
    ['quota', undefined, '2026-03-02T09:00:30Z'],
    ['offline', undefined, '2026-03-02T09:00:30Z'],
  ])('%s, asked to wait %s s, has the account wait until %s', async (code, retryAfter, until) => {
    const world = await start();
    failAt(world, 'inbox 6 2', code, retryAfter);
    expect(await world.sync()).toBe(until);
    world.time = Date.parse(until);
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
    expect(await problemOf(world)).toBeUndefined();
  });

  it.each<AccountProblemCode>(['server', 'unreadable', 'failed'])(
    '%s has that folder wait, and the others go on',
    async (code) => {
      const world = await start();
      failAt(world, 'inbox full', code);
      await world.sync();
      expect((await world.mailbox()).problem).toMatchObject({ code, retryAt: '2026-03-02T09:00:30Z' });
      expect(await idsOf(world)).toEqual(['s0']);
    },
  );

  it('an answer that hangs is given up', async () => {
    const world = await start();
    world.provider.fault = (_request, what) => {
      if (what !== 'inbox full') return;
      world.patience.abort();
      return new Promise(() => {});
    };
    const slice = world.sync();
    await expect.poll(async () => (await world.mailbox()).problem?.code).toBe('no-answer');
    world.patience = new AbortController();
    world.provider.fault = () => {};
    await slice;
    world.pass(5);
    await world.sync();
    expect(await idsOf(world)).toEqual(all);
  });

  it.each(['mail.disconnect', 'account.disconnect'] as const)(
    '%s while a page is asked for: nothing comes back',
    async (how) => {
      const world = await start();
      world.provider.fault = async (_request, what) => {
        if (what !== 'inbox 6 2') return;
        world.provider.fault = () => {};
        if (how === 'mail.disconnect') await world.mailHandlers[how]({ account }, undefined);
        else await world.handlers[how]({ account, events: false }, undefined);
      };
      await world.sync();
      expect(await world.ledger.getAll('mailboxes')).toEqual([]);
      expect(await idsOf(world)).toEqual(['i0', 'i1']);
    },
  );
});

describe('what an account’s mail covers', () => {
  it('is nothing before all of its folders were read', async () => {
    const world = await start();
    failAt(world, 'sent full', 'server');
    await world.sync();
    expect(await world.source()).toBeUndefined();
    world.pass(1);
    await world.sync();
    expect(await world.source()).toEqual({
      id: 'microsoft-mail me@example.edu',
      source: 'microsoft-mail',
      address: me,
      from: '2025-08-31T22:00:00Z',
      to: '2026-03-02T09:00:00Z',
      people: ['ana'],
    });
  });

  it('grows to the slowest of its folders', async () => {
    const world = await start();
    await world.sync();
    world.pass(20);
    const reached = world.now;
    await world.sync();
    expect((await world.source())!.to).toBe(reached);
    world.pass(20);
    failAt(world, 'sent 1', 'server');
    await world.sync();
    expect((await world.source())!.to).toBe(reached);
  });

  const problem = async (minutes: number) => {
    const world = await start();
    await world.sync();
    world.provider.renews = false;
    world.provider.token = 'another';
    world.pass(20);
    const since = world.now;
    const next = await world.sync();
    world.pass(minutes);
    await world.sync();
    return { world, since, next };
  };

  it('ends where it can’t be read for longer than it takes to read it again, and says since when', async () => {
    expect((await (await problem(14)).world.source())!.blindSince).toBeUndefined();
    const { world, since, next } = await problem(15);
    expect(next).toBe(new Date(Date.parse(since) + 15 * 60_000).toISOString().replace('.000Z', 'Z'));
    expect(await world.source()).toMatchObject({ to: '2026-03-02T09:00:00Z', blindSince: since });
  });

  it('makes a month that is still open cannot-tell while it is blind, and open again once it is read', async () => {
    const { world } = await problem(15);
    const march = async () => {
      const ledger = await world.ledger.readAll();
      const [pair] = ledger.relationships;
      const programmed = { ...ledger, relationships: [{ ...pair!, programme: 'umms-peer-mentoring' }] };
      return judge(programmed, world.now).find(
        ({ rule, subject }) => rule === 'monthly-contact' && subject.window!.from === '2026-03-01',
      );
    };
    expect(await march()).toMatchObject({ state: 'cannot-tell', doubt: { code: 'blind', source: 'microsoft-mail' } });
    world.provider.renews = true;
    await world.handlers['account.connect']({ provider: 'google', account }, undefined);
    await world.sync();
    expect((await world.source())!.blindSince).toBeUndefined();
    expect(await march()).toMatchObject({ state: 'open' });
  });

  it('no longer grows once it is let go of, and nobody is asked to sign in again', async () => {
    const { world } = await problem(15);
    await world.mailHandlers['mail.disconnect']({ account }, undefined);
    expect(await world.source()).toMatchObject({ to: '2026-03-02T09:00:00Z' });
    expect((await world.source())!.blindSince).toBeUndefined();
    expect(await idsOf(world)).toEqual(all);
  });
});
