// Whose account it is, from OpenID Connect's id_token. It came straight from the provider's token endpoint over TLS, so
// its signature needs no check (OpenID Connect Core, 3.1.3.7, point 6).
import * as z from 'zod/mini';
import { AccountProblem } from './account.ts';

const Claims = z.object({
  email: z.optional(z.string()),
  /** Microsoft's: mostly the address, for work accounts the sign-in name. */
  preferred_username: z.optional(z.string()),
});

/** The account's address, lower-cased. @throws {AccountProblem} `unreadable` when the token tells none. */
export function readAddress(idToken: string | undefined): string {
  const parsed = z.safeParse(Claims, parsePayload(idToken));
  const named = parsed.success ? [parsed.data.email, parsed.data.preferred_username] : [];
  const address = named.find((each) => each !== undefined && /^[^\s@]+@[^\s@]+$/.test(each));
  if (!address) throw new AccountProblem('unreadable', 'the sign-in tells no address');
  return address.toLowerCase();
}

function parsePayload(idToken: string | undefined): unknown {
  try {
    const bytes = Uint8Array.fromBase64(idToken?.split('.')[1] ?? '', { alphabet: 'base64url' });
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
