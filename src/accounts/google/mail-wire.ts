// What Gmail answers with (Discovery document gmail v1: Profile, ListMessagesResponse, ListHistoryResponse, Message). Read
// leniently: a field that is missing or odd spoils only its own message.
import * as z from 'zod/mini';

const Text = z.optional(z.nullable(z.string()));
/** Ids as Gmail's pages have them, too. */
const Id = z.string().check(z.regex(/^[0-9a-f]{1,40}$/i));
const Labels = z.optional(z.nullable(z.array(z.string())));

export const ProfileAnswer = z.object({ historyId: z.string().check(z.minLength(1)) });

export const ListAnswer = z.object({ messages: z.optional(z.nullable(z.array(z.unknown()))), nextPageToken: Text });

export const WireRef = z.object({ id: Id });

export const HistoryAnswer = z.object({
  history: z.optional(z.nullable(z.array(z.unknown()))),
  historyId: Text,
  nextPageToken: Text,
});

const Changed = z.optional(z.nullable(z.array(z.object({ message: WireRef, labelIds: Labels }))));

export const WireHistory = z.object({ messagesAdded: Changed, messagesDeleted: Changed, labelsRemoved: Changed });
export type WireHistory = z.infer<typeof WireHistory>;

export const WireMessage = z.object({
  id: Id,
  threadId: Id,
  labelIds: Labels,
  /** Milliseconds, an int64 as text. */
  internalDate: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  payload: z.optional(
    z.nullable(
      z.object({ mimeType: Text, headers: z.optional(z.nullable(z.array(z.object({ name: Text, value: Text })))) }),
    ),
  ),
});
export type WireMessage = z.infer<typeof WireMessage>;

/** Any JSON: read one by one. */
export const Anything = z.unknown();

/** Header fields that are asked for: what tells who, to whom, of what kind and in answer to what. */
export const headerFields = [
  'From',
  'Sender',
  'Reply-To',
  'To',
  'Cc',
  'Bcc',
  'Subject',
  'Message-ID',
  'In-Reply-To',
  'References',
  'Content-Type',
  'Content-Class',
  'Return-Path',
  'Auto-Submitted',
  'X-Autoreply',
  'X-Autorespond',
  'X-Autoresponder',
  'X-Auto-Reply',
  'X-Autoreply-From',
  'X-Auto-Reply-From',
  'X-Mail-Autoreply',
  'X-Vacation',
  'X-Failed-Recipients',
  'Precedence',
  'Feedback-ID',
  'List-Id',
  'List-Post',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Mailing-List',
  'X-Mailing-List',
  'X-Original-From',
  'X-Original-Sender',
  'Original-From',
  'X-Mailman-Original-From',
];

/** The fields of a message that are asked for: no snippet, which is text. */
export const messageFields = 'id,threadId,labelIds,internalDate,payload(mimeType,headers)';
