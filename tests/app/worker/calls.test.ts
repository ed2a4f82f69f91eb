import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../src/files/backup.ts';
import { watchLedger } from '../../../src/ledger/announce.ts';
import { senders } from '../fake-browser.ts';
import { factsWith, mailFrom, monday } from './facts.ts';
import { startWorld, type World } from './world.ts';

const sunday = '2026-03-01T11:00:00Z';
const due = '2026-03-03T11:00:00Z';
const facts = () => factsWith({ messages: [mailFrom('ana', sunday)] });
const gmail = 'https://mail.google.com/*';

const logged = {
  relationship: 'pair-ana',
  with: ['ana'],
  channel: 'call',
  direction: 'out',
  made: true,
  at: monday,
};

async function read<T>(world: World, work: (ledger: Awaited<ReturnType<World['open']>>) => Promise<T>): Promise<T> {
  const ledger = await world.open();
  try {
    return await work(ledger);
  } finally {
    ledger.close();
  }
}

describe('a call to the worker', () => {
  it('is listened for as soon as the worker runs', async () => {
    const world = await startWorld(monday, facts());
    expect(world.browser.messageListeners).toHaveLength(1);
  });

  it('is acknowledged once it is stored', async () => {
    const world = await startWorld(monday, facts());
    const answer = await world.browser.send('contact.log', logged, senders.popup);
    expect(answer).toMatchObject({ ok: true, value: { list: 'contacts' } });
    expect(await read(world, (ledger) => ledger.getAll('contacts'))).toHaveLength(1);
  });

  it('that is repeated, its acknowledgement being lost, is stored once', async () => {
    const world = await startWorld(monday, facts());
    await world.browser.send('contact.log', logged, senders.popup, 'the-same');
    await world.start();
    const answer = await world.browser.send('contact.log', logged, senders.popup, 'the-same');
    expect(answer).toMatchObject({ ok: true });
    expect(await read(world, (ledger) => ledger.getAll('contacts'))).toHaveLength(1);
    await world.browser.send('contact.log', logged, senders.popup, 'another');
    expect(await read(world, (ledger) => ledger.getAll('contacts'))).toHaveLength(2);
  });

  it('settles what it answers: badge and alarm follow', async () => {
    const world = await startWorld(due, facts());
    expect(world.browser.badge.text).toBe('1');
    const input = { relationship: 'pair-ana', mentee: 'ana', answers: 'm-ana', channel: 'call', at: due };
    await world.browser.send('reply.answeredElsewhere', input, senders.gmail);
    await world.settle();
    expect(world.browser.badge.text).toBe('');
    expect(world.nextAlarm).not.toBe(due);
  });

  it('puts one thing off until an instant, and the alarm is set for it', async () => {
    const world = await startWorld('2026-03-03T09:00:00Z', facts());
    const key = world.browser.notifications[0]!.id.replace('one:', '');
    const until = '2026-03-03T10:15:00Z';
    await world.browser.send('reply.remindLater', { key, until }, senders.popup);
    await world.settle();
    expect([world.nextAlarm, world.browser.badge.text]).toEqual([until, '']);
    await world.ring();
    expect([world.browser.notifications.length, world.browser.badge.text]).toEqual([2, '1']);
  });

  it('puts everything off', async () => {
    const world = await startWorld('2026-03-02T12:00:00Z', facts());
    await world.browser.send('remind.snoozeAll', { until: '2026-03-04T12:00:00Z' }, senders.popup);
    world.setClock(due);
    await world.start();
    expect(world.browser.notifications).toEqual([]);
    world.setClock('2026-03-04T12:00:00Z');
    await world.start();
    expect(world.browser.notifications).toHaveLength(1);
  });

  it('from a page may not do what only our own pages may', async () => {
    const world = await startWorld(monday, facts());
    const answer = await world.browser.send('ledger.erase', {}, senders.gmail);
    expect(answer).toEqual({ ok: false, code: 'not-allowed' });
    expect((await read(world, (ledger) => ledger.readAll())).people).toHaveLength(3);
  });

  it('about what decides a line is for pages alone, which may put a message right too', async () => {
    const world = await startWorld(monday, facts());
    const asked = { source: 'gmail-page', owner: null, thread: 'unknown' };
    expect(await world.browser.send('thread.why', asked, senders.popup)).toEqual({ ok: false, code: 'not-allowed' });
    expect(await world.browser.send('thread.why', { thread: 1 }, senders.gmail)).toMatchObject({ code: 'bad-input' });
    expect(await world.browser.send('thread.why', asked, senders.gmail)).toMatchObject({ code: 'not-found' });
    const said = { message: 'm-ana', kind: 'auto-reply' };
    expect(await world.browser.send('message.correct', said, senders.gmail)).toMatchObject({ ok: true });
    expect(await read(world, (ledger) => ledger.getAll('corrections'))).toMatchObject([{ ...said, at: monday }]);
  });

  it('tells other pages of ours which lists changed', async () => {
    const world = await startWorld(monday, facts());
    const end = new AbortController();
    const heard = new Promise((resolve) => watchLedger(end.signal, resolve));
    await world.browser.send('contact.log', logged, senders.popup);
    expect(await heard).toEqual(['contacts']);
    end.abort();
  });

  it('restores a backup, and everything follows from it', async () => {
    const world = await startWorld(due);
    const text = writeBackup(facts());
    expect(await world.browser.send('ledger.restore', { text }, senders.dashboard)).toEqual({
      ok: true,
      value: { records: 9 },
    });
    await world.settle();
    expect(world.browser.badge.text).toBe('1');
  });

  const broken: [string, (text: string) => string, string][] = [
    ['is cut', (text) => text.slice(0, -20), 'unreadable'],
    ['is of a newer version', (text) => text.replace('"version":1', '"version":2'), 'newer-version'],
    ['carries __proto__', (text) => text.replace('"people":[{', '"people":[{"__proto__":{"a":1},'), 'unreadable'],
    ['is something else', () => '{"hello":1}', 'unreadable'],
  ];
  it.each(broken)('refuses a backup that %s, and nothing is lost', async (_title, damage, code) => {
    const world = await startWorld(monday, facts());
    const before = await read(world, (ledger) => ledger.readAll());
    const answer = await world.browser.send(
      'ledger.restore',
      { text: damage(writeBackup(facts())) },
      senders.dashboard,
    );
    expect(answer).toMatchObject({ ok: false, code });
    expect(await read(world, (ledger) => ledger.readAll())).toEqual(before);
  });
});

describe('open mail pages', () => {
  async function withPages() {
    const world = await startWorld(monday, facts());
    world.browser.tabs = [
      { id: 1, url: 'https://mail.google.com/mail/u/0/', heard: [] },
      { id: 2, url: 'https://example.org/', heard: [] },
      { id: 3, url: 'https://outlook.live.com/mail/', heard: [] },
    ];
    world.browser.grant(gmail);
    await world.settle();
    for (const tab of world.browser.tabs) tab.heard = [];
    return world;
  }

  it('are told to ask again when a person said something, without what', async () => {
    const world = await withPages();
    await world.browser.send('contact.log', logged, senders.popup);
    await world.settle();
    expect(world.browser.tabs.map((tab) => tab.heard)).toEqual([[{ waymark: 'changed' }], [], []]);
  });

  it('are told when a deadline passed', async () => {
    const world = await withPages();
    world.setClock(due);
    world.browser.alarm.fire({ name: 'heartbeat' });
    await world.settle();
    expect(world.browser.tabs[0]?.heard).toEqual([{ waymark: 'changed' }]);
  });

  it('are not told when a page only showed again what is known', async () => {
    const world = await withPages();
    const sight = (at: string) => ({
      source: 'gmail-page',
      owner: 'me@example.edu',
      at,
      zone: 'Europe/Paris',
      view: { list: 'inbox', complete: true },
      rows: [],
      thread: null,
      unreadable: false,
      disagreements: {},
    });
    for (const at of ['2026-03-02T09:00:10Z', '2026-03-02T09:00:20Z']) {
      expect(await world.browser.send('page.saw', sight(at), senders.gmail)).toMatchObject({ ok: true });
      await world.settle();
    }
    expect(world.browser.tabs[0]?.heard).toEqual([]);
  });
});
