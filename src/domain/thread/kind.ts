// The kind of a message from its header fields: what wrote it, a person or a machine. Words are looked at only where no
// field tells, and only at the start of the subject.
import type { Address } from '../record.ts';
import type { MailHeaders } from './headers.ts';
import { hasNullPath, isAnswer, isDiscussion, isSignedByClient } from './marks.ts';
import type { MessageKind } from './message.ts';
import { isCalendarServer, isDaemon, isNoPerson, isPostmaster } from './no-person.ts';
import { readResponder, submittedAs } from './responder.ts';
import { isBounceSubject } from './subject-words.ts';

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

/** RFC 3464, RFC 5965 and what mail servers wrote before them. */
const bounce: Test = ({ headers, from, subject, parts }) => {
  const isReport = /^multipart\/report/i.test(parts[0] ?? '');
  if (isReport && /report-type="?disposition-notification/i.test(parts[0]!)) {
    return { kind: 'auto-reply', reason: 'report' };
  }
  if (isReport) return { kind: 'bounce', reason: 'report' };
  if (headers.has('x-failed-recipients')) return { kind: 'bounce', reason: 'failed-recipients' };
  if (isDaemon(from.email) || (isPostmaster(from.email) && !isSignedByClient(headers))) {
    return { kind: 'bounce', reason: 'mailer-daemon' };
  }
  // Who passes a report on may have its parts in their own message.
  if (!hasNullPath(headers) && !submittedAs(headers).startsWith('auto-')) return null;
  const holdsReport = parts.some((type) => /^message\/(delivery-status|feedback-report)/i.test(type));
  if (holdsReport) return { kind: 'bounce', reason: 'report' };
  return isBounceSubject(subject) ? { kind: 'bounce', reason: 'mailer-daemon' } : null;
};

/** RFC 6047: an iTIP message says its method beside its type; an attached calendar without one is a person's. */
const calendar: Test = ({ headers, from, parts }) => {
  const methods = parts.filter((type) => /^text\/calendar\b.*;\s*method="?(?!publish)\w/is.test(type));
  // Calendars send what they made; from a mail program it is a file that somebody attached.
  const isInvitation = methods.some((type) => !/;\s*disposition=attachment/i.test(type) || !isSignedByClient(headers));
  const isExchange = /calendarmessage/.test(headers.low('content-class'));
  if (!isInvitation && !isExchange && !isCalendarServer(from.email)) return null;
  return { kind: 'calendar', reason: 'calendar-method' };
};

/** Written by programs for campaigns. */
const campaign = ['x-campaign', 'x-campaignid', 'x-campaign-id', 'x-mc-user', 'x-csa-complaints'];

/** Some providers give every person's message a Feedback-ID too: Fastmail, Proton, Tencent. */
function isCampaign({ headers }: KindInput): boolean {
  if (isAnswer(headers) || isSignedByClient(headers)) return false;
  const feedback = headers.low('feedback-id');
  return campaign.some((name) => headers.has(name)) || (feedback !== '' && !/fastmail|proton|:qybg/.test(feedback));
}

const bulk: Test = (input) => {
  const { headers, from } = input;
  if (isNoPerson(from.email)) return { kind: 'bulk', reason: 'no-reply' };
  if (isDiscussion(input)) return null;
  if (isCampaign(input)) return { kind: 'bulk', reason: 'feedback-id' };
  if (headers.has('list-unsubscribe')) {
    const oneClick = headers.has('list-unsubscribe-post') && !isSignedByClient(headers);
    if (oneClick || !isAnswer(headers)) return { kind: 'bulk', reason: 'unsubscribe' };
  }
  const isSent = /^(bulk|junk)$/.test(headers.low('precedence'));
  return isSent && !headers.has('list-id') && !isAnswer(headers) ? { kind: 'bulk', reason: 'precedence' } : null;
};

/** What wrote a message, and how that is known. */
export function readKind(input: KindInput): KindReading {
  const machine = bounce(input) ?? calendar(input) ?? readResponder(input);
  if (machine) return machine;
  if (input.people?.has(input.from.email)) return { kind: 'personal', reason: 'known-person' };
  return bulk(input) ?? { kind: 'personal', reason: 'person' };
}
