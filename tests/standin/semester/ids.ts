// Ids as the two hosts make them, from one number per message.

/** Gmail's legacy id: milliseconds, then 20 bits that tell messages of one moment apart. */
export function legacyId(ms: number, order: number): string {
  return ((BigInt(ms) << 20n) | BigInt(order & 0xfffff)).toString(16);
}

export function idToMs(id: string): number {
  return Number(BigInt(`0x${id}`) >> 20n);
}

/** `thread-f:` and `msg-f:` carry the same number in decimal. */
export function decimalId(id: string): string {
  return BigInt(`0x${id}`).toString();
}

function base64(text: string): string {
  return btoa(text);
}

/** Exchange ids are long, opaque and base64; these hold the legacy id, so that a page and a ledger agree on them. */
export function outlookConversationId(threadId: string): string {
  return `AAQkADM1/+Y1${base64(`conversation:${threadId}`)}`;
}

export function outlookItemId(id: string): string {
  return `AAMkADM1/+Y1${base64(`item:${id}`)}`.replaceAll('=', 'A');
}

/** The id that stays when a message moves, which Graph gives to those who prefer it; no page shows it. */
export function immutableItemId(id: string): string {
  return `AAkALgAAAAAAHYQDEapmEc2byACqAC${base64(`immutable:${id}`)}`.replaceAll('=', 'A');
}

/** Graph writes the bytes of a page's id so that they stand in an address. */
export function urlSafe(id: string): string {
  return id.replaceAll('/', '-').replaceAll('+', '_');
}
