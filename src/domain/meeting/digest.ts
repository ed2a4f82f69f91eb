// SHA-256 by WebCrypto, which pages, workers and Node have alike.

interface Host {
  crypto: { subtle: { digest(name: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer> } };
  TextEncoder: new () => { encode(text: string): Uint8Array };
}

/** SHA-256 of the text in UTF-8, as 64 digits of lower-case hex. */
export async function digestText(text: string): Promise<string> {
  const { crypto, TextEncoder } = globalThis as unknown as Host;
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What people compare instead of a digest: its first eight digits, `7F3A-91C2`. */
export function fingerprint(digest: string): string {
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase();
}
