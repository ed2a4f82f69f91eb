// What Microsoft Graph answers with of mail: message, and a page of a folder's changes. Read leniently, as events are.
import * as z from 'zod/mini';
import { Recipient } from './wire.ts';

const Text = z.optional(z.nullable(z.string()));
const Recipients = z.optional(z.nullable(z.array(Recipient)));

/** What is asked for: nothing of a body, and nothing that is not used. Mail.ReadBasic gives no more. */
export const messageFields = [
  'id',
  'conversationId',
  'internetMessageId',
  'internetMessageHeaders',
  'subject',
  'from',
  'sender',
  'replyTo',
  'toRecipients',
  'ccRecipients',
  'bccRecipients',
  'receivedDateTime',
  'sentDateTime',
  'isDraft',
];

export const WireMessage = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  '@removed': z.optional(z.unknown()),
  /** `#microsoft.graph.eventMessage` and its kin for what calendars send. */
  '@odata.type': Text,
  conversationId: z.optional(z.nullable(z.string().check(z.maxLength(500)))),
  internetMessageId: Text,
  /**
   * Not there for what was sent from this mailbox (microsoft-graph-docs issue 18761). Dozens stand in a message, so they
   * are read without a schema of their own.
   */
  internetMessageHeaders: z.optional(z.nullable(z.array(z.unknown()))),
  subject: Text,
  from: z.optional(z.nullable(Recipient)),
  sender: z.optional(z.nullable(Recipient)),
  replyTo: Recipients,
  toRecipients: Recipients,
  ccRecipients: Recipients,
  bccRecipients: Recipients,
  receivedDateTime: Text,
  sentDateTime: Text,
  isDraft: z.optional(z.nullable(z.boolean())),
});
export type WireMessage = z.infer<typeof WireMessage>;

/** One page of a folder's messages or changes. They are read one by one, so that an odd one does not cost the others. */
export const MessagesAnswer = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': Text,
  '@odata.deltaLink': Text,
});
