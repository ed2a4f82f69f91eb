import { describe, expect, it } from 'vitest';
import type { LedgerError } from '../../../src/ledger/ledger.ts';
import { derivedOf } from '../../ledger/facts.ts';
import { factsWith, mailFrom, monday, replyTo } from './facts.ts';
import { startWorld } from './world.ts';

/** Mail of Sunday 12:00 in Paris: due on Tuesday 12:00. */
const sunday = '2026-03-01T11:00:00Z';
const due = '2026-03-03T11:00:00Z';
const warnAt = '2026-03-03T05:00:00Z';
const quietEnds = '2026-03-03T07:00:00Z';

describe('the worker at its start', () => {
  it('sets one alarm for the next change and one heartbeat', async () => {
    const { browser, nextAlarm } = await startWorld(monday, factsWith({ messages: [mailFrom('ana', sunday)] }));
    expect([...browser.alarms.keys()].sort()).toEqual(['heartbeat', 'next-change']);
    // Local midnight in Paris comes first: what is due on Tuesday is then due today.
    expect(nextAlarm).toBe('2026-03-02T23:00:00Z');
  });

  it('sets no exact alarm when nothing changes by itself', async () => {
    const { browser } = await startWorld(monday);
    expect([...browser.alarms.keys()]).toEqual(['heartbeat']);
    expect(browser.badge.text).toBe('');
  });

  it('does nothing more when it starts again', async () => {
    const world = await startWorld(due, factsWith({ messages: [mailFrom('ana', sunday)] }));
    const before = world.browser.snapshot();
    for (let times = 0; times < 3; times++) await world.start();
    expect(world.browser.snapshot()).toEqual(before);
    expect(world.reported).toEqual([]);
  });

  it('sets again the alarms an update cleared', async () => {
    const world = await startWorld(monday, factsWith({ messages: [mailFrom('ana', sunday)] }));
    const before = world.nextAlarm;
    world.browser.alarms.clear();
    await world.start();
    expect([...world.browser.alarms.keys()].sort()).toEqual(['heartbeat', 'next-change']);
    expect(world.nextAlarm).toBe(before);
  });

  it('judges anew after an update what was judged by other rules', async () => {
    const world = await startWorld(monday, factsWith({ messages: [mailFrom('ana', sunday)] }));
    const ledger = await world.open();
    await world.putDerived({ ...derivedOf('pair-ana', { verdicts: [] }), at: monday });
    await world.start();
    const row = (await ledger.readDerived()).find((each) => each.relationship === 'pair-ana');
    expect(row?.verdicts).toHaveLength(1);
    ledger.close();
  });

  it('reports a ledger it cannot open, and starts all the same', async () => {
    const world = await startWorld(monday);
    const name = (await indexedDB.databases()).at(-1)!.name!;
    world.stop();
    await new Promise((resolve) => {
      const opening = indexedDB.open(name, 99);
      opening.onsuccess = () => {
        opening.result.close();
        resolve(null);
      };
    });
    await world.start();
    expect(new Set(world.reported.map((each) => (each as LedgerError).code))).toEqual(new Set(['newer-version']));
  });
});

describe('as time passes', () => {
  it('the alarm leads from change to change: due today, warned, late', async () => {
    const world = await startWorld(monday, factsWith({ messages: [mailFrom('ana', sunday)] }));
    const seen: unknown[] = [];
    const look = () => seen.push([world.nextAlarm, world.browser.badge.text, world.browser.notifications.length]);
    look();
    await world.ring();
    look();
    await world.ring();
    look();
    await world.ring();
    look();
    expect(seen).toEqual([
      ['2026-03-02T23:00:00Z', '', 0],
      [quietEnds, '1', 0],
      [due, '1', 1],
      ['2026-03-03T23:00:00Z', '1', 2],
    ]);
    expect(warnAt < quietEnds).toBe(true);
    expect(world.browser.notifications.map((each) => each.title)).toEqual([
      expect.stringMatching(/^Answer ana by .* today$/),
      expect.stringMatching(/^ana is waiting; an answer was due .* today$/),
    ]);
  });

  it('an answer takes the badge and the reminders away', async () => {
    const world = await startWorld('2026-03-03T10:00:00Z', factsWith({ messages: [mailFrom('ana', sunday)] }));
    expect(world.browser.badge.text).toBe('1');
    const facts = await world.open();
    await facts.apply([{ list: 'messages', put: replyTo('ana', '2026-03-03T10:00:00Z') }]);
    facts.close();
    world.setClock(due);
    await world.start();
    expect([world.browser.badge.text, world.browser.notifications, world.browser.tried.length]).toEqual(['', [], 1]);
  });

  it('says several things in one notification', async () => {
    const messages = [mailFrom('ana', sunday), mailFrom('ben', '2026-03-01T10:30:00Z')];
    const { browser } = await startWorld(due, factsWith({ messages }));
    expect(browser.notifications).toHaveLength(1);
    expect(browser.notifications[0]?.title).toBe('Your mentees: 2 late');
    expect(browser.badge.text).toBe('2');
  });
});

describe('a notification', () => {
  const facts = () => factsWith({ messages: [mailFrom('ana', sunday)] });

  it('is noted before it is shown, so that it is never tried twice even if it fails', async () => {
    const world = await startWorld(monday, facts());
    world.browser.notificationsFail = true;
    world.setClock(due);
    for (let times = 0; times < 3; times++) await world.start();
    expect(world.browser.tried).toHaveLength(1);
    expect(world.reported).toHaveLength(1);
    expect([...world.browser.alarms.keys()].sort()).toEqual(['heartbeat', 'next-change']);
    expect(world.browser.badge.text).toBe('1');
  });

  it('is not shown twice by a worker that is stopped anywhere', async () => {
    const world = await startWorld(monday, facts());
    world.setClock(due);
    for (let calls = 0; calls < 12; calls++) {
      world.browser.callsLeft = calls;
      void world.start();
      for (let step = 0; step < 60; step++) await new Promise(setImmediate);
      world.stop();
    }
    world.browser.callsLeft = Number.POSITIVE_INFINITY;
    await world.start();
    expect(world.browser.tried.length).toBeLessThanOrEqual(1);
    const ledger = await world.open();
    expect(await ledger.getAll('reminders')).toMatchObject([{ dueToldAt: due }]);
    ledger.close();
  });

  it('opens the thread it speaks of', async () => {
    const world = await startWorld(due, facts());
    world.browser.clicked.fire(world.browser.notifications[0]!.id);
    await expect.poll(() => world.browser.notifications).toEqual([]);
    // The thread's id is no id Gmail knows, so its search for the mentee opens.
    expect(world.browser.opened).toHaveLength(1);
    expect(world.browser.opened[0]).toMatch(
      /^https:\/\/mail\.google\.com\/mail\/\?authuser=me%40example\.edu#search\//,
    );
  });

  it('opens a thread of Gmail by its id', async () => {
    const message = { ...mailFrom('ana', sunday), threadId: '19514b2a7c9d0e1f' };
    const world = await startWorld(due, factsWith({ messages: [message] }));
    world.browser.clicked.fire(world.browser.notifications[0]!.id);
    await expect.poll(() => world.browser.opened).toHaveLength(1);
    expect(world.browser.opened[0]).toContain('#all/19514b2a7c9d0e1f');
  });

  it('opens the overview when what it speaks of is settled', async () => {
    const world = await startWorld(due, facts());
    const { id } = world.browser.notifications[0]!;
    const ledger = await world.open();
    await ledger.apply([{ list: 'messages', put: replyTo('ana', due) }]);
    ledger.close();
    await world.start();
    world.browser.clicked.fire(id);
    await expect.poll(() => world.browser.popups).toBe(1);
    expect(world.browser.opened).toEqual([]);
  });

  it('opens the dashboard where there is no window for a popup', async () => {
    const world = await startWorld(due, facts());
    world.browser.hasWindow = false;
    world.browser.clicked.fire('many:2026-03-03T11:00:00Z');
    await expect.poll(() => world.browser.opened).toEqual(['chrome-extension://waymark-id/dashboard.html']);
  });
});
