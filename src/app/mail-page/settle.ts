// Tells a page that is still loading from one that has changed: what can't be read, or names no account, is waited for.
import type { Sight } from '../../features/deadlines/contract.ts';
import type { Seen } from './see.ts';

/** Milliseconds after which a page that still can't be read is called unreadable. */
export const PATIENCE = 2000;

/** Returns the sight to tell, or null while it is too early to say. */
export function makeSettler(): (seen: Seen) => Sight | null {
  let since: number | null = null;
  return ({ sight, strange }) => {
    if (!strange && sight.owner) {
      since = null;
      return sight;
    }
    const at = Date.parse(sight.at);
    since ??= at;
    return at - since >= PATIENCE ? { ...sight, unreadable: strange } : null;
  };
}
