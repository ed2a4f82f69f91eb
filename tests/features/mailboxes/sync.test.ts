import { describe, expect, it } from 'vitest';
import { ana, ben, type FakeMail, mail, me } from './fake-mail.ts';
import { type MailWorld, startMail } from './mail-world.ts';

const at = (index: number) => new Date(Date.parse('2026-02-01T09:00:00Z') + index * 60_000).toISOString();

/** So many received, and half as many sent. */
const many = (count: number) => (provider: FakeMail) => {
  for (let index = 0; index < count; index++) {
    provider.arrive('inbox', mail(`i${index}`, ana, me, { sentAt: at(index) }));
    if (index % 2 === 0) provider.arrive('sent', mail(`s${index}`, me, ana, { sentAt: at(index) }));
  }
};

async function expectMirrored(world: MailWorld): Promise<void> {
  const stored = (await world.messages()).map(({ seenIn: _, ...facts }) => facts);
  const held = [...world.provider.folders.values()].flatMap(({ messages }) => [...messages.values()]);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  expect(stored.sort(byId)).toEqual(held.sort(byId));
}

describe('reading an account’s mail', () => {
  it('reads every folder in full, then what changed', async () => {
    const world = await startMail(many(600));
    await world.sync();
    await expectMirrored(world);
    world.provider.arrive('sent', mail('reply', me, ana));
    world.pass(20);
    const before = world.provider.asked.length;
    await world.sync();
    await expectMirrored(world);
    expect(world.provider.asked.slice(before).sort()).toEqual(['archive 0', 'inbox 600', 'sent 300']);
  });

  it('says of each message in which account it was seen', async () => {
    const world = await startMail(many(1));
    await world.sync();
    const seenIn = [{ source: 'microsoft-mail', address: me, at: world.now }];
    expect((await world.messages()).map((message) => message.seenIn)).toEqual([seenIn, seenIn]);
  });

  it('keeps nothing of anybody else, even where it is handed it', async () => {
    const world = await startMail((provider) => {
      provider.isLax = true;
      provider.arrive('inbox', mail('a', ana, me));
      provider.arrive('inbox', mail('b', 'bank@example.com', me));
      provider.arrive('sent', mail('c', me, me));
    });
    await world.sync();
    expect((await world.messages()).map(({ id }) => id)).toEqual(['a']);
    expect(JSON.stringify(await world.ledger.readAll())).not.toContain('bank@');
  });

  it('does not take a message that was deleted for one that was never sent', async () => {
    const world = await startMail(many(3));
    await world.sync();
    world.provider.leave('inbox', 'i1');
    world.pass(15);
    await world.sync();
    expect((await world.messages()).map(({ id }) => id)).toContain('i1');
  });

  it('asks for nothing before anybody is mentored', async () => {
    const world = await startMail(many(1));
    await world.ledger.apply([{ list: 'relationships', remove: 'pair' }]);
    const asked = world.provider.asked.length;
    expect(await world.sync()).toBeUndefined();
    expect(world.provider.asked).toHaveLength(asked);
  });

  it('ends a slice when its time is up, and the next goes on', async () => {
    const world = await startMail(many(2500));
    world.provider.fault = () => world.pass(0.1);
    const asked = world.provider.asked.length;
    expect(await world.sync()).toBe(world.now);
    expect(world.provider.asked).toHaveLength(asked + 3);
    for (let slices = 0; slices < 6; slices++) await world.sync();
    await expectMirrored(world);
    expect(new Set(world.provider.asked.slice(asked)).size).toBe(world.provider.asked.length - asked);
  });

  it('goes on after what was told of changes ran out, and loses nothing', async () => {
    const world = await startMail(many(600));
    await world.sync();
    world.provider.arrive('inbox', mail('new', ana, me));
    world.provider.expiredBefore = 10_000;
    world.pass(15);
    await world.sync();
    await expectMirrored(world);
    const mailbox = await world.mailbox();
    expect([mailbox.problem, mailbox.cursor?.changes]).toEqual([undefined, '601']);
  });

  it('begins a page that ran out in the middle of a full run anew, a little later', async () => {
    const world = await startMail(many(600));
    const { mail: provided } = world.provider;
    const { open } = provided;
    let isExpired = false;
    provided.open = (given) => ({
      readPage: async (wanted) => {
        const { AccountProblem } = await import('../../../src/accounts/account.ts');
        if (wanted.cursor.page === '600 250' && !isExpired) {
          isExpired = true;
          throw new AccountProblem('expired-cursor', 'syncStateNotFound');
        }
        return open(given).readPage(wanted);
      },
    });
    await world.sync();
    expect((await world.mailbox()).problem?.code).toBe('failed');
    world.pass(1);
    await world.sync();
    await expectMirrored(world);
  });

  it('does not go round in a circle', async () => {
    const world = await startMail(many(600));
    const { mail: provided } = world.provider;
    const { open } = provided;
    provided.open = (given) => ({
      readPage: async (wanted) => ({ ...(await open(given).readPage(wanted)), cursor: { page: 'again' }, done: false }),
    });
    await world.sync();
    expect((await world.mailbox()).problem?.code).toBe('failed');
  });
});

describe('a new mentee', () => {
  it('has the account read again in full, for what was forgotten before', async () => {
    const world = await startMail((provider) => {
      provider.arrive('inbox', mail('a', ana, me));
      provider.arrive('inbox', mail('b', ben, me));
    });
    await world.sync();
    expect((await world.messages()).map(({ id }) => id)).toEqual(['a']);
    const before = world.provider.asked.length;
    await world.addMentee('ben');
    await world.sync();
    expect((await world.messages()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(world.provider.asked.slice(before).sort()).toEqual(['archive full', 'inbox full', 'sent full']);
    expect((await world.mailbox()).people).toEqual([ana, ben]);
  });

  it('in the middle of a full run has that run begin anew', async () => {
    const world = await startMail((provider) => {
      for (let index = 0; index < 600; index++) provider.arrive('inbox', mail(`b${index}`, ben, me));
    });
    world.provider.fault = (_request, what) => {
      if (what === 'inbox 600 250') world.pass(1);
    };
    await world.live(20);
    await world.addMentee('ben');
    world.provider.fault = () => {};
    await world.sync();
    expect(await world.messages()).toHaveLength(600);
  });

  it('is covered only once the account was read for them', async () => {
    const world = await startMail(many(1));
    await world.sync();
    expect((await world.source())?.people).toEqual(['ana']);
    await world.addMentee('ben');
    expect((await world.source())?.people).toEqual(['ana']);
    await world.sync();
    expect((await world.source())?.people).toEqual(['ana', 'ben']);
  });
});

describe('an engine that is stopped', () => {
  it('at every request and every transaction of 10 000 messages loses nothing and does nothing twice', async () => {
    const world = await startMail(many(6667));
    let lives = 0;
    // From life to life it gets one call further: it ends before and after each call of a step.
    for (let calls = 0; !(await world.live(calls % 64)) && lives < 400; calls++) lives++;
    await expectMirrored(world);
    expect(await world.messages()).toHaveLength(10_001);
    expect(lives).toBeGreaterThan(30);
    expect(lives).toBeLessThan(400);
    const mailbox = await world.mailbox();
    expect([mailbox.cursor?.changes, mailbox.cursor?.page, mailbox.problem]).toEqual(['6667', undefined, undefined]);
    expect(await world.source()).toMatchObject({ from: '2025-08-31T22:00:00Z', to: world.now });
  });

  it('right after a page was written goes on with the next one', async () => {
    const world = await startMail((provider) => {
      for (let index = 0; index < 1000; index++) provider.arrive('inbox', mail(`i${index}`, ana, me));
    });
    const apply = world.ledger.applyMessages.bind(world.ledger);
    world.ledger.applyMessages = async (changes) => {
      await apply(changes);
      throw new Error('stopped');
    };
    const first: string[] = [];
    for (let life = 0; life < 4; life++) {
      const asked = world.provider.asked.length;
      await world.sync().catch(() => {});
      first.push(world.provider.asked[asked]!);
    }
    expect(first).toEqual(['inbox full', 'inbox 1000 250', 'inbox 1000 500', 'inbox 1000 750']);
    expect(await world.messages()).toHaveLength(1000);
  });

  it('anywhere in runs of changes ends with the same messages as one that never was', async () => {
    for (let calls = 0; calls < 60; calls++) {
      const world = await startMail(many(6));
      await world.sync();
      world.provider.pageSize = 2;
      for (const id of ['a', 'b', 'c']) world.provider.arrive('inbox', mail(id, ana, me));
      world.provider.arrive('sent', mail('d', me, ana));
      world.pass(15);
      await world.live(calls);
      await world.sync();
      await expectMirrored(world);
    }
  });
});
