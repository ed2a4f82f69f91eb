// One message of Gmail's, as a record.
import { addressParser, decodeWords, type Address as MimeAddress } from 'postal-mime';
import type { Address } from '../../domain/record.ts';
import { guessKind } from '../../domain/thread/guess-kind.ts';
import { MailHeaders, type Parties } from '../../domain/thread/headers.ts';
import type { Message } from '../../domain/thread/message.ts';
import { findSender } from '../../domain/thread/sender.ts';
import type { Concerns } from '../concerns.ts';
import { guessMailKind, readMailKind } from '../mail-kind.ts';
import { readPerson } from '../people.ts';
import type { WireMessage } from './mail-wire.ts';

/** `skipped`: nobody's who was asked for, or no mail that came or went: a draft, spam, a chat. */
export type ReadMessage = { put: Message } | { skipped: true } | null;

const skipped = { skipped: true } as const;
const leftOut: ReadonlySet<string> = new Set(['DRAFT', 'SPAM', 'TRASH', 'CHAT']);
const LONGEST_FIELD = 500_000;

export interface Where {
  from: string;
  people: ReadonlySet<string>;
  concerns: Concerns;
}

/** Null when it can't be read. */
export function readMessage(wire: WireMessage, { from: since, people, concerns }: Where): ReadMessage {
  if (wire.labelIds?.some((label) => leftOut.has(label))) return skipped;
  const headers = new MailHeaders(readHeaders(wire));
  const addresses = (name: string) => headers.all(name).flatMap(readAddresses);
  const [sender] = addresses('sender');
  const writer = addresses('from')[0] ?? sender;
  const rest = { replyTo: addresses('reply-to'), to: addresses('to'), cc: addresses('cc') };
  const hidden = addresses('bcc');
  const parties: Parties | undefined = writer && { from: writer, ...(sender && { sender }), ...rest };
  const from = parties && findSender(headers, parties);
  if (!concerns([from, writer, sender, ...rest.replyTo, ...rest.to, ...rest.cc, ...hidden])) return skipped;
  const sentAt = readInstant(wire.internalDate);
  if (!from || !sentAt) return null;
  if (Date.parse(sentAt) < Date.parse(since)) return skipped;
  return { put: compose(wire, { headers, from, to: rest.to, cc: [...rest.cc, ...hidden], sentAt, people }) };
}

type Found = Pick<Message, 'from' | 'to' | 'cc' | 'sentAt'> & { headers: MailHeaders; people: ReadonlySet<string> };

function compose(wire: WireMessage, { headers, people, ...facts }: Found): Message {
  const subject = decodeWords(headers.first('subject')).replace(/\s+/g, ' ').trim();
  const messageId = headers.first('message-id');
  return {
    id: wire.id.toLowerCase(),
    threadId: wire.threadId.toLowerCase(),
    ...(messageId && { internetMessageId: messageId }),
    ...facts,
    subject,
    ...findKind(wire, { headers, people, subject, ...facts }),
  };
}

/**
 * Of parts only the whole message's own type is told, so that an invitation inside a multipart shows by its subject
 * alone.
 */
function findKind(
  wire: WireMessage,
  { headers, people, from, to, cc, subject }: Found & { subject: string },
): Pick<Message, 'kind' | 'kindGuessed' | 'kindReason'> {
  const type = headers.first('content-type') || (wire.payload?.mimeType ?? '');
  const read = readMailKind({ headers, from, to: [...to, ...cc], subject, parts: [type], people });
  const mayHold = read.kind === 'personal' || read.kind === 'bulk';
  const holds = /^multipart\//i.test(type) && guessKind(subject, from.email) === 'calendar';
  return mayHold && holds ? guessMailKind(subject, from.email) : read;
}

const readHeaders = (wire: WireMessage) =>
  (wire.payload?.headers ?? []).flatMap(({ name, value }) =>
    name ? [{ name, value: (value ?? '').slice(0, LONGEST_FIELD) }] : [],
  );

function readAddresses(field: string): Address[] {
  const boxes = addressParser(field).flatMap((each: MimeAddress) => each.group ?? [each]);
  return boxes.flatMap(({ name, address }) => {
    const person = readPerson(address, name);
    return person ? [person] : [];
  });
}

/** Gmail's own clock: when it took the message in, which is sooner believed than the sender's Date. */
function readInstant(internalDate: WireMessage['internalDate']): string | null {
  const at = Number(internalDate ?? Number.NaN);
  if (!Number.isSafeInteger(at) || at < 0 || at > 253402300799000) return null;
  return Temporal.Instant.fromEpochMilliseconds(at).round({ smallestUnit: 'second', roundingMode: 'trunc' }).toString();
}
