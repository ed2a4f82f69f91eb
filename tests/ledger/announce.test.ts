import { describe, expect, it } from 'vitest';
import type { ListName } from '../../src/domain/ledger.ts';
import { announceChange, watchLedger } from '../../src/ledger/announce.ts';

describe('announcing a change', () => {
  it('tells other contexts which lists changed, until they stop listening', async () => {
    const end = new AbortController();
    const heard: ListName[][] = [];
    const first = new Promise<void>((resolve) => {
      watchLedger(end.signal, (changed) => {
        heard.push(changed);
        resolve();
      });
    });
    announceChange(['messages', 'contacts']);
    await first;
    end.abort();
    announceChange(['people']);
    await heardByAnother(() => announceChange(['goals']));
    expect(heard).toEqual([['messages', 'contacts']]);
  });

  it('keeps only names of lists from what arrives', async () => {
    const end = new AbortController();
    const heard = new Promise<ListName[]>((resolve) => watchLedger(end.signal, resolve));
    announceChange(['people', 'everything' as ListName]);
    expect(await heard).toEqual(['people']);
    end.abort();
  });
});

/** Resolves once a listener of its own has heard, so that whoever else listens has had the time to. */
async function heardByAnother(announce: () => void): Promise<void> {
  const end = new AbortController();
  await new Promise<void>((resolve) => {
    watchLedger(end.signal, (changed) => {
      if (changed.includes('goals')) resolve();
    });
    announce();
  });
  end.abort();
}
