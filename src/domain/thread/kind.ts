// The kind of a message from its header fields: what wrote it, a person or a machine. Words are looked at only where no
// field tells, and only at the start of the subject.
import type { Address } from '../record.ts';
import { isAutoReplySubject, isBounceSubject, isNoPerson, isPostmaster } from './guess-kind.ts';
import type { MailHeaders } from './headers.ts';
import type { MessageKind } from './message.ts';

/** Why a message has its kind, as a code that the surfaces turn into words. */
export type KindReason =
  | 'auto-submitted'
  | 'autoreply-field'
  | 'autoreply-subject'
  | 'null-return-path'
  | 'report'
  | 'failed-recipients'
  | 'mailer-daemon'
  | 'calendar-method'
  | 'feedback-id'
  | 'unsubscribe'
  | 'precedence'
  | 'no-reply'
  | 'known-person'
  | 'person';

export interface KindReading {
  kind: MessageKind;
  reason: KindReason;
  /** True where only words told. */
  guessed?: true;
}

export interface KindInput {
  headers: MailHeaders;
  from: Address;
  /** Everybody it is addressed to. */
  to?: readonly Address[];
  subject: string;
  /** Content types of the message's parts, with their parameters, the message's own first. */
  parts: readonly string[];
  /** Addresses of people in the ledger: what they send personally is personal even where it went to many. */
  people?: ReadonlySet<string>;
}

type Test = (input: KindInput) => KindReading | null;

/** Fields by which responders mark what they send; X-Auto-Response-Suppress is not one, people's mail carries it too. */
const responderFields = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply',
  'x-autoreply-from',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-vacation',
];

const isNull = (path: string) => /^<\s*>$/.test(path);

/** RFC 3464, RFC 5965 and what mail servers wrote before them. */
const bounce: Test = ({ headers, from, subject, parts }) => {
  const report = parts.find((type) => /^multipart\/report/i.test(type)) ?? '';
  if (/report-type="?disposition-notification/i.test(report)) return { kind: 'auto-reply', reason: 'report' };
  if (report || parts.some((type) => /^message\/(delivery-status|feedback-report)/i.test(type))) {
    return { kind: 'bounce', reason: 'report' };
  }
  if (headers.has('x-failed-recipients')) return { kind: 'bounce', reason: 'failed-recipients' };
  if (isPostmaster(from.email)) return { kind: 'bounce', reason: 'mailer-daemon' };
  const byMachine = isNull(headers.first('return-path')) || headers.low('auto-submitted').startsWith('auto-');
  return byMachine && isBounceSubject(subject) ? { kind: 'bounce', reason: 'mailer-daemon' } : null;
};

/** RFC 6047: an iTIP message says its method beside its type; an attached calendar without one is a person's. */
const calendar: Test = ({ headers, parts }) => {
  const isInvitation = parts.some((type) => /^text\/calendar\b.*;\s*method="?(?!publish)\w/is.test(type));
  const isExchange = /calendarmessage/.test(headers.low('content-class'));
  return isInvitation || isExchange ? { kind: 'calendar', reason: 'calendar-method' } : null;
};

/** RFC 3834, section 5, and the fields in use before it. */
const autoReply: Test = ({ headers, subject }) => {
  const submitted = headers.low('auto-submitted');
  if (submitted.startsWith('auto-replied')) return { kind: 'auto-reply', reason: 'auto-submitted' };
  const isMarked = responderFields.some((name) => headers.has(name) && headers.low(name) !== 'no');
  if (isMarked) return { kind: 'auto-reply', reason: 'autoreply-field' };
  if (isAutoReplySubject(subject)) return { kind: 'auto-reply', reason: 'autoreply-subject', guessed: true };
  if (submitted && !submitted.startsWith('no')) return { kind: 'bulk', reason: 'auto-submitted' };
  if (headers.low('precedence') === 'auto_reply') return { kind: 'auto-reply', reason: 'precedence' };
  return isNull(headers.first('return-path')) ? { kind: 'auto-reply', reason: 'null-return-path' } : null;
};

/** Whether people can write to the list it came through: then what comes through it may be a person's (RFC 2369). */
function isDiscussion({ headers, from, to = [] }: KindInput): boolean {
  const post = headers.low('list-post');
  if (post) return post.includes('mailto:');
  const sender = headers.low('sender');
  if (headers.has('x-mailing-list') || headers.has('mailing-list') || /(^|<)owner-|-(owner|bounces)@/.test(sender)) {
    return true;
  }
  // It came from the address that it was written to, in the name of somebody else.
  return to.some(({ email }) => email !== from.email && sender.includes(email));
}

const bulk: Test = (input) => {
  const { headers, from } = input;
  if (isNoPerson(from.email)) return { kind: 'bulk', reason: 'no-reply' };
  if (isDiscussion(input)) return null;
  if (headers.has('feedback-id')) return { kind: 'bulk', reason: 'feedback-id' };
  const leaves = headers.has('list-unsubscribe');
  if (leaves && (headers.has('list-unsubscribe-post') || !isAnswer(headers))) {
    return { kind: 'bulk', reason: 'unsubscribe' };
  }
  const isSent = /^(bulk|junk)$/.test(headers.low('precedence'));
  return isSent && !headers.has('list-id') && !isAnswer(headers) ? { kind: 'bulk', reason: 'precedence' } : null;
};

function isAnswer(headers: MailHeaders): boolean {
  return headers.has('in-reply-to') || headers.has('references');
}

/** What wrote a message, and how that is known. */
export function readKind(input: KindInput): KindReading {
  const machine = bounce(input) ?? calendar(input) ?? autoReply(input);
  if (machine) return machine;
  if (input.people?.has(input.from.email)) return { kind: 'personal', reason: 'known-person' };
  return bulk(input) ?? { kind: 'personal', reason: 'person' };
}
