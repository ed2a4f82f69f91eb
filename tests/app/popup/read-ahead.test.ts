import { describe, expect, it } from 'vitest';
import { readAhead } from '../../../src/app/popup/read-ahead.ts';
import { monday as makeMonday } from '../../ui/monday.ts';
import { fakeDeps } from '../fake-deps.ts';

const overview = makeMonday();

function counting(read: () => Promise<typeof overview>) {
  let reads = 0;
  const deps = readAhead({
    ...fakeDeps({ overview }).deps,
    readOverview: () => {
      reads += 1;
      return read();
    },
  });
  return { deps, reads: () => reads };
}

describe('reading ahead', () => {
  it('reads at once, and gives the first who asks what was read', async () => {
    const { deps, reads } = counting(async () => overview);
    await Promise.resolve();
    await Promise.resolve();
    expect(reads()).toBe(1);
    expect(await deps.readOverview()).toEqual(overview);
    expect(reads()).toBe(1);
  });

  it('reads once what the overview and the meetings to log both rest on', async () => {
    const given: unknown[] = [];
    const fake = fakeDeps({ overview }).deps;
    const deps = readAhead({
      ...fake,
      readOverview: async (small) => {
        given.push(small);
        return overview;
      },
    });
    await deps.readOverview();
    expect(given).toEqual([(await deps.readSuggestions()).ledger]);
  });

  it('reads the overview where the meetings to log can’t be read', async () => {
    const readSuggestions = () => Promise.reject(new Error('closed'));
    const deps = readAhead({ ...fakeDeps({ overview }).deps, readSuggestions });
    expect(await deps.readOverview()).toEqual(overview);
    await expect(deps.readSuggestions()).rejects.toThrow('closed');
  });

  it('reads anew whenever it is asked again', async () => {
    const { deps, reads } = counting(async () => overview);
    await deps.readOverview();
    await deps.readOverview();
    expect(reads()).toBe(2);
  });

  it('tells a failure to the one who asks, and tries again the next time', async () => {
    let works = false;
    const { deps } = counting(async () => {
      if (!works) throw new Error('closed');
      return overview;
    });
    await expect(deps.readOverview()).rejects.toThrow('closed');
    works = true;
    expect(await deps.readOverview()).toEqual(overview);
  });
});
