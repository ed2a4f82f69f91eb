// A version for what a provider gives none to: what was read, as a digest. Two readings that differ in nothing have the same.

export async function digestOf(fields: readonly unknown[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(fields));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}
