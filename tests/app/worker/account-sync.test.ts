import { describe, expect, it } from 'vitest';
import { syncAccounts } from '../../../src/app/worker/account-sync.ts';

/** A clock that goes on by a second each time it is looked at, as one does that is looked at on the second. */
function tick(from = '2026-03-09T12:40:50Z') {
  let at = Date.parse(from) - 1000;
  return () => {
    at += 1000;
    return `${new Date(at).toISOString().slice(0, 19)}Z`;
  };
}

const extension = {
  alarms: { get: async () => undefined, create: async () => {}, clear: async () => true },
} as unknown as Parameters<typeof syncAccounts>[0];

describe('a slice of what connected accounts have to be read', () => {
  it('begins though the second changes while it is looked what is due', async () => {
    const now = tick();
    const read: string[] = [];
    const reader = (name: string) => ({
      findNext: async () => (read.includes(name) ? undefined : now()),
      readSlice: async () => {
        read.push(name);
        return undefined;
      },
    });
    expect(await syncAccounts(extension, [reader('mail'), reader('calendars')], now)).toBe(false);
    expect(read).toEqual(['mail', 'calendars']);
  });

  it('leaves what is due later to its alarm', async () => {
    const reader = { findNext: async () => '2026-03-09T13:00:00Z', readSlice: () => Promise.reject(new Error('read')) };
    expect(await syncAccounts(extension, [reader], () => '2026-03-09T12:40:50Z')).toBe(false);
  });
});
