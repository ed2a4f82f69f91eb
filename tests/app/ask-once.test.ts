import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { askOnce } from '../../src/app/ask-once.ts';
import { openIdbLedger } from '../../src/ledger/idb.ts';
import type { LedgerReader } from '../../src/ledger/ledger.ts';
import { MemoryLedger } from '../../src/ledger/memory.ts';
import { at, derivedOf, smallLife } from '../ledger/facts.ts';

const kinds: [string, () => Promise<MemoryLedger | Awaited<ReturnType<typeof openIdbLedger>>>][] = [
  ['in memory', async () => new MemoryLedger()],
  ['in IndexedDB', () => openIdbLedger({ name: 'once' })],
];

describe.each(kinds)('a reader %s that is asked once', (_name, open) => {
  it('gives what the reader gives', async () => {
    const ledger = await open();
    await ledger.replaceAll(smallLife());
    await ledger.derive('cohort', at, () => derivedOf('cohort'));
    await ledger.derive('pair-ana', at, () => derivedOf('pair-ana'));
    await ledger.apply([{ list: 'contacts', remove: 'c1' }]);
    const once = askOnce(ledger);
    expect(await once.readSmall()).toEqual(await ledger.readSmall());
    expect((await once.readDerived()).map((row) => row.relationship)).toEqual(['cohort']);
    expect(await once.readDerived({ withStale: true })).toHaveLength(2);
    expect(await once.readSlices(['cohort'])).toEqual(await ledger.readSlices(['cohort']));
    expect(once.unreadable).toBe(0);
    once.close();
    await expect(async () => ledger.readAll()).rejects.toThrow();
  });
});

describe('what is asked for once', () => {
  it('is asked for at once, and not again', async () => {
    const asked: string[] = [];
    const ledger = new MemoryLedger();
    const reader: LedgerReader = {
      ...ledger,
      unreadable: 0,
      readSmall: () => {
        asked.push('small');
        return ledger.readSmall();
      },
      readDerived: () => {
        asked.push('derived');
        return ledger.readDerived();
      },
      close: () => {},
    };
    const once = askOnce(reader);
    expect(asked).toEqual(['small', 'derived']);
    await Promise.all([once.readSmall(), once.readSmall(), once.readDerived()]);
    expect(asked).toEqual(['small', 'derived']);
  });

  it('fails for whoever takes it', async () => {
    const ledger = new MemoryLedger();
    const reader: LedgerReader = {
      ...ledger,
      unreadable: 0,
      readSmall: () => Promise.reject(new Error('closed')),
      close: () => {},
    };
    await expect(askOnce(reader).readSmall()).rejects.toThrow('closed');
  });
});
