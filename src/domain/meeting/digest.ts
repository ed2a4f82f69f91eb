// SHA-256 by WebCrypto, which pages, workers and Node have alike.

interface Host {
  crypto: { subtle: { digest(name: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer> } };
  TextEncoder: new () => { encode(text: string): Uint8Array };
}

const { TextEncoder } = globalThis as unknown as Host;
const encoder = new TextEncoder();

/** SHA-256 of the bytes, as 64 digits of lower-case hex. */
export async function digestBytes(bytes: Uint8Array): Promise<string> {
  const { crypto } = globalThis as unknown as Host;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

/** SHA-256 of the text in UTF-8. */
export const digestText = (text: string): Promise<string> => digestBytes(encoder.encode(text));

/** What people compare instead of a digest: its first eight digits, `7F3A-91C2`. */
export function fingerprint(digest: string): string {
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase();
}

/**
 * What people compare of a seal, years later and perhaps against somebody's will: its first sixteen digits,
 * `7F3A-91C2-00AB-5D1E`. Eight could be found again by trying.
 */
export function sealPrint(digest: string): string {
  return `${fingerprint(digest)}-${fingerprint(digest.slice(8))}`;
}
