// Addresses of Outlook's own pages. None is documented by Microsoft; each says what shows it works.
import { parseEmail } from './page-text.ts';

/** Microsoft's consumer domains, whose mailboxes live on another host than those of schools and work. */
const PERSONAL = /@(outlook|hotmail|live|msn)\.[a-z.]+$/i;

function mailUrl(owner = ''): string {
  return `https://outlook.${PERSONAL.test(owner) ? 'live' : 'office'}.com/mail/`;
}

/**
 * Outlook's own address of an open conversation is `/mail/inbox/id/` and the conversation's id, encoded: seen in many
 * bookmarks people published, with ids of work (`AAQk…`) and personal (`AQQk…`) conversations. The id is base64.
 */
export function threadUrl(threadId: string, owner: string | undefined): string | null {
  return /^[\w+/=-]{1,500}$/.test(threadId) ? `${mailUrl(owner)}inbox/id/${encode(threadId)}` : null;
}

function wordsFor(emails: string[]): string {
  return emails.flatMap((email) => ['from', 'to', 'cc'].map((field) => `${field}:${email}`)).join(' OR ');
}

/**
 * The words to search for, and the mailbox to search in. `deeplink/search?query=` exists and was seen live (2026-04) to
 * load for ever, so the page that opens is the mailbox, and the person puts the words into its search box.
 */
export function searchFor(emails: string[], owner: string | undefined): { words: string; url: string } {
  return { words: wordsFor([...new Set(emails.map(parseEmail).filter(Boolean))]), url: mailUrl(owner) };
}

/** Only the very words that `searchFor` would write: a search of one's own may leave mail out. */
export function parseSearch(words: string): string[] | null {
  const plain = words.trim().replace(/\s+/g, ' ');
  const emails = [...plain.matchAll(/from:(\S+)/g)].map((found) => parseEmail(found[1]));
  return plain && wordsFor(emails) === plain ? emails : null;
}

/**
 * `deeplink/compose` takes `to`, `subject` and `body` (widely used; cc and bcc are dropped). A plus sign in `to` arrives as
 * a space (office-js issue 4127), and how several addresses are parted is not known, so these, and whoever stands in Bcc,
 * go as the mailto address that Outlook's own mailto handler passes on in `mailtouri` (its Bcc was seen to arrive on a
 * work account in October 2026; personal accounts were not tried). Spaces must be %20: a `+` stays a plus after a sign-in.
 */
export function composeUrl(
  to: string[],
  owner: string | undefined,
  subject?: string,
  body?: string,
  bcc: string[] = [],
): string {
  const [first = '', ...more] = to.map(parseEmail).filter(Boolean).map(encode);
  const hidden = bcc.map(parseEmail).filter(Boolean).map(encode).join(',');
  const rest = (subject ? `&subject=${encode(subject)}` : '') + (body ? `&body=${encode(body)}` : '');
  const plain = more.length === 0 && !first.includes('%2B') && hidden === '';
  const query = `${hidden && `&bcc=${hidden}`}${rest}`.replace('&', '?');
  const mailto = `mailto:${[first, ...more].join(',')}${query}`;
  return `${mailUrl(owner)}deeplink/compose?${plain ? `to=${first}${rest}` : `mailtouri=${encode(mailto)}`}`;
}

/** Where automatic replies are set by hand: in many published scripts and guides of 2024 to 2026; documented by nobody. */
export function settingsUrl(owner: string | undefined): string {
  return `${mailUrl(owner)}options/mail/automaticReplies`;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
