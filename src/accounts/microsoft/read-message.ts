// One message of Graph's, as a record.
import type { Address } from '../../domain/record.ts';
import { type HeaderField, MailHeaders, type Parties } from '../../domain/thread/headers.ts';
import type { Message } from '../../domain/thread/message.ts';
import { findSender } from '../../domain/thread/sender.ts';
import type { Concerns } from '../concerns.ts';
import { guessMailKind, readMailKind } from '../mail-kind.ts';
import { readPerson } from '../people.ts';
import { toPageId } from './exchange-id.ts';
import type { WireMessage } from './mail-wire.ts';
import { readInstant } from './read-time.ts';

/**
 * `skipped`: not to be kept, for whatever reason: nobody's who was asked for, a draft, older than wanted, or only word of
 * a change (read, flagged) to what was read before, which comes without the rest (microsoft-graph-docs issue 7776).
 */
export type ReadMessage = { put: Message } | { gone: string } | { skipped: true } | null;

export interface Where {
  folder: string;
  from: string;
  people: ReadonlySet<string>;
  own: ReadonlySet<string>;
  concerns: Concerns;
}

const skipped = { skipped: true } as const;

/** Null when it can't be read. */
export function readMessage(wire: WireMessage, where: Where): ReadMessage {
  if (wire['@removed'] !== undefined) return { gone: toPageId(wire.id) };
  if (wire.isDraft || (wire.receivedDateTime === undefined && wire.sentDateTime === undefined)) return skipped;
  const { from: writer, ...rest } = readParties(wire, where);
  const others = (wire.bccRecipients ?? []).flatMap(readRecipient);
  const headers = new MailHeaders(readHeaders(wire));
  const from = writer && findSender(headers, { ...rest, from: writer });
  if (!where.concerns([from, writer, rest.sender, ...rest.replyTo, ...rest.to, ...rest.cc, ...others])) return skipped;
  if (!from) return null;
  const parties = { ...rest, from };
  const sentAt = readSentAt(wire, where.folder === 'sent' || where.own.has(from.email));
  if (!sentAt || !wire.conversationId) return null;
  if (Date.parse(sentAt) < Date.parse(where.from)) return skipped;
  return { put: compose(wire, { headers, parties, from, others, sentAt, people: where.people }) };
}

interface Found {
  headers: MailHeaders;
  parties: Parties;
  from: Address;
  others: Address[];
  sentAt: string;
  people: ReadonlySet<string>;
}

function compose(wire: WireMessage, { headers, parties, from, others, sentAt, people }: Found): Message {
  const subject = (wire.subject ?? '').replace(/\s+/g, ' ').trim();
  const messageId = wire.internetMessageId?.trim();
  return {
    id: toPageId(wire.id),
    threadId: toPageId(wire.conversationId!),
    ...(messageId && { internetMessageId: messageId }),
    sentAt,
    from,
    to: [...parties.to],
    cc: [...parties.cc, ...others],
    subject,
    ...readKind(wire, { headers, parties, from, subject, people }),
  };
}

function readKind(
  wire: WireMessage,
  {
    headers,
    parties,
    from,
    subject,
    people,
  }: Pick<Found, 'headers' | 'parties' | 'from' | 'people'> & {
    subject: string;
  },
): Pick<Message, 'kind' | 'kindGuessed' | 'kindReason'> {
  if (/\.eventmessage/i.test(wire['@odata.type'] ?? '')) return { kind: 'calendar', kindReason: 'calendar-method' };
  if (!wire.internetMessageHeaders?.length) return guessMailKind(subject, from.email);
  const parts = [headers.first('content-type')];
  return readMailKind({ headers, from, to: [...parties.to, ...parties.cc], subject, parts, people });
}

/** What was sent from here may name its writer by a directory's path in the place of an address. */
function readParties(wire: WireMessage, { folder, own }: Where): Omit<Parties, 'from'> & { from: Address | undefined } {
  const [sender] = wire.sender ? readRecipient(wire.sender) : [];
  const [mine] = folder === 'sent' ? own : [];
  const [written] = wire.from ? readRecipient(wire.from) : [];
  return {
    from: written ?? sender ?? (mine === undefined ? undefined : { email: mine }),
    ...(sender && { sender }),
    replyTo: (wire.replyTo ?? []).flatMap(readRecipient),
    to: (wire.toRecipients ?? []).flatMap(readRecipient),
    cc: (wire.ccRecipients ?? []).flatMap(readRecipient),
  };
}

function readRecipient({ emailAddress }: NonNullable<WireMessage['from']>): Address[] {
  const person = readPerson(emailAddress?.address, emailAddress?.name);
  return person ? [person] : [];
}

function readHeaders({ internetMessageHeaders }: WireMessage): HeaderField[] {
  const fields: HeaderField[] = [];
  for (const field of internetMessageHeaders ?? []) {
    const { name, value } = (field ?? {}) as { name?: unknown; value?: unknown };
    if (typeof name === 'string' && name !== '') fields.push({ name, value: typeof value === 'string' ? value : '' });
  }
  return fields;
}

const HOUR = 3_600_000;

/**
 * When it was sent. Of what came in, the server's clock tells, as the sender's may be wrong; of what went out, when it
 * left, unless that is said to be after it was stored.
 */
function readSentAt(wire: WireMessage, isOwn: boolean): string | null {
  const received = readTime(wire.receivedDateTime);
  if (!isOwn && received) return received;
  const sent = readTime(wire.sentDateTime);
  if (!isOwn || !sent) return received ?? sent;
  return received && Date.parse(sent) > Date.parse(received) + HOUR ? received : sent;
}

/** Most are in the form that records have: these are only checked. */
function readTime(text: string | null | undefined): string | null {
  if (text && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19) !== text.slice(0, 19) ? null : text;
  }
  return readInstant({ dateTime: text, timeZone: 'UTC' }, []);
}
