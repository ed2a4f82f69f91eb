// Messages as Graph writes them. Ids are those of Outlook's page, safe in an address, or immutable ones for who prefers them.
import type { Address } from '../../../../src/domain/record.ts';
import { immutableItemId, outlookConversationId, outlookItemId, urlSafe } from '../../semester/ids.ts';
import type { Label, StandinMessage } from '../../semester/types.ts';
import { messageIdOf, writeHeaders } from '../mail-headers.ts';

/** Folders by the names that stand for them in a path, in any case. */
export const folders: Record<string, Label> = {
  inbox: 'inbox',
  sentitems: 'sent',
  archive: 'archive',
  drafts: 'draft',
  deleteditems: 'trash',
};

/** Never given with Mail.ReadBasic. */
export const bodyFields = ['body', 'bodyPreview', 'uniqueBody', 'attachments'];

/** What exists beyond what is given when nothing is selected. */
const onlySelected = ['internetMessageHeaders'];

export function graphMessageId({ id }: StandinMessage, immutable: boolean): string {
  return urlSafe(immutable ? immutableItemId(id) : outlookItemId(id));
}

const folderId = (label: Label) => urlSafe(`AQMkADM1/+Y1${btoa(`folder:${label}`)}`);
const recipient = ({ name, email }: Address) => ({ emailAddress: { name: name ?? email, address: email } });

/** What calendars send is of a type of its own. */
function typeOf({ kind, subject }: StandinMessage): string {
  if (kind !== 'calendar') return '#microsoft.graph.message';
  if (/^(accepted|declined|tentative):/i.test(subject)) return '#microsoft.graph.eventMessageResponse';
  return /^(invitation|updated invitation|cancel+ed)/i.test(subject)
    ? '#microsoft.graph.eventMessageRequest'
    : '#microsoft.graph.eventMessage';
}

/** Whole seconds: Graph writes no more of mail. */
const second = (iso: string) => `${iso.slice(0, 19)}Z`;

/** Fields of a message, without those that say what it is. */
export function writeFields(message: StandinMessage, thread: readonly StandinMessage[]): Record<string, unknown> {
  const { sentAt, from, to, cc, bcc = [], subject, body, unread, labels, draft = false } = message;
  return {
    createdDateTime: second(sentAt),
    lastModifiedDateTime: second(sentAt),
    changeKey: 'CQAAABYAAAA',
    categories: [],
    receivedDateTime: second(sentAt),
    sentDateTime: second(sentAt),
    hasAttachments: false,
    internetMessageId: messageIdOf(message),
    subject,
    bodyPreview: body.slice(0, 255),
    importance: 'normal',
    parentFolderId: folderId(labels[0]!),
    conversationId: urlSafe(outlookConversationId(message.threadId)),
    conversationIndex: 'AQHZ',
    isDeliveryReceiptRequested: null,
    isReadReceiptRequested: false,
    isRead: !unread,
    isDraft: draft,
    webLink: `https://outlook.office365.com/owa/?ItemID=${encodeURIComponent(outlookItemId(message.id))}`,
    inferenceClassification: 'focused',
    body: { contentType: 'text', content: body },
    sender: draft ? null : recipient(from),
    from: draft ? null : recipient(from),
    toRecipients: to.map(recipient),
    ccRecipients: cc.map(recipient),
    bccRecipients: bcc.map(recipient),
    replyTo: [],
    flag: { flagStatus: 'notFlagged' },
    ...writeTransport(message, thread),
  };
}

/** Header fields exist only of what came in from elsewhere (microsoft-graph-docs issues 3066 and 18761). */
function writeTransport(message: StandinMessage, thread: readonly StandinMessage[]): object {
  const own = message.draft || message.labels.includes('sent');
  return own ? {} : { internetMessageHeaders: writeHeaders(message, thread) };
}

/** Null where a field was selected that does not exist. */
export function pickSelected(
  fields: Record<string, unknown>,
  select: readonly string[] | null,
): Record<string, unknown> | null {
  const known = [...Object.keys(fields), ...onlySelected, ...bodyFields, 'id'];
  if (select?.some((name) => !known.includes(name))) return null;
  const wanted = (name: string) => (select ? select.includes(name) : !onlySelected.includes(name));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => wanted(name)));
}

interface Named {
  id: string;
  message: StandinMessage;
}

const tagOf = ({ id, unread, labels }: StandinMessage) =>
  `W/"${Buffer.from(`${id} ${unread} ${labels[0]}`).toString('base64')}"`;

export function writeMessage({ id, message }: Named, picked: Record<string, unknown>): object {
  return { '@odata.type': typeOf(message), '@odata.etag': tagOf(message), ...picked, id };
}

/** Of a message that was only read or unread, no more is told (microsoft-graph-docs issue 7776). */
export function writeRead({ id, message }: Named): object {
  const { isRead, parentFolderId } = writeFields(message, []);
  return { '@odata.type': typeOf(message), '@odata.etag': tagOf(message), id, isRead, parentFolderId };
}

export function writeGone(id: string): object {
  return { '@odata.type': '#microsoft.graph.message', id, '@removed': { reason: 'deleted' } };
}
