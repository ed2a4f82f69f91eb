import { beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { deadlinesHandlers } from '../../../src/features/deadlines/worker.ts';
import type { LedgerWriter } from '../../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../../src/ledger/memory.ts';
import { address, ledger as facts } from '../../domain/build.ts';
import { row, seen, sight, thread } from './sight.ts';

let ledger: LedgerWriter;
let now: string;
let count: number;
const handlers = deadlinesHandlers({
  open: async () => ledger,
  now: () => now,
  newId: () => `new${++count}`,
  nameOf: (source) => source,
});
const call = <K extends keyof typeof handlers>(name: K, input: Parameters<(typeof handlers)[K]>[0]) =>
  handlers[name](input as never, undefined) as ReturnType<(typeof handlers)[K]>;

beforeEach(async () => {
  ledger = new MemoryLedger();
  await ledger.replaceAll(facts({ settings: [defaultSettings('America/Toronto')] }));
  now = '2026-02-11T09:00:00Z';
  count = 0;
});

const inbox = sight({ rows: [row(['ana'])] });
const answered = sight({
  thread: thread([
    seen('ana', 'last', '2026-02-11T08:00:00Z'),
    seen('me', 'reply', '2026-02-11T08:30:00Z', { to: [{ email: address.ana }] }),
  ]),
});

describe('a page tells what it shows', () => {
  it('and is told the mark of its row, from a message to its answer', async () => {
    expect((await call('page.saw', inbox)).rows).toMatchObject([{ state: 'open', due: '2026-02-13T08:00:00Z' }]);
    expect((await call('page.saw', answered)).line).toMatchObject({
      mark: { state: 'met', settledAt: '2026-02-11T08:30:00Z' },
    });
    expect((await call('page.saw', inbox)).rows).toMatchObject([{ state: 'met' }]);
  });

  it('and is told when that will change by itself', async () => {
    expect((await call('page.saw', inbox)).next).toBe('2026-02-13T08:00:00Z');
    now = '2026-02-13T08:00:00Z';
    expect((await call('page.saw', { ...inbox, at: now })).rows).toMatchObject([{ state: 'late' }]);
  });

  it('and the same sight again writes nothing', async () => {
    await call('page.saw', inbox);
    const before = await ledger.readAll();
    await call('page.saw', inbox);
    expect(await ledger.readAll()).toEqual(before);
  });

  it('keeps the two accounts of a mentor apart, each with its own coverage', async () => {
    await call('page.saw', inbox);
    await call(
      'page.saw',
      sight({ owner: address.alt, rows: [row(['ben'], { threadId: 't2', lastMessageId: 'other' })] }),
    );
    const { sources, messages } = await ledger.readAll();
    expect(sources.map((source) => source.address)).toEqual([address.me, address.alt]);
    expect(messages.map((message) => message.seenIn)).toMatchObject([
      [{ address: address.me }],
      [{ address: address.alt }],
    ]);
  });
});

describe('what a person says settles it, and can be taken back', () => {
  const said = async () => {
    await call('page.saw', inbox);
    return (await call('page.saw', sight({ thread: thread([]) }))).line!;
  };
  const state = async () => (await call('page.saw', inbox)).rows[0];

  it('answered elsewhere, at its own time', async () => {
    const line = await said();
    const undo = await call('reply.answeredElsewhere', {
      relationship: line.relationship,
      mentee: line.menteeId,
      answers: line.message!,
      channel: 'call',
      at: '2026-02-11T08:40:00Z',
    });
    expect(await state()).toMatchObject({ state: 'met', settledAt: '2026-02-11T08:40:00Z' });
    await call('fact.undo', undo);
    expect(await state()).toMatchObject({ state: 'open' });
  });

  it('no reply needed', async () => {
    const undo = await call('reply.notNeeded', { message: (await said()).message! });
    expect(await state()).toEqual({ state: 'met' });
    await call('fact.undo', undo);
    expect(await state()).toMatchObject({ state: 'open' });
  });

  it('said twice is one fact', async () => {
    const { message, relationship, menteeId } = await said();
    const answer = { relationship, mentee: menteeId, answers: message!, channel: 'text' as const, at: now };
    await call('reply.answeredElsewhere', answer);
    await call('reply.answeredElsewhere', answer);
    expect(await ledger.getAll('contacts')).toHaveLength(1);
  });

  it('remind me later, which changes no verdict and forgets no announcement', async () => {
    const { key } = await said();
    await ledger.apply([{ list: 'reminders', put: { id: key!, warnedAt: now } }]);
    const undo = await call('reply.remindLater', { key: key!, until: '2026-02-12T08:00:00Z' });
    expect(await ledger.get('reminders', key!)).toEqual({
      id: key,
      warnedAt: now,
      snoozedUntil: '2026-02-12T08:00:00Z',
    });
    expect(await state()).toMatchObject({ state: 'open' });
    await call('fact.undo', undo);
    expect(await ledger.get('reminders', key!)).toEqual({ id: key, warnedAt: now });
  });

  it('a text and its answer', async () => {
    const text = { relationship: 'r1', with: ['ana'], channel: 'text' as const, at: now, made: true };
    const { id } = await call('contact.log', { ...text, direction: 'in' });
    await call('contact.log', { ...text, direction: 'out', answers: id });
    expect(await ledger.getAll('contacts')).toMatchObject([
      { id: 'new1', direction: 'in' },
      { id: 'new2', answers: 'new1' },
    ]);
  });

  it('everything is put off, and not any more', async () => {
    await call('remind.snoozeAll', { until: '2026-02-12T08:00:00Z' });
    expect((await ledger.get('settings', 'settings'))?.snoozedUntil).toBe('2026-02-12T08:00:00Z');
    await call('remind.snoozeAll', { until: null });
    expect(await ledger.get('settings', 'settings')).not.toHaveProperty('snoozedUntil');
  });
});

describe('somebody who may be a mentee', () => {
  const stranger = { name: 'Nia Novak', email: 'nia.novak@uni.example' };
  const intro = sight({
    thread: thread([seen('coordinator', 'intro', '2026-02-11T07:00:00Z', { to: [{ email: address.me }, stranger] })], {
      threadId: 'intro',
    }),
  });

  it('is asked about once, and joins when the answer is yes', async () => {
    expect((await call('page.saw', intro)).suspect).toMatchObject({ email: stranger.email, name: stranger.name });
    await call('suspect.decide', { email: stranger.email, decision: 'shown' });
    expect((await call('page.saw', intro)).suspect).toBeNull();
    await call('suspect.decide', { email: stranger.email, decision: 'yes' });
    const { people, relationships } = await ledger.readAll();
    expect(people.find((person) => person.emails.includes(stranger.email))?.name).toBe('Nia Novak');
    expect(relationships[0]?.mentees).toEqual(['ana', 'ben', 'new1']);
  });

  it('leaves again when the answer is taken back', async () => {
    const before = await ledger.readAll();
    await call('page.saw', intro);
    const undo = await call('suspect.decide', { email: stranger.email, decision: 'yes' });
    await call('fact.undo', undo);
    const { people, relationships, suspects } = await ledger.readAll();
    expect({ people, relationships, suspects }).toEqual({
      people: before.people,
      relationships: before.relationships,
      suspects: [],
    });
  });

  it('an open account becomes the mentor’s own when they say so', async () => {
    const other = sight({ owner: 'mia@third.example', rows: [row(['ana'])] });
    expect((await call('page.saw', other)).note).toBe('unknown-owner');
    await call('suspect.decide', { email: 'mia@third.example', decision: 'yes' });
    expect((await call('page.saw', other)).rows).toMatchObject([{ state: 'open' }]);
    await call('fact.undo', { list: 'suspects', id: 'mia@third.example' });
    expect((await call('page.saw', other)).note).toBe('unknown-owner');
  });
});
