// Where tokens are: in the browser's session storage, which stands in memory alone, is empty after the browser ends, and
// is closed to page scripts. Nothing of a token is ever on the disk; after a restart the provider is asked for new ones
// silently, which works for as long as the person is signed in there.
import * as z from 'zod/mini';
import type { Tokens } from '../../accounts/account.ts';
import type { TokenStore } from '../../features/calendars/tokens.ts';

const StoredTokens = z.object({
  access: z.string(),
  expires: z.string(),
  refresh: z.optional(z.string()),
  scopes: z.array(z.string()),
});

/** The part of `browser.storage.session` that is used. */
export interface SessionArea {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

const PREFIX = 'tokens ';

export function makeTokenStore(session: SessionArea): TokenStore {
  return {
    async get(account) {
      const key = PREFIX + account;
      const parsed = z.safeParse(StoredTokens, (await session.get(key))[key]);
      return parsed.success ? (parsed.data as Tokens) : undefined;
    },
    put: (account, tokens) => session.set({ [PREFIX + account]: tokens }),
    remove: (account) => session.remove(PREFIX + account),
    async clear() {
      const keys = Object.keys(await session.get(null)).filter((key) => key.startsWith(PREFIX));
      if (keys.length > 0) await session.remove(keys);
    },
  };
}
