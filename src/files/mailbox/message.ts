// One message of a mailbox file as a record: who, when, to whom, what kind; never the text.
import PostalMime, { addressParser, type Email } from 'postal-mime';
import type { Address } from '../../domain/record.ts';
import { MailHeaders, type Parties } from '../../domain/thread/headers.ts';
import { type KindReading, readKind } from '../../domain/thread/kind.ts';
import type { Message } from '../../domain/thread/message.ts';
import { findSender } from '../../domain/thread/sender.ts';
import { readAddresses } from './addresses.ts';
import { decodeHeaderBytes } from './raw-words.ts';
import { findTime } from './sent-at.ts';

export interface ReadMail {
  record: Omit<Message, 'threadId'>;
  kind: KindReading;
  /** Message-ids it names as its ancestors, the oldest first (RFC 5322, 3.6.4). */
  references: string[];
  /** Gmail's own thread, as Google Takeout writes it, in hex as its pages do. */
  gmailThread?: string;
  /** The message's plain words, for judging whether it asks for something; kept nowhere. */
  text?: string;
}

export type MailProblem = 'no-sender' | 'no-date' | 'unreadable';

const longestText = 20_000;

export function isProblem(read: ReadMail | MailProblem): read is MailProblem {
  return typeof read === 'string';
}

/** Never throws. */
export async function readMail(bytes: Uint8Array, people?: ReadonlySet<string>): Promise<ReadMail | MailProblem> {
  let email: Email;
  try {
    email = await PostalMime.parse(decodeHeaderBytes(bytes), {
      attachmentEncoding: 'arraybuffer',
      maxNestingDepth: 50,
      // A message inside a message is another's: neither its parts nor its words are this one's.
      forceRfc822Attachments: true,
    });
  } catch {
    return 'unreadable';
  }
  const headers = new MailHeaders(email.headers.map(({ key, value }) => ({ name: key, value })));
  const parties = partiesOf(email, headers);
  if (!parties) return 'no-sender';
  const sentAt = findTime((name) => headers.first(name));
  if (!sentAt) return 'no-date';
  return compose(email, headers, parties, sentAt, people);
}

async function compose(
  email: Email,
  headers: MailHeaders,
  parties: Parties,
  sentAt: string,
  people: ReadonlySet<string> | undefined,
): Promise<ReadMail> {
  const subject = (email.subject ?? '').replace(/\s+/g, ' ').trim();
  const from = findSender(headers, parties);
  const parts = [headers.first('content-type'), ...email.attachments.map(typeOf)];
  const to = [...parties.to, ...parties.cc];
  const kind = readKind({ headers, from, to, subject, parts, ...(people && { people }) });
  const messageId = idsOf(email.messageId)[0];
  // "Message from Ana <ana@...> of Monday <id>": old programs name who wrote, too.
  const writers = new Set([from, parties.from, ...to].map((each) => `<${each.email}>`));
  const thread = headers.first('x-gm-thrid');
  const record: ReadMail['record'] = {
    id: messageId ?? `no-id ${await fingerprint(bytesOf([sentAt, from.email, subject]))}`,
    ...(messageId && { internetMessageId: messageId }),
    sentAt,
    from,
    to: [...parties.to],
    cc: [...parties.cc, ...readAddresses(email.bcc)],
    subject,
    kind: kind.kind,
    kindReason: kind.reason,
    ...(kind.guessed && { kindGuessed: true }),
  };
  return {
    record,
    kind,
    references: [...idsOf(email.references), ...idsOf(email.inReplyTo)].filter((each) => !writers.has(each)),
    ...(/^\d+$/.test(thread) && { gmailThread: BigInt(thread).toString(16) }),
    ...(email.text && { text: email.text.slice(0, longestText) }),
  };
}

const typeOf = ({ mimeType, method, disposition }: Email['attachments'][number]) =>
  `${mimeType}${method ? `; method=${method}` : ''}${disposition === 'attachment' ? '; disposition=attachment' : ''}`;

function partiesOf(email: Email, headers: MailHeaders): Parties | null {
  // A name with a comma and no quotes falls apart: its address is the first one that is left.
  const [from = readAddresses(addressParser(headers.first('from')))[0]] = readAddresses(email.from && [email.from]);
  const [sender] = readAddresses(email.sender && [email.sender]);
  const writer = from ?? sender ?? daemonOf(email);
  if (!writer) return null;
  return {
    from: writer,
    ...(sender && { sender }),
    replyTo: readAddresses(email.replyTo),
    to: readAddresses(email.to),
    cc: readAddresses(email.cc),
  };
}

/** Mail servers sign what they send back with a name and no address. */
function daemonOf({ from, headers }: Email): Address | undefined {
  const name = (from?.address || from?.name || '').trim().toLowerCase();
  const returns = headers.some(({ key, value }) => key === 'return-path' && /^<\s*>$/.test(value.trim()));
  return /^(mailer-?daemon|postmaster)\b/.test(name) || returns ? { email: 'mailer-daemon@invalid' } : undefined;
}

function idsOf(field: string | undefined): string[] {
  const bare = /^\s*[^\s<>]+@[^\s<>]+\s*$/.test(field ?? '') ? [`<${field!.trim()}>`] : [];
  return field?.match(/<[^<>\s]+>/g) ?? bare;
}

const bytesOf = (words: string[]) => new TextEncoder().encode(words.join('\n'));

async function fingerprint(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex().slice(0, 32);
}
