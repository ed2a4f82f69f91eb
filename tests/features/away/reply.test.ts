import { beforeEach, describe, expect, it } from 'vitest';
import { account, away, ReplyWorld, texts } from './reply-world.ts';

let world: ReplyWorld;
beforeEach(async () => {
  world = await new ReplyWorld().start();
});

const granted = () => {
  world.scopes.push('MailboxSettings.ReadWrite');
};

describe('setting an automatic reply', () => {
  it('asks for its scope once, then schedules it in the mentor’s zone, everything of theirs escaped', async () => {
    expect((await world.set()).outcome).toEqual({ done: true });
    expect(world.asked).toEqual(['sign in for MailboxSettings.ReadWrite', 'write on']);
    expect(world.state).toMatchObject({ on: true, from: '2026-03-10T04:00:00Z', to: '2026-03-17T04:00:00Z' });
    expect(world.state.inside).toContain(
      '<p>Thank you.</p><p>I am back on 17 March 2026 &lt;&amp; not before&gt;.</p>',
    );
    expect(world.state.outside).toContain('<p>Back on 17 March 2026.</p>');
  });

  it.each([
    ['refused', 'scope-missing'],
    ['closed-by-person', 'scope-missing'],
    ['offline', 'offline'],
  ] as const)('changes nothing where the sign-in ends with %s, and says %s', async (ends, code) => {
    world.signsIn = ends;
    const run = await world.set();
    expect(run).toMatchObject({ outcome: { done: false, code }, away: { replies: [] } });
    expect(world.state.on).toBe(false);
  });

  it('changes nothing where somebody else signs in', async () => {
    world.signedInAs = 'other@uni.example';
    expect((await world.set()).outcome).toEqual({ done: false, code: 'signed-out' });
    expect(world.state.on).toBe(false);
  });

  it('does nothing when the same is set already', async () => {
    granted();
    const first = await world.set();
    world.now = '2026-03-06T15:00:00Z';
    const again = await world.set(false, first.away);
    expect(again).toEqual(first);
    expect(world.asked).toEqual(['write on']);
  });

  it('sets a longer absence over its own, and still knows what stood before both', async () => {
    granted();
    world.change({ inside: 'old', outside: '' });
    const first = await world.set();
    const longer = { ...first.away, to: '2026-03-18', returns: '2026-03-19' };
    const again = await world.set(false, longer);
    expect(world.state).toMatchObject({ on: true, to: '2026-03-19T04:00:00Z' });
    expect(again.away.replies).toHaveLength(1);
    expect(again.away.replies?.[0]?.before).toMatchObject({ on: false, inside: 'old' });
  });

  it('replaces one that was set elsewhere only when told to, and keeps it', async () => {
    granted();
    world.change({ on: true, inside: 'Set in Outlook', outside: '' });
    expect((await world.set()).outcome).toEqual({ done: false, code: 'changed-meanwhile' });
    expect(world.state.inside).toBe('Set in Outlook');
    const run = await world.set(true);
    expect(run.outcome).toEqual({ done: true });
    expect(run.away.replies?.[0]?.before).toMatchObject({ on: true, inside: 'Set in Outlook', outsiders: 'nobody' });
  });

  it('takes one whose time has passed for none', async () => {
    granted();
    world.change({ on: true, inside: 'Last summer', from: '2025-07-01T00:00:00Z', to: '2025-07-20T00:00:00Z' });
    expect((await world.set()).outcome).toEqual({ done: true });
  });

  it('refuses to write over what somebody changed since this absence set it', async () => {
    granted();
    const { away: kept } = await world.set();
    world.change({ inside: 'Changed by an administrator' });
    const run = await world.set(false, { ...kept, to: '2026-03-18', returns: '2026-03-19' });
    expect(run.outcome).toEqual({ done: false, code: 'changed-meanwhile' });
    expect(run.away.replies).toEqual(kept.replies);
    expect(world.state.inside).toBe('Changed by an administrator');
  });

  it('takes it back when the provider kept something else: nothing stays half set', async () => {
    granted();
    world.change({ inside: 'old' });
    world.faults = [{ code: 'keeps-other' }];
    const run = await world.set();
    expect(run).toMatchObject({ outcome: { done: false, code: 'failed' }, away: { replies: [] } });
    expect(world.asked).toEqual(['write, kept as other', 'write off']);
    expect(world.state).toMatchObject({ on: false });
    expect(world.state.inside).toContain('old');
  });

  it('finds that it was set where only the answer was lost', async () => {
    granted();
    world.faults = [{ code: 'no-answer', when: 'after' }];
    const run = await world.set();
    expect(run.outcome).toEqual({ done: true });
    expect(run.away.replies).toHaveLength(1);
  });

  it.each(['offline', 'no-answer'] as const)('says %s where nothing was written', async (code) => {
    granted();
    world.faults = [{ code, when: 'before' }];
    expect(await world.set()).toMatchObject({ outcome: { done: false, code }, away: { replies: [] } });
    expect(world.state.on).toBe(false);
  });
});

describe('reading it', () => {
  it('asks nobody anything', async () => {
    expect(await world.setter.readReply(account)).toEqual({ outcome: { done: false, code: 'scope-missing' } });
    expect(world.asked).toEqual([]);
  });

  it('tells ours from one that was set elsewhere, as plain text', async () => {
    granted();
    world.change({
      on: true,
      inside: '<html><head><style>p{}</style></head><body><p>Gone&nbsp;&lt;b&gt;</p></body></html>',
    });
    expect(await world.setter.readReply(account)).toMatchObject({ state: { on: true, ours: false, text: 'Gone <b>' } });
    await world.set(true);
    expect(await world.setter.readReply(account)).toMatchObject({
      state: { on: true, ours: true, text: 'Thank you.\n\nI am back on 17 March 2026 <& not before>.' },
    });
  });

  it('says that it is not configured for an account that is gone', async () => {
    expect(await world.setter.readReply('microsoft gone')).toEqual({
      outcome: { done: false, code: 'not-configured' },
    });
  });
});

describe('coming back', () => {
  beforeEach(granted);

  it('puts back what stood before, its audience too', async () => {
    world.change({ inside: '<p>old</p>', outside: '<p>old, outside</p>', outsiders: 'nobody' });
    const { away: kept } = await world.set();
    expect(world.state.outsiders).toBe('everybody');
    world.now = '2026-03-12T15:00:00Z';
    const run = await world.setter.restore(kept);
    expect(run).toMatchObject({ outcome: { done: true }, replies: [{ restoredAt: '2026-03-12T15:00:00Z' }] });
    expect(world.state).toMatchObject({ on: false, outsiders: 'nobody' });
    expect(world.state.outside).toContain('old, outside');
  });

  it('schedules nothing in the past', async () => {
    world.change({ on: true, inside: 'Short', to: '2026-03-11T00:00:00Z', from: '2026-03-01T00:00:00Z' });
    const { away: kept } = await world.set(true);
    world.now = '2026-03-12T15:00:00Z';
    await world.setter.restore(kept);
    expect(world.state.on).toBe(false);
    expect(world.state.inside).toContain('Short');
  });

  it('leaves what somebody changed since, and says so', async () => {
    const { away: kept } = await world.set();
    world.change({ inside: 'Mine now' });
    const run = await world.setter.restore(kept);
    expect(run).toMatchObject({
      outcome: { done: false, code: 'changed-meanwhile' },
      replies: [{ problem: { code: 'changed-meanwhile' } }],
    });
    expect(world.state.inside).toBe('Mine now');
  });

  it('has nothing left to do where it was turned off by hand', async () => {
    const { away: kept } = await world.set();
    world.change({ on: false });
    expect((await world.setter.restore(kept)).outcome).toEqual({ done: true });
    expect(world.asked).toEqual(['write on']);
  });

  it('tries again what could not be put back, and nothing twice', async () => {
    const { away: kept } = await world.set();
    world.faults = [{ code: 'offline', when: 'before' }];
    const failed = await world.setter.restore(kept);
    expect(failed).toMatchObject({
      outcome: { done: false, code: 'offline' },
      replies: [{ problem: { code: 'offline' } }],
    });
    const done = await world.setter.restore({ ...kept, replies: failed.replies });
    expect(done.outcome).toEqual({ done: true });
    expect(done.replies[0]?.problem).toBeUndefined();
    await world.setter.restore({ ...kept, replies: done.replies });
    expect(world.asked).toEqual(['write on', 'write off']);
  });
});

it('keeps what is not its own: another account’s reply stays in the record', async () => {
  granted();
  const other = {
    account: 'google me@example.com',
    at: world.now,
    version: 'x',
    before: { on: false, inside: '', outside: '' },
  };
  const run = await world.set(false, { ...away, replies: [other] }, texts);
  expect(run.away.replies?.map((each) => each.account)).toEqual([other.account, account]);
});
