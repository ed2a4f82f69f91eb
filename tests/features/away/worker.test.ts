import { beforeEach, describe, expect, it } from 'vitest';
import type { AwayPlanned, SetReply } from '../../../src/domain/away/away.ts';
import { judge } from '../../../src/domain/verdict/judge.ts';
import type { ReplySetter } from '../../../src/features/away/reply-setter.ts';
import { awayHandlers } from '../../../src/features/away/worker.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { ledger as facts, relationship } from '../../domain/build.ts';

const planned: AwayPlanned = {
  id: 'a1',
  from: '2026-03-10',
  to: '2026-03-16',
  returns: '2026-03-17',
  relationships: ['r1'],
};
const before = '2026-03-05T15:00:00Z';
const during = '2026-03-12T15:00:00Z';
const text = 'I am away and will be back on Tuesday, 17 March 2026.';
const set: SetReply = {
  account: 'microsoft me@uni.example',
  at: before,
  version: '1',
  before: { on: false, inside: '', outside: '' },
};

/** Accounts that do as they are told, until they are told otherwise. */
function fakeReplies() {
  const asked: string[] = [];
  let fails: 'offline' | undefined;
  const outcome = () => (fails ? ({ done: false, code: fails } as const) : ({ done: true } as const));
  const setter: ReplySetter = {
    readReply: async (account) => ({ outcome: outcome(), state: { account, on: true, ours: false, text: 'Hello' } }),
    setReply: async ({ away, inside }) => {
      asked.push(`set ${inside}`);
      return { outcome: outcome(), replies: fails ? (away.replies ?? []) : [set] };
    },
    restore: async ({ replies = [] }) => {
      asked.push('restore');
      const at = '2026-03-12T15:00:00Z';
      return { outcome: outcome(), replies: replies.map((each) => (fails ? each : { ...each, restoredAt: at })) };
    },
  };
  return {
    asked,
    setter,
    fail: (code: typeof fails) => {
      fails = code;
    },
  };
}

type H = ReturnType<typeof awayHandlers<null>>;

async function start() {
  const stored = new MemoryLedger({ onCommit: () => {} });
  await stored.replaceAll(facts({ relationships: [relationship({ programme: 'temerty-peer-mentorship' })] }));
  let now = before;
  const replies = fakeReplies();
  const handlers = awayHandlers<null>({
    open: async () => stored,
    now: () => now,
    zone: 'UTC',
    replies: replies.setter,
  });
  return {
    stored,
    replies,
    at: (instant: string) => {
      now = instant;
    },
    call: <K extends keyof H>(name: K, input: Parameters<H[K]>[0]) =>
      (handlers[name] as unknown as (input: unknown, context: null) => ReturnType<H[K]>)(input, null),
    away: () => stored.get('away', 'a1'),
    notices: () => stored.getAll('notices'),
  };
}

let world: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  world = await start();
});
const save = (more: Partial<AwayPlanned> = {}) => world.call('away.save', { away: { ...planned, ...more } });

describe('saving an absence', () => {
  it('keeps it, with when it was planned', async () => {
    await save();
    expect(await world.away()).toEqual({ ...planned, plannedAt: before });
  });

  it('twice makes it once, planned when it first was', async () => {
    await save();
    world.at('2026-03-06T15:00:00Z');
    await save();
    expect(await world.stored.getAll('away')).toEqual([{ ...planned, plannedAt: before }]);
  });

  it.each<[string, Partial<AwayPlanned>, string]>([
    ['that ends before it begins', { to: '2026-03-09' }, 'ends-before-start'],
    ['with a return before it ends', { returns: '2026-03-16' }, 'returns-before-end'],
    ['that is over', { from: '2026-03-01', to: '2026-03-04', returns: '2026-03-05' }, 'over'],
    ['longer than a year', { to: '2027-03-11', returns: '2027-03-12' }, 'longer-than-a-year'],
    ['of a day that no calendar has', { to: '2026-02-31' }, 'not-a-date'],
    ['that concerns nobody', { relationships: [] }, 'nobody'],
  ])('refuses one %s, and says why', async (_, more, detail) => {
    await expect(save(more)).rejects.toMatchObject({ code: 'bad-input', detail });
    expect(await world.stored.getAll('away')).toEqual([]);
  });

  it('takes one of a year to the day, and one that returns on the last day at noon', async () => {
    await save({ to: '2027-03-10', returns: '2027-03-11' });
    await save({ returns: '2026-03-16', untilNoon: true });
    expect(await world.away()).toMatchObject({ returns: '2026-03-16', untilNoon: true });
  });

  it('refuses a relationship that is not there', async () => {
    await expect(save({ relationships: ['r1', 'gone'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes over nothing of what only doing it can bring', async () => {
    const more = { autoMessage: { text, at: before }, cover: { person: 'co', agreedAt: before } };
    await save(more as Partial<AwayPlanned>);
    await save(more as Partial<AwayPlanned>);
    expect(await world.away()).toMatchObject({ plannedAt: before });
  });

  it('changed before it begins keeps what was done; longer while it runs, remembers how it stood', async () => {
    await save();
    await world.call('away.setByHand', { away: 'a1', text, at: before });
    await save({ to: '2026-03-18', returns: '2026-03-19' });
    expect(await world.away()).toMatchObject({ autoMessage: { text, at: before } });
    expect((await world.away())?.extensions).toBeUndefined();
    world.at(during);
    const longer = { to: '2026-03-20', returns: '2026-03-21' };
    await save(longer);
    await save(longer);
    expect((await world.away())?.extensions).toEqual([
      { at: during, to: '2026-03-18', returns: '2026-03-19', autoMessage: { text, at: before } },
    ]);
  });
});

describe('telling people', () => {
  it('ticks each once, with the return they were told', async () => {
    await save();
    const input = { away: 'a1', people: ['co', 'ana', 'co'], at: before };
    await world.call('away.told', input);
    await world.call('away.told', { ...input, at: '2026-03-05T15:01:00Z' });
    expect(await world.notices()).toEqual([
      { id: 'a1 co 2026-03-17', away: 'a1', to: 'co', at: before, returns: '2026-03-17' },
      { id: 'a1 ana 2026-03-17', away: 'a1', to: 'ana', at: before, returns: '2026-03-17' },
    ]);
  });

  it('is asked again once the return is later, and not once it is earlier', async () => {
    await save();
    await world.call('away.told', { away: 'a1', people: ['co'], at: before });
    await save({ to: '2026-03-18', returns: '2026-03-19' });
    await world.call('away.told', { away: 'a1', people: ['co'], at: before });
    await save({ to: '2026-03-15', returns: '2026-03-16' });
    await world.call('away.told', { away: 'a1', people: ['co'], at: before });
    expect((await world.notices()).map(({ returns }) => returns).sort()).toEqual(['2026-03-17', '2026-03-19']);
  });

  it('is taken back with who covers', async () => {
    await save();
    await world.call('away.told', { away: 'a1', people: ['co', 'ana'], at: before });
    await world.call('away.cover', { away: 'a1', person: 'co', at: before });
    await world.call('away.untold', { away: 'a1', person: 'co' });
    expect((await world.notices()).map(({ to }) => to)).toEqual(['ana']);
    expect((await world.away())?.cover).toBeUndefined();
  });

  it('knows nobody from elsewhere, and no time that is still to come', async () => {
    await save();
    const told = { away: 'a1', people: ['office'], at: before };
    await expect(world.call('away.told', told)).rejects.toMatchObject({ code: 'not-found', detail: 'people' });
    const ahead = { away: 'a1', people: ['co'], at: during };
    await expect(world.call('away.told', ahead)).rejects.toMatchObject({ code: 'bad-input', detail: 'ahead' });
    await expect(world.call('away.told', { ...told, away: 'b' })).rejects.toMatchObject({ detail: 'away' });
  });

  it('names nobody as covering who was not told', async () => {
    await save();
    const cover = { away: 'a1', person: 'co', at: before };
    await expect(world.call('away.cover', cover)).rejects.toMatchObject({ detail: 'not-told' });
    await world.call('away.told', { away: 'a1', people: ['co'], at: before });
    await world.call('away.cover', cover);
    await world.call('away.cover', { ...cover, at: '2026-03-05T15:02:00Z' });
    expect((await world.away())?.cover).toEqual({ person: 'co', agreedAt: before });
    await world.call('away.cover', { ...cover, person: null });
    expect((await world.away())?.cover).toBeUndefined();
  });
});

describe('the automatic message', () => {
  it('set by hand is done, and taken back', async () => {
    await save();
    await world.call('away.setByHand', { away: 'a1', text, at: before });
    const verdict = async () =>
      judge(await world.stored.readAll(), during).find(({ rule }) => rule === 'away-message')?.state;
    expect(await verdict()).toBe('met');
    await world.call('away.unset', { away: 'a1' });
    expect(await verdict()).toBe('late');
  });

  it('in other words stays set since it first was', async () => {
    await save();
    await world.call('away.setByHand', { away: 'a1', text, at: before });
    world.at(during);
    await world.call('away.setByHand', { away: 'a1', text: `${text} Thank you.`, at: during });
    expect((await world.away())?.autoMessage).toEqual({ text: `${text} Thank you.`, at: before });
  });

  it.each([
    ['without the return', 'I am away.', 'no-return-date'],
    ['with nothing in it', '  ', 'empty'],
    ['with a placeholder', `${text} {{cover}}`, 'placeholder'],
  ])('refuses a text %s, by hand or in an account', async (_, wrong, detail) => {
    await save();
    const failure = { code: 'bad-input', detail };
    await expect(world.call('away.setByHand', { away: 'a1', text: wrong, at: before })).rejects.toMatchObject(failure);
    const input = { away: 'a1', account: set.account, inside: text, outside: wrong, over: false };
    await expect(world.call('away.setReply', input)).rejects.toMatchObject(failure);
    expect(world.replies.asked).toEqual([]);
  });

  it('set in an account is kept with what stood before', async () => {
    await save();
    const input = { away: 'a1', account: set.account, inside: text, outside: text, over: false };
    expect(await world.call('away.setReply', input)).toEqual({ done: true });
    expect(await world.away()).toMatchObject({ autoMessage: { text, at: before }, replies: [set] });
  });

  it('that an account did not take is not called set', async () => {
    await save();
    world.replies.fail('offline');
    const input = { away: 'a1', account: set.account, inside: text, outside: text, over: false };
    expect(await world.call('away.setReply', input)).toEqual({ done: false, code: 'offline' });
    expect((await world.away())?.autoMessage).toBeUndefined();
  });

  it('turned off by hand is said once', async () => {
    await save();
    world.at('2026-03-18T12:00:00Z');
    await world.call('away.replyOff', { away: 'a1', at: '2026-03-17T12:00:00Z' });
    await world.call('away.replyOff', { away: 'a1', at: '2026-03-18T12:00:00Z' });
    expect((await world.away())?.replyOffAt).toBe('2026-03-17T12:00:00Z');
  });

  it('as an account has it now is read', async () => {
    const { state } = await world.call('away.readReply', { account: 'x' });
    expect(state).toEqual({ account: 'x', on: true, ours: false, text: 'Hello' });
  });
});

describe('a meeting inside', () => {
  it('is seen to, once, and taken back', async () => {
    await save();
    const input = { away: 'a1', meeting: 'm1' };
    await world.call('away.meeting', { ...input, seenTo: true });
    await world.call('away.meeting', { ...input, seenTo: true });
    expect((await world.away())?.meetingsSeenTo).toEqual(['m1']);
    await world.call('away.meeting', { ...input, seenTo: false });
    expect((await world.away())?.meetingsSeenTo).toBeUndefined();
  });
});

describe('coming back', () => {
  const setUp = async () => {
    await save();
    await world.call('away.setReply', { away: 'a1', account: set.account, inside: text, outside: text, over: false });
    world.at(during);
  };

  it('earlier ends the absence and restores what was set', async () => {
    await setUp();
    expect(await world.call('away.back', { away: 'a1', on: '2026-03-12' })).toEqual({ done: true });
    expect(await world.away()).toMatchObject({
      to: '2026-03-11',
      returns: '2026-03-12',
      plannedTo: '2026-03-16',
      plannedReturns: '2026-03-17',
      replyOffAt: during,
      replies: [{ ...set, restoredAt: during }],
    });
    await world.call('away.back', { away: 'a1', on: '2026-03-12' });
    expect(await world.away()).toMatchObject({ to: '2026-03-11', plannedTo: '2026-03-16' });
  });

  it('ends it also where an account can’t be reached, and says so', async () => {
    await setUp();
    world.replies.fail('offline');
    expect(await world.call('away.back', { away: 'a1', on: '2026-03-12' })).toEqual({ done: false, code: 'offline' });
    const stored = await world.away();
    expect(stored).toMatchObject({ to: '2026-03-11', replies: [set] });
    expect(stored?.replyOffAt).toBeUndefined();
  });

  it('on the day that was planned changes no dates', async () => {
    await setUp();
    world.at('2026-03-17T15:00:00Z');
    await world.call('away.back', { away: 'a1', on: '2026-03-17' });
    const stored = await world.away();
    expect(stored).toMatchObject({ to: '2026-03-16', returns: '2026-03-17', replyOffAt: '2026-03-17T15:00:00Z' });
    expect(stored?.plannedTo).toBeUndefined();
  });

  it.each([
    ['before it began', '2026-03-10', 'before-it-began'],
    ['after the return', '2026-03-18', 'after-the-return'],
    ['on a day to come', '2026-03-15', 'still-to-come'],
  ])('refuses a return %s', async (_, on, detail) => {
    await setUp();
    await expect(world.call('away.back', { away: 'a1', on })).rejects.toMatchObject({ code: 'bad-input', detail });
    expect(world.replies.asked).toEqual([`set ${text}`]);
  });
});

describe('removing an absence', () => {
  it('takes its notices with it, after what was set is restored', async () => {
    await save();
    await world.call('away.told', { away: 'a1', people: ['co'], at: before });
    expect(await world.call('away.remove', { away: 'a1' })).toEqual({ done: true });
    expect(world.replies.asked).toEqual(['restore']);
    expect([await world.stored.getAll('away'), await world.notices()]).toEqual([[], []]);
    expect(await world.call('away.remove', { away: 'a1' })).toEqual({ done: true });
  });

  it('waits for an account that can’t be reached, unless it is to go anyway', async () => {
    await save();
    world.replies.fail('offline');
    expect(await world.call('away.remove', { away: 'a1' })).toEqual({ done: false, code: 'offline' });
    expect(await world.away()).toBeDefined();
    expect(await world.call('away.remove', { away: 'a1', anyway: true })).toEqual({ done: true });
    expect(await world.away()).toBeUndefined();
  });
});

describe('several calls at once', () => {
  it('each see what the one before wrote', async () => {
    await save();
    await Promise.all([
      world.call('away.meeting', { away: 'a1', meeting: 'm1', seenTo: true }),
      world.call('away.meeting', { away: 'a1', meeting: 'm2', seenTo: true }),
      world.call('away.setByHand', { away: 'a1', text, at: before }),
    ]);
    expect(await world.away()).toMatchObject({ meetingsSeenTo: ['m1', 'm2'], autoMessage: { text } });
  });
});
