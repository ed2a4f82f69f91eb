// What header fields tell of the way a message took: through a list that people write to, from a program that people
// write with, sent on by a rule. Each speaks for a person where something else speaks against one.
import type { Address } from '../record.ts';
import type { MailHeaders } from './headers.ts';

export const isAnswer = (headers: MailHeaders): boolean => headers.has('in-reply-to') || headers.has('references');

/** Sent with no way back, as replies of machines are (RFC 3834, section 3.3; RFC 5321, section 4.5.5). */
export const hasNullPath = (headers: MailHeaders): boolean => /^<\s*>$/.test(headers.first('return-path'));

const clients =
  /thunderbird|mozilla|seamonkey|postbox|apple mail|\bip(?:hone|ad|od)\b|outlook|evolution|kmail|mutt|alpine|\bpine\b|sylpheed|claws|gnus|emacs|roundcube|squirrelmail|horde|internet messaging program|eudora|the bat|foxmail|mailbird|bluemail|k-9|fairemail|windows ?mail|livemail|em client|airmail|geary|balsa|nmh|exmh|\belm\b|notmuch|yahoomailwebservice|protonmail|sogo|rainloop|snappymail|\bvm\b|git-send-email/;
/** Providers of people's mailboxes sign what leaves by them, and mark their own automatic replies. */
const providers = ['x-gm-message-state', 'x-pm-message-id', 'x-me-sender'];

/** Whether a program that people write with has signed it. Responders run on servers. */
export function isSignedByClient(headers: MailHeaders): boolean {
  if (providers.some((name) => headers.has(name))) return true;
  return clients.test(headers.low('user-agent')) || clients.test(headers.low('x-mailer'));
}

/** Sent on by a rule or by hand (RFC 5322, section 3.6.6; Pigeonhole's Sieve): the way it took is not its writer's. */
export const isRedirected = (headers: MailHeaders): boolean =>
  ['resent-from', 'resent-to', 'x-sieve-redirected-from', 'x-forwarded-for', 'x-forwarded-to'].some((name) =>
    headers.has(name),
  );

/** What is longer was made to take time. */
const LONGEST_FIELD = 1000;

interface Written {
  headers: MailHeaders;
  from: Address;
  to?: readonly Address[];
}

/** Whether people can write to the list it came through: then what comes through it may be a person's (RFC 2369). */
export function isDiscussion({ headers, from, to = [] }: Written): boolean {
  const post = headers.low('list-post');
  if (post) return post.includes('mailto:');
  const sender = headers.low('sender').slice(0, LONGEST_FIELD);
  if (headers.has('x-mailing-list') || headers.has('mailing-list') || /(^|<)owner-|-(owner|bounces)@/.test(sender)) {
    return true;
  }
  const others = to.filter(({ email }) => email !== from.email).map(({ email }) => email);
  // It came from the address that it was written to, in the name of somebody else; or answers go there.
  const replyTo = headers.low('reply-to').slice(0, LONGEST_FIELD);
  if (others.some((email) => sender.includes(email) || replyTo.includes(email))) return true;
  const list = headers.low('list-id').match(/<([^<>\s]+)>/)?.[1];
  return list !== undefined && others.some((email) => email.replace('@', '.') === list);
}
