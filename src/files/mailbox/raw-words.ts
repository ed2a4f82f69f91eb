// Headers are ASCII by RFC 5322, UTF-8 by RFC 6532, and raw bytes of some other charset where a sender kept neither. The
// message's own charset then tells how to read them.

const LF = 10;

/** The message with headers in UTF-8. Unchanged where they are that already, or nothing says what they are. */
export function decodeHeaderBytes(bytes: Uint8Array): Uint8Array {
  const end = endOfHeaders(bytes);
  const head = bytes.subarray(0, end);
  if (head.every((byte) => byte < 128) || isUtf8(head)) return bytes;
  const charset = /charset="?([\w-]+)/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, end + 4096)))?.[1];
  const decoded = decode(head, charset) ?? decode(head, 'windows-1252');
  if (decoded === undefined) return bytes;
  const words = new TextEncoder().encode(decoded);
  const whole = new Uint8Array(words.length + bytes.length - end);
  whole.set(words);
  whole.set(bytes.subarray(end), words.length);
  return whole;
}

function endOfHeaders(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF || (bytes[at + 1] === 13 && bytes[at + 2] === LF)) return at + 1;
  }
  return bytes.length;
}

function isUtf8(bytes: Uint8Array): boolean {
  return decode(bytes, 'utf-8') !== undefined;
}

function decode(bytes: Uint8Array, charset: string | undefined): string | undefined {
  if (!charset || /^us-ascii$/i.test(charset)) return undefined;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
