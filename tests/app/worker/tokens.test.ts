import { describe, expect, it } from 'vitest';
import { makeTokenStore, type SessionArea } from '../../../src/app/worker/tokens.ts';

class FakeArea implements SessionArea {
  readonly held = new Map<string, unknown>([['other', 'kept']]);
  get = async (keys: string | null) =>
    structuredClone(Object.fromEntries([...this.held].filter(([key]) => keys === null || key === keys)));
  set = async (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(structuredClone(items))) this.held.set(key, value);
  };
  remove = async (keys: string | string[]) => {
    for (const key of [keys].flat()) this.held.delete(key);
  };
}

const tokens = { access: 'ACCESS', expires: '2026-03-09T12:00:00Z', refresh: 'REFRESH', scopes: ['a'] };

describe('the store of tokens', () => {
  it('gives back what was put, account by account', async () => {
    const store = makeTokenStore(new FakeArea());
    await store.put('google a@x.example', tokens);
    expect(await store.get('google a@x.example')).toEqual(tokens);
    expect(await store.get('google b@x.example')).toBeUndefined();
  });

  it('forgets one account, and all of them, and nothing else', async () => {
    const area = new FakeArea();
    const store = makeTokenStore(area);
    for (const name of ['a', 'b', 'c']) await store.put(name, tokens);
    await store.remove('a');
    expect(await store.get('a')).toBeUndefined();
    expect(await store.get('b')).toEqual(tokens);
    await store.clear();
    expect([...area.held]).toEqual([['other', 'kept']]);
  });

  it.each([[null], ['text'], [{}], [{ ...tokens, access: 7 }], [{ ...tokens, scopes: 'a' }]])(
    'takes %j, which it did not write, for nothing',
    async (value) => {
      const area = new FakeArea();
      area.held.set('tokens a', value);
      expect(await makeTokenStore(area).get('a')).toBeUndefined();
    },
  );
});
