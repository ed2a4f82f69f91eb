import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { emptyLedger, type Ledger, type ListName, listNames } from '../../src/domain/ledger.ts';
import type { Derived } from '../../src/domain/verdict/derive.ts';
import { encode, type Row } from '../../src/ledger/codec.ts';
import { openIdbLedger } from '../../src/ledger/idb.ts';
import type { Change, LedgerWriter } from '../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../src/ledger/memory.ts';
import { at, contact, derivedOf, message, person, relationship, smallLife } from './facts.ts';
import { putRawRow } from './raw.ts';

interface Kind {
  name: string;
  open(onCommit?: (lists: string[]) => void): Promise<LedgerWriter>;
  /** Puts a row past the codec. */
  putRow(ledger: LedgerWriter, list: ListName, row: { id: string }): Promise<void>;
  putDerived(ledger: LedgerWriter, row: Derived): Promise<void>;
}

let count = 0;
const kinds: Kind[] = [
  {
    name: 'in memory',
    open: async (onCommit) => new MemoryLedger(onCommit ? { onCommit } : {}),
    putRow: async (ledger, list, row) => (ledger as MemoryLedger).putRow(list, row),
    putDerived: async (ledger, row) => (ledger as MemoryLedger).putRow('derived', { ...row, id: row.relationship }),
  },
  {
    name: 'in IndexedDB',
    open: (onCommit) => openIdbLedger({ name: `ledger-${++count}`, ...(onCommit ? { onCommit } : {}) }),
    putRow: (_ledger, list, row) => putRawRow(`ledger-${count}`, list, row),
    putDerived: (_ledger, row) => putRawRow(`ledger-${count}`, 'derived', row),
  },
];

const byId = <T extends { id: string }>(records: T[]) => records.map((record) => record.id).sort();
const sorted = (ledger: Ledger) =>
  Object.fromEntries(listNames.map((list) => [list, [...ledger[list]].sort((a, b) => (a.id < b.id ? -1 : 1))]));

describe.each(kinds)('the ledger $name', (kind) => {
  let ledger: LedgerWriter;
  afterEach(() => ledger.close());

  const openWith = async (facts: Ledger) => {
    ledger = await kind.open();
    await ledger.replaceAll(facts);
  };

  it('is empty at first', async () => {
    ledger = await kind.open();
    expect(await ledger.readAll()).toEqual(emptyLedger());
    expect(await ledger.readDerived()).toEqual([]);
  });

  it('gives back everything that was put', async () => {
    await openWith(smallLife());
    expect(sorted(await ledger.readAll())).toEqual(sorted(smallLife()));
  });

  it('replaces everything, leaving nothing of what was there', async () => {
    await openWith(smallLife());
    const other = { ...emptyLedger(), people: [person('zoe')] };
    await ledger.replaceAll(other);
    expect(await ledger.readAll()).toEqual(other);
  });

  it('keeps what was there when the ledger that should replace it holds a bad record', async () => {
    await openWith(smallLife());
    const bad = { ...emptyLedger(), messages: [{ ...message('x', 'ana', []), sentAt: 'yesterday' }] };
    await expect(ledger.replaceAll(bad)).rejects.toThrow();
    expect(sorted(await ledger.readAll())).toEqual(sorted(smallLife()));
  });

  it('tells which lists changed', async () => {
    ledger = await kind.open();
    const changes: Change[] = [
      { list: 'people', put: person('ana') },
      { list: 'messages', put: message('m1', 'ana', ['me']) },
    ];
    expect(await ledger.apply(changes)).toEqual(['people', 'messages']);
  });

  it('changes nothing when the same fact comes twice', async () => {
    const commits: string[][] = [];
    ledger = await kind.open((lists) => commits.push(lists));
    const change: Change = { list: 'messages', put: message('m1', 'ana', ['me']) };
    await ledger.apply([change]);
    expect(await ledger.apply([change, structuredClone(change)])).toEqual([]);
    expect(commits).toEqual([['messages']]);
  });

  it('takes a field left undefined for a field left out', async () => {
    ledger = await kind.open();
    await ledger.apply([{ list: 'people', put: person('ana') }]);
    const same = { ...person('ana'), phone: undefined } as unknown as ReturnType<typeof person>;
    expect(await ledger.apply([{ list: 'people', put: same }])).toEqual([]);
  });

  it('lets the last of several changes of one record win', async () => {
    ledger = await kind.open();
    await ledger.apply([
      { list: 'people', put: person('ana') },
      { list: 'people', put: { ...person('ana'), name: 'Ana Morales' } },
      { list: 'people', put: person('ben') },
      { list: 'people', remove: 'ben' },
    ]);
    expect(await ledger.getAll('people')).toEqual([{ ...person('ana'), name: 'Ana Morales' }]);
  });

  it('finds nothing to change in removing what is not there', async () => {
    ledger = await kind.open();
    expect(await ledger.apply([{ list: 'people', remove: 'nobody' }])).toEqual([]);
  });

  it('writes nothing when one of the changes is no record', async () => {
    ledger = await kind.open();
    const bad = { list: 'people', put: { id: '', name: 'x', emails: [] } } as Change;
    await expect(ledger.apply([{ list: 'people', put: person('ana') }, bad])).rejects.toThrow();
    expect(await ledger.getAll('people')).toEqual([]);
  });

  it('lower-cases addresses on their way in, so that they are found', async () => {
    await openWith({ ...smallLife(), messages: [] });
    await ledger.apply([
      { list: 'messages', put: { ...message('m1', 'ana', ['me']), from: { email: 'Ana@Example.edu' } } },
    ]);
    expect(byId((await ledger.readSlice('pair-ana')).messages)).toEqual(['m1']);
  });

  it('keeps what a record carries beyond its schema', async () => {
    const ana = { ...person('ana'), pronouns: 'she', seat: { row: [1, { more: true }] } };
    await openWith({ ...emptyLedger(), people: [ana] });
    expect((await ledger.readAll()).people).toEqual([ana]);
    expect(await ledger.apply([{ list: 'people', put: { ...ana } }])).toEqual([]);
  });

  it('skips a row it cannot read, and counts it once', async () => {
    await openWith(smallLife());
    const { fits: _, ...older } = encode('messages', message('broken', 'ana', []));
    const broken: Row = { ...older, record: {} };
    await kind.putRow(ledger, 'messages', broken);
    expect(byId(await ledger.getAll('messages'))).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
    expect(byId((await ledger.readSlice('pair-ana')).messages)).toEqual(['m1', 'm2']);
    expect(await ledger.readMessage('broken')).toBeUndefined();
    expect(ledger.unreadable).toBe(1);
  });

  it('overwrites a row it cannot read', async () => {
    ledger = await kind.open();
    await kind.putRow(ledger, 'people', { id: 'ana' });
    expect(await ledger.apply([{ list: 'people', put: person('ana') }])).toEqual(['people']);
    expect(await ledger.get('people', 'ana')).toEqual(person('ana'));
  });

  it('reads the small lists without what grows with the mailbox', async () => {
    await openWith(smallLife());
    const small = await ledger.readSmall();
    expect(small.people).toHaveLength(6);
    expect(small.sources).toHaveLength(1);
    expect([small.contacts.length, small.corrections.length]).toEqual([2, 2]);
    expect([small.messages.length, small.glimpses.length]).toEqual([0, 2]);
  });

  it('reads threads and single messages', async () => {
    await openWith(smallLife());
    expect(byId(await ledger.readThreads(['t1', 't4', 't1', 'none']))).toEqual(['m1', 'm2', 'm5']);
    expect((await ledger.readMessage('m4'))?.threadId).toBe('t3');
    expect(await ledger.readMessage('none')).toBeUndefined();
  });

  describe('the slice of a relationship', () => {
    it('holds its mentees’ threads whole, and nobody else’s', async () => {
      await openWith(smallLife());
      const slice = await ledger.readSlice('pair-ana');
      expect(byId(slice.messages)).toEqual(['m1', 'm2']);
      expect(byId(slice.glimpses)).toEqual(['g1']);
      expect(byId(slice.contacts)).toEqual(['c1']);
      expect(byId(slice.corrections)).toEqual(['k1']);
      expect(byId(slice.people)).toEqual(['ana', 'me']);
      expect(byId(slice.relationships)).toEqual(['pair-ana']);
      expect([slice.away, slice.notices]).toEqual([[], []]);
      expect([slice.sources.length, slice.settings.length]).toEqual([1, 1]);
    });

    it('holds a thread of which only a glimpse names the mentee', async () => {
      await openWith({ ...smallLife(), messages: [message('m9', 'me', [], { threadId: 't5' })] });
      expect(byId((await ledger.readSlice('cohort')).messages)).toEqual(['m9']);
    });

    it('holds absences and who was told of them', async () => {
      await openWith(smallLife());
      const slice = await ledger.readSlice('cohort');
      expect([byId(slice.away), byId(slice.notices)]).toEqual([['a1'], ['n1']]);
    });

    it('follows the people across where the mentor’s seat is a mentee’s', async () => {
      await openWith(smallLife());
      expect(byId((await ledger.readSlice('as-mentee')).messages)).toEqual(['m4']);
    });

    it('is the same whether it is read alone or with others', async () => {
      const facts = smallLife();
      facts.messages.push(
        message('m6', 'me', ['ana', 'ben'], { threadId: 't6' }),
        message('m7', 'co', [], { threadId: 't6' }),
      );
      await openWith(facts);
      const ids = [...facts.relationships.map((each) => each.id), 'none'];
      const alone = await Promise.all(ids.map((id) => ledger.readSlice(id)));
      expect((await ledger.readSlices(ids)).map(sorted)).toEqual(alone.map(sorted));
      expect((await ledger.readSlices(ids.slice(0, 2))).map(sorted)).toEqual(alone.slice(0, 2).map(sorted));
      expect(alone.map((slice) => byId(slice.messages))).toEqual([
        ['m1', 'm2', 'm6', 'm7'],
        ['m3', 'm6', 'm7'],
        ['m4'],
        [],
      ]);
    });

    it('is empty for a relationship that is not there', async () => {
      await openWith(smallLife());
      expect((await ledger.readSlice('none')).relationships).toEqual([]);
    });
  });

  describe('cached verdicts', () => {
    const openDerived = async () => {
      await openWith(smallLife());
      for (const { id } of smallLife().relationships) {
        await ledger.derive(id, at, () => derivedOf(id));
      }
    };
    const fresh = async () => (await ledger.readDerived()).map((row) => row.relationship).sort();

    it('are judged over the slice and kept with the instant they were judged at', async () => {
      await openWith(smallLife());
      const seen: string[][] = [];
      const row = await ledger.derive('pair-ana', at, (slice) => {
        seen.push(byId(slice.messages));
        return derivedOf('pair-ana', { next: '2026-02-04T09:00:00Z' });
      });
      expect(seen).toEqual([['m1', 'm2']]);
      expect(await ledger.readDerived()).toEqual([row]);
      expect(row).toMatchObject({ relationship: 'pair-ana', at, next: '2026-02-04T09:00:00Z' });
    });

    const cases: [string, Change, string[]][] = [
      ['a message of a mentee', { list: 'messages', put: message('n', 'ana', ['me']) }, ['as-mentee', 'cohort']],
      [
        'a reply whose recipients are hidden, in a mentee’s thread',
        { list: 'messages', put: message('n', 'me', [], { threadId: 't2' }) },
        ['as-mentee', 'pair-ana'],
      ],
      [
        'a message among strangers',
        { list: 'messages', put: message('n', 'x', ['me']) },
        ['as-mentee', 'cohort', 'pair-ana'],
      ],
      [
        'a message in a thread that only a glimpse gives to a mentee',
        { list: 'messages', put: message('n', 'x', [], { threadId: 't5' }) },
        ['as-mentee', 'pair-ana'],
      ],
      ['a message that goes', { list: 'messages', remove: 'm3' }, ['as-mentee', 'pair-ana']],
      [
        'a message that moves away from a mentee',
        { list: 'messages', put: message('m1', 'x', [], { threadId: 't9' }) },
        ['as-mentee', 'cohort'],
      ],
      ['a contact', { list: 'contacts', put: contact('n', 'cohort') }, ['as-mentee', 'pair-ana']],
      ['a correction', { list: 'corrections', put: { id: 'k9', message: 'm4', at } }, ['cohort', 'pair-ana']],
      ['a correction taken back', { list: 'corrections', remove: 'k1' }, ['as-mentee', 'cohort']],
      ['a person', { list: 'people', put: { ...person('ana'), name: 'Ana' } }, []],
      ['a source', { list: 'sources', put: { id: 's2', source: 'file', from: at, to: at } }, []],
      ['a relationship that goes', { list: 'relationships', remove: 'cohort' }, ['as-mentee', 'pair-ana']],
      ['a reminder', { list: 'reminders', put: { id: 'r', warnedAt: at } }, ['as-mentee', 'cohort', 'pair-ana']],
      [
        'the same fact again',
        { list: 'contacts', put: contact('c1', 'pair-ana') },
        ['as-mentee', 'cohort', 'pair-ana'],
      ],
    ];
    it.each(cases)('keep standing after %s where they do not rest on it', async (_title, change, standing) => {
      await openDerived();
      await ledger.apply([change]);
      expect(await fresh()).toEqual(standing);
    });

    it('of several relationships are judged together, each over its own slice', async () => {
      await openWith(smallLife());
      const ids = smallLife().relationships.map((each) => each.id);
      const rows = await ledger.deriveAll(ids, at, (slice, id) => derivedOf(id, { next: `${slice.messages.length}` }));
      expect(rows.map((row) => [row.relationship, row.next])).toEqual([
        ['pair-ana', '2'],
        ['cohort', '1'],
        ['as-mentee', '1'],
      ]);
      expect(await fresh()).toEqual([...ids].sort());
      expect(await ledger.deriveAll([], at, () => derivedOf('none'))).toEqual([]);
    });

    it('that were overtaken can still be read, marked so', async () => {
      await openDerived();
      await ledger.apply([{ list: 'contacts', put: contact('n', 'cohort') }]);
      const rows = await ledger.readDerived({ withStale: true });
      expect(rows.filter((row) => row.stale).map((row) => row.relationship)).toEqual(['cohort']);
    });

    it('are gone with their relationship', async () => {
      await openDerived();
      await ledger.apply([{ list: 'relationships', remove: 'cohort' }]);
      expect((await ledger.readDerived({ withStale: true })).map((row) => row.relationship)).not.toContain('cohort');
    });

    it('are as good as stale, whoever reads them, when they were derived with other rules', async () => {
      await openDerived();
      const { rules, ...before } = (await ledger.readDerived({ of: ['cohort'] }))[0]!;
      for (const row of [{ ...before, rules: `not ${rules}` }, before]) {
        await kind.putDerived(ledger, row);
        expect(await fresh()).toEqual(['as-mentee', 'pair-ana']);
        expect(await ledger.readDerived({ of: ['cohort'] })).toEqual([]);
        const rows = await ledger.readDerived({ withStale: true });
        expect(rows.filter(({ stale }) => stale).map(({ relationship: id }) => id)).toEqual(['cohort']);
        await ledger.derive('cohort', at, () => derivedOf('cohort'));
        expect(await fresh()).toEqual(['as-mentee', 'cohort', 'pair-ana']);
      }
    });

    it('keeps a note over time, and knows when it says something else', async () => {
      await openDerived();
      const taken = [];
      for (const value of ['a', 'a', 'b']) taken.push(await ledger.takeNote('pages', value));
      expect(taken).toEqual([true, false, true]);
    });

    it('keep an empty relationship apart from one that is new', async () => {
      await openDerived();
      await ledger.apply([{ list: 'relationships', put: relationship('new', ['ana']) }]);
      expect(await fresh()).toEqual(['as-mentee', 'cohort', 'pair-ana']);
    });
  });

  it('refuses with `closed` once it was closed', async () => {
    await openWith(smallLife());
    ledger.close();
    await expect(ledger.apply([{ list: 'people', put: person('zoe') }])).rejects.toMatchObject({ code: 'closed' });
    await expect((async () => ledger.readSmall())()).rejects.toMatchObject({ code: 'closed' });
  });
});
