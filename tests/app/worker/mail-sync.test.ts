import { describe, expect, it } from 'vitest';
import { event } from '../../features/calendars/fake-provider.ts';
import { FakeMail, mail } from '../../features/mailboxes/fake-mail.ts';
import { senders } from '../fake-browser.ts';
import { factsWith, monday } from './facts.ts';
import { startWorld, type World } from './world.ts';

async function connected(fill: (provider: FakeMail, people: { mentee: string; me: string }) => void) {
  const facts = factsWith({});
  const world = await startWorld(monday, facts);
  const provider = new FakeMail();
  provider.add('primary', [event('e1')], { primary: true });
  const [pair] = facts.relationships;
  const emailOf = (id: string) => facts.people.find((person) => person.id === id)!.emails[0]!;
  const people = { mentee: emailOf(pair!.mentees[0]!), me: emailOf(pair!.me) };
  provider.address = people.me;
  fill(provider, people);
  world.providers = [provider];
  await world.start();
  const answer = await world.browser.send('mail.connect', { provider: 'google' }, senders.dashboard);
  expect(answer).toMatchObject({ ok: true });
  await world.settle();
  return { world, provider, people };
}

async function count(world: World): Promise<[number, number]> {
  const ledger = await world.open();
  const stored: [number, number] = [(await ledger.getAll('messages')).length, (await ledger.getAll('events')).length];
  ledger.close();
  return stored;
}

const later = (minutes: number) => new Date(Date.parse(monday) + minutes * 60_000).toISOString().replace('.000Z', 'Z');

async function passTo(world: World, minutes: number): Promise<void> {
  world.setClock(later(minutes));
  world.browser.alarm.fire({ name: 'calendar-sync' });
  await world.settle();
}

describe('an account whose mail is read', () => {
  it('is read at once, mail and calendar, and again a quarter of an hour later', async () => {
    const { world, provider, people } = await connected((fake, { mentee, me }) => {
      fake.arrive('inbox', mail('a', mentee, me, { sentAt: later(-60) }));
    });
    const [messages, events] = await count(world);
    expect(events).toBe(1);
    provider.arrive('inbox', mail('b', people.mentee, people.me, { sentAt: later(5) }));
    await passTo(world, 15);
    expect(await count(world)).toEqual([messages + 1, 1]);
  });

  it('that brings an answer sent from elsewhere settles what the badge counts', async () => {
    const { world, provider, people } = await connected((fake, { mentee, me }) => {
      fake.arrive('inbox', mail('a', mentee, me, { threadId: 't', sentAt: later(-60 * 49) }));
    });
    const before = Number(world.browser.badge.text);
    expect(before).toBeGreaterThan(0);
    provider.arrive('sent', mail('b', people.me, people.mentee, { threadId: 't', sentAt: later(10) }));
    await passTo(world, 15);
    expect(Number(world.browser.badge.text || 0)).toBe(before - 1);
  });

  it('has verdicts brought into line once for a whole slice, not after each of its pages', async () => {
    const { world, provider, people } = await connected((fake) => {
      fake.pageSize = 5;
    });
    for (let index = 0; index < 100; index++) {
      provider.arrive('inbox', mail(`i${index}`, people.mentee, people.me, { sentAt: later(-60 - index) }));
    }
    const { action } = world.browser.extension;
    const { setBadgeText } = action;
    let times = 0;
    action.setBadgeText = (details) => {
      times += 1;
      return setBadgeText(details);
    };
    const before = provider.asked.length;
    await passTo(world, 15);
    expect(provider.asked.length - before).toBeGreaterThan(20);
    // Once for the alarm, once for the slice.
    expect(times).toBe(2);
  });
});
