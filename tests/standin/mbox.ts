// Mail as Google Takeout and Thunderbird write it into one file (mboxrd).
import type { StandinMessage } from './semester/types.ts';
import { writeHeaders } from './server/mail-headers.ts';

export function writeMbox(messages: readonly StandinMessage[]): string {
  const threads = Map.groupBy(messages, ({ threadId }) => threadId);
  return messages.map((message) => writeOne(message, threads.get(message.threadId)!)).join('');
}

function writeOne(message: StandinMessage, thread: readonly StandinMessage[]): string {
  const at = new Date(message.sentAt)
    .toUTCString()
    .replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4');
  const fields = writeHeaders(message, thread).map(({ name, value }) => `${name}: ${encode(value)}`);
  const body = message.body.replace(/^(>*From )/gm, '>$1');
  return [`From ${message.from.email} ${at}`, ...fields, '', body, '', ''].join('\r\n');
}

/** Words in other scripts, as header fields carry them (RFC 2047). */
function encode(value: string): string {
  return value.replace(/"?([^"<>,]*[^\x20-\x7e][^"<>,]*)"?/g, (_all, words: string) => {
    const text = words.trim();
    return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?= `;
  });
}
