import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/domain/thread/message.ts';
import { deadlinesHandlers } from '../../../src/features/deadlines/worker.ts';
import { ana, mail, me } from './fake-mail.ts';
import { account, type MailWorld, startMail } from './mail-world.ts';

const start = () => startMail((provider) => provider.arrive('inbox', mail('a', ana, me)));

describe('letting an account’s mail be read', () => {
  it('asks the provider for that in addition, and makes its folders known', async () => {
    const world = await start();
    expect(world.provider.wantedMore).toEqual(['mail']);
    const mailboxes = await world.ledger.getAll('mailboxes');
    expect(mailboxes.map(({ folder }) => folder).sort()).toEqual(['archive', 'inbox', 'sent']);
    expect(mailboxes[0]).toMatchObject({ account, provider: 'google', askedAt: world.now });
  });

  it('keeps what was read when it is done again', async () => {
    const world = await start();
    await world.sync();
    const { cursor } = await world.mailbox();
    await world.connectMail();
    expect(await world.mailbox()).toMatchObject({ cursor });
    expect(await world.ledger.getAll('mailboxes')).toHaveLength(3);
  });

  it('needs a client that may ask for it', async () => {
    const world = await start();
    world.hasClient = false;
    const outcome = await world.mailHandlers['mail.connect']({ provider: 'google' }, undefined);
    expect(outcome).toEqual({ done: false, code: 'not-configured' });
  });

  it('is asked of nobody who only connects a calendar', async () => {
    const world = await start();
    await world.mailHandlers['mail.disconnect']({ account }, undefined);
    await world.handlers['account.connect']({ provider: 'google', account }, undefined);
    expect([world.provider.wantedMore, await world.ledger.getAll('mailboxes')]).toEqual([[], []]);
  });

  it('and letting go of the account forgets its folders; messages stay', async () => {
    const world = await start();
    await world.sync();
    await world.handlers['account.disconnect']({ account, events: true }, undefined);
    expect(await world.ledger.getAll('mailboxes')).toEqual([]);
    expect((await world.messages()).map(({ id }) => id)).toEqual(['a']);
  });

  it('of an account there is none of fails', async () => {
    const world = await start();
    await expect(world.mailHandlers['mail.disconnect']({ account: 'x' }, undefined)).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('asking for a run', () => {
  it('makes every folder due now, and ends a wait of our own', async () => {
    const world = await start();
    await world.sync();
    const mailbox = await world.mailbox();
    const problem = { code: 'offline' as const, since: world.now, retryAt: '2026-03-02T10:00:00Z' };
    await world.ledger.apply([{ list: 'mailboxes', put: { ...mailbox, problem } }]);
    world.provider.arrive('inbox', mail('b', ana, me));
    await world.mailHandlers['mail.sync']({}, undefined);
    await world.sync();
    expect(await world.messages()).toHaveLength(2);
    expect((await world.mailbox()).askedAt).toBeUndefined();
  });
});

describe('a mailbox file', () => {
  const file = (more: Partial<Message> = {}) => mail('<f@x>', ana, me, { threadId: '<f@x>', ...more });
  const bring = (world: MailWorld, messages: Message[], last?: { sent: boolean; received: boolean }) =>
    world.mailHandlers['mail.import'](
      {
        name: 'All mail.mbox',
        messages,
        merged: [],
        ...(last && { last: { from: '2025-09-01T00:00:00Z', to: '2026-03-01T00:00:00Z', ...last } }),
      },
      undefined,
    );
  const files = async (world: MailWorld) =>
    (await world.ledger.getAll('sources')).filter(({ source }) => source === 'file');

  it('is told what it added, changed and left; the same again changes nothing', async () => {
    const world = await start();
    const both = { sent: true, received: true };
    expect(await bring(world, [file()], both)).toEqual({ added: 1, changed: 0, same: 0 });
    const before = await world.ledger.readAll();
    world.pass(5);
    expect(await bring(world, [file()], both)).toMatchObject({ added: 0, changed: 0 });
    expect(await world.ledger.readAll()).toEqual(before);
  });

  it('adds nothing to what an account told, but where it was seen too', async () => {
    const world = await start();
    await world.sync();
    const [known] = await world.messages();
    const same = file({ id: known!.internetMessageId!, internetMessageId: known!.internetMessageId! });
    expect(await bring(world, [same])).toEqual({ added: 0, changed: 1, same: 0 });
    expect(await world.messages()).toMatchObject([{ id: 'a', threadId: 't-a', seenIn: [{}, { source: 'file' }] }]);
  });

  it('keeps nothing of anybody else', async () => {
    const world = await start();
    await bring(world, [file({ from: { email: 'bank@example.com' } })]);
    expect(await world.messages()).toEqual([]);
  });

  it.each([
    [true, true, 1],
    [true, false, 0],
    [false, true, 0],
  ])('that holds what was sent (%s) and received (%s) makes %d stretch covered', async (sent, received, count) => {
    const world = await start();
    await bring(world, [file()]);
    expect(await files(world)).toEqual([]);
    await bring(world, [], { sent, received });
    const found = await files(world);
    expect(found).toHaveLength(count);
    if (count > 0) expect(found).toMatchObject([{ from: '2025-09-01T00:00:00Z', people: ['ana'] }]);
  });

  it('has an address under a mentee’s name asked about, once, and never assumed', async () => {
    const world = await start();
    const [pair] = await world.ledger.getAll('relationships');
    await world.ledger.apply([{ list: 'people', put: { id: 'ana', name: 'Ana Ruiz', emails: [ana] } }]);
    const stranger = file({ from: { name: 'Ruiz, Ana', email: 'ruiz.a@alumni.example' }, cc: [{ email: ana }] });
    await bring(world, [stranger]);
    expect(await world.ledger.getAll('suspects')).toMatchObject([
      { id: 'ruiz.a@alumni.example', about: 'mentee', reason: 'same-name', person: 'ana', relationship: pair!.id },
    ]);
    const deadlines = deadlinesHandlers<undefined>({
      nameOf: (source) => source,
      open: async () => world.ledger,
      now: () => world.now,
      newId: () => 'new',
    });
    await deadlines['suspect.decide']({ email: 'ruiz.a@alumni.example', decision: 'yes' }, undefined);
    expect((await world.ledger.get('people', 'ana'))?.emails).toEqual([ana, 'ruiz.a@alumni.example']);
    await deadlines['fact.undo']({ list: 'suspects', id: 'ruiz.a@alumni.example' }, undefined);
    expect((await world.ledger.get('people', 'ana'))?.emails).toEqual([ana]);
  });
});

describe('what a person says a message is', () => {
  it('is a fact with a date, which can be taken back, and which no source overrules', async () => {
    const world = await start();
    await world.sync();
    const undo = await world.mailHandlers['message.correct']({ message: 'a', kind: 'bulk' }, undefined);
    expect(await world.ledger.getAll('corrections')).toEqual([
      { id: undo.id, message: 'a', at: world.now, kind: 'bulk' },
    ]);
    await world.mailHandlers['message.correct']({ message: 'a', asks: false }, undefined);
    await world.mailHandlers['mail.sync']({}, undefined);
    await world.sync();
    expect(await world.ledger.getAll('corrections')).toHaveLength(2);
    const deadlines = deadlinesHandlers<undefined>({
      nameOf: (source) => source,
      open: async () => world.ledger,
      now: () => world.now,
      newId: () => 'new',
    });
    await deadlines['fact.undo'](undo, undefined);
    expect((await world.ledger.getAll('corrections')).map(({ asks }) => asks)).toEqual([false]);
  });

  it('is refused of a message nobody knows', async () => {
    const world = await start();
    const said = world.mailHandlers['message.correct']({ message: 'x', asks: false }, undefined);
    await expect(said).rejects.toMatchObject({ code: 'not-found' });
  });
});
