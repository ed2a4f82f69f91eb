// Messages and history as Gmail's API writes them. Ids are those of Gmail's page.
import type { Label, StandinMessage } from '../../semester/types.ts';
import { writeHeaders } from '../mail-headers.ts';
import type { MailChange } from '../mail-log.ts';

/** History ids go up, with gaps. */
export const historyId = (number: number): string => String(7_400_000 + number * 7);

export function historyNumber(id: string): number {
  return Math.floor((Number(id) - 7_400_000) / 7);
}

const names: Record<Label, string[]> = {
  inbox: ['INBOX'],
  sent: ['SENT'],
  archive: [],
  draft: ['DRAFT'],
  trash: ['TRASH'],
};

export const labelsOf = (message: StandinMessage, place: Label = message.labels[0]!): string[] => [
  ...(message.unread ? ['UNREAD'] : []),
  ...names[place],
];

interface Asked {
  format: string;
  /** Header fields asked for; all where there are none. */
  metadataHeaders: string[];
  history: number;
}

export function writeMessage(
  message: StandinMessage,
  thread: readonly StandinMessage[],
  { format, metadataHeaders, history }: Asked,
): object {
  const { id, threadId, body, sentAt } = message;
  const shown = {
    id,
    threadId,
    labelIds: labelsOf(message),
    snippet: body.slice(0, 200),
    sizeEstimate: body.length + 800,
  };
  const basic = { ...shown, historyId: historyId(history), internalDate: String(Date.parse(sentAt)) };
  if (format === 'minimal') return basic;
  const all = writeHeaders(message, thread);
  const asked = new Set(metadataHeaders.map((name) => name.toLowerCase()));
  const headers = all.filter(({ name }) => asked.size === 0 || asked.has(name.toLowerCase()));
  const mimeType = all.find(({ name }) => name === 'Content-Type')!.value.split(';')[0]!;
  if (format === 'metadata') return { ...basic, payload: { mimeType, headers } };
  const data = Buffer.from(body).toString('base64url');
  const payload = { partId: '', mimeType, filename: '', headers: all, body: { size: body.length, data } };
  return { ...basic, payload };
}

/** Null where a change is none of what is asked for. */
export function writeHistory(change: MailChange, types: readonly string[]): object | null {
  const { number, message, what, from, to } = change;
  const named = { id: message.id, threadId: message.threadId };
  const wants = (type: string) => types.length === 0 || types.includes(type);
  const record: Record<string, unknown> = {};
  if (what === 'added' && wants('messageAdded')) {
    record.messagesAdded = [{ message: { ...named, labelIds: labelsOf(message, to) } }];
  }
  if (what === 'deleted' && wants('messageDeleted')) {
    record.messagesDeleted = [{ message: { ...named, labelIds: labelsOf(message, from) } }];
  }
  const gone = what === 'read' ? ['UNREAD'] : what === 'moved' ? names[from!] : [];
  const come = what === 'moved' ? names[to!] : [];
  const labelled = { message: { ...named, labelIds: labelsOf(message) } };
  if (gone.length > 0 && wants('labelRemoved')) record.labelsRemoved = [{ ...labelled, labelIds: gone }];
  if (come.length > 0 && wants('labelAdded')) record.labelsAdded = [{ ...labelled, labelIds: come }];
  return Object.keys(record).length > 0 ? { id: historyId(number), messages: [named], ...record } : null;
}
