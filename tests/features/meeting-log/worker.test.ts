import { describe, expect, it } from 'vitest';
import { emptyLedger } from '../../../src/domain/ledger.ts';
import { verifyChain } from '../../../src/domain/meeting/chain.ts';
import type { Meeting } from '../../../src/domain/meeting/meeting.ts';
import { verifyScans } from '../../../src/domain/meeting/verify-scans.ts';
import { MOST_LETTERS } from '../../../src/features/meeting-log/sign-entry.ts';
import { LedgerError } from '../../../src/ledger/ledger.ts';
import { context, entry, now, pair, signature, start } from './world.ts';

const refused = (detail: string) => ({ code: 'not-allowed', detail });

describe('saving an entry', () => {
  it('puts the entry and its homework in one transaction', async () => {
    const { ledger, save, commits } = await start();
    await save(entry('m1', { homework: ['Read', 'Write'] }));
    expect(commits).toEqual([['meetings', 'homework']]);
    expect((await ledger.getAll('homework')).map(({ id, text, done }) => [id, text, done])).toEqual([
      ['homework m1 0', 'Read', false],
      ['homework m1 1', 'Write', false],
    ]);
  });

  it('answers a repeated call the same, and makes nothing twice', async () => {
    const { handlers, commits, ledger } = await start();
    const input = { meeting: entry('m1', { homework: ['Read'] }), reviewed: [], before: null };
    const first = await handlers['meeting.save'](input, context);
    expect(await handlers['meeting.save'](input, context)).toEqual(first);
    expect(commits).toHaveLength(1);
    expect(await ledger.getAll('meetings')).toHaveLength(1);
  });

  it('answers a repeated change with the entry as it was before it', async () => {
    const { handlers, save } = await start();
    await save(entry('m1'));
    const input = { meeting: entry('m1', { minutes: 45 }), reviewed: [], before: entry('m1') };
    const first = await handlers['meeting.save'](input, context);
    expect(first.undo.before).toMatchObject({ minutes: 60 });
    expect(await handlers['meeting.save'](input, context)).toEqual(first);
  });

  it('refuses a second entry of the same event, and a new one where one stands', async () => {
    const { handlers, save } = await start();
    await save(entry('e1', { event: 'e1' }));
    await expect(save(entry('other', { event: 'e1' }))).rejects.toMatchObject(refused('exists'));
    const again = { meeting: entry('e1', { event: 'e1', minutes: 5 }), reviewed: [], before: null };
    await expect(handlers['meeting.save'](again, context)).rejects.toMatchObject(refused('exists'));
  });

  it('refuses to write over what was changed elsewhere', async () => {
    const { handlers, save } = await start();
    await save(entry('m1', { minutes: 30 }));
    const input = { meeting: entry('m1', { minutes: 45 }), reviewed: [], before: entry('m1') };
    await expect(handlers['meeting.save'](input, context)).rejects.toMatchObject(refused('changed'));
  });

  it.each<[string, Partial<Meeting>, object]>([
    ['an unknown relationship', { relationship: 'gone' }, { code: 'not-found' }],
    ['levels that do not go with the topics', { topicLevels: [0, 1] }, { code: 'bad-input', detail: 'topicLevels' }],
    ['a stranger who cancelled', { cancelledBy: 'ana' }, { code: 'bad-input', detail: 'cancelledBy' }],
  ])('refuses %s, and writes nothing', async (_, more, failure) => {
    const { save, commits } = await start();
    await expect(save(entry('m1', more))).rejects.toMatchObject(failure);
    expect(commits).toEqual([]);
  });

  it('takes no signature along: those come by signing', async () => {
    const { ledger, save } = await start();
    await save(entry('m1', { signatures: [{ by: 'jun', how: 'typed', at: now, digest: 'd' }] }));
    expect((await ledger.get('meetings', 'm1'))?.signatures).toEqual([]);
  });

  it('keeps fields that it does not know', async () => {
    const { ledger, save } = await start(pair({ meetings: [{ ...entry('m1'), colour: 'red' } as Meeting] }));
    await save(entry('m1', { minutes: 5 }));
    expect(await ledger.get('meetings', 'm1')).toMatchObject({ minutes: 5, colour: 'red' });
  });

  it('says that the disk is full, and stores nothing', async () => {
    const beforePut = () => {
      if (isFull) throw new LedgerError('full', 'quota');
    };
    let isFull = false;
    const { save, ledger, commits } = await start(pair(), { beforePut });
    isFull = true;
    await expect(save(entry('m1', { homework: ['Read'] }))).rejects.toMatchObject({ code: 'full' });
    expect([commits, await ledger.getAll('meetings'), await ledger.getAll('homework')]).toEqual([[], [], []]);
  });

  it('goes on after a call that failed', async () => {
    const { save, ledger } = await start();
    await expect(save(entry('m1', { relationship: 'gone' }))).rejects.toThrow();
    await Promise.all([save(entry('m1')), save(entry('m2'))]);
    expect(await ledger.getAll('meetings')).toHaveLength(2);
  });
});

describe('taking back', () => {
  it('removes what was new, with its homework, and opens what it had closed', async () => {
    const { ledger, handlers, save } = await start();
    await save(entry('m1', { homework: ['Read'] }));
    const before = await ledger.readAll();
    const { undo } = await save(entry('m2', { start: now, homework: ['Write'] }), [
      { id: 'homework m1 0', outcome: 'done' },
    ]);
    expect(await ledger.get('homework', 'homework m1 0')).toMatchObject({ done: true, closedIn: 'm2' });
    await handlers['meeting.undo']({ undo }, context);
    expect(await ledger.readAll()).toEqual(before);
    await handlers['meeting.undo']({ undo }, context);
    expect(await ledger.readAll()).toEqual(before);
  });

  it('brings a removed entry back as it was, its homework closed where it was closed', async () => {
    const { ledger, handlers, save } = await start();
    await save(entry('m1', { homework: ['Read', 'Write'] }));
    await save(entry('m2', { start: now }), [{ id: 'homework m1 1', outcome: 'dropped' }]);
    const before = await ledger.readAll();
    const { undo } = await handlers['meeting.remove']({ meeting: 'm1' }, context);
    expect(await ledger.getAll('homework')).toEqual([]);
    await handlers['meeting.undo']({ undo }, context);
    expect(sorted(await ledger.readAll())).toEqual(sorted(before));
  });

  it('refuses where somebody has signed meanwhile', async () => {
    const { ledger, handlers, save } = await start();
    const { undo } = await save(entry('m1'));
    await handlers['meeting.sign']({ meeting: 'm1', signature: await signature(ledger, 'm1') }, context);
    await expect(handlers['meeting.undo']({ undo }, context)).rejects.toMatchObject(refused('signed'));
    await expect(handlers['meeting.remove']({ meeting: 'm1' }, context)).rejects.toMatchObject(refused('signed'));
  });

  it('says that an entry is not there', async () => {
    const { handlers } = await start();
    await expect(handlers['meeting.remove']({ meeting: 'm1' }, context)).rejects.toMatchObject({ code: 'not-found' });
  });
});

const sorted = (ledger: object) =>
  Object.fromEntries(
    Object.entries(ledger).map(([list, records]) => [
      list,
      [...(records as { id: string }[])].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );

describe('several entries at once', () => {
  it('stores all of them in one transaction, homework and what became of it', async () => {
    const { ledger, handlers, commits } = await start();
    const reviewed = [{ homework: 'homework m1 0', text: 'Read', outcome: 'done' as const }];
    const meetings = [entry('m1', { homework: ['Read'] }), entry('m2', { start: now, reviewed })];
    expect(await handlers['meeting.saveAll']({ meetings }, context)).toEqual({ saved: 2 });
    expect(commits).toEqual([['meetings', 'homework']]);
    expect(await ledger.get('homework', 'homework m1 0')).toMatchObject({ done: true, closedIn: 'm2' });
  });

  it('stores none when one may not be stored', async () => {
    const { ledger, handlers, commits, save } = await start();
    await save(entry('m1'));
    await handlers['meeting.sign']({ meeting: 'm1', signature: await signature(ledger, 'm1') }, context);
    commits.length = 0;
    const meetings = [entry('m2'), entry('m1', { minutes: 1 })];
    await expect(handlers['meeting.saveAll']({ meetings }, context)).rejects.toMatchObject(refused('signed'));
    expect(commits).toEqual([]);
  });
});

describe('signing', () => {
  const open = async () => {
    const world = await start(pair({ meetings: [entry('m1')] }));
    const sign = async (more = {}) =>
      world.handlers['meeting.sign']({ meeting: 'm1', signature: await signature(world.ledger, 'm1', more) }, context);
    return { ...world, sign };
  };

  it('takes both signatures, each once, and closes the entry', async () => {
    const { ledger, sign, save } = await open();
    await sign();
    await sign({ by: 'me', name: 'Robin Doyle' });
    await sign();
    expect((await ledger.get('meetings', 'm1'))?.signatures.map(({ by }) => by)).toEqual(['jun', 'me']);
    expect(await verifyChain(await ledger.readAll())).toEqual([]);
    await expect(save(entry('m1', { minutes: 5 }))).rejects.toMatchObject(refused('signed'));
  });

  it('makes the seals itself, one after the other, whatever comes with a signature and however many come at once', async () => {
    const { ledger, sign } = await open();
    const made = { seal: { digest: 'a', previous: 'b' }, scan: 'c' };
    await Promise.all([sign(made), sign({ by: 'me', name: 'Robin Doyle', ...made })]);
    const { signatures } = (await ledger.get('meetings', 'm1'))!;
    expect(signatures.map(({ seal, scan }) => [seal?.previous, scan])).toEqual([
      ['', undefined],
      [signatures[0]!.seal!.digest, undefined],
    ]);
    expect(await verifyChain(await ledger.readAll())).toEqual([]);
  });

  it('refuses who did not see the entry as it stands', async () => {
    const { ledger, sign, save } = await open();
    const { digest } = await signature(ledger, 'm1');
    await save(entry('m1', { minutes: 5 }));
    await expect(sign({ digest })).rejects.toMatchObject(refused('changed'));
  });

  it.each([
    ['a stranger', { by: 'ana' }, { code: 'bad-input', detail: 'signature.by' }],
    ['a name that is empty', { name: '  ' }, { code: 'bad-input', detail: 'signature' }],
    [
      'a drawing without a stroke',
      { how: 'drawn', drawing: { paths: [], width: 1, height: 1 } },
      { code: 'bad-input' },
    ],
  ] as const)('refuses %s', async (_, more, failure) => {
    const { sign, commits } = await open();
    await expect(sign(more)).rejects.toMatchObject(failure);
    expect(commits).toEqual([]);
  });

  it('refuses to sign for what has not been yet, or is not there', async () => {
    const { ledger, handlers } = await start(pair({ meetings: [entry('m1', { outcome: 'planned' })] }));
    const made = await signature(ledger, 'm1');
    const sign = (meeting: string) => handlers['meeting.sign']({ meeting, signature: made }, context);
    await expect(sign('m1')).rejects.toMatchObject(refused('planned'));
    await expect(sign('m9')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps the scan of a signed page beside it, up to 5 MB', async () => {
    const { ledger, handlers, commits } = await open();
    const made = await signature(ledger, 'm1', { how: 'paper', attachment: 'scan' });
    const scan = {
      id: 'scan',
      relationship: 'pair',
      meeting: 'm1',
      name: 'a.png',
      type: 'image/png' as const,
      at: now,
    };
    const sign = (data: string, more = {}) =>
      handlers['meeting.sign']({ meeting: 'm1', signature: made, attachment: { ...scan, data, ...more } }, context);
    await expect(sign('A'.repeat(MOST_LETTERS + 1))).rejects.toMatchObject({ code: 'bad-input', detail: 'attachment' });
    await expect(sign('AAAA', { id: 'other' })).rejects.toMatchObject({ code: 'bad-input', detail: 'attachment' });
    await expect(sign('~~~~')).rejects.toMatchObject({ code: 'bad-input', detail: 'attachment' });
    const alone = handlers['meeting.sign']({ meeting: 'm1', signature: made }, context);
    await expect(alone).rejects.toMatchObject({ code: 'bad-input', detail: 'attachment' });
    await sign('AAAA');
    expect(commits).toEqual([['meetings', 'attachments']]);
    expect(await ledger.get('attachments', 'scan')).toMatchObject({ data: 'AAAA' });
    const { meetings } = await ledger.readSmall();
    expect(await verifyScans(meetings, (id) => ledger.get('attachments', id))).toEqual([]);
    expect(meetings[0]!.signatures[0]!.scan).toHaveLength(64);
  });
});

describe('amending', () => {
  const open = async () => {
    const world = await start(pair({ meetings: [entry('m1')] }));
    const amend = (minutes: number, request: string) =>
      world.handlers['meeting.amend'](
        { meeting: 'm1', by: 'me', reason: 'The clock was wrong', change: { minutes } },
        { caller: 'popup', request },
      );
    const sign = async (by = 'jun') => {
      const made = await signature(world.ledger, 'm1', { by });
      await world.handlers['meeting.sign']({ meeting: 'm1', signature: made }, context);
    };
    return { ...world, amend, sign };
  };

  it('makes a chain beside the entry, which stays as it was signed', async () => {
    const { ledger, amend, sign } = await open();
    await sign();
    const one = await amend(45, 'a');
    const two = await amend(50, 'b');
    expect(two.amendment.previous).toBe(one.amendment.digest);
    expect((await ledger.get('meetings', 'm1'))?.minutes).toBe(60);
    await sign('me');
    expect(await verifyChain(await ledger.readAll())).toEqual([]);
  });

  it('answers a repeated call with the amendment it made', async () => {
    const { ledger, amend, sign } = await open();
    await sign();
    expect(await amend(45, 'a')).toEqual(await amend(45, 'a'));
    expect(await ledger.getAll('amendments')).toHaveLength(1);
  });

  it('links two that come at once one after the other', async () => {
    const { ledger, amend, sign } = await open();
    await sign();
    await Promise.all([amend(45, 'a'), amend(50, 'b')]);
    expect(await verifyChain(await ledger.readAll())).toEqual([]);
  });

  it('refuses an entry that nobody signed, and a change of nothing', async () => {
    const { handlers, amend, sign } = await open();
    await expect(amend(45, 'a')).rejects.toMatchObject(refused('not-signed'));
    await sign();
    const nothing = { meeting: 'm1', by: 'me', reason: 'Why', change: {} };
    await expect(handlers['meeting.amend'](nothing, context)).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('the rest', () => {
  it('refuses a suggestion, and takes that back', async () => {
    const { ledger, handlers } = await start();
    const refusal = { id: 'event e1', at: now, event: 'e1', shown: 'Coffee' };
    await handlers['suggestion.refuse']({ refusal }, context);
    expect(await ledger.getAll('refusals')).toEqual([refusal]);
    await handlers['suggestion.unrefuse']({ refusal: 'event e1' }, context);
    expect(await ledger.getAll('refusals')).toEqual([]);
  });

  it('remembers after which change of the calendar an entry was left as it is, signed or not', async () => {
    const { ledger, handlers } = await start(pair({ meetings: [entry('m1')] }));
    const print = { start: now, end: now, title: 'Coffee', status: 'cancelled' as const };
    await handlers['meeting.keepDespite']({ meeting: 'm1', print }, context);
    expect((await ledger.get('meetings', 'm1'))?.keptDespite).toEqual(print);
  });

  it('puts and removes dates of the programme', async () => {
    const { ledger, handlers } = await start();
    const event = { id: 'p1', relationship: 'pair', event: 'launch', at: '2026-03-10', done: false };
    await handlers['programmeEvent.save']({ event }, context);
    expect(await ledger.getAll('programmeEvents')).toEqual([event]);
    await handlers['programmeEvent.remove']({ event: 'p1' }, context);
    expect(await ledger.getAll('programmeEvents')).toEqual([]);
  });

  it('closes homework outside an entry, and opens it again', async () => {
    const { ledger, handlers, save } = await start();
    await save(entry('m1', { homework: ['Read'] }));
    const homework = 'homework m1 0';
    await handlers['homework.set']({ homework, done: true, at: now }, context);
    expect(await ledger.get('homework', homework)).toMatchObject({ done: true, closedAt: now });
    await handlers['homework.set']({ homework, done: false, at: now }, context);
    expect(await ledger.get('homework', homework)).toEqual({
      id: homework,
      relationship: 'pair',
      meeting: 'm1',
      text: 'Read',
      done: false,
    });
    const missing = { homework: 'gone', done: true, at: now };
    await expect(handlers['homework.set'](missing, context)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses everything about a relationship in a ledger that is empty', async () => {
    const { save } = await start(emptyLedger());
    await expect(save(entry('m1'))).rejects.toMatchObject({ code: 'not-found', detail: 'relationship' });
  });
});
