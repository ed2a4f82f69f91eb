// What a sign-in is tied to: a secret that only this sign-in knows (PKCE, RFC 7636), and a state that its answer repeats.

export interface Pkce {
  verifier: string;
  /** SHA-256 of the verifier (method S256). */
  challenge: string;
}

const toBase64Url = (bytes: Uint8Array): string => bytes.toBase64({ alphabet: 'base64url', omitPadding: true });

/** Unguessable text of `bytes` random bytes. */
export function makeSecret(bytes = 32): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

export async function makePkce(): Promise<Pkce> {
  const verifier = makeSecret();
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: toBase64Url(new Uint8Array(hash)) };
}
